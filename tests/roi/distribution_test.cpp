#include "core/roi/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/roi/normal.hpp"
#include "core/roi/pert.hpp"
#include "tests/roi/models.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using tests::discrete;
using tests::distribution;

bool agree(double a, double b, double error) {
  return std::fabs(a - b) <= error * std::max(1.0, std::fabs(b));
}

// By hand, from the formulas in the books that the header names.
TEST_CASE("Means and variances") {
  const auto check = [](const Distribution& one, double mean, double variance) {
    CHECK(agree(mean_of(one), mean, 1e-14));
    CHECK(agree(variance_of(one), variance, 1e-14));
  };
  check(distribution(DistributionKind::fixed, 0, 7, 0), 7, 0);
  check(distribution(DistributionKind::uniform, 2, 0, 8), 5, 3);       // 6^2 / 12
  check(distribution(DistributionKind::triangular, 0, 3, 6), 3, 1.5);  // (36 - 9) / 18
  check(distribution(DistributionKind::triangular, 0, 0, 6), 2, 2);    // 36 / 18
  check(distribution(DistributionKind::pert, 0, 3, 6), 3, 9.0 / 7);    // 3 * 3 / 7
  check(distribution(DistributionKind::pert, 10, 12, 20), 13, 3.0);    // 3 * 7 / 7
  check(discrete({{1, 1}, {4, 3}}), 3.25, (2.25 * 2.25 + 3 * 0.75 * 0.75) / 4);
  // P10 and P90 lie 1.2815515655446004 deviations from the mean.
  check(distribution(DistributionKind::normal, 8, 0, 12), 10, std::pow(2 / 1.2815515655446004, 2));
  // Of ln 4 and ln 9 the mean is ln 6, and the deviation ln 1.5 / 1.2815515655446004.
  const double deviation = std::log(1.5) / 1.2815515655446004;
  const double mean = 6 * std::exp(deviation * deviation / 2);
  check(distribution(DistributionKind::lognormal, 4, 0, 9), mean, std::expm1(deviation * deviation) * mean * mean);
}

TEST_CASE("A stated interval is where it is said to be") {
  for (const auto kind : {DistributionKind::normal, DistributionKind::lognormal}) {
    for (const double confidence : {0.5, 0.8, 0.9, 0.95}) {
      Distribution one = distribution(kind, 4, 0, 9);
      one.confidence = confidence;
      CHECK(agree(quantile_of(one, (1 - confidence) / 2), 4, 1e-13));
      CHECK(agree(quantile_of(one, (1 + confidence) / 2), 9, 1e-13));
      CHECK(agree(quantile_of(one, 0.5), kind == DistributionKind::normal ? 6.5 : 6, 1e-13));
    }
  }
}

TEST_CASE("Quantiles of triangular and uniform distributions") {
  const Distribution triangular = distribution(DistributionKind::triangular, 0, 2, 8);
  CHECK(agree(quantile_of(triangular, 0.25), 2, 1e-15));        // the peak: rise over width
  CHECK(agree(quantile_of(triangular, 0.0625), 1, 1e-15));      // 1 / (8 * 2)
  CHECK(agree(quantile_of(triangular, 1 - 0.1875), 5, 1e-15));  // 9 / (8 * 6)
  CHECK(quantile_of(distribution(DistributionKind::uniform, -2, 0, 6), 0.25) == 0);
  for (const auto kind : {DistributionKind::uniform, DistributionKind::triangular, DistributionKind::pert})
    CHECK(quantile_of(distribution(kind, 5, 5, 5), 0.3) == 5);
}

TEST_CASE("Quantiles of a discrete distribution, stated in any order") {
  const Distribution one = discrete({{5, 1}, {-1, 2}, {7, 0}, {2, 1}});  // -1 to 0.5, 2 to 0.75, 5 to 1
  CHECK(quantile_of(one, 0.01) == -1);
  CHECK(quantile_of(one, 0.5) == -1);
  CHECK(quantile_of(one, 0.51) == 2);
  CHECK(quantile_of(one, 0.75) == 2);
  CHECK(quantile_of(one, 0.999) == 5);
}

// With whole parameters the distribution function is a polynomial (binomial sum, DLMF 8.17.5): of Beta(1, 5)
// 1 - (1 - x)^5, of Beta(2, 4) 10 x^2 - 20 x^3 + 15 x^4 - 4 x^5, of Beta(3, 3) 10 x^3 - 15 x^4 + 6 x^5.
TEST_CASE("PERT where it is a polynomial") {
  for (int i = 1; i < 100; ++i) {
    const double x = i / 100.0;
    CAPTURE(x);
    const double beta15 = 1 - std::pow(1 - x, 5);
    const double beta24 = x * x * (10 + x * (-20 + x * (15 - 4 * x)));
    const double beta33 = x * x * x * (10 + x * (-15 + 6 * x));
    CHECK(agree(PertQuantile(0).probability(x), beta15, 1e-14));
    CHECK(agree(PertQuantile(0.25).probability(x), beta24, 1e-14));
    CHECK(agree(PertQuantile(0.5).probability(x), beta33, 1e-14));
    CHECK(agree(PertQuantile(0.75).probability(1 - x), 1 - beta24, 1e-14));
    CHECK(agree(PertQuantile(1).probability(1 - x), 1 - beta15, 1e-14));
    // Close to 1 the probability itself has too few places.
    if (x < 0.9) CHECK(agree(PertQuantile(0.25).at(beta24).value, x, 1e-12));
  }
}

