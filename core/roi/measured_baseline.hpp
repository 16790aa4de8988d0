#pragma once
// What a customer has of the numbers that a playbook's value drivers are measured by. Money is of the customer's
// currency.

#include <optional>
#include <string_view>

#include "core/base/decimal.hpp"
#include "core/model/customer.hpp"
#include "core/model/playbook.hpp"

namespace dealwright::roi {

// The number of the customer's profile that the playbook's baseline names; nothing where it names none or that is 0.
std::optional<Decimal> baseline_fact(const model::Customer& customer, const model::Playbook& playbook,
                                     std::string_view baseline);
// What was measured at the customer; nothing where nothing was.
std::optional<Decimal> stated_baseline(const model::Customer& customer, std::string_view baseline);
// What was measured, else the fact.
std::optional<Decimal> measured_baseline(const model::Customer& customer, const model::Playbook& playbook,
                                         std::string_view baseline);

// Whether every baseline that the driver names is measured: such a driver, unless it is of revenue, is in a case that
// states none.
bool is_measured(const model::Customer& customer, const model::Playbook& playbook, const model::ValueDriver& driver);

}  // namespace dealwright::roi
