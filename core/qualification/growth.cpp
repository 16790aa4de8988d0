#include "core/qualification/growth.hpp"

#include "core/base/wide.hpp"

namespace dealwright::qualification {

namespace {

constexpr int months_per_year = 12;

std::optional<Decimal> scaled(Decimal value, std::int64_t numerator, std::int64_t denominator) {
  const auto micro = narrow(divide_rounded(Int128{value.micro()} * numerator, denominator, Rounding::half_even));
  if (!micro) return std::nullopt;
  return Decimal::from_micro(*micro);
}

}  // namespace

std::optional<Decimal> grown(Decimal now, Decimal rate_per_year, int months) {
  std::optional<Decimal> value = now;
  for (int year = 0; value && year < months / months_per_year; ++year)
    value = scaled(*value, Decimal::scale + rate_per_year.micro(), Decimal::scale);
  if (!value || months % months_per_year == 0) return value;
  return scaled(*value, months_per_year * Decimal::scale + rate_per_year.micro() * (months % months_per_year),
                months_per_year * Decimal::scale);
}

std::optional<int> first_month_above(Decimal now, Decimal rate_per_year, Decimal limit, int last) {
  for (int month = 0; month <= last; ++month) {
    const auto value = grown(now, rate_per_year, month);
    if (!value || *value > limit) return month;
  }
  return std::nullopt;
}

}  // namespace dealwright::qualification
