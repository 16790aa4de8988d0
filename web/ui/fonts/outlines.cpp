#include "web/ui/fonts/outlines.hpp"

#include <algorithm>

#include "web/ui/fonts/number_reader.hpp"

namespace dealwright::web::ui {

namespace {

// Kinds of numbers, and what `which` says of a glyph's next contour: as in outlines.py.
enum Kind { gap, weights, which, older, place, advance = 8, segment = 10, step = 12 };
enum Which { none, fresh, expected };

int sign(int value) {
  return (value > 0 ? 1 : 0) - (value < 0 ? 1 : 0);
}

int direction(const Offset& step) {
  return sign(step.x) * 3 + sign(step.y);
}

class Reader {
 public:
  explicit Reader(std::span<const unsigned char> bytes) : numbers_(bytes) { add_shape(); }

  Outlines read() {
    int letter = 0;
    int before = 0;
    while (const int distance = numbers_.number(gap, {before}, {}, {}, {})) {
      before = distance;
      letter += distance;
      const bool both = numbers_.number(weights, {distance}, {letter >> 6}, {}, {}) != 0;
      const Glyph* pattern = nullptr;
      for (std::size_t weight = 0; weight < (both ? 2U : 1U); ++weight) {
        auto& glyphs = outlines_.weights[weight];
        glyphs.push_back({static_cast<char32_t>(letter), 0, {}});
        read_glyph(glyphs.back(), pattern);
        pattern = &glyphs.back();
      }
    }
    return std::move(outlines_);
  }

 private:
  // What is known of a shape.
  struct Known {
    Offset last_start;
    int heavier = 0;  // the shape that stood for it in a heavier form; 0 where none has yet
  };

  void add_shape() {
    outlines_.shapes.emplace_back();
    known_.emplace_back();
  }

  // The pattern is the glyph that was read last, or null.
  void read_glyph(Glyph& glyph, const Glyph* pattern) {
    if (pattern == nullptr) moves_.clear();
    int before = 0;
    int first = 0;
    for (;;) {
      const std::size_t at = glyph.contours.size();
      const bool matched = pattern != nullptr && at < pattern->contours.size();
      const int other = matched ? pattern->contours[at].shape : 0;
      const auto [x, y] = matched ? moves_[at] : Offset();
      const int likely = pattern != nullptr ? known_[static_cast<std::size_t>(other)].heavier : before + 1;
      const int state = pattern == nullptr ? 0 : !matched ? 1 : likely == 0 ? 2 : 3;
      const int count = static_cast<int>(at);
      const int what = numbers_.number(which, {state, count}, {state, before}, {before, one_ago_}, {count, two_ago_});
      if (what == none) break;
      int shape = likely;
      if (what == fresh) {
        shape = static_cast<int>(known_.size());
        add_shape();
        int& heavier = known_[static_cast<std::size_t>(other)].heavier;
        if (other != 0 && heavier == 0) heavier = shape;
      } else if (what != expected) {
        shape = numbers_.number(older, {before}, {count, one_ago_}, {count, two_ago_}, {count});
      }
      Offset& last = known_[static_cast<std::size_t>(shape)].last_start;
      const int kind = place + (what == fresh ? 2 : 0);
      const int seen = what == fresh ? 0 : shape;
      const Offset move{x + numbers_.number(kind, {count, x}, {seen}, {x, y}, {before, seen}),
                        y + numbers_.number(kind + 1, {count, y}, {seen}, {x, y}, {before, seen})};
      last = {last.x + move.x, last.y + move.y};
      glyph.contours.push_back({shape, last});
      if (pattern == nullptr) moves_.push_back(move);
      if (what == fresh) read_shape(static_cast<std::size_t>(other), outlines_.shapes.back());
      before = shape;
      if (first == 0) first = shape;
    }
    const int base = pattern != nullptr ? pattern->advance : 0;
    const int kind = advance + (pattern != nullptr ? 1 : 0);
    glyph.advance = base + numbers_.number(kind, {}, {first}, {before}, {base});
    two_ago_ = std::exchange(one_ago_, first);
  }

  // The pattern is a shape that is there already; 0 is none.
  void read_shape(std::size_t pattern, Shape& shape) {
    int ago = 0;  // how many steps the four segments before have, the last in the lowest two bits
    Offset before;
    Offset before_that;
    bool patterned = pattern != 0;
    for (;;) {
      const std::size_t at = shape.size();
      const Shape& model = outlines_.shapes[pattern];
      const bool beyond = at >= model.size();
      const int like = !patterned ? 0 : beyond ? 2 : model[at].steps;
      Segment next;
      next.steps = numbers_.number(segment, {like, ago & 3}, {like, ago & 15},
                                   {like, std::min(static_cast<int>(at), 12)}, {like, ago});
      if (next.steps == 0) return;
      patterned = patterned && !beyond && model[at].steps == next.steps;
      for (int nth = 0; nth < next.steps; ++nth) {
        const auto [x, y] = patterned ? model[at].by[static_cast<std::size_t>(nth)] : Offset();
        const int kind = step + ((next.steps + nth) * 2 + (patterned ? 1 : 0)) * 2;
        const int dx = numbers_.number(kind, {x, y}, {x, before.x}, {before.x, before.y},
                                       {sign(x), direction(before), direction(before_that), ago & 3});
        const int level = dx == 0 ? 1 : 0;
        const int dy = numbers_.number(kind + 1, {x, y, level}, {y, before.y, level}, {before.y, dx},
                                       {sign(y), sign(dx), direction(before), direction(before_that)});
        before_that = std::exchange(before, {dx, dy});
        next.by[static_cast<std::size_t>(nth)] = {x + dx, y + dy};
      }
      shape.push_back(next);
      ago = (ago << 2 & 255) | next.steps;
    }
  }

  NumberReader numbers_;
  Outlines outlines_;
  std::vector<Known> known_;   // as many as there are shapes
  std::vector<Offset> moves_;  // of the contours of the last regular glyph, from where their shapes stood last
  int one_ago_ = 0;            // the first shapes of the glyphs before
  int two_ago_ = 0;
};

}  // namespace

const Glyph* Outlines::find(Weight weight, char32_t letter) const {
  const auto& glyphs = weights[static_cast<std::size_t>(weight)];
  const auto found = std::lower_bound(glyphs.begin(), glyphs.end(), letter,
                                      [](const Glyph& glyph, char32_t wanted) { return glyph.letter < wanted; });
  return found != glyphs.end() && found->letter == letter ? &*found : nullptr;
}

Outlines read_outlines(std::span<const unsigned char> bytes) {
  return Reader(bytes).read();
}

}  // namespace dealwright::web::ui
