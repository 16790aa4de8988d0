#include "core/base/exact.hpp"

#include <algorithm>
#include <array>

namespace dealwright {
namespace {

// Unsigned integer of 256 bits, least significant limb first: enough for mantissa (127 bits) x numerator (64) x 10^18
// (60).
class Wide256 {
 public:
  explicit Wide256(UInt128 value)
      : limbs_{static_cast<std::uint64_t>(value), static_cast<std::uint64_t>(value >> 64), 0, 0} {}

  void multiply_by(std::uint64_t factor) {
    UInt128 carry = 0;
    for (std::uint64_t& limb : limbs_) {
      carry += UInt128{limb} * factor;
      limb = static_cast<std::uint64_t>(carry);
      carry >>= 64;
    }
  }

  // Divides, dropping the remainder, and returns the remainder.
  std::uint64_t divide_by(std::uint64_t divisor) {
    UInt128 remainder = 0;
    for (std::size_t at = limbs_.size(); at-- > 0;) {
      const UInt128 part = (remainder << 64) | limbs_[at];
      limbs_[at] = static_cast<std::uint64_t>(part / divisor);
      remainder = part % divisor;
    }
    return static_cast<std::uint64_t>(remainder);
  }

  // The value, or nothing where it needs more than 64 bits.
  std::optional<std::uint64_t> low() const {
    if (limbs_[1] != 0 || limbs_[2] != 0 || limbs_[3] != 0) return std::nullopt;
    return limbs_[0];
  }

 private:
  std::array<std::uint64_t, 4> limbs_;
};

// mantissa x numerator x 10^up / (denominator x 10^down), one of up and down being 0, where 128 bits do not hold the
// products.
std::optional<std::int64_t> to_minor_wide(Int128 mantissa, std::int64_t numerator, std::int64_t denominator, int up,
                                          int down, Rounding mode) {
  constexpr int most_at_once = 18;  // 10^18 is the last power that is positive in 64 bits
  Wide256 value(magnitude(mantissa));
  value.multiply_by(static_cast<std::uint64_t>(magnitude(numerator)));
  value.multiply_by(static_cast<std::uint64_t>(power_of_ten(up)));

  // Cut by one divisor after the other. Where the last remainder stands against half of its divisor decides the
  // rounding; the remainders before it only say whether anything more was cut off.
  std::uint64_t divisor = static_cast<std::uint64_t>(denominator);
  std::uint64_t remainder = value.divide_by(divisor);
  bool more_cut_off = false;
  while (down > 0) {
    const int step = std::min(down, most_at_once);
    more_cut_off = more_cut_off || remainder != 0;
    divisor = static_cast<std::uint64_t>(power_of_ten(step));
    remainder = value.divide_by(divisor);
    down -= step;
  }

  const std::optional<std::uint64_t> cut = value.low();
  if (!cut) return std::nullopt;
  const std::uint64_t rest = divisor - remainder;
  const bool tie = remainder == rest && !more_cut_off;
  const bool away = tie ? mode == Rounding::half_up || *cut % 2 == 1 : remainder >= rest;
  const Int128 rounded = Int128{*cut} + (away ? 1 : 0);
  return narrow((mantissa < 0) != (numerator < 0) ? -rounded : rounded);
}

}  // namespace

void Exact::strip() {
  if (mantissa_ == 0) scale_ = 0;
  while (scale_ >= 3 && mantissa_ % 1000 == 0) {
    mantissa_ /= 1000;
    scale_ = static_cast<std::int8_t>(scale_ - 3);
  }
  while (scale_ > 0 && mantissa_ % 10 == 0) {
    mantissa_ /= 10;
    --scale_;
  }
}

Exact Exact::overflow() {
  Exact value;
  value.overflowed_ = true;
  return value;
}

Exact Exact::add_stripped(Exact a, Exact b, bool subtract) {
  a.strip();
  b.strip();
  Int128 left;
  Int128 right;
  Int128 result;
  if (!align(a, b, left, right)) return overflow();
  if (subtract ? __builtin_sub_overflow(left, right, &result) : __builtin_add_overflow(left, right, &result)) {
    return overflow();
  }
  return Exact(result, greater_scale(a, b));
}

Exact Exact::multiply_stripped(Exact a, Exact b) {
  if (a.overflowed_ || b.overflowed_) return overflow();
  a.strip();
  b.strip();
  Exact product(0, 0);
  if (!multiply(a.mantissa_, b.mantissa_, product.mantissa_)) return overflow();
  int scale = a.scale_ + b.scale_;
  // 0.5 x 0.2 has a zero at its end that neither factor has.
  while (scale > max_scale && product.mantissa_ % 10 == 0) {
    if (product.mantissa_ == 0) return Exact();
    product.mantissa_ /= 10;
    --scale;
  }
  if (scale > max_scale) return overflow();
  product.scale_ = static_cast<std::int8_t>(scale);
  return product;
}

int Exact::compare(const Exact& a, const Exact& b) {
  const int scale = std::max(a.scale_, b.scale_);
  Int128 left;
  Int128 right;
  // An operand that no longer fits once it has the other's places is the greater in magnitude.
  if (!with_places(a.mantissa_, scale - a.scale_, left)) return a.mantissa_ < 0 ? -1 : 1;
  if (!with_places(b.mantissa_, scale - b.scale_, right)) return b.mantissa_ < 0 ? 1 : -1;
  return left < right ? -1 : left > right ? 1 : 0;
}

std::optional<std::int64_t> Exact::to_minor(int digits, Rounding mode, std::int64_t numerator,
                                            std::int64_t denominator) const {
  if (overflowed_) return std::nullopt;
  const auto cut = static_cast<std::size_t>(scale_ - digits);  // places that go; beyond all powers where there are none
  if (numerator == denominator && cut < short_powers_of_ten.size() && fits_64(mantissa_)) {
    return divide_rounded_short(static_cast<std::int64_t>(mantissa_), short_powers_of_ten[cut], mode);
  }
  const int up = std::max(digits - scale_, 0);
  const int down = std::max(scale_ - digits, 0);
  Int128 dividend;
  Int128 divisor;
  if (multiply(mantissa_, numerator, dividend) && with_places(dividend, up, dividend) &&
      with_places(denominator, down, divisor)) {
    return narrow(divide_rounded(dividend, divisor, mode));
  }
  return to_minor_wide(mantissa_, numerator, denominator, up, down, mode);
}

std::string Exact::to_string(int min_places) const {
  if (overflowed_) return "overflow";
  return to_digits(mantissa_, scale_, min_places);
}

}  // namespace dealwright
