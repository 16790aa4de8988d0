#include "web/platform/scroll.hpp"

#include <algorithm>
#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

namespace dealwright::web {

namespace {

constexpr float pixels_per_notch = 100;
constexpr float lines_per_notch = 3;
constexpr float page_share = 0.9F;

bool moves(const ImGuiWindow& window, Distance direction) {
  return (std::abs(direction.x) > 0 && window.ScrollMax.x > 0) || (std::abs(direction.y) > 0 && window.ScrollMax.y > 0);
}

// The window that ImGui would scroll: the one it keeps to while the wheel turns, else the innermost that can move.
const ImGuiWindow* scrolled_window(Distance direction) {
  const ImGuiContext& g = *GImGui;
  const ImGuiWindow* window = g.WheelingWindow ? g.WheelingWindow : g.HoveredWindow;
  while (window && !moves(*window, direction) && (window->Flags & ImGuiWindowFlags_ChildWindow)) {
    window = window->ParentWindow;
  }
  return window;
}

// The pixels of one step, as ImGui's UpdateMouseWheel() has it: some lines, but never most of the window.
float step(float lines, float inner) {
  return std::max(1.0F, std::trunc(std::min(lines, inner * 0.67F)));
}

}  // namespace

Distance wheel_pixels(float delta_x, float delta_y, WheelUnit unit, float view_width, float view_height) {
  switch (unit) {
    case WheelUnit::line:
      return {delta_x * pixels_per_notch / lines_per_notch, delta_y * pixels_per_notch / lines_per_notch};
    case WheelUnit::page:
      return {delta_x * view_width * page_share, delta_y * view_height * page_share};
    case WheelUnit::pixel:
      break;
  }
  return {delta_x, delta_y};
}

void Scroller::by(Distance pixels) {
  // ImGui stands on whole pixels and would round every part of one away.
  rest_.x += pixels.x;
  rest_.y += pixels.y;
  const Distance whole{std::trunc(rest_.x), std::trunc(rest_.y)};
  rest_.x -= whole.x;
  rest_.y -= whole.y;
  const ImGuiWindow* window = scrolled_window(whole);
  if (!window) return;
  const float x = step(2 * window->FontRefSize, window->InnerRect.GetWidth());
  const float y = step(5 * window->FontRefSize, window->InnerRect.GetHeight());
  ImGui::GetIO().AddMouseWheelEvent(-whole.x / x, -whole.y / y);
}

bool can_scroll(Distance direction) {
  const ImGuiWindow* window = scrolled_window(direction);
  return window && moves(*window, direction);
}

}  // namespace dealwright::web
