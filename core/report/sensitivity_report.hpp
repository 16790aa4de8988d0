#pragma once
// What a deal's return owes to each of its inputs: text, Markdown, JSON and a page to print.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/report/chart.hpp"
#include "core/report/table.hpp"
#include "core/roi/break_even.hpp"
#include "core/roi/sensitivity.hpp"

namespace dealwright::report {

struct SensitivityReport {
  std::string deal;
  Currency currency;
  int horizon_months = 0;
  roi::Tornado tornado;
  std::optional<roi::TwoWay> two_way;
  std::string aim;                         // of break_even, in words
  std::vector<roi::BreakEven> break_even;  // none where it was not asked for
};
BOOST_DESCRIBE_STRUCT(SensitivityReport, (), (deal, currency, horizon_months, tornado, two_way, aim, break_even))

// "a net present value of 0.00 EUR", "a return on investment of 50 %", "payback within 18 months".
std::string aim_words(const roi::BreakEvenGoal& goal);

// Its bars in the order of the tornado, the widest on top.
Chart tornado_chart(const SensitivityReport& report);

Table tornado_table(const SensitivityReport& report);
// A row a value of the one input, a column a value of the other; "* " stands before what turn_note says. The report has
// a two-way table.
Table two_way_table(const SensitivityReport& report);
Table break_even_table(const SensitivityReport& report);

inline constexpr const char* turn_note =
    "* marks a value on the other side of zero than the one to its left or the one above it.";
// Whether the two-way table marks any.
bool has_turns(const SensitivityReport& report);

// An input as people name it: "Less manual reconciliation: improvement", "Discount rate a year".
std::string varied_words(const roi::BoundCase& bound, const roi::VariedInput& input);

std::string sensitivity_text(const SensitivityReport& report);
std::string sensitivity_markdown(const SensitivityReport& report);
std::string sensitivity_html(const SensitivityReport& report);
std::string sensitivity_json(const SensitivityReport& report);

}  // namespace dealwright::report
