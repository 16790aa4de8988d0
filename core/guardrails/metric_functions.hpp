#pragma once
// The function of each metric, named as the metric is; what they measure stands in the table (metric_table.cpp) and in
// docs/guardrails.md.

#include "core/guardrails/metrics.hpp"

namespace dealwright::guardrails::metric {

using Function = Value(const Facts&, Subject, model::RuleBase);

// Margins and discounts; prices against cost, list and consumption (metric_margins.cpp).
Function gross_margin, service_line_margin, component_margin, peak_margin, effective_discount, line_discount,
    standard_share, recurring_share, price, infrastructure_peak_cover, support_hours_cover, support_hour_price,
    commitment_cover;

// Returns of customer and partner (metric_returns.cpp).
Function customer_npv, customer_roi, customer_payback_months, partner_lifetime_margin, partner_ltv_to_cac,
    support_hours_sufficiency, plan_overcommitment;

// Money, terms, ownership and words (metric_terms.cpp).
Function tcv, acv, arr, mrr_start, mrr_exit, one_off_total, term_months, payment_days, free_months, payback_months,
    users_priced, orders_per_month, peak_factor, partner_owns_brand, partner_owns_price, partner_owns_relationship,
    tenancy, tenancy_fit, delivery_complexity, certification_fit, service_tier, billing, currency, offer_model,
    revenue_model, price_book, package, partner, partner_type, customer, segment, country, service_line, component,
    charge;

}  // namespace dealwright::guardrails::metric
