#include "web/ui/chart/axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "core/base/wide.hpp"

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

// What is not written out: with `digits` digits in all and a power of ten, zeros at the end left out.
std::string scientific_text(double value, int digits) {
  if (!std::isfinite(value)) return std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf";
  // From here on the digits would be rounded up to 10: they are 1 of the next power.
  const double ten = 10 - power_of_ten(-digits) * 5;
  int power = 0;
  for (; std::abs(value) >= ten; value /= 10) ++power;
  std::string text = decimal_text(value, digits - 1);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text + "e+" + std::to_string(power);
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
  const double size = std::abs(value);
  if (!(size < largest_written_out)) return scientific_text(value, places);
  // A double is a whole number of 53 bits over a power of two: with `places` decimals it is rounded once, from there.
  constexpr int mantissa_bits = 52;
  constexpr std::uint64_t leading_bit = std::uint64_t{1} << mantissa_bits;
  std::uint64_t bits = 0;
  std::memcpy(&bits, &size, sizeof bits);
  const int denominator_bits = 1075 - static_cast<int>(bits >> mantissa_bits);
  Int128 units = 0;  // what has a larger denominator is far below half a unit
  if (denominator_bits < 127) {
    const Int128 numerator =
        Int128{bits % leading_bit + leading_bit} * short_powers_of_ten[static_cast<std::size_t>(places)];
    units = divide_rounded(numerator, Int128{1} << denominator_bits, Rounding::half_even);
  }
  return to_digits(value < 0 ? -units : units, places, places);
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
