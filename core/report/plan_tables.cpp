#include "core/report/plan_tables.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/base/wide.hpp"
#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

using portfolio::ConditionResult;
using portfolio::PhaseResult;
using portfolio::PlanResult;
using portfolio::RowMonth;
using portfolio::Span;
using portfolio::TeamResult;

// Rounded half up to one place for people, whole for programs.
Cell rounded_cell(Decimal value) {
  constexpr std::int64_t unit = Decimal::scale / 10;
  const std::int64_t tenths = divide_rounded_short(value.micro(), unit, Rounding::half_up);
  return {grouped(Decimal::from_micro(tenths * unit).to_string(1)), value.to_string(), true};
}

Table table_of(std::string title, std::vector<std::string_view> heads, std::string_view first) {
  Table table;
  table.title = std::move(title);
  table.columns.push_back({std::string(first), false, {}});
  for (const std::string_view head : heads) table.columns.push_back({std::string(head), true, {}});
  return table;
}

// Spans that are told one a row.
struct Rows {
  std::span<const Span> spans;
  const PlanResult* plan;
  bool by_month;

  std::string_view first() const { return by_month ? "Month" : "Year"; }
  std::string title(std::string_view what) const { return fmt::format("{} by {}", what, by_month ? "month" : "year"); }
  Cell label(std::size_t at) const {
    return text_cell(by_month ? spans[at].from.to_string()
                              : fmt::format("{}, from {}", at + 1, spans[at].from.to_string()));
  }
};

Table movements_table(const Rows& rows) {
  Table table = table_of(rows.title("Monthly recurring revenue"),
                         {"Opening", "New", "Expansion", "of it uplift", "of it upgrades", "Contraction", "Churned",
                          "Closing", "Gross kept", "Net kept"},
                         rows.first());
  for (std::size_t i = 0; i < rows.spans.size(); ++i) {
    const Span& span = rows.spans[i];
    const auto& mrr = span.mrr;
    table.add_row()
        .add(rows.label(i))
        .money(mrr.opening)
        .money(mrr.added)
        .money(mrr.expansion)
        .money(mrr.uplift)
        .money(mrr.upgrade)
        .money(mrr.contraction)
        .money(mrr.churned)
        .money(mrr.closing)
        .percent(span.gross_retention)
        .percent(span.net_retention);
  }
  return table;
}

Table customers_table(const Rows& rows) {
  Table table = table_of(rows.title("Customers"),
                         {"Opening", "New", "Churned", "Closing", "Upgraded", "Dedicated", "Live"}, rows.first());
  for (std::size_t i = 0; i < rows.spans.size(); ++i) {
    const auto& of = rows.spans[i].customers;
    table.add_row()
        .add(rows.label(i))
        .add(rounded_cell(of.opening))
        .add(rounded_cell(of.added))
        .add(rounded_cell(of.churned))
        .add(rounded_cell(of.closing))
        .add(rounded_cell(of.upgraded))
        .add(rounded_cell(of.dedicated))
        .add(rounded_cell(of.live));
  }
  return table;
}

Table income_table(const Rows& rows) {
  Table table = table_of(rows.title("Income, cost and cash"),
                         {"Recurring", "Fees", "Recurring share", "Running", "Acquisition", "Teams", "Fixed", "Profit",
                          "Received", "Cash"},
                         rows.first());
  const auto add = [&](Cell label, const Span& span) {
    table.add_row()
        .add(std::move(label))
        .money(span.recurring)
        .money(span.fees)
        .percent(span.recurring_share)
        .money(span.running_cost)
        .money(span.acquisition_cost)
        .money(span.team_cost)
        .money(span.fixed_cost)
        .money(span.profit)
        .money(span.received)
        .money(span.cash);
  };
  for (std::size_t i = 0; i < rows.spans.size(); ++i) add(rows.label(i), rows.spans[i]);
  if (rows.spans.size() > 1) {
    add(text_cell("Total"), rows.plan->total);
    table.has_total = true;
  }
  return table;
}

