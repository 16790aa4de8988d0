#pragma once
// Integers of any size as decimal digits, computed as on paper: slow, obvious, and sharing no arithmetic with core/.

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "core/base/wide.hpp"

namespace dealwright::tests {

class SlowInteger {
 public:
  // Digits with an optional minus.
  explicit SlowInteger(std::string text) {
    negative_ = !text.empty() && text.front() == '-';
    digits_ = std::move(text);
    if (negative_) digits_.erase(0, 1);
    tidy();
  }
  explicit SlowInteger(std::int64_t value) : SlowInteger(std::to_string(value)) {}

  static SlowInteger power_of_ten(int exponent) {
    return SlowInteger("1" + std::string(static_cast<std::size_t>(exponent), '0'));
  }

  bool is_zero() const { return digits_ == "0"; }
  bool is_negative() const { return negative_; }
  bool is_odd() const { return (digits_.back() - '0') % 2 == 1; }
  std::string text() const { return negative_ ? "-" + digits_ : digits_; }

  SlowInteger abs() const { return signed_by(false, digits_); }
  SlowInteger operator-() const { return signed_by(!negative_, digits_); }

  friend SlowInteger operator+(const SlowInteger& a, const SlowInteger& b) {
    if (a.negative_ == b.negative_) return signed_by(a.negative_, sum(a.digits_, b.digits_));
    if (less(a.digits_, b.digits_)) return signed_by(b.negative_, difference(b.digits_, a.digits_));
    return signed_by(a.negative_, difference(a.digits_, b.digits_));
  }
  friend SlowInteger operator-(const SlowInteger& a, const SlowInteger& b) { return a + -b; }
  friend SlowInteger operator*(const SlowInteger& a, const SlowInteger& b) {
    std::string product = "0";
    for (const char digit : a.digits_) {
      product += '0';
      for (char times = '0'; times < digit; ++times) product = sum(product, b.digits_);
    }
    return signed_by(a.negative_ != b.negative_, product);
  }

  // Quotient cut towards zero and the remainder's magnitude. The divisor is not zero.
  static std::pair<SlowInteger, SlowInteger> divide(const SlowInteger& a, const SlowInteger& b) {
    std::string quotient;
    std::string rest = "0";
    for (const char digit : a.digits_) {
      rest = rest == "0" ? std::string(1, digit) : rest + digit;
      char times = '0';
      for (; !less(rest, b.digits_); ++times) rest = without_zeros(difference(rest, b.digits_));
      quotient += times;
    }
    return {signed_by(a.negative_ != b.negative_, quotient), signed_by(false, rest)};
  }

  // a / b rounded to a whole number; ties to even, or else away from zero.
  static SlowInteger divide_rounded(const SlowInteger& a, const SlowInteger& b, bool ties_to_even) {
    const auto [quotient, rest] = divide(a, b);
    const SlowInteger doubled = rest + rest;
    const int against_half = compare(doubled, b.abs());
    const bool away = against_half > 0 || (against_half == 0 && (!ties_to_even || quotient.is_odd()));
    if (!away) return quotient;
    return signed_by(a.negative_ != b.negative_, sum(quotient.digits_, "1"));
  }

  // Sign of a - b.
  static int compare(const SlowInteger& a, const SlowInteger& b) {
    const SlowInteger gap = a - b;
    return gap.is_zero() ? 0 : gap.negative_ ? -1 : 1;
  }
  friend bool operator==(const SlowInteger& a, const SlowInteger& b) { return compare(a, b) == 0; }
  friend bool operator<(const SlowInteger& a, const SlowInteger& b) { return compare(a, b) < 0; }
  friend bool operator>(const SlowInteger& a, const SlowInteger& b) { return compare(a, b) > 0; }

 private:
  static std::string without_zeros(std::string digits) {
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    return digits;
  }
  static SlowInteger signed_by(bool negative, std::string digits) {
    SlowInteger value("0");
    value.negative_ = negative;
    value.digits_ = std::move(digits);
    value.tidy();
    return value;
  }
  static bool less(const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }
  static std::string sum(std::string a, std::string b) {
    const std::size_t size = std::max(a.size(), b.size()) + 1;
    a.insert(0, size - a.size(), '0');
    b.insert(0, size - b.size(), '0');
    int carry = 0;
    for (std::size_t at = size; at-- > 0;) {
      const int digit = (a[at] - '0') + (b[at] - '0') + carry;
      a[at] = static_cast<char>('0' + digit % 10);
      carry = digit / 10;
    }
    return without_zeros(a);
  }
  // a - b for a >= b.
  static std::string difference(std::string a, std::string b) {
    b.insert(0, a.size() - b.size(), '0');
    int borrow = 0;
    for (std::size_t at = a.size(); at-- > 0;) {
      const int digit = (a[at] - '0') - (b[at] - '0') - borrow;
      a[at] = static_cast<char>('0' + (digit + 10) % 10);
      borrow = digit < 0 ? 1 : 0;
    }
    return without_zeros(a);
  }
  void tidy() {
    digits_ = without_zeros(digits_.empty() ? "0" : digits_);
    if (is_zero()) negative_ = false;
  }

  bool negative_ = false;
  std::string digits_ = "0";
};

// Digit by digit, so that nothing of core/ takes part.
inline SlowInteger slow(Int128 value) {
  const bool negative = value < 0;
  std::string digits;
  for (; value != 0; value /= 10) {
    const int digit = static_cast<int>(value % 10);
    digits.insert(0, 1, static_cast<char>('0' + (digit < 0 ? -digit : digit)));
  }
  return SlowInteger((negative ? "-" : "") + digits);
}

}  // namespace dealwright::tests
