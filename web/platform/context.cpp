#include "web/platform/context.hpp"

#include <algorithm>

#include <imgui.h>
#include <imgui_internal.h>

namespace dealwright::web {

namespace {

// Bytes of UTF-8 as units of UTF-16.
int utf16_length(std::string_view text) {
  int units = 0;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if ((value & 0xC0) != 0x80) units += value >= 0xF0 ? 2 : 1;
  }
  return units;
}

}  // namespace

void configure_context(const Preferences& preferences) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigMacOSXBehaviors = preferences.mac;
  // A blinking caret would draw frames for ever.
  io.ConfigInputTextCursorBlink = false;
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  io.ConfigDebugHighlightIdConflicts = false;
  io.ConfigErrorRecoveryEnableAssert = false;
  io.ConfigErrorRecoveryEnableTooltip = false;
  io.ConfigErrorRecoveryEnableDebugLog = false;
}

ActiveText active_text() {
  ActiveText active;
  const ImGuiContext& g = *GImGui;
  const ImGuiInputTextState& state = g.InputTextState;
  if (g.ActiveId == 0 || state.ID != g.ActiveId || !g.PlatformImeData.WantTextInput) return active;
  active.id = state.ID;
  active.multiline = (state.Flags & ImGuiInputTextFlags_Multiline) != 0;
  active.secret = (state.Flags & ImGuiInputTextFlags_Password) != 0;
  if (state.TextA.Data) active.text.assign(state.TextA.Data, static_cast<std::size_t>(std::max(0, state.TextLen)));
  const std::string_view text = active.text;
  const auto units = [&](int offset) {
    return utf16_length(text.substr(0, static_cast<std::size_t>(std::clamp(offset, 0, state.TextLen))));
  };
  const int begin = state.HasSelection() ? state.GetSelectionStart() : state.GetCursorPos();
  const int end = state.HasSelection() ? state.GetSelectionEnd() : state.GetCursorPos();
  active.selection_begin = units(std::min(begin, end));
  active.selection_end = units(std::max(begin, end));
  active.x = static_cast<int>(g.PlatformImeData.InputPos.x);
  active.y = static_cast<int>(g.PlatformImeData.InputPos.y);
  active.line_height = static_cast<int>(g.PlatformImeData.InputLineHeight);
  return active;
}

}  // namespace dealwright::web
