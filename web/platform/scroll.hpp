#pragma once
// Scrolling by pixels: wheels tell distances, ImGui counts in steps of its own.

namespace dealwright::web {

enum class WheelUnit : int { pixel, line, page };  // WheelEvent.deltaMode

struct Distance {
  float x = 0, y = 0;
};

// The pixels that a turn of the wheel stands for; a notch is about 100 of them in every browser.
Distance wheel_pixels(float delta_x, float delta_y, WheelUnit unit, float view_width, float view_height);

// Scrolls whatever is under the pointer. Needs a current context.
class Scroller {
 public:
  // Moves what is shown by this many pixels; positive y moves down the text. Parts of a pixel are kept for later.
  void by(Distance pixels);

 private:
  Distance rest_;
};

// Whether the window under the pointer, or one around it, can move in this direction.
bool can_scroll(Distance direction);

}  // namespace dealwright::web
