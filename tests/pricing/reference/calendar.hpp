#pragma once
// The periods of a deal: section "Time" of docs/pricing.md.

#include <vector>

#include "core/base/date.hpp"
#include "core/model/deal.hpp"

namespace dealwright::reference {

struct Period {
  Date from;
  Date to;
  int days = 1;     // whole: days / of_days is 1
  int of_days = 1;  // days of the calendar month
  bool is_partial() const { return days != of_days; }
};

std::vector<Period> periods_of(const model::Deal& deal);

}  // namespace dealwright::reference
