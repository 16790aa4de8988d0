#pragma once
// A quantity that grows by a yearly rate, month by month.

#include <optional>

#include "core/base/decimal.hpp"

namespace dealwright::qualification {

// The quantity `months` (0 to 1200) after it was `now` (0 or more): the rate (-1 or more) compounds each year, and
// inside a year the quantity rises in a straight line. Rounded half to even to the 6 places of a decimal at each
// anniversary and at the end. Nothing where it does not fit a decimal.
std::optional<Decimal> grown(Decimal now, Decimal rate_per_year, int months);

// The first month from 0 (now) to `last` in which the quantity is above `limit`; nothing where there is none. One that
// no decimal can hold is above every limit.
std::optional<int> first_month_above(Decimal now, Decimal rate_per_year, Decimal limit, int last);

}  // namespace dealwright::qualification
