#include "web/ui/fonts/rasterizer.hpp"

#include <algorithm>
#include <cmath>

// Only what follows from stbtt_Rasterize is linked: the functions are static.
#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#include <imstb_truetype.h>

namespace dealwright::web::ui {

namespace {

struct Box {
  Offset low;
  Offset high;
};

void take_in(Box& box, const Offset& point) {
  box.low = {std::min(box.low.x, point.x), std::min(box.low.y, point.y)};
  box.high = {std::max(box.high.x, point.x), std::max(box.high.y, point.y)};
}

// The contours as the rasterizer takes them. The box holds all points, those beside a curve too.
std::vector<stbtt_vertex> vertices_of(const Outlines& outlines, const Glyph& glyph, Box& box) {
  std::vector<stbtt_vertex> all;
  const auto add = [&all](unsigned char type, const Offset& to, const Offset& first, const Offset& second) {
    const auto length = [](int units) { return static_cast<short>(units); };
    all.push_back(
        {length(to.x), length(to.y), length(first.x), length(first.y), length(second.x), length(second.y), type, 0});
  };
  for (const Contour& contour : glyph.contours) {
    Offset at = contour.start;
    if (all.empty()) box = {at, at};
    take_in(box, at);
    add(STBTT_vmove, at, {}, {});
    for (const Segment& segment : outlines.shapes[static_cast<std::size_t>(contour.shape)]) {
      std::array<Offset, 3> points;
      for (int nth = 0; nth < segment.steps; ++nth) {
        const Offset& by = segment.by[static_cast<std::size_t>(nth)];
        at = {at.x + by.x, at.y + by.y};
        take_in(box, at);
        points[static_cast<std::size_t>(nth)] = at;
      }
      if (segment.steps == 1) {
        add(STBTT_vline, at, {}, {});
      } else {
        add(STBTT_vcubic, at, points[0], points[1]);
      }
    }
    if (at != contour.start) add(STBTT_vline, contour.start, {}, {});
  }
  return all;
}

}  // namespace

Drawing rasterize(const Outlines& outlines, const Glyph& glyph, float scale, int oversampling) {
  Drawing drawing;
  Box box;
  std::vector<stbtt_vertex> vertices = vertices_of(outlines, glyph, box);
  const float x_scale = scale * static_cast<float>(oversampling);
  const auto pixels = [](int units, float to_pixels) { return static_cast<float>(units) * to_pixels; };
  drawing.left = static_cast<int>(std::floor(pixels(box.low.x, x_scale)));
  drawing.top = static_cast<int>(std::floor(pixels(-box.high.y, scale)));
  const int drawn = static_cast<int>(std::ceil(pixels(box.high.x, x_scale))) - drawing.left;
  const int height = static_cast<int>(std::ceil(pixels(-box.low.y, scale))) - drawing.top;
  if (drawn == 0 || height == 0) return drawing;
  drawing.width = drawn + oversampling - 1;
  drawing.height = height;
  drawing.coverage.resize(static_cast<std::size_t>(drawing.width) * static_cast<std::size_t>(height));
  stbtt__bitmap bitmap{drawn, height, drawing.width, drawing.coverage.data()};
  constexpr float flatness = 0.35F;  // pixels
  stbtt_Rasterize(&bitmap, flatness, vertices.data(), static_cast<int>(vertices.size()), x_scale, scale, 0, 0,
                  drawing.left, drawing.top, 1, nullptr);
  if (oversampling > 1) {
    stbtt__h_prefilter(drawing.coverage.data(), drawing.width, height, drawing.width,
                       static_cast<unsigned int>(oversampling));
  }
  return drawing;
}

}  // namespace dealwright::web::ui
