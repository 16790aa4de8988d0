#pragma once
// The chance that a deal is worth its price to the customer: the metric customer_npv_probability.

#include <optional>

#include "core/guardrails/metrics.hpp"
#include "core/roi/case_trials.hpp"

namespace dealwright::guardrails {

// Missing where the deal has no sound business case.
Value customer_npv_probability(const Facts& facts, Subject subject, model::RuleBase base);

// The same trials in full; nothing where the deal has no sound business case.
std::optional<roi::SimulatedReturn> simulated_return_of(const Facts& facts);

}  // namespace dealwright::guardrails
