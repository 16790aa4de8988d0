#include "web/platform/touch.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "web/platform/frames.hpp"

namespace {

using dealwright::web::Distance;
using dealwright::web::Frames;
using dealwright::web::Touch;
using Kind = Touch::Outcome::Kind;

const auto everywhere = [](Distance) { return true; };
const auto nowhere = [](Distance) { return false; };
const auto down_only = [](Distance direction) { return std::abs(direction.y) > 0; };

TEST_CASE("A tap clicks where the finger came down, though it trembled") {
  Touch touch;
  CHECK(touch.down(100, 50, 1).kind == Kind::hover);
  CHECK(touch.move(104, 46, 1.05, everywhere).kind == Kind::none);
  const auto outcome = touch.up(104, 46, 1.1);
  CHECK(outcome.kind == Kind::click);
  CHECK(outcome.x == 100);
  CHECK(outcome.y == 50);
  CHECK(touch.next_tick() == Frames::never);
}

TEST_CASE("A drag scrolls by exactly what the finger moves, along the direction it took") {
  Touch touch;
  touch.down(100, 200, 1);
  auto outcome = touch.move(103, 180, 1.02, everywhere);
  CHECK(outcome.kind == Kind::scroll);
  CHECK(outcome.dy == -20);
  CHECK(outcome.dx == 0);
  outcome = touch.move(140, 150, 1.04, everywhere);
  CHECK(outcome.dy == -30);
  CHECK(outcome.dx == 0);
  // Rests before it lifts: nothing is flung.
  CHECK(touch.up(140, 150, 1.5).kind == Kind::leave);
  CHECK(touch.next_tick() == Frames::never);
}

TEST_CASE("Where nothing scrolls that way, a drag is the main button's") {
  Touch touch;
  touch.down(100, 200, 1);
  auto outcome = touch.move(130, 202, 1.02, down_only);
  CHECK(outcome.kind == Kind::press);
  CHECK(outcome.x == 100);  // what the finger came down on is taken hold of
  outcome = touch.move(150, 202, 1.04, nowhere);
  CHECK(outcome.kind == Kind::move);
  CHECK(outcome.x == 150);
  outcome = touch.up(151, 202, 1.06);
  CHECK(outcome.kind == Kind::release);
  CHECK(outcome.x == 151);
}

TEST_CASE("A long press is the secondary button, once") {
  Touch touch;
  touch.down(10, 20, 1);
  CHECK(touch.next_tick() == doctest::Approx(1.5));
  CHECK(touch.tick(1.4).kind == Kind::none);
  CHECK(touch.tick(1.5).kind == Kind::menu);
  CHECK(touch.tick(2).kind == Kind::none);
  CHECK(touch.move(90, 20, 2.1, everywhere).kind == Kind::none);
  CHECK(touch.up(90, 20, 2.2).kind == Kind::leave);
}

TEST_CASE("A fling goes on in its direction, ever slower, and ends") {
  Touch touch;
  touch.down(0, 500, 0);
  for (int step = 1; step <= 5; ++step) touch.move(0, 500 - 20.0F * static_cast<float>(step), 0.016 * step, everywhere);
  CHECK(touch.up(0, 400, 0.09).kind == Kind::none);
  float distance = 0, last = -1e9F;
  double now = 0.09;
  int steps = 0;
  while (touch.next_tick() < Frames::never && steps < 1000) {
    now += 1.0 / 60;
    const auto outcome = touch.tick(now);
    ++steps;
    if (outcome.kind == Kind::leave) break;
    REQUIRE(outcome.kind == Kind::scroll);
    CHECK(outcome.dy < 0);
    CHECK(outcome.dy > last);
    last = outcome.dy;
    distance += outcome.dy;
  }
  CHECK(distance < -100);
  CHECK(steps < 600);  // ten seconds
  CHECK(touch.next_tick() == Frames::never);
}

TEST_CASE("A finger stops a fling, and what the browser takes over ends cleanly") {
  Touch touch;
  touch.down(0, 500, 0);
  touch.move(0, 450, 0.016, everywhere);
  touch.up(0, 450, 0.03);
  CHECK(touch.down(0, 100, 0.2).kind == Kind::hover);
  CHECK(touch.tick(0.3).kind == Kind::none);
  CHECK(touch.cancel().kind == Kind::leave);
  touch.down(0, 100, 1);
  touch.move(40, 100, 1.1, nowhere);
  CHECK(touch.cancel().kind == Kind::release);
}

}  // namespace