Table rows_table(const PlanResult& plan) {
  Table table = table_of(
      "By package, over the plan",
      {"Opening", "New", "Churned", "Closing", "MRR new", "Expansion", "Contraction", "Churned", "Closing MRR"},
      "Customers");
  for (const auto& row : plan.rows) {
    if (row.years.empty()) continue;
    Decimal added, churned;
    Money fresh = row.years.front().mrr.added, more = row.years.front().mrr.expansion;
    Money less = row.years.front().mrr.contraction, lost = row.years.front().mrr.churned;
    for (std::size_t i = 0; i < row.years.size(); ++i) {
      const RowMonth& year = row.years[i];
      added = Decimal::from_micro(added.micro() + year.customers.added.micro());
      churned = Decimal::from_micro(churned.micro() + year.customers.churned.micro());
      if (i == 0) continue;
      fresh.minor += year.mrr.added.minor;
      more.minor += year.mrr.expansion.minor;
      less.minor += year.mrr.contraction.minor;
      lost.minor += year.mrr.churned.minor;
    }
    std::string name = row.name.empty() ? row.row : row.name;
    name += fmt::format(" ({}{}{})", spaced(word(row.segment)), row.package.empty() ? "" : ", ", row.package);
    table.add_row()
        .text(name)
        .add(rounded_cell(row.years.front().customers.opening))
        .add(rounded_cell(added))
        .add(rounded_cell(churned))
        .add(rounded_cell(row.years.back().customers.closing))
        .money(fresh)
        .money(more)
        .money(less)
        .money(lost)
        .money(row.years.back().mrr.closing);
  }
  return table;
}

std::string month_words(const PlanResult& plan, int month) {
  return fmt::format("month {} ({})", month, plan.total.from.plus(month - 1).to_string());
}

Table phases_table(const PlanResult& plan) {
  Table table;
  table.title = "Phases";
  table.columns = {{"Phase", false, {}}, {"Begins", false, {}}, {"Could begin", false, {}}, {"Entry gate", false, {}}};
  for (const PhaseResult& phase : plan.phases) {
    std::string gate;
    for (const ConditionResult& condition : phase.gate)
      gate +=
          fmt::format("{}{}{}", gate.empty() ? "" : "; ", condition.met ? "holds: " : "missing: ", to_words(condition));
    table.add_row()
        .text(phase.name)
        .text(phase.opened == 0 ? "not in this plan" : month_words(plan, phase.opened))
        .text(phase.earliest == 0 ? "after this plan" : month_words(plan, phase.earliest))
        .text(gate.empty() ? "none" : gate);
  }
  return table;
}

Table season_table(const PlanResult& plan) {
  static constexpr std::string_view names[] = {"January", "February", "March",     "April",   "May",      "June",
                                               "July",    "August",   "September", "October", "November", "December"};
  Table table = table_of("By season, a month on average",
                         {"New customers", "Delivery hours", "Support hours", "Times overcommitted"}, "Month");
  for (const auto& month : plan.season) {
    const auto mean = [&](Decimal sum) {
      return rounded_cell(Decimal::from_micro(divide_rounded_short(sum.micro(), month.times, Rounding::half_up)));
    };
    table.add_row()
        .text(names[month.month - 1])
        .add(mean(month.new_customers))
        .add(mean(month.delivery_hours))
        .add(mean(month.support_hours))
        .count(month.over);
  }
  return table;
}

Table people_table(const PlanResult& plan) {
  Table table =
      table_of("People by month",
               {"Delivery people", "Hours", "Needed", "Used", "Support people", "Hours", "Needed", "Used"}, "Month");
  table.columns.push_back({"", false, {}});
  for (std::size_t i = 0; i < plan.delivery.months.size(); ++i) {
    const auto& delivery = plan.delivery.months[i];
    const auto& support = plan.support.months[i];
    Row& cells = table.add_row().text(plan.months[i].from.to_string());
    for (const auto* const team : {&delivery, &support}) {
      cells.add(rounded_cell(team->people));
      cells.add(rounded_cell(team->capacity));
      cells.add(rounded_cell(team->needed));
      cells.percent(team->utilisation);
    }
    cells.text(delivery.over && support.over ? "both over"
               : delivery.over               ? "delivery over"
               : support.over                ? "support over"
                                             : "");
  }
  return table;
}

