#pragma once
// The box with a caret that every typed field is made of.

#include <optional>
#include <string>
#include <string_view>

#include "core/base/function_ref.hpp"
#include "web/ui/widgets/field.hpp"
#include "web/ui/widgets/item.hpp"

namespace dealwright::web::ui {

struct InputOptions {
  std::size_t most_bytes = 4096;
  int lines = 1;
  Icon icon = Icon::none;  // before the text
  float room_behind = 0;   // kept free at the right edge, beside the unit
  Role role = Role::textbox;
  // The text one step up (1) or down (-1) from this one, for the arrow keys; nothing where there is none.
  std::optional<FunctionRef<std::optional<std::string>(std::string_view, int)>> step = {};
};

struct Input {
  ImGuiID id = 0;
  ImRect box;
  bool changed = false;  // the text is another one
  bool active = false;
  bool ended = false;    // the focus went on
  bool entered = false;  // by Enter
};

// Draws box, icon, unit and text, and states itself to the mirror.
Input input(const Field& field, std::string& text, const InputOptions& options, bool invalid);

}  // namespace dealwright::web::ui
