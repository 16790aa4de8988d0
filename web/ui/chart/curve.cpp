// A price over its quantity.

#include <algorithm>

#include "web/ui/chart/marks.hpp"

namespace dealwright::web::ui {

namespace {

double curve_value(const Curve& curve, std::size_t points, double x) {
  if (x <= curve.x[0]) return curve.y[0];
  for (std::size_t i = 1; i < points; ++i) {
    if (x > curve.x[i]) continue;
    if (curve.steps) return curve.y[i];
    const double width = curve.x[i] - curve.x[i - 1];
    return width > 0 ? curve.y[i - 1] + (curve.y[i] - curve.y[i - 1]) * (x - curve.x[i - 1]) / width : curve.y[i];
  }
  return curve.y[points - 1];
}

std::size_t points_in(const Curve& curve) {
  return std::min(curve.x.size(), curve.y.size());
}

}  // namespace

Pointed curve_chart(const ChartOptions& options, std::string_view x_name, std::span<const Curve> curves,
                    std::span<const ChartMark> marks) {
  std::vector<LegendEntry> legend;
  double low_x = 0;
  double high_x = 0;
  double low = 0;
  double high = 0;
  std::size_t most_points = 0;
  const Curve* longest = nullptr;
  for (std::size_t i = 0; i < curves.size(); ++i) {
    const Curve& curve = curves[i];
    legend.push_back(
        {curve.name, curve.colour.value_or(series_colour(i)), i % 2 == 0 ? Stroke::solid : Stroke::dashed});
    for (std::size_t p = 0; p < points_in(curve); ++p) {
      low_x = most_points == 0 && p == 0 ? curve.x[p] : std::min(low_x, curve.x[p]);
      high_x = most_points == 0 && p == 0 ? curve.x[p] : std::max(high_x, curve.x[p]);
      low = std::min(low, curve.y[p]);
      high = std::max(high, curve.y[p]);
    }
    if (points_in(curve) > most_points) {
      most_points = points_in(curve);
      longest = &curve;
    }
  }
  Plot plot(options, longest == nullptr,
            curves.size() > 1 ? std::span<const LegendEntry>(legend) : std::span<const LegendEntry>());
  if (!plot) return -1;
  plot.value_axis(low, high);
  plot.number_axis(low_x, high_x, x_name);
  plot.zero_line();
  const auto across = [&](int i) { return plot.x(longest->x[static_cast<std::size_t>(i)]); };
  const int at = plot.pointed(static_cast<int>(most_points), across);
  for (std::size_t i = 0; i < curves.size(); ++i) {
    const Curve& curve = curves[i];
    std::vector<ImVec2> points;
    for (std::size_t p = 0; p < points_in(curve); ++p) {
      const ImVec2 point = {plot.x(curve.x[p]), plot.y(curve.y[p])};
      // A step rises where the value before it ends.
      if (curve.steps && p > 0) points.push_back({points.back().x, point.y});
      points.push_back(point);
    }
    draw_line(points, legend[i].colour, legend[i].stroke);
  }
  draw_marks(plot, marks);
  for (const ChartMark& mark : marks) {
    if (mark.at < low_x || mark.at > high_x) continue;
    draw_point({plot.x(mark.at), plot.y(curve_value(*longest, most_points, mark.at))},
               mark.tone == Tone::neutral ? legend[0].colour : theme().fill_of(mark.tone));
  }
  if (at < 0) return at;
  const double x = longest->x[static_cast<std::size_t>(at)];
  std::vector<Plot::Value> values;
  for (std::size_t i = 0; i < curves.size(); ++i) {
    if (points_in(curves[i]) == 0) continue;
    const double y = curve_value(curves[i], points_in(curves[i]), x);
    draw_point({plot.x(x), plot.y(y)}, legend[i].colour);
    values.push_back({curves[i].name, plot.value_text(y), legend[i].colour});
  }
  std::string title = tick_text(x, 1);
  if (!x_name.empty()) title.append(" ").append(x_name);
  plot.show_values({plot.x(x), plot.y(curve_value(*longest, most_points, x))}, title, values);
  return at;
}

}  // namespace dealwright::web::ui
