#include "core/roi/normal.hpp"

#include <cmath>
#include <initializer_list>

#include <doctest/doctest.h>

namespace {

using namespace dealwright::roi;

// Whether they agree to a relative error.
bool agree(double a, double b, double error = 1e-15) {
  return std::fabs(a - b) <= error * std::fabs(b);
}

// Abramowitz and Stegun, "Handbook of mathematical functions", table 26.1 (15 places) and table 26.2 (-log10 Q(x)).
TEST_CASE("The distribution function has the values of the handbook") {
  CHECK(normal_distribution(0) == 0.5);
  CHECK(std::fabs(normal_distribution(0.5) - 0.691462461274013) < 5.1e-16);
  CHECK(std::fabs(normal_distribution(1.0) - 0.841344746068543) < 5.1e-16);
  CHECK(std::fabs(normal_distribution(1.5) - 0.933192798731142) < 5.1e-16);
  CHECK(std::fabs(normal_distribution(2.0) - 0.977249868051821) < 5.1e-16);
  CHECK(std::fabs(normal_distribution(3.0) - 0.998650101968370) < 5.1e-16);
  CHECK(std::fabs(-std::log10(normal_distribution(-5)) - 6.54265) < 6e-6);
  CHECK(std::fabs(-std::log10(normal_distribution(-10)) - 23.11805) < 6e-6);
  CHECK(std::fabs(-std::log10(normal_distribution(-30)) - 197.30921) < 6e-6);
}

// By mpmath 1.2.1 with 40 digits.
TEST_CASE("Distribution function and density keep their places in the tails") {
  CHECK(agree(normal_distribution(-0.7), 0.24196365222307303));
  CHECK(agree(normal_distribution(-2.5), 0.006209665325776132));
  CHECK(agree(normal_distribution(-6), 9.865876450376981e-10));
  CHECK(agree(normal_distribution(-20), 2.7536241186062337e-89));
  CHECK(agree(normal_distribution(-37), 5.725571222524577e-300));
  CHECK(normal_distribution(-50) == 0);
  CHECK(normal_distribution(50) == 1);
  CHECK(agree(normal_density(0), 0.3989422804014327));
  CHECK(agree(normal_density(-1.25), 0.1826490853890219));
  CHECK(agree(normal_density(6.3), 9.6014333703123345e-10));
  CHECK(normal_density(60) == 0);
}

// The first three are Wichura's own test values (AS 241, 1988), to the places that he prints; the others by mpmath.
TEST_CASE("Quantiles") {
  CHECK(agree(normal_quantile(0.25), -0.6744897501960817));
  CHECK(agree(normal_quantile(0.001), -3.090232306167814));
  CHECK(agree(normal_quantile(1e-20), -9.262340089798408));
  CHECK(agree(normal_quantile(0.9), 1.2815515655446006));
  CHECK(agree(normal_quantile(0.975), 1.9599639845400539));
  CHECK(agree(normal_quantile(0x1p-33), -6.3379577545537893));
  CHECK(normal_quantile(0.5) == 0);
}

TEST_CASE("The quantile undoes the distribution function") {
  for (int i = 1; i < 400; ++i) {
    const double x = -0.02 * i;
    CAPTURE(x);
    // A relative error e of the probability moves x by e P(x) / p(x), which is below e / x.
    CHECK(agree(normal_quantile(normal_distribution(x)), x, 4e-15));
  }
  for (const double p : {0.01, 0.1, 0.3, 0.45}) CHECK(agree(normal_quantile(1 - p), -normal_quantile(p), 1e-14));
}

TEST_CASE("What is no probability gives a finite number all the same") {
  for (const double p : {0.0, 1.0, -1.0, 2.0}) CHECK(std::isfinite(normal_quantile(p)));
}

}  // namespace
