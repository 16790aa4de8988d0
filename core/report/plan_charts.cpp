#include "core/report/plan_charts.hpp"

#include <utility>

#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "core/report/team_chart.hpp"

namespace dealwright::report {
namespace {

using portfolio::PlanResult;

Chart by_month(ChartKind kind, std::string title, std::string unit, const PlanResult& plan) {
  Chart chart;
  chart.kind = kind;
  chart.title = std::move(title);
  chart.unit = std::move(unit);
  for (const portfolio::Span& month : plan.months) chart.labels.push_back(month.from.to_string());
  return chart;
}

std::string code_of(const PlanResult& plan) {
  return std::string(plan.total.cash.currency.code());
}

}  // namespace

Chart mrr_chart(const PlanResult& plan) {
  Chart chart = by_month(ChartKind::stacked_bars, "Monthly recurring revenue", code_of(plan), plan);
  for (const portfolio::RowResult& row : plan.rows) {
    ChartSeries series{row.name.empty() ? row.row : row.name, {}};
    for (const portfolio::RowMonth& month : row.months) series.values.push_back(chart_value(month.mrr.closing));
    chart.series.push_back(std::move(series));
  }
  chart.series = told_apart(std::move(chart.series));
  chart.sentence = fmt::format("From {} at the opening to {} at the end.", to_display(plan.total.mrr.opening),
                               to_display(plan.total.mrr.closing));
  return chart;
}

Chart movements_chart(const portfolio::Span& span, std::string_view when) {
  const portfolio::Movements& mrr = span.mrr;
  Chart chart;
  chart.kind = ChartKind::waterfall;
  chart.title = fmt::format("Movements of recurring revenue, {}", when);
  chart.unit = mrr.closing.currency.code();
  ChartSeries& steps = chart.series.emplace_back();
  const auto add = [&](const char* label, Money amount, std::int64_t sign) {
    chart.labels.emplace_back(label);
    steps.values.push_back(chart_value({sign * amount.minor, amount.currency}));
    chart.totals.push_back(0);
  };
  add("Opening", mrr.opening, 1);
  add("New", mrr.added, 1);
  add("Expansion", mrr.expansion, 1);
  add("Contraction", mrr.contraction, -1);
  add("Churned", mrr.churned, -1);
  add("Closing", mrr.closing, 1);
  chart.totals.front() = chart.totals.back() = 1;
  chart.sentence = fmt::format("{} at the opening, new {}, expansion {}, contraction {}, churned {}: {} at the end.",
                               to_display(mrr.opening), to_display(mrr.added), to_display(mrr.expansion),
                               to_display(mrr.contraction), to_display(mrr.churned), to_display(mrr.closing));
  return chart;
}

Chart cash_chart(const PlanResult& plan) {
  Chart chart = by_month(ChartKind::line, "Cash so far", code_of(plan), plan);
  ChartSeries& cash = chart.series.emplace_back();
  cash.name = "Cash so far";
  for (const portfolio::Span& month : plan.months) cash.values.push_back(chart_value(month.cash));
  chart.sentence = plan.least_cash_month == 0
                       ? fmt::format("Never below zero; {} at the end.", to_display(plan.total.cash))
                       : fmt::format("Least in month {} with {}; {} at the end.", plan.least_cash_month,
                                     to_display(plan.least_cash), to_display(plan.total.cash));
  return chart;
}

std::vector<NamedChart> plan_charts(const PlanResult& plan) {
  return {{"mrr", mrr_chart(plan)},
          {"movements", movements_chart(plan.total, "whole plan")},
          {"delivery", team_chart(plan, plan.delivery, "Delivery")},
          {"support", team_chart(plan, plan.support, "Support")},
          {"cash", cash_chart(plan)}};
}

}  // namespace dealwright::report
