#include "core/roi/flow_sums.hpp"

#include <cmath>
#include <cstddef>

#include "core/roi/elementary.hpp"

namespace dealwright::roi {

namespace {

constexpr double last_two_bits = 0x1p-51;
constexpr double halving = 134217729.0;  // 2^27 + 1: splits a double into halves, whose products are exact

}  // namespace

Sample sample_of_powers(std::span<const double> coefficients, double x) {
  const double* c = coefficients.data();
  const double x_scaled = x * halving;
  const double x1 = x_scaled - (x_scaled - x), x2 = x - x1;
  Sample sample;
  double value = 0, error = 0;
  for (std::size_t k = coefficients.size(); k-- > 0;) {
    sample.slope = sample.slope * x + value;
    sample.scale_slope = sample.scale_slope * x + sample.scale;
    sample.scale = sample.scale * x + std::abs(c[k]);
    // What is lost in the product and in the sum, exactly (Dekker, Knuth).
    const double product = value * x;
    const double scaled = value * halving;
    const double v1 = scaled - (scaled - value), v2 = value - v1;
    const double product_error = ((v1 * x1 - product) + v1 * x2 + v2 * x1) + v2 * x2;
    value = product + c[k];
    const double part = value - product;
    const double sum_error = (product - (value - part)) + (c[k] - part);
    error = error * x + (product_error + sum_error);
  }
  sample.value = value + error;
  sample.slope *= x;
  sample.scale_slope *= x;
  sample.noise = last_two_bits * sample.scale;
  return sample;
}

Sample sample_of_dated(std::span<const double> c, std::span<const double> time, double s) {
  Sample sample;
  double error = 0;
  for (std::size_t i = 0; i < c.size(); ++i) {
    const double term = c[i] * exponential(-s * time[i]);
    const double sum = sample.value + term;
    const double part = sum - sample.value;
    error += (sample.value - (sum - part)) + (term - part);
    sample.value = sum;
    sample.slope -= time[i] * term;
    sample.scale += std::abs(term);
    sample.scale_slope -= time[i] * std::abs(term);
    // The exponent is rounded too, by as much as it is great.
    sample.noise += last_two_bits * (1 + std::abs(s * time[i])) * std::abs(term);
  }
  sample.value += error;
  return sample;
}

}  // namespace dealwright::roi
