#include "core/roi/pert.hpp"

#include <algorithm>
#include <cmath>

#include "core/roi/elementary.hpp"

namespace dealwright::roi {

namespace {

// sin(pi r) / (pi r) for |r| <= 1/2, by its power series; what is left out is below 1e-19.
double normalised_sine(double r) {
  constexpr double pi_squared = 9.8696044010893586188;
  const double square = pi_squared * r * r;
  double sum = 1;
  for (int n = 24; n >= 2; n -= 2) sum = 1 - sum * square / (n * (n + 1));
  return sum;
}

// The beta function of 1 + y and 5 - y for y from 0 to 4, by the reflection formula (DLMF 5.5.3): its product over the
// factors j - y, of which the one that is nearest to 0 is divided by the sine.
double beta_function(double y) {
  const int nearest = static_cast<int>(2 * y + 1) / 2;
  double product = 1;
  for (int j = 0; j <= 4; ++j)
    if (j != nearest) product *= j - y;
  if (nearest % 2 == 1) product = -product;
  return product / (normalised_sine(y - nearest) * 120);
}

}  // namespace

PertQuantile::PertQuantile(double peak) {
  const double y = 4 * peak;
  const double reciprocal = 1 / beta_function(y);
  const auto fill = [&](Half& half, double rise, double fall) {
    half.alpha = 1 + rise;
    double coefficient = reciprocal;
    for (std::size_t n = 0; n < terms; ++n) {
      const auto place = static_cast<double>(n);
      half.density[n] = coefficient;
      half.sum[n] = coefficient / (half.alpha + place);
      coefficient = coefficient * (place - fall) / (place + 1);
    }
  };
  fill(low_.half, y, 4 - y);
  fill(high_.half, 4 - y, y);
}

PertQuantile::Value PertQuantile::evaluate(const Half& half, double x) {
  double density = 0;
  double sum = 0;
  for (std::size_t n = terms; n-- > 0;) {
    density = density * x + half.density[n];
    sum = sum * x + half.sum[n];
  }
  const double power = half.alpha > 1 ? real_power(x, half.alpha - 1) : 1;
  return {power * x * sum, power * density};
}

double PertQuantile::probability(double x) const {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x <= 0.5 ? evaluate(low_.half, x).probability : 1 - evaluate(high_.half, 1 - x).probability;
}

// By Halley's method inside a bracket; the first guess follows the Taylor series of the quantile from the point that
// was found before.
PertQuantile::Point PertQuantile::solve(Side& near, const Side& far, double probability) {
  const double rise = near.half.alpha - 1;
  const double fall = far.half.alpha - 1;
  double low = 0;
  double high = 1;
  double x = near.known.x;
  {
    const double slope = rise / x - fall / (1 - x);
    const double change = -rise / (x * x) - fall / ((1 - x) * (1 - x));
    const double step = (probability - near.known.probability) / near.known.density;
    const double guess = x + step * (1 - step * (slope / 2 - step * (2 * slope * slope - change) / 6));
    if (guess > 0.5 * x && guess < 0.5 * (1 + x)) x = guess;
  }
  double density = 1;
  for (int tries = 0; tries < 200; ++tries) {
    Value at;
    if (x <= 0.5) {
      at = evaluate(near.half, x);
    } else {
      at = evaluate(far.half, 1 - x);
      at.probability = 1 - at.probability;
    }
    const double excess = at.probability - probability;
    (excess > 0 ? high : low) = x;
    const double slope = rise / x - fall / (1 - x);
    const double newton = at.density > 0 ? excess / at.density : 1;
    const double bend = 1 - newton * slope / 2;
    const double step = bend > 0.25 ? newton / bend : newton;
    density = at.density * (1 - step * slope);
    // The method triples the number of places.
    if (std::fabs(step) <= 3e-5 * std::min(x, 1 - x)) {
      x -= step;
      break;
    }
    x -= step;
    if (!(x > low && x < high)) x = low > 0 ? (low + high) / 2 : high / 4;
  }
  near.known = {x, probability, density};
  return {x, 1 / density};
}

PertQuantile::Point PertQuantile::at(double probability) {
  if (probability > 0.5) {
    const Point point = at_complement(1 - probability);
    return {1 - point.value, point.slope};
  }
  return solve(low_, high_, probability);
}

PertQuantile::Point PertQuantile::at_complement(double complement) {
  if (complement > 0.5) {
    const Point point = at(1 - complement);
    return {1 - point.value, point.slope};
  }
  return solve(high_, low_, complement);
}

}  // namespace dealwright::roi
