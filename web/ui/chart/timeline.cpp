// Work over days: bars, what is critical, how late it may be, and what waits for what.

#include <algorithm>
#include <cmath>

#include "core/base/stable_order.hpp"
#include "web/ui/chart/plot.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/row_list.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web::ui {

namespace {

constexpr float row_height = 28;
constexpr float bar_height = 14;

double day_number(Date day) {
  return day.days_since_epoch();
}

class Timeline {
 public:
  Timeline(std::span<const TimelineRow> rows, std::span<const TimelineMark> marks) : rows_(rows), marks_(marks) {
    const auto take = [&](Date day) {
      if (!day.is_stated()) return;
      first_ = first_.is_stated() ? std::min(first_, day) : day;
      last_ = std::max(last_, day);
    };
    for (const TimelineRow& row : rows) {
      for (const Date day : {row.start, row.finish, row.late_finish}) take(day);
    }
    for (const TimelineMark& mark : marks) take(mark.day);
  }
  bool is_empty() const { return rows_.empty() || !first_.is_stated(); }

  // The months above, and the words of the marks above them.
  void head() {
    const Theme& t = theme();
    const float caption = t.size_of(Type::caption);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImRect box(corner, {corner.x + room(), corner.y + 2 * caption + 2 * t.space.tight});
    ImGui::Dummy(box.GetSize());
    place(box);
    for (const Date tick : ticks_) {
      const ImVec2 at{x(day_number(tick)) + 3, box.Max.y - caption - t.space.tight};
      const std::string words = tick.to_string().substr(0, by_day_ ? 10 : 7);
      const float width = width_of(words, Type::caption);
      if (at.x + width > box.Max.x) continue;
      draw_text(at, words, Type::caption, t.colours.text_quiet);
      mirror().add(Role::text, words, {at, {at.x + width, at.y + caption}});
    }
    float free = left_;
    for (const TimelineMark& mark : by_day()) {
      const float width = width_of(mark.label, Type::caption);
      const float at = std::clamp(x(day_number(mark.day)) - width / 2, left_, std::max(left_, box.Max.x - width));
      mirror().add(Role::text, mark.label, {{at, box.Min.y}, {at + width, box.Min.y + caption}}).value =
          mark.day.to_string();
      // Where two marks are near each other, one name stands; the words say both.
      if (at < free) continue;
      draw_text({at, box.Min.y}, mark.label, Type::caption, t.text_of(mark.tone));
      free = at + width + t.space.small;
    }
  }

  RowWords paint(int at, const ImRect& box) const {
    const Theme& t = theme();
    const TimelineRow& row = rows_[static_cast<std::size_t>(at)];
    for (const Date tick : ticks_) {
      const float tick_x = std::round(x(day_number(tick))) - 0.5F;
      line({tick_x, box.Min.y}, {tick_x, box.Max.y}, t.colours.border);
    }
    draw_text_in({{box.Min.x + t.space.small, box.Min.y}, {left_ - t.space.small, box.Max.y}}, row.label,
                 row.head ? Type::strong : Type::body, t.colours.text);
    for (const TimelineMark& mark : marks_) {
      if (!mark.day.is_stated()) continue;
      const float mark_x = std::round(x(day_number(mark.day)));
      line({mark_x, box.Min.y}, {mark_x, box.Max.y}, t.text_of(mark.tone), 1.5F);
    }
    RowWords words{std::string(row.label), row.state};
    if (row.head || !row.start.is_stated() || !row.finish.is_stated()) return words;
    bar(row, box.GetCenter().y);
    words.tip = row.start.to_string() + " to " + row.finish.to_string() + ", " + row.state;
    if (row.critical && !row.done) words.tip += ", critical";
    if (row.late_finish > row.finish) words.tip += ", may end by " + row.late_finish.to_string();
    words.value = words.tip;
    return words;
  }

  // From the end of what is waited for, down or up, to the start of what waits.
  void link(const TimelineLink& link, float top) const {
    const auto [from, to] = link;
    if (from < 0 || to < 0) return;
    const TimelineRow &before = rows_[static_cast<std::size_t>(from)], &after = rows_[static_cast<std::size_t>(to)];
    if (!before.finish.is_stated() || !after.start.is_stated()) return;
    const auto middle = [&](int at) { return top + row_height * (static_cast<float>(at) + 0.5F); };
    const ImVec2 begin{x(day_number(before.finish) + 1), middle(from)}, end{x(day_number(after.start)), middle(to)};
    const float turn = std::max(begin.x + 6, std::min(end.x - 6, begin.x + 6));
    const ImVec2 points[] = {begin, {turn, begin.y}, {turn, end.y}, end};
    const Colour colour = theme().colours.text;
    draw_line(points, colour, Stroke::solid, 1.5F);
    ImGui::GetWindowDrawList()->AddCircleFilled(end, 3, colour);
  }

 private:
  std::vector<TimelineMark> by_day() const {
    std::vector<TimelineMark> sorted;
    for (const TimelineMark& mark : marks_)
      if (mark.day.is_stated()) sorted.push_back(mark);
    sort_stably(sorted, [](const TimelineMark& a, const TimelineMark& b) { return a.day < b.day; });
    return sorted;
  }

