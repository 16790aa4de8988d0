#include "web/ui/widgets/choice.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "web/ui/widgets/item.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"
#include "web/ui/widgets/text_field.hpp"

namespace dealwright::web::ui {

namespace {

constexpr std::size_t most_without_search = 8;
constexpr float most_list_height = 320;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool holds(std::string_view text, std::string_view part) {
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     [](char a, char b) { return lower(a) == lower(b); }) != text.end();
}

// One row of an open list. Returns whether it was pressed.
bool option_row(const Option& option, bool selected, bool first_look) {
  const Theme& t = theme();
  ImGui::BeginDisabled(option.disabled);
  const Item item = press_item(option.label, {room(), t.control_height - 2});
  MirrorItem& stated = mirror().add(item.id, Role::option, option.label, item.box);
  stated.selected = selected;
  stated.description = option.detail;
  if (selected && first_look) {
    ImGui::SetItemDefaultFocus();
    ImGui::SetScrollHereY();
  }
  if (item.visible) {
    if (item.hovered || has_focus_ring(item.id)) fill(item.box, t.colours.pressed, t.field_radius);
    ImRect inner = item.box;
    inner.Min.x += t.space.small;
    inner.Max.x -= t.space.small + 20;
    if (selected)
      draw_icon_here(Icon::check, {item.box.Max.x - 14, item.box.GetCenter().y}, 16, t.text_of(Tone::accent));
    const float label = draw_text_in(inner, option.label, selected ? Type::strong : Type::body, t.colours.text);
    inner.Min.x += label + t.space.small;
    if (!option.detail.empty() && inner.GetWidth() > t.space.wide) {
      draw_text_in(inner, option.detail, Type::body, t.colours.text_quiet);
    }
    focus_ring(item.id, item.box, t.field_radius);
  }
  ImGui::EndDisabled();
  return item.pressed;
}

// The open list. Returns whether `selected` changed.
bool option_list(const Field& field, ImGuiID owner, const ImRect& box, std::span<const Option> options, int& selected) {
  const Theme& t = theme();
  const bool searchable = options.size() > most_without_search;
  float width = box.GetWidth();
  for (const Option& option : options) {
    const float detail = option.detail.empty() ? 0 : width_of(option.detail) + t.space.small;
    width = std::max(width, width_of(option.label, Type::strong) + detail + 64);
  }
  width = std::min(width, 480.0F);
  ImGui::SetNextWindowPos({box.Min.x, box.Max.y + t.space.tight});
  ImGui::SetNextWindowSizeConstraints({width, 0}, {width, most_list_height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(t.space.tight, t.space.tight));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 1));
  bool changed = false;
  if (ImGui::BeginPopupEx(owner, ImGuiWindowFlags_NoMove | ImGuiWindowFlags_AlwaysAutoResize |
                                     ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoSavedSettings)) {
    const ImRect all(ImGui::GetWindowPos(), ImGui::GetCurrentWindow()->Rect().Max);
    const ImGuiID list = ImGui::GetID("list");
    mirror().add(list, Role::listbox, field.label, all);
    mirror().begin_group(list);
    const bool first_look = ImGui::IsWindowAppearing();
    std::string search;
    if (searchable) {
      Ui::Draft& draft = current().draft(list);
      if (first_look) {
        draft.text.clear();
        ImGui::SetKeyboardFocusHere();
      }
      search = draft.text;
      search_field({.label = "Search"}, search);
      current().draft(list).text = search;
      space(t.space.tight);
    }
    bool any = false;
    for (int i = 0; i < static_cast<int>(options.size()); ++i) {
      const Option& option = options[static_cast<std::size_t>(i)];
      if (!search.empty() && !holds(option.label, search) && !holds(option.detail, search)) continue;
      any = true;
      ImGui::PushID(i);
      if (option_row(option, i == selected, first_look)) {
        changed = i != selected;
        selected = i;
        ImGui::CloseCurrentPopup();
      }
      ImGui::PopID();
    }
    if (!any) quiet("Nothing like that.");
    mirror().end_group();
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
  return changed;
}

// The tick, dot or switch before a label, and the label. Returns the item.
Item marked_item(const Field& field, Role role, bool value, float mark_width) {
  const Theme& t = theme();
  const float words = width_of(field.label);
  const float width = std::min(mark_width + t.space.small + words, room());
  const Item item = press_item(field.label, {width, std::max(t.control_height - 8, 24.0F)});
  if (is_skipped()) return item;
  MirrorItem& stated = mirror().add(item.id, role, field.label, item.box);
  stated.checked = value;
  stated.description = !field.problem.empty() ? field.problem : field.help;
  stated.invalid = !field.problem.empty();
  if (item.visible) {
    draw_text_in({{item.box.Min.x + mark_width + t.space.small, item.box.Min.y}, {item.box.Max.x + 1, item.box.Max.y}},
                 field.label, Type::body, t.colours.text);
  }
  return item;
}

// The ground of a tick box or radio button.
struct Mark {
  Colour ground, edge;
};
Mark mark_of(const Item& item, bool value) {
  const Colours& c = colours();
  if (value) return {item.hovered ? c.accent_hover : c.accent, 0};
  return {item.hovered ? c.hover : c.surface, item.hovered ? c.text_faint : mixed(c.border_strong, c.text_faint, 0.4F)};
}

}  // namespace