std::string team_line(const PlanResult& plan, std::string_view name, const TeamResult& team) {
  if (team.peak == 0) return fmt::format("{}: no hours are needed", name);
  std::string out = fmt::format("{}: most hours in {}", name, month_words(plan, team.peak));
  // "month 3", "months 3, 4".
  const auto list = [](const std::vector<int>& months) {
    std::string text;
    for (const int month : months) text += fmt::format("{}{}", text.empty() ? "" : ", ", month);
    return (months.size() == 1 ? "month " : "months ") + text;
  };
  out += team.over.empty() ? "; never overcommitted" : "; overcommitted in " + list(team.over);
  if (!team.hires.empty()) out += "; one more person from " + list(team.hires);
  return out;
}

}  // namespace

std::string plan_head(const PlanResult& plan) {
  return fmt::format("{}: {} from {}, {}", plan.name, counted(plan.total.months, "month", "months"),
                     plan.total.from.to_string(), plan.total.cash.currency.code());
}

std::vector<std::string> plan_lines(const PlanResult& plan) {
  std::vector<std::string> lines;
  lines.push_back(plan.break_even ? fmt::format("Breaks even: no loss from {} on", month_words(plan, *plan.break_even))
                                  : "Does not break even: the last month makes a loss");
  lines.push_back(plan.payback
                      ? fmt::format("Pays back: cash is not negative from {} on", month_words(plan, *plan.payback))
                      : fmt::format("Does not pay back: cash ends at {}", to_display(plan.total.cash)));
  if (plan.least_cash_month != 0)
    lines.push_back(fmt::format("Needs {} at most, at the end of {}",
                                to_display({-plan.least_cash.minor, plan.least_cash.currency}),
                                month_words(plan, plan.least_cash_month)));
  if (plan.outstanding.minor != 0)
    lines.push_back(fmt::format("Billed and not paid by the end: {}", to_display(plan.outstanding)));
  lines.push_back(team_line(plan, "Delivery", plan.delivery));
  lines.push_back(team_line(plan, "Support", plan.support));
  return lines;
}

std::vector<Table> plan_tables(const PlanResult& plan, bool monthly) {
  std::vector<Table> tables;
  for (const bool by_month : {false, true}) {
    if (by_month && !monthly) break;
    const Rows rows{by_month ? plan.months : plan.years, &plan, by_month};
    tables.push_back(movements_table(rows));
    tables.push_back(customers_table(rows));
    tables.push_back(income_table(rows));
    if (by_month) {
      tables.push_back(people_table(plan));
      continue;
    }
    tables.push_back(rows_table(plan));
    tables.push_back(phases_table(plan));
    tables.push_back(season_table(plan));
  }
  return tables;
}

Table plans_table(const std::vector<PlanResult>& plans) {
  Table table = table_of("Growth plans",
                         {"Months", "Customers", "Closing MRR", "Currency", "Recurring share", "Break-even", "Payback",
                          "Least cash", "Cash"},
                         "Plan");
  const auto month = [](const std::optional<int>& at) { return at ? count_cell(*at) : text_cell("none"); };
  for (const PlanResult& plan : plans)
    table.add_row()
        .text(plan.name)
        .count(plan.total.months)
        .add(rounded_cell(plan.total.customers.closing))
        .money(plan.total.mrr.closing)
        .text(plan.total.cash.currency.code())
        .percent(plan.total.recurring_share)
        .add(month(plan.break_even))
        .add(month(plan.payback))
        .money(plan.least_cash)
        .money(plan.total.cash);
  return table;
}

}  // namespace dealwright::report
