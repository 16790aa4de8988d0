#pragma once
// The rate of a month from that of a year and back, by the name of the convention.

#include <cstdint>

#include <boost/describe/enum.hpp>

#include "core/roi/answer.hpp"

namespace dealwright::roi {

enum class RateConvention : std::uint8_t {
  effective,  // twelve months compound to the rate of the year: (1 + year)^(1/12) - 1
  nominal,    // twelve times that of the month: year / 12
};
BOOST_DESCRIBE_ENUM(RateConvention, effective, nominal)

// Rates are fractions: 0.08 is 8 %. Given rates are above least_rate and up to greatest_rate; what comes out may be
// outside, such as the effective annual rate of 1000 % a month. The same formulas: Brealey, Myers and Allen,
// "Principles of Corporate Finance", chapter 2, "How interest is paid and quoted".
Answer monthly_rate(double annual_rate, RateConvention convention);
Answer annual_rate(double monthly_rate, RateConvention convention);

}  // namespace dealwright::roi
