#pragma once
// The pricer's result against the reference's.

#include <string>

#include "core/pricing/result.hpp"
#include "tests/pricing/reference/reference.hpp"

namespace dealwright::tests {

// The first difference in words, with both values: totals, service lines, schedule, and every line period by period. ""
// where there is none.
std::string first_difference(const pricing::PricedDeal& fast, const reference::PricedDeal& slow);

}  // namespace dealwright::tests
