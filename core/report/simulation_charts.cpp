#include "core/report/simulation_charts.hpp"

#include <fmt/format.h>

#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

void add_marks(const roi::SimulatedReturn& found, Chart& chart) {
  for (const roi::Percentile& one : found.percentiles)
    if (one.percent == 10 || one.percent == 50 || one.percent == 90)
      chart.marks.push_back({fmt::format("P{}", one.percent), chart_value(one.npv)});
}

std::string sentence(const roi::SimulatedReturn& found) {
  std::string out = fmt::format("Of {} trials {} came to more than 0", grouped(std::to_string(found.trials)),
                                to_percent(found.positive));
  const roi::Percentile* low = nullptr;
  for (const roi::Percentile& one : found.percentiles) {
    if (one.percent == 10) low = &one;
    if (one.percent == 90 && low != nullptr)
      out += fmt::format("; eight in ten lie from {} to {}", to_display(low->npv), to_display(one.npv));
  }
  return out + ".";
}

void name_numbers(const roi::SimulatedReturn& found, Chart& chart) {
  chart.numbers_name = "Net present value";
  chart.numbers_unit = found.currency.code();
}

}  // namespace

Chart histogram_chart(const roi::SimulatedReturn& found) {
  Chart chart;
  chart.kind = ChartKind::histogram;
  chart.title = "How the net present value spreads";
  chart.sentence = sentence(found);
  chart.unit = "trials";
  name_numbers(found, chart);
  ChartSeries& trials = chart.series.emplace_back();
  trials.name = "Trials";
  for (const roi::Bin& bin : found.histogram) {
    if (chart.numbers.empty()) chart.numbers.push_back(chart_value(bin.from));
    chart.numbers.push_back(chart_value(bin.to));
    trials.values.push_back(Decimal::whole(static_cast<std::int64_t>(bin.trials)));
  }
  add_marks(found, chart);
  return chart;
}

Chart s_curve_chart(const roi::SimulatedReturn& found) {
  Chart chart;
  chart.kind = ChartKind::curve;
  chart.title = "Chance that the net present value is at most so much";
  chart.sentence = sentence(found);
  chart.unit = "%";
  name_numbers(found, chart);
  ChartSeries& chance = chart.series.emplace_back();
  chance.name = "At most";
  for (const roi::Percentile& one : found.curve) {
    chart.numbers.push_back(chart_value(one.npv));
    chance.values.push_back(Decimal::whole(one.percent));
  }
  add_marks(found, chart);
  return chart;
}

std::vector<NamedChart> simulation_charts(const roi::SimulatedReturn& found) {
  if (found.inputs.empty()) return {};
  return {{"histogram", histogram_chart(found)}, {"s-curve", s_curve_chart(found)}};
}

}  // namespace dealwright::report
