#include "core/guardrails/metric_functions.hpp"
#include "core/guardrails/metric_values.hpp"
#include "core/pricing/commitment.hpp"

namespace dealwright::guardrails::metric {

using model::RuleBase;
using model::ServiceLine;

// Margins and discounts.

Value gross_margin(const Facts& facts, Subject, RuleBase) {
  const auto& totals = facts.priced.totals;
  return ratio(Int128{totals.tcv.minor} - totals.cost_total.minor, totals.tcv.minor);
}

Value service_line_margin(const Facts& facts, Subject subject, RuleBase) {
  const auto& service_line = service_line_of(facts, subject);
  return ratio(Int128{service_line.net.minor} - service_line.cost.minor, service_line.net.minor);
}

Value component_margin(const Facts& facts, Subject subject, RuleBase) {
  const auto& line = line_of(facts, subject);
  return ratio(Int128{line.net_total.minor} - line.cost_total.minor, line.net_total.minor);
}

Value peak_margin(const Facts& facts, Subject, RuleBase) {
  const auto& totals = facts.priced.totals;
  return ratio(Int128{totals.peak_net.minor} - totals.peak_cost.minor, totals.peak_net.minor);
}

Value effective_discount(const Facts& facts, Subject, RuleBase) {
  return discount_given(facts);
}

Value line_discount(const Facts& facts, Subject subject, RuleBase) {
  const auto& line = line_of(facts, subject);
  return ratio(Int128{line.list_total.minor} - line.net_total.minor + line.true_up_total.minor, line.list_total.minor);
}

Value standard_share(const Facts& facts, Subject, RuleBase) {
  const auto& share = facts.priced.totals.standard_share;
  return ratio(share.numerator, share.denominator);
}

Value recurring_share(const Facts& facts, Subject, RuleBase) {
  return ratio(facts.priced.totals.recurring_total.minor, facts.priced.totals.tcv.minor);
}

// Prices against cost, list and consumption.

Value price(const Facts& facts, Subject subject, RuleBase base) {
  const auto& line = line_of(facts, subject);
  return ratio(line.net_total.minor, base == RuleBase::cost ? line.cost_total.minor : line.list_total.minor);
}

Value infrastructure_peak_cover(const Facts& facts, Subject, RuleBase) {
  Int128 net = 0, cost = 0;
  for (const auto& line : facts.priced.lines) {
    if (line.service_line != ServiceLine::infrastructure || line.charge != model::Charge::monthly) continue;
    net += line.peak_net.minor;
    cost += line.peak_cost.minor;
  }
  return ratio(net, cost);
}

Value support_hours_cover(const Facts& facts, Subject, RuleBase) {
  Int128 net = 0, work = 0;
  for (const auto& line : facts.priced.lines) {
    if (line.service_line != ServiceLine::support) continue;
    net += line.net_total.minor;
    for (const auto& span : line.spans) work += Int128{span.work.minor} * span.periods();
  }
  return ratio(net, work);
}

Value support_hour_price(const Facts& facts, Subject, RuleBase) {
  Int128 net = 0, hours = 0;
  for (const auto& line : facts.priced.lines) {
    if (line.service_line != ServiceLine::support) continue;
    net += line.net_total.minor;
    hours += line.hours_total.micro();
  }
  return ratio(net * Decimal::scale, hours * facts.priced.currency.minor_per_major());
}

// What the customer commits to in all commitment periods of the term, in minor units.
static std::int64_t committed(const Facts& facts) {
  return pricing::committed_total(facts.context.deal, static_cast<int>(facts.priced.schedule.size()),
                                  facts.priced.currency.digits(), facts.context.book.rounding());
}

Value commitment_cover(const Facts& facts, Subject, RuleBase) {
  if (!facts.context.deal.commitment) return whole(0);
  Int128 cost = 0;
  for (const auto& line : facts.priced.lines) {
    if (line.charge == model::Charge::monthly) cost += line.cost_total.minor;
  }
  return ratio(committed(facts), cost);
}

}  // namespace dealwright::guardrails::metric
