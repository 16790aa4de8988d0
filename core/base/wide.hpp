#pragma once
// 128-bit integers for intermediate products of money, quantities and rates.

#include <cstdint>
#include <optional>

namespace dealwright {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

// How a value with more digits than its unit is brought to the unit.
enum class Rounding : std::uint8_t {
  half_up,    // ties go away from zero
  half_even,  // ties go to the even neighbour
};

// numerator / denominator rounded to a whole number by `mode`. denominator must be positive.
Int128 divide_rounded(Int128 numerator, Int128 denominator, Rounding mode);

// The value as a 64-bit integer, or nothing where it does not fit.
std::optional<std::int64_t> narrow(Int128 value);

}  // namespace dealwright
