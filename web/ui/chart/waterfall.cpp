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

// One number of places for all of a chart.
int places_of(const ChartOptions& options, std::span<const WaterfallStep> steps) {
  const bool are_whole = std::all_of(steps.begin(), steps.end(), [](const WaterfallStep& step) {
    return std::abs(step.amount - std::round(step.amount)) < 1e-9;
  });
  return are_whole ? 0 : options.unit == "%" ? 1 : 2;
}

Colour colour_of(const Bar& bar, bool is_pointed) {
  const Theme& t = theme();
  return is_pointed ? mixed(t.fill_of(bar.tone), t.colours.text, 0.18F) : t.fill_of(bar.tone);
}

void show_step(Plot& plot, ImVec2 place, const WaterfallStep& step, const Bar& bar, int places) {
  std::vector<Plot::Value> values = {{"Amount", plot.value_text(step.amount, places), theme().fill_of(bar.tone)}};
  if (!step.total) values.push_back({"After it", plot.value_text(bar.to, places), 0});
  plot.show_values(place, step.label, values);
}

// A line for each step: its name, its bar, its amount.
Pointed lying_waterfall(const ChartOptions& options, std::span<const WaterfallStep> steps) {
  constexpr float row = 22;
  ChartOptions high = options;
  const Theme& t = theme();
  const float caption = t.size_of(Type::caption);
  high.height = std::max(options.height, row * static_cast<float>(steps.size()) + 2 * caption);
  Plot plot(high, steps.empty(), {});
  if (!plot) return -1;
  const std::vector<Bar> bars = bars_of(steps);
  const int places = places_of(options, steps);
  const int count = static_cast<int>(bars.size());
  double low = 0, most = 0;
  float names = 0, amounts = 0;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    low = std::min({low, bars[i].from, bars[i].to});
    most = std::max({most, bars[i].from, bars[i].to});
    names = std::max(names, width_of(steps[i].label, Type::caption));
    amounts = std::max(amounts, width_of(plot.value_text(steps[i].amount, places), Type::caption));
  }
  names = std::min(names, plot.area().GetWidth() * 0.45F);
  plot.lying_axes(low, most, names + t.space.medium, amounts + t.space.small);
  const ImRect area = plot.area();
  const float each = area.GetHeight() / static_cast<float>(count);
  const auto middle = [&](int i) { return std::round(area.Min.y + each * (static_cast<float>(i) + 0.5F)); };
  const int at = plot.pointed(count, middle, true);
  const float half = std::min(9.0F, each * 0.34F);
  for (int i = 0; i < count; ++i) {
    const WaterfallStep& step = steps[static_cast<std::size_t>(i)];
    const Bar& bar = bars[static_cast<std::size_t>(i)];
    const float y = middle(i), left = plot.x(std::min(bar.from, bar.to)), right = plot.x(std::max(bar.from, bar.to));
    const std::string words = plot.value_text(step.amount, places);
    const float name_left = area.Min.x - t.space.medium - names;
    draw_text({name_left, y - caption / 2}, step.label, Type::caption, t.colours.text, name_left + names + 1);
    fill({{left, y - half}, {std::max(right, left + 1.5F), y + half}}, colour_of(bar, at == i), 2);
    if (i + 1 < count) line({plot.x(bar.to), y + half}, {plot.x(bar.to), middle(i + 1) - half}, t.colours.text_faint);
    const float end = area.Max.x + t.space.small + amounts;
    draw_text({end - width_of(words, Type::caption), y - caption / 2}, words, Type::caption,
              step.total ? t.colours.text : t.text_of(bar.tone));
  }
  plot.zero_line();
  if (at >= 0) {
    const Bar& bar = bars[static_cast<std::size_t>(at)];
    show_step(plot, {plot.x(std::max(bar.from, bar.to)), middle(at)}, steps[static_cast<std::size_t>(at)], bar, places);
  }
  // Behind what stands at the pointer, which is said with the chart itself.
  for (int i = 0; i < count; ++i) {
    const WaterfallStep& step = steps[static_cast<std::size_t>(i)];
    const ImRect line_box({area.Min.x - t.space.medium - names, middle(i) - each / 2},
                          {area.Max.x + t.space.small + amounts, middle(i) + each / 2});
    mirror().add(Role::text, step.label, line_box).value = plot.value_text(step.amount, places);
  }
  return at;
}

// Every name has room below its bar.
bool can_stand(std::span<const WaterfallStep> steps) {
  constexpr float axis = 48;
  const float slot = (room() - axis) / static_cast<float>(std::max<std::size_t>(1, steps.size()));
  return std::all_of(steps.begin(), steps.end(), [&](const WaterfallStep& step) {
    return width_of(step.label, Type::caption) + theme().space.medium <= slot;
  });
}

}  // namespace

Pointed waterfall_chart(const ChartOptions& options, std::span<const WaterfallStep> steps) {
  if (is_skipped()) return -1;
  if (!can_stand(steps)) return lying_waterfall(options, steps);
  Plot plot(options, steps.empty(), {});
  if (!plot) return -1;
  const Theme& t = theme();
  const std::vector<Bar> bars = bars_of(steps);
  const int places = places_of(options, steps);
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
    fill({{left, top}, {left + width, std::max(foot, top + 1.5F)}}, colour_of(bar, at == static_cast<int>(i)),
         std::min(3.0F, (foot - top) / 2));
    if (i + 1 < bars.size()) {
      const float next = std::round(plot.middle(static_cast<int>(i) + 1) - width / 2);
      const ImVec2 level[] = {{left + width, std::round(plot.y(bar.to)) - 0.5F},
                              {next, std::round(plot.y(bar.to)) - 0.5F}};
      draw_line(level, t.colours.text_faint, Stroke::dotted, 1);
    }
    // The amount itself, with its sign, where it fits between its neighbours.
    const std::string words = plot.value_text(steps[i].amount, places);
    if (width_of(words, Type::caption) > plot.slot() - 4) continue;
    const bool above = top - caption - 2 >= plot.area().Min.y - caption / 2;
    draw_text(
        {plot.middle(static_cast<int>(i)) - width_of(words, Type::caption) / 2, above ? top - caption - 2 : foot + 2},
        words, Type::caption, steps[i].total ? t.colours.text : t.text_of(bar.tone));
  }
  plot.zero_line();
  if (at < 0) return at;
  const auto index = static_cast<std::size_t>(at);
  show_step(plot, {plot.middle(at) + width / 2, plot.y(bars[index].to)}, steps[index], bars[index], places);
  return at;
}

}  // namespace dealwright::web::ui
