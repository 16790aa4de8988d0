#include "web/ui/widgets/button.hpp"

#include <algorithm>
#include <string>

#include "web/ui/widgets/item.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web::ui {

namespace {

struct Paint {
  Colour ground = 0, edge = 0, words = 0;
};

Paint paint_of(const ButtonOptions& options, bool hovered, bool held) {
  const Colours& c = colours();
  const auto state = [&](Colour rest, Colour over, Colour down) { return held ? down : hovered ? over : rest; };
  switch (options.kind) {
    case ButtonKind::primary:
      return {state(c.accent, c.accent_hover, c.accent_pressed), 0, c.on_accent};
    case ButtonKind::danger: {
      const Colour red = theme().look.mode == Mode::dark ? rgb(0xC03A40) : rgb(0xC22A31);
      const Colour black = rgb(0x000000);
      return {state(red, mixed(red, black, 0.12F), mixed(red, black, 0.24F)), 0, rgb(0xFFFFFF)};
    }
    case ButtonKind::quiet:
      if (options.selected) return {c.selected, 0, theme().text_of(Tone::accent)};
      return {state(0, c.pressed, mixed(c.pressed, c.border_strong, 0.4F)), 0, c.text_quiet};
    case ButtonKind::secondary:
      break;
  }
  if (options.selected) return {c.selected, c.accent, theme().text_of(Tone::accent)};
  return {state(c.surface, c.hover, c.pressed), c.border_strong, c.text};
}

void explain(std::string_view name, const ButtonOptions& options) {
  std::string words(name);
  if (!options.shortcut.empty()) words.append(words.empty() ? "" : "  ").append(options.shortcut);
  tooltip(words);
}

float height_of(const ButtonOptions& options) {
  return options.small ? std::max(24.0F, theme().control_height - 8) : theme().control_height;
}

constexpr float sign_size = 16;

Type type_of(const ButtonOptions& options) {
  return options.kind == ButtonKind::quiet && !options.selected ? Type::body : Type::strong;
}

// Sign, distance and words.
float content_width(std::string_view shown, const ButtonOptions& options) {
  const float words = shown.empty() ? 0 : width_of(shown, type_of(options));
  if (options.icon == Icon::none) return words;
  return sign_size + (shown.empty() ? 0 : words + theme().space.small - 2);
}

float whole_width(std::string_view shown, const ButtonOptions& options) {
  if (options.width > 0) return options.width;
  if (options.width < 0) return room();
  const float side = options.small ? theme().space.small + 2 : theme().space.medium + 2;
  return shown.empty() ? height_of(options) : content_width(shown, options) + 2 * side;
}

bool draw_button(std::string_view label, std::string_view shown, const ButtonOptions& options) {
  const Theme& t = theme();
  const Type type = type_of(options);
  const bool has_icon = options.icon != Icon::none;
  const float width = whole_width(shown, options);
  const float height = height_of(options);
  ImGui::BeginDisabled(options.disabled);
  const Item item = press_item(label, {width, height});
  if (is_skipped()) {
    ImGui::EndDisabled();
    return false;
  }
  MirrorItem& stated = mirror().add(item.id, Role::button, label, item.box);
  if (options.selected) stated.checked = 1;
  if (item.visible) {
    const Paint colours = paint_of(options, item.hovered, item.held);
    if (options.kind == ButtonKind::secondary) shadow(*ImGui::GetWindowDrawList(), item.box, t.field_radius, 1.5F);
    if (colours.ground) fill(item.box, colours.ground, t.field_radius);
    if (colours.edge) stroke(item.box, colours.edge, t.field_radius);
    const float content = std::min(content_width(shown, options), width - 2 * t.space.tight);
    float x = item.box.GetCenter().x - content / 2;
    if (has_icon) {
      draw_icon_here(options.icon, {x + sign_size / 2, item.box.GetCenter().y}, sign_size, colours.words);
      x += sign_size + t.space.small - 2;
    }
    if (!shown.empty())
      draw_text_in({{x, item.box.Min.y}, {item.box.Max.x - t.space.tight, item.box.Max.y}}, shown, type, colours.words);
    focus_ring(item.id, item.box, t.field_radius);
  }
  ImGui::EndDisabled();
  return item.pressed;
}

}  // namespace

bool button(std::string_view label, const ButtonOptions& options) {
  const bool pressed = draw_button(label, label, options);
  if (!options.help.empty() || !options.shortcut.empty()) explain(options.help, options);
  return pressed;
}

