#include "core/base/money.hpp"

#include <algorithm>

namespace dealwright {
namespace {

std::optional<Money> in_currency(Int128 minor, Currency currency) {
  const std::optional<std::int64_t> narrowed = narrow(minor);
  if (!narrowed) return std::nullopt;
  return Money{*narrowed, currency};
}

}  // namespace

std::optional<Money> add(Money a, Money b) {
  if (a.currency != b.currency) return std::nullopt;
  return in_currency(Int128{a.minor} + b.minor, a.currency);
}

std::optional<Money> subtract(Money a, Money b) {
  if (a.currency != b.currency) return std::nullopt;
  return in_currency(Int128{a.minor} - b.minor, a.currency);
}

std::string to_string(Money amount) {
  const int digits = amount.currency.digits();
  return to_digits(amount.minor, digits, digits);
}

std::string grouped(std::string_view digits) {
  std::string text(digits);
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = std::min(digits.find('.'), digits.size()); at > first + 3;) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

std::string to_display(Money amount) {
  std::string text = grouped(to_string(amount));
  if (amount.currency.is_stated()) {
    text += ' ';
    text += amount.currency.code();
  }
  return text;
}

std::optional<Money> to_money(Decimal amount, Currency currency) {
  const std::int64_t micro_per_minor = Decimal::scale / currency.minor_per_major();
  if (amount.micro() % micro_per_minor != 0) return std::nullopt;
  return Money{amount.micro() / micro_per_minor, currency};
}

}  // namespace dealwright
