#include "web/ui/widgets/input.hpp"

#include <algorithm>

#include "web/ui/widgets/text.hpp"

namespace dealwright::web::ui {

namespace {

struct Callback {
  std::string* text;
  const InputOptions* options;
};

int on_input(ImGuiInputTextCallbackData* data) {
  const auto& callback = *static_cast<const Callback*>(data->UserData);
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    callback.text->resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = callback.text->data();
  } else if (data->EventFlag == ImGuiInputTextFlags_CallbackHistory) {
    const std::string_view shown(data->Buf, static_cast<std::size_t>(data->BufTextLen));
    if (const auto text = (*callback.options->step)(shown, data->EventKey == ImGuiKey_UpArrow ? 1 : -1)) {
      data->DeleteChars(0, data->BufTextLen);
      data->InsertChars(0, text->c_str());
      data->SelectAll();
    }
  } else if (data->EventFlag == ImGuiInputTextFlags_CallbackEdit) {
    const auto most = static_cast<int>(callback.options->most_bytes);
    if (data->BufTextLen > most) {
      // Never in the middle of a character.
      int end = most;
      while (end > 0 && (static_cast<unsigned char>(data->Buf[end]) & 0xC0) == 0x80) --end;
      data->DeleteChars(end, data->BufTextLen - end);
    }
  }
  return 0;
}

void state(const Field& field, const Input& in, const std::string& text, const InputOptions& options, bool invalid) {
  MirrorItem& item = mirror().add(in.id, options.role, field.label, in.box);
  item.value = text;
  item.invalid = invalid;
  item.multiline = options.lines > 1;
  item.description = !field.problem.empty() ? field.problem : field.help;
  if (!field.unit.empty()) {
    item.description.insert(0, std::string(field.unit) + (item.description.empty() ? "" : ". "));
  }
}

// Left of the text: icon. Right of it: unit. What is kept free there keeps long texts from running under them.
struct Sides {
  float left, right;
};

Sides draw_sides(const Field& field, const InputOptions& options, const ImRect& box) {
  const Theme& t = theme();
  const float side = field.label_hidden ? t.space.small : t.space.medium - 2;
  Sides sides{side, side + options.room_behind};
  if (options.icon != Icon::none) {
    draw_icon_here(options.icon, {box.Min.x + side + 8, box.GetCenter().y}, 16, t.colours.text_faint);
    sides.left += 16 + t.space.small;
  }
  if (!field.unit.empty()) {
    const float width = width_of(field.unit);
    draw_text_in({{box.Max.x - sides.right - width, box.Min.y}, {box.Max.x, box.Max.y}}, field.unit, Type::body,
                 t.colours.text_quiet);
    sides.right += width + t.space.small - 2;
  }
  return sides;
}

// What the page asked of the field: to be edited, or to hold another text.
void follow_page(Input& in, std::string& text, const InputOptions& options, bool takes_keyboard) {
  Mirror& page = mirror();
  if (!page.has_events() && !takes_keyboard) return;
  const bool focus = page.focus_wanted(in.id) || takes_keyboard;
  if (page.pressed(in.id) || focus) {
    ImGui::FocusWindow(ImGui::GetCurrentWindow());
    ImGui::ActivateItemByID(in.id);
    current().platform().wake();
  }
  if (auto changed = page.changed(in.id)) {
    changed->resize(std::min(changed->size(), options.most_bytes));
    in.changed = text != *changed;
    in.ended = true;
    text = std::move(*changed);
    if (ImGui::GetActiveID() == in.id) {
      if (ImGuiInputTextState* const editing = ImGui::GetInputTextState(in.id))
        editing->ReloadUserBufAndKeepSelection();
    }
  }
}

// ImGui's own field, without a frame. The text begins at `left` of the box and is cut off at `right`.
void draw_input(Input& in, const std::string& id, std::string& text, const InputOptions& options, float left,
                float right) {
  const Theme& t = theme();
  const WithType with(Type::body);
  Callback callback{&text, &options};
  const bool multiline = options.lines > 1;
  const ImVec2 size = {in.box.GetWidth() - right, in.box.GetHeight()};
  ImGuiInputTextFlags flags = ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_CallbackEdit;
  if (options.step) flags |= ImGuiInputTextFlags_CallbackHistory;
  const float above = multiline ? t.space.small : (size.y - t.size_of(Type::body)) / 2;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(left, above));
  if (multiline) {
    in.changed |=
        ImGui::InputTextMultiline(id.c_str(), text.data(), text.capacity() + 1, size, flags, on_input, &callback);
  } else {
    in.changed |= ImGui::InputTextEx(id.c_str(), nullptr, text.data(), static_cast<int>(text.capacity() + 1), size,
                                     flags | ImGuiInputTextFlags_AutoSelectAll, on_input, &callback);
  }
  ImGui::PopStyleVar();
  in.active = ImGui::IsItemActive();
  if (ImGui::IsItemDeactivated()) {
    in.ended = true;
    in.entered = ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
  }
  // What stands right of the text belongs to the field.
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  window->DC.CursorPosPrevLine.x = in.box.Max.x;
  window->DC.CursorMaxPos.x = std::max(window->DC.CursorMaxPos.x, in.box.Max.x);
}

}  // namespace

Input input(const Field& field, std::string& text, const InputOptions& options, bool invalid) {
  Input in;
  const Theme& t = theme();
  if (is_skipped()) return in;
  const std::string id = "##" + std::string(field.label);
  in.id = ImGui::GetID(id.c_str());
  const bool multiline = options.lines > 1;
  const float height =
      multiline ? t.size_of(Type::body) * static_cast<float>(options.lines) + 2 * t.space.small : t.control_height;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  in.box = {corner, {corner.x + field_width(field), corner.y + height}};
  ImGui::BeginDisabled(field.disabled);
  const bool hovered = ImGui::IsWindowHovered() && in.box.Contains(ImGui::GetMousePos()) && !field.disabled;
  fill(in.box, t.look.mode == Mode::dark ? t.colours.sunken : t.colours.surface, t.field_radius);
  const Sides sides = draw_sides(field, options, in.box);
  follow_page(in, text, options, field.takes_keyboard);

  float left = sides.left;
  if (field.right_aligned && !multiline) {
    const ImGuiInputTextState* const editing = ImGui::GetInputTextState(in.id);
    const std::string_view shown =
        editing && ImGui::GetActiveID() == in.id && editing->TextA.Data ? editing->TextA.Data : std::string_view(text);
    left = std::max(left, in.box.GetWidth() - sides.right - width_of(shown) - 1);
  }
  draw_input(in, id, text, options, left, sides.right);

  const Colour edge = invalid     ? t.fill_of(field.severity)
                      : in.active ? t.colours.accent
                      : hovered   ? t.colours.text_faint
                                  : t.colours.border_strong;
  stroke(in.box, edge, t.field_radius);
  if (in.active) {
    ImRect glow = in.box;
    glow.Expand(2);
    stroke(glow, faded(invalid ? t.fill_of(field.severity) : t.colours.focus, 0.4F), t.field_radius + 2, 2);
  } else {
    focus_ring(in.id, in.box, t.field_radius);
  }
  if (text.empty() && !field.hint.empty()) {
    draw_text_in({{in.box.Min.x + sides.left, in.box.Min.y}, {in.box.Max.x - sides.right, in.box.Max.y}}, field.hint,
                 Type::body, t.colours.text_faint);
  }
  state(field, in, text, options, invalid);
  ImGui::EndDisabled();
  return in;
}

}  // namespace dealwright::web::ui
