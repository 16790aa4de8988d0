#include <fmt/format.h>

#include "core/report/chart_set.hpp"
#include "core/report/figures.hpp"
#include "core/report/review_sections.hpp"

namespace dealwright::report {
Chart value_chart(const success::SuccessResult& result) {
  Chart chart;
  chart.kind = ChartKind::bars;
  chart.title = "Value realised and promised";
  chart.unit = result.value.total.realised.currency.code();
  chart.series = {{"Realised", {}}, {"Promised", {}}};
  for (std::size_t i = 0; i < result.quarters.size(); ++i) {
    const success::ValueQuarter& quarter = result.value.quarters[i];
    if (!quarter.measured) continue;
    chart.labels.push_back(result.quarters[i].to_string());
    chart.series[0].values.push_back(chart_value(quarter.realised));
    chart.series[1].values.push_back(chart_value(quarter.promised));
  }
  chart.sentence = fmt::format("In all {} were realised where {} were promised.",
                               to_display(result.value.total.realised), to_display(result.value.total.promised));
  return chart;
}

Chart target_chart(const success::TargetResult& target, const std::vector<Date>& quarters) {
  Chart chart;
  chart.kind = ChartKind::line;
  // Units of baselines are too long to stand at an axis: "hours from order to parcel".
  chart.title = target.unit.empty() ? target.name : fmt::format("{} ({})", target.name, target.unit);
  chart.series = {{"Measured", {}}, {"Target", {}}};
  const auto add = [&](std::string label, Decimal value) {
    chart.labels.push_back(std::move(label));
    chart.series[0].values.push_back(value);
    chart.series[1].values.push_back(target.target);
  };
  if (target.measured) add("Before", *target.measured);
  for (std::size_t i = 0; i < quarters.size(); ++i)
    if (target.quarters[i].actual) add(quarters[i].to_string(), *target.quarters[i].actual);
  if (target.actual)
    chart.sentence =
        fmt::format("It stands at {}; the target is {}.", quantity(*target.actual), quantity(target.target));
  return chart;
}

}  // namespace dealwright::report
