#pragma once
// 128-bit integers for intermediate products of money, quantities and rates.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace dealwright {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

// How a value with more digits than its unit is brought to the unit.
enum class Rounding : std::uint8_t {
  half_up,    // ties go away from zero
  half_even,  // ties go to the even neighbour
};

// The distance from zero; holds also for the smallest Int128, whose negative does not fit an Int128.
constexpr UInt128 magnitude(Int128 value) {
  return value < 0 ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value);
}

// Whether the value fits a 64-bit integer.
constexpr bool fits_64(Int128 value) {
  return value == static_cast<std::int64_t>(value);
}

// The value as a 64-bit integer, or nothing where it does not fit.
constexpr std::optional<std::int64_t> narrow(Int128 value) {
  if (!fits_64(value)) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

// numerator / denominator rounded to a whole number by `mode`. denominator must be positive. Cannot overflow.
Int128 divide_rounded(Int128 numerator, Int128 denominator, Rounding mode);

// The same for a denominator of at most 2^62.
inline std::int64_t divide_rounded_short(std::int64_t numerator, std::int64_t denominator, Rounding mode) {
  const std::int64_t quotient = numerator / denominator;
  const std::int64_t remainder = numerator % denominator;
  const std::int64_t twice = remainder < 0 ? -2 * remainder : 2 * remainder;
  if (twice < denominator) return quotient;
  if (twice == denominator && mode == Rounding::half_even && quotient % 2 == 0) return quotient;
  return numerator < 0 ? quotient - 1 : quotient + 1;
}

// Sets `out` to a x b and returns true; returns false, leaving `out` alone, where the product lies beyond +-(2^127 -
// 1). (The compilers' own checked multiplication calls a run-time function for this width that not every tool chain
// has.)
bool multiply_wide(Int128 a, Int128 b, Int128& out);
inline bool multiply(Int128 a, Int128 b, Int128& out) {
  if (fits_64(a) && fits_64(b)) {
    out = Int128{static_cast<std::int64_t>(a)} * static_cast<std::int64_t>(b);  // one 64-bit multiplication
    return true;
  }
  return multiply_wide(a, b, out);
}

// 10 to the power of `exponent`, 0 to 38.
Int128 power_of_ten(int exponent);

// The powers of ten that 64 bits hold.
inline constexpr std::array<std::int64_t, 19> short_powers_of_ten = [] {
  std::array<std::int64_t, 19> powers{1};
  for (std::size_t exponent = 1; exponent < powers.size(); ++exponent) powers[exponent] = powers[exponent - 1] * 10;
  return powers;
}();

// Sets `out` to value x 10^exponent (0 to 38) and returns true; returns false where that lies beyond +-(2^127 - 1).
inline bool with_places(Int128 value, int exponent, Int128& out) {
  if (exponent == 0) {
    out = value;
    return true;
  }
  if (fits_64(value) && static_cast<std::size_t>(exponent) < short_powers_of_ten.size()) {
    out = Int128{static_cast<std::int64_t>(value)} * short_powers_of_ten[static_cast<std::size_t>(exponent)];
    return true;
  }
  return multiply_wide(value, power_of_ten(exponent), out);
}

// value / 10^places in digits with at least `min_places` decimal places and no trailing zeros beyond them. places and
// min_places are 0 to 127. Never "-0".
std::string to_digits(Int128 value, int places, int min_places);

}  // namespace dealwright
