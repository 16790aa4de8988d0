#pragma once
// Charts, and trials of estimates of every shape, as their fingerprints.

#include <string>

#include "core/report/evaluation.hpp"

namespace dealwright::tests {

// One line a chart of the deal; "" where it is not priced.
std::string chart_lines(const report::DealEvaluation& deal);

// A small case with an estimate of each shape, and with growth that is not known: figures, Markdown, the page with its
// charts.
std::string shaped_cases();

// Charts of drawn growth plans, and the tables behind them.
std::string drawn_plan_charts();

}  // namespace dealwright::tests
