#include "web/platform/frames.hpp"

#include <doctest/doctest.h>

namespace {

using dealwright::web::Frames;

// Draws whatever is wanted at a moment; gives how many frames that were.
int draw(Frames& frames, double now) {
  int count = 0;
  while (count < 100 && (frames.wanted() || frames.alarm() <= now)) {
    frames.begin(now);
    ++count;
  }
  return count;
}

TEST_CASE("Nothing is drawn where nothing happens") {
  Frames frames;
  CHECK_FALSE(frames.wanted());
  CHECK(frames.alarm() == Frames::never);
}

TEST_CASE("Input draws some frames, looks once more when the pointer has rested, and then none") {
  Frames frames;
  frames.input(10);
  CHECK(draw(frames, 10) == 3);
  CHECK(frames.alarm() > 10.55);  // ImGui's tooltips come by 0.15 + 0.4 s
  CHECK(frames.alarm() < 11);
  CHECK(draw(frames, 11) == 2);
  CHECK(frames.alarm() == Frames::never);
  CHECK(draw(frames, 1000) == 0);
  CHECK(frames.drawn() == 5);
}

TEST_CASE("Input that goes on pushes the late look back") {
  Frames frames;
  for (int step = 0; step < 50; ++step) {
    frames.input(step * 0.1);
    CHECK(draw(frames, step * 0.1) == 3);
  }
  CHECK(frames.alarm() > 5.45);
}

TEST_CASE("A frame asks for the next one, and an alarm for one later") {
  Frames frames;
  frames.wake();
  frames.begin(1);
  CHECK_FALSE(frames.wanted());
  frames.wake();
  CHECK(draw(frames, 1) == 1);
  frames.wake_at(5);
  frames.wake_at(3);
  frames.wake_at(8);
  CHECK(frames.alarm() == 3);
  CHECK(draw(frames, 2) == 0);
  CHECK(draw(frames, 3.001) == 1);
  CHECK(frames.alarm() == Frames::never);  // who still wants one says so in each frame
}

}  // namespace
