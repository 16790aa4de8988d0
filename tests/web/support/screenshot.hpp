#pragma once
// What a frame looks like, without a graphics device: its triangles filled one by one.

#include <cstdint>
#include <string>
#include <vector>

#include <imgui.h>

namespace dealwright::web {

// Red, green, blue; row by row from the top.
struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> pixels;
};

// The frame that ImGui::Render() ended last, in device pixels.
Picture take_picture(const ImDrawData& data);

// As a PNG file without compression; returns whether it could be written.
bool write_png(const Picture& picture, const std::string& path);

}  // namespace dealwright::web
