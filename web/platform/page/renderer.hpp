#pragma once
// Draws ImGui's frames on the page's graphics device. The library's own renderer asks the device by way of a whole
// OpenGL, which a page would load for it.

#include <imgui.h>

namespace dealwright::web::page {

// Makes the device, at first and after it was lost; false where there is none.
bool open_device();
// What the device held is gone; ImGui makes it anew for the next one.
void lose_device();
// Draws the frame that ImGui has rendered, over one colour.
void paint(ImDrawData& frame, const ImVec4& back);

}  // namespace dealwright::web::page
