#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "core/base/function_ref.hpp"
#include "core/base/money.hpp"
#include "core/base/wide.hpp"
#include "core/report/chart.hpp"
#include "core/report/chart_axis.hpp"
#include "core/report/page.hpp"

namespace dealwright::report {
namespace {

// Lengths are hundredths of a pixel, so that places are whole numbers and the same everywhere.
constexpr std::int64_t pixel = 100;
constexpr std::int64_t width = 720 * pixel;
constexpr std::int64_t height = 320 * pixel;
constexpr std::int64_t left = 64 * pixel;
constexpr std::int64_t right = width - 16 * pixel;
constexpr std::int64_t top = 40 * pixel;
constexpr std::int64_t bottom = height - 40 * pixel;
constexpr std::int64_t lying_row = 26 * pixel;
constexpr std::int64_t legend_row = 18 * pixel;
constexpr std::int64_t legend_gap = 16 * pixel;
constexpr std::int64_t lying_left = 220 * pixel;
constexpr std::int64_t letter = 7 * pixel;  // about as wide as one of 12 pixels is
constexpr int most_ticks = 7;

// Okabe and Ito, "Color universal design" (2008): told apart by those who see few colours too.
constexpr std::array<std::string_view, 7> colours{"#0072B2", "#E69F00", "#009E73", "#CC79A7",
                                                  "#56B4E9", "#D55E00", "#F0E442"};
constexpr std::array<std::string_view, 4> dashes{"", " stroke-dasharray=\"8 4\"", " stroke-dasharray=\"2 3\"",
                                                 " stroke-dasharray=\"10 3 2 3\""};

std::string_view colour_of(std::size_t series) {
  return colours[series % colours.size()];
}

// "12.5"
std::string px(std::int64_t length) {
  return to_digits(length, 2, 0);
}

// Where a value lies between two lengths, to the nearest hundredth of a pixel.
std::int64_t between(std::int64_t from, std::int64_t to, Int128 part, Int128 whole) {
  return from + static_cast<std::int64_t>(divide_rounded((to - from) * part, whole, Rounding::half_up));
}

// What is drawn of a value, in millionths. Beyond 72 billion it is drawn there, so that no sum of values overflows.
constexpr std::int64_t most_drawn = std::int64_t{1} << 56;
std::int64_t drawn(Decimal value) {
  return std::clamp(value.micro(), -most_drawn, most_drawn);
}
void add(std::int64_t& sum, Decimal value) {
  sum = std::clamp(sum + drawn(value), -8 * most_drawn, 8 * most_drawn);
}

struct Range {
  std::int64_t low = std::numeric_limits<std::int64_t>::max();
  std::int64_t high = std::numeric_limits<std::int64_t>::min();

  void take(std::int64_t value) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
};

class Painter {
 public:
  explicit Painter(const Chart& chart) : chart_(chart) {}

  std::string run() {
    if (is_empty()) return empty();
    switch (chart_.kind) {
      case ChartKind::line:
        lines();
        break;
      case ChartKind::bars:
      case ChartKind::stacked_bars:
        bars();
        break;
      case ChartKind::waterfall:
        waterfall();
        break;
      case ChartKind::tornado:
        tornado();
        break;
      case ChartKind::histogram:
        histogram();
        break;
      case ChartKind::curve:
        curve();
        break;
    }
    return framed();
  }

 private:
  bool is_empty() const {
    const bool over_numbers = chart_.kind == ChartKind::histogram || chart_.kind == ChartKind::curve;
    const std::size_t places = !over_numbers ? chart_.labels.size()
                               : chart_.kind == ChartKind::histogram && !chart_.numbers.empty()
                                   ? chart_.numbers.size() - 1
                                   : chart_.numbers.size();
    const std::size_t needed = chart_.kind == ChartKind::tornado ? 2 : 1;
    return places == 0 || chart_.series.size() < needed ||
           std::all_of(chart_.series.begin(), chart_.series.end(),
                       [](const ChartSeries& one) { return one.values.empty(); });
  }

