#include "core/report/return_charts.hpp"

#include <fmt/format.h>

#include "core/report/chart_money.hpp"
#include "core/report/return_tables.hpp"

namespace dealwright::report {

Chart cumulative_chart(const roi::CustomerReturn& found) {
  Chart chart;
  chart.kind = ChartKind::line;
  chart.title = "All net benefits so far";
  chart.unit = found.currency.code();
  for (std::size_t month = 0; month < found.cumulative.size(); ++month)
    chart.labels.push_back(fmt::format("Month {}", month));
  chart.series.push_back(money_series("All net benefits so far", found.cumulative, [](Money money) { return money; }));
  if (!found.cumulative.empty())
    chart.sentence = fmt::format("From {} at the start to {} after {} months; payback {}.",
                                 to_display(found.cumulative.front()), to_display(found.cumulative.back()),
                                 found.horizon_months, payback_words(found.payback, found.horizon_months));
  return chart;
}

Chart benefits_chart(const roi::CustomerReturn& found) {
  Chart chart;
  chart.kind = ChartKind::stacked_bars;
  chart.title = "Benefits by driver";
  chart.unit = found.currency.code();
  for (std::size_t year = 0; year < found.total_benefits.years.size(); ++year)
    chart.labels.push_back(year == 0 ? "Initial" : fmt::format("Year {}", year));
  const roi::ReturnRow* greatest = nullptr;
  for (const roi::ReturnRow& row : found.benefits) {
    if (row.total.minor == 0) continue;
    chart.series.push_back(money_series(row.name, row.years, [](Money money) { return money; }));
    if (greatest == nullptr || row.total.minor > greatest->total.minor) greatest = &row;
  }
  if (greatest != nullptr)
    chart.sentence =
        fmt::format("{} in all over {} months, most of it by {} with {}.", to_display(found.total_benefits.total),
                    found.horizon_months, greatest->name, to_display(greatest->total));
  return chart;
}

}  // namespace dealwright::report
