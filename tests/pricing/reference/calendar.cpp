#include "tests/pricing/reference/calendar.hpp"

#include <algorithm>
#include <chrono>

namespace dealwright::reference {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month;
using std::chrono::year_month_day;

Date to_date(sys_days day) {
  const year_month_day parts{day};
  return *Date::from(static_cast<int>(parts.year()), static_cast<int>(static_cast<unsigned>(parts.month())),
                     static_cast<int>(static_cast<unsigned>(parts.day())));
}

sys_days first_day(year_month month) {
  return sys_days{month / std::chrono::day{1}};
}
sys_days last_day(year_month month) {
  return sys_days{month / std::chrono::last};
}

// The same day of a later month, or that month's last day.
sys_days plus_months(year_month_day start, int count) {
  const year_month month = year_month{start.year(), start.month()} + months{count};
  const sys_days wanted = first_day(month) + days{static_cast<int>(static_cast<unsigned>(start.day())) - 1};
  return std::min(wanted, last_day(month));
}

}  // namespace

std::vector<Period> periods_of(const model::Deal& deal) {
  const year_month_day start{std::chrono::year{deal.start.year()},
                             std::chrono::month{static_cast<unsigned>(deal.start.month())},
                             std::chrono::day{static_cast<unsigned>(deal.start.day())}};
  const sys_days end = plus_months(start, deal.term_months) - days{1};
  std::vector<Period> periods;
  if (deal.alignment == model::Alignment::anniversary || deal.start.day() == 1) {
    for (int month = 0; month < deal.term_months; ++month) {
      periods.push_back({to_date(plus_months(start, month)), to_date(plus_months(start, month + 1) - days{1}), 1, 1});
    }
    return periods;
  }
  sys_days from = sys_days{start};
  while (from <= end) {
    const year_month_day parts{from};
    const year_month month{parts.year(), parts.month()};
    const sys_days to = std::min(last_day(month), end);
    periods.push_back({to_date(from), to_date(to), static_cast<int>((to - from).count()) + 1,
                       static_cast<int>((last_day(month) - first_day(month)).count()) + 1});
    from = to + days{1};
  }
  return periods;
}

}  // namespace dealwright::reference