// The area under the density by Simpson's rule in 20,000 steps of an angle, with x = sin^2 so that no slope is
// infinite.
double slow_probability(double peak, double x) {
  const auto integrate = [&](double to) {
    constexpr int steps = 20000;
    const auto height = [&](double angle) {
      return std::pow(std::sin(angle), 8 * peak + 1) * std::pow(std::max(0.0, std::cos(angle)), 9 - 8 * peak);
    };
    const double last = std::asin(std::sqrt(to));
    const double width = last / steps;
    double sum = height(0) + height(last);
    for (int i = 1; i < steps; ++i) sum += (i % 2 == 1 ? 4 : 2) * height(i * width);
    return sum * width / 3;
  };
  return integrate(x) / integrate(1);
}

TEST_CASE("PERT against the area under its density") {
  for (const double peak : {0.1, 0.3, 0.62, 0.95}) {
    CAPTURE(peak);
    for (const double x : {0.01, 0.2, 0.5, 0.77, 0.98}) {
      CAPTURE(x);
      CHECK(agree(PertQuantile(peak).probability(x), slow_probability(peak, x), 1e-9));
    }
  }
}

TEST_CASE("The quantile of PERT undoes its distribution function, from far away as well as from near") {
  for (const double peak : {0.0, 0.001, 0.3, 0.5, 0.9, 1.0}) {
    CAPTURE(peak);
    PertQuantile walking(peak);
    for (double p = 0.99; p > 1e-10; p *= 0.7) {
      CAPTURE(p);
      const PertQuantile::Point point = walking.at(p);
      CHECK(std::fabs(PertQuantile(peak).at(p).value - point.value) <= 1e-13);
      CHECK(std::fabs(walking.at(p).value - point.value) <= 1e-13);  // the same point once more
      CHECK(std::fabs(walking.probability(point.value) / p - 1) <= 1e-11);
      CHECK(std::fabs(walking.at_complement(1 - p).value - (1 - point.value)) <= 1e-6);
    }
  }
}

std::string code_of(const Distribution& one) {
  const Diagnostics found = check_distribution(one, "/inputs/3");
  if (found.empty()) return "";
  CHECK(found[0].pointer.rfind("/inputs/3", 0) == 0);
  CHECK(!found[0].expected.empty());
  return found[0].code;
}

TEST_CASE("What a distribution may not say") {
  using Kind = DistributionKind;
  for (const Distribution& one : tests::one_of_each_kind()) CHECK(check_distribution(one, "").empty());
  for (const Kind kind : {Kind::uniform, Kind::triangular, Kind::pert, Kind::normal, Kind::lognormal})
    CHECK(code_of(distribution(kind, 9, 7, 4)) == "distribution.range_reversed");
  for (const Kind kind : {Kind::triangular, Kind::pert}) {
    CHECK(code_of(distribution(kind, 4, 3, 9)) == "distribution.likely_outside");
    CHECK(code_of(distribution(kind, 4, 10, 9)) == "distribution.likely_outside");
    CHECK(code_of(distribution(kind, 4, 4, 4)).empty());
  }
  CHECK(code_of(distribution(Kind::normal, 4, 0, 4)) == "distribution.no_interval");
  CHECK(code_of(distribution(Kind::lognormal, 0, 0, 4)) == "distribution.lognormal_not_positive");
  CHECK(code_of(distribution(Kind::lognormal, -1, 0, 4)) == "distribution.lognormal_not_positive");
  CHECK(code_of(distribution(Kind::lognormal, 1, 0, 2e6)) == "distribution.lognormal_too_wide");
  for (const double confidence : {0.0, 0.49, 1.0, 80.0, std::numeric_limits<double>::quiet_NaN()}) {
    Distribution one = distribution(Kind::normal, 4, 0, 9);
    one.confidence = confidence;
    CHECK(code_of(one) == "distribution.confidence");
  }
  for (const double value : {1e14, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
    CHECK(code_of(distribution(Kind::fixed, 0, value, 0)) == "distribution.too_large");
    CHECK(code_of(distribution(Kind::uniform, 0, 0, value)) == "distribution.too_large");
    CHECK(code_of(discrete({{value, 1}})) == "distribution.value");
    CHECK(code_of(discrete({{1, value}})) == "distribution.value");
  }
  CHECK(code_of(discrete({})) == "distribution.value_count");
  CHECK(code_of(discrete(std::vector<WeightedValue>(65, {1, 1}))) == "distribution.value_count");
  CHECK(code_of(discrete({{1, -1}})) == "distribution.value");
  CHECK(code_of(discrete({{1, 0}, {2, 0}})) == "distribution.weights_zero");
}

}  // namespace
