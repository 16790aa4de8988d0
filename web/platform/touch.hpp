#pragma once
// One finger: a tap clicks, a drag scrolls or, where nothing scrolls, drags, a long press is the secondary button.

#include <cstdint>

#include "web/platform/scroll.hpp"

namespace dealwright::web {

// What the pointer does, in the order it must be done; each step needs a frame of its own, since ImGui finds out what
// is under the pointer as it draws.
class Touch {
 public:
  // What a finger's movement comes to. Apply at most one kind at a time.
  struct Outcome {
    enum class Kind : std::uint8_t {
      none,
      hover,    // the pointer is at x, y
      scroll,   // what is shown follows by dx, dy
      press,    // the main button goes down at x, y
      move,     // the pointer, its button held, is at x, y
      release,  // the button goes up at x, y, and then the pointer leaves
      click,    // the main button goes down and up at x, y, and then the pointer leaves
      menu,     // the secondary button does so
      leave,    // the pointer leaves
    };
    Kind kind = Kind::none;
    float x = 0, y = 0, dx = 0, dy = 0;
  };

  // `scrolls(Distance)`: whether what is under the finger can move that way. Times in seconds.
  Outcome down(float x, float y, double now);
  template <class Scrolls>
  Outcome move(float x, float y, double now, Scrolls scrolls) {
    if (phase_ != Phase::waiting || !beyond_slop(x, y)) return go_on(x, y, now);
    return begin_drag(x, y, now, scrolls(main_direction(x, y)));
  }
  Outcome up(float x, float y, double now);
  Outcome cancel();

  // What time brings: a long press, or the way that a fling goes on.
  Outcome tick(double now);
  // When to call tick() next; infinity where there is no need.
  double next_tick() const;

 private:
  enum class Phase : std::uint8_t { idle, waiting, scrolling, dragging, spent, flinging };

  bool beyond_slop(float x, float y) const;
  Distance main_direction(float x, float y) const;
  Outcome begin_drag(float x, float y, double now, bool scrolls);
  Outcome go_on(float x, float y, double now);

  Phase phase_ = Phase::idle;
  float x_ = 0, y_ = 0;  // where the last outcome left the finger
  bool horizontal_ = false;
  double since_ = 0;  // when the finger came down, or the last movement was
  float speed_ = 0;   // pixels a second along the axis
};

}  // namespace dealwright::web
