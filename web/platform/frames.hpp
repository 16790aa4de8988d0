#pragma once
// When a frame is drawn: a few after input, one where somebody asked for it, else none.

#include <limits>

namespace dealwright::web {

class Frames {
 public:
  // Something happened that the picture may depend on. ImGui settles its layout over several frames, and tooltips come
  // when the pointer has rested: hence some frames at once and a look a little later.
  void input(double now);
  void wake() { wanted_ = wanted_ > 1 ? wanted_ : 1; }
  void wake_at(double seconds) { alarm_ = seconds < alarm_ ? seconds : alarm_; }

  // Whether the next frame is wanted as soon as it can be had.
  bool wanted() const { return wanted_ > 0; }
  // When a frame is wanted later; infinity where none is.
  double alarm() const { return alarm_ < late_ ? alarm_ : late_; }
  static constexpr double never = std::numeric_limits<double>::infinity();

  // A frame begins. What it asks for counts for the frames after it.
  void begin(double now);
  long drawn() const { return drawn_; }

 private:
  int wanted_ = 0;
  long drawn_ = 0;
  double alarm_ = never;
  double late_ = never;
};

}  // namespace dealwright::web
