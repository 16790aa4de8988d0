#pragma once
// The hours of a team of a growth plan, with what it cannot give.

#include <string_view>

#include "core/portfolio/plan.hpp"
#include "core/report/chart.hpp"

namespace dealwright::report {

// Month by month what is needed and there, what is needed beyond that, what is left; the plan has its months. `name` is
// "Delivery" or "Support".
Chart team_chart(const portfolio::PlanResult& plan, const portfolio::TeamResult& team, std::string_view name);

}  // namespace dealwright::report
