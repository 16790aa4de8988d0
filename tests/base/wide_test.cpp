#include "core/base/wide.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/support/any_size.hpp"
#include "tests/support/slow_integer.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::tests;

constexpr Int128 greatest = static_cast<Int128>(~UInt128{0} >> 1);
constexpr Int128 smallest = -greatest - 1;

TEST_CASE("both roundings, ties and signs") {
  struct Row {
    int numerator;
    int denominator;
    int half_up;
    int half_even;
  };
  // By hand; half_even as IEEE 754-2019 section 4.3.1 roundTiesToEven, half_up as its roundTiesToAway.
  for (const Row& row :
       {Row{0, 7, 0, 0}, Row{1, 2, 1, 0}, Row{3, 2, 2, 2}, Row{5, 2, 3, 2}, Row{7, 2, 4, 4}, Row{-1, 2, -1, 0},
        Row{-3, 2, -2, -2}, Row{-5, 2, -3, -2}, Row{-7, 2, -4, -4}, Row{1, 3, 0, 0}, Row{2, 3, 1, 1}, Row{-1, 3, 0, 0},
        Row{-2, 3, -1, -1}, Row{249, 100, 2, 2}, Row{251, 100, 3, 3}, Row{250, 100, 3, 2}, Row{-250, 100, -3, -2},
        Row{6, 3, 2, 2}, Row{-6, 3, -2, -2}}) {
    CAPTURE(row.numerator);
    CAPTURE(row.denominator);
    CHECK(static_cast<int>(divide_rounded(row.numerator, row.denominator, Rounding::half_up)) == row.half_up);
    CHECK(static_cast<int>(divide_rounded(row.numerator, row.denominator, Rounding::half_even)) == row.half_even);
  }
}

TEST_CASE("division at the ends of 128 bits") {
  const Int128 two_126 = Int128{1} << 126;
  // (2^127 - 1) / 2 = 2^126 - 0.5: a tie whose lower neighbour is odd.
  CHECK((divide_rounded(greatest, 2, Rounding::half_up) == two_126));
  CHECK((divide_rounded(greatest, 2, Rounding::half_even) == two_126));
  CHECK((divide_rounded(smallest, 1, Rounding::half_up) == smallest));
  CHECK((divide_rounded(smallest, 2, Rounding::half_even) == -two_126));
  CHECK((divide_rounded(greatest, greatest, Rounding::half_up) == 1));
  CHECK((divide_rounded(greatest - 1, greatest, Rounding::half_up) == 1));
  CHECK((divide_rounded(smallest, greatest, Rounding::half_up) == -1));
  // (2^126 - 1) / (2^127 - 1) is just below one half.
  CHECK((divide_rounded(two_126 - 1, greatest, Rounding::half_up) == 0));
  CHECK((divide_rounded(two_126, greatest, Rounding::half_up) == 1));
}

TEST_CASE("division against long division on paper") {
  Draw draw(1, 0);
  for (int trial = 0; trial < 4'000; ++trial) {
    const Int128 numerator = any_size_128(draw);
    Int128 denominator = any_size_128(draw);
    if (denominator == 0) denominator = 1;
    if (denominator < 0) denominator = -denominator;
    CAPTURE(slow(numerator).text());
    CAPTURE(slow(denominator).text());
    for (const bool even : {false, true}) {
      const Int128 quotient = divide_rounded(numerator, denominator, even ? Rounding::half_even : Rounding::half_up);
      CHECK(slow(quotient).text() == SlowInteger::divide_rounded(slow(numerator), slow(denominator), even).text());
    }
  }
}

TEST_CASE("checked multiplication against multiplication on paper") {
  Draw draw(2, 0);
  const SlowInteger most = slow(greatest);
  int refused = 0;
  for (int trial = 0; trial < 4'000; ++trial) {
    const Int128 a = any_size_128(draw);
    const Int128 b = any_size_128(draw);
    CAPTURE(slow(a).text());
    CAPTURE(slow(b).text());
    const SlowInteger expected = slow(a) * slow(b);
    Int128 product = 42;
    if (multiply(a, b, product)) {
      CHECK(slow(product).text() == expected.text());
    } else {
      ++refused;
      CHECK(expected.abs() > most);
      CHECK((product == 42));
    }
  }
  CHECK(refused > 100);  // both outcomes were met
  CHECK(refused < 3'900);
}

TEST_CASE("checked multiplication at its edges") {
  Int128 product = 0;
  REQUIRE(multiply(greatest, -1, product));
  CHECK((product == -greatest));
  // 2^127 - 1 is prime; 2^127 - 2 = 2 x (2^126 - 1).
  REQUIRE(multiply((Int128{1} << 126) - 1, 2, product));
  CHECK((product == greatest - 1));
  CHECK_FALSE(multiply(Int128{1} << 126, 2, product));
  CHECK_FALSE(multiply(Int128{1} << 64, Int128{1} << 64, product));
  CHECK_FALSE(multiply(smallest, 1, product));  // beyond the symmetric range
  REQUIRE(multiply(INT64_MIN, INT64_MIN, product));
  CHECK((product == Int128{1} << 126));
  REQUIRE(multiply(greatest, 0, product));
  CHECK((product == 0));
}

TEST_CASE("narrowing") {
  CHECK(narrow(INT64_MAX) == INT64_MAX);
  CHECK(narrow(INT64_MIN) == INT64_MIN);
  CHECK_FALSE(narrow(Int128{INT64_MAX} + 1).has_value());
  CHECK_FALSE(narrow(Int128{INT64_MIN} - 1).has_value());
  CHECK_FALSE(narrow(smallest).has_value());
  CHECK(narrow(0) == 0);
}

TEST_CASE("powers of ten") {
  for (int exponent = 0; exponent <= 38; ++exponent) {
    CHECK(slow(power_of_ten(exponent)).text() == SlowInteger::power_of_ten(exponent).text());
  }
  for (std::size_t exponent = 0; exponent < short_powers_of_ten.size(); ++exponent) {
    CHECK((short_powers_of_ten[exponent] == power_of_ten(static_cast<int>(exponent))));
  }
}

TEST_CASE("more places, or none where they do not fit") {
  Int128 out = 0;
  REQUIRE(with_places(-15, 3, out));
  CHECK((out == -15'000));
  REQUIRE(with_places(1, 38, out));
  CHECK((out == power_of_ten(38)));
  CHECK_FALSE(with_places(2, 38, out));
  REQUIRE(with_places(smallest, 0, out));
  CHECK((out == smallest));
  CHECK_FALSE(with_places(greatest, 1, out));
}

TEST_CASE("digits") {
  CHECK(to_digits(0, 0, 0) == "0");
  CHECK(to_digits(0, 6, 0) == "0");
  CHECK(to_digits(0, 6, 2) == "0.00");
  CHECK(to_digits(0, 0, 2) == "0.00");
  CHECK(to_digits(5, 0, 2) == "5.00");
  CHECK(to_digits(-5, 3, 3) == "-0.005");
  CHECK(to_digits(1'500'000, 6, 0) == "1.5");
  CHECK(to_digits(1'500'000, 6, 2) == "1.50");
  CHECK(to_digits(-12'345'678, 6, 2) == "-12.345678");
  CHECK(to_digits(100, 0, 0) == "100");
  // 2^127 - 1 is the twelfth Mersenne prime (Lucas, 1876): 170141183460469231731687303715884105727.
  CHECK(to_digits(smallest, 0, 0) == "-170141183460469231731687303715884105728");
  CHECK(to_digits(greatest, 38, 0) == "1.70141183460469231731687303715884105727");
}

}  // namespace
