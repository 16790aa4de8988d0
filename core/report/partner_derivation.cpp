#include "core/report/partner_derivation.hpp"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

using model::ServiceLine;

Derivation at(std::string kind, std::string id, std::string pointer, Derivation out) {
  out.kind = std::move(kind);
  out.id = std::move(id);
  out.pointer = std::move(pointer);
  return out;
}

Derivation lifetime_value(const DealFacts& facts, const roi::PartnerReturn& found) {
  std::vector<Derivation> children;
  for (const roi::PartnerRow& row : found.rows)
    children.push_back(money_node(facts, Step::rule,
                                  fmt::format("Margin of {}{}", spaced(word(row.service_line)),
                                              row.charge == model::Charge::one_off ? ", one-off" : ""),
                                  "its months, discounted", row.figures.margin.present, {}));
  return money_node(facts, Step::sum, "Lifetime value, present",
                    fmt::format("gross margin expected over {}", counted(found.horizon_months, "month", "months")),
                    found.total.margin.present, std::move(children));
}

// The deal's figure, else the partner's in its currency.
Derivation acquisition(const Explainer& e, Money cost) {
  const auto& context = e.facts().context();
  Derivation out = money_node(e.facts(), Step::value, "Acquisition cost", "", cost, {});
  if (context.deal.acquisition_cost) return at("deal", context.deal.id, "/acquisition_cost", std::move(out));
  const auto& costs = context.partner.economics->acquisition_costs;
  std::size_t place = 0;
  while (place + 1 < costs.size() && costs[place].currency != cost.currency) ++place;
  return at("partner", context.partner.id, fmt::format("/economics/acquisition_costs/{}/amount", place),
            std::move(out));
}

}  // namespace

Derivation partner_return_tree(const Explainer& e, const guardrails::Metric& metric) {
  const auto found = guardrails::partner_return_of(e.measured_facts());
  const std::string label(metric.label);
  const auto& partner = e.facts().context().partner.id;
  if (!found) return fixed(label, "the partner states no economics", "none", "");
  Derivation value = lifetime_value(e.facts(), *found);
  if (metric.id == "partner_lifetime_margin") {
    std::vector<Derivation> children{std::move(value)};
    if (found->acquisition_cost) children.push_back(acquisition(e, *found->acquisition_cost));
    return at("partner", partner, "/economics",
              money_node(e.facts(), Step::difference, label, "lifetime value less acquisition cost",
                         found->net_present_value, std::move(children)));
  }
  if (!found->acquisition_cost || found->acquisition_cost->minor == 0)
    return fixed(label, "no acquisition cost is stated", "none", "");
  return at("partner", partner, "/economics",
            e.quotient(metric.id, guardrails::deal_subject(), label, "lifetime value / acquisition cost",
                       std::move(value), acquisition(e, *found->acquisition_cost)));
}

Derivation support_sufficiency_tree(const Explainer& e) {
  const char* const label = "Support hours sold over needed";
  const auto& context = e.facts().context();
  const auto hours = guardrails::support_hours_of(e.measured_facts());
  if (!hours.is_sold) return fixed(label, "the deal has no line of support", "none", "");
  const model::Playbook* const playbook = e.background().playbook;
  if (hours.needed_pico == 0) return fixed(label, "nothing says what hours the customer's tickets take", "none", "");
  std::vector<Derivation> lines;
  Exact sold;
  for (std::size_t line = 0; line < e.priced().lines.size(); ++line) {
    if (e.priced().lines[line].service_line != ServiceLine::support) continue;
    sold = sold + Exact::from(e.priced().lines[line].hours_total);
    lines.push_back(line_hours(e.facts(), line));
  }
  const Decimal tickets = context.customer.profile.tickets_per_month;
  const Decimal term = Decimal::whole(context.deal.term_months);
  const Exact needed = Exact::from(tickets) * Exact::from(*playbook->hours_per_ticket) * Exact::from(term);
  std::vector<Derivation> factors{
      e.facts().in_customer("Tickets a month", tickets, quantity(tickets), "/profile/tickets_per_month"),
      at("playbook", playbook->id, "/hours_per_ticket",
         fixed("Hours for a ticket", "", quantity(*playbook->hours_per_ticket),
               playbook->hours_per_ticket->to_string())),
      e.facts().in_deal("Term", term, counted(context.deal.term_months, "month", "months"), "/term_months")};
  return e.quotient("support_hours_sufficiency", guardrails::deal_subject(), label, "hours sold / hours needed",
                    node(Step::sum, "Hours of support sold", "sum over its lines", grouped(sold.to_string()),
                         sold.to_string(), std::move(lines)),
                    node(Step::product, "Hours of support needed", "tickets x hours for each x months",
                         grouped(needed.to_string()), needed.to_string(), std::move(factors)));
}

Derivation overcommitment_tree(const Explainer& e) {
  const auto value = e.measured("plan_overcommitment", guardrails::deal_subject());
  const std::string& partner = e.facts().context().partner.id;
  if (value.is_missing()) return fixed("Months of overcommitment", "the partner has no growth plan", "none", "");
  std::vector<Derivation> plans;
  if (e.programme() != nullptr) {
    for (const model::Portfolio& portfolio : e.programme()->portfolios) {
      const auto months = portfolio.partner == partner ? guardrails::months_overcommitted(portfolio) : std::nullopt;
      if (months)
        plans.push_back(at("portfolio", portfolio.id, "",
                           fixed(portfolio.name, "", counted(*months, "month", "months"), std::to_string(*months))));
    }
  }
  return node(Step::rule, "Months of overcommitment", "the worst of the partner's growth plans: delivery or support",
              e.words("plan_overcommitment", value), Explainer::number(value), std::move(plans));
}

}  // namespace dealwright::report
