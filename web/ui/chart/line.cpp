// Lines over labels: months, years.

#include <algorithm>
#include <cmath>

#include "web/ui/chart/plot.hpp"

namespace dealwright::web::ui {

namespace {

// The least and greatest of all values, zero among them where it is near.
struct Extent {
  double low = 0, high = 0;
  bool any = false;

  void take(double value) {
    low = any ? std::min(low, value) : value;
    high = any ? std::max(high, value) : value;
    any = true;
  }
  // A line far from zero may leave it out; one that goes down to a third of its height may not.
  void reach_zero() {
    constexpr double near = 3;
    if (low > 0 && low < high - low + high / near) low = 0;
    if (high < 0 && -high < high - low - low / near) high = 0;
  }
};

Stroke stroke_of(std::size_t index, bool bars) {
  if (bars) return Stroke::box;
  constexpr Stroke strokes[] = {Stroke::solid, Stroke::dashed, Stroke::dotted};
  return strokes[index % std::size(strokes)];
}

std::vector<ImVec2> points_of(const Plot& plot, std::span<const double> values) {
  std::vector<ImVec2> points;
  points.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    points.push_back({plot.middle(static_cast<int>(i)), plot.y(values[i])});
  return points;
}

// Lines in front of bars stay in sight.
Colour bar_colour(Colour colour) {
  return mixed(colours().surface, colour, 0.5F);
}

void draw_bars(const Plot& plot, std::span<const double> values, std::size_t slots, Colour colour) {
  constexpr float most = 32;
  const float half = std::clamp(plot.slot() * 0.34F, 1.0F, most / 2);
  for (std::size_t i = 0; i < std::min(values.size(), slots); ++i) {
    const float middle = plot.middle(static_cast<int>(i));
    const auto [top, foot] = std::minmax({plot.y(0), plot.y(values[i])});
    if (foot > top) fill({{middle - half, top}, {middle + half, foot}}, colour, 0);
  }
}

// A thin line through the slot that is read.
void draw_slot_line(const Plot& plot, int index) {
  const float x = std::round(plot.middle(index));
  line({x - 0.5F, plot.area().Min.y}, {x - 0.5F, plot.area().Max.y}, colours().border_strong);
}

}  // namespace

Pointed line_chart(const ChartOptions& options, std::span<const std::string> labels, std::span<const Series> series) {
  Extent extent;
  std::vector<LegendEntry> legend;
  for (std::size_t i = 0; i < series.size(); ++i) {
    for (const double value : series[i].values) extent.take(value);
    if (series[i].bars) extent.take(0);
    const Colour colour = series[i].colour.value_or(series_colour(i));
    legend.push_back({series[i].name, series[i].bars ? bar_colour(colour) : colour, stroke_of(i, series[i].bars)});
  }
  const bool empty = !extent.any || labels.empty();
  Plot plot(options, empty, series.size() > 1 ? std::span<const LegendEntry>(legend) : std::span<const LegendEntry>());
  if (!plot) return -1;
  extent.reach_zero();
  plot.value_axis(extent.low, extent.high);
  plot.label_axis(labels);
  plot.zero_line();
  const int at = plot.pointed(static_cast<int>(labels.size()), [&](int i) { return plot.middle(i); });
  if (at >= 0) draw_slot_line(plot, at);
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (series[i].bars) draw_bars(plot, series[i].values, labels.size(), legend[i].colour);
  }
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (series[i].bars) continue;
    const std::vector<ImVec2> points =
        points_of(plot, {series[i].values.data(), std::min(series[i].values.size(), labels.size())});
    if (series.size() == 1) {
      std::vector<ImVec2> ground = points;
      const float foot = plot.y(std::clamp(0.0, extent.low, extent.high));
      for (ImVec2& point : ground) point.y = foot;
      draw_band(points, ground, faded(legend[i].colour, 0.09F));
    }
    if (points.size() == 1) draw_point(points[0], legend[i].colour);
    draw_line(points, legend[i].colour, legend[i].stroke);
  }
  if (at < 0) return at;
  std::vector<Plot::Value> values;
  float top = plot.area().Max.y;
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (static_cast<std::size_t>(at) >= series[i].values.size()) continue;
    const double value = series[i].values[static_cast<std::size_t>(at)];
    if (!series[i].bars) draw_point({plot.middle(at), plot.y(value)}, legend[i].colour);
    top = std::min(top, plot.y(value));
    values.push_back({series[i].name, plot.value_text(value), legend[i].colour});
  }
  plot.show_values({plot.middle(at), top}, labels[static_cast<std::size_t>(at)], values);
  return at;
}

Pointed band_chart(const ChartOptions& options, std::span<const std::string> labels, const Band& band) {
  Extent extent;
  for (const auto* values : {&band.low, &band.middle, &band.high}) {
    for (const double value : *values) extent.take(value);
  }
  const std::size_t count = std::min({labels.size(), band.low.size(), band.middle.size(), band.high.size()});
  const LegendEntry legend[] = {{band.name, series_colour(0), Stroke::band}};
  Plot plot(options, count == 0, legend);
  if (!plot) return -1;
  extent.reach_zero();
  plot.value_axis(extent.low, extent.high);
  plot.label_axis(labels.first(count));
  plot.zero_line();
  const int at = plot.pointed(static_cast<int>(count), [&](int i) { return plot.middle(i); });
  if (at >= 0) draw_slot_line(plot, at);
  const Colour colour = series_colour(0);
  const std::vector<ImVec2> low = points_of(plot, {band.low.data(), count});
  const std::vector<ImVec2> high = points_of(plot, {band.high.data(), count});
  const std::vector<ImVec2> middle = points_of(plot, {band.middle.data(), count});
  draw_band(high, low, faded(colour, 0.16F));
  draw_line(high, faded(colour, 0.45F), Stroke::solid, 1);
  draw_line(low, faded(colour, 0.45F), Stroke::solid, 1);
  draw_line(middle, colour, Stroke::solid);
  if (at < 0) return at;
  const auto index = static_cast<std::size_t>(at);
  draw_point(middle[index], colour);
  const Plot::Value values[] = {{"High", plot.value_text(band.high[index]), 0},
                                {"Middle", plot.value_text(band.middle[index]), colour},
                                {"Low", plot.value_text(band.low[index]), 0}};
  plot.show_values(middle[index], labels[index], values);
  return at;
}

void sparkline(std::string_view name, std::span<const double> values, float width) {
  if (is_skipped()) return;
  const float height = theme().size_of(Type::body);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImRect box(corner, {corner.x + width, corner.y + height});
  ImGui::ItemSize(box.GetSize());
  const bool visible = ImGui::ItemAdd(box, 0);
  mirror().add(Role::image, name, box);
  if (!visible || values.size() < 2) return;
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const double range = std::max(*high - *low, 1e-9);
  std::vector<ImVec2> points;
  const float inset = 2;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const float along = static_cast<float>(i) / static_cast<float>(values.size() - 1);
    const float share = static_cast<float>((values[i] - *low) / range);
    points.push_back(
        {box.Min.x + inset + along * (width - 2 * inset), box.Max.y - inset - share * (height - 2 * inset)});
  }
  draw_line(points, series_colour(0), Stroke::solid, 1.5F);
  ImGui::GetWindowDrawList()->AddCircleFilled(points.back(), 2.5F, paint(series_colour(0)));
}

}  // namespace dealwright::web::ui
