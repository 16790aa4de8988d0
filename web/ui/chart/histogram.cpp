// How often a result falls where.

#include <algorithm>

#include "web/ui/chart/marks.hpp"

namespace dealwright::web::ui {

Pointed histogram(const ChartOptions& options, std::span<const double> edges, std::span<const double> counts,
                  std::span<const ChartMark> marks) {
  const std::size_t bins = edges.size() < 2 ? 0 : std::min(edges.size() - 1, counts.size());
  Plot plot(options, bins == 0, {});
  if (!plot) return -1;
  plot.value_axis(0, *std::max_element(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(bins)));
  plot.number_axis(edges[0], edges[bins], options.unit);
  const auto middle = [&](int i) {
    const auto index = static_cast<std::size_t>(i);
    return plot.x((edges[index] + edges[index + 1]) / 2);
  };
  const int at = plot.pointed(static_cast<int>(bins), middle);
  const Colour colour = series_colour(0);
  for (std::size_t i = 0; i < bins; ++i) {
    const float left = plot.x(edges[i]) + 0.5F;
    const float right = std::max(left + 1, plot.x(edges[i + 1]) - 0.5F);
    const float top = plot.y(counts[i]);
    if (top >= plot.area().Max.y) continue;
    fill({{left, top}, {right, plot.area().Max.y}}, at == static_cast<int>(i) ? colour : faded(colour, 0.72F), 2,
         ImDrawFlags_RoundCornersTop);
  }
  plot.zero_line();
  draw_marks(plot, marks);
  if (at < 0) return at;
  const auto index = static_cast<std::size_t>(at);
  const std::string title = plot.value_text(edges[index]) + " to " + plot.value_text(edges[index + 1]);
  double total = 0;
  for (std::size_t i = 0; i < bins; ++i) total += counts[i];
  const double percent = total > 0 ? counts[index] / total * 100 : 0;
  const Plot::Value values[] = {{"Share", tick_text(percent, 0.1) + " %", colour}};
  plot.show_values({middle(at), plot.y(counts[index])}, title, values);
  return at;
}

}  // namespace dealwright::web::ui
