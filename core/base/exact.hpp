#pragma once
// An exact decimal amount of any number of places up to 38 digits: the running value of a line until it is rounded once.

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/decimal.hpp"
#include "core/base/wide.hpp"

namespace dealwright {

// mantissa / 10^scale. Trailing zeros carry no meaning: 1.50 equals 1.5.
class Exact {
 public:
  constexpr Exact() = default;
  static Exact from(Decimal value);
  // minor / 10^digits: an amount of money in its major unit.
  static Exact from_minor(std::int64_t minor, int digits);

  // Each is exact; overflowed() is set where 38 digits do not hold the result, and stays set in all that follows from it.
  friend Exact operator+(Exact a, Exact b);
  friend Exact operator-(Exact a, Exact b);
  friend Exact operator*(Exact a, Exact b);

  bool overflowed() const { return overflowed_; }
  bool is_zero() const { return mantissa_ == 0; }
  // Sign of a - b: -1, 0, 1.
  static int compare(const Exact& a, const Exact& b);

  // value x numerator / denominator in units of 10^-digits, rounded once by `mode`; nothing on overflow. denominator > 0.
  std::optional<std::int64_t> to_minor(int digits, Rounding mode, std::int64_t numerator = 1,
                                       std::int64_t denominator = 1) const;

  // All digits, without trailing zeros, at least `min_places` places: "12.3455".
  std::string to_string(int min_places = 0) const;

  Int128 mantissa() const { return mantissa_; }
  int scale() const { return scale_; }

 private:
  constexpr Exact(Int128 mantissa, int scale) : mantissa_(mantissa), scale_(static_cast<std::int8_t>(scale)) {}
  Int128 mantissa_ = 0;
  std::int8_t scale_ = 0;
  bool overflowed_ = false;
};

}  // namespace dealwright
