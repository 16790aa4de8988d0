#pragma once
// A chart as data, exact as the figures it shows, and painted to SVG.

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/decimal.hpp"

namespace dealwright::report {

enum class ChartKind : std::uint8_t {
  line,          // a point a label, one line a series
  bars,          // beside each other for each label, one a series
  stacked_bars,  // on top of each other; negative values go down from zero
  waterfall,     // from one total to the next; one series
  tornado,       // lying bars to both sides of `base`; two series: the result where an input is low, where it is high
  histogram,     // one series of counts, between the edges in `numbers`
  curve,         // a line a series over the numbers in `numbers`
};

struct ChartSeries {
  std::string name;
  std::vector<Decimal> values;
};

// A place of note among `numbers`: "P50".
struct ChartMark {
  std::string label;
  Decimal at;
};

struct Chart {
  ChartKind kind = ChartKind::line;
  std::string title;
  std::string sentence;              // what it shows in words, for those who do not see it
  std::string unit;                  // behind values: "EUR"
  std::vector<std::string> labels;   // of places; none for a histogram or a curve
  std::vector<ChartSeries> series;   // none longer than there are labels, or numbers
  std::vector<std::uint8_t> totals;  // waterfall: 1 where a step stands on zero and is itself the total; may be shorter
  std::vector<Decimal> numbers;      // histogram: edges, ascending, one more than counts; curve: ascending
  std::string numbers_name;          // below them
  std::string numbers_unit;          // behind them: "EUR"
  std::vector<ChartMark> marks;      // histogram and curve
  Decimal base;                      // tornado: the result where nothing moves
};

// One SVG element, 720 by 320 or, where bars lie, as high as they need, that scales with its place: no script, no
// style sheet, nothing to load. Text and axes have the colour of the text around them. Each bar and point says its
// value in a <title>, so that a browser shows it at the pointer. Series are told apart by dashes or by their order as
// well as by colour. A chart without a value says so in words.
std::string chart_svg(const Chart& chart);

}  // namespace dealwright::report
