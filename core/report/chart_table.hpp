#pragma once
// What a chart shows as a table: for those who want the figures, and as CSV.

#include <string_view>

#include "core/report/chart.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {

// A value as the chart states it: of a unit that is a currency with its places, as amount().
Cell value_cell(Decimal value, std::string_view unit);


// A row a place, bin, step or bar, with the chart's title and its unit in the head; no rows where the chart has no
// value. What a series does not have is an empty cell.
//   line, bars, stacked bars: the label and each series
//   waterfall: step, amount, what stands after it
//   tornado: input, the result where it is low and where it is high
//   histogram: from, to, count
//   curve: the number and each series
Table chart_table(const Chart& chart);

}  // namespace dealwright::report
