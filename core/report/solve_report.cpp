#include "core/report/solve_report.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "core/document/writer.hpp"
#include "core/report/figures.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {
namespace {

Cell change_cell(Money before, Money after) {
  const auto change = subtract(after, before);
  if (!change) return text_cell("n/a");
  Cell cell = money_cell(*change);
  if (change->minor > 0) cell.shown.insert(0, 1, '+');
  return cell;
}

Table ways_table(std::span<const guardrails::Change> changes, Currency currency) {
  Table table{"",
              {{"", true, "rank"},
               {"Change", false, "change"},
               {"Customer pays", true, "tcv_change"},
               {"Margin", true, "margin_change"},
               {"All hold then", false, "clears_all"},
               {"Advice", false, "advice"}}};
  table.columns[2].head += fmt::format(" ({})", currency.code());
  for (std::size_t at = 0; at < changes.size(); ++at) {
    const guardrails::Change& change = changes[at];
    table.add_row()
        .count(static_cast<long long>(at) + 1)
        .text(change.words)
        .add(change_cell(change.tcv_before, change.tcv_after))
        .add(change_cell(change.margin_before, change.margin_after))
        .text(change.clears_all ? "yes" : "no")
        .text(change.advice);
  }
  const bool advised = std::any_of(changes.begin(), changes.end(),
                                   [](const guardrails::Change& change) { return !change.advice.empty(); });
  if (!advised) {
    table.columns.pop_back();
    for (Row& row : table.rows) row.cells.pop_back();
  }
  return table;
}

std::string goal_line(const GoalReport& report) {
  return fmt::format("{} of the {}: {} now, {} wanted", report.metric, report.subject, report.present, report.target);
}

// A change of nothing: the metric stands at the target.
bool is_met(const GoalReport& report) {
  return report.change.words.empty();
}

constexpr std::string_view met = "The target is met already: nothing to change.";

}  // namespace

std::string solve_text(const SolveReport& report, TextStyle style) {
  if (report.findings.empty())
    return fmt::format("{}: nothing to clear, every guardrail holds\n", printable(report.deal));
  std::string out = fmt::format("{}: {} to clear\n", printable(report.deal),
                                counted(static_cast<long long>(report.findings.size()), "finding", "findings"));
  for (const guardrails::Finding& finding : report.findings) {
    out += fmt::format("\n{} {}\n", painted(word(finding.severity), severity_of(finding.severity), style),
                       finding_line(finding));
    out += finding.ways_out.empty() ? "  no single change of the stated levers clears it\n"
                                    : table_text(ways_table(finding.ways_out, report.currency));
  }
  return out;
}

std::string solve_markdown(const SolveReport& report) {
  std::string out = fmt::format("## {}\n", markdown_escaped(report.deal));
  if (report.findings.empty()) return out + "\nNothing to clear, every guardrail holds.\n";
  for (const guardrails::Finding& finding : report.findings) {
    out += fmt::format("\n### {} {}\n\n", word(finding.severity), markdown_escaped(finding_line(finding)));
    out += finding.ways_out.empty() ? "No single change of the stated levers clears it.\n"
                                    : table_markdown(ways_table(finding.ways_out, report.currency));
  }
  return out;
}

std::string solve_json(const SolveReport& report) {
  return document::write_json(report);
}

std::string goal_text(const GoalReport& report) {
  if (is_met(report)) return fmt::format("{}\n{}\n\n{}\n", printable(report.deal), printable(goal_line(report)), met);
  return fmt::format("{}\n{}\n\n{}", printable(report.deal), printable(goal_line(report)),
                     table_text(ways_table(std::span(&report.change, 1), report.currency)));
}

std::string goal_markdown(const GoalReport& report) {
  if (is_met(report))
    return fmt::format("## {}\n\n{}\n\n{}\n", markdown_escaped(report.deal), markdown_escaped(goal_line(report)), met);
  return fmt::format("## {}\n\n{}\n\n{}", markdown_escaped(report.deal), markdown_escaped(goal_line(report)),
                     table_markdown(ways_table(std::span(&report.change, 1), report.currency)));
}

std::string goal_json(const GoalReport& report) {
  return document::write_json(report);
}

}  // namespace dealwright::report
