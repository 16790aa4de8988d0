#include "core/report/review_sections.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

using success::SuccessResult;
using success::TargetResult;
using success::ValueQuarter;

// A column whose head begins with "#" holds numbers or days, which are never wrapped.
Table table_of(std::string title, std::initializer_list<std::string_view> heads) {
  Table table;
  table.title = std::move(title);
  for (std::string_view head : heads) {
    const bool is_number = head.starts_with('#');
    if (is_number) head.remove_prefix(1);
    table.columns.push_back({std::string(head), is_number, {}});
  }
  return table;
}

Cell optional_cell(const std::optional<Decimal>& value) {
  return value ? quantity_cell(*value) : empty_cell();
}

Cell optional_cell(const std::optional<Money>& value) {
  return value ? money_cell(*value) : empty_cell();
}

std::string day(const std::optional<Date>& date) {
  return date ? date->to_string() : "";
}

std::string_view trend_words(success::Trend trend) {
  return trend == success::Trend::unknown ? std::string_view("not known yet") : word(trend);
}

// "share" is shown as per cent.
std::string reading(Decimal value, std::string_view unit) {
  if (unit == "share") return to_percent(Ratio{value.micro(), Decimal::scale});
  return unit.empty() ? quantity(value) : fmt::format("{} {}", quantity(value), unit);
}

Ratio share_of(const ValueQuarter& value) {
  if (value.promised.minor <= 0) return {};
  return {value.realised.minor, value.promised.minor};
}

Section standing(const Review& review) {
  const SuccessResult& result = review.result;
  Section section{"Where we stand", {}, {}, {}};
  Table table = table_of("At a glance", {"", ""});
  const auto add = [&](std::string_view label, std::string value) {
    if (!value.empty()) table.add_row().text(label).text(value);
  };
  if (!result.quarters.empty()) add("Quarter", quarter_words(result.quarters.back()));
  for (const success::PhaseResult& phase : result.phases)
    if (phase.phase == result.phase) add("Phase", phase.name);
  add("Go-live", result.go_live ? result.go_live->to_string() : "not yet");
  const auto met = std::count_if(result.targets.begin(), result.targets.end(),
                                 [](const TargetResult& one) { return one.state == success::TargetState::met; });
  if (!result.targets.empty()) add("Targets met", fmt::format("{} of {}", met, result.targets.size()));
  add("Value realised so far", result.value.status.empty()
                                   ? fmt::format("{}, {} of what was promised", to_display(result.value.total.realised),
                                                 to_percent(share_of(result.value.total), 0))
                                   : result.value.status);
  add("Health", result.health.score.has_value()
                    ? fmt::format("{} ({})", to_percent(result.health.score, 0), spaced(word(result.health.band)))
                    : "not known: nothing was read");
  add("The contract runs to", result.term_end.to_string());
  section.tables.push_back(std::move(table));
  Table phases = table_of("The way", {"Phase", "#From", "State", "Goal"});
  for (const success::PhaseResult& phase : result.phases)
    phases.add_row()
        .text(phase.name)
        .text(day(phase.from))
        .text(phase.state == success::PhaseState::undated ? "after the go-live" : word(phase.state))
        .text(phase.goal);
  section.tables.push_back(std::move(phases));
  return section;
}

Section targets(const Review& review) {
  const SuccessResult& result = review.result;
  Section section{"Targets", {}, {}, {}};
  Table table = table_of("What was agreed, and where it stands",
                         {"Measure", "Unit", "#Before", "#Target", "#Now", "#Way gone", "#Due", "State", "Trend"});
  Table course = table_of("Quarter by quarter", {"Quarter", "Measure", "#Actual", "#Way gone", "Met"});
  for (const TargetResult& one : result.targets) {
    table.add_row()
        .text(one.name)
        .text(one.unit)
        .add(optional_cell(one.measured))
        .quantity(one.target)
        .add(optional_cell(one.actual))
        .percent(one.progress)
        .text(day(one.due))
        .text(spaced(word(one.state)))
        .text(trend_words(one.trend));
    if (one.actual) section.charts.push_back(target_chart(one, result.quarters));
  }
  for (std::size_t i = 0; i < result.quarters.size(); ++i)
    for (const TargetResult& one : result.targets)
      if (one.quarters[i].actual)
        course.add_row()
            .text(quarter_words(result.quarters[i]))
            .text(one.name)
            .add(optional_cell(one.quarters[i].actual))
            .percent(one.quarters[i].progress)
            .text(one.quarters[i].met ? "yes" : "no");
  section.tables = {std::move(table), std::move(course)};
  return section;
}