  // Names at the left, days in the rest; ticks as close as their words allow.
  void place(const ImRect& box) {
    constexpr float most_names = 300;
    const float scrollbar = ImGui::GetStyle().ScrollbarSize;
    left_ = box.Min.x + std::min(most_names, box.GetWidth() * 0.36F);
    width_ = std::max(1.0F, box.Max.x - scrollbar - theme().space.small - left_);
    low_ = day_number(first_);
    days_ = std::max(1.0, day_number(last_) + 1 - low_);
    const float words = width_of("2026-00-00", Type::caption) + theme().space.medium;
    const auto least = static_cast<int>(std::ceil(days_ * static_cast<double>(words / width_)));
    by_day_ = least <= 14;
    if (by_day_) {
      const int weeks = least <= 7 ? 7 : 14;
      for (Date day = first_.plus_days((8 - first_.iso_weekday()) % 7); day.is_stated() && day <= last_;
           day = day.plus_days(weeks))
        ticks_.push_back(day);
      return;
    }
    const int months = (least + 27) / 28;
    for (Date day = first_.first_of_month().plus_months(1); day.is_stated() && day <= last_;
         day = day.plus_months(months))
      ticks_.push_back(day);
  }

  float x(double day) const { return left_ + width_ * static_cast<float>((day - low_) / days_); }

  void bar(const TimelineRow& row, float y) const {
    const Theme& t = theme();
    const float left = x(day_number(row.start)), right = std::max(left + 3, x(day_number(row.finish) + 1));
    const ImRect box({left, y - bar_height / 2}, {right, y + bar_height / 2});
    if (row.late_finish > row.finish)
      line({right, y}, {x(day_number(row.late_finish) + 1), y}, t.colours.text_quiet, 1.5F);
    if (row.done) {
      fill(box, t.fill_of(Tone::positive), 3);
      return;
    }
    const Tone tone = row.critical ? Tone::warning : Tone::accent;
    fill(box, t.ground_of(tone), 3);
    stroke(box, t.fill_of(tone), 3, row.critical ? 2.5F : 1);
  }

  std::span<const TimelineRow> rows_;
  std::span<const TimelineMark> marks_;
  Date first_, last_;
  std::vector<Date> ticks_;
  bool by_day_ = false;
  float left_ = 0, width_ = 1;
  double low_ = 0, days_ = 1;
};

void legend() {
  const Theme& t = theme();
  const struct {
    std::string_view words;
    Tone tone;
    bool filled, is_line;
  } entries[] = {{"Done", Tone::positive, true, false},
                 {"To come, as estimated", Tone::accent, false, false},
                 {"Critical, as estimated", Tone::warning, false, false},
                 {"May be late until", Tone::neutral, false, true}};
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float height = t.size_of(Type::caption);
  float at = corner.x;
  for (const auto& entry : entries) {
    const ImRect box({at, corner.y + 2}, {at + 14, corner.y + height - 2});
    if (entry.is_line) {
      line({box.Min.x, box.GetCenter().y}, {box.Max.x, box.GetCenter().y}, t.colours.text_quiet, 1.5F);
    } else {
      fill(box, entry.filled ? t.fill_of(entry.tone) : t.ground_of(entry.tone), 2);
      stroke(box, t.fill_of(entry.tone), 2, entry.tone == Tone::warning ? 2.5F : 1);
    }
    mirror().add(Role::text, entry.words, box);
    at += 20 + draw_text({at + 20, corner.y}, entry.words, Type::caption, t.colours.text_quiet) + t.space.large;
  }
  ImGui::Dummy({room(), height + t.space.small});
}

}  // namespace

Pointed timeline_chart(const ChartOptions& options, std::span<const TimelineRow> rows,
                       std::span<const TimelineMark> marks, std::span<const TimelineLink> links, int& selected) {
  if (is_skipped()) return -1;
  Timeline timeline(rows, marks);
  if (timeline.is_empty()) {
    quiet(options.empty);
    return -1;
  }
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  mirror().add(Role::image, options.name, {corner, {corner.x + room(), corner.y + options.height}}).description =
      options.sentence;
  if (options.legend) legend();
  timeline.head();
  const float used = ImGui::GetCursorScreenPos().y - corner.y;
  const auto over = [&](float top) {
    for (const TimelineLink& link : links) timeline.link(link, top);
  };
  // What is done is past: what is selected, else where the work stands now, is in sight.
  const auto now = std::find_if(rows.begin(), rows.end(),
                                [](const TimelineRow& row) { return row.finish.is_stated() && !row.done; });
  const auto events = row_list(
      options.name,
      {.height = std::max(row_height, options.height - used),
       .row_height = row_height,
       .first = selected >= 0 || now == rows.end() ? selected : static_cast<int>(now - rows.begin()),
       .over = over},
      static_cast<int>(rows.size()), selected, [&](int at) { return rows[static_cast<std::size_t>(at)].head; },
      [&](int at, const ImRect& box) { return timeline.paint(at, box); });
  return events.pressed;
}

}  // namespace dealwright::web::ui
