#pragma once
// A line's boundary in words for the customer: what is included, what more costs, what comes off and within which
// bounds the price stays ("includes 5,000 orders a month, then 0.02 per order; less 5 %; at most 100.00 a month").

#include <string>
#include <vector>

#include "core/model/price_book.hpp"
#include "core/pricing/lines.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::report {

// The boundary of one of a deal's lines: its prices before uplift, and what discounts take off them, by months where
// they differ. Months that are free are left out. "" where no quantity changes the price.
std::string boundary(const model::PriceBook& book, const std::vector<pricing::PricedLine>& lines,
                     const pricing::PricedLine& line, const pricing::ActiveLine& active);

// "month 7", "months 1 to 6".
std::string months_words(int from, int to);

}  // namespace dealwright::report
