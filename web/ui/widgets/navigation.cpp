#include "web/ui/widgets/navigation.hpp"

#include <algorithm>
#include <string>

#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/item.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web::ui {

namespace {

float badge_width(std::string_view count) {
  const Theme& t = theme();
  return std::max(t.size_of(Type::caption) + 4, width_of(count, Type::caption) + 2 * t.space.small - 2);
}

void draw_badge(ImVec2 left_middle, std::string_view count, Tone tone) {
  const Theme& t = theme();
  const float height = t.size_of(Type::caption) + 4;
  const float width = badge_width(count);
  const ImRect box({left_middle.x, left_middle.y - height / 2}, {left_middle.x + width, left_middle.y + height / 2});
  fill(box, t.ground_of(tone), height / 2);
  const float words = width_of(count, Type::caption);
  draw_text_in({{box.GetCenter().x - words / 2, box.Min.y}, {box.Max.x, box.Max.y}}, count, Type::caption,
               t.text_of(tone));
}

// The disc before a step: done, in work, to come, or wrong.
void draw_step_disc(ImVec2 centre, int number, const Step& step, bool now) {
  const Theme& t = theme();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  constexpr float radius = 11;
  if (!step.problem.empty()) {
    list.AddCircleFilled(centre, radius, paint(t.ground_of(Tone::negative)));
    draw_icon_here(Icon::error, centre, 14, t.text_of(Tone::negative));
    return;
  }
  if (step.done && !now) {
    list.AddCircleFilled(centre, radius, paint(t.ground_of(Tone::accent)));
    draw_icon_here(Icon::check, centre, 14, t.text_of(Tone::accent));
    return;
  }
  if (now) {
    list.AddCircleFilled(centre, radius, paint(t.colours.accent));
  } else {
    list.AddCircle(centre, radius - 0.5F, paint(t.colours.border_strong), 0, 1.5F);
  }
  const std::string digits = std::to_string(number);
  const float width = width_of(digits, Type::caption);
  draw_text({centre.x - width / 2, centre.y - t.size_of(Type::caption) / 2}, digits, Type::caption,
            now ? t.colours.on_accent : t.colours.text_quiet);
}

}  // namespace

bool tabs(std::string_view name, std::span<const Tab> list, int& selected) {
  if (is_skipped()) return false;
  const Theme& t = theme();
  ImGui::PushID(name.data(), name.data() + name.size());
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float height = t.control_height;
  const ImGuiID group = id_of("tabs");
  mirror().add(group, Role::group, name, {corner, {corner.x + room(), corner.y + height}});
  mirror().begin_group(group);
  fill({{corner.x, corner.y + height - 1}, {corner.x + room(), corner.y + height}}, t.colours.border);
  bool changed = false;
  const float right = corner.x + room();
  for (int i = 0; i < static_cast<int>(list.size()); ++i) {
    const Tab& tab = list[static_cast<std::size_t>(i)];
    const bool here = i == selected;
    const float words = width_of(tab.label, Type::strong);
    const float width = words + (tab.count.empty() ? 0 : t.space.small - 2 + badge_width(tab.count));
    // What has no room goes on in the next line.
    const float gap = t.space.wide - 4;
    if (i > 0 && ImGui::GetItemRectMax().x + gap + width <= right) ImGui::SameLine(0, gap);
    const Item item = press_item(tab.label, {width, height});
    MirrorItem& stated = mirror().add(item.id, Role::tab, tab.label, item.box);
    stated.selected = here;
    stated.value = tab.count;
    if (item.pressed && !here) {
      selected = i;
      changed = true;
    }
    if (!item.visible) continue;
    const Colour colour = here ? t.colours.text : item.hovered ? t.colours.text : t.colours.text_quiet;
    draw_text_in({item.box.Min, {item.box.Max.x + 1, item.box.Max.y - 2}}, tab.label, here ? Type::strong : Type::body,
                 colour);
    if (!tab.count.empty()) {
      draw_badge({item.box.Max.x - badge_width(tab.count), item.box.GetCenter().y - 1}, tab.count, tab.tone);
    }
    if (here) {
      fill({{item.box.Min.x, item.box.Max.y - 2}, item.box.Max}, t.colours.accent, 1);
    } else if (item.hovered) {
      fill({{item.box.Min.x, item.box.Max.y - 2}, item.box.Max}, t.colours.border_strong, 1);
    }
    ImRect ring = item.box;
    ring.Expand({t.space.tight, -t.space.tight});
    focus_ring(item.id, ring, t.field_radius - 2);
  }
  mirror().end_group();
  ImGui::PopID();
  return changed;
}

