#pragma once
// What widgets are made of: an item that is pressed, strokes, fills, lines of text.

#include <string_view>

#include <imgui.h>
#include <imgui_internal.h>

#include "web/ui/icons.hpp"
#include "web/ui/ui.hpp"

namespace dealwright::web::ui {

struct Item {
  ImGuiID id = 0;
  ImRect box;
  bool visible = false;  // else nothing needs to be drawn
  bool hovered = false;
  bool held = false;
  bool pressed = false;  // by pointer, key or page
};

// Takes room at the cursor and handles presses there. The caller states it to the mirror and draws it.
Item press_item(std::string_view id_text, ImVec2 size, ImGuiButtonFlags flags = 0);
Item press_item(ImGuiID id, ImVec2 size, ImGuiButtonFlags flags = 0);
// The same in a place that has been taken already.
Item press_at(ImGuiID id, const ImRect& box, ImGuiButtonFlags flags = 0);
// Brings the focus to an item where the page asked for it; the item is the one added last.
bool follow_focus(ImGuiID id, const ImRect& box);
inline ImGuiID id_of(std::string_view text) {
  return ImGui::GetID(text.data(), text.data() + text.size());
}

// Around an item that the keyboard has come to.
void focus_ring(ImGuiID id, const ImRect& box, float radius);
bool has_focus_ring(ImGuiID id);

// A colour as it is drawn here: paler where things are disabled.
inline Colour paint(Colour colour) {
  return ImGui::GetColorU32(colour);
}
void fill(const ImRect& box, Colour colour, float radius = 0, ImDrawFlags corners = 0);
void stroke(const ImRect& box, Colour colour, float radius = 0, float width = 1);
void line(ImVec2 from, ImVec2 to, Colour colour, float width = 1);
// A soft edge below a raised thing.
void shadow(ImDrawList& list, const ImRect& box, float radius, float depth);

// Words in one line from a place on; ends in an ellipsis before `right` where they are longer. Returns their width.
float draw_text(ImVec2 at, std::string_view words, Type type, Colour colour, float right = FLT_MAX);
// Centred in height.
float draw_text_in(const ImRect& box, std::string_view words, Type type, Colour colour);
void draw_icon_here(Icon icon, ImVec2 centre, float size, Colour colour);

// The current window is out of sight and draws nothing.
bool is_skipped();
// From the cursor to the right edge.
float room();

}  // namespace dealwright::web::ui
