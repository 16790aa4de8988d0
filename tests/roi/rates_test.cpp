#include "core/roi/rates.hpp"

#include <doctest/doctest.h>

namespace {

using namespace dealwright::roi;
using doctest::Approx;

// Effective: 1.08^(1/12) - 1, 1.01^12 - 1, (1 + 0.1/12)^12 - 1, from mpmath 1.3. Nominal: by hand.
TEST_CASE("rates by the name of their convention") {
  CHECK(monthly_rate(0.08, RateConvention::effective).value == Approx(0.00643403011000345483).epsilon(1e-15));
  CHECK(monthly_rate(0.12, RateConvention::nominal).value == Approx(0.01).epsilon(1e-15));
  CHECK(annual_rate(0.01, RateConvention::effective).value == Approx(0.12682503013196972066).epsilon(1e-15));
  CHECK(annual_rate(0.1 / 12, RateConvention::effective).value == Approx(0.10471306744129724159).epsilon(1e-15));
  CHECK(annual_rate(0.01, RateConvention::nominal).value == Approx(0.12).epsilon(1e-15));
}

TEST_CASE("back and forth is where one came from") {
  for (const RateConvention convention : {RateConvention::effective, RateConvention::nominal}) {
    for (const double rate : {-0.99, -0.5, -1e-12, 0.0, 1e-9, 0.07, 1.0, 10.0}) {
      CHECK(annual_rate(monthly_rate(rate, convention).value, convention).value == Approx(rate).epsilon(1e-13));
    }
  }
}

TEST_CASE("rates out of range") {
  CHECK(monthly_rate(-0.999, RateConvention::effective).fault == Fault::rate_out_of_range);
  CHECK(monthly_rate(10.5, RateConvention::nominal).fault == Fault::rate_out_of_range);
  CHECK(annual_rate(-1, RateConvention::effective).fault == Fault::rate_out_of_range);
  // 11^12 - 1 = 3138428376720: outside what is taken in, but a number.
  CHECK(annual_rate(10, RateConvention::effective).value == Approx(3138428376720.0).epsilon(1e-14));
}

}  // namespace
