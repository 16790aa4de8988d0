#include "web/ui/widgets/dialog.hpp"

#include <algorithm>
#include <string>

#include "web/ui/widgets/item.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web::ui {

namespace {

// Dialogs are known by their titles, from whichever window they are opened.
constexpr ImGuiID dialogs = 0xD1A106;

// Escape belongs to a field that is being edited and to a list that is open over the dialog.
bool is_escaped(ImGuiWindow& window) {
  const ImGuiContext& g = *GImGui;
  const ImGuiID key = ImHashStr("topmost");
  const bool topmost = !g.OpenPopupStack.empty() && g.OpenPopupStack.back().Window == &window;
  const bool was_topmost = window.StateStorage.GetBool(key);
  window.StateStorage.SetBool(key, topmost && g.ActiveId == 0);
  return topmost && was_topmost && g.ActiveId == 0 && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
}

}  // namespace

void open_dialog(std::string_view title) {
  ImGui::PushOverrideID(dialogs);
  ImGui::OpenPopup(std::string(title).c_str(), ImGuiPopupFlags_NoReopen);
  ImGui::PopID();
  current().platform().wake();
}

Dialog::Dialog(std::string_view title, const DialogOptions& options) {
  const Theme& t = theme();
  const std::string name(title);
  ImGui::PushOverrideID(dialogs);
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float width = std::min(options.width, screen.x - 2 * t.space.large);
  ImGui::SetNextWindowPos({screen.x / 2, screen.y * 0.45F}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::SetNextWindowSizeConstraints({width, 0}, {width, screen.y - 2 * t.space.large});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(t.space.wide, t.space.wide));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, t.card_radius + 2);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, t.colours.raised);
  open_ = ImGui::BeginPopupModal(name.c_str(), nullptr,
                                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(3);
  if (!open_) {
    ImGui::PopID();
    return;
  }
  ImGuiWindow& window = *ImGui::GetCurrentWindow();
  id_ = ImGui::GetID("dialog");
  mirror().add(id_, Role::dialog, title, window.Rect()).description = options.detail;
  mirror().begin_group(id_);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float side = std::max(24.0F, t.control_height - 8);
  draw_text(corner, title, Type::heading, t.colours.text, corner.x + room() - side);
  ImGui::Dummy({width - 2 * t.space.wide, t.size_of(Type::heading)});
  const ImVec2 below = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos(
      {window.InnerRect.Max.x - t.space.wide - side + 6, corner.y + t.size_of(Type::heading) / 2 - side / 2});
  bool closed = icon_button(Icon::close, "Close", {.kind = ButtonKind::quiet, .small = true});
  ImGui::SetCursorScreenPos(below);
  if (!options.detail.empty()) {
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - t.space.tight);
    paragraph(options.detail, Type::body, t.colours.text_quiet);
  }
  space(t.space.large);
  closed |= is_escaped(window);
  if (closed) close();
}

Dialog::~Dialog() {
  if (!open_) return;
  mirror().end_group();
  ImGui::EndPopup();
  ImGui::PopID();
}

void Dialog::close() {
  ImGui::CloseCurrentPopup();
  current().platform().wake();
}

bool Dialog::actions(std::string_view label, ButtonKind kind, bool disabled, std::string_view cancel) {
  const Theme& t = theme();
  space(t.space.wide);
  const auto width = [&](std::string_view words) { return width_of(words, Type::strong) + 2 * (t.space.medium + 2); };
  const float both = width(label) + (cancel.empty() ? 0 : width(cancel) + t.space.small);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0F, room() - both));
  if (!cancel.empty()) {
    if (button(cancel)) close();
    beside();
  }
  const bool done = button(label, {.kind = kind, .disabled = disabled});
  if (done) close();
  return done;
}

Menu::Menu(std::string_view name, bool opened, float width) {
  const Theme& t = theme();
  const std::string id(name);
  const ImRect below = GImGui->LastItemData.Rect;
  if (opened) ImGui::OpenPopup(id.c_str());
  const float left =
      std::max(t.space.small, std::min(below.Min.x, ImGui::GetIO().DisplaySize.x - width - t.space.small));
  ImGui::SetNextWindowPos({left, below.Max.y + t.space.tight}, ImGuiCond_Appearing);
  ImGui::SetNextWindowSizeConstraints({width, 0}, {width, FLT_MAX});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(t.space.tight, t.space.tight));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 1));
  open_ = ImGui::BeginPopup(id.c_str(), ImGuiWindowFlags_NoMove);
  if (!open_) {
    ImGui::PopStyleVar(2);
    return;
  }
  id_ = ImGui::GetID("menu");
  mirror().add(id_, Role::group, name, ImGui::GetCurrentWindow()->Rect());
  mirror().begin_group(id_);
}

Menu::~Menu() {
  if (!open_) return;
  mirror().end_group();
  ImGui::EndPopup();
  ImGui::PopStyleVar(2);
}

bool Menu::item(std::string_view label, Icon sign, std::string_view shortcut, bool disabled) {
  const bool pressed = entry(label, {.icon = sign, .detail = shortcut, .disabled = disabled});
  if (pressed) ImGui::CloseCurrentPopup();
  return pressed;
}

}  // namespace dealwright::web::ui
