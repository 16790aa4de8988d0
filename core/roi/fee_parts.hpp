#pragma once
// The fees of a case by service line: which part of each month's bill is for what.

#include <cstdint>
#include <vector>

#include "core/model/deal.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::roi {

struct FeePart {
  bool is_one_off = false;
  model::ServiceLine service_line = model::ServiceLine::platform;
  std::vector<std::int64_t> months;  // months 0 (initial) to the horizon, in minor units
};

// One-off parts before recurring ones, each in the order of the service lines. Their sums are the fees of
// monthly_case(), month by month. Beyond the term the MRR at exit is shared in proportion to the lines' last month (to
// their list amounts where that is free), by largest remainder.
std::vector<FeePart> fee_parts(const model::Deal& deal, const pricing::PricedDeal& priced, int horizon);

}  // namespace dealwright::roi
