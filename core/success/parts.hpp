#pragma once
// What the parts of a success result are found from, and by; success_of() calls them in this order.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/success/success.hpp"

namespace dealwright::success {

struct Setting {
  const Sources& of;
  Date today;
  std::vector<const model::SuccessQuarter*> quarters;  // that have begun, in the order of the plan

  // The last day of the three months.
  Date end_of(std::size_t quarter) const { return quarters[quarter]->from.plus_months(3).plus_days(-1); }
};

// The actual of a baseline in a quarter.
std::optional<Decimal> actual_of(const model::SuccessQuarter& quarter, const std::string& baseline);

void set_phases(const Setting& setting, SuccessResult& out);
void set_targets(const Setting& setting, SuccessResult& out);
void set_value(const Setting& setting, SuccessResult& out, Diagnostics& diagnostics);
// From targets and value.
void set_health(const Setting& setting, SuccessResult& out);
// From health.
void set_renewal(const Setting& setting, SuccessResult& out);
void set_expansion(const Setting& setting, SuccessResult& out);

}  // namespace dealwright::success
