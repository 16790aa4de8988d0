// Bars over labels: beside each other, or on top of each other.

#include <algorithm>
#include <cmath>

#include "web/ui/chart/plot.hpp"

namespace dealwright::web::ui {

namespace {

std::vector<LegendEntry> legend_of(std::span<const Series> series) {
  std::vector<LegendEntry> legend;
  for (std::size_t i = 0; i < series.size(); ++i) {
    legend.push_back({series[i].name, series[i].colour.value_or(series_colour(i)), Stroke::box});
  }
  return legend;
}

double value_at(const Series& series, std::size_t index) {
  return index < series.values.size() ? series.values[index] : 0;
}

bool has_values(std::span<const Series> series) {
  return std::any_of(series.begin(), series.end(), [](const Series& one) { return !one.values.empty(); });
}

// Width of what stands in a slot; the rest is distance.
float filled(const Plot& plot, float most) {
  return std::clamp(plot.slot() * 0.68F, 2.0F, most);
}

void draw_slot_ground(const Plot& plot, int index) {
  const float half = plot.slot() / 2;
  fill({{plot.middle(index) - half, plot.area().Min.y}, {plot.middle(index) + half, plot.area().Max.y}},
       colours().hover, 3);
}

void show_slot(Plot& plot, int at, std::span<const std::string> labels, std::span<const Series> series,
               std::span<const LegendEntry> legend, bool with_total) {
  std::vector<Plot::Value> values;
  double total = 0;
  const auto index = static_cast<std::size_t>(at);
  for (std::size_t i = 0; i < series.size(); ++i) {
    const double value = value_at(series[i], index);
    total += value;
    values.push_back({series[i].name, plot.value_text(value), legend[i].colour});
  }
  if (with_total && series.size() > 1) values.push_back({"Total", plot.value_text(total), 0});
  plot.show_values({plot.middle(at) + plot.slot() / 2 - 4, plot.area().Min.y + plot.area().GetHeight() * 0.3F},
                   labels[index], values);
}

// A bar with its free end rounded.
void draw_bar(float left, float right, float foot, float end, Colour colour, bool rounded) {
  const float radius = std::min(3.0F, (right - left) / 3);
  if (end < foot) {
    fill({{left, end}, {right, foot}}, colour, rounded ? radius : 0, ImDrawFlags_RoundCornersTop);
  } else if (end > foot) {
    fill({{left, foot}, {right, end}}, colour, rounded ? radius : 0, ImDrawFlags_RoundCornersBottom);
  }
}

}  // namespace

Pointed bar_chart(const ChartOptions& options, std::span<const std::string> labels, std::span<const Series> series) {
  const std::vector<LegendEntry> legend = legend_of(series);
  const bool empty = labels.empty() || !has_values(series);
  Plot plot(options, empty, series.size() > 1 ? std::span<const LegendEntry>(legend) : std::span<const LegendEntry>());
  if (!plot) return -1;
  double low = 0;
  double high = 0;
  for (const Series& one : series) {
    for (const double value : one.values) {
      low = std::min(low, value);
      high = std::max(high, value);
    }
  }
  plot.value_axis(low, high);
  plot.label_axis(labels);
  const int at = plot.pointed(static_cast<int>(labels.size()), [&](int i) { return plot.middle(i); });
  if (at >= 0) draw_slot_ground(plot, at);
  constexpr float most = 72;
  const float width = filled(plot, most);
  const float each = width / static_cast<float>(series.size());
  for (std::size_t s = 0; s < series.size(); ++s) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const float left = plot.middle(static_cast<int>(i)) - width / 2 + each * static_cast<float>(s);
      draw_bar(left, left + each - (series.size() > 1 ? 1 : 0), plot.y(0), plot.y(value_at(series[s], i)),
               legend[s].colour, true);
    }
  }
  plot.zero_line();
  if (at >= 0) show_slot(plot, at, labels, series, legend, false);
  return at;
}

Pointed stacked_bar_chart(const ChartOptions& options, std::span<const std::string> labels,
                          std::span<const Series> series) {
  const std::vector<LegendEntry> legend = legend_of(series);
  Plot plot(options, labels.empty() || !has_values(series), legend);
  if (!plot) return -1;
  double low = 0;
  double high = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    double up = 0;
    double down = 0;
    for (const Series& one : series) (value_at(one, i) > 0 ? up : down) += value_at(one, i);
    low = std::min(low, down);
    high = std::max(high, up);
  }
  plot.value_axis(low, high);
  plot.label_axis(labels);
  const int at = plot.pointed(static_cast<int>(labels.size()), [&](int i) { return plot.middle(i); });
  if (at >= 0) draw_slot_ground(plot, at);
  constexpr float most = 48;
  const float width = filled(plot, most);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const float left = std::round(plot.middle(static_cast<int>(i)) - width / 2);
    double up = 0;
    double down = 0;
    // The topmost and the lowest part have the round ends.
    std::size_t last_up = series.size();
    std::size_t last_down = series.size();
    for (std::size_t s = 0; s < series.size(); ++s) {
      if (value_at(series[s], i) > 0) last_up = s;
      if (value_at(series[s], i) < 0) last_down = s;
    }
    for (std::size_t s = 0; s < series.size(); ++s) {
      const double value = value_at(series[s], i);
      double& sum = value > 0 ? up : down;
      const float foot = plot.y(sum);
      sum += value;
      const float end = plot.y(sum);
      // A hair of ground between parts tells them apart without colour.
      const float hair = std::abs(end - foot) > 3 ? 1.0F : 0.0F;
      const bool outer = s == last_up || s == last_down;
      draw_bar(left, left + std::round(width), foot,
               end + (outer        ? 0
                      : end < foot ? hair
                                   : -hair),
               legend[s].colour, outer);
    }
  }
  plot.zero_line();
  if (at >= 0) show_slot(plot, at, labels, series, legend, true);
  return at;
}

}  // namespace dealwright::web::ui
