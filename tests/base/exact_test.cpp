#include "core/base/exact.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/support/any_size.hpp"
#include "tests/support/slow_integer.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::tests;

Exact decimal(std::string_view text) {
  Decimal value;
  REQUIRE(Decimal::parse(text, value) == DecimalError::none);
  return Exact::from(value);
}

// mantissa / 10^scale without trailing zeros, computed on paper.
struct SlowExact {
  SlowInteger mantissa{"0"};
  int scale = 0;

  SlowExact tidy() const {
    SlowExact value = *this;
    if (value.mantissa.is_zero()) value.scale = 0;
    while (value.scale > 0) {
      const auto [quotient, rest] = SlowInteger::divide(value.mantissa, SlowInteger("10"));
      if (!rest.is_zero()) break;
      value.mantissa = quotient;
      --value.scale;
    }
    return value;
  }
  SlowInteger at_scale(int wanted) const { return mantissa * SlowInteger::power_of_ten(wanted - scale); }
  std::string text() const {
    const SlowExact value = tidy();
    std::string digits = value.mantissa.abs().text();
    const auto places = static_cast<std::size_t>(value.scale);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, 1, '.');
    return (value.mantissa.is_negative() ? "-" : "") + digits;
  }
};

const SlowInteger most("170141183460469231731687303715884105727");    // 2^127 - 1
const SlowInteger least("-170141183460469231731687303715884105728");  // -2^127

// What an operation of Exact is declared to give: the exact result, or nothing where the declaration says it overflows.
std::optional<SlowExact> slow_sum(const SlowExact& a, const SlowExact& b, bool subtract) {
  const SlowExact left = a.tidy();
  const SlowExact right = b.tidy();
  const int scale = std::max(left.scale, right.scale);
  const SlowInteger x = left.at_scale(scale);
  const SlowInteger y = right.at_scale(scale);
  if ((scale > left.scale && x.abs() > most) || (scale > right.scale && y.abs() > most)) return std::nullopt;
  const SlowInteger sum = subtract ? x - y : x + y;
  if (sum > most || sum < least) return std::nullopt;
  return SlowExact{sum, scale};
}

std::optional<SlowExact> slow_product(const SlowExact& a, const SlowExact& b) {
  const SlowExact left = a.tidy();
  const SlowExact right = b.tidy();
  const SlowInteger product = left.mantissa * right.mantissa;
  if (product.abs() > most) return std::nullopt;
  const SlowExact value = SlowExact{product, left.scale + right.scale}.tidy();
  if (value.scale > Exact::max_scale) return std::nullopt;
  return value;
}

