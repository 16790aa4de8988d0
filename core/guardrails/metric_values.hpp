#pragma once
// How the functions of metrics make their values.

#include <span>
#include <string_view>

#include "core/document/type.hpp"
#include "core/guardrails/metrics.hpp"

namespace dealwright::guardrails::metric {

inline Value ratio(Int128 numerator, Int128 denominator) {
  return {numerator, denominator, {}};
}
inline Value whole(std::int64_t number) {
  return {number, 1, {}};
}
inline Value of_decimal(Decimal number) {
  return {number.micro(), Decimal::scale, {}};
}
inline Value amount(Money money) {
  return {money.minor, money.currency.minor_per_major(), {}};
}
inline Value text(std::string_view word) {
  return {0, 0, word};
}
inline Value truth(bool is_true) {
  return {is_true ? 1 : 0, 1, is_true ? "true" : "false"};
}

template <class E>
std::span<const std::string_view> words_of() {
  static const std::span<const std::string_view> words = document::type_of<E>().choices;
  return words;
}
template <class E>
Value choice(E value) {
  return text(words_of<E>()[static_cast<std::size_t>(value)]);
}

inline const pricing::PricedLine& line_of(const Facts& facts, Subject subject) {
  return facts.priced.lines[static_cast<std::size_t>(subject.line)];
}
inline const pricing::ServiceLineMargin& service_line_of(const Facts& facts, Subject subject) {
  return facts.priced.service_lines[static_cast<std::size_t>(subject.service_line)];
}

}  // namespace dealwright::guardrails::metric
