#include <algorithm>

#include "core/guardrails/certification.hpp"
#include "core/guardrails/metric_functions.hpp"
#include "core/guardrails/metric_values.hpp"
#include "core/qualification/qualified.hpp"

namespace dealwright::guardrails::metric {

using model::RuleBase;

// Money.

Value tcv(const Facts& facts, Subject, RuleBase) {
  return amount(facts.priced.totals.tcv);
}
Value acv(const Facts& facts, Subject, RuleBase) {
  return amount(facts.priced.totals.acv);
}
Value arr(const Facts& facts, Subject, RuleBase) {
  return amount(facts.priced.totals.arr);
}
Value mrr_start(const Facts& facts, Subject, RuleBase) {
  return amount(facts.priced.totals.mrr_start);
}
Value mrr_exit(const Facts& facts, Subject, RuleBase) {
  return amount(facts.priced.totals.mrr_exit);
}
Value one_off_total(const Facts& facts, Subject, RuleBase) {
  return amount(facts.priced.totals.one_off_total);
}

// Terms.

Value term_months(const Facts& facts, Subject, RuleBase) {
  return whole(facts.context.deal.term_months);
}
Value payment_days(const Facts& facts, Subject, RuleBase) {
  return whole(facts.context.deal.payment_days);
}

Value free_months(const Facts& facts, Subject, RuleBase) {
  const auto& free = facts.context.deal.free_months;
  if (!free) return whole(0);
  const int last = std::min(free->from_month + free->months - 1, static_cast<int>(facts.priced.schedule.size()));
  return whole(std::max(0, last - free->from_month + 1));
}

Value payback_months(const Facts& facts, Subject, RuleBase) {
  const auto& totals = facts.priced.totals;
  if (!totals.payback_month) return ratio(1, 0);
  return ratio(totals.payback.numerator, totals.payback.denominator);
}

Value users_priced(const Facts& facts, Subject, RuleBase) {
  int count = 0;
  for (const auto& line : facts.priced.lines) count += facts.users(line.component_index, line.variant) ? 1 : 0;
  return whole(count);
}

Value orders_per_month(const Facts& facts, Subject, RuleBase) {
  return of_decimal(facts.context.customer.profile.orders_per_month);
}
Value peak_factor(const Facts& facts, Subject, RuleBase) {
  return of_decimal(facts.context.customer.profile.peak_factor);
}

// Ownership.

static Value owned(const Facts& facts, model::Party model::Ownership::*duty) {
  return truth(facts.context.deal.owns.*duty == model::Party::partner &&
               facts.context.partner.owns.*duty == model::Party::partner);
}
Value partner_owns_brand(const Facts& facts, Subject, RuleBase) {
  return owned(facts, &model::Ownership::brand);
}
Value partner_owns_price(const Facts& facts, Subject, RuleBase) {
  return owned(facts, &model::Ownership::price);
}
Value partner_owns_relationship(const Facts& facts, Subject, RuleBase) {
  return owned(facts, &model::Ownership::relationship);
}

// Words.

Value tenancy(const Facts& facts, Subject, RuleBase) {
  return choice(facts.context.deal.tenancy);
}
Value tenancy_fit(const Facts& facts, Subject, RuleBase) {
  return choice(qualification::fit_of(facts.background.qualified, facts.context.deal.tenancy));
}
Value delivery_complexity(const Facts& facts, Subject, RuleBase) {
  return facts.background.complexity ? choice(*facts.background.complexity) : Value{};
}
Value certification_fit(const Facts& facts, Subject, RuleBase) {
  const auto fit = certification_fit_of(facts);
  return fit ? choice(*fit) : Value{};
}
Value service_tier(const Facts& facts, Subject, RuleBase) {
  return text(facts.priced.service_tier);
}
Value billing(const Facts& facts, Subject, RuleBase) {
  return choice(facts.context.deal.billing);
}
Value currency(const Facts& facts, Subject, RuleBase) {
  return text(facts.context.deal.currency.code());
}
Value offer_model(const Facts& facts, Subject, RuleBase) {
  return choice(facts.context.deal.offer_model);
}
Value revenue_model(const Facts& facts, Subject, RuleBase) {
  return choice(facts.context.deal.revenue_model);
}
Value price_book(const Facts& facts, Subject, RuleBase) {
  return text(facts.context.deal.price_book);
}
Value package(const Facts& facts, Subject, RuleBase) {
  return text(facts.context.deal.package);
}
Value partner(const Facts& facts, Subject, RuleBase) {
  return text(facts.context.partner.id);
}
Value partner_type(const Facts& facts, Subject, RuleBase) {
  return choice(facts.context.partner.type);
}
Value customer(const Facts& facts, Subject, RuleBase) {
  return text(facts.context.customer.id);
}
Value segment(const Facts& facts, Subject, RuleBase) {
  return choice(facts.context.customer.segment);
}
Value country(const Facts& facts, Subject, RuleBase) {
  return text(facts.context.customer.country);
}
Value service_line(const Facts& facts, Subject subject, RuleBase) {
  return choice(service_line_of(facts, subject).service_line);
}
Value component(const Facts& facts, Subject subject, RuleBase) {
  return text(line_of(facts, subject).component);
}
Value charge(const Facts& facts, Subject subject, RuleBase) {
  return choice(line_of(facts, subject).charge);
}

}  // namespace dealwright::guardrails::metric
