#include "web/platform/touch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dealwright::web {

namespace {

constexpr float slop = 8;              // pixels that a finger may tremble
constexpr double long_press = 0.5;     // seconds
constexpr float least_fling = 60;      // pixels a second
constexpr double slowing = 0.35;       // seconds in which a fling loses two thirds of its speed
constexpr double rests_after = 0.08;   // seconds without movement before lifting: no fling
constexpr double longest_step = 0.05;  // seconds

using Kind = Touch::Outcome::Kind;

}  // namespace

bool Touch::beyond_slop(float x, float y) const {
  return std::abs(x - x_) > slop || std::abs(y - y_) > slop;
}

Distance Touch::main_direction(float x, float y) const {
  return std::abs(x - x_) > std::abs(y - y_) ? Distance{x - x_, 0} : Distance{0, y - y_};
}

Touch::Outcome Touch::down(float x, float y, double now) {
  phase_ = Phase::waiting;
  x_ = x;
  y_ = y;
  since_ = now;
  speed_ = 0;
  return {Kind::hover, x, y, 0, 0};
}

Touch::Outcome Touch::begin_drag(float x, float y, double now, bool scrolls) {
  if (!scrolls) {
    phase_ = Phase::dragging;
    return {Kind::press, x_, y_, 0, 0};
  }
  phase_ = Phase::scrolling;
  horizontal_ = std::abs(x - x_) > std::abs(y - y_);
  return go_on(x, y, now);
}

Touch::Outcome Touch::go_on(float x, float y, double now) {
  if (phase_ == Phase::dragging) return {Kind::move, x, y, 0, 0};
  if (phase_ != Phase::scrolling) return {};
  const float dx = horizontal_ ? x - x_ : 0, dy = horizontal_ ? 0 : y - y_;
  const auto passed = static_cast<float>(std::max(now - since_, 0.001));
  // Half of it old, so that one uneven step does not decide.
  speed_ = 0.5F * speed_ + 0.5F * (horizontal_ ? dx : dy) / passed;
  x_ = x;
  y_ = y;
  since_ = now;
  return {Kind::scroll, x, y, dx, dy};
}

Touch::Outcome Touch::up(float x, float y, double now) {
  const Phase was = phase_;
  phase_ = Phase::idle;
  switch (was) {
    case Phase::waiting:
      return {Kind::click, x_, y_, 0, 0};
    case Phase::dragging:
      return {Kind::release, x, y, 0, 0};
    case Phase::scrolling:
      if (now - since_ < rests_after && std::abs(speed_) > least_fling) {
        phase_ = Phase::flinging;
        since_ = now;
        return {};
      }
      break;
    default:
      break;
  }
  return {Kind::leave, 0, 0, 0, 0};
}

Touch::Outcome Touch::cancel() {
  const Phase was = phase_;
  phase_ = Phase::idle;
  if (was == Phase::dragging) return {Kind::release, x_, y_, 0, 0};
  return {Kind::leave, 0, 0, 0, 0};
}

Touch::Outcome Touch::tick(double now) {
  if (phase_ == Phase::waiting && now - since_ >= long_press) {
    phase_ = Phase::spent;
    return {Kind::menu, x_, y_, 0, 0};
  }
  if (phase_ != Phase::flinging) return {};
  const double passed = std::clamp(now - since_, 0.0, longest_step);
  since_ = now;
  const float distance = speed_ * static_cast<float>(passed);
  speed_ *= static_cast<float>(1 / (1 + passed / slowing));
  if (std::abs(speed_) < least_fling / 2) {
    phase_ = Phase::idle;
    return {Kind::leave, 0, 0, 0, 0};
  }
  return {Kind::scroll, x_, y_, horizontal_ ? distance : 0, horizontal_ ? 0 : distance};
}

double Touch::next_tick() const {
  if (phase_ == Phase::waiting) return since_ + long_press;
  if (phase_ == Phase::flinging) return 0;
  return std::numeric_limits<double>::infinity();
}

}  // namespace dealwright::web
