#pragma once
// Axes that pick round numbers, exactly.

#include <cstdint>
#include <string>
#include <vector>

namespace dealwright::report {

// In millionths. low < high; both are multiples of the step, which is 1, 2 or 5 times a power of ten.
struct RoundAxis {
  std::int64_t low = 0;
  std::int64_t high = 1'000'000;
  std::int64_t step = 1'000'000;

  std::vector<std::int64_t> ticks() const;  // from low to high
};

// The axis with the smallest step that covers low to high with at most `most_ticks` (at least 2) ticks; around them
// where they are one value. Both lie within +-2^59 millionths.
RoundAxis round_axis(std::int64_t low, std::int64_t high, int most_ticks);

// A tick as a short text, with as many places as the step needs: "1.5k", "-20M", "0.25".
std::string tick_text(std::int64_t micro, std::int64_t step);

}  // namespace dealwright::report
