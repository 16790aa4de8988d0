#include "core/roi/elementary.hpp"

#include <cmath>
#include <cstdint>
#include <cstring>

namespace dealwright::roi {

namespace {

// A number as the unevaluated sum of two: `low` is below half a unit in the last place of `high`, so that both together
// have some 106 bits (Dekker, "A floating-point technique for extending the available precision", 1971; so are the
// sums and products below).
struct Pair {
  double high = 0;
  double low = 0;
};

// |a| is at least |b|, or a is 0.
Pair sum_of_ordered(double a, double b) {
  const double sum = a + b;
  return {sum, b - (sum - a)};
}

// The half of the bits of a number, so that products of halves are exact.
double upper_half(double a) {
  const double scaled = a * 134217729.0;  // 2^27 + 1
  return scaled - (scaled - a);
}

Pair product(double a, double b) {
  const double high = a * b;
  const double a1 = upper_half(a), b1 = upper_half(b);
  const double a2 = a - a1, b2 = b - b1;
  return {high, ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2};
}

Pair product(Pair a, Pair b) {
  const Pair leading = product(a.high, b.high);
  return sum_of_ordered(leading.high, leading.low + (a.high * b.low + a.low * b.high));
}

// |a| is at least |b|.
Pair sum_of_ordered(Pair a, Pair b) {
  const Pair leading = sum_of_ordered(a.high, b.high);
  return sum_of_ordered(leading.high, leading.low + (a.low + b.low));
}

// ln 2, its high part so short that whole multiples up to 2^13 are exact.
constexpr double ln2_high = 0x1.62e42fefa2000p-1;
constexpr double ln2_low = 0x1.9ef35793c7673p-41;
constexpr double one_over_ln2 = 0x1.71547652b82fep+0;

// 2^k for k from -1022 to 1023.
double power_of_two(int k) {
  const std::uint64_t bits = static_cast<std::uint64_t>(k + 1023) << 52;
  double power = 0;
  std::memcpy(&power, &bits, sizeof power);
  return power;
}

// x is k ln 2 + r with |r| at most about half of ln 2.
struct Reduced {
  int k = 0;
  Pair r;
};

Reduced reduced(double x, double x_low) {
  const double k = std::floor(x * one_over_ln2 + 0.5);
  const double high = x - k * ln2_high;
  const double low = k * ln2_low - x_low;
  const double r = high - low;
  return {static_cast<int>(k), {r, (high - r) - low}};
}

// e^r - 1 - r by Taylor's series; its first term left out is below 2^-56 of the smallest unit that counts.
double exponential_tail(double r) {
  constexpr double inverse_factorials[] = {1.0 / 2,       1.0 / 6,        1.0 / 24,        1.0 / 120,
                                           1.0 / 720,     1.0 / 5040,     1.0 / 40320,     1.0 / 362880,
                                           1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800};
  double sum = inverse_factorials[11];
  for (int i = 10; i >= 0; --i) sum = sum * r + inverse_factorials[i];
  return r * r * sum;
}

constexpr double greatest_exponent = 709.782712893384;  // e to it is just below greatest_double
constexpr double least_exponent = -745.1332191019412;   // e to it is just above half of the least subnormal number

// e^(x + x_low), where x_low is below a unit in the last place of x.
double exponential(double x, double x_low) {
  if (x > greatest_exponent) return greatest_double;
  if (!(x > least_exponent)) return 0;
  const Reduced reduction = reduced(x, x_low);
  const double r = reduction.r.high;
  const Pair leading = sum_of_ordered(1, r);
  const double low = leading.low + (exponential_tail(r) + reduction.r.low * leading.high);
  // In two steps, for 2^k itself may be outside the range of normal numbers.
  const int half = reduction.k / 2;
  return (leading.high + low) * power_of_two(half) * power_of_two(reduction.k - half);
}

// x is 2^k (1 + f) with 1 + f from sqrt(1/2) to sqrt(2); f is exact.
struct Split {
  int k = 0;
  double f = 0;
};

// x is above 0.
Split split(double x) {
  int k = 0;
  if (x < 0x1p-1022) {
    x *= 0x1p54;
    k = -54;
  }
  std::uint64_t bits = 0;
  std::memcpy(&bits, &x, sizeof bits);
  k += static_cast<int>(bits >> 52) - 1023;
  bits = (bits & 0xfffffffffffffu) | 0x3ff0000000000000u;
  double m = 0;
  std::memcpy(&m, &bits, sizeof m);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    ++k;
  }
  return {k, m - 1};
}

// The terms 2/3, 2/5, ... of 2 atanh(s) = 2 s + s (2/3 s^2 + 2/5 s^4 + ...).
constexpr double atanh_terms[] = {2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,  2.0 / 11, 2.0 / 13, 2.0 / 15,
                                  2.0 / 17, 2.0 / 19, 2.0 / 21, 2.0 / 23, 2.0 / 25, 2.0 / 27};

// 2/n + 2/(n+2) z + 2/(n+4) z^2 + ... from the term `first` on.
double atanh_tail(double z, int first, int last) {
  double tail = atanh_terms[last];
  for (int i = last - 1; i >= first; --i) tail = tail * z + atanh_terms[i];
  return tail;
}

// ln x for x above 0, as 2 atanh(s) + k ln 2 with s = f / (2 + f). The first terms of the series, which decide, are
// summed as pairs, so that a great multiple of it still has all bits of a double.
Pair logarithm_pair(double x) {
  const auto [k, f] = split(x);
  const Pair divisor = sum_of_ordered(2, f);
  const double s_high = f / divisor.high;
  const Pair back = product(s_high, divisor.high);
  const Pair s = sum_of_ordered(s_high, (((f - back.high) - back.low) - s_high * divisor.low) / divisor.high);
  const Pair z = product(s, s);

  constexpr Pair thirds = {0x1.5555555555555p-1, 0x1.5555555555555p-55};    // 2/3
  constexpr Pair fifths = {0x1.999999999999ap-2, -0x1.999999999999ap-56};   // 2/5
  constexpr Pair sevenths = {0x1.2492492492492p-2, 0x1.2492492492492p-56};  // 2/7
  Pair sum = sum_of_ordered(sevenths, Pair{atanh_tail(z.high, 3, 12) * z.high, 0});
  sum = sum_of_ordered(fifths, product(sum, z));
  sum = sum_of_ordered(thirds, product(sum, z));
  const Pair logarithm = sum_of_ordered(Pair{2 * s.high, 2 * s.low}, product(product(sum, z), s));
  if (k == 0) return logarithm;
  const Pair whole = sum_of_ordered(k * ln2_high, k * ln2_low);
  return sum_of_ordered(whole, logarithm);
}

}  // namespace

