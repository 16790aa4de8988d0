#include "core/report/plan_charts.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/report/chart_money.hpp"
#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

using portfolio::PlanResult;
using portfolio::Span;
using portfolio::TeamMonth;

Chart by_month(const PlanResult& plan, ChartKind kind, std::string title) {
  Chart chart;
  chart.kind = kind;
  chart.title = std::move(title);
  chart.unit = plan.total.cash.currency.code();
  for (const Span& month : plan.months) chart.labels.push_back(month.from.to_string());
  return chart;
}

Decimal less(Decimal a, Decimal b) {
  return Decimal::from_micro(std::max<std::int64_t>(0, a.micro() - b.micro()));
}

}  // namespace

Chart mrr_chart(const PlanResult& plan) {
  Chart chart = by_month(plan, ChartKind::stacked_bars, "Monthly recurring revenue by row");
  for (const auto& row : plan.rows)
    chart.series.push_back(money_series(row.name.empty() ? row.row : row.name, row.months,
                                        [](const portfolio::RowMonth& month) { return month.mrr.closing; }));
  chart.sentence =
      fmt::format("From {} to {} a month.", to_display(plan.total.mrr.opening), to_display(plan.total.mrr.closing));
  return chart;
}

Chart movements_chart(const Span& span, std::string_view when) {
  Chart chart;
  chart.kind = ChartKind::waterfall;
  const portfolio::Movements& mrr = span.mrr;
  chart.unit = mrr.closing.currency.code();
  chart.title = fmt::format("Monthly recurring revenue, {}", when);
  const auto negated = [](Money money) { return Money{-money.minor, money.currency}; };
  const std::pair<const char*, Money> steps[] = {
      {"Opening", mrr.opening},          {"New", mrr.added},
      {"Expansion", mrr.expansion},      {"Contraction", negated(mrr.contraction)},
      {"Churned", negated(mrr.churned)}, {"Closing", mrr.closing}};
  ChartSeries& series = chart.series.emplace_back();
  for (const auto& [label, money] : steps) {
    chart.labels.emplace_back(label);
    series.values.push_back(in_major(money));
  }
  chart.totals = {1, 0, 0, 0, 0, 1};
  chart.sentence = fmt::format("From {} to {} a month.", to_display(mrr.opening), to_display(mrr.closing));
  return chart;
}

Chart capacity_chart(const PlanResult& plan, const portfolio::TeamResult& team, std::string_view name) {
  Chart chart = by_month(plan, ChartKind::stacked_bars, fmt::format("{}: hours against capacity", name));
  chart.unit = "hours";
  chart.series = {{"Needed", {}}, {"Overcommitted", {}}, {"Free", {}}};
  for (const TeamMonth& month : team.months) {
    chart.series[0].values.push_back(std::min(month.needed, month.capacity));
    chart.series[1].values.push_back(less(month.needed, month.capacity));
    chart.series[2].values.push_back(less(month.capacity, month.needed));
  }
  if (team.over.empty()) {
    chart.sentence = "Never overcommitted.";
  } else {
    chart.sentence = fmt::format("Overcommitted in {}, first in {}.",
                                 counted(static_cast<long long>(team.over.size()), "month", "months"),
                                 plan.total.from.plus(team.over.front() - 1).to_string());
  }
  return chart;
}

Chart cash_chart(const PlanResult& plan) {
  Chart chart = by_month(plan, ChartKind::line, "Cash, all so far");
  chart.series.push_back(money_series("Cash", plan.months, [](const Span& month) { return month.cash; }));
  chart.sentence = plan.least_cash_month == 0
                       ? fmt::format("Never below zero; {} at the end.", to_display(plan.total.cash))
                       : fmt::format("At least {}, in month {}; {} at the end.", to_display(plan.least_cash),
                                     plan.least_cash_month, to_display(plan.total.cash));
  return chart;
}

}  // namespace dealwright::report