TEST_CASE("sums and products by hand") {
  CHECK((decimal("0.1") + decimal("0.2")).to_string() == "0.3");
  CHECK((decimal("1") - decimal("0.000001")).to_string() == "0.999999");
  CHECK((decimal("-1.5") * decimal("0.000002")).to_string() == "-0.000003");
  CHECK((decimal("0.5") * decimal("0.2")).to_string() == "0.1");
  CHECK((Exact::from_minor(124'950, 2) + Exact::from_minor(5, 3)).to_string() == "1249.505");
  CHECK((Exact::from_minor(500, 0) * decimal("0.35")).to_string() == "175");
  CHECK((decimal("0.1") - decimal("0.1")).to_string() == "0");
  CHECK((decimal("0.1") - decimal("0.1")).is_zero());
  // 12,345,678,901 x 98,765,432,109 = 1,219,326,311,336,229,232,209 by long multiplication.
  CHECK((decimal("12345.678901") * decimal("98765.432109")).to_string() == "1219326311.336229232209");
  CHECK(decimal("490").to_string(2) == "490.00");
  CHECK(decimal("0.0125").to_string(2) == "0.0125");
}

TEST_CASE("the ends of the range of decimals") {
  const Exact greatest = decimal("9223372036854.775807");
  CHECK(greatest.to_string() == "9223372036854.775807");
  // (2^63 - 1)^2 = 85070591730234615847396907784232501249, in millionths of millionths.
  CHECK((greatest * greatest).to_string() == "85070591730234615847396907.784232501249");
  CHECK((greatest * greatest * greatest).overflowed());
  CHECK(greatest.to_minor(6, Rounding::half_up) == INT64_MAX);
  CHECK_FALSE(greatest.to_minor(7, Rounding::half_up).has_value());
  CHECK(Exact::from(Decimal::from_micro(INT64_MIN)).to_minor(6, Rounding::half_up) == INT64_MIN);
  CHECK(Exact::from_minor(INT64_MIN, 0).to_minor(0, Rounding::half_up) == INT64_MIN);
}

TEST_CASE("trailing zeros make room before anything overflows") {
  Exact value = decimal("1");
  for (int factor = 0; factor < 12; ++factor) value = value * decimal("1000000");  // 10^72 does not fit
  CHECK(value.overflowed());
  value = Exact::from_minor(1'000'000'000'000'000'000, 18);
  for (int factor = 0; factor < 1'000; ++factor) value = value * Exact::from_minor(1'000'000, 6);  // 1, always
  CHECK_FALSE(value.overflowed());
  CHECK(value.to_string() == "1");
  value = Exact::from_minor(1, 0);
  for (int factor = 0; factor < 38; ++factor) value = value * decimal("0.1");
  CHECK(value.to_string() == "0." + std::string(37, '0') + "1");
  CHECK_FALSE(value.overflowed());
  CHECK((value * decimal("0.1")).overflowed());  // 39 places
  CHECK((value * decimal("10")).to_string() == "0." + std::string(36, '0') + "1");
  CHECK((value * decimal("0")).is_zero());
}

TEST_CASE("overflow stays") {
  const Exact large = decimal("9223372036854.775807");
  const Exact overflowed = large * large * large;
  REQUIRE(overflowed.overflowed());
  CHECK((overflowed + decimal("1")).overflowed());
  CHECK((decimal("1") - overflowed).overflowed());
  CHECK((overflowed * decimal("0")).overflowed());
  CHECK_FALSE(overflowed.is_zero());
  CHECK(overflowed.to_string() == "overflow");
  CHECK_FALSE(overflowed.to_minor(2, Rounding::half_up).has_value());
}

TEST_CASE("sums at the ends of 128 bits") {
  // 2^126 as 2^63 x 2^63.
  const Exact two_63 = Exact::from_minor(INT64_MAX, 0) + Exact::from_minor(1, 0);
  const Exact two_126 = two_63 * two_63;
  const Exact one = Exact::from_minor(1, 0);
  CHECK(two_126.to_string() == "85070591730234615865843651857942052864");
  CHECK((two_126 + two_126).overflowed());
  const Exact greatest = two_126 - one + two_126;
  CHECK(greatest.to_string() == most.text());
  CHECK((greatest + one).overflowed());
  CHECK((greatest + decimal("0.5")).overflowed());
  const Exact smallest = Exact() - greatest - one;
  CHECK(smallest.to_string() == least.text());
  CHECK((smallest - one).overflowed());
  CHECK(Exact::compare(smallest, greatest) == -1);
  CHECK(Exact::compare(smallest, smallest) == 0);
  CHECK(Exact::compare(smallest, decimal("-0.5")) == -1);
  CHECK(Exact::compare(decimal("0.5"), smallest) == 1);
  CHECK_FALSE(smallest.to_minor(0, Rounding::half_up).has_value());
  CHECK_FALSE(smallest.to_minor(0, Rounding::half_up, 1, INT64_MAX).has_value());
}

TEST_CASE("chains of operations against arithmetic on paper") {
  Draw draw(5, 0);
  int overflows = 0;
  for (int trial = 0; trial < 1'500; ++trial) {
    Exact fast;
    SlowExact slow_value;
    for (int step = 0; step < 6; ++step) {
      const std::int64_t number = any_size_64(draw);
      const int digits = draw.number(0, 6);
      const Exact operand = digits == 6 ? Exact::from(Decimal::from_micro(number)) : Exact::from_minor(number, digits);
      const SlowExact slow_operand{SlowInteger(number), digits};
      const int operation = step == 0 ? 0 : draw.number(0, 3);
      const auto expected = operation == 0   ? slow_sum(slow_value, slow_operand, false)
                            : operation == 1 ? slow_sum(slow_value, slow_operand, true)
                                             : slow_product(slow_value, slow_operand);
      fast = operation == 0 ? fast + operand : operation == 1 ? fast - operand : fast * operand;
      CAPTURE(trial);
      CAPTURE(slow_value.text());
      CAPTURE(slow_operand.text());
      CAPTURE(operation);
      REQUIRE(fast.overflowed() == !expected.has_value());
      if (!expected) {
        ++overflows;
        break;
      }
      slow_value = *expected;
      REQUIRE(fast.to_string() == slow_value.text());
      REQUIRE(fast.is_zero() == slow_value.mantissa.is_zero());
    }
  }
  CHECK(overflows > 50);  // both outcomes were met
  CHECK(overflows < 1'450);
}

TEST_CASE("comparison against arithmetic on paper") {
  Draw draw(6, 0);
  for (int trial = 0; trial < 3'000; ++trial) {
    const std::int64_t x = any_size_64(draw);
    const std::int64_t y = any_size_64(draw);
    const int x_digits = draw.number(0, 18);
    const int y_digits = draw.number(0, 18);
    Exact a = Exact::from_minor(x, x_digits);
    SlowExact slow_a{SlowInteger(x), x_digits};
    if (draw.chance(50)) {  // a mantissa beyond 64 bits
      a = a * Exact::from_minor(y, y_digits);
      slow_a = {slow_a.mantissa * SlowInteger(y), x_digits + y_digits};
    }
    const Exact b = draw.chance(10) ? a : Exact::from_minor(y, y_digits);
    const SlowExact slow_b = &b == &a || Exact::compare(a, b) == 0 ? slow_a : SlowExact{SlowInteger(y), y_digits};
    const int scale = std::max(slow_a.scale, slow_b.scale);
    CHECK(Exact::compare(a, b) == SlowInteger::compare(slow_a.at_scale(scale), slow_b.at_scale(scale)));
    CHECK(Exact::compare(b, a) == -Exact::compare(a, b));
  }
  CHECK(Exact::compare(decimal("1.5"), Exact::from_minor(1'500, 3)) == 0);
}

TEST_CASE("proration by actual days") {
  // Published: 24.95 a month, 9 of 31 days is 7.24, 22 of 30 days is 18.30 (24.95 x 9 / 31 = 7.2435, 24.95 x 22 / 30
  // = 18.2967).
  const Exact monthly = Exact::from_minor(2'495, 2);
  for (const Rounding mode : {Rounding::half_up, Rounding::half_even}) {
    CHECK(monthly.to_minor(2, mode, 9, 31) == 724);
    CHECK(monthly.to_minor(2, mode, 22, 30) == 1'830);
    CHECK(monthly.to_minor(2, mode, 31, 31) == 2'495);
    CHECK(monthly.to_minor(2, mode, 0, 31) == 0);
  }
}

TEST_CASE("to minor units, rounded once") {
  struct Row {
    std::string amount;
    int digits;
    std::int64_t half_up;
    std::int64_t half_even;
  };
  // By hand: ties go away from zero, or to the even neighbour.
  for (const Row& row :
       {Row{"0.005", 2, 1, 0}, Row{"0.015", 2, 2, 2}, Row{"0.025", 2, 3, 2}, Row{"-0.005", 2, -1, 0},
        Row{"-0.015", 2, -2, -2}, Row{"-0.025", 2, -3, -2}, Row{"0.004999", 2, 0, 0}, Row{"0.005001", 2, 1, 1},
        Row{"1.2345", 3, 1'235, 1'234}, Row{"0.5", 0, 1, 0}, Row{"1.5", 0, 2, 2}, Row{"2.5", 0, 3, 2},
        Row{"-2.5", 0, -3, -2}, Row{"7", 4, 70'000, 70'000}, Row{"0", 2, 0, 0}}) {
    CAPTURE(row.amount);
    CHECK(decimal(row.amount).to_minor(row.digits, Rounding::half_up) == row.half_up);
    CHECK(decimal(row.amount).to_minor(row.digits, Rounding::half_even) == row.half_even);
  }
  // One rounding, not two: 0.0149 x 1/3 = 0.004966..., though 0.0149 to the cent and then a third would give 0.003.
  CHECK(decimal("0.0149").to_minor(2, Rounding::half_up, 1, 3) == 0);
  CHECK(decimal("10").to_minor(2, Rounding::half_up, 1, 3) == 333);
  CHECK(decimal("10").to_minor(2, Rounding::half_up, -2, 3) == -667);
  CHECK(decimal("0.01").to_minor(2, Rounding::half_up, 1, 2) == 1);
  CHECK(decimal("0.01").to_minor(2, Rounding::half_even, 1, 2) == 0);
  CHECK(decimal("-0.01").to_minor(2, Rounding::half_up, 1, 2) == -1);
}

TEST_CASE("to minor units against arithmetic on paper") {
  Draw draw(7, 0);
  const SlowInteger greatest_64(INT64_MAX);
  const SlowInteger smallest_64(INT64_MIN);
  int refused = 0;
  for (int trial = 0; trial < 6'000; ++trial) {
    const std::int64_t x = any_size_64(draw);
    const std::int64_t y = any_size_64(draw);
    const int x_digits = draw.number(0, 18);
    const int y_digits = draw.number(0, 18);
    const Exact value = Exact::from_minor(x, x_digits) * Exact::from_minor(y, y_digits);
    REQUIRE_FALSE(value.overflowed());
    const int digits = draw.number(0, draw.chance(20) ? 18 : 4);
    const std::int64_t numerator = draw.chance(30) ? 1 : any_size_64(draw);
    std::int64_t denominator = any_size_64(draw);
    if (denominator < 0) denominator = -denominator;
    if (denominator == 0 || draw.chance(30)) denominator = 2;
    CAPTURE(value.to_string());
    CAPTURE(digits);
    CAPTURE(numerator);
    CAPTURE(denominator);
    const SlowInteger top =
        SlowInteger(x) * SlowInteger(y) * SlowInteger(numerator) * SlowInteger::power_of_ten(digits);
    const SlowInteger bottom = SlowInteger(denominator) * SlowInteger::power_of_ten(x_digits + y_digits);
    for (const bool even : {false, true}) {
      const SlowInteger expected = SlowInteger::divide_rounded(top, bottom, even);
      const bool fits = !(expected > greatest_64) && !(expected < smallest_64);
      const auto minor = value.to_minor(digits, even ? Rounding::half_even : Rounding::half_up, numerator, denominator);
      REQUIRE(minor.has_value() == fits);
      if (minor) {
        CHECK(std::to_string(*minor) == expected.text());
      } else {
        ++refused;
      }
    }
  }
  CHECK(refused > 100);
  CHECK(refused < 11'900);
}

TEST_CASE("ties and ends where 128 bits do not hold the products") {
  // A numerator and denominator that cancel must change nothing.
  const Exact large = Exact::from_minor(INT64_MAX, 18) * Exact::from_minor(INT64_MAX, 18);
  CHECK(large.to_minor(2, Rounding::half_up, INT64_MAX, INT64_MAX) == large.to_minor(2, Rounding::half_up));
  // (2^63 - 1) x 10^18 x (2^63 - 1) has 186 bits; cut by 10^18 x (2^63 - 1) it is 2^63 - 1 again, by one less it is too
  // much.
  const Exact whole = Exact::from_minor(INT64_MAX, 0) * Exact::from_minor(1'000'000'000'000'000'000, 0);
  CHECK_FALSE(whole.to_minor(0, Rounding::half_up, INT64_MAX, INT64_MAX).has_value());
  CHECK((whole * Exact::from_minor(1, 18)).to_minor(0, Rounding::half_up, INT64_MAX, INT64_MAX) == INT64_MAX);
  CHECK_FALSE((whole * Exact::from_minor(1, 18)).to_minor(0, Rounding::half_up, INT64_MAX, INT64_MAX - 1).has_value());
  CHECK((whole * Exact::from_minor(1, 18)).to_minor(0, Rounding::half_up, -INT64_MAX, INT64_MAX) == -INT64_MAX);
  // 0.5 exactly, with 38 places and a numerator and denominator that cancel.
  const Exact half = Exact::from_minor(500'000'000'000'000'000, 18) * Exact::from_minor(1'000'000'000'000'000'000, 18);
  CHECK(half.to_minor(0, Rounding::half_up, INT64_MAX, INT64_MAX) == 1);
  CHECK(half.to_minor(0, Rounding::half_even, INT64_MAX, INT64_MAX) == 0);
  CHECK(half.to_minor(0, Rounding::half_even, INT64_MAX, INT64_MAX - 1) == 1);
  CHECK(half.to_minor(0, Rounding::half_up, INT64_MAX - 1, INT64_MAX) == 0);
  CHECK(half.to_minor(0, Rounding::half_up, INT64_MIN, INT64_MAX) == -1);
  // Just above one half, by what the first of four divisions leaves over: m x (2^63 - 1) = 5 x 10^37 x (2^63 - 2) + r
  // with m = 49999999999999999994578989137572477830 and 0 < r = 5764710638127858810 < 2^63 - 2.
  Exact above;
  for (const char digit : std::string("49999999999999999994578989137572477830")) {
    above = above * Exact::from_minor(10, 0) + Exact::from_minor(digit - '0', 0);
  }
  above = above * Exact::from_minor(1, 18) * Exact::from_minor(1, 18) * Exact::from_minor(1, 2);
  CHECK(above.to_minor(0, Rounding::half_even, INT64_MAX, INT64_MAX - 1) == 1);
  CHECK(above.to_minor(0, Rounding::half_even, 1, 1) == 0);
}

}  // namespace
