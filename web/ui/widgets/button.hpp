#pragma once
// What is pressed: by pointer, by Space or Enter, from the page.

#include <span>
#include <string_view>

#include "web/ui/icons.hpp"
#include "web/ui/ui.hpp"

namespace dealwright::web::ui {

enum class ButtonKind : std::uint8_t { secondary, primary, quiet, danger };

struct ButtonOptions {
  ButtonKind kind = ButtonKind::secondary;
  Icon icon = Icon::none;  // before the label
  bool disabled = false;
  bool selected = false;           // of those that stay down
  bool small = false;              // for rows and heads of cards
  float width = 0;                 // CSS pixels; 0: as its label needs, negative: all there is
  std::string_view help = {};      // at the pointer
  std::string_view shortcut = {};  // beside the help: "Ctrl+Z"
};

// Returns whether it was pressed. Two buttons of one place need different labels, or ImGui::PushID.
bool button(std::string_view label, const ButtonOptions& options = {});
bool primary_button(std::string_view label, Icon sign = Icon::none);
// A sign alone; `name` is said in its tooltip and by screen readers.
bool icon_button(Icon sign, std::string_view name, const ButtonOptions& options = {.kind = ButtonKind::quiet});

// CSS pixels that a button takes.
float button_width(std::string_view label, const ButtonOptions& options = {});

// A row of buttons of which one is down. Returns whether `selected` changed.
bool segmented(std::string_view name, std::span<const std::string_view> labels, int& selected);
float segmented_width(std::span<const std::string_view> labels);

// An entry of a list that leads somewhere (navigation, menus). `detail` is quiet, at the right edge. Returns whether it
// was pressed.
struct EntryOptions {
  Icon icon = Icon::none;
  std::string_view detail = {};
  bool selected = false;
  bool disabled = false;
  int depth = 0;
  Tone tone = Tone::neutral;  // of the icon
};
bool entry(std::string_view label, const EntryOptions& options = {});

}  // namespace dealwright::web::ui
