#include "core/guardrails/background.hpp"

#include <algorithm>
#include <functional>

#include "core/base/lookup.hpp"
#include "core/base/stable_order.hpp"
#include "core/portfolio/plan.hpp"
#include "core/qualification/qualified.hpp"

namespace dealwright::guardrails {

std::optional<int> months_overcommitted(const model::Portfolio& portfolio) {
  Diagnostics told_elsewhere;
  const auto plan = portfolio::plan_of(portfolio, told_elsewhere);
  if (!plan) return std::nullopt;
  std::vector<int> months = plan->delivery.over;
  months.insert(months.end(), plan->support.over.begin(), plan->support.over.end());
  sort_stably(months, std::less<>());
  return static_cast<int>(std::unique(months.begin(), months.end()) - months.begin());
}

Backgrounds::Backgrounds(const model::Programme& programme, Diagnostics& diagnostics)
    : partners_(onboarding::certified_partners(programme)) {
  const auto verdicts = qualification::verdicts(programme, diagnostics);
  customers_.resize(programme.customers.size());
  for (std::size_t i = 0; i < customers_.size(); ++i) {
    const model::Playbook* const playbook = find_id(programme.playbooks, programme.customers[i].playbook);
    if (playbook == nullptr) continue;
    OfCustomer& customer = customers_[i];
    customer.named = playbook;
    customer.qualified = verdicts[i];
    customer.complexity = onboarding::delivery_complexity(*playbook, programme.customers[i]);
    if (customer.qualified || customer.complexity || playbook->hours_per_ticket)
      customer.playbook = static_cast<int>(playbook - programme.playbooks.data());
  }
  add_plans(programme);
}

void Backgrounds::add_plans(const model::Programme& programme) {
  planned_.resize(programme.partners.size());
  for (std::size_t plan = 0; plan < programme.portfolios.size(); ++plan) {
    const model::Portfolio& portfolio = programme.portfolios[plan];
    const model::Partner* const partner = find_id(programme.partners, portfolio.partner);
    if (partner == nullptr) continue;
    OfPartner& of = planned_[static_cast<std::size_t>(partner - programme.partners.data())];
    of.plans.push_back(static_cast<int>(plan));
    of.overcommitted = std::max(of.overcommitted, months_overcommitted(portfolio));
  }
}

Background Backgrounds::of(int partner, int customer) const {
  const OfCustomer& sold_to = customers_[static_cast<std::size_t>(customer)];
  return {sold_to.qualified, sold_to.complexity, partners_[static_cast<std::size_t>(partner)].certifications,
          sold_to.named, planned_[static_cast<std::size_t>(partner)].overcommitted};
}

int Backgrounds::playbook_of_customer(int customer) const {
  return customers_[static_cast<std::size_t>(customer)].playbook;
}

std::span<const onboarding::CertifyingRun> Backgrounds::runs_of_partner(int partner) const {
  return partners_[static_cast<std::size_t>(partner)].runs;
}

std::span<const int> Backgrounds::plans_of_partner(int partner) const {
  return planned_[static_cast<std::size_t>(partner)].plans;
}

}  // namespace dealwright::guardrails
