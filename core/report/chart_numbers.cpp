#include "core/report/chart_numbers.hpp"

#include <algorithm>

#include "core/base/wide.hpp"

namespace dealwright::report {

Decimal major(Money amount) {
  const Int128 micro = static_cast<Int128>(amount.minor) * (Decimal::scale / amount.currency.minor_per_major());
  constexpr Int128 most = INT64_MAX;
  return Decimal::from_micro(static_cast<std::int64_t>(std::clamp<Int128>(micro, -most, most)));
}

}  // namespace dealwright::report
