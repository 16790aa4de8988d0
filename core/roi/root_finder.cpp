#include "core/roi/root_finder.hpp"

#include <cmath>

#include "core/roi/elementary.hpp"

namespace dealwright::roi {

namespace {

constexpr double precision = 0x1p-51;
constexpr int most_steps = 200;
constexpr int quick_steps = 12;  // after so many, a step that does not halve the one before is a bisection

// The step of Newton's method for ln((1 + g) / (1 - g)) with g = value / scale; 0 where there is none.
double newton_step(const Sample& sample) {
  const double g = sample.value / sample.scale;
  const double g_slope = (sample.slope - g * sample.scale_slope) / sample.scale;
  if (!(std::abs(g_slope) > 0) || !(std::abs(g) < 1)) return 0;
  if (std::abs(g) < 0.1) return g * (1 - g * g * (2.0 / 3)) / g_slope;
  return logarithm((1 + g) / (1 - g)) * (1 - g * g) / (2 * g_slope);
}

}  // namespace

double crossing(SampleAt sample_at, double low, double high, double start, bool is_positive_at_low) {
  double at = start, before = 0;
  for (int i = 0; i < most_steps; ++i) {
    const Sample sample = sample_at(at);
    if (!(std::abs(sample.value) > 0)) return at;
    ((sample.value > 0) == is_positive_at_low ? low : high) = at;
    const double step = newton_step(sample);
    double next = at - step;
    const bool is_quick =
        std::abs(step) > 0 && next > low && next < high && (i < quick_steps || std::abs(step) < 0.5 * before);
    if (!is_quick) next = low + 0.5 * (high - low);
    const double moved = std::abs(next - at);
    if (moved <= precision || high - low <= precision) return next;
    // The error that a Newton step leaves is about the square of the step, times a factor that two steps tell.
    if (is_quick && before > 0 && moved * moved * moved <= 0.125 * precision * before * before) return next;
    before = is_quick ? moved : 0;
    at = next;
  }
  return at;
}

}  // namespace dealwright::roi
