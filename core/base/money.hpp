#pragma once
// An amount of money: whole minor units of one currency.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/currency.hpp"
#include "core/base/decimal.hpp"

namespace dealwright {

// There is no operator + on purpose: currencies are known only at run time, so a sum can fail.
struct Money {
  std::int64_t minor = 0;
  Currency currency;

  friend constexpr bool operator==(const Money&, const Money&) = default;
};

// Sum or difference; nothing where the currencies differ or 64 bits do not hold it.
std::optional<Money> add(Money a, Money b);
std::optional<Money> subtract(Money a, Money b);

// Minor units as digits in the major unit: (124950, EUR) -> "1249.50", (500, JPY) -> "500", (-5, KWD) -> "-0.005".
std::string to_string(Money amount);

// The digits of a decimal number in groups of three: "-1249.50" -> "-1,249.50".
std::string grouped(std::string_view digits);

// Grouped for people, with code: "1,249.50 EUR", "-1,000 JPY".
std::string to_display(Money amount);

// A decimal amount as minor units; nothing where it has more places than the currency or does not fit.
std::optional<Money> to_money(Decimal amount, Currency currency);

}  // namespace dealwright
