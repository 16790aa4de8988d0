#include "web/ui/widgets/slider.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "web/ui/widgets/item.hpp"
#include "web/ui/widgets/number_field.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web::ui {

namespace {

// The keys of a slider that has the focus, with the steps that they go.
struct Key {
  ImGuiKey key;
  int steps;
};
constexpr std::array<Key, 8> keys{{{ImGuiKey_LeftArrow, -1},
                                   {ImGuiKey_DownArrow, -1},
                                   {ImGuiKey_RightArrow, 1},
                                   {ImGuiKey_UpArrow, 1},
                                   {ImGuiKey_PageDown, -10},
                                   {ImGuiKey_PageUp, 10},
                                   {ImGuiKey_Home, -1'000'000},
                                   {ImGuiKey_End, 1'000'000}}};

std::int64_t steps_in(const SliderRange& range) {
  return std::max<std::int64_t>(1, (range.most.micro() - range.least.micro()) / range.step.micro());
}

Decimal at_step(const SliderRange& range, std::int64_t step) {
  const std::int64_t all = steps_in(range);
  if (step >= all) return range.most;
  return Decimal::from_micro(range.least.micro() + std::max<std::int64_t>(0, step) * range.step.micro());
}

// The nearest step to a value that may lie between two.
std::int64_t step_of(const SliderRange& range, Decimal value) {
  return (value.micro() - range.least.micro() + range.step.micro() / 2) / range.step.micro();
}

float share_of(const SliderRange& range, Decimal value) {
  const double whole = static_cast<double>(range.most.micro() - range.least.micro());
  const double part = static_cast<double>(value.micro() - range.least.micro());
  return whole > 0 ? static_cast<float>(std::clamp(part / whole, 0.0, 1.0)) : 0.0F;
}

// How many steps the keys ask for; they are taken from the focus, which would move by them.
std::int64_t pressed_steps(ImGuiID id) {
  std::int64_t steps = 0;
  for (const Key& one : keys) {
    ImGui::SetKeyOwner(one.key, id);
    if (ImGui::IsKeyPressed(one.key, ImGuiInputFlags_Repeat, id)) steps += one.steps;
  }
  return steps;
}

void draw_slider(const Item& item, float share, bool disabled) {
  const Theme& t = theme();
  const float y = std::round(item.box.GetCenter().y);
  constexpr float knob = 8;
  const float left = item.box.Min.x + knob, right = item.box.Max.x - knob;
  const float x = std::round(left + (right - left) * share);
  fill({{left, y - 2}, {right, y + 2}}, t.colours.border_strong, 2);
  fill({{left, y - 2}, {x, y + 2}}, t.colours.accent, 2);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Colour colour = item.held ? t.colours.accent_pressed : item.hovered ? t.colours.accent_hover : t.colours.accent;
  list.AddCircleFilled({x, y}, knob, paint(disabled ? t.colours.border_strong : colour));
  list.AddCircleFilled({x, y}, knob - 3, paint(t.colours.surface));
}

}  // namespace

FieldEdit slider(const Field& field, Decimal& value, const SliderRange& range) {
  FieldEdit edit;
  if (is_skipped()) return edit;
  const Theme& t = theme();
  NumberRules rules;
  rules.kind = range.is_rate ? NumberKind::rate : NumberKind::decimal;
  const auto words_of = [&](Decimal of) {
    std::string words = number_text(of, rules, true);
    const std::string_view unit = range.is_rate && field.unit.empty() ? "%" : field.unit;
    return unit.empty() ? words : words.append(" ").append(unit);
  };
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = field_width(field);
  field_begin(field);
  ImGui::BeginDisabled(field.disabled);
  const Item item = press_item(field.label, {width, std::max(24.0F, t.control_height - 6)});
  const Decimal before = value;
  const ImGuiContext& g = *GImGui;
  edit.active = item.held || (g.NavId == item.id && g.NavCursorVisible && !field.disabled);
  if (item.held && g.ActiveIdSource == ImGuiInputSource_Mouse) {
    constexpr float knob = 8;
    const float room_across = std::max(1.0F, item.box.GetWidth() - 2 * knob);
    const float share = std::clamp((ImGui::GetMousePos().x - item.box.Min.x - knob) / room_across, 0.0F, 1.0F);
    value = at_step(range, std::llround(static_cast<double>(share) * static_cast<double>(steps_in(range))));
  } else if (edit.active) {
    if (const std::int64_t steps = pressed_steps(item.id); steps != 0)
      value = at_step(range, step_of(range, value) + steps);
  }
  edit.changed = !(value == before);
  // One edit lasts while the pointer holds it or the keyboard stays on it.
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  const bool was_changed = kept.GetBool(item.id);
  edit.committed = was_changed && !edit.active;
  if (edit.changed || edit.committed) kept.SetBool(item.id, edit.changed);
  MirrorItem& stated = mirror().add(item.id, Role::slider, field.label, item.box);
  stated.value = words_of(value);
  stated.description = !field.problem.empty() ? field.problem : field.help;
  if (item.visible) {
    draw_slider(item, share_of(range, value), field.disabled);
    focus_ring(item.id, item.box, t.field_radius);
    if (!field.label_hidden) {
      const float words = width_of(stated.value, Type::caption);
      draw_text({corner.x + width - words, corner.y}, stated.value, Type::caption, t.colours.text);
    }
  }
  ImGui::EndDisabled();
  field_end(field);
  return edit;
}

}  // namespace dealwright::web::ui
