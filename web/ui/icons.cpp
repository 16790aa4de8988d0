#include "web/ui/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace dealwright::web::ui {

namespace {

constexpr float grid = 16;

struct Sign {
  Icon icon;
  const char* strokes;
};

// In the order of Icon. A sign is strokes on the grid of 16 by 16, x to the right and y down; each is a letter and its
// numbers:
//   L x y x y ...        a line through these points, ten at most
//   P x y x y ...        a polygon: the same, closed
//   C x y x y x y x y    a Bezier curve: start, two control points, end
//   A x y radius a b     an arc from angle a to b, in turns, clockwise from the right
//   B x y x y            a box from corner to corner, its corners rounded
//   O x y radius         a circle
//   D x y radius         a dot: a circle filled
constexpr std::array<Sign, icons> signs = {{
    {Icon::none, ""},
    {Icon::add, "L8 3.5 8 12.5 L3.5 8 12.5 8"},
    {Icon::remove, "L3.5 8 12.5 8"},
    {Icon::close, "L4.2 4.2 11.8 11.8 L11.8 4.2 4.2 11.8"},
    {Icon::check, "L3.5 8.4 6.6 11.5 12.6 4.9"},
    {Icon::chevron_left, "L9.8 4.2 6 8 9.8 11.8"},
    {Icon::chevron_right, "L6.2 4.2 10 8 6.2 11.8"},
    {Icon::chevron_up, "L4.2 9.8 8 6 11.8 9.8"},
    {Icon::chevron_down, "L4.2 6.2 8 10 11.8 6.2"},
    {Icon::arrow_up, "L8 13 8 3.2 L4 7.2 8 3.2 12 7.2"},
    {Icon::arrow_down, "L8 3 8 12.8 L4 8.8 8 12.8 12 8.8"},
    {Icon::arrow_right, "L3 8 12.8 8 L8.8 4 12.8 8 8.8 12"},
    {Icon::sort, "L5 6.4 8 3.4 11 6.4 L5 9.6 8 12.6 11 9.6"},
    {Icon::search, "O7 7 4.2 L10.2 10.2 13.4 13.4"},
    {Icon::filter, "L2.5 4.5 13.5 4.5 L4.8 8 11.2 8 L6.8 11.5 9.2 11.5"},
    {Icon::menu, "L2.8 4.5 13.2 4.5 L2.8 8 13.2 8 L2.8 11.5 13.2 11.5"},
    {Icon::more, "D3.6 8 1.2 D8 8 1.2 D12.4 8 1.2"},
    {Icon::success, "O8 8 6 L5.3 8.2 7.2 10.1 10.8 6.1"},
    {Icon::info, "O8 8 6 L8 7.4 8 11 D8 5.1 .95"},
    {Icon::warning, "P8 2.2 14.3 13.2 1.7 13.2 L8 6.3 8 9.4 D8 11.3 .95"},
    {Icon::error, "P5.5 2 10.5 2 14 5.5 14 10.5 10.5 14 5.5 14 2 10.5 2 5.5 L8 4.9 8 8.6 D8 11 .95"},
    {Icon::question, "O8 8 6 C6.2 6.5 6.4 4.2 9.8 4.4 9.7 6.6 C9.7 6.6 9.6 7.8 8 7.8 8 9.2 D8 11.3 .9"},
    {Icon::document,
     "L9.2 1.8 3.5 1.8 3.5 14.2 12.5 14.2 12.5 5.2 L12.5 5.2 9.2 1.8 9.2 5.2 12.5 5.2 L6 8.4 10 8.4 L6 11.2 10 11.2"},
    {Icon::documents, "B5 1.8 13.2 11.4 L2.8 4.6 2.8 14.2 10.4 14.2 L7.6 5.2 10.6 5.2 L7.6 8 10.6 8"},
    {Icon::folder, "P2 12.8 2 3.4 6.2 3.4 7.8 5.2 14 5.2 14 12.8"},
    {Icon::download, "L8 2.4 8 10 L4.8 7 8 10.2 11.2 7 L2.8 10.6 2.8 13.4 13.2 13.4 13.2 10.6"},
    {Icon::upload, "L8 10.2 8 2.8 L4.8 5.8 8 2.6 11.2 5.8 L2.8 10.6 2.8 13.4 13.2 13.4 13.2 10.6"},
    {Icon::copy, "B5.6 5.6 13.6 13.6 L3.4 10.4 2.4 10.4 2.4 2.4 10.4 2.4 10.4 3.4"},
    {Icon::link,
     "L6.4 9.6 9.6 6.4 L7.4 4.8 9 3.2 10.9 2.8 12.6 3.8 13.2 5.4 12.8 7 11.2 8.6 L8.6 11.2 7 12.8 5.1 13.2 3.4 12.2 "
     "2.8 10.6 3.2 9 4.8 7.4"},
    {Icon::undo, "L5.6 3 2.6 6 5.6 9 L2.6 6 9.4 6 A9.4 9.5 3.5 -.25 .25 L9.4 13 6 13"},
    {Icon::redo, "L10.4 3 13.4 6 10.4 9 L13.4 6 6.6 6 A6.6 9.5 3.5 .25 .75 L6.6 13 10 13"},
    {Icon::refresh, "A8 8 5.2 -.08 .75 L5.6 .9 8.2 2.9 5.9 5.2"},
    {Icon::edit, "P11.2 2.6 13.4 4.8 5.6 12.6 2.6 13.4 3.4 10.4 L9.2 4.6 11.4 6.8"},
    {Icon::trash, "L2.6 4.4 13.4 4.4 L5.8 4.2 6.2 2.2 9.8 2.2 10.2 4.2 L4 4.6 4.6 13.8 11.4 13.8 12 4.6"},
    {Icon::drag, "D6 4 1 D10 4 1 D6 8 1 D10 8 1 D6 12 1 D10 12 1"},
    {Icon::settings,
     "L2.4 4.8 8.2 4.8 L12.4 4.8 13.6 4.8 O10.3 4.8 2 L2.4 11.2 3.6 11.2 L7.8 11.2 13.6 11.2 O5.7 11.2 2"},
    {Icon::sun,
     "O8 8 2.9 L13 8 14.5 8 L11.5355 11.5355 12.5962 12.5962 L8 13 8 14.5 L4.4645 11.5355 3.4038 12.5962 L3 8 1.5 8 "
     "L4.4645 4.4645 3.4038 3.4038 L8 3 8 1.5 L11.5355 4.4645 12.5962 3.4038"},
    {Icon::moon, "A8 8 5.6 .07 .68 C5.64 2.92 5.2 8.4 8.4 11.6 13.08 10.4"},
    {Icon::calendar, "B2.4 3.4 13.6 13.8 L2.4 6.8 13.6 6.8 L5.4 1.8 5.4 4.4 L10.6 1.8 10.6 4.4"},
    {Icon::clock, "O8 8 6 L8 4.4 8 8 10.6 9.6"},
    {Icon::person, "O8 5 2.7 C2.8 13.8 3.2 8.8 12.8 8.8 13.2 13.8"},
    {Icon::people,
     "O6 5.2 2.4 C1.6 13.4 2 9 10 9 10.4 13.4 A10.8 5.2 2.3 -.27 .27 C12 9.6 13.6 10.1 14.2 11.6 14.4 13.4"},
    {Icon::building,
     "L3.2 13.8 3.2 2.2 10.2 2.2 10.2 13.8 L10.2 6.4 13.2 6.4 13.2 13.8 L1.8 13.8 14.2 13.8 L5.8 5.2 7.6 5.2 L5.8 8 "
     "7.6 8 L5.8 10.8 7.6 10.8"},
    {Icon::tag, "P2.4 2.4 8.2 2.4 13.8 8 8 13.8 2.4 8.2 D5.5 5.5 1.1"},
    {Icon::book, "L3.2 12.6 3.2 2.2 12.8 2.2 12.8 11.2 4.6 11.2 L4.6 11.2 3.2 12.6 4.6 13.9 12.8 13.9"},
    {Icon::shield, "P8 1.9 13.2 3.9 13.2 8 11.4 11.6 8 14.1 4.6 11.6 2.8 8 2.8 3.9 L5.6 8 7.4 9.8 10.4 6.3"},
    {Icon::lock, "B3.2 7 12.8 13.8 L5.2 7 5.2 5 A8 5 2.8 .5 1 L10.8 5 10.8 7"},
    {Icon::flag, "L3.4 14.2 3.4 2.4 12.8 2.4 10.8 5.8 12.8 9.2 3.4 9.2"},
    {Icon::chart, "L2.6 2.4 2.6 13.4 13.6 13.4 L5.8 10.8 5.8 7.6 L9 10.8 9 4.6 L12.2 10.8 12.2 6.4"},
    {Icon::table, "B2.2 3 13.8 13 L2.2 6.4 13.8 6.4 L2.2 9.7 13.8 9.7 L6.6 6.4 6.6 13"},
    {Icon::coins, "O6.2 9.8 4 A9.8 6.2 4 .54 1.21 L6.2 8.3 6.2 11.3"},
    {Icon::play, "P4.6 2.8 13 8 4.6 13.2"},
    {Icon::eye, "C1.6 8 4.4 2.8 11.6 2.8 14.4 8 C1.6 8 4.4 13.2 11.6 13.2 14.4 8 O8 8 2"},
    {Icon::star, "P8 1.9 9.9 5.8 14.2 6.4 11.1 9.4 11.8 13.7 8 11.7 4.2 13.7 4.9 9.4 1.8 6.4 6.1 5.8"},
}};

constexpr std::size_t most_numbers = 20;

constexpr bool is_of_number(char c) {
  return (c >= '0' && c <= '9') || c == '.' || c == '-';
}

// How many numbers a letter asks for; of lines and polygons any even count.
constexpr bool is_sound(char letter, std::size_t numbers) {
  switch (letter) {
    case 'L':
    case 'P':
      return numbers >= 4 && numbers <= most_numbers && numbers % 2 == 0;
    case 'C':
      return numbers == 8;
    case 'A':
      return numbers == 5;
    case 'B':
      return numbers == 4;
    default:
      return (letter == 'O' || letter == 'D') && numbers == 3;
  }
}

constexpr bool is_sound(const char* strokes) {
  while (*strokes != '\0') {
    const char letter = *strokes++;
    std::size_t numbers = 0;
    for (; is_of_number(*strokes); ++numbers) {
      while (is_of_number(*strokes)) ++strokes;
      if (*strokes == ' ') ++strokes;
    }
    if (!is_sound(letter, numbers)) return false;
  }
  return true;
}

static_assert(
    [] {
      for (std::size_t i = 0; i < signs.size(); ++i)
        if (signs[i].icon != static_cast<Icon>(i) || !is_sound(signs[i].strokes)) return false;
      return true;
    }(),
    "each icon in its order, each letter with its numbers");

// Reads "12.5", "-.25"; `text` moves behind it.
float read_number(const char*& text) {
  float value = 0;
  float unit = 1;
  float next_unit = 1;
  for (; is_of_number(*text); ++text) {
    if (*text == '-') {
      unit = -1;
    } else if (*text == '.') {
      next_unit = 10;
    } else {
      value = value * 10 + static_cast<float>(*text - '0');
      unit *= next_unit;
    }
  }
  return value / unit;
}

// Draws on the grid.
class Pen {
 public:
  Pen(ImDrawList& list, ImVec2 centre, float size, Colour colour)
      : list_(list),
        scale_(size / grid),
        corner_{centre.x - size / 2, centre.y - size / 2},
        colour_(colour),
        width_(std::max(1.2F, 1.5F * scale_)) {}

