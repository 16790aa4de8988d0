#pragma once
// Amounts as charts take them.

#include "core/base/decimal.hpp"
#include "core/base/money.hpp"

namespace dealwright::report {

// In major units; the greatest or least Decimal where it is beyond.
Decimal major(Money amount);

}  // namespace dealwright::report
