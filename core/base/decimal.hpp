#pragma once
// Exact decimal with six places: unit prices, quantities, rates, hours.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/wide.hpp"

namespace dealwright {

// Why a text is not a Decimal.
enum class DecimalError : std::uint8_t {
  none,
  not_a_number,     // not of the form -12.5 or -1.25e3
  too_many_places,  // a digit other than 0 beyond the sixth place
  out_of_range,     // beyond +-9,223,372,036,854.775807
};

class Decimal {
 public:
  static constexpr int places = 6;
  static constexpr std::int64_t scale = 1'000'000;

  constexpr Decimal() = default;
  // The value micro / 1,000,000.
  static constexpr Decimal from_micro(std::int64_t micro) {
    Decimal d;
    d.micro_ = micro;
    return d;
  }
  // A whole number; it must lie within +-9,223,372,036,854.
  static constexpr Decimal whole(std::int64_t value) { return from_micro(value * scale); }

  // Reads JSON number syntax (also within a JSON string): optional minus, digits without leading zeros, fraction,
  // exponent. On an error returns it and leaves `out` as it was.
  static DecimalError parse(std::string_view text, Decimal& out);

  constexpr std::int64_t micro() const { return micro_; }
  constexpr bool is_zero() const { return micro_ == 0; }
  constexpr bool is_whole() const { return micro_ % scale == 0; }

  // Digits with at least `min_places` places (0 to 6) and no trailing zeros beyond them: "490.00", "0.012", "5000".
  std::string to_string(int min_places = 0) const;

  friend constexpr bool operator==(Decimal, Decimal) = default;
  friend constexpr std::strong_ordering operator<=>(Decimal, Decimal) = default;

  // Sum, difference, product (rounded half up to six places), or nothing on overflow.
  static std::optional<Decimal> add(Decimal a, Decimal b);
  static std::optional<Decimal> subtract(Decimal a, Decimal b);
  static std::optional<Decimal> multiply(Decimal a, Decimal b);
  // a / b rounded half up to six places; nothing on overflow or b = 0.
  static std::optional<Decimal> divide(Decimal a, Decimal b);

 private:
  std::int64_t micro_ = 0;
};

}  // namespace dealwright
