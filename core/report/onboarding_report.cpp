#include "core/report/onboarding_report.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <fmt/format.h>

#include "core/base/lookup.hpp"
#include "core/document/writer.hpp"
#include "core/onboarding/check.hpp"
#include "core/onboarding/readiness.hpp"
#include "core/report/figures.hpp"
#include "core/report/onboarding_tables.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {
namespace {

using onboarding::RunResult;

Cell day_cell(Date day) {
  return text_cell(day.to_string());
}

Cell days_cell(std::optional<int> days) {
  return days ? count_cell(*days) : empty_cell();
}

std::string next_closed_gate(const RunResult& result) {
  for (const auto& gate : result.gates)
    if (!gate.open) return gate.name;
  return {};
}

Table overview_table(const OnboardingReport& report) {
  Table table{"Onboarding",
              {{"Run", false, "run"},
               {"Partner or customer", false, "subject"},
               {"Ready", true, "ready"},
               {"Next closed gate", false, "gate"},
               {"Overdue", true, "overdue"},
               {"Forecast finish", false, "forecast_finish"},
               {"Working days late", true, "days_late"}}};
  for (const OnboardingRun& run : report.runs)
    table.add_row()
        .text(run.name)
        .text(run.subject)
        .percent(run.result.ready.ready)
        .text(next_closed_gate(run.result))
        .count(run.result.overdue)
        .add(day_cell(run.result.forecast_finish))
        .add(days_cell(run.result.days_late));
  return table;
}

// Gives `tell` each table that has rows.
template <class Tell>
void each_table(const OnboardingRun& run, const Tell& tell) {
  const OnboardingTables tables = onboarding_tables(run);
  boost::mp11::mp_for_each<boost::describe::describe_members<OnboardingTables, boost::describe::mod_public>>(
      [&](auto member) {
        const Table& table = tables.*member.pointer;
        if (!table.rows.empty()) tell(table);
      });
}

std::string head_of(const OnboardingRun& run) {
  return fmt::format("{} ({}): {} ready, of what is mandatory {}", run.name, run.subject,
                     to_percent(run.result.ready.ready), to_percent(run.result.ready.mandatory_ready));
}

std::vector<std::string> facts_of(const OnboardingRun& run) {
  const RunResult& result = run.result;
  std::string days = fmt::format("{} on {}, seen on {}.", result.start > result.today ? "Starts" : "Started",
                                 result.start.to_string(), result.today.to_string());
  if (result.target.is_stated()) days.insert(days.size() - 1, fmt::format(", target {}", result.target.to_string()));
  std::vector<std::string> facts{fmt::format("{}, version {}.", run.template_name, result.template_version),
                                 std::move(days), forecast_text(result)};
  if (!result.complete) facts.push_back(pace_text(result));
  return facts;
}

}  // namespace

std::string subject_of(const model::Programme& programme, const model::Onboarding& run) {
  if (!run.customer.empty()) {
    for (const model::Customer& customer : programme.customers)
      if (customer.id == run.customer) return customer.name;
    return run.customer;
  }
  for (const model::Partner& partner : programme.partners)
    if (partner.id == run.partner) return partner.name;
  return run.partner;
}

