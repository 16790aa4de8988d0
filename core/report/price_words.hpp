#pragma once
// A component's price in words for the customer: what is included and what more costs.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/price_book.hpp"
#include "core/pricing/lines.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::report {

// "order" -> "orders"; symbols in capitals such as "GB" stay.
std::string plural(std::string_view unit);

// The name a customer reads. A component without a name of its own is named by its service line: its id is internal.
std::string customer_name(const pricing::PricedLine& line);

// Whether the line's quantity in a month (or once) is its readings, each of which a percentage prices by itself.
bool priced_by_readings(const pricing::ActiveLine& line, int period);

// What of a price differs from month to month.
struct PriceInForce {
  std::optional<Decimal> agreed;  // in the place of the book's amount or unit price
  bool by_readings = false;
};

struct PriceWords {
  std::string inside;   // "includes 5,000 orders a month", "90.00 a month includes 10 tickets", "90.00 a month"; or ""
  std::string joint;    // between the two: ", then " or " plus "
  std::string outside;  // "0.02 per order"; "" where no quantity changes the price

  friend bool operator==(const PriceWords&, const PriceWords&) = default;
};

// At prices before uplift and discounts. `lines` are the deal's, for the names of those that a percentage is taken of.
PriceWords price_words(const model::PriceBook& book, const std::vector<pricing::PricedLine>& lines,
                       const pricing::ActiveLine& line, const PriceInForce& in_force);

// The quantity that a price is stated for, in words: "12,000 orders", "80,000.00 of order value, 900 orders". "" where
// the price follows none. `events` is the size of the price's meter of events.
std::string quantity_words(const model::PriceBook& book, const pricing::ActiveLine& line, const pricing::Span& span,
                           Decimal events);

}  // namespace dealwright::report
