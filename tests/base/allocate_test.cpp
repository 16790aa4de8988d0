#include "core/base/allocate.hpp"

#include <doctest/doctest.h>

#include "tests/support/any_size.hpp"
#include "tests/support/slow_integer.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::tests;
using Parts = std::vector<std::int64_t>;

TEST_CASE("splits by hand") {
  CHECK(allocate(100, Parts{1, 1, 1}) == Parts{34, 33, 33});
  CHECK(allocate(-100, Parts{1, 1, 1}) == Parts{-34, -33, -33});
  CHECK(allocate(101, Parts{1, 1, 1}) == Parts{34, 34, 33});
  CHECK(allocate(5, Parts{3, 7}) == Parts{2, 3});  // 1.5 and 3.5: a tie, the earlier one gets the unit
  CHECK(allocate(1, Parts{0, 0, 1}) == Parts{0, 0, 1});
  CHECK(allocate(1, Parts{1, 1}) == Parts{1, 0});
  CHECK(allocate(2, Parts{1, 2, 1}) == Parts{1, 1, 0});  // 0.5, 1, 0.5
  CHECK(allocate(0, Parts{5, 3}) == Parts{0, 0});
  CHECK(allocate(100, Parts{7}) == Parts{100});
  CHECK(allocate(10, Parts{}) == Parts{});
  CHECK(allocate(10, Parts{0, 0, 0}) == Parts{4, 3, 3});
  CHECK(allocate(-10, Parts{0, 0, 0, 0}) == Parts{-3, -3, -2, -2});
  CHECK(allocate(INT64_MAX, Parts{0}) == Parts{INT64_MAX});
}

TEST_CASE("an election") {
  // The usual textbook example of Hamilton's method with the Hare quota: 100,000 votes, 10 seats.
  // Quotas 4.70, 1.60, 1.59, 1.20, 0.60, 0.31: seven seats at once, the last three to 0.70, 0.60 and 0.60.
  CHECK(allocate(10, Parts{47'000, 16'000, 15'900, 12'000, 6'000, 3'100}) == Parts{5, 2, 1, 1, 1, 0});
}

TEST_CASE("ends of 64 bits") {
  CHECK(allocate(INT64_MAX, Parts{INT64_MAX, INT64_MAX}) ==
        Parts{4'611'686'018'427'387'904, 4'611'686'018'427'387'903});
  CHECK(allocate(INT64_MIN, Parts{INT64_MAX}) == Parts{INT64_MIN});
  CHECK(allocate(INT64_MIN, Parts{INT64_MAX, INT64_MAX}) == Parts{INT64_MIN / 2, INT64_MIN / 2});
  CHECK(allocate(INT64_MIN, Parts{0, 1, 0}) == Parts{0, INT64_MIN, 0});
  CHECK(allocate(INT64_MAX, Parts(3, INT64_MAX)) ==
        Parts{3'074'457'345'618'258'603, 3'074'457'345'618'258'602, 3'074'457'345'618'258'602});
}

// Adds up; each part is the exact share cut towards zero or one unit more; and who got the unit had the greater
// remainder.
void check_against_paper(std::int64_t amount, const Parts& weights, const Parts& parts) {
  REQUIRE(parts.size() == weights.size());
  SlowInteger total("0");
  SlowInteger added("0");
  for (std::size_t i = 0; i < weights.size(); ++i) {
    total = total + SlowInteger(weights[i]);
    added = added + SlowInteger(parts[i]);
  }
  CHECK(added == SlowInteger(amount));
  struct Share {
    SlowInteger remainder;
    bool rounded_up;
  };
  std::vector<Share> shares;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto [cut, remainder] = SlowInteger::divide(SlowInteger(amount) * SlowInteger(weights[i]), total);
    const SlowInteger more = SlowInteger(parts[i]).abs() - cut.abs();
    REQUIRE((more.text() == "0" || more.text() == "1"));
    REQUIRE((parts[i] == 0 || (parts[i] < 0) == (amount < 0)));
    shares.push_back({remainder, more.text() == "1"});
  }
  for (std::size_t up = 0; up < shares.size(); ++up) {
    if (!shares[up].rounded_up) continue;
    for (std::size_t down = 0; down < shares.size(); ++down) {
      if (shares[down].rounded_up) continue;
      const int order = SlowInteger::compare(shares[up].remainder, shares[down].remainder);
      REQUIRE((order > 0 || (order == 0 && up < down)));
    }
  }
}

TEST_CASE("largest remainders against arithmetic on paper") {
  Draw draw(10, 0);
  for (int trial = 0; trial < 400; ++trial) {
    const int count = draw.chance(5) ? draw.number(60, 70) : draw.number(1, 12);
    const int kind = draw.number(0, 3);
    Parts weights;
    bool any = false;
    for (int i = 0; i < count; ++i) {
      const std::int64_t weight = kind == 0   ? draw.number(0, 3)  // many ties and zeros
                                  : kind == 1 ? draw.whole(0, 100'000)
                                              : any_size_64(draw);
      weights.push_back(weight < 0 ? -weight : weight);
      any = any || weight != 0;
    }
    if (!any) weights.front() = 1;
    const std::int64_t amount = kind == 3 ? any_size_64(draw) : draw.whole(-10'000, 10'000);
    CAPTURE(trial);
    CAPTURE(amount);
    check_against_paper(amount, weights, allocate(amount, weights));
  }
}

TEST_CASE("both forms agree, with few and with many parts") {
  for (const std::size_t count : {1u, 63u, 64u, 65u, 1'000u}) {
    Parts weights;
    for (std::size_t i = 0; i < count; ++i) weights.push_back(static_cast<std::int64_t>(i * 7'919 % 97));
    if (count == 1) weights.front() = 3;
    Parts parts(count, 42);
    allocate(1'234'567, weights, parts);
    CHECK(parts == allocate(1'234'567, weights));
    std::int64_t sum = 0;
    for (const std::int64_t part : parts) sum += part;
    CHECK(sum == 1'234'567);
  }
}

}  // namespace
