#include "core/report/figures.hpp"

#include <fmt/format.h>

namespace dealwright::report {
namespace {

constexpr std::size_t most_shown_places = 8;

}  // namespace

std::string amount(Money value) {
  return grouped(to_string(value));
}

std::string amount(const Exact& value, Currency currency) {
  if (value.overflowed()) return "overflow";
  std::string digits = value.to_string(currency.digits());
  const auto point = digits.find('.');
  const bool cut = point != std::string::npos && digits.size() - point - 1 > most_shown_places;
  if (cut) digits.resize(point + 1 + most_shown_places);
  return grouped(digits) + (cut ? "…" : "");
}

std::string amount(Decimal value, Currency currency) {
  return grouped(value.to_string(currency.digits()));
}

std::string quantity(Decimal value) {
  return grouped(value.to_string());
}

std::string percent(Decimal rate) {
  return fmt::format(
      "{} %",
      grouped(Exact::from(rate).is_zero() ? "0" : (Exact::from(rate) * Exact::from(Decimal::whole(100))).to_string()));
}

std::string counted(long long count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", grouped(std::to_string(count)), count == 1 ? one : many);
}

}  // namespace dealwright::report
