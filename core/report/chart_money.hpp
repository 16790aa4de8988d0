#pragma once
// Money as values of charts.

#include <vector>

#include "core/base/money.hpp"
#include "core/report/chart.hpp"

namespace dealwright::report {

// In major units; beyond what a Decimal holds, the greatest that it does.
Decimal in_major(Money money);

// A series of one amount of each element: money_series("Cash", plan.months, [](const auto& m) { return m.cash; }).
template <class List, class Amount>
ChartSeries money_series(std::string name, const List& list, Amount amount) {
  ChartSeries series{std::move(name), {}};
  for (const auto& one : list) series.values.push_back(in_major(amount(one)));
  return series;
}

}  // namespace dealwright::report
