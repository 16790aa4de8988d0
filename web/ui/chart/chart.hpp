#pragma once
// Charts painted from plain data. They show what was computed exactly elsewhere, so their values are binary floating
// point and nothing is read back from them.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "web/ui/ui.hpp"

namespace dealwright::web::ui {

struct ChartOptions {
  std::string_view name;           // what it shows: "Net and cost by month"
  std::string_view sentence = {};  // the same in words, for those who do not see it: "Net rises from ... to ..."
  float height = 220;              // CSS pixels
  std::string_view unit = {};      // behind values at the pointer: "EUR"
  // A value as it is read at the pointer; without it digits in groups of three.
  std::function<std::string(double)> value_text = {};
  std::string_view empty = "Nothing to show yet.";
  bool legend = true;
};

struct Series {
  std::string name;
  std::vector<double> values;
  std::optional<Colour> colour = {};
  bool bars = false;  // of a line chart: bars behind its lines, for what is nothing in most places
};

// What stands at the pointer: the index of the point or bar, or -1.
using Pointed = int;

// One point a label; series may be shorter than the labels.
Pointed line_chart(const ChartOptions& options, std::span<const std::string> labels, std::span<const Series> series);

// A middle between a low and a high, such as P10, P50 and P90.
struct Band {
  std::string name;
  std::vector<double> low, middle, high;
};
Pointed band_chart(const ChartOptions& options, std::span<const std::string> labels, const Band& band);

// Bars beside each other for each label.
Pointed bar_chart(const ChartOptions& options, std::span<const std::string> labels, std::span<const Series> series);
// Bars on top of each other; negative values go down from zero.
Pointed stacked_bar_chart(const ChartOptions& options, std::span<const std::string> labels,
                          std::span<const Series> series);

// Steps from one total to the next: list price, discounts, net.
struct WaterfallStep {
  std::string label;
  double amount = 0;   // of a total the total itself
  bool total = false;  // stands on zero
};
Pointed waterfall_chart(const ChartOptions& options, std::span<const WaterfallStep> steps);

// What a result becomes where one input is low or high, the widest first.
struct TornadoBar {
  std::string label;
  double low = 0, high = 0;           // the result at the low and the high input
  std::string low_input, high_input;  // "-10 %"
};
Pointed tornado_chart(const ChartOptions& options, double base, std::span<const TornadoBar> bars);

// counts[i] values lie in edges[i] to edges[i + 1].
struct ChartMark {
  std::string label;
  double at = 0;
  Tone tone = Tone::neutral;
};
Pointed histogram(const ChartOptions& options, std::span<const double> edges, std::span<const double> counts,
                  std::span<const ChartMark> marks = {});

// Price over quantity: straight between points, or in steps (a value holds from behind the point before it up to its
// own, as tiers do). Marks are quantities of note: a cliff, where the deal stands.
struct Curve {
  std::string name;
  std::vector<double> x, y;
  bool steps = false;
  std::optional<Colour> colour = {};
};
Pointed curve_chart(const ChartOptions& options, std::string_view x_name, std::span<const Curve> curves,
                    std::span<const ChartMark> marks = {});

// Work over days, each row from its first to its last day, the day included; a row without days has no bar. Rows scroll
// within the height, and only those in sight are drawn.
struct TimelineRow {
  std::string_view label;
  std::string state;  // in words
  bool head = false;  // of the rows below it: a label alone
  bool done = false;
  bool critical = false;
  Date start = {}, finish = {};
  Date late_finish = {};  // until then it may end without moving the whole; a thin line beyond its bar
};
struct TimelineMark {
  std::string_view label;
  Date day;  // nothing is drawn where it is not stated
  Tone tone = Tone::neutral;
};
// The row `to` waits for the row `from`.
struct TimelineLink {
  int from = 0, to = 0;
};
// `selected` follows pointer and arrow keys. Returns the row that was pressed, or -1.
Pointed timeline_chart(const ChartOptions& options, std::span<const TimelineRow> rows,
                       std::span<const TimelineMark> marks, std::span<const TimelineLink> links, int& selected);

// A line without axes, as high as a line of text; beside a figure.
void sparkline(std::string_view name, std::span<const double> values, float width = 80);

}  // namespace dealwright::web::ui