  std::string framed() const {
    const std::string moved =
        legend_height_ == 0 ? body_
                            : fmt::format("<g transform=\"translate(0 {})\">\n{}</g>\n", px(legend_height_), body_);
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" fill=\"currentColor\" "
        "font-family=\"system-ui, sans-serif\" font-size=\"12\">\n<title>{}</title>\n<desc>{}</desc>\n{}{}</svg>\n",
        px(width), px(height_ + legend_height_), html_escaped(chart_.title), html_escaped(chart_.sentence), legend_,
        moved);
  }

  std::string empty() {
    height_ = 60 * pixel;
    text(width / 2, 34 * pixel, "Nothing to show yet.", "middle");
    return framed();
  }

  // ---- Marks on the paper.

  void text(std::int64_t x, std::int64_t y, std::string_view words, std::string_view anchor) {
    text(body_, x, y, words, anchor);
  }
  static void text(std::string& out, std::int64_t x, std::int64_t y, std::string_view words, std::string_view anchor) {
    out += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>\n", px(x), px(y), anchor,
                       html_escaped(words));
  }
  void rule(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2, std::string_view opacity,
            std::string_view more = {}) {
    body_ += fmt::format("<path d=\"M{} {}L{} {}\" stroke=\"currentColor\" stroke-opacity=\"{}\"{}/>\n", px(x1), px(y1),
                         px(x2), px(y2), opacity, more);
  }
  void box(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2, std::string_view colour,
           std::string_view words) {
    body_ += fmt::format(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" stroke=\"currentColor\" "
        "stroke-width=\"0.5\"><title>{}</title></rect>\n",
        px(std::min(x1, x2)), px(std::min(y1, y2)), px(std::abs(x2 - x1)), px(std::abs(y2 - y1)), colour,
        html_escaped(words));
  }

  std::string value_words(Decimal value) const {
    std::string out = grouped(value.to_string());
    if (!chart_.unit.empty()) out += " " + chart_.unit;
    return out;
  }
  std::string words(std::string_view place, std::string_view series, Decimal value) const {
    std::string out(place);
    if (!series.empty() && !out.empty()) out += ", ";
    out += series;
    if (!out.empty()) out += ": ";
    return out + value_words(value);
  }

