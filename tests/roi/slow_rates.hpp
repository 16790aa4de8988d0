#pragma once
// Rates of return the slow way, in long double: a scan of ln(1 + rate) in small steps, and bisection where the sign
// changes.

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace dealwright::tests {

// The sum of amounts[i] (1 + rate)^-time[i], and the sum of the magnitudes of its terms.
struct SlowSum {
  long double value = 0, scale = 0;
};

inline SlowSum slow_sum(std::span<const double> amounts, std::span<const double> time, long double logarithm) {
  SlowSum sum;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const long double term =
        static_cast<long double>(amounts[i]) * std::exp(-logarithm * static_cast<long double>(time[i]));
    sum.value += term;
    sum.scale += std::abs(term);
  }
  return sum;
}

// The same for flows a period apart, up to a factor above 0.
inline SlowSum slow_sum(std::span<const double> flows, long double logarithm) {
  const bool is_growth = logarithm < 0;
  const long double x = std::exp(is_growth ? logarithm : -logarithm);
  SlowSum sum;
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const long double flow = static_cast<long double>(flows[is_growth ? i : flows.size() - 1 - i]);
    sum.value = sum.value * x + flow;
    sum.scale = sum.scale * x + std::abs(flow);
  }
  return sum;
}

// ln(1 + rate) of every rate above -99.9 % and below 1000 % where a sum changes its sign from one step to the next.
template <class SumAt>
std::vector<double> slow_rates(const SumAt& sum_at, int steps) {
  const long double least = std::log(0.001L), greatest = std::log(11.0L);
  std::vector<double> found;
  long double low = least;
  bool is_positive = sum_at(low).value > 0;
  for (int i = 1; i <= steps; ++i) {
    const long double next = least + (greatest - least) * static_cast<long double>(i) / static_cast<long double>(steps);
    const bool is_next_positive = sum_at(next).value > 0;
    if (is_next_positive != is_positive) {
      long double a = low, b = next;
      for (int turn = 0; turn < 70; ++turn) {
        const long double middle = (a + b) / 2;
        ((sum_at(middle).value > 0) == is_positive ? a : b) = middle;
      }
      found.push_back(static_cast<double>(std::expm1(a)));
    }
    is_positive = is_next_positive;
    low = next;
  }
  return found;
}

}  // namespace dealwright::tests
