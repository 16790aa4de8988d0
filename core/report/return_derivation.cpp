#include "core/report/return_derivation.hpp"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/guardrails/metric_probability.hpp"
#include "core/report/figures.hpp"
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

// The trials' own figures below their share; what makes them differ below these.
Derivation probability(const Explainer& e, const guardrails::Metric& metric) {
  const auto value = e.measured(metric.id, guardrails::deal_subject());
  std::vector<Derivation> children;
  if (const auto found = guardrails::simulated_return_of(e.measured_facts())) {
    children.push_back(money_node(e.facts(), Step::rule, "Of the likely values", "", found->npv, {}));
    for (const roi::Percentile& one : found->percentiles)
      if (one.percent == 10 || one.percent == 50 || one.percent == 90)
        children.push_back(money_node(e.facts(), Step::rule, fmt::format("P{}", one.percent),
                                      fmt::format("{} of 100 trials came to less", one.percent), one.npv, {}));
    for (const roi::InputShare& one : found->inputs)
      children.push_back(fixed(
          one.name, fmt::format("from {} to {}; its share of the variance", quantity(one.low), quantity(one.high)),
          to_percent(Ratio{one.share.micro(), Decimal::scale}), one.share.to_string()));
  }
  return node(Step::rule, std::string(metric.label),
              fmt::format("trials above 0 / all {} trials", grouped(std::to_string(roi::chance_trials))),
              e.words(metric.id, value), Explainer::number(value), std::move(children));
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
  if (metric.id == "customer_npv_probability") return in_case(e, probability(e, metric));
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