FieldEdit choice(const Field& field, std::span<const Option> options, int& selected) {
  FieldEdit edit;
  if (is_skipped()) return edit;
  const Theme& t = theme();
  field_begin(field);
  ImGui::BeginDisabled(field.disabled);
  const ImGuiID owner = id_of(std::string(field.label) + "##list");
  const bool was_open = ImGui::IsPopupOpen(owner, ImGuiPopupFlags_None);
  const Item item = press_item(field.label, {field_width(field), t.control_height});
  const bool stated_one = selected >= 0 && selected < static_cast<int>(options.size());
  const std::string_view shown = stated_one           ? options[static_cast<std::size_t>(selected)].label
                                 : field.hint.empty() ? "Choose"
                                                      : field.hint;
  MirrorItem& stated = mirror().add(item.id, Role::combobox, field.label, item.box);
  if (stated_one) stated.value = shown;
  stated.expanded = was_open;
  stated.description = !field.problem.empty() ? field.problem : field.help;
  stated.invalid = !field.problem.empty();
  if (item.pressed) ImGui::OpenPopupEx(owner, ImGuiPopupFlags_None);
  if (item.visible) {
    const Colour edge = !field.problem.empty() ? t.fill_of(field.severity)
                        : was_open             ? t.colours.accent
                        : item.hovered         ? t.colours.text_faint
                                               : t.colours.border_strong;
    fill(item.box, t.look.mode == Mode::dark ? t.colours.sunken : t.colours.surface, t.field_radius);
    stroke(item.box, edge, t.field_radius);
    ImRect inner = item.box;
    inner.Min.x += field.label_hidden ? t.space.small : t.space.medium - 2;
    inner.Max.x -= 28;
    draw_text_in(inner, shown, Type::body, stated_one ? t.colours.text : t.colours.text_faint);
    draw_icon_here(Icon::chevron_down, {item.box.Max.x - 16, item.box.GetCenter().y}, 16, t.colours.text_faint);
    focus_ring(item.id, item.box, t.field_radius);
  }
  ImGui::EndDisabled();
  if (was_open || item.pressed) edit.changed = option_list(field, owner, item.box, options, selected);
  edit.active = was_open;
  edit.committed = edit.changed;
  field_end(field);
  return edit;
}

FieldEdit choice(const Field& field, std::span<const std::string_view> labels, int& selected) {
  std::vector<Option> options;
  options.reserve(labels.size());
  for (const std::string_view label : labels) options.push_back({.label = label});
  return choice(field, options, selected);
}