int breadcrumb(std::span<const std::string_view> parts, float kept_free) {
  if (is_skipped()) return -1;
  const Theme& t = theme();
  int pressed = -1;
  const ImGuiID group = id_of("breadcrumb");
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float height = t.control_height;
  mirror().add(group, Role::group, "Where you are", {corner, {corner.x + room(), corner.y + height}});
  mirror().begin_group(group);
  constexpr float sign = 18;
  // Where they are too long together, the first gives way first, then the last.
  float too_wide = sign * static_cast<float>(parts.size() - 1) - (room() - kept_free);
  for (std::size_t i = 0; i < parts.size(); ++i)
    too_wide += width_of(parts[i], i + 1 == parts.size() ? Type::strong : Type::body) + 1;
  for (int i = 0; i < static_cast<int>(parts.size()); ++i) {
    const std::string_view part = parts[static_cast<std::size_t>(i)];
    const bool here = i + 1 == static_cast<int>(parts.size());
    ImGui::PushID(i);
    if (i > 0) {
      ImGui::SameLine(0, sign);
      const ImVec2 at = ImGui::GetCursorScreenPos();
      draw_icon_here(Icon::chevron_right, {at.x - 9, at.y + height / 2}, 12, t.colours.text_faint);
    }
    const float whole = width_of(part, here ? Type::strong : Type::body);
    float width = whole;
    if (too_wide > 0 && (here || i == 0)) {
      constexpr float least = 60;
      width = std::max(std::min(whole, least), whole - too_wide);
      too_wide -= whole - width;
    }
    if (here) {
      const ImVec2 at = ImGui::GetCursorScreenPos();
      const ImRect box(at, {at.x + width + 1, at.y + height});
      ImGui::Dummy(box.GetSize());
      mirror().add(Role::text, part, box).selected = 1;
      draw_text_in(box, part, Type::strong, t.colours.text);
    } else {
      const Item item = press_item(part, {width, height});
      mirror().add(item.id, Role::link, part, item.box);
      if (item.pressed) pressed = i;
      if (item.visible) {
        draw_text_in({item.box.Min, {item.box.Max.x + 1, item.box.Max.y}}, part, Type::body,
                     item.hovered ? t.colours.text : t.colours.text_quiet);
        focus_ring(item.id, item.box, 4);
      }
    }
    ImGui::PopID();
  }
  mirror().end_group();
  return pressed;
}

int stepper(std::string_view name, std::span<const Step> steps, int current_step) {
  if (is_skipped() || steps.empty()) return -1;
  const Theme& t = theme();
  int pressed = -1;
  ImGui::PushID(name.data(), name.data() + name.size());
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float height = t.control_height;
  const ImGuiID group = id_of("steps");
  mirror().add(group, Role::group, name, {corner, {corner.x + room(), corner.y + height}});
  mirror().begin_group(group);
  constexpr float disc = 22;
  constexpr float least_thread = 16;
  float words = 0;
  for (const Step& step : steps) words += disc + t.space.small + width_of(step.label, Type::strong) + 2 * t.space.small;
  // The threads between the steps take what is left.
  const auto threads = static_cast<float>(steps.size() - 1);
  const float thread = steps.size() > 1 ? std::clamp((room() - words) / threads, least_thread, 72.0F) : 0;
  for (int i = 0; i < static_cast<int>(steps.size()); ++i) {
    const Step& step = steps[static_cast<std::size_t>(i)];
    const bool now = i == current_step;
    if (i > 0) {
      ImGui::SameLine(0, 0);
      const ImVec2 at = ImGui::GetCursorScreenPos();
      const Colour colour = steps[static_cast<std::size_t>(i - 1)].done ? t.colours.accent : t.colours.border_strong;
      fill({{at.x + t.space.small, at.y + height / 2 - 0.75F},
            {at.x + thread - t.space.small, at.y + height / 2 + 0.75F}},
           colour);
      ImGui::SetCursorScreenPos({at.x + thread, at.y});
    }
    const float width = disc + t.space.small + width_of(step.label, Type::strong);
    const Item item = press_item(step.label, {width, height});
    MirrorItem& stated = mirror().add(item.id, Role::button, step.label, item.box);
    stated.selected = now;
    stated.description = !step.problem.empty() ? step.problem : step.done ? "Done" : "";
    if (item.pressed && !now) pressed = i;
    if (!item.visible) continue;
    draw_step_disc({item.box.Min.x + disc / 2, item.box.GetCenter().y}, i + 1, step, now);
    draw_text_in({{item.box.Min.x + disc + t.space.small, item.box.Min.y}, {item.box.Max.x + 1, item.box.Max.y}},
                 step.label, now ? Type::strong : Type::body,
                 now || item.hovered ? t.colours.text : t.colours.text_quiet);
    focus_ring(item.id, item.box, t.field_radius);
    if (!step.problem.empty()) tooltip(step.problem);
  }
  mirror().end_group();
  ImGui::PopID();
  return pressed;
}

bool disclosure(std::string_view label, bool& open, const DisclosureOptions& options) {
  const Theme& t = theme();
  const Item item = press_item(label, {room(), t.control_height});
  if (is_skipped()) return open;
  if (item.pressed) open = !open;
  MirrorItem& stated = mirror().add(item.id, Role::button, label, item.box);
  stated.expanded = open;
  stated.value = options.count;
  stated.description = options.detail;
  if (!item.visible) return open;
  ImRect box = item.box;
  if (item.hovered) fill(box, t.colours.hover, t.field_radius);
  draw_icon_here(open ? Icon::chevron_down : Icon::chevron_right, {box.Min.x + 12, box.GetCenter().y}, 14,
                 t.colours.text_quiet);
  box.Min.x += 26;
  box.Max.x -= t.space.small;
  if (!options.detail.empty()) {
    const float detail = std::min(width_of(options.detail), box.GetWidth() / 2);
    draw_text_in({{box.Max.x - detail, box.Min.y}, {box.Max.x + 1, box.Max.y}}, options.detail, Type::body,
                 t.colours.text_quiet);
    box.Max.x -= detail + t.space.small;
  }
  const float words = draw_text_in(box, label, Type::strong, t.colours.text);
  if (!options.count.empty())
    draw_badge({box.Min.x + words + t.space.small, box.GetCenter().y}, options.count, options.tone);
  focus_ring(item.id, item.box, t.field_radius);
  return open;
}

}  // namespace dealwright::web::ui
