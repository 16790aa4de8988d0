#include "core/qualification/growth.hpp"

#include <doctest/doctest.h>

namespace {

using namespace dealwright;
using namespace dealwright::qualification;

TEST_CASE("growth by hand") {
  const Decimal rate = Decimal::from_micro(200'000);
  CHECK(grown(Decimal::whole(1000), rate, 0) == Decimal::whole(1000));
  CHECK(grown(Decimal::whole(1000), rate, 6) == Decimal::whole(1100));  // half of 20 %
  CHECK(grown(Decimal::whole(1000), rate, 12) == Decimal::whole(1200));
  CHECK(grown(Decimal::whole(1000), rate, 15) == Decimal::whole(1260));  // 1200 and a quarter of 240
  CHECK(grown(Decimal::whole(1000), rate, 36) == Decimal::whole(1728));  // 1.2 cubed
  // 0.000001 x 1.5 lies between two decimals: half to even, up to 2 millionths and from there to 3.
  CHECK(grown(Decimal::from_micro(1), Decimal::from_micro(500'000), 12) == Decimal::from_micro(2));
  CHECK(grown(Decimal::from_micro(1), Decimal::from_micro(500'000), 24) == Decimal::from_micro(3));
  CHECK(grown(Decimal::whole(1000), Decimal::whole(-1), 6) == Decimal::whole(500));
  CHECK(grown(Decimal::whole(1000), Decimal::whole(-1), 18) == Decimal::whole(0));
  CHECK_FALSE(grown(Decimal::whole(1'000'000'000'000), Decimal::whole(10), 120));
}

TEST_CASE("the month in which a limit is passed") {
  const Decimal rate = Decimal::from_micro(200'000);
  // 1000, 1016.67, 1033.33, ..., 1100 in month 6, which meets the limit and does not pass it.
  CHECK(first_month_above(Decimal::whole(1000), rate, Decimal::whole(1100), 120) == 7);
  CHECK(first_month_above(Decimal::whole(1000), rate, Decimal::whole(999), 120) == 0);
  CHECK(first_month_above(Decimal::whole(1000), rate, Decimal::whole(1727), 36) == 36);
  CHECK_FALSE(first_month_above(Decimal::whole(1000), rate, Decimal::whole(1728), 36));
  CHECK_FALSE(first_month_above(Decimal::whole(1000), Decimal(), Decimal::whole(1000), 120));
}

}  // namespace
