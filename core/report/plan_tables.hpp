#pragma once
// The tables and lines of a growth plan.

#include <string>
#include <vector>

#include "core/portfolio/plan.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {

// "Mercier growth: 24 months from 2026-01, EUR".
std::string plan_head(const portfolio::PlanResult& plan);
// When it breaks even, what it needs, which phases wait and for what.
std::vector<std::string> plan_lines(const portfolio::PlanResult& plan);
// By year; by package, phase and season; by month where the plan has its months and they are asked for.
std::vector<Table> plan_tables(const portfolio::PlanResult& plan, bool monthly);
// One row a plan.
Table plans_table(const std::vector<portfolio::PlanResult>& plans);

}  // namespace dealwright::report
