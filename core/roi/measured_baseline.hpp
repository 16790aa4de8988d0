#pragma once
// What a customer has of a baseline.

#include <optional>
#include <string>

#include "core/base/decimal.hpp"
#include "core/model/customer.hpp"
#include "core/model/playbook.hpp"

namespace dealwright::roi {

// The number of the customer's profile that the playbook's baseline names; nothing where it names none or that is 0.
std::optional<Decimal> baseline_fact(const model::Customer& customer, const model::Playbook& playbook,
                                     const std::string& baseline);
// What was measured at the customer; nothing where nothing was.
std::optional<Decimal> stated_baseline(const model::Customer& customer, const std::string& baseline);
// The first of these: what was measured, else the fact.
std::optional<Decimal> measured_baseline(const model::Customer& customer, const model::Playbook& playbook,
                                         const std::string& baseline);

}  // namespace dealwright::roi
