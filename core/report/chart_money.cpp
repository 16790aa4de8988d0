#include "core/report/chart_money.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace dealwright::report {

Decimal in_major(Money money) {
  const std::int64_t each = Decimal::scale / money.currency.minor_per_major();
  const std::int64_t most = std::numeric_limits<std::int64_t>::max() / each;
  return Decimal::from_micro(std::clamp(money.minor, -most, most) * each);
}

}  // namespace dealwright::report
