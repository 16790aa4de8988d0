#include "core/roi/bernstein.hpp"

#include <algorithm>
#include <cstddef>

namespace dealwright::roi {

namespace {

// Replaces each number by the sum with the one after it, again and again, each time one less: `left` receives the first
// number of each turn, t keeps the last. Two turns at once, for each pass waits for memory rather than for sums;
// and by pointers, for a build that is optimised for size calls a function for each element of a span.
void sum_neighbours(double* t, double* left, std::size_t n) {
  left[0] = t[0];
  std::size_t turn = 1;
  for (; turn < n; turn += 2) {
    const std::size_t last = n - turn;
    double sum = t[0] + t[1];
    left[turn] = sum;
    for (std::size_t i = 0; i < last; ++i) {
      const double next = t[i + 1] + t[i + 2];
      t[i] = sum + next;
      sum = next;
    }
    t[last] = sum;
    left[turn + 1] = t[0];
  }
  if (turn == n) {
    t[0] += t[1];
    left[n] = t[0];
  }
}

}  // namespace

void bernstein_coefficients(std::span<const double> c, std::span<double> forward, std::span<double> backward) {
  const std::size_t n = c.size() - 1;
  double share = 1;  // one over the binomial coefficient
  for (std::size_t k = 0; k <= n; ++k) {
    backward[k] = c[k] * share;
    if (k < n) share *= static_cast<double>(k + 1) / static_cast<double>(n - k);
  }
  sum_neighbours(backward.data(), forward.data(), n);
  std::reverse(backward.begin(), backward.end());
}

void halve_bernstein(std::span<double> coefficients, std::span<double> left) {
  const std::size_t n = left.size() - 1;
  sum_neighbours(coefficients.data(), left.data(), n);
  double* low = left.data();
  double* high = coefficients.data();
  double share = 1;
  for (std::size_t i = 0; i <= n; ++i, share *= 0.5) {
    low[i] *= share;
    high[n - i] *= share;
  }
}

}  // namespace dealwright::roi
