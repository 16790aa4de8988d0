#include "tests/pricing/reference/rational.hpp"

#include <algorithm>
#include <numeric>

namespace dealwright::reference {

Rational exact(Decimal value) {
  return Rational(Integer(value.micro()), Integer(Decimal::scale));
}

Integer to_whole(const Rational& value, model::RoundingMode mode) {
  const Integer numerator = boost::multiprecision::abs(boost::multiprecision::numerator(value));
  const Integer denominator = boost::multiprecision::denominator(value);
  Integer whole = numerator / denominator;
  const Integer twice_the_rest = 2 * (numerator % denominator);
  const bool tie_goes_up = mode == model::RoundingMode::half_up || whole % 2 == 1;
  if (twice_the_rest > denominator || (twice_the_rest == denominator && tie_goes_up)) whole += 1;
  return value < 0 ? Integer(-whole) : whole;
}

Integer round_up(const Rational& value) {
  const Integer numerator = boost::multiprecision::numerator(value);
  const Integer denominator = boost::multiprecision::denominator(value);
  const Integer whole = numerator / denominator;  // cut towards zero
  return numerator > 0 && numerator % denominator != 0 ? Integer(whole + 1) : whole;
}

Rational round_to_six_places(const Rational& value) {
  return Rational(to_whole(value * Decimal::scale, model::RoundingMode::half_up), Integer(Decimal::scale));
}

namespace {

Integer power_of_ten(int digits) {
  Integer power = 1;
  for (int digit = 0; digit < digits; ++digit) power *= 10;
  return power;
}

}  // namespace

std::int64_t to_minor(const Rational& value, int digits, model::RoundingMode mode) {
  return to_whole(value * power_of_ten(digits), mode).convert_to<std::int64_t>();
}

Rational from_minor(std::int64_t minor, int digits) {
  return Rational(Integer(minor), power_of_ten(digits));
}

Decimal to_decimal(const Rational& value) {
  return Decimal::from_micro(to_whole(value * Decimal::scale, model::RoundingMode::half_up).convert_to<std::int64_t>());
}

std::vector<std::int64_t> split(std::int64_t amount, std::vector<std::int64_t> weights) {
  if (std::all_of(weights.begin(), weights.end(), [](std::int64_t weight) { return weight == 0; })) {
    std::fill(weights.begin(), weights.end(), 1);
  }
  const Integer total = std::accumulate(weights.begin(), weights.end(), Integer(0));
  std::vector<std::int64_t> parts;
  std::vector<Integer> remainders;
  std::int64_t left = amount;
  for (const auto weight : weights) {
    const Integer product = Integer(amount) * weight;
    parts.push_back(Integer(product / total).convert_to<std::int64_t>());
    remainders.push_back(product % total);
    left -= parts.back();
  }
  for (; left > 0; --left) {
    const auto largest = std::max_element(remainders.begin(), remainders.end());  // the first of equals
    parts[static_cast<std::size_t>(largest - remainders.begin())] += 1;
    *largest = -1;
  }
  return parts;
}

std::vector<std::int64_t> split_evenly(std::int64_t amount, int parts) {
  return split(amount, std::vector<std::int64_t>(static_cast<std::size_t>(parts), 1));
}

int digits_needed(const Rational& value) {
  Rational mantissa = boost::multiprecision::abs(value);
  while (boost::multiprecision::denominator(mantissa) != 1) mantissa *= 10;
  return static_cast<int>(boost::multiprecision::numerator(mantissa).str().size());
}

}  // namespace dealwright::reference