Section value(const Review& review) {
  const SuccessResult& result = review.result;
  Section section{"Value realised", {}, {}, {}};
  if (!result.value.status.empty()) section.lines.push_back(result.value.status);
  const auto add = [](Table& table, std::string_view label, const ValueQuarter& of) {
    table.add_row().text(label).money(of.realised).money(of.promised).percent(share_of(of));
  };
  const std::string currency(review.currency.code());
  Table by_quarter =
      table_of(fmt::format("By quarter ({})", currency), {"Quarter", "#Realised", "#Promised", "#Share"});
  Table by_row =
      table_of(fmt::format("By what it comes from ({})", currency), {"", "#Realised", "#Promised", "#Share"});
  for (std::size_t i = 0; i < result.quarters.size(); ++i)
    if (result.value.quarters[i].measured) add(by_quarter, quarter_words(result.quarters[i]), result.value.quarters[i]);
  for (const success::ValueRow& row : result.value.rows) add(by_row, row.name, row.total);
  for (Table* const table : {&by_quarter, &by_row}) {
    if (table->rows.empty()) continue;
    add(*table, "Total", result.value.total);
    table->has_total = true;
  }
  if (!by_quarter.rows.empty()) {
    section.lines.emplace_back(
        "Realised is what a month's work would cost as it was done before, less what it costs now, for three months. "
        "Promised is what the business case counts on for the same months, with its allowance for risk.");
    section.charts.push_back(value_chart(result));
  }
  for (const success::NotCounted& one : result.value.not_counted)
    section.lines.push_back(fmt::format("Not counted: {}: {}.", one.name, one.reason));
  section.tables = {std::move(by_quarter), std::move(by_row)};
  return section;
}

Section health(const Review& review) {
  const success::HealthResult& of = review.result.health;
  Section section{"Health", {}, {}, {}};
  if (of.score.has_value())
    section.lines.push_back(fmt::format("{}: {}. Against the quarter before: {}.", to_percent(of.score, 1),
                                        spaced(word(of.band)), trend_words(of.trend)));
  if (!of.missing.empty()) {
    std::string names;
    for (const std::string& name : of.missing) names += (names.empty() ? "" : ", ") + name;
    section.lines.push_back(fmt::format("Without a reading, and left out: {}.", names));
  }
  Table reasons = table_of("Why", {"Signal", "#Reading", "#Poor", "#Good", "#Adds", "#Could add", "What to do"});
  for (const success::HealthReason& one : of.reasons)
    reasons.add_row()
        .text(one.name)
        .text(reading(one.reading, one.unit))
        .text(reading(one.poor, one.unit))
        .text(reading(one.good, one.unit))
        .percent(one.contribution)
        .percent(one.lost)
        .text(one.lost.numerator == 0 ? "" : one.remedy);
  Table quarters = table_of("Health by quarter", {"Quarter", "#Health", "Band"});
  for (const success::HealthQuarter& one : of.quarters)
    quarters.add_row().text(quarter_words(one.from)).percent(one.score).text(spaced(word(one.band)));
  section.tables = {std::move(reasons), std::move(quarters)};
  return section;
}

Section backlog(const Review& review) {
  Section section{"Backlog", {}, {}, {}};
  if (review.result.backlog_done > 0)
    section.lines.push_back(fmt::format("{} done.", counted(review.result.backlog_done, "item is", "items are")));
  Table table = table_of("Open", {"What", "Who", "#Due", "State"});
  for (const success::BacklogResult& one : review.result.backlog)
    table.add_row()
        .text(one.name)
        .text(one.owner)
        .text(day(one.due))
        .text(one.overdue ? "overdue" : spaced(word(one.state)));
  section.tables.push_back(std::move(table));
  return section;
}

