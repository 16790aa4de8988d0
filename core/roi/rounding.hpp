#pragma once
// The door from doubles to what documents, reports and JSON hold: every figure is rounded there once.

#include <cstdint>
#include <optional>

#include "core/base/decimal.hpp"
#include "core/base/money.hpp"

namespace dealwright::roi {

// No amount in one month may be greater, in minor units: sums over every row and month of a case then fit 64 bits.
inline constexpr std::int64_t greatest_month_minor = 10'000'000'000'000;

// Half away from zero; nothing where it is no number or beyond 9 x 10^18 either way.
std::optional<std::int64_t> rounded(double value);
// An amount in major units, rounded to minor ones.
std::optional<std::int64_t> to_minor(double amount, Currency currency);
// To six places; nothing where it does not fit.
std::optional<Decimal> to_decimal(double value);

// The nearest double.
double to_double(Decimal value);

}  // namespace dealwright::roi
