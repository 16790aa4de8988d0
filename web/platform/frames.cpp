#include "web/platform/frames.hpp"

namespace dealwright::web {

namespace {

constexpr int frames_after_input = 3;
// Longer than ImGui's longest wait before a tooltip (0.4 s, after 0.15 s of rest).
constexpr double late_look = 0.65;

}  // namespace

void Frames::input(double now) {
  if (wanted_ < frames_after_input) wanted_ = frames_after_input;
  // Pushed back by each input: one late look after the last of them.
  late_ = now + late_look;
}

void Frames::begin(double now) {
  ++drawn_;
  if (wanted_ > 0) --wanted_;
  if (alarm_ <= now) alarm_ = never;
  if (late_ <= now) {
    late_ = never;
    if (wanted_ < 1) wanted_ = 1;
  }
}

}  // namespace dealwright::web
