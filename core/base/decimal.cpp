#include "core/base/decimal.hpp"

namespace dealwright {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Past any text's length, so that an exponent beyond it decides alone, and far from overflow.
constexpr std::int64_t exponent_limit = std::int64_t{1} << 60;

std::optional<Decimal> in_range(Int128 micro) {
  const std::optional<std::int64_t> narrowed = narrow(micro);
  if (!narrowed || *narrowed == INT64_MIN) return std::nullopt;
  return Decimal::from_micro(*narrowed);
}

// Sums the digits of `whole` and `fraction`, the decimal point moved right by `exponent`, into millionths.
DecimalError sum_digits(std::string_view whole, std::string_view fraction, std::int64_t exponent,
                        std::uint64_t& micro) {
  // The digit at `position` counts 10^(first - position) millionths.
  const std::int64_t first = static_cast<std::int64_t>(whole.size()) - 1 + exponent + Decimal::places;
  std::uint64_t sum = 0;
  std::int64_t summed_to = 0;  // the power of ten that the last digit of `sum` stands for
  std::int64_t position = 0;
  bool too_many_places = false;
  for (const std::string_view part : {whole, fraction}) {
    for (const char c : part) {
      const std::int64_t power = first - position++;
      if (c == '0') continue;
      if (power > 18) return DecimalError::out_of_range;
      if (power < 0) {
        too_many_places = true;
        break;
      }
      if (sum != 0) {
        for (; summed_to > power; --summed_to) sum *= 10;  // at most 19 digits: below 10^19, which 64 bits hold
      }
      summed_to = power;
      sum += static_cast<std::uint64_t>(c - '0');
    }
    if (too_many_places) break;
  }
  if (sum != 0) {
    for (; summed_to > 0; --summed_to) sum *= 10;
  }
  if (sum > static_cast<std::uint64_t>(INT64_MAX)) return DecimalError::out_of_range;
  if (too_many_places) return DecimalError::too_many_places;
  micro = sum;
  return DecimalError::none;
}

}  // namespace

DecimalError Decimal::parse(std::string_view text, Decimal& out) {
  const char* at = text.data();
  const char* const end = at + text.size();
  const bool negative = at != end && *at == '-';
  if (negative) ++at;

  const char* const whole_begin = at;
  std::uint64_t digits = 0;  // all digits read as one number; meaningful where there are at most 18
  for (; at != end && is_digit(*at); ++at) digits = digits * 10 + static_cast<std::uint64_t>(*at - '0');
  const std::size_t whole_size = static_cast<std::size_t>(at - whole_begin);
  if (whole_size == 0 || (whole_size > 1 && *whole_begin == '0')) return DecimalError::not_a_number;

  const char* fraction_begin = at;
  if (at != end && *at == '.') {
    fraction_begin = ++at;
    for (; at != end && is_digit(*at); ++at) digits = digits * 10 + static_cast<std::uint64_t>(*at - '0');
    if (at == fraction_begin) return DecimalError::not_a_number;
  }
  const std::size_t fraction_size = static_cast<std::size_t>(at - fraction_begin);

  if (at == end && whole_size <= 12 && fraction_size <= static_cast<std::size_t>(places)) {
    const std::int64_t micro =
        static_cast<std::int64_t>(digits) * short_powers_of_ten[static_cast<std::size_t>(places) - fraction_size];
    out = from_micro(negative ? -micro : micro);
    return DecimalError::none;
  }

  std::int64_t exponent = 0;
  if (at != end) {
    if (*at != 'e' && *at != 'E') return DecimalError::not_a_number;
    ++at;
    const bool exponent_negative = at != end && *at == '-';
    if (at != end && (*at == '-' || *at == '+')) ++at;
    if (at == end) return DecimalError::not_a_number;
    for (; at != end; ++at) {
      if (!is_digit(*at)) return DecimalError::not_a_number;
      if (exponent < exponent_limit / 10) exponent = exponent * 10 + (*at - '0');
    }
    if (exponent_negative) exponent = -exponent;
  }

  std::uint64_t micro = 0;
  const DecimalError error = sum_digits({whole_begin, whole_size}, {fraction_begin, fraction_size}, exponent, micro);
  if (error == DecimalError::none) {
    const std::int64_t value = static_cast<std::int64_t>(micro);
    out = from_micro(negative ? -value : value);
  }
  return error;
}

std::string Decimal::to_string(int min_places) const {
  return to_digits(micro_, places, min_places);
}

std::optional<Decimal> Decimal::add(Decimal a, Decimal b) {
  return in_range(Int128{a.micro_} + b.micro_);
}

std::optional<Decimal> Decimal::subtract(Decimal a, Decimal b) {
  return in_range(Int128{a.micro_} - b.micro_);
}

std::optional<Decimal> Decimal::multiply(Decimal a, Decimal b) {
  return in_range(divide_rounded(Int128{a.micro_} * b.micro_, scale, Rounding::half_up));
}

std::optional<Decimal> Decimal::divide(Decimal a, Decimal b) {
  if (b.is_zero()) return std::nullopt;
  Int128 numerator = Int128{a.micro_} * scale;
  Int128 denominator = b.micro_;
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  return in_range(divide_rounded(numerator, denominator, Rounding::half_up));
}

}  // namespace dealwright
