#include "core/report/variance_chart.hpp"

#include <fmt/format.h>

#include "core/report/figures.hpp"

namespace dealwright::report {

Chart variance_chart(const roi::SimulatedReturn& found, const roi::BoundCase& bound) {
  Chart chart;
  chart.kind = ChartKind::bars;
  chart.title = "What makes it unsure";
  chart.unit = "%";
  ChartSeries& series = chart.series.emplace_back();
  series.name = "Share of variance";
  for (const roi::InputShare& one : found.inputs) {
    chart.labels.push_back(input_words(bound, one.name));
    series.values.push_back(Decimal::from_micro(one.share.micro() * 100));
  }
  if (!found.inputs.empty())
    chart.sentence =
        fmt::format("{} has the greatest share, {}.", chart.labels.front(), percent(found.inputs.front().share));
  return chart;
}

std::string input_words(const roi::BoundCase& bound, std::string_view input) {
  for (const roi::CaseStream& stream : bound.streams) {
    if (stream.id.empty() || input.size() <= stream.id.size() || !input.starts_with(stream.id) ||
        input[stream.id.size()] != '.')
      continue;
    return stream.name + ": " + spaced(input.substr(stream.id.size() + 1));
  }
  return std::string(input);
}

}  // namespace dealwright::report
