#pragma once
// What a customer has of the numbers that a playbook's value drivers are measured by.

#include <optional>
#include <string_view>

#include "core/model/customer.hpp"
#include "core/model/playbook.hpp"

namespace dealwright::roi {

// The customer's baseline, else the number of its profile that the playbook says counts for it, unless that is 0;
// nothing where there is neither. Money is of the customer's currency.
std::optional<Decimal> measured_baseline(const model::Customer& customer, const model::Playbook& playbook,
                                         std::string_view baseline);

// Whether every baseline that the driver names is measured: such a driver, unless it is of revenue, is in a case that
// states none.
bool is_measured(const model::Customer& customer, const model::Playbook& playbook, const model::ValueDriver& driver);

}  // namespace dealwright::roi
