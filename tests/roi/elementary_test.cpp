#include "core/roi/elementary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "tests/support/draw.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using tests::Draw;

// How far a result is from the exact value, in units in the last place of the exact one.
double ulps(double result, long double exact) {
  const long double unit = std::ldexp(1.0L, std::max(std::ilogb(exact), -1022) - 52);
  return static_cast<double>(std::abs((static_cast<long double>(result) - exact) / unit));
}

double ulps(double result, double exact) {
  return ulps(result, static_cast<long double>(exact));
}

bool is_exactly(double result, double expected) {
  return result <= expected && result >= expected;
}

// Slow series in long double, which has at least 11 bits more. ln 2 in two parts, from OEIS A002162.
long double slow_exponential(long double x) {
  constexpr long double ln2_high = 0x1.62e42fefa2p-1L, ln2_low = 7.37100256516779890183404e-13L;
  const long double k = std::floor(x * 1.442695040888963407L + 0.5L);
  const long double r = x - k * ln2_high - k * ln2_low;
  long double sum = 0;
  for (int i = 40; i > 0; --i) sum = (sum + 1) * r / static_cast<long double>(i);
  return std::ldexp(1 + sum, static_cast<int>(k));
}

long double slow_logarithm(long double x) {
  const int k = std::ilogb(x * 0.70710678118654752L) + 1;
  const long double s = (std::ldexp(x, -k) - 1) / (std::ldexp(x, -k) + 1);
  long double sum = 0;
  for (int i = 61; i > 0; i -= 2) sum = sum * s * s + 2 / static_cast<long double>(i);
  constexpr long double ln2_high = 0x1.62e42fefa2p-1L, ln2_low = 7.37100256516779890183404e-13L;
  return (s * sum + static_cast<long double>(k) * ln2_low) + static_cast<long double>(k) * ln2_high;
}

long double slow_exponential(double x) {
  return slow_exponential(static_cast<long double>(x));
}

long double slow_logarithm(double x) {
  return slow_logarithm(static_cast<long double>(x));
}

double drawn(Draw& draw, double least, double greatest) {
  return least + (greatest - least) * (static_cast<double>(draw.next() >> 11) * 0x1p-53);
}

struct Row {
  double x, expected;
};

// Each table: correctly rounded values, from mpmath 1.3 at 300 bits for the double that the argument stands for.
TEST_CASE("the exponential, from tables") {
  constexpr Row rows[] = {{0.0, 1.0},
                          {1.0, 0x1.5bf0a8b145769p+1},
                          {-1.0, 0x1.78b56362cef38p-2},
                          {0.5, 0x1.a61298e1e069cp+0},
                          {0.34657, 0x1.6a099138a089dp+0},
                          {-0.34658, 0x1.6a094e536e572p-1},
                          {1e-10, 0x1.000000006df38p+0},
                          {-1e-17, 1.0},
                          {10.0, 0x1.5829dcf950560p+14},
                          {-37.25, 0x1.3278bcd70e981p-54},
                          {700.5, 0x1.8625c7d4f56c2p+1010},
                          {-700.5, 0x1.4ff475c68ca02p-1011},
                          {709.78, 0x1.fe9ce5c4c52b4p+1023},
                          {-708.3, 0x1.19e98b83de7a3p-1022}};
  for (const Row& row : rows) {
    CAPTURE(row.x);
    CHECK(ulps(exponential(row.x), row.expected) <= 1);
  }
}

TEST_CASE("the exponential less one, from tables") {
  constexpr Row rows[] = {{1e-18, 0x1.2725dd1d243acp-60}, {-1e-9, -0x1.12e0be801f1d9p-30},
                          {0.001, 0x1.06466dfb8cf3ap-10}, {-0.3, -0x1.0966f2c7907f6p-2},
                          {0.34, 0x1.9eaa94c8422f5p-2},   {0.4, 0x1.f7a0e4beeff80p-2},
                          {-0.4, -0x1.51979f31b1e25p-2},  {1.5, 0x1.bda7fcc9f8a83p+1},
                          {-20.5, -0x1.fffffff542e28p-1}, {33.3, 0x1.078401f5a3eb8p+48}};
  for (const Row& row : rows) {
    CAPTURE(row.x);
    CHECK(ulps(exponential_less_one(row.x), row.expected) <= 1);
  }
  CHECK(is_exactly(exponential_less_one(0), 0));
}

TEST_CASE("the logarithm, from tables") {
  constexpr Row rows[] = {{2.0, 0x1.62e42fefa39efp-1},
                          {0.5, -0x1.62e42fefa39efp-1},
                          {1.1, 0x1.8663f793c46ccp-4},
                          {0.9999999999, -0x1.b7ce00005e728p-34},
                          {1.0000000001, 0x1.b7cdffffa18d8p-34},
                          {1.4142, 0x1.62e1ac5b1d181p-2},
                          {1.4143, 0x1.62f4358c03e8ap-2},
                          {0.7071, -0x1.62e6b3842a25ep-2},
                          {10.0, 0x1.26bb1bbb55516p+1},
                          {1e-300, -0x1.5963447f87fb5p+9},
                          {4.9406564584124654e-324, -0x1.74385446d71c3p+9},
                          {1.7976931348623157e308, 0x1.62e42fefa39efp+9}};
  for (const Row& row : rows) {
    CAPTURE(row.x);
    CHECK(ulps(logarithm(row.x), row.expected) <= 1);
  }
  CHECK(is_exactly(logarithm(1), 0));
}

