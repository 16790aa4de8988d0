#pragma once
// What a deal is worth to its partner and whether the partner can bear it, as trees.

#include "core/report/deal_derivation.hpp"

namespace dealwright::report {

// Of partner_lifetime_margin or partner_ltv_to_cac.
Derivation partner_return_tree(const Explainer& e, const guardrails::Metric& metric);

Derivation support_sufficiency_tree(const Explainer& e);
Derivation overcommitment_tree(const Explainer& e);

}  // namespace dealwright::report
