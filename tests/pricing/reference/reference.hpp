#pragma once
// The whole of docs/pricing.md a second time: slow, in exact ratios, month by month and line by line. Written from that
// page alone, to check the pricer against; it expects documents without errors.

#include <vector>

#include "core/pricing/result.hpp"
#include "tests/pricing/reference/waterfall.hpp"

namespace dealwright::reference {

// One line in one period.
struct LinePeriod {
  Stages stages;  // those of an inactive line are zero
  std::int64_t true_up = 0;
  CostParts cost;
  std::int64_t net() const { return stages.net_before_true_up + true_up; }
};

struct PricedLine {
  LineOfDeal line;
  std::vector<LinePeriod>
      periods;  // one for each period of the deal; a one-off line stands in the period in which it starts
  std::int64_t list_total = 0;
  std::int64_t net_total = 0;
  std::int64_t true_up_total = 0;
  std::int64_t cost_total = 0;
  Decimal hours_total;
  std::int64_t peak_net = 0;  // in the peak month
  std::int64_t peak_cost = 0;
};

struct PricedDeal {
  std::vector<Period> periods;
  std::vector<PricedLine> lines;
  std::vector<pricing::PeriodRow> schedule;
  std::vector<pricing::ServiceLineMargin> service_lines;
  pricing::Totals totals;
  bool is_beyond_limits = false;  // a list price of more than 10^13 minor units
  int most_digits = 0;            // that a stage of a line needs when it is written as a decimal
};

PricedDeal price(const Documents& documents);

}  // namespace dealwright::reference
