#include "core/base/ratio.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/support/any_size.hpp"
#include "tests/support/slow_integer.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::tests;

constexpr Decimal micro(std::int64_t value) {
  return Decimal::from_micro(value);
}

int sign(std::strong_ordering order) {
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

TEST_CASE("a value exactly on its bound is equal, whatever binary floating point says") {
  // In IEEE 754 binary64, 0.1 + 0.2 > 0.3 and 0.1 * 3 > 0.3 (the value is 0.30000000000000004).
  CHECK(compare(Ratio{10 + 20, 100}, micro(300'000)) == 0);
  CHECK(compare(Ratio{3, 10}, micro(300'000)) == 0);
  // 1 - 0.9 = 0.09999999999999998 there.
  CHECK(compare(Ratio{100 - 90, 100}, micro(100'000)) == 0);
  // A discount of 35 % of 1,249.60 is 437.36: 437.36 / 1249.60 = 0.35.
  CHECK(compare(Ratio{43'736, 124'960}, micro(350'000)) == 0);
  CHECK(compare(Ratio{43'737, 124'960}, micro(350'000)) > 0);
  CHECK(compare(Ratio{43'735, 124'960}, micro(350'000)) < 0);
  for (std::int64_t per_cent = -100; per_cent <= 100; ++per_cent) {
    for (std::int64_t base = 100; base <= 30'000; base += 700) {
      CHECK(compare(Ratio{base / 100 * per_cent, base}, micro(per_cent * 10'000)) == 0);
    }
  }
}

TEST_CASE("comparison at the ends of 64 bits") {
  CHECK(compare(Ratio{INT64_MAX, INT64_MAX}, micro(1'000'000)) == 0);
  CHECK(compare(Ratio{INT64_MAX - 1, INT64_MAX}, micro(1'000'000)) < 0);
  CHECK(compare(Ratio{INT64_MIN, INT64_MAX}, micro(-1'000'000)) < 0);
  CHECK(compare(Ratio{INT64_MAX, 1}, micro(INT64_MAX)) > 0);
  CHECK(compare(Ratio{INT64_MIN, 1}, micro(INT64_MIN)) < 0);
  CHECK(compare(Ratio{INT64_MAX, INT64_MAX - 1}, Ratio{INT64_MAX - 1, INT64_MAX - 2}) < 0);
  CHECK(compare(Ratio{INT64_MIN, INT64_MAX}, Ratio{INT64_MAX, INT64_MAX}) < 0);
  CHECK(compare(Ratio{1, 2}, Ratio{2, 4}) == 0);
  CHECK_FALSE(Ratio{1, 2} == Ratio{2, 4});  // the same worth, not the same pair
  CHECK(compare(Ratio{0, 5}, Ratio{0, INT64_MAX}) == 0);
}

TEST_CASE("comparison against arithmetic on paper") {
  Draw draw(8, 0);
  for (int trial = 0; trial < 3'000; ++trial) {
    const Ratio a{any_size_64(draw), static_cast<std::int64_t>(draw.next() >> 1 >> draw.number(0, 61)) + 1};
    const Ratio b{any_size_64(draw), static_cast<std::int64_t>(draw.next() >> 1 >> draw.number(0, 61)) + 1};
    const Decimal bound = micro(any_size_64(draw));
    CHECK(sign(compare(a, b)) == SlowInteger::compare(SlowInteger(a.numerator) * SlowInteger(b.denominator),
                                                      SlowInteger(b.numerator) * SlowInteger(a.denominator)));
    CHECK(sign(compare(a, bound)) == SlowInteger::compare(SlowInteger(a.numerator) * SlowInteger(Decimal::scale),
                                                          SlowInteger(bound.micro()) * SlowInteger(a.denominator)));
  }
}

TEST_CASE("as a decimal of six places, half to even") {
  CHECK(to_string(Ratio{25, 71}) == "0.352113");  // 0.35211267...
  CHECK(to_string(Ratio{1, 3}) == "0.333333");
  CHECK(to_string(Ratio{-2, 3}) == "-0.666667");
  CHECK(to_string(Ratio{1, 2'000'000}) == "0.000000");   // a tie: 0.0000005
  CHECK(to_string(Ratio{3, 2'000'000}) == "0.000002");   // a tie: 0.0000015
  CHECK(to_string(Ratio{-1, 2'000'000}) == "0.000000");  // never "-0"
  CHECK(to_string(Ratio{5, 1}) == "5.000000");
  CHECK(to_string(Ratio{0, 7}) == "0.000000");
  CHECK(to_string(Ratio{INT64_MIN, 1}) == "-9223372036854775808.000000");
  CHECK(to_string(Ratio{7, 0}) == "");
  CHECK(to_string(Ratio{}) == "");
}

TEST_CASE("in per cent") {
  CHECK(to_percent(Ratio{352, 1'000}) == "35.2 %");
  CHECK(to_percent(Ratio{1, 3}) == "33.3 %");
  CHECK(to_percent(Ratio{1, 3}, 0) == "33 %");
  CHECK(to_percent(Ratio{1, 3}, 4) == "33.3333 %");
  CHECK(to_percent(Ratio{-1, 3}) == "-33.3 %");
  CHECK(to_percent(Ratio{1, 8}, 0) == "12 %");  // 12.5, a tie
  CHECK(to_percent(Ratio{3, 8}, 0) == "38 %");  // 37.5, a tie
  CHECK(to_percent(Ratio{999, 1'000}, 0) == "100 %");
  CHECK(to_percent(Ratio{9'996, 1'000}) == "999.6 %");
  CHECK(to_percent(Ratio{99'999, 100'000}) == "100.0 %");
  CHECK(to_percent(Ratio{-1, 100'000}) == "0.0 %");
  CHECK(to_percent(Ratio{0, 5}) == "0.0 %");
  CHECK(to_percent(Ratio{5, 100'000}, 2) == "0.00 %");  // 0.005, a tie
  CHECK(to_percent(Ratio{INT64_MAX, 1}, 1) == "922337203685477580700.0 %");
  CHECK(to_percent(Ratio{INT64_MIN, 1}, 0) == "-922337203685477580800 %");
  CHECK(to_percent(Ratio{5, 0}) == "n/a");
}

TEST_CASE("beside a bound it never looks equal when it is not") {
  const Decimal bound = micro(350'000);
  CHECK(to_percent(Ratio{35, 100}, bound) == "35.0 %");
  CHECK(to_percent(Ratio{352, 1'000}, bound) == "35.2 %");
  CHECK(to_percent(Ratio{34'999, 100'000}, bound) == "34.999 %");
  CHECK(to_percent(Ratio{34'951, 100'000}, bound) == "34.95 %");
  CHECK(to_percent(Ratio{35'000'001, 100'000'000}, bound) == "35.000001 %");
  CHECK(to_percent(Ratio{34'999, 100'000}, bound, 0) == "34.999 %");
  CHECK(to_percent(Ratio{-1, 1'000'000}, Decimal()) == "-0.0001 %");
  CHECK(to_percent(Ratio{1, 1'000'000}, Decimal()) == "0.0001 %");
  CHECK(to_percent(Ratio{0, 3}, Decimal()) == "0.0 %");
  // A bound of 35.24 % is itself shown as 35.2 % with one place, so 35.22 % is not.
  CHECK(to_percent(Ratio{3'522, 10'000}, micro(352'400)) == "35.22 %");
  // Zero, from either side of it.
  CHECK(to_percent(Ratio{1, 100'000}, micro(-10)) == "0.001 %");
  // 35.26 % under a bound of 35.28 % must not be shown as 35.3 %.
  CHECK(to_percent(Ratio{3'526, 10'000}, micro(352'800)) == "35.26 %");
  // Nor 35.24 % over a bound of 35.2 % as 35.2 %; 35.24 % is far enough from 35.3 %.
  CHECK(to_percent(Ratio{3'524, 10'000}, micro(352'000)) == "35.24 %");
  CHECK(to_percent(Ratio{3'524, 10'000}, micro(353'000)) == "35.2 %");
  // 1 - 1 / (2^63 - 1) = 0.99999999999999999989157...
  CHECK(to_percent(Ratio{INT64_MAX - 1, INT64_MAX}, micro(1'000'000)) == "99.99999999999999999 %");
  // The nearest two different values can be: numerator x 10^6 = 333333 x denominator + 1.
  // 3074454271160321050 / 9223372036853000003 = 0.3333330000000000000000001084...
  CHECK(to_percent(Ratio{3'074'454'271'160'321'050, 9'223'372'036'853'000'003}, micro(333'333)) ==
        "33.33330000000000000000001 %");
  CHECK(to_percent(Ratio{5, 0}, bound) == "n/a");
}

// "-35.26 %" as an integer with `places` places.
SlowInteger shown(std::string text, int& places) {
  REQUIRE(text.size() > 2);
  text.resize(text.size() - 2);
  const std::size_t point = text.find('.');
  places = point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
  if (point != std::string::npos) text.erase(point, 1);
  return SlowInteger(text);
}

TEST_CASE("per cent against arithmetic on paper, close to bounds") {
  Draw draw(9, 0);
  for (int trial = 0; trial < 2'000; ++trial) {
    const std::int64_t denominator = static_cast<std::int64_t>(draw.next() >> 3 >> draw.number(0, 58)) + 1;
    const Decimal bound = micro(draw.whole(-2'000'000, 2'000'000));
    // A numerator within 1,000 of where the bound stands, or anywhere.
    const auto near = static_cast<std::int64_t>(Int128{bound.micro()} * denominator / Decimal::scale);
    const Ratio ratio{draw.chance(80) ? near + draw.whole(-1'000, 1'000) : any_size_64(draw), denominator};
    const int asked = draw.number(0, 4);
    CAPTURE(ratio.numerator);
    CAPTURE(ratio.denominator);
    CAPTURE(bound.micro());
    int places = 0;
    const SlowInteger hundredfold = SlowInteger(ratio.numerator) * SlowInteger(100);
    const SlowInteger plain = shown(to_percent(ratio, asked), places);
    CHECK(places == asked);
    CHECK(plain.text() == SlowInteger::divide_rounded(hundredfold * SlowInteger::power_of_ten(asked),
                                                      SlowInteger(ratio.denominator), true)
                              .text());
    const SlowInteger beside = shown(to_percent(ratio, bound, asked), places);
    CHECK(beside.text() == SlowInteger::divide_rounded(hundredfold * SlowInteger::power_of_ten(places),
                                                       SlowInteger(ratio.denominator), true)
                               .text());
    // The shown number stands on the same side of the bound as the ratio: beside / 10^places against micro / 10^4.
    const int side = SlowInteger::compare(beside * SlowInteger::power_of_ten(4),
                                          SlowInteger(bound.micro()) * SlowInteger::power_of_ten(places));
    CHECK(side == sign(compare(ratio, bound)));
    if (side == 0) CHECK(places == asked);
  }
}

}  // namespace
