#pragma once
// The letters of the app's fonts as outlines, read from the form that outlines.py writes and describes.

#include <array>
#include <span>
#include <utility>
#include <vector>

namespace dealwright::web::ui {

// All lengths are in font units; y goes up.
struct Offset {
  int x = 0;
  int y = 0;
  bool operator==(const Offset&) const = default;
};

// A line of one step, or a cubic curve of three: to either control point, and to its end.
struct Segment {
  int steps = 0;
  std::array<Offset, 3> by;
  bool operator==(const Segment&) const = default;
};

// Closes with a line where its segments do not end where they began.
using Shape = std::vector<Segment>;

struct Contour {
  int shape = 0;  // in Outlines::shapes
  Offset start;
};

struct Glyph {
  char32_t letter = 0;
  int advance = 0;
  std::vector<Contour> contours;
};

enum class Weight { regular, semibold };

struct Outlines {
  std::vector<Shape> shapes;
  std::array<std::vector<Glyph>, 2> weights;  // by Weight; the letters in ascending order

  // Null where the weight lacks the letter.
  const Glyph* find(Weight weight, char32_t letter) const;
};

// The bytes are what outlines.py wrote; others are no input.
Outlines read_outlines(std::span<const unsigned char> bytes);

}  // namespace dealwright::web::ui
