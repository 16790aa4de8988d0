#include "web/ui/widgets/item.hpp"

#include <algorithm>
#include <cmath>

namespace dealwright::web::ui {

bool is_skipped() {
  return ImGui::GetCurrentWindow()->SkipItems;
}

float room() {
  return std::max(1.0F, ImGui::GetContentRegionAvail().x);
}

Item press_item(std::string_view id_text, ImVec2 size, ImGuiButtonFlags flags) {
  return press_item(id_of(id_text), size, flags);
}

Item press_item(ImGuiID id, ImVec2 size, ImGuiButtonFlags flags) {
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  if (window->SkipItems) return {.id = id, .box = {}};
  // Beside something higher it stands in the middle.
  const float drop = std::max(0.0F, std::floor((window->DC.CurrLineSize.y - size.y) / 2));
  const ImVec2 at = {window->DC.CursorPos.x, window->DC.CursorPos.y + drop};
  ImGui::ItemSize({size.x, size.y + drop});
  return press_at(id, {at, {at.x + size.x, at.y + size.y}}, flags);
}

Item press_at(ImGuiID id, const ImRect& box, ImGuiButtonFlags flags) {
  Item item{.id = id, .box = box};
  item.visible = ImGui::ItemAdd(box, id);
  follow_focus(id, box);
  item.pressed = mirror().pressed(id);
  if (item.visible) item.pressed |= ImGui::ButtonBehavior(box, id, &item.hovered, &item.held, flags);
  return item;
}

bool follow_focus(ImGuiID id, const ImRect& box) {
  if (!mirror().focus_wanted(id)) return false;
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  // A text field that was being typed in lets go, as at a click.
  if (ImGui::GetActiveID() != id) ImGui::ClearActiveID();
  ImGui::FocusWindow(window);
  ImGui::SetFocusID(id, window);
  ImGui::SetNavCursorVisible(true);
  ImGui::ScrollToRect(window, box);
  current().platform().wake();
  return true;
}

bool has_focus_ring(ImGuiID id) {
  const ImGuiContext& g = *GImGui;
  return g.NavId == id && g.NavCursorVisible && g.NavWindow &&
         g.NavWindow->RootWindowForNav == g.CurrentWindow->RootWindowForNav;
}

void focus_ring(ImGuiID id, const ImRect& box, float radius) {
  if (!has_focus_ring(id)) return;
  const float width = theme().focus_width;
  ImRect around = box;
  around.Expand(width);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  // Out of the item, and therefore maybe out of what its window shows.
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  ImRect shown = window->ClipRect;
  shown.Expand(width + 1);
  shown.ClipWith(window->OuterRectClipped);
  list.PushClipRect(shown.Min, shown.Max);
  list.AddRect(around.Min, around.Max, colours().focus, radius + width, 0, width);
  list.PopClipRect();
}

void fill(const ImRect& box, Colour colour, float radius, ImDrawFlags corners) {
  ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, paint(colour), radius, corners);
}

void stroke(const ImRect& box, Colour colour, float radius, float width) {
  ImGui::GetWindowDrawList()->AddRect(box.Min, box.Max, paint(colour), radius, 0, width);
}

void line(ImVec2 from, ImVec2 to, Colour colour, float width) {
  ImGui::GetWindowDrawList()->AddLine(from, to, paint(colour), width);
}

void shadow(ImDrawList& list, const ImRect& box, float radius, float depth) {
  constexpr int layers = 6;
  const Colour colour = faded(colours().shadow, 1.0F / 3);
  for (int layer = layers; layer > 0; --layer) {
    const float spread = depth * static_cast<float>(layer) / layers;
    ImRect soft = box;
    soft.Expand(spread * 0.5F);
    soft.Translate({0, depth * 0.35F});
    list.AddRectFilled(soft.Min, soft.Max, colour, radius + spread * 0.5F);
  }
}

float draw_text(ImVec2 at, std::string_view words, Type type, Colour colour, float right) {
  const WithType with(type);
  const char* const begin = words.data();
  const char* const end = begin + words.size();
  const ImVec2 size = ImGui::CalcTextSize(begin, end);
  at = {std::floor(at.x), std::floor(at.y)};
  if (at.x + size.x <= right + 0.5F) {
    ImGui::GetWindowDrawList()->AddText(at, paint(colour), begin, end);
    return size.x;
  }
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::RenderTextEllipsis(ImGui::GetWindowDrawList(), at, {right, at.y + size.y}, right, begin, end, &size);
  ImGui::PopStyleColor();
  return right - at.x;
}

float draw_text_in(const ImRect& box, std::string_view words, Type type, Colour colour) {
  return draw_text({box.Min.x, box.GetCenter().y - theme().size_of(type) / 2}, words, type, colour, box.Max.x);
}

void draw_icon_here(Icon icon, ImVec2 centre, float size, Colour colour) {
  draw_icon(*ImGui::GetWindowDrawList(), icon, centre, size, paint(colour));
}

}  // namespace dealwright::web::ui
