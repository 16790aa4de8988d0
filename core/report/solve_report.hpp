#pragma once
// Ways out of a deal's findings, ranked, and the answer to a goal: text, Markdown, JSON.

#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/guardrails/finding.hpp"
#include "core/report/check_report.hpp"

namespace dealwright::report {

struct SolveReport {
  std::string deal;
  Currency currency;
  std::vector<guardrails::Finding> findings;
};
BOOST_DESCRIBE_STRUCT(SolveReport, (), (deal, currency, findings))

// The smallest change of one lever with which a metric reaches a target.
struct GoalReport {
  std::string deal;
  Currency currency;
  std::string metric;
  std::string subject;
  std::string target;  // as people read it
  std::string present;
  guardrails::Change change;
};
BOOST_DESCRIBE_STRUCT(GoalReport, (), (deal, currency, metric, subject, target, present, change))

std::string solve_text(const SolveReport& report, TextStyle style);
std::string solve_markdown(const SolveReport& report);
std::string solve_json(const SolveReport& report);

std::string goal_text(const GoalReport& report);
std::string goal_markdown(const GoalReport& report);
std::string goal_json(const GoalReport& report);

}  // namespace dealwright::report
