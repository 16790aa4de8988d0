#include "core/report/check_report.hpp"

#include <fmt/format.h>

#include "core/document/writer.hpp"
#include "core/guardrails/metrics.hpp"
#include "core/guardrails/phrases.hpp"
#include "core/report/figures.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {
namespace {

std::string place_text(const Place& place) {
  std::string out = printable(place.file);
  if (place.line > 0) out += fmt::format(":{}:{}", place.line, place.column);
  return out;
}

std::string signed_amount(Money before, Money after) {
  const auto change = subtract(after, before);
  if (!change) return "n/a";
  return (change->minor > 0 ? "+" : "") + to_display(*change);
}

const std::string& reason(const guardrails::Finding& finding) {
  return finding.message.empty() ? finding.title : finding.message;
}

std::string summary(const CheckReport& report) {
  const Coverage& c = report.coverage;
  std::string out =
      fmt::format("{}, {}", counted(c.documents, "document", "documents"), counted(c.deals, "deal", "deals"));
  if (c.deals_priced != c.deals) out += fmt::format(" ({} priced)", c.deals_priced);
  out +=
      fmt::format(", {}; {}", counted(c.rules, "rule", "rules"), counted(c.rule_checks, "rule check", "rule checks"));
  std::string found;
  const auto add = [&](int number, std::string_view one, std::string_view many) {
    if (number > 0) found += (found.empty() ? "" : ", ") + counted(number, one, many);
  };
  add(c.errors, "error", "errors");
  add(c.warnings, "warning", "warnings");
  add(c.infos, "note", "notes");
  int mistakes = 0, warnings = 0;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    mistakes += diagnostic.severity == Severity::error ? 1 : 0;
    warnings += diagnostic.severity == Severity::warning ? 1 : 0;
  }
  // Of input with mistakes only a part was checked.
  if (!found.empty()) {
    out += ": " + found;
  } else if (c.rule_checks > 0 && mistakes == 0) {
    out += ", every guardrail holds";
  }
  if (c.failed_deals > 0)
    out += fmt::format(" ({} {})", counted(c.failed_deals, "deal", "deals"), c.failed_deals == 1 ? "fails" : "fail");
  out += '.';
  if (mistakes > 0) out += fmt::format(" {} in the input.", counted(mistakes, "mistake", "mistakes"));
  if (warnings > 0) out += fmt::format(" {} about documents.", counted(warnings, "warning", "warnings"));
  return out;
}

Severity severity_of_result(std::string_view result) {
  return result == "pass" ? Severity::info : Severity::error;
}

std::string_view result_word(std::string_view result) {
  return result == "pass" ? "PASS" : result == "fail" ? "FAIL" : "BAD INPUT";
}

}  // namespace

