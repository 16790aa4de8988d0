#include "core/report/simulation_charts.hpp"

#include <fmt/format.h>

#include "core/report/chart_money.hpp"
#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

constexpr std::int64_t all_micro = 100 * Decimal::scale;  // 100 per cent

void add_marks(const roi::SimulatedReturn& found, Chart& chart) {
  for (const roi::Percentile& one : found.percentiles)
    if (one.percent == 10 || one.percent == 50 || one.percent == 90)
      chart.marks.push_back({fmt::format("P{}", one.percent), in_major(one.npv)});
}

Money percentile(const roi::SimulatedReturn& found, int percent) {
  for (const roi::Percentile& one : found.percentiles)
    if (one.percent == percent) return one.npv;
  return {0, found.currency};
}

}  // namespace

Chart histogram_chart(const roi::SimulatedReturn& found, const roi::CaseSpread& spread) {
  Chart chart;
  chart.kind = ChartKind::histogram;
  chart.title = "Net present value, how often";
  chart.numbers_name = found.currency.code();
  for (const Money edge : spread.edges) chart.numbers.push_back(in_major(edge));
  ChartSeries& series = chart.series.emplace_back();
  series.name = "Trials";
  for (const std::uint64_t count : spread.counts)
    series.values.push_back(Decimal::whole(static_cast<std::int64_t>(count)));
  add_marks(found, chart);
  if (!found.percentiles.empty())
    chart.sentence = fmt::format("P10 {}, P50 {}, P90 {}.", to_display(percentile(found, 10)),
                                 to_display(percentile(found, 50)), to_display(percentile(found, 90)));
  return chart;
}

Chart s_curve_chart(const roi::SimulatedReturn& found, const roi::CaseSpread& spread) {
  Chart chart;
  chart.kind = ChartKind::curve;
  chart.title = "Chance of at most so much";
  chart.unit = "%";
  chart.numbers_name = found.currency.code();
  ChartSeries& series = chart.series.emplace_back();
  series.name = "At most";
  const auto last = static_cast<std::int64_t>(spread.quantiles.size()) - 1;
  for (std::int64_t at = 0; at <= last; ++at) {
    chart.numbers.push_back(in_major(spread.quantiles[static_cast<std::size_t>(at)]));
    series.values.push_back(Decimal::from_micro(last > 0 ? all_micro / last * at : all_micro));
  }
  if (!series.values.empty()) series.values.back() = Decimal::from_micro(all_micro);
  add_marks(found, chart);
  chart.sentence = fmt::format("Above zero with {}.", to_percent(found.positive));
  return chart;
}

}  // namespace dealwright::report
