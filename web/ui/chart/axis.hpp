#pragma once
// Axes that pick round numbers.

#include <string>
#include <vector>

namespace dealwright::web::ui {

struct Axis {
  double low = 0, high = 1;  // the ends of the axis; where it is rounded they are ticks
  double step = 1;           // between ticks: 1, 2 or 5 times a power of ten
  std::vector<double> ticks;

  // 0 at low, 1 at high.
  double share(double value) const { return (value - low) / (high - low); }
};

// The axis with the smallest step of 1, 2 or 5 times a power of ten that covers low to high with at most `most_ticks`
// ticks (at least 2, 3 where zero lies between). Where low and high are one value or no numbers, an axis around it, or
// 0 to 1.
Axis round_axis(double low, double high, int most_ticks);

// From here on, numbers are told in powers of ten.
inline constexpr double largest_written_out = 1e15;

// A number with `places` decimals, at most 15, rounded once, half to even; never "-0". Where it is too large, with as
// many digits in all, at most 12, and a power of ten: "1.23e+15"; what lies half way may go either way there. (The page
// does without the library's floating point.)
std::string decimal_text(double value, int places);

// A tick as a short text, with the same places for every tick of the step: "1.5k", "-20M", "0.25".
std::string tick_text(double value, double step);

}  // namespace dealwright::web::ui
