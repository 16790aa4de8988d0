#pragma once
// How likely a business case is to be worth more than nothing.

#include <cstdint>

#include "core/base/ratio.hpp"
#include "core/roi/customer_return.hpp"

namespace dealwright::roi {

// So many of `trials` have a net present value above 0, as `simulate` counts them for the same seed. No value of no
// trials.
Ratio positive_share(const BoundCase& bound, const MonthlyCase& monthly, std::uint64_t trials, std::uint64_t seed);

}  // namespace dealwright::roi