OnboardingReport onboarding_report(const model::Programme& programme, const std::vector<std::string>& runs, Date today,
                                   std::string engine, Diagnostics& diagnostics) {
  OnboardingReport report;
  report.engine = std::move(engine);
  report.today = today;
  const auto tell = [&](const std::string& file, Diagnostics found) {
    for (Diagnostic& one : found) {
      one.file = file;
      diagnostics.push_back(std::move(one));
    }
  };
  std::vector<const model::Playbook*> looked_over;
  for (const model::Onboarding& stated : programme.onboardings) {
    if (!runs.empty() && std::find(runs.begin(), runs.end(), stated.id) == runs.end()) continue;
    const model::Playbook* const playbook = find_id(programme.playbooks, stated.playbook);
    if (playbook == nullptr) continue;
    if (std::find(looked_over.begin(), looked_over.end(), playbook) == looked_over.end()) {
      looked_over.push_back(playbook);
      tell("playbook/" + playbook->id, onboarding::check_templates(playbook->templates, playbook->calendars));
    }
    Diagnostics found;
    OnboardingRun run{stated.name, subject_of(programme, stated), {}, {}, {}};
    run.result = onboarding::evaluate_run(*playbook, stated, today, found);
    tell("onboarding/" + stated.id, std::move(found));
    const model::Template *used = nullptr, *newest = nullptr;
    for (const model::Template& one : playbook->templates) {
      if (one.id != stated.template_id) continue;
      if (used == nullptr && one.version == run.result.template_version) used = &one;
      if (newest == nullptr || one.version > newest->version) newest = &one;
    }
    if (used == nullptr) continue;
    run.template_name = used->name;
    if (newest->version > used->version) run.update = onboarding::what_an_update_changes(*used, *newest, stated);
    report.runs.push_back(std::move(run));
  }
  return report;
}

std::string lateness_text(std::optional<int> days_late) {
  if (!days_late) return {};
  if (*days_late == 0) return "on time";
  const long long days = *days_late;
  return fmt::format("{} {}", counted(days < 0 ? -days : days, "working day", "working days"),
                     days > 0 ? "late" : "early");
}

std::string forecast_text(const RunResult& result) {
  const std::string lateness = result.days_late ? ", " + lateness_text(result.days_late) : "";
  if (result.complete) {
    if (!result.forecast_finish.is_stated()) return "Complete.";
    return fmt::format("Complete since {}{}.", result.forecast_finish.to_string(), lateness);
  }
  if (!result.forecast_finish.is_stated()) return "No finish can be forecast.";
  std::string text = fmt::format("Forecast finish {}{}", result.forecast_finish.to_string(), lateness);
  if (result.planned_finish.is_stated() && result.planned_finish != result.forecast_finish)
    text += fmt::format("; by the estimates {}", result.planned_finish.to_string());
  return text + '.';
}

std::string pace_text(const RunResult& result) {
  if (result.paced_items == 0) return "Pace: nothing done is measured yet, so the forecast is by the estimates.";
  const std::string taken = fmt::format("{} done took {} of what was estimated",
                                        counted(result.paced_items, "item", "items"), to_percent(result.pace));
  if (!result.pace_used) return fmt::format("Pace: {}; too few to go by, so the forecast is by the estimates.", taken);
  return fmt::format("Pace: {}; the forecast expects the same of what is left.", taken);
}

std::string onboarding_text(const OnboardingReport& report) {
  std::string out;
  if (report.runs.size() > 1) out += table_text(overview_table(report));
  for (const OnboardingRun& run : report.runs) {
    if (!out.empty()) out += '\n';
    out += printable(head_of(run)) + '\n';
    for (const std::string& fact : facts_of(run)) out += "  " + printable(fact) + '\n';
    each_table(run, [&](const Table& table) { out += table_text(table); });
  }
  return out;
}

std::string onboarding_markdown(const OnboardingReport& report) {
  std::string out;
  if (report.runs.size() > 1) {
    Table overview = overview_table(report);
    overview.title.clear();
    out += "## Onboarding\n\n" + table_markdown(overview);
  }
  for (const OnboardingRun& run : report.runs) {
    if (!out.empty()) out += '\n';
    out += fmt::format("## {}\n\n", markdown_escaped(head_of(run)));
    for (const std::string& fact : facts_of(run)) out += "- " + markdown_escaped(fact) + '\n';
    each_table(run, [&](const Table& table) { out += '\n' + table_markdown(table); });
  }
  return out;
}

std::string onboarding_json(const OnboardingReport& report) {
  return document::write_json(report);
}

}  // namespace dealwright::report
