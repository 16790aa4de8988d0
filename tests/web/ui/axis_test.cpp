// Round numbers beside charts.

#include "web/ui/chart/axis.hpp"

#include <doctest/doctest.h>

namespace dealwright::web::ui {
namespace {

TEST_CASE("however little room there is, an axis to both sides of zero is not much longer than its values") {
  for (const double low : {-1.7, -1'727.35, -9e6})
    for (const double high : {0.4, 17'638.52, 3e7})
      for (const int ticks : {0, 1, 2, 3, 4, 7}) {
        const Axis axis = round_axis(low, high, ticks);
        CAPTURE(low);
        CAPTURE(high);
        CHECK(axis.low <= low);
        CHECK(axis.high >= high);
        // Three ticks are a step apart, which is at most 5/2 of what the greater side needs.
        CHECK(axis.high - axis.low <= 5 * (high - low));
        CHECK(axis.ticks.size() <= 7);
      }
}

}  // namespace
}  // namespace dealwright::web::ui
