#pragma once
// Exact arithmetic of the reference: ratios of integers of any size, rounded only where docs/pricing.md says so.

#include <cstdint>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

#include "core/base/decimal.hpp"
#include "core/model/vocabulary.hpp"

namespace dealwright::reference {

using Integer = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;
using Rational =
    boost::multiprecision::number<boost::multiprecision::rational_adaptor<boost::multiprecision::cpp_int_backend<>>,
                                  boost::multiprecision::et_off>;

Rational exact(Decimal value);

// To a whole number; half_up takes ties away from zero.
Integer to_whole(const Rational& value, model::RoundingMode mode);

// Least whole number that is not below the value.
Integer round_up(const Rational& value);

// Half up to six places, as quantities are.
Rational round_to_six_places(const Rational& value);

// An amount in the major unit as minor units, rounded once.
std::int64_t to_minor(const Rational& value, int digits, model::RoundingMode mode);

// Minor units as an amount in the major unit.
Rational from_minor(std::int64_t minor, int digits);

// A value that has at most six places.
Decimal to_decimal(const Rational& value);

// Largest remainder: every part cut towards zero, the units left go to the largest remainders, ties to the earlier. All
// weights zero: equal weights. The amount must not be negative.
std::vector<std::int64_t> split(std::int64_t amount, std::vector<std::int64_t> weights);
// The same into so many equal parts.
std::vector<std::int64_t> split_evenly(std::int64_t amount, int parts);

// Digits of the value's mantissa when it is written as a decimal; the value must have a finite number of places.
int digits_needed(const Rational& value);

}  // namespace dealwright::reference
