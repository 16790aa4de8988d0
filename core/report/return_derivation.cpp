#include "core/report/return_derivation.hpp"

#include <utility>
#include <vector>

#include "core/report/return_tables.hpp"

namespace dealwright::report {
namespace {

using roi::ReturnRow;

Derivation present_values(const DealFacts& facts, const ReturnRow& total, const std::vector<ReturnRow>& rows) {
  std::vector<Derivation> children;
  for (const ReturnRow& row : rows)
    children.push_back(money_node(facts, Step::rule, row.name, "its months, discounted", row.present, {}));
  return money_node(facts, Step::sum, total.name, "sum of present values", total.present, std::move(children));
}

Derivation in_case(const Explainer& e, Derivation out) {
  out.kind = "deal";
  out.id = e.facts().context().deal.id;
  out.pointer = "/business_case";
  return out;
}

}  // namespace

Derivation customer_return_tree(const Explainer& e, const guardrails::Metric& metric) {
  const auto found = guardrails::customer_return_of(e.measured_facts());
  if (!found) return fixed(std::string(metric.label), "the deal has no sound business case", "none", "");
  const DealFacts& facts = e.facts();
  Derivation costs = present_values(facts, found->total_costs, found->costs);
  Derivation npv =
      money_node(facts, Step::difference, "Customer's net present value", "benefits less costs", found->net.present,
                 {present_values(facts, found->total_benefits, found->benefits), costs});
  if (metric.id == "customer_npv") return in_case(e, std::move(npv));
  if (metric.id == "customer_roi")
    return in_case(e, e.quotient(metric.id, guardrails::deal_subject(), std::string(metric.label),
                                 "net present value / present value of costs", std::move(npv), std::move(costs)));
  const auto value = e.measured(metric.id, guardrails::deal_subject());
  return in_case(
      e, node(Step::rule, std::string(metric.label), "where the sum of net benefits comes back to zero",
              payback_words(found->payback, found->horizon_months), Explainer::number(value), {std::move(npv)}));
}

}  // namespace dealwright::report
