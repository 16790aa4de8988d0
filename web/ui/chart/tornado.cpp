// Which input moves the result most.

#include <algorithm>
#include <cmath>

#include "web/ui/chart/plot.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web::ui {

Pointed tornado_chart(const ChartOptions& options, double base, std::span<const TornadoBar> bars) {
  const Theme& t = theme();
  const Colour low_colour = t.colours.chart[2];
  const Colour high_colour = t.colours.chart[0];
  const LegendEntry legend[] = {{"Input low", low_colour, Stroke::box}, {"Input high", high_colour, Stroke::box}};
  Plot plot(options, bars.empty(), legend);
  if (!plot) return -1;
  double low = base;
  double high = base;
  float names = 0;
  for (const TornadoBar& bar : bars) {
    low = std::min({low, bar.low, bar.high});
    high = std::max({high, bar.low, bar.high});
    names = std::max(names, width_of(bar.label, Type::caption));
  }
  names = std::min(names, plot.area().GetWidth() * 0.4F);
  plot.lying_axes(low, high, names + t.space.medium);
  const ImRect area = plot.area();
  const float row = area.GetHeight() / static_cast<float>(bars.size());
  const auto middle = [&](int i) { return area.Min.y + row * (static_cast<float>(i) + 0.5F); };
  const int at = plot.pointed(static_cast<int>(bars.size()), middle, true);
  const float half = std::min(11.0F, row * 0.34F);
  const float caption = t.size_of(Type::caption);
  for (int i = 0; i < static_cast<int>(bars.size()); ++i) {
    const TornadoBar& bar = bars[static_cast<std::size_t>(i)];
    const float y = std::round(middle(i));
    if (at == i) fill({{area.Min.x, y - row / 2}, {area.Max.x, y + row / 2}}, t.colours.hover, 3);
    draw_text({area.Min.x - t.space.medium - std::min(names, width_of(bar.label, Type::caption)), y - caption / 2},
              bar.label, Type::caption, t.colours.text, area.Min.x - t.space.small);
    const auto side = [&](double value, Colour colour, std::string_view input) {
      const auto [left, right] = std::minmax({plot.x(base), plot.x(value)});
      fill({{left, y - half}, {right, y + half}}, colour, 2);
      const float words = width_of(input, Type::caption);
      // Within the bar where it is wide enough, so that no words run over the edge.
      if (input.empty() || right - left < words + 2 * t.space.small) return;
      const bool to_left = plot.x(value) < plot.x(base);
      const Colour ink = contrast(colour, rgb(0xFFFFFF)) >= 4.5 ? rgb(0xFFFFFF) : rgb(0x0B0E14);
      draw_text({to_left ? left + t.space.small : right - t.space.small - words, y - caption / 2}, input, Type::caption,
                ink);
    };
    side(bar.low, low_colour, bar.low_input);
    side(bar.high, high_colour, bar.high_input);
  }
  const float x = std::round(plot.x(base));
  line({x - 0.5F, area.Min.y}, {x - 0.5F, area.Max.y}, t.colours.text, 1.5F);
  if (at < 0) return at;
  const TornadoBar& bar = bars[static_cast<std::size_t>(at)];
  const Plot::Value values[] = {
      {bar.low_input.empty() ? "Low" : std::string_view(bar.low_input), plot.value_text(bar.low), low_colour},
      {"Now", plot.value_text(base), t.colours.text},
      {bar.high_input.empty() ? "High" : std::string_view(bar.high_input), plot.value_text(bar.high), high_colour}};
  plot.show_values({std::max(plot.x(bar.low), plot.x(bar.high)), middle(at)}, bar.label, values);
  return at;
}

}  // namespace dealwright::web::ui
