#pragma once
// What both kinds of fonts do with a letter that they drew.

#include <imgui.h>

namespace dealwright::web::ui {

// Coverage, row by row, in pixels of the screen.
struct Picture {
  int width = 0;
  int height = 0;
  const unsigned char* coverage = nullptr;
};

// Takes a place in the texture, copies the picture into it and lets the glyph show it between the corners that the
// glyph has. False where the texture is full.
bool show_picture(ImFontAtlas& atlas, ImFontConfig& source, ImFontBaked& baked, ImFontGlyph& glyph,
                  const Picture& picture);

}  // namespace dealwright::web::ui
