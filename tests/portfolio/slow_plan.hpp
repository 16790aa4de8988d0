#pragma once
// A growth plan once more, customer by customer and in real numbers: no cohort, no rounding, no table of sums.

#include <vector>

#include "core/model/portfolio.hpp"

namespace dealwright::tests {

struct SlowMonth {
  long double customers = 0, dedicated = 0, live = 0;
  long double added = 0, expansion = 0, uplift = 0, contraction = 0, churned = 0, mrr = 0;  // minor units
  long double fees = 0, running_cost = 0, received = 0, delivery_hours = 0, support_hours = 0;
};

// Of plans whose phases have no gates. New customers are the row's, whole or in parts, each followed by itself.
std::vector<SlowMonth> slow_plan(const model::Portfolio& plan);

}  // namespace dealwright::tests
