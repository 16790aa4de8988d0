#pragma once
// Letters that the app's own fonts lack, taken from the system's: no page could ship them for every script.

#include <imgui.h>

#include "web/platform/platform.hpp"

namespace dealwright::web::ui {

// Adds them to a font, behind what it has. The platform lives as long as the font.
void add_system_font(ImFont& font, Platform& platform, bool bold);

}  // namespace dealwright::web::ui
