#pragma once
// What a check found, with the places in files, worst first: text, Markdown, CSV, JSON.

#include <string>
#include <vector>

#include "core/report/evaluation.hpp"

namespace dealwright::report {

struct Place {
  std::string file;
  int line = 0;    // 1-based; 0 where unknown
  int column = 0;  // 1-based, in bytes

  friend bool operator==(const Place&, const Place&) = default;
};
BOOST_DESCRIBE_STRUCT(Place, (), (file, line, column))

struct PlacedFinding {
  Place place;
  guardrails::Finding finding;
};
BOOST_DESCRIBE_STRUCT(PlacedFinding, (), (place, finding))

struct CheckReport {
  std::string engine;
  Date today;
  std::string result;  // "pass", "fail" (a guardrail failed), "error" (bad input)
  Coverage coverage;
  Diagnostics diagnostics;              // errors first, then by place
  std::vector<PlacedFinding> findings;  // errors first, then by place
};
BOOST_DESCRIBE_STRUCT(CheckReport, (), (engine, today, result, coverage, diagnostics, findings))

struct TextStyle {
  bool color = false;  // ANSI colours on the words that tell severity and result
};

std::string check_text(const CheckReport& report, TextStyle style);
std::string check_markdown(const CheckReport& report);
std::string check_csv(const CheckReport& report);
std::string check_json(const CheckReport& report);

// "word" in the colour of a severity, where colours are on.
std::string painted(std::string_view text, Severity severity, TextStyle style);
Severity severity_of(model::RuleSeverity severity);
// A diagnostic as to_line() writes it, its severity painted.
std::string diagnostic_text(const Diagnostic& diagnostic, TextStyle style);

// "support-margin: Margin of service line support: 21.3 %, must be at least 30.0 %"
std::string finding_line(const guardrails::Finding& finding);
// The smallest way out in one line, with its effect on the customer's total and the partner's margin; "" where there is
// none.
std::string way_out_line(const guardrails::Finding& finding);
// "Deal discount 25 % -> 18.4 %: customer pays +1,200.00 EUR, partner's margin +1,200.00 EUR"
std::string change_line(const guardrails::Change& change);

}  // namespace dealwright::report
