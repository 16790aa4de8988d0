#include "web/ui/colour.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace dealwright::web::ui {

namespace {

constexpr std::uint32_t channel(Colour colour, int shift) {
  return (colour >> shift) & 0xFF;
}

}  // namespace

Colour faded(Colour colour, float opacity) {
  const float alpha = static_cast<float>(channel(colour, 24)) * std::clamp(opacity, 0.0F, 1.0F);
  return (colour & 0x00FFFFFF) | (static_cast<Colour>(alpha + 0.5F) << 24);
}

Colour mixed(Colour a, Colour b, float share) {
  const float part = std::clamp(share, 0.0F, 1.0F);
  Colour result = 0;
  for (const int shift : {0, 8, 16, 24}) {
    const float value =
        static_cast<float>(channel(a, shift)) * (1 - part) + static_cast<float>(channel(b, shift)) * part;
    result |= static_cast<Colour>(value + 0.5F) << shift;
  }
  return result;
}

std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 || text.front() != '#') return std::nullopt;
  std::uint32_t hex = 0;
  for (const char c : text.substr(1)) {
    std::uint32_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<std::uint32_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<std::uint32_t>(c - 'a' + 10);
    } else if (c >= 'A' && c <= 'F') {
      digit = static_cast<std::uint32_t>(c - 'A' + 10);
    } else {
      return std::nullopt;
    }
    hex = hex << 4 | digit;
  }
  return rgb(hex);
}

double luminance(Colour colour) {
  const auto linear = [colour](int shift) {
    const double value = channel(colour, shift) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16);
}

double contrast(Colour a, Colour b) {
  const auto [low, high] = std::minmax({luminance(a), luminance(b)});
  return (high + 0.05) / (low + 0.05);
}

Colour readable_on(Colour ground, Colour colour, double ratio) {
  constexpr int steps = 64;
  constexpr std::array ends = {rgb(0x000000), rgb(0xFFFFFF)};
  for (int step = 0; step <= steps; ++step) {
    for (const Colour end : ends) {
      const Colour candidate = mixed(colour, end, static_cast<float>(step) / steps);
      if (contrast(ground, candidate) >= ratio) return candidate;
    }
  }
  return contrast(ground, ends[0]) > contrast(ground, ends[1]) ? ends[0] : ends[1];
}

}  // namespace dealwright::web::ui
