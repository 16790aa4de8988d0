#include "core/guardrails/metrics.hpp"

namespace dealwright::guardrails {

std::optional<roi::CustomerReturn> customer_return_of(const Facts& facts) {
  if (!facts.context.deal.business_case) return std::nullopt;
  Diagnostics told_elsewhere;
  return roi::customer_return(facts.context.deal, facts.context.customer, facts.background.playbook, facts.priced,
                              told_elsewhere);
}

std::optional<roi::PartnerReturn> partner_return_of(const Facts& facts) {
  Diagnostics told_elsewhere;
  return roi::partner_return(facts.context.deal, facts.context.partner, facts.priced, told_elsewhere);
}

SupportHours support_hours_of(const Facts& facts) {
  SupportHours out;
  for (const auto& line : facts.priced.lines) {
    if (line.service_line != model::ServiceLine::support) continue;
    out.is_sold = true;
    out.sold_micro += line.hours_total.micro();
  }
  const model::Playbook* const playbook = facts.background.playbook;
  if (playbook == nullptr || !playbook->hours_per_ticket) return out;
  out.needed_pico = Int128{facts.context.customer.profile.tickets_per_month.micro()} *
                    playbook->hours_per_ticket->micro() * facts.context.deal.term_months;
  return out;
}

Value discount_given(const Facts& facts) {
  const auto& totals = facts.priced.totals;
  return {Int128{totals.list_total.minor} - totals.tcv.minor + totals.true_up_total.minor, totals.list_total.minor, {}};
}

Subject deal_subject() {
  return {};
}

Subject service_line_subject(const pricing::PricedDeal&, int service_line) {
  return {service_line, -1};
}

Subject line_subject(const pricing::PricedDeal& priced, int line) {
  const auto of_line = priced.lines[static_cast<std::size_t>(line)].service_line;
  int service_line = 0;
  while (priced.service_lines[static_cast<std::size_t>(service_line)].service_line != of_line) ++service_line;
  return {service_line, line};
}

int compare(const Value& value, Decimal bound) {
  if (value.denominator == 0) return value.numerator < 0 ? -1 : 1;
  Int128 left, right;
  if (multiply(value.numerator, Decimal::scale, left) && multiply(value.denominator, bound.micro(), right)) {
    return left < right ? -1 : left > right ? 1 : 0;
  }
  // Beyond 128 bits: Euclid's way, quotient by quotient, which only divides.
  Int128 a = value.numerator, b = value.denominator, c = bound.micro(), d = Decimal::scale;
  for (int sign = 1;; sign = -sign) {
    Int128 p = a / b, q = c / d;
    Int128 r = a % b, s = c % d;
    if (r < 0) r += b, --p;
    if (s < 0) s += d, --q;
    if (p != q) return p < q ? -sign : sign;
    if (r == 0 || s == 0) return r == s ? 0 : r == 0 ? -sign : sign;
    a = b, b = r, c = d, d = s;
  }
}

}  // namespace dealwright::guardrails