Section expansion(const Review& review) {
  Section section{"What could come next", {}, {}, {}};
  Table table = table_of("Outgrown", {"What", "Measure", "#Before", "#Now", "Why", "What helps"});
  for (const success::ExpansionResult& one : review.result.expansion) {
    std::string reasons;
    for (const std::string& reason : one.reasons) reasons += (reasons.empty() ? "" : " ") + reason;
    table.add_row()
        .text(one.name)
        .text(one.baseline)
        .add(optional_cell(one.measured))
        .quantity(one.value)
        .text(reasons)
        .text(one.offer);
  }
  section.tables.push_back(std::move(table));
  return section;
}

Section internal(const Review& review) {
  Section section{"Internal: not for the customer", {}, {}, {}};
  const ReviewInternal& of = *review.internal;
  if (of.renewal) {
    section.lines.push_back(fmt::format("Renewal risk: {}.", word(of.renewal->risk)));
    for (const std::string& reason : of.renewal->reasons) section.lines.push_back(reason);
  }
  section.lines.push_back(of.gross_margin ? fmt::format("Gross margin of the contract: {}, {}.",
                                                        to_display(*of.gross_margin), to_percent(of.margin))
                                          : "The contract cannot be priced, so that its margin is not known.");
  if (!of.note.empty()) section.lines.push_back(of.note);
  for (const QuarterNote& one : of.notes)
    section.lines.push_back(fmt::format("{}: {}", quarter_words(one.from), one.note));
  return section;
}

}  // namespace

std::string quarter_words(Date from) {
  return fmt::format("{} to {}", from.to_string(), from.plus_months(3).plus_days(-1).to_string());
}

Table automation_table(const std::vector<roi::RankedAutomation>& ranked, std::string title) {
  Table table = table_of(std::move(title), {"Candidate", "Kind", "State", "#Score a month", "#Value a year",
                                            "#Hours once", "#Hours a month", "Why, and what comes first"});
  const auto counted =
      std::find_if(ranked.begin(), ranked.end(), [](const auto& one) { return one.yearly.has_value(); });
  if (counted != ranked.end()) table.columns[3].head += fmt::format(" ({})", counted->yearly->currency.code());
  for (const roi::RankedAutomation& one : ranked) {
    std::string why;
    for (const auto* const list : {&one.first, &one.reasons})
      for (const std::string& sentence : *list) why += (why.empty() ? "" : " ") + sentence;
    table.add_row()
        .text(one.name)
        .text(one.kind == model::AutomationKind::ai ? "AI" : "workflow")
        .text(spaced(word(one.standing)) + (one.chosen ? ", chosen" : ""))
        .add(optional_cell(one.score))
        .add(optional_cell(one.yearly))
        .quantity(one.setup_hours)
        .quantity(one.running_hours)
        .text(why);
  }
  return table;
}

std::vector<Section> review_sections(const Review& review) {
  std::vector<Section> sections{standing(review), targets(review), value(review),
                                health(review),   backlog(review), expansion(review)};
  Section automation{"What could be automated", {}, {}, {}};
  automation.tables.push_back(automation_table(review.automations, "Ranked"));
  if (!review.automations.empty())
    automation.lines.emplace_back(
        "The score is what a month of the work costs, times the share that would be saved, the quality of the data and "
        "the "
        "maturity of the process. The value a year is after an allowance for risk, once all is in use.");
  sections.push_back(std::move(automation));
  sections.push_back({"Next steps", review.next_steps, {}, {}});
  if (review.internal) sections.push_back(internal(review));
  std::erase_if(sections, [](const Section& one) {
    return one.lines.empty() &&
           std::all_of(one.tables.begin(), one.tables.end(), [](const Table& table) { return table.rows.empty(); });
  });
  return sections;
}

}  // namespace dealwright::report