TEST_CASE("the logarithm of one plus, from tables") {
  constexpr Row rows[] = {{1e-20, 0x1.79ca10c924223p-67},  {-1e-9, -0x1.12e0be84bbb51p-30},
                          {0.05, 0x1.8fb063ef2c7eap-5},    {-0.5, -0x1.62e42fefa39efp-1},
                          {0.9, 0x1.48a11293d785cp-1},     {12.0, 0x1.485042b318c51p+1},
                          {-0.999, -0x1.ba18a998fff9fp+2}, {1e10, 0x1.7069e2aa3184ep+4}};
  for (const Row& row : rows) {
    CAPTURE(row.x);
    CHECK(is_exactly(logarithm_of_one_plus(row.x), row.expected));
  }
}

TEST_CASE("real powers, from tables") {
  struct PowerRow {
    double base, exponent, expected;
  };
  constexpr PowerRow rows[] = {{1.08, 0.08333333333333333, 0x1.01a5a91ce768ep+0},
                               {1.2, 2.5, 0x1.93d32bceafc29p+0},
                               {0.9, 600.25, 0x1.b1939d7e20c73p-92},
                               {1.0000001, 1e9, 0x1.349445c228792p+144},
                               {11.0, -50.5, 0x1.3ae3ca8c41cb9p-175},
                               {0.001, -100.1, 0x1.7d5bf80286a4ep+997},
                               {10.0, 308.0, 0x1.1ccf385ebc8a0p+1023},
                               {10.0, -307.5, 0x1.6bd3d7ae36ea2p-1022},
                               {2.0, 0.5, 0x1.6a09e667f3bcdp+0},
                               {1.5, 1.0, 1.5}};
  for (const PowerRow& row : rows) {
    CAPTURE(row.base);
    CHECK(ulps(real_power(row.base, row.exponent), row.expected) <= 1);
  }
}

TEST_CASE("they keep their stated errors against slow series") {
  Draw draw(1, 0);
  double worst_exponential = 0, worst_less_one = 0, worst_logarithm = 0, worst_one_plus = 0, worst_power = 0;
  for (int i = 0; i < 20000; ++i) {
    const double wide = drawn(draw, -700, 700), narrow = drawn(draw, -2, 2);
    worst_exponential = std::max(worst_exponential, ulps(exponential(wide), slow_exponential(wide)));
    worst_exponential = std::max(worst_exponential, ulps(exponential(narrow), slow_exponential(narrow)));
    if (std::abs(narrow) > 0.25) {  // closer to 0 the slow series less one is not exact enough
      worst_less_one = std::max(worst_less_one, ulps(exponential_less_one(narrow), slow_exponential(narrow) - 1));
    }
    const double above = exponential(wide), near_one = drawn(draw, 0.3, 3);
    worst_logarithm = std::max(worst_logarithm, ulps(logarithm(above), slow_logarithm(above)));
    if (std::abs(near_one - 1) > 0.1) {
      worst_logarithm = std::max(worst_logarithm, ulps(logarithm(near_one), slow_logarithm(near_one)));
      worst_one_plus = std::max(worst_one_plus, ulps(logarithm_of_one_plus(near_one - 1),
                                                     slow_logarithm(1.0L + static_cast<long double>(near_one - 1))));
    }
    const double base = drawn(draw, 0.001, 11), exponent = drawn(draw, -12, 12);
    worst_power = std::max(
        worst_power,
        ulps(real_power(base, exponent), slow_exponential(slow_logarithm(base) * static_cast<long double>(exponent))));
  }
  CHECK(worst_exponential <= 0.7);
  CHECK(worst_less_one <= 1);
  CHECK(worst_logarithm <= 0.6);
  CHECK(worst_one_plus <= 0.51);
  CHECK(worst_power <= 0.72);  // the slow series has an error of its own of some hundredths
}

TEST_CASE("whole powers") {
  CHECK(is_exactly(power(2, 10), 1024));
  CHECK(is_exactly(power(-3, 3), -27));
  CHECK(is_exactly(power(4, -2), 0.0625));
  CHECK(is_exactly(power(0, 0), 1));
  // 1.01^600 = 391.58339699...: correctly rounded, from mpmath 1.3.
  CHECK(ulps(power(1.01, 600), 0x1.8795598178ac0p+8L) < 600);
}

TEST_CASE("what leaves the range of a double stays finite") {
  const double infinity = std::numeric_limits<double>::infinity();
  for (const double result :
       {exponential(710), exponential(1e300), exponential(infinity), real_power(10, 309), real_power(0.1, -1e300),
        power(10, 400), power(0, -1), power(1e-200, -2), power(0.5, -2147483647)}) {
    CHECK(result >= greatest_double);
    CHECK(result < infinity);
  }
  for (const double result : {exponential(-746), exponential(-1e300), exponential(-infinity), real_power(0.1, 400),
                              real_power(10, -1e300), real_power(-2, 3), real_power(0, 1), power(0.1, 400)}) {
    CHECK(is_exactly(result, 0));
  }
  for (const double result : {logarithm(0), logarithm(-1), logarithm_of_one_plus(-1), power(-10, 401)}) {
    CHECK(result <= -greatest_double);
    CHECK(result > -infinity);
  }
  CHECK(exponential_less_one(-1e300) <= -1);
  CHECK(exponential(-745) > 0);
  CHECK(is_exactly(real_power(1, 1e308), 1));
}

}  // namespace
