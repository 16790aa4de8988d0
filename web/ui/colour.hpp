#pragma once
// Colours as ImGui packs them, and how well one is read on another.

#include <cstdint>
#include <optional>
#include <string_view>

namespace dealwright::web::ui {

// 0xAABBGGRR, ImGui's ImU32.
using Colour = std::uint32_t;

// rgb(0x4353D9); opacity 0 to 255.
constexpr Colour rgb(std::uint32_t hex, std::uint32_t opacity = 255) {
  return (opacity << 24) | ((hex & 0xFF) << 16) | (hex & 0xFF00) | ((hex >> 16) & 0xFF);
}

// The same colour at an opacity of 0 to 1 of its own.
Colour faded(Colour colour, float opacity);
// From a (share 0) to b (share 1), in sRGB.
Colour mixed(Colour a, Colour b, float share);
// "#rrggbb"; nothing where the text is something else.
std::optional<Colour> parse_colour(std::string_view text);

// Relative luminance and contrast ratio of WCAG 2.1 (1 to 21); opacity is disregarded.
double luminance(Colour colour);
double contrast(Colour a, Colour b);

// `colour` moved towards black or white, whichever is nearer to do it, until its contrast with `ground` is at least
// `ratio` (at most 21).
Colour readable_on(Colour ground, Colour colour, double ratio = 4.5);

}  // namespace dealwright::web::ui
