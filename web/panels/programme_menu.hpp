#pragma once
// The programmes of this browser: which is open, and what can be done with them.

#include "web/panels/view.hpp"

namespace dealwright::web {

// A button with its menu and dialogs. It may open another programme.
void programme_menu(View& view);

}  // namespace dealwright::web
