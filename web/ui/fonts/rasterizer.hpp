#pragma once
// Outlines as pixels, by the rasterizer of stb_truetype.

#include <vector>

#include "web/ui/fonts/outlines.hpp"

namespace dealwright::web::ui {

struct Drawing {
  int left = 0;  // of the first column, from where the glyph starts
  int top = 0;   // of the first row, from the base line; y goes down
  int width = 0;
  int height = 0;
  std::vector<unsigned char> coverage;  // row by row, 255 where a pixel is covered whole
};

// Draws a glyph with `scale` pixels to the font unit, in x `oversampling` times as many, with each column smoothed over
// as many columns. Empty where there is nothing to see, as of a space.
Drawing rasterize(const Outlines& outlines, const Glyph& glyph, float scale, int oversampling);

}  // namespace dealwright::web::ui
