#include "core/report/chart_axis.hpp"

#include <array>

#include "core/base/wide.hpp"

namespace dealwright::report {
namespace {

// The multiple of the step at or below a value, or at or above it.
std::int64_t floor_to(std::int64_t value, std::int64_t step) {
  const std::int64_t rest = value % step;
  return value - rest - (rest < 0 ? step : 0);
}
std::int64_t ceiling_to(std::int64_t value, std::int64_t step) {
  return -floor_to(-value, step);
}

constexpr std::int64_t most_step = 1'000'000'000'000'000'000;

}  // namespace

std::vector<std::int64_t> RoundAxis::ticks() const {
  std::vector<std::int64_t> out;
  for (std::int64_t at = low; at <= high; at += step) out.push_back(at);
  return out;
}

RoundAxis round_axis(std::int64_t low, std::int64_t high, int most_ticks) {
  if (low >= high) {
    // A step of a tenth of the value or so to both sides.
    const std::int64_t around = low == 0 ? 1'000'000 : (low < 0 ? -low : low) / 10 + 1;
    high = low + around;
    low -= around;
  }
  for (std::int64_t power = 1; power <= most_step; power *= 10) {
    for (const std::int64_t digit : {1, 2, 5}) {
      const std::int64_t step = digit * power;
      const RoundAxis axis{floor_to(low, step), ceiling_to(high, step), step};
      if ((axis.high - axis.low) / step < most_ticks) return axis;
      if (power == most_step) return axis;
    }
  }
  return {low, high, high - low};
}

std::string tick_text(std::int64_t micro, std::int64_t step) {
  struct Size {
    std::int64_t micro;
    int places;  // of a millionth, when counted in these
    const char* letter;
  };
  static constexpr std::array<Size, 3> sizes{
      {{1'000'000'000'000'000, 15, "bn"}, {1'000'000'000'000, 12, "M"}, {1'000'000'000, 9, "k"}}};
  const std::int64_t size = micro < 0 ? -micro : micro;
  int places = 6;
  const char* letter = "";
  for (const Size& one : sizes) {
    if (size < one.micro) continue;
    places = one.places;
    letter = one.letter;
    break;
  }
  int needed = places;
  for (std::int64_t rest = step; needed > 0 && rest % 10 == 0; rest /= 10) --needed;
  return to_digits(micro, places, micro == 0 ? 0 : needed) + letter;
}

}  // namespace dealwright::report
