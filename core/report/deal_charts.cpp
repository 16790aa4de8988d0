#include "core/report/deal_charts.hpp"

#include <utility>

#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "core/report/return_charts.hpp"

namespace dealwright::report {
namespace {

Chart money_chart(ChartKind kind, std::string title, Currency currency) {
  Chart chart;
  chart.kind = kind;
  chart.title = std::move(title);
  chart.unit = currency.code();
  return chart;
}

}  // namespace

Chart months_chart(const pricing::PricedDeal& priced) {
  Chart chart = money_chart(ChartKind::line, "Revenue, cost and gross margin by month", priced.currency);
  chart.series = {{"Revenue", {}}, {"Cost", {}}, {"Gross margin", {}}};
  for (const pricing::PeriodRow& month : priced.schedule) {
    chart.labels.push_back(month.month.to_string());
    const Money margin{month.revenue.minor - month.cost.minor, priced.currency};
    chart.series[0].values.push_back(chart_value(month.revenue));
    chart.series[1].values.push_back(chart_value(month.cost));
    chart.series[2].values.push_back(chart_value(margin));
  }
  chart.sentence = fmt::format("Over {} revenue is {}, cost {} and gross margin {}.",
                               counted(static_cast<long long>(priced.schedule.size()), "month", "months"),
                               to_display(priced.totals.tcv), to_display(priced.totals.cost_total),
                               to_display(priced.totals.gross_margin));
  return chart;
}

Chart margins_chart(const pricing::PricedDeal& priced) {
  Chart chart = money_chart(ChartKind::bars, "Margin by service line over the term", priced.currency);
  chart.series = {{"Net", {}}, {"Cost", {}}, {"Gross margin", {}}};
  for (const pricing::ServiceLineMargin& one : priced.service_lines) {
    chart.labels.push_back(titled(word(one.service_line)));
    chart.series[0].values.push_back(chart_value(one.net));
    chart.series[1].values.push_back(chart_value(one.cost));
    chart.series[2].values.push_back(chart_value(one.gross_margin));
    chart.sentence += fmt::format("{}{} {}", chart.sentence.empty() ? "Gross margin: " : ", ",
                                  spaced(word(one.service_line)), to_percent(one.margin));
  }
  if (!chart.sentence.empty()) chart.sentence += ".";
  return chart;
}

std::vector<NamedChart> deal_charts(const DealEvaluation& deal) {
  if (!deal.priced) return {};
  std::vector<NamedChart> charts{{"months", months_chart(deal.pricing)}, {"margins", margins_chart(deal.pricing)}};
  if (deal.customer_return) {
    charts.push_back({"cumulative", cumulative_chart(*deal.customer_return)});
    charts.push_back({"benefits", benefits_chart(*deal.customer_return)});
  }
  return charts;
}

}  // namespace dealwright::report
