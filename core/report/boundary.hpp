#pragma once
// A price in words for the customer: what is included and what more costs ("includes 5,000 orders a month, then 0.020
// each").

#include <string>
#include <string_view>
#include <vector>

#include "core/base/currency.hpp"
#include "core/model/price_book.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::report {

// "order" -> "orders"; symbols in capitals such as "GB" stay.
std::string plural(std::string_view unit);

// The boundary of one of a deal's lines at the book's prices, with what the agreed discounts of its first span that is
// not free take off them
// ("; less 8.2 %"). "" where nothing is counted.
std::string boundary(const model::PriceBook& book, const std::vector<pricing::PricedLine>& lines,
                     const pricing::PricedLine& line);

}  // namespace dealwright::report