  // Names that have no room beside each other go below each other, and the chart below them.
  void legend() {
    if (chart_.series.size() < 2) return;
    std::int64_t x = left;
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
      const std::string& name = chart_.series[i].name;
      const std::int64_t end = x + 24 * pixel + letter * static_cast<std::int64_t>(name.size());
      if (x > left && end > width) {
        x = left;
        legend_height_ += legend_row;
      }
      const std::int64_t y = legend_height_;
      if (chart_.kind == ChartKind::line || chart_.kind == ChartKind::curve) {
        legend_ +=
            fmt::format("<path d=\"M{} {}L{} {}\" stroke=\"{}\" stroke-width=\"2\"{}/>\n", px(x), px(y + 14 * pixel),
                        px(x + 18 * pixel), px(y + 14 * pixel), colour_of(i), dashes[i % dashes.size()]);
      } else {
        legend_ += fmt::format(
            "<rect x=\"{}\" y=\"{}\" width=\"12\" height=\"12\" fill=\"{}\" stroke=\"currentColor\" "
            "stroke-width=\"0.5\"/>\n",
            px(x), px(y + 8 * pixel), colour_of(i));
      }
      text(legend_, x + 24 * pixel, y + 18 * pixel, name, "start");
      x += legend_gap + 24 * pixel + letter * static_cast<std::int64_t>(name.size());
    }
  }

  // ---- Axes.

  std::int64_t y(std::int64_t value) const {
    return between(bottom, top, Int128{value} - values_.low, Int128{values_.high} - values_.low);
  }
  void value_axis(const Range& range) {
    values_ = round_axis(range.low, range.high, most_ticks);
    for (const std::int64_t tick : values_.ticks()) {
      rule(left, y(tick), right, y(tick), tick == 0 ? "0.8" : "0.2");
      text(left - 6 * pixel, y(tick) + 4 * pixel, tick_text(tick, values_.step), "end");
    }
    if (!chart_.unit.empty()) text(left - 6 * pixel, top - 12 * pixel, chart_.unit, "end");
  }

  std::int64_t slot_begin(std::size_t index) const {
    return between(left, right, static_cast<Int128>(index), static_cast<Int128>(chart_.labels.size()));
  }
  std::int64_t middle(std::size_t index) const { return (slot_begin(index) + slot_begin(index + 1)) / 2; }
  std::string_view label(std::size_t index) const {
    return index < chart_.labels.size() ? std::string_view(chart_.labels[index]) : std::string_view();
  }
  std::int64_t room(std::size_t index) const {
    return letter * static_cast<std::int64_t>(chart_.labels[index].size() + 1);
  }
  // Whether every label has room where the one after another take turns in so many rows.
  bool have_room(std::size_t rows) const {
    std::vector<std::int64_t> free_from(rows);
    for (std::size_t i = 0; i < chart_.labels.size(); ++i) {
      if (middle(i) - room(i) / 2 < free_from[i % rows]) return false;
      free_from[i % rows] = middle(i) + room(i) / 2;
    }
    return true;
  }
  // All labels, in two rows where one is too short; else as many as have room, the first one always.
  void label_axis() {
    const bool is_staggered = !have_room(1) && have_room(2);
    std::size_t longest = 0;
    for (std::size_t i = 0; i < chart_.labels.size(); ++i)
      if (i == 0 || room(i) > room(longest)) longest = i;
    std::int64_t free_from = 0;
    for (std::size_t i = 0; i < chart_.labels.size(); ++i) {
      const std::int64_t x = middle(i);
      const std::int64_t low = is_staggered && i % 2 == 1 ? 14 * pixel : 0;
      if (!is_staggered && x - room(longest) / 2 < free_from) continue;
      text(x, bottom + 18 * pixel + low, chart_.labels[i], "middle");
      free_from = x + room(longest) / 2;
    }
  }

  std::int64_t number_x(std::int64_t value) const {
    return between(left, right, Int128{value} - numbers_.low, Int128{numbers_.high} - numbers_.low);
  }
  void number_axis() {
    numbers_ = round_axis(drawn(chart_.numbers.front()), drawn(chart_.numbers.back()), 9);
    for (const std::int64_t tick : numbers_.ticks())
      text(number_x(tick), bottom + 18 * pixel, tick_text(tick, numbers_.step), "middle");
    std::string name = chart_.numbers_name;
    if (!chart_.numbers_unit.empty()) name += (name.empty() ? "" : ", ") + chart_.numbers_unit;
    if (!name.empty()) text((left + right) / 2, bottom + 34 * pixel, name, "middle");
  }
  void marks() {
    std::int64_t line = 0;
    std::int64_t free_from = 0;
    for (const ChartMark& mark : chart_.marks) {
      const std::int64_t at = drawn(mark.at);
      if (at < numbers_.low || at > numbers_.high) continue;
      const std::int64_t x = number_x(at);
      const std::int64_t half = letter * static_cast<std::int64_t>(mark.label.size()) / 2;
      line = x - half < free_from ? (line + 1) % 3 : 0;  // words that would lie on each other go below each other
      free_from = x + half + letter;
      rule(x, top, x, bottom, "0.9", " stroke-dasharray=\"3 3\"");
      text(x, top - 4 * pixel + line * 14 * pixel, mark.label, "middle");
    }
  }

  // ---- Kinds.

  Range all_values(bool with_zero) const {
    Range range;
    if (with_zero) range.take(0);
    for (const ChartSeries& one : chart_.series)
      for (const Decimal value : one.values) range.take(drawn(value));
    return range;
  }

  void draw_line(std::size_t series, std::size_t most, FunctionRef<std::int64_t(std::size_t)> x,
                 FunctionRef<std::string(std::size_t)> place) {
    const ChartSeries& one = chart_.series[series];
    const std::size_t count = std::min(one.values.size(), most);
    std::string path;
    for (std::size_t i = 0; i < count; ++i)
      path += fmt::format("{}{} {}", i == 0 ? 'M' : 'L', px(x(i)), px(y(drawn(one.values[i]))));
    body_ += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"{}/>\n", path, colour_of(series),
                         dashes[series % dashes.size()]);
    for (std::size_t i = 0; i < count; ++i) {
      body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"><title>{}</title></circle>\n", px(x(i)),
                           px(y(drawn(one.values[i]))), count > 40 ? "1.5" : "3", colour_of(series),
                           html_escaped(words(place(i), one.name, one.values[i])));
    }
  }

  void lines() {
    legend();
    value_axis(all_values(true));
    label_axis();
    for (std::size_t s = 0; s < chart_.series.size(); ++s) {
      draw_line(
          s, chart_.labels.size(), [&](std::size_t i) { return middle(i); },
          [&](std::size_t i) { return std::string(label(i)); });
    }
  }

  void curve() {
    legend();
    value_axis(all_values(true));
    number_axis();
    for (std::size_t s = 0; s < chart_.series.size(); ++s) {
      draw_line(
          s, chart_.numbers.size(), [&](std::size_t i) { return number_x(drawn(chart_.numbers[i])); },
          [&](std::size_t i) { return grouped(chart_.numbers[i].to_string()); });
    }
    marks();
  }

  void bars() {
    const bool stacked = chart_.kind == ChartKind::stacked_bars;
    const std::size_t places = chart_.labels.size();
    const auto value = [&](std::size_t series, std::size_t place) {
      const auto& values = chart_.series[series].values;
      return place < values.size() ? values[place] : Decimal();
    };
    Range range = all_values(true);
    for (std::size_t place = 0; stacked && place < places; ++place) {
      std::int64_t up = 0;
      std::int64_t down = 0;
      for (std::size_t s = 0; s < chart_.series.size(); ++s) {
        const Decimal amount = value(s, place);
        add(amount < Decimal() ? down : up, amount);
      }
      range.take(up);
      range.take(down);
    }
    legend();
    value_axis(range);
    label_axis();
    for (std::size_t place = 0; place < places; ++place) {
      const std::int64_t slot = slot_begin(place + 1) - slot_begin(place);
      const std::int64_t begin = slot_begin(place) + slot / 6;
      const std::int64_t end = slot_begin(place + 1) - slot / 6;
      std::int64_t up = 0;
      std::int64_t down = 0;
      for (std::size_t s = 0; s < chart_.series.size(); ++s) {
        const Decimal amount = value(s, place);
        if (amount.is_zero()) continue;
        const std::string said = words(label(place), chart_.series[s].name, amount);
        if (stacked) {
          std::int64_t& to = amount < Decimal() ? down : up;
          const std::int64_t from = to;
          add(to, amount);
          box(begin, y(from), end, y(to), colour_of(s), said);
        } else {
          const auto count = static_cast<Int128>(chart_.series.size());
          box(between(begin, end, static_cast<Int128>(s), count), y(0),
              between(begin, end, static_cast<Int128>(s) + 1, count), y(drawn(amount)), colour_of(s), said);
        }
      }
    }
  }

  void waterfall() {
    const auto& steps = chart_.series.front().values;
    const std::size_t count = std::min(steps.size(), chart_.labels.size());
    const auto is_total = [&](std::size_t i) { return i < chart_.totals.size() && chart_.totals[i] != 0; };
    Range range;
    range.take(0);
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (is_total(i)) sum = 0;
      add(sum, steps[i]);
      range.take(sum);
    }
    value_axis(range);
    label_axis();
    sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::int64_t slot = slot_begin(i + 1) - slot_begin(i);
      const std::int64_t from = is_total(i) ? 0 : sum;
      sum = from;
      add(sum, steps[i]);
      const std::size_t shade = is_total(i) ? 0 : steps[i] < Decimal() ? 5 : 2;
      box(slot_begin(i) + slot / 8, y(from), slot_begin(i + 1) - slot / 8, y(sum), colour_of(shade),
          words(chart_.labels[i], {}, steps[i]));
      if (i + 1 < count) rule(middle(i), y(sum), middle(i + 1), y(sum), "0.5");
    }
  }

  void tornado() {
    const auto& low = chart_.series[0].values;
    const auto& high = chart_.series[1].values;
    const std::size_t count = std::min({low.size(), high.size(), chart_.labels.size()});
    Range range;
    range.take(drawn(chart_.base));
    for (std::size_t i = 0; i < count; ++i) {
      range.take(drawn(low[i]));
      range.take(drawn(high[i]));
    }
    values_ = round_axis(range.low, range.high, most_ticks);
    const std::int64_t end = top + lying_row * static_cast<std::int64_t>(count);
    height_ = end + 40 * pixel;
    const auto x = [&](std::int64_t value) {
      return between(lying_left, right, Int128{value} - values_.low, Int128{values_.high} - values_.low);
    };
    legend();
    for (const std::int64_t tick : values_.ticks()) {
      rule(x(tick), top, x(tick), end, "0.2");
      text(x(tick), end + 18 * pixel, tick_text(tick, values_.step), "middle");
    }
    if (!chart_.unit.empty()) text(right, end + 34 * pixel, chart_.unit, "end");
    for (std::size_t i = 0; i < count; ++i) {
      const std::int64_t y1 = top + lying_row * static_cast<std::int64_t>(i) + 4 * pixel;
      const std::int64_t y2 = y1 + lying_row - 8 * pixel;
      text(lying_left - 8 * pixel, y2 - 4 * pixel, chart_.labels[i], "end");
      // Where both ends lie on one side of the base, the shorter bar stands in front.
      const auto distance = [&](Decimal value) { return std::abs(drawn(value) - drawn(chart_.base)); };
      const bool low_first = distance(low[i]) >= distance(high[i]);
      for (const bool is_low : {low_first, !low_first}) {
        const Decimal value = is_low ? low[i] : high[i];
        const std::size_t series = is_low ? 0 : 1;
        box(x(drawn(chart_.base)), y1, x(drawn(value)), y2, colour_of(series),
            words(chart_.labels[i], chart_.series[series].name, value));
      }
    }
    rule(x(drawn(chart_.base)), top, x(drawn(chart_.base)), end, "0.9");
  }

  void histogram() {
    const auto& counts = chart_.series.front().values;
    value_axis(all_values(true));
    number_axis();
    for (std::size_t i = 0; i < counts.size() && i + 1 < chart_.numbers.size(); ++i) {
      const Decimal from = chart_.numbers[i];
      const Decimal to = chart_.numbers[i + 1];
      box(number_x(drawn(from)), y(0), number_x(drawn(to)), y(drawn(counts[i])), colour_of(0),
          words(fmt::format("{} to {}", grouped(from.to_string()), grouped(to.to_string())), {}, counts[i]));
    }
    marks();
  }

  const Chart& chart_;
  std::string legend_;
  std::string body_;
  std::int64_t legend_height_ = 0;  // of its rows after the first
  std::int64_t height_ = height;
  RoundAxis values_;
  RoundAxis numbers_;
};

}  // namespace

std::string chart_svg(const Chart& chart) {
  return Painter(chart).run();
}

}  // namespace dealwright::report
