#pragma once
// An exact decimal amount of any number of places up to 38 digits: the running value of a line until it is rounded
// once.

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/decimal.hpp"
#include "core/base/wide.hpp"

namespace dealwright {

// mantissa / 10^scale, scale 0 to 38. Trailing zeros carry no meaning: 1.50 equals 1.5.
class Exact {
 public:
  static constexpr int max_scale = 38;

  constexpr Exact() = default;
  // mantissa / 10^scale; scale 0 to 38.
  static constexpr Exact of(Int128 mantissa, int scale) { return Exact(mantissa, scale); }
  // What stands for a result that does not fit.
  static Exact overflow();
  static constexpr Exact from(Decimal value) {
    // Thousands come off cheaply and keep most products within 64 x 64 bits.
    std::int64_t mantissa = value.micro();
    if (mantissa % 1000 != 0) return Exact(mantissa, 6);
    mantissa /= 1000;
    if (mantissa % 1000 != 0) return Exact(mantissa, 3);
    return Exact(mantissa / 1000, 0);
  }
  // minor / 10^digits: an amount of money in its major unit. digits is 0 to 18.
  static constexpr Exact from_minor(std::int64_t minor, int digits) { return Exact(minor, digits); }

  // Each is exact. overflowed() is set where, of operands without trailing zeros, the result or an operand brought to
  // the places of the other has a mantissa beyond 127 bits (38 digits always fit), or the product has more than 38
  // places; it stays set in all that follows from it.
  friend Exact operator+(Exact a, Exact b) {
    Int128 left;
    Int128 right;
    Int128 sum;
    if (align(a, b, left, right) && !__builtin_add_overflow(left, right, &sum)) return Exact(sum, greater_scale(a, b));
    return add_stripped(a, b, false);
  }
  friend Exact operator-(Exact a, Exact b) {
    Int128 left;
    Int128 right;
    Int128 difference;
    if (align(a, b, left, right) && !__builtin_sub_overflow(left, right, &difference)) {
      return Exact(difference, greater_scale(a, b));
    }
    return add_stripped(a, b, true);
  }
  friend Exact operator*(Exact a, Exact b) {
    Int128 product;
    const int scale = a.scale_ + b.scale_;
    if (scale <= max_scale && !(a.overflowed_ || b.overflowed_) && multiply(a.mantissa_, b.mantissa_, product)) {
      return Exact(product, scale);
    }
    return multiply_stripped(a, b);
  }

  bool overflowed() const { return overflowed_; }
  // Whether the value is known to be zero: an overflowed one is not.
  bool is_zero() const { return mantissa_ == 0 && !overflowed_; }
  // Sign of a - b: -1, 0, 1. Neither may have overflowed.
  static int compare(const Exact& a, const Exact& b);

  // value x numerator / denominator in units of 10^-digits, rounded once by `mode`; nothing where the value has
  // overflowed or 64 bits do not hold the result (every step on the way is wide enough). digits is 0 to 18; denominator
  // > 0.
  std::optional<std::int64_t> to_minor(int digits, Rounding mode, std::int64_t numerator = 1,
                                       std::int64_t denominator = 1) const;

  // All digits, without trailing zeros beyond `min_places`, at least `min_places` places: "12.3455". "overflow" where
  // it has overflowed.
  std::string to_string(int min_places = 0) const;

  // Not unique to a value: 1.5 may be 15 / 10 or 1500 / 1000.
  Int128 mantissa() const { return mantissa_; }
  int scale() const { return scale_; }

 private:
  constexpr Exact(Int128 mantissa, int scale) : mantissa_(mantissa), scale_(static_cast<std::int8_t>(scale)) {}
  static constexpr int greater_scale(const Exact& a, const Exact& b) {
    return a.scale_ > b.scale_ ? a.scale_ : b.scale_;
  }
  // The mantissas at the greater of the two scales; false where they may not fit or either has overflowed.
  static bool align(const Exact& a, const Exact& b, Int128& left, Int128& right) {
    if (a.overflowed_ || b.overflowed_) return false;
    const int scale = greater_scale(a, b);
    return with_places(a.mantissa_, scale - a.scale_, left) && with_places(b.mantissa_, scale - b.scale_, right);
  }
  static Exact add_stripped(Exact a, Exact b, bool subtract);
  static Exact multiply_stripped(Exact a, Exact b);
  void strip();

  Int128 mantissa_ = 0;
  std::int8_t scale_ = 0;
  bool overflowed_ = false;
};

}  // namespace dealwright
