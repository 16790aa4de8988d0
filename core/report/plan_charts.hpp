#pragma once
// The charts of a growth plan.

#include <string_view>
#include <vector>

#include "core/portfolio/plan.hpp"
#include "core/report/chart_set.hpp"

namespace dealwright::report {

// Closing monthly recurring revenue of each row on top of each other, by month.
Chart mrr_chart(const portfolio::PlanResult& plan);
// From the opening monthly recurring revenue of a span of months to its closing; `when` goes into the title: "year 2".
Chart movements_chart(const portfolio::Span& span, std::string_view when);
// Cumulative cash at the end of each month.
Chart cash_chart(const portfolio::PlanResult& plan);

// All of a plan that has its months: "mrr", "movements" of the whole plan, "delivery", "support", "cash".
std::vector<NamedChart> plan_charts(const portfolio::PlanResult& plan);

}  // namespace dealwright::report
