#pragma once
// Sections "The waterfall" (stages 1 to 13) and "Cost" of docs/pricing.md.

#include <string>
#include <vector>

#include "tests/pricing/reference/list_price.hpp"

namespace dealwright::reference {

// One line in one period. Amounts of stages are for a whole month, or once; what is left after the stage.
struct Stages {
  bool is_active = false;
  Quantities quantities;
  Rational list;
  Rational after_uplift;
  Rational after_agreed;
  Rational term_rate;
  Rational after_term;
  Rational prepay_rate;
  Rational after_prepay;
  Rational volume_rate;
  Rational after_volume;
  Rational line_rate;
  Rational after_line;
  Rational deal_rate;
  std::int64_t deal_share = 0;
  Rational after_deal;
  bool is_free = false;
  Rational after_bounds;
  std::int64_t list_minor = 0;  // after uplift, prorated and rounded
  std::int64_t net_before_true_up = 0;
};

struct CostParts {
  std::int64_t wholesale = 0;
  std::int64_t work = 0;
  std::int64_t third_party = 0;
  Decimal hours;
  std::int64_t total() const { return wholesale + work + third_party; }
};

// A deal laid out for pricing.
struct Layout {
  Documents documents;
  std::vector<Period> periods;
  std::vector<LineOfDeal> lines;
  int digits;  // of the currency's minor unit
  model::RoundingMode rounding;

  int last_period() const { return static_cast<int>(periods.size()); }
  // What part of a month a period is: 1 outside View::contract.
  Rational part_of_month(const LineOfDeal& line, int period, View view) const;
};

// The stages of all monthly lines in one period, in the order of the lines.
std::vector<Stages> price_monthly_lines(const Layout& layout, int period, View view);

// The stages of all one-off lines (the others are left inactive), each in the period in which it starts.
std::vector<Stages> price_one_off_lines(const Layout& layout);

// What a line costs in a period in which it is active. `net`: of the line in that period, true-up included.
CostParts cost_of(const Layout& layout, const LineOfDeal& line, const Stages& stages, int period, View view,
                  std::int64_t net);

// The part of a cost that a true-up on an inactive line brings about.
std::int64_t third_party_share(const Layout& layout, const LineOfDeal& line, std::int64_t net);

}  // namespace dealwright::reference
