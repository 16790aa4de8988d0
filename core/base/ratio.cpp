#include "core/base/ratio.hpp"

namespace dealwright {
namespace {

std::strong_ordering order(Int128 a, Int128 b) {
  return a < b ? std::strong_ordering::less : a > b ? std::strong_ordering::greater : std::strong_ordering::equal;
}

// 100 x numerator / denominator rounded half to even to `places` places, as digits without sign and without decimal
// point. By long division, for no integer type holds 25 places beside the 21 digits before the point.
std::string percent_digits(UInt128 numerator, UInt128 denominator, int places) {
  const UInt128 whole = numerator * 100 / denominator;
  UInt128 rest = numerator * 100 - whole * denominator;
  std::string digits = to_digits(static_cast<Int128>(whole), 0, 0);
  for (int place = 0; place < places; ++place) {
    rest *= 10;
    digits += static_cast<char>('0' + static_cast<int>(rest / denominator));
    rest %= denominator;
  }
  const UInt128 missing = denominator - rest;
  const bool odd = (digits.back() - '0') % 2 == 1;
  if (rest > missing || (rest == missing && odd)) {
    std::size_t at = digits.size();
    while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
    if (at > 0) {
      ++digits[at - 1];
    } else {
      digits.insert(0, 1, '1');
    }
  }
  return digits;
}

bool is_all_zeros(const std::string& digits) {
  return digits.find_first_not_of('0') == std::string::npos;
}

// "1234", 2 places -> "12.34 %".
std::string percent_text(bool negative, std::string digits, int places) {
  if (is_all_zeros(digits)) negative = false;
  if (places > 0) digits.insert(digits.size() - static_cast<std::size_t>(places), 1, '.');
  return (negative ? "-" : "") + digits + " %";
}

// Whether two numbers with the same number of places, as digits without sign, are worth the same.
bool same_worth(bool a_negative, const std::string& a, bool b_negative, const std::string& b) {
  return a == b && (a_negative == b_negative || is_all_zeros(a));
}

}  // namespace

std::strong_ordering compare(Ratio ratio, Decimal bound) {
  return order(Int128{ratio.numerator} * Decimal::scale, Int128{bound.micro()} * ratio.denominator);
}

std::strong_ordering compare(Ratio a, Ratio b) {
  return order(Int128{a.numerator} * b.denominator, Int128{b.numerator} * a.denominator);
}

std::string to_string(Ratio ratio) {
  if (!ratio.has_value()) return "";
  const Int128 millionths =
      divide_rounded(Int128{ratio.numerator} * Decimal::scale, ratio.denominator, Rounding::half_even);
  return to_digits(millionths, Decimal::places, Decimal::places);
}

std::string to_percent(Ratio ratio, int places) {
  if (!ratio.has_value()) return "n/a";
  return percent_text(ratio.numerator < 0,
                      percent_digits(magnitude(ratio.numerator), magnitude(ratio.denominator), places), places);
}

std::string to_percent(Ratio ratio, Decimal bound, int places) {
  if (!ratio.has_value()) return "n/a";
  if (compare(ratio, bound) == 0) return to_percent(ratio, places);
  const bool negative = ratio.numerator < 0;
  const bool bound_negative = bound.micro() < 0;
  const UInt128 bound_micro = magnitude(bound.micro());
  // Compared with the bound rounded to as many places. That suffices for the bound itself: rounding keeps order, and a
  // shown number between the bound and its rounding would be the nearer rounding. Two such fractions that differ do so
  // by at least 1 in 10^6 x 2^63, which 25 places of a per cent show.
  for (;; ++places) {
    const std::string digits = percent_digits(magnitude(ratio.numerator), magnitude(ratio.denominator), places);
    const std::string rounded_bound = percent_digits(bound_micro, Decimal::scale, places);
    if (!same_worth(negative, digits, bound_negative, rounded_bound)) {
      return percent_text(negative, digits, places);
    }
  }
}

}  // namespace dealwright