bool primary_button(std::string_view label, Icon sign) {
  return button(label, {.kind = ButtonKind::primary, .icon = sign});
}

bool icon_button(Icon sign, std::string_view name, const ButtonOptions& options) {
  ButtonOptions with_sign = options;
  with_sign.icon = sign;
  const bool pressed = draw_button(name, {}, with_sign);
  explain(options.help.empty() ? name : options.help, options);
  return pressed;
}

float button_width(std::string_view label, const ButtonOptions& options) {
  return whole_width(label, options);
}

float segmented_width(std::span<const std::string_view> labels) {
  float width = 4;
  for (const std::string_view label : labels) width += width_of(label, Type::strong) + 2 * theme().space.medium;
  return width;
}

bool segmented(std::string_view name, std::span<const std::string_view> labels, int& selected) {
  const Theme& t = theme();
  if (is_skipped() || labels.empty()) return false;
  ImGui::PushID(name.data(), name.data() + name.size());
  const float height = t.control_height;
  const float side = t.space.medium;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImRect whole(corner, {corner.x + segmented_width(labels), corner.y + height});
  ImGui::ItemSize(whole.GetSize());
  const ImGuiID group = id_of("group");
  mirror().add(group, Role::group, name, whole);
  mirror().begin_group(group);
  fill(whole, t.colours.pressed, t.field_radius + 1);
  bool changed = false;
  float x = corner.x + 2;
  for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
    const std::string_view label = labels[static_cast<std::size_t>(i)];
    const float width = width_of(label, Type::strong) + 2 * side;
    const Item item = press_at(id_of(label), {{x, corner.y + 2}, {x + width, corner.y + height - 2}});
    x += width;
    mirror().add(item.id, Role::radio, label, item.box).checked = i == selected;
    if (item.pressed && selected != i) {
      selected = i;
      changed = true;
    }
    if (!item.visible) continue;
    const bool down = i == selected;
    if (down) {
      shadow(*ImGui::GetWindowDrawList(), item.box, t.field_radius - 1, 2);
      fill(item.box, t.look.mode == Mode::dark ? t.colours.border_strong : t.colours.surface, t.field_radius - 1);
    }
    const float shown = width_of(label, down ? Type::strong : Type::body);
    draw_text_in({{item.box.GetCenter().x - shown / 2, item.box.Min.y}, {item.box.Max.x, item.box.Max.y}}, label,
                 down ? Type::strong : Type::body, down || item.hovered ? t.colours.text : t.colours.text_quiet);
    focus_ring(item.id, item.box, t.field_radius - 1);
  }
  mirror().end_group();
  ImGui::PopID();
  return changed;
}

bool entry(std::string_view label, const EntryOptions& options) {
  const Theme& t = theme();
  ImGui::BeginDisabled(options.disabled);
  const float height = t.control_height - 2;
  const Item item = press_item(label, {room(), height});
  if (!is_skipped()) {
    MirrorItem& stated = mirror().add(item.id, Role::menuitem, label, item.box);
    stated.value = options.detail;
    stated.selected = options.selected;
  }
  if (item.visible) {
    const bool lit = item.hovered || has_focus_ring(item.id);
    if (options.selected || lit)
      fill(item.box, options.selected ? t.colours.selected : t.colours.pressed, t.field_radius);
    ImRect inner = item.box;
    inner.Min.x += t.space.small + t.space.large * static_cast<float>(options.depth);
    inner.Max.x -= t.space.small;
    if (options.icon != Icon::none) {
      const Colour sign = options.tone != Tone::neutral ? t.text_of(options.tone)
                          : options.selected            ? t.text_of(Tone::accent)
                                                        : t.colours.text_faint;
      draw_icon_here(options.icon, {inner.Min.x + 8, inner.GetCenter().y}, 16, sign);
      inner.Min.x += 16 + t.space.small;
    }
    if (!options.detail.empty()) {
      const float detail = std::min(width_of(options.detail, Type::caption), inner.GetWidth() / 2);
      draw_text_in({{inner.Max.x - detail, inner.Min.y}, {inner.Max.x + 1, inner.Max.y}}, options.detail, Type::caption,
                   t.colours.text_quiet);
      inner.Max.x -= detail + t.space.small;
    }
    draw_text_in(inner, label, options.selected ? Type::strong : Type::body,
                 options.selected ? t.text_of(Tone::accent) : t.colours.text);
    focus_ring(item.id, item.box, t.field_radius);
  }
  ImGui::EndDisabled();
  return item.pressed;
}

}  // namespace dealwright::web::ui
