#pragma once
// A deal's terms in words for the customer: term, billing, free months, how prices rise, discounts that lines share,
// the minimum commitment.

#include <span>
#include <string>
#include <vector>

#include "core/model/deal.hpp"
#include "core/model/price_book.hpp"
#include "core/pricing/lines.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::report {

// What the terms speak of. `lines` are the priced deal's, resolved, in the same order.
struct TermsSources {
  const model::Deal& deal;
  const model::PriceBook& book;
  const pricing::PricedDeal& priced;
  std::span<const pricing::ActiveLine> lines;
  bool any_users = true;    // no price follows a number of users
  bool quantities = false;  // some price is stated for a quantity
};

// One sentence or more each, in the order they are read.
std::vector<std::string> terms(const TermsSources& sources);

}  // namespace dealwright::report
