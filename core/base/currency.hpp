#pragma once
// The ISO 4217 currencies in use, with their minor units.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace dealwright {

// One row of ISO 4217 list one.
struct CurrencyInfo {
  std::string_view code;  // three letters
  std::int16_t number;    // three-digit numeric code
  std::int8_t digits;     // decimal places of the minor unit; -1 where ISO 4217 states none (gold, testing codes)
  std::string_view name;
};

// A currency: an index into the table of currencies in use. The default is "none stated".
class Currency {
 public:
  constexpr Currency() = default;
  // The currency of a three-letter code in capitals, or nothing where ISO 4217 has no such code in use.
  static std::optional<Currency> from_code(std::string_view code);
  // All rows, in the order of their codes.
  static std::span<const CurrencyInfo> all();

  constexpr bool is_stated() const { return row_ != unstated; }
  // "EUR"; "" where none is stated.
  std::string_view code() const;
  std::string_view name() const;
  // Places of the minor unit: JPY 0, EUR 2, KWD 3. 2 where none is stated; 0 where ISO 4217 states none.
  int digits() const;
  // 10 to the power of digits().
  std::int64_t minor_per_major() const;

  friend constexpr bool operator==(Currency, Currency) = default;

 private:
  static constexpr std::uint8_t unstated = 255;
  std::uint8_t row_ = unstated;
};

}  // namespace dealwright