double exponential(double x) {
  return exponential(x, 0);
}

double exponential_less_one(double x) {
  if (!(x > -40)) return -1;
  if (x > 40) return exponential(x, 0);
  const Reduced reduction = reduced(x, 0);
  const double r = reduction.r.high;
  const double tail = exponential_tail(r) + reduction.r.low;
  if (reduction.k == 0) return r + tail;
  // 2^k (1 + r + tail) - 1, of which 2^k - 1 is exact.
  const double scale = power_of_two(reduction.k);
  const Pair one_plus_r = sum_of_ordered(1, r);
  const double scaled = scale * one_plus_r.high;
  const Pair less_one = reduction.k > 0 ? sum_of_ordered(scaled, -1) : sum_of_ordered(-1, scaled);
  return less_one.high + (less_one.low + scale * (one_plus_r.low + tail + reduction.r.low * r));
}

double logarithm(double x) {
  if (!(x > 0)) return -greatest_double;
  const auto [k, f] = split(x);
  // 2 atanh(s) = f - f^2/2 + s (f^2/2 + 2/3 s^2 + ...), where f is exact and what is added to it is small.
  const double s = f / (2 + f), z = s * s;
  const Pair square = product(f, 0.5 * f);
  const double tail = s * (square.high + z * atanh_tail(z, 0, 10)) - square.low;
  const Pair leading = sum_of_ordered(f, -square.high);
  const Pair whole = sum_of_ordered(k * ln2_high, leading.high);
  if (k == 0) return leading.high + (leading.low + tail);
  return whole.high + (whole.low + (k * ln2_low + leading.low + tail));
}

double logarithm_of_one_plus(double x) {
  if (!(x > -1)) return -greatest_double;
  const Pair sum = x < 1 ? sum_of_ordered(1, x) : sum_of_ordered(x, 1);
  const Pair leading = logarithm_pair(sum.high);
  return leading.high + (leading.low + sum.low / sum.high);
}

double real_power(double base, double exponent) {
  if (!(base > 0)) return 0;
  const Pair ln = logarithm_pair(base);
  const double estimate = ln.high * exponent;
  if (estimate > 2 * greatest_exponent) return greatest_double;
  if (estimate < 2 * least_exponent) return 0;
  // The halves of a product of a great exponent by a small logarithm would not be in range.
  if (!(std::abs(exponent) < 0x1p990)) return 1;
  const Pair scaled = product(ln.high, exponent);
  return exponential(scaled.high, scaled.low + ln.low * exponent);
}

double power(double base, int exponent) {
  std::int64_t left = exponent < 0 ? -static_cast<std::int64_t>(exponent) : exponent;
  double result = 1;
  for (double square = base; left != 0; left >>= 1) {
    if ((left & 1) != 0) result *= square;
    if (left > 1) square *= square;
  }
  if (exponent < 0) result = 1 / result;
  if (result > greatest_double) return greatest_double;
  if (result < -greatest_double) return -greatest_double;
  return result;
}

}  // namespace dealwright::roi
