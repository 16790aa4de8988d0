// Round numbers beside charts.

#include "web/ui/chart/axis.hpp"

#include <cmath>
#include <cstdio>
#include <limits>
#include <string>

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

// The C library's printf, which rounds the double itself, once.
std::string printed(double value, int places, bool in_powers = false) {
  char text[64];
  std::snprintf(text, sizeof text, in_powers ? "%.*g" : "%.*f", places, value);
  return text;
}

TEST_CASE("numbers are written as the C library writes them") {
  // Ties of binary fractions, doubles just below and above decimal ties, carries, the smallest and the largest.
  for (const double size : {0.0,
                            0.5,
                            1.5,
                            2.5,
                            0.125,
                            0.375,
                            1.005,
                            2.675,
                            1.115,
                            0.045,
                            9.995,
                            99.5,
                            0.1,
                            1 / 3.0,
                            1234.5678,
                            20'000.0,
                            4'503'599'627'370.4976,
                            999'999'999'999'999.9,
                            1e-7,
                            5e-324,
                            123'456'789.125})
    for (const double value : {size, -size})
      for (int places = 0; places <= 15; ++places) {
        std::string expected = printed(value, places);
        // Of the sign of what is rounded to zero printf makes a "-0".
        if (expected.find_first_of("123456789") == std::string::npos && expected[0] == '-') expected.erase(0, 1);
        CAPTURE(value);
        CHECK(decimal_text(value, places) == expected);
      }
}

TEST_CASE("numbers too large to be written out are told in powers of ten") {
  for (const double size : {1e15, 1.5e15, 9.994e15, 9.996e15, 1.23456e20, 9.9999e99, 1.7976931348623157e308,
                            std::numeric_limits<double>::infinity()})
    for (const double value : {size, -size})
      for (int digits = 1; digits <= 6; ++digits) {
        CAPTURE(value);
        CHECK(decimal_text(value, digits) == printed(value, digits, true));
      }
  CHECK(decimal_text(std::nan(""), 3) == "nan");
}

TEST_CASE("ticks are short and of one kind") {
  CHECK(tick_text(0, 0.25) == "0");
  CHECK(tick_text(0.25, 0.25) == "0.25");
  CHECK(tick_text(0.5, 0.25) == "0.50");
  CHECK(tick_text(-20e6, 5e6) == "-20M");
  CHECK(tick_text(1500, 500) == "1.5k");
  CHECK(tick_text(800e3, 200e3) == "800k");
  CHECK(tick_text(1.2e6, 200e3) == "1.2M");
}

}  // namespace
}  // namespace dealwright::web::ui
