#include "core/report/team_chart.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

using portfolio::PlanResult;
using portfolio::TeamMonth;

Decimal less(Decimal a, Decimal b) {
  return Decimal::from_micro(std::max<std::int64_t>(0, a.micro() - b.micro()));
}

}  // namespace

Chart team_chart(const PlanResult& plan, const portfolio::TeamResult& team, std::string_view name) {
  Chart chart;
  chart.kind = ChartKind::stacked_bars;
  chart.title = fmt::format("{}: hours against capacity", name);
  for (const portfolio::Span& month : plan.months) chart.labels.push_back(month.from.to_string());
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

}  // namespace dealwright::report
