#include "web/ui/chart/axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace dealwright::web::ui {

namespace {

constexpr int most_power = 24;

// 10 to a whole power of -24 to 24.
double power_of_ten(int power) {
  double value = 1;
  for (int i = 0; i < std::abs(power); ++i) value *= 10;
  return power < 0 ? 1 / value : value;
}

// A multiple of a step: for steps below 1 the step's inverse is the whole number, and division by it keeps ticks exact.
double multiple(double count, double step) {
  return step < 1 ? count / std::round(1 / step) : count * step;
}

double steps_in(double value, double step) {
  return step < 1 ? value * std::round(1 / step) : value / step;
}

// Rounded down or up, where a value that misses a whole number by an error of arithmetic counts as that number.
double floor_of(double value) {
  const double whole = std::round(value);
  return std::abs(value - whole) < 1e-9 * std::max(1.0, std::abs(value)) ? whole : std::floor(value);
}
double ceiling_of(double value) {
  return -floor_of(-value);
}

}  // namespace

Axis round_axis(double low, double high, int most_ticks) {
  if (!std::isfinite(low) || !std::isfinite(high)) {
    low = 0;
    high = 1;
  }
  if (low > high) std::swap(low, high);
  constexpr double most = 1e20;
  low = std::clamp(low, -most, most);
  high = std::clamp(high, -most, most);
  // A single value gets room on both sides; zero a unit above it.
  if (!(high - low > 1e-12 * std::max(std::abs(low), std::abs(high)))) {
    const double room = std::abs(high) > 0 ? std::abs(high) / 2 : 0;
    low -= room;
    high += room > 0 ? room : 1;
  }
  // On both sides of zero there are three at least.
  const int ticks = std::max(low < 0 && high > 0 ? 3 : 2, most_ticks);
  const double least_step = (high - low) / ticks;
  int power = std::clamp(static_cast<int>(std::floor(std::log10(least_step))) - 1, -most_power, most_power);
  for (;; ++power) {
    for (const double digit : {1.0, 2.0, 5.0}) {
      const double step = digit * power_of_ten(power);
      const double first = floor_of(steps_in(low, step));
      const double last = ceiling_of(steps_in(high, step));
      if (last - first + 1 > ticks && power < most_power) continue;
      Axis axis{multiple(first, step), multiple(last, step), step, {}};
      for (double count = first; count <= last; ++count) axis.ticks.push_back(multiple(count, step));
      return axis;
    }
  }
}

std::string decimal_text(double value, int places) {
  std::array<char, 64> text{};
  const bool written_out = std::abs(value) < largest_written_out;
  std::snprintf(text.data(), text.size(), written_out ? "%.*f" : "%.*g", places, value);
  return text.data();
}

std::string tick_text(double value, double step) {
  struct Scale {
    double unit;
    const char* name;
  };
  constexpr std::array<Scale, 4> scales = {{{1e9, "B"}, {1e6, "M"}, {1e3, "k"}, {1, ""}}};
  // The unit follows the value, so that 800k and 1.2M stand on one axis; the places follow the step.
  Scale scale = scales.back();
  for (const Scale& candidate : scales) {
    if (std::abs(value) >= candidate.unit * (1 - 1e-12)) {
      scale = candidate;
      break;
    }
  }
  int places = 0;
  constexpr int most_places = 6;
  for (double part = step / scale.unit;
       places < most_places && std::abs(part - std::round(part)) > 1e-9 * std::max(1.0, part); part *= 10) {
    ++places;
  }
  std::string text = decimal_text(value / scale.unit, places);
  if (text.find_first_of("123456789") == std::string::npos) return "0";
  return text + scale.name;
}

}  // namespace dealwright::web::ui
