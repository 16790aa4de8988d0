#pragma once
// The tables of one evaluated deal: totals, lines, margins by service line, schedule, findings.

#include <string>
#include <string_view>
#include <vector>

#include "core/report/evaluation.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {

// One of the totals: the name of its member in pricing::Totals, its label, its value.
struct Figure {
  std::string key;
  std::string label;
  Cell value;
};

// All totals, in the order of pricing::Totals; payback_month and payback stand together as "payback".
std::vector<Figure> figures_of(const pricing::Totals& totals);

enum class ScheduleStep : std::uint8_t { month, year };

Table totals_table(const DealEvaluation& deal);
Table lines_table(const DealEvaluation& deal);
Table margins_table(const DealEvaluation& deal);
// A row a period, or a row for each twelve periods.
Table schedule_table(const DealEvaluation& deal, ScheduleStep step);
Table findings_table(const DealEvaluation& deal);

// "fails", "passes with 2 warnings", "not priced".
std::string verdict(const DealEvaluation& deal);
// Findings of one severity.
int count(const DealEvaluation& deal, model::RuleSeverity severity);

}  // namespace dealwright::report