FieldEdit toggle(const Field& field, bool& value) {
  const Theme& t = theme();
  ImGui::BeginDisabled(field.disabled);
  constexpr float width = 32;
  constexpr float height = 18;
  const Item item = marked_item(field, Role::checkbox, value, width);
  if (item.pressed) value = !value;
  if (item.visible) {
    const float top = item.box.GetCenter().y - height / 2;
    const ImRect track({item.box.Min.x, top}, {item.box.Min.x + width, top + height});
    const Colour off = t.look.mode == Mode::dark ? mixed(t.colours.border_strong, t.colours.text_faint, 0.3F)
                                                 : mixed(t.colours.border_strong, t.colours.text_faint, 0.6F);
    fill(track, value ? item.hovered ? t.colours.accent_hover : t.colours.accent : off, height / 2);
    const float knob = value ? track.Max.x - height / 2 : track.Min.x + height / 2;
    ImGui::GetWindowDrawList()->AddCircleFilled({knob, track.GetCenter().y}, height / 2 - 2.5F, paint(rgb(0xFFFFFF)));
    focus_ring(item.id, item.box, t.field_radius);
  }
  ImGui::EndDisabled();
  field_notes(field);
  return {item.pressed, item.pressed, item.held};
}

FieldEdit checkbox(const Field& field, bool& value) {
  const Theme& t = theme();
  ImGui::BeginDisabled(field.disabled);
  constexpr float side = 16;
  const Item item = marked_item(field, Role::checkbox, value, side);
  if (item.pressed) value = !value;
  if (item.visible) {
    const float top = item.box.GetCenter().y - side / 2;
    const ImRect box({item.box.Min.x, top}, {item.box.Min.x + side, top + side});
    const Mark mark = mark_of(item, value);
    fill(box, mark.ground, 4);
    if (mark.edge) stroke(box, mark.edge, 4);
    if (value) draw_icon_here(Icon::check, box.GetCenter(), 14, t.colours.on_accent);
    focus_ring(item.id, item.box, t.field_radius);
  }
  ImGui::EndDisabled();
  field_notes(field);
  return {item.pressed, item.pressed, item.held};
}

FieldEdit radio(const Field& field, std::span<const Option> options, int& selected) {
  FieldEdit edit;
  if (is_skipped()) return edit;
  const Theme& t = theme();
  field_begin(field);
  ImGui::BeginDisabled(field.disabled);
  ImGui::PushID(field.label.data(), field.label.data() + field.label.size());
  const ImGuiID group = id_of("group");
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  mirror().add(group, Role::group, field.label, {corner, {corner.x + field_width(field), corner.y + t.control_height}});
  mirror().begin_group(group);
  for (int i = 0; i < static_cast<int>(options.size()); ++i) {
    const Option& option = options[static_cast<std::size_t>(i)];
    ImGui::BeginDisabled(option.disabled);
    constexpr float side = 16;
    const Item item = marked_item({.label = option.label, .help = option.detail}, Role::radio, i == selected, side);
    if (item.pressed && i != selected) {
      selected = i;
      edit.changed = edit.committed = true;
    }
    if (item.visible) {
      const ImVec2 centre = {item.box.Min.x + side / 2, item.box.GetCenter().y};
      const Mark mark = mark_of(item, i == selected);
      ImDrawList& list = *ImGui::GetWindowDrawList();
      list.AddCircleFilled(centre, side / 2, paint(mark.ground));
      if (mark.edge) list.AddCircle(centre, side / 2 - 0.5F, paint(mark.edge));
      if (i == selected) list.AddCircleFilled(centre, 3, paint(t.colours.on_accent));
      focus_ring(item.id, item.box, t.field_radius);
    }
    ImGui::EndDisabled();
  }
  mirror().end_group();
  ImGui::PopID();
  ImGui::EndDisabled();
  field_end(field);
  return edit;
}

}  // namespace dealwright::web::ui
