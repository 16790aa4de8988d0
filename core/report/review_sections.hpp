#pragma once
// A review in sections: sentences, tables and charts, in the order they are read.

#include <string>
#include <vector>

#include "core/report/chart.hpp"
#include "core/report/review_report.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {

struct Section {
  std::string title;
  std::vector<std::string> lines;
  std::vector<Table> tables;
  std::vector<Chart> charts;
};

// Those with nothing to say are left out.
std::vector<Section> review_sections(const Review& review);

// What is ready, what is not yet, what is not measured; amounts are in the customer's currency.
Table automation_table(const std::vector<roi::RankedAutomation>& ranked, std::string title);

// "2026-04-01 to 2026-06-30".
std::string quarter_words(Date from);

// Value realised beside what was promised, a place a quarter.
Chart value_chart(const success::SuccessResult& result);
// From what was measured before through each actual, beside the target.
Chart target_chart(const success::TargetResult& target, const std::vector<Date>& quarters);

}  // namespace dealwright::report
