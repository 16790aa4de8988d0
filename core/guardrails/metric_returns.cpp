#include "core/guardrails/metric_functions.hpp"
#include "core/guardrails/metric_values.hpp"

namespace dealwright::guardrails::metric {

using model::RuleBase;

// The customer's return. What is wrong in the business case is told where the deal is evaluated.

Value customer_npv(const Facts& facts, Subject, RuleBase) {
  const auto found = customer_return_of(facts);
  return found ? amount(found->net.present) : Value{};
}

Value customer_roi(const Facts& facts, Subject, RuleBase) {
  const auto found = customer_return_of(facts);
  if (!found) return {};
  return found->roi.has_value() ? ratio(found->roi.numerator, found->roi.denominator) : ratio(1, 0);
}

Value customer_payback_months(const Facts& facts, Subject, RuleBase) {
  const auto found = customer_return_of(facts);
  if (!found) return {};
  if (found->payback.status == roi::PaybackStatus::at_once) return whole(0);
  return found->payback.months ? of_decimal(*found->payback.months) : ratio(1, 0);
}

// The partner's return, and what its people can bear.

Value partner_lifetime_margin(const Facts& facts, Subject, RuleBase) {
  const auto found = partner_return_of(facts);
  return found ? amount(found->net_present_value) : Value{};
}

Value partner_ltv_to_cac(const Facts& facts, Subject, RuleBase) {
  const auto found = partner_return_of(facts);
  if (!found || !found->acquisition_cost) return {};
  return ratio(found->total.margin.present.minor, found->acquisition_cost->minor);
}

Value support_hours_sufficiency(const Facts& facts, Subject, RuleBase) {
  const SupportHours hours = support_hours_of(facts);
  if (!hours.is_sold || hours.needed_pico == 0) return {};
  return ratio(hours.sold_micro * Decimal::scale, hours.needed_pico);
}

Value plan_overcommitment(const Facts& facts, Subject, RuleBase) {
  return facts.background.overcommitted ? whole(*facts.background.overcommitted) : Value{};
}

}  // namespace dealwright::guardrails::metric
