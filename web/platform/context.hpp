#pragma once
// How ImGui is set up, the same on every platform.

#include "web/platform/platform.hpp"

namespace dealwright::web {

// Sets the current context's behaviour: keyboard navigation, no files of its own, nothing that draws by itself.
void configure_context(const Preferences& preferences);

// The text field that has the keyboard, as a page needs it for its own text element.
struct ActiveText {
  std::uint32_t id = 0;  // 0: none
  bool multiline = false;
  bool secret = false;
  std::string text;
  // UTF-16 units, as pages count.
  int selection_begin = 0, selection_end = 0;
  // Place and height of the caret, in whole CSS pixels.
  int x = 0, y = 0, line_height = 0;

  friend bool operator==(const ActiveText&, const ActiveText&) = default;
};
ActiveText active_text();

}  // namespace dealwright::web
