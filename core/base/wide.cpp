#include "core/base/wide.hpp"

#include <algorithm>
#include <array>

namespace dealwright {
namespace {

constexpr int greatest_exponent = 38;

constexpr std::array<Int128, greatest_exponent + 1> powers = [] {
  std::array<Int128, greatest_exponent + 1> table{};
  Int128 power = 1;
  for (int exponent = 0; exponent < greatest_exponent; ++exponent) {
    table[static_cast<std::size_t>(exponent)] = power;
    power *= 10;
  }
  table[greatest_exponent] = power;
  return table;
}();

// Whether the quotient's magnitude grows by one for what the division left over.
template <class Unsigned>
bool rounds_away(Unsigned quotient, Unsigned remainder, Unsigned denominator, Rounding mode) {
  const Unsigned rest = denominator - remainder;  // compared without doubling, which could overflow
  if (remainder != rest) return remainder > rest;
  return mode == Rounding::half_up || quotient % 2 == 1;
}

}  // namespace

Int128 divide_rounded(Int128 numerator, Int128 denominator, Rounding mode) {
  const UInt128 top = magnitude(numerator);
  const UInt128 bottom = static_cast<UInt128>(denominator);
  UInt128 quotient;
  if ((top >> 64) == 0 && (bottom >> 64) == 0) {
    const std::uint64_t short_top = static_cast<std::uint64_t>(top);
    const std::uint64_t short_bottom = static_cast<std::uint64_t>(bottom);
    const std::uint64_t short_quotient = short_top / short_bottom;
    const std::uint64_t remainder = short_top % short_bottom;
    quotient = UInt128{short_quotient} + (rounds_away(short_quotient, remainder, short_bottom, mode) ? 1u : 0u);
  } else {
    quotient = top / bottom;
    if (rounds_away(quotient, top - quotient * bottom, bottom, mode)) ++quotient;
  }
  return static_cast<Int128>(numerator < 0 ? UInt128{0} - quotient : quotient);
}

bool multiply_wide(Int128 a, Int128 b, Int128& out) {
  UInt128 large = magnitude(a);
  UInt128 small = magnitude(b);
  if (large < small) std::swap(large, small);
  if ((small >> 64) != 0) return false;
  constexpr UInt128 low_half = ~std::uint64_t{0};
  const UInt128 low = (large & low_half) * small;
  const UInt128 high = (large >> 64) * small + (low >> 64);
  if ((high >> 63) != 0) return false;
  const UInt128 product = (high << 64) | (low & low_half);
  out = static_cast<Int128>((a < 0) != (b < 0) ? UInt128{0} - product : product);
  return true;
}

Int128 power_of_ten(int exponent) {
  return powers[static_cast<std::size_t>(exponent)];
}

namespace {

// The digits of a magnitude; Unsigned is as narrow as holds it, as division of 128 bits is a slow call.
template <class Unsigned>
std::string digits_of(Unsigned rest, bool is_negative, int places, int min_places) {
  while (places > min_places && rest % 10 == 0) {
    if (rest == 0) {
      places = min_places;
      break;
    }
    rest /= 10;
    --places;
  }
  std::string reversed;
  const int shown = std::max(places, min_places);
  reversed.append(static_cast<std::size_t>(shown - places), '0');
  for (int digit = 0; rest != 0 || digit <= places; ++digit) {
    if (digit == places && shown != 0) reversed += '.';
    reversed += static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  }
  if (is_negative) reversed += '-';
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

}  // namespace

std::string to_digits(Int128 value, int places, int min_places) {
  const UInt128 all = magnitude(value);
  const auto low = static_cast<std::uint64_t>(all);
  if (low == all) return digits_of(low, value < 0, places, min_places);
  return digits_of(all, value < 0, places, min_places);
}

}  // namespace dealwright
