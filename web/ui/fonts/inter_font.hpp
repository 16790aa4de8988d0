#pragma once
// The app's own letters as a font of ImGui.

#include <imgui.h>

#include "web/ui/fonts/outlines.hpp"

namespace dealwright::web::ui {

// The outlines of both weights, read at the first call.
const Outlines& inter_outlines();

// Adds a font with the letters of a weight to the current context.
ImFont* add_inter_font(Weight weight);

// Adds them to the font that was added last, behind what it has.
void merge_inter_font(ImFont& font, Weight weight);

}  // namespace dealwright::web::ui