  void draw(const char* strokes) const {
    while (*strokes != '\0') {
      const char kind = *strokes++;
      std::array<float, most_numbers> numbers{};
      std::size_t count = 0;
      while (is_of_number(*strokes)) {
        numbers[count++] = read_number(strokes);
        if (*strokes == ' ') ++strokes;
      }
      draw(kind, numbers.data(), count);
    }
  }

 private:
  void draw(char kind, const float* numbers, std::size_t count) const {
    constexpr float turn = 2 * std::numbers::pi_v<float>;
    constexpr float corner_radius = 1.5F;
    const ImVec2 first = at(numbers);
    const float radius = numbers[2] * scale_;
    switch (kind) {
      case 'O':
        list_.AddCircle(first, radius, colour_, 0, width_);
        return;
      case 'D':
        list_.AddCircleFilled(first, radius, colour_);
        return;
      case 'A':
        list_.PathArcTo(first, radius, numbers[3] * turn, numbers[4] * turn);
        break;
      case 'B':
        list_.PathRect(first, at(numbers + 2), corner_radius * scale_);
        break;
      case 'C':
        list_.PathLineTo(first);
        list_.PathBezierCubicCurveTo(at(numbers + 2), at(numbers + 4), at(numbers + 6));
        break;
      default:
        for (std::size_t i = 0; i < count; i += 2) list_.PathLineTo(at(numbers + i));
        break;
    }
    list_.PathStroke(colour_, kind == 'P' || kind == 'B' ? ImDrawFlags_Closed : 0, width_);
  }

  ImVec2 at(const float* point) const { return {corner_.x + point[0] * scale_, corner_.y + point[1] * scale_}; }

  ImDrawList& list_;
  float scale_;
  ImVec2 corner_;
  Colour colour_;
  float width_;
};

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, Colour colour) {
  Pen(list, {std::floor(centre.x) + 0.5F, std::floor(centre.y) + 0.5F}, size, colour)
      .draw(signs[static_cast<std::size_t>(icon)].strokes);
}

Icon icon_of(Tone tone) {
  switch (tone) {
    case Tone::positive:
      return Icon::success;
    case Tone::warning:
      return Icon::warning;
    case Tone::negative:
      return Icon::error;
    case Tone::neutral:
    case Tone::accent:
      break;
  }
  return Icon::info;
}

}  // namespace dealwright::web::ui
