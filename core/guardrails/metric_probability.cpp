#include "core/guardrails/metric_probability.hpp"

#include <utility>

namespace dealwright::guardrails {
namespace {

struct Bound {
  roi::BoundCase bound;
  roi::MonthlyCase monthly;
};

// What is wrong in the business case is told where the deal is evaluated.
std::optional<Bound> bound_of(const Facts& facts) {
  const pricing::Context& context = facts.context;
  if (!context.deal.business_case) return std::nullopt;
  Diagnostics told_elsewhere;
  auto bound = roi::bind_case(context.deal, context.customer, facts.background.playbook, told_elsewhere);
  if (!bound) return std::nullopt;
  auto monthly = roi::monthly_case(*bound, facts.priced, told_elsewhere);
  if (!monthly) return std::nullopt;
  return Bound{*std::move(bound), *std::move(monthly)};
}

}  // namespace

Value customer_npv_probability(const Facts& facts, Subject, model::RuleBase) {
  const auto found = bound_of(facts);
  if (!found) return {};
  roi::CaseTrials own;
  const auto share = (facts.trials != nullptr ? *facts.trials : own).positive(found->bound, found->monthly);
  return share ? Value{share->numerator, share->denominator, {}} : Value{};
}

std::optional<roi::SimulatedReturn> simulated_return_of(const Facts& facts) {
  const auto found = bound_of(facts);
  if (!found) return std::nullopt;
  auto out = roi::chance_in_full(found->bound, found->monthly);
  if (out) out->deal = facts.context.deal.id;
  return out;
}

}  // namespace dealwright::guardrails
