#pragma once
// A ratio of two integers, compared with bounds by cross-multiplication and never rounded first.

#include <compare>
#include <cstdint>
#include <string>

#include "core/base/decimal.hpp"
#include "core/base/wide.hpp"

namespace dealwright {

// numerator / denominator with denominator >= 0; denominator 0 means "no value" (a margin on no revenue).
struct Ratio {
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;

  constexpr bool has_value() const { return denominator != 0; }
  // The same pair of integers; whether two ratios are worth the same is compare(a, b) == 0.
  friend constexpr bool operator==(const Ratio&, const Ratio&) = default;
};

// Sign of ratio - bound, exactly. Each ratio must have a value.
std::strong_ordering compare(Ratio ratio, Decimal bound);
std::strong_ordering compare(Ratio a, Ratio b);

// The ratio as a decimal of six places rounded half to even, for showing only: "0.352113"; "" where it has no value.
std::string to_string(Ratio ratio);

// In per cent with `places` places (0 to 25), rounded half to even, for people: "35.2 %". "n/a" where it has no value.
std::string to_percent(Ratio ratio, int places = 1);
// The same beside a bound: where rounding would make it look equal to `bound`, or put it on the other side of it, more
// places are shown until it stands where it belongs. Equal values show just `places` places.
std::string to_percent(Ratio ratio, Decimal bound, int places = 1);

}  // namespace dealwright
