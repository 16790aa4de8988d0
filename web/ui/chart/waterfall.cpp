// From one total to the next, step by step.

#include <algorithm>
#include <cmath>

#include "web/ui/chart/plot.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web::ui {

namespace {

struct Bar {
  double from, to;
  Tone tone;
};

std::vector<Bar> bars_of(std::span<const WaterfallStep> steps) {
  std::vector<Bar> bars;
  double sum = 0;
  for (const WaterfallStep& step : steps) {
    if (step.total) {
      bars.push_back({0, step.amount, Tone::accent});
      sum = step.amount;
    } else {
      bars.push_back({sum, sum + step.amount, step.amount < 0 ? Tone::negative : Tone::positive});
      sum += step.amount;
    }
  }
  return bars;
}

}  // namespace

Pointed waterfall_chart(const ChartOptions& options, std::span<const WaterfallStep> steps) {
  Plot plot(options, steps.empty(), {});
  if (!plot) return -1;
  const Theme& t = theme();
  const std::vector<Bar> bars = bars_of(steps);
  double low = 0;
  double high = 0;
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    low = std::min({low, bars[i].from, bars[i].to});
    high = std::max({high, bars[i].from, bars[i].to});
    labels.push_back(steps[i].label);
  }
  plot.value_axis(low, high);
  plot.label_axis(labels);
  const int at = plot.pointed(static_cast<int>(bars.size()), [&](int i) { return plot.middle(i); });
  constexpr float most = 64;
  const float width = std::round(std::clamp(plot.slot() * 0.62F, 3.0F, most));
  const float caption = t.size_of(Type::caption);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const Bar& bar = bars[i];
    const float left = std::round(plot.middle(static_cast<int>(i)) - width / 2);
    const float top = plot.y(std::max(bar.from, bar.to));
    const float foot = plot.y(std::min(bar.from, bar.to));
    const Colour colour =
        at == static_cast<int>(i) ? mixed(t.fill_of(bar.tone), t.colours.text, 0.18F) : t.fill_of(bar.tone);
    fill({{left, top}, {left + width, std::max(foot, top + 1.5F)}}, colour, std::min(3.0F, (foot - top) / 2));
    if (i + 1 < bars.size()) {
      const float next = std::round(plot.middle(static_cast<int>(i) + 1) - width / 2);
      const ImVec2 level[] = {{left + width, std::round(plot.y(bar.to)) - 0.5F},
                              {next, std::round(plot.y(bar.to)) - 0.5F}};
      draw_line(level, t.colours.text_faint, Stroke::dotted, 1);
    }
    // The amount itself, with its sign, where it fits between its neighbours.
    const std::string words = plot.value_text(steps[i].amount);
    if (width_of(words, Type::caption) > plot.slot() - 4) continue;
    const bool above = top - caption - 2 >= plot.area().Min.y - caption / 2;
    draw_text(
        {plot.middle(static_cast<int>(i)) - width_of(words, Type::caption) / 2, above ? top - caption - 2 : foot + 2},
        words, Type::caption, steps[i].total ? t.colours.text : t.text_of(bar.tone));
  }
  plot.zero_line();
  if (at < 0) return at;
  const auto index = static_cast<std::size_t>(at);
  std::vector<Plot::Value> values = {{"Amount", plot.value_text(steps[index].amount), t.fill_of(bars[index].tone)}};
  if (!steps[index].total) values.push_back({"After it", plot.value_text(bars[index].to), 0});
  plot.show_values({plot.middle(at) + width / 2, plot.y(bars[index].to)}, steps[index].label, values);
  return at;
}

}  // namespace dealwright::web::ui
