#include "core/roi/rounding.hpp"

#include <cmath>

namespace dealwright::roi {

std::optional<std::int64_t> rounded(double value) {
  const double size = std::fabs(value);
  if (!(size <= 9e18)) return std::nullopt;
  // The part behind the point is exact, so that a half is one: adding 0.5 first may round up what is just below.
  auto whole = static_cast<std::int64_t>(size);
  if (size - static_cast<double>(whole) >= 0.5) ++whole;
  return value < 0 ? -whole : whole;
}

std::optional<std::int64_t> to_minor(double amount, Currency currency) {
  return rounded(amount * static_cast<double>(currency.minor_per_major()));
}

std::optional<Decimal> to_decimal(double value) {
  const auto micro = rounded(value * static_cast<double>(Decimal::scale));
  return micro ? std::optional(Decimal::from_micro(*micro)) : std::nullopt;
}

double to_double(Decimal value) {
  return static_cast<double>(value.micro()) / static_cast<double>(Decimal::scale);
}

}  // namespace dealwright::roi
