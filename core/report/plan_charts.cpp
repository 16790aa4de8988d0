#include "core/report/plan_charts.hpp"

#include <utility>

#include <fmt/format.h>

#include "core/report/chart_money.hpp"

namespace dealwright::report {
namespace {

using portfolio::PlanResult;
using portfolio::Span;

Chart by_month(const PlanResult& plan, ChartKind kind, std::string title) {
  Chart chart;
  chart.kind = kind;
  chart.title = std::move(title);
  chart.unit = plan.total.cash.currency.code();
  for (const Span& month : plan.months) chart.labels.push_back(month.from.to_string());
  return chart;
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
