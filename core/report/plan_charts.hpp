#pragma once
// The charts of a growth plan.

#include <string_view>

#include "core/portfolio/plan.hpp"
#include "core/report/chart.hpp"

namespace dealwright::report {

// Closing recurring revenue of each month, one series a row; the plan has its months.
Chart mrr_chart(const portfolio::PlanResult& plan);
// From the opening recurring revenue of a span of months to its closing; `when` goes into the title: "year 2".
Chart movements_chart(const portfolio::Span& span, std::string_view when);
// Cumulative cash at the end of each month.
Chart cash_chart(const portfolio::PlanResult& plan);

}  // namespace dealwright::report
