#include "core/report/return_charts.hpp"

#include <utility>

#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "core/report/return_tables.hpp"

namespace dealwright::report {

Chart cumulative_chart(const roi::CustomerReturn& found) {
  Chart chart;
  chart.kind = ChartKind::curve;
  chart.title = "Customer return: net benefits so far";
  chart.unit = found.currency.code();
  chart.numbers_name = "Month";
  ChartSeries& all = chart.series.emplace_back();
  all.name = "Net benefits so far";
  for (std::size_t month = 0; month < found.cumulative.size(); ++month) {
    chart.numbers.push_back(Decimal::whole(static_cast<std::int64_t>(month)));
    all.values.push_back(chart_value(found.cumulative[month]));
  }
  if (found.payback.months) chart.marks.push_back({"Payback", *found.payback.months});
  const std::string payback = payback_words(found.payback, found.horizon_months);
  if (!found.cumulative.empty())
    chart.sentence = fmt::format("After {} all net benefits come to {}; payback {}{}.",
                                 counted(found.horizon_months, "month", "months"), to_display(found.cumulative.back()),
                                 found.payback.months ? "after " : "", payback);
  return chart;
}

Chart benefits_chart(const roi::CustomerReturn& found) {
  Chart chart;
  chart.kind = ChartKind::stacked_bars;
  chart.title = "Customer return: benefits by year";
  chart.unit = found.currency.code();
  for (std::size_t year = 0; year < found.net.years.size(); ++year)
    chart.labels.push_back(year == 0 ? "Initial" : fmt::format("Year {}", year));
  for (const roi::ReturnRow& row : found.benefits) {
    ChartSeries series{row.name, {}};
    for (const Money year : row.years) series.values.push_back(chart_value(year));
    chart.series.push_back(std::move(series));
  }
  chart.series = told_apart(std::move(chart.series));
  for (const roi::ReturnRow& row : found.benefits)
    chart.sentence +=
        fmt::format("{}{} {}", chart.sentence.empty() ? "In all: " : ", ", row.name, to_display(row.total));
  if (!chart.sentence.empty()) chart.sentence += ".";
  return chart;
}

}  // namespace dealwright::report