std::string painted(std::string_view text, Severity severity, TextStyle style) {
  if (!style.color) return std::string(text);
  const char* code = severity == Severity::error ? "1;31" : severity == Severity::warning ? "1;33" : "1;32";
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

Severity severity_of(model::RuleSeverity severity) {
  switch (severity) {
    case model::RuleSeverity::info:
      return Severity::info;
    case model::RuleSeverity::warning:
      return Severity::warning;
    case model::RuleSeverity::error:
      return Severity::error;
  }
  return Severity::error;
}

std::string diagnostic_text(const Diagnostic& diagnostic, TextStyle style) {
  std::string line = to_line(diagnostic);
  if (!style.color) return line;
  const std::string mark = fmt::format("{}: ", word(diagnostic.severity));
  const auto at = line.find(mark);
  if (at != std::string::npos)
    line.replace(at, mark.size() - 2, painted(word(diagnostic.severity), diagnostic.severity, style));
  return line;
}

std::string finding_line(const guardrails::Finding& finding) {
  std::string out = printable(finding.rule) + ": ";
  const guardrails::Metric* metric = guardrails::find_metric(finding.metric);
  out += metric != nullptr ? std::string(metric->label) : printable(finding.title);
  // A flag says whose it is by itself.
  if (metric == nullptr || metric->unit != guardrails::MetricUnit::flag) {
    out += finding.subject == "deal" ? " of the deal" : " of " + printable(finding.subject);
  }
  return out + ": " + printable(guardrails::measured_text(finding));
}

std::string change_line(const guardrails::Change& change) {
  if (change.tcv_before == change.tcv_after && change.margin_before == change.margin_after) {
    return fmt::format("{}: price and margin stay", printable(change.words));
  }
  return fmt::format("{}: customer pays {}, partner's margin {}", printable(change.words),
                     signed_amount(change.tcv_before, change.tcv_after),
                     signed_amount(change.margin_before, change.margin_after));
}

std::string way_out_line(const guardrails::Finding& finding) {
  return finding.ways_out.empty() ? std::string() : change_line(finding.ways_out.front());
}

std::string check_text(const CheckReport& report, TextStyle style) {
  std::string out;
  for (const Diagnostic& diagnostic : report.diagnostics) out += diagnostic_text(diagnostic, style) + '\n';
  if (!report.diagnostics.empty()) out += '\n';
  for (const PlacedFinding& placed : report.findings) {
    const guardrails::Finding& finding = placed.finding;
    out += fmt::format("{}: {}: {}\n", place_text(placed.place),
                       painted(word(finding.severity), severity_of(finding.severity), style), finding_line(finding));
    out += wrapped(reason(finding), 120, 4);
    if (finding.ways_out.empty()) {
      out += finding.search_cut_short ? "    way out: not searched to the end, as the deal is very large\n"
                                      : "    way out: no single change of the stated levers clears it\n";
    } else {
      out += fmt::format("    way out: {}\n", way_out_line(finding));
    }
  }
  if (!report.findings.empty()) out += '\n';
  out += fmt::format("{}: {}\n", painted(result_word(report.result), severity_of_result(report.result), style),
                     summary(report));
  return out;
}

std::string check_markdown(const CheckReport& report) {
  std::string out =
      fmt::format("## Guardrails: {}\n\n{}\n", result_word(report.result), markdown_escaped(summary(report)));
  if (!report.findings.empty()) {
    Table table{
        "Findings",
        {{"Severity"}, {"Place"}, {"Rule"}, {"Subject"}, {"Value", true}, {"Bound", true}, {"Why"}, {"Way out"}}};
    for (const PlacedFinding& placed : report.findings) {
      const guardrails::Finding& finding = placed.finding;
      table.add_row()
          .text(word(finding.severity))
          .text(place_text(placed.place))
          .text(finding.rule)
          .text(finding.subject)
          .text(finding.value)
          .text(finding.bound)
          .text(reason(finding))
          .text(way_out_line(finding));
    }
    out += '\n' + table_markdown(table);
  }
  if (!report.diagnostics.empty()) {
    out += "\n### Documents\n\n";
    for (const Diagnostic& diagnostic : report.diagnostics)
      out += fmt::format("- {}\n", markdown_escaped(to_line(diagnostic)));
  }
  return out;
}

std::string check_csv(const CheckReport& report) {
  Table table{"",
              {{"", false, "severity"},
               {"", false, "code"},
               {"", false, "file"},
               {"", true, "line"},
               {"", true, "column"},
               {"", false, "pointer"},
               {"", false, "deal"},
               {"", false, "metric"},
               {"", false, "subject"},
               {"", false, "value"},
               {"", false, "bound"},
               {"", false, "message"},
               {"", false, "way_out"}}};
  for (const Diagnostic& d : report.diagnostics) {
    table.add_row()
        .text(word(d.severity))
        .text(d.code)
        .text(d.file)
        .count(d.line)
        .count(d.column)
        .text(d.pointer)
        .blank()
        .blank()
        .blank()
        .blank()
        .text(d.expected)
        .text(d.message)
        .blank();
  }
  for (const PlacedFinding& placed : report.findings) {
    const guardrails::Finding& f = placed.finding;
    table.add_row()
        .text(word(f.severity))
        .text(f.rule)
        .text(placed.place.file)
        .count(placed.place.line)
        .count(placed.place.column)
        .text(f.pointer)
        .text(f.deal)
        .text(f.metric)
        .text(f.subject)
        .text(f.value)
        .text(f.bound)
        .text(reason(f))
        .text(way_out_line(f));
  }
  return table_csv(table);
}

std::string check_json(const CheckReport& report) {
  return document::write_json(report);
}

}  // namespace dealwright::report
