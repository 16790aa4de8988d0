#pragma once
// What a deal is worth to its customer, as a tree.

#include "core/report/deal_derivation.hpp"

namespace dealwright::report {

// Of customer_npv, customer_roi, customer_payback_months or customer_npv_probability.
Derivation customer_return_tree(const Explainer& e, const guardrails::Metric& metric);

}  // namespace dealwright::report
