#include "web/ui/chart/marks.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/stable_order.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web::ui {

namespace {

// A line down the plot with words at its top; `level` keeps words of neighbours apart.
void draw_mark(const Plot& plot, const ChartMark& mark, int level) {
  const Theme& t = theme();
  const float x = std::round(plot.x(mark.at));
  const ImRect& area = plot.area();
  if (x < area.Min.x - 1 || x > area.Max.x + 1) return;
  const Colour colour = mark.tone == Tone::neutral ? t.colours.text_quiet : t.text_of(mark.tone);
  const ImVec2 points[] = {{x - 0.5F, area.Min.y}, {x - 0.5F, area.Max.y}};
  draw_line(points, colour, Stroke::dashed, 1);
  if (mark.label.empty()) return;
  const float width = width_of(mark.label, Type::caption) + 2 * t.space.tight;
  const float height = t.size_of(Type::caption) + 2;
  const float left = std::clamp(x + 3, area.Min.x, std::max(area.Min.x, area.Max.x - width));
  const float top = area.Min.y + static_cast<float>(level) * (height + 2);
  fill({{left, top}, {left + width, top + height}}, t.ground_of(mark.tone), 3);
  draw_text({left + t.space.tight, top + 1}, mark.label, Type::caption, t.text_of(mark.tone));
}

}  // namespace

void draw_marks(const Plot& plot, std::span<const ChartMark> marks) {
  std::vector<const ChartMark*> sorted;
  for (const ChartMark& mark : marks) sorted.push_back(&mark);
  sort_stably(sorted, [](const ChartMark* a, const ChartMark* b) { return a->at < b->at; });
  std::vector<float> ends;  // of each level
  for (const ChartMark* mark : sorted) {
    const float left = plot.x(mark->at);
    std::size_t level = 0;
    while (level < ends.size() && ends[level] > left) ++level;
    if (level == ends.size()) ends.push_back(0);
    ends[level] = left + width_of(mark->label, Type::caption) + 3 * theme().space.tight;
    draw_mark(plot, *mark, static_cast<int>(level));
  }
}

}  // namespace dealwright::web::ui
