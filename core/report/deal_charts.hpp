#pragma once
// The charts of one evaluated deal.

#include <vector>

#include "core/report/chart_set.hpp"
#include "core/report/evaluation.hpp"

namespace dealwright::report {

// Revenue, cost and gross margin of each month of the term.
Chart months_chart(const pricing::PricedDeal& priced);
// Net, cost and gross margin of each service line over the term.
Chart margins_chart(const pricing::PricedDeal& priced);

// All that `run` shows of a deal, those of its return included: "months", "margins", "cumulative", "benefits". None of
// a deal that is not priced.
std::vector<NamedChart> deal_charts(const DealEvaluation& deal);

}  // namespace dealwright::report
