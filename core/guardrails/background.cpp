#include "core/guardrails/background.hpp"

#include "core/base/lookup.hpp"
#include "core/qualification/qualified.hpp"

namespace dealwright::guardrails {

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
    if (customer.qualified || customer.complexity)
      customer.playbook = static_cast<int>(playbook - programme.playbooks.data());
  }
}

Background Backgrounds::of(int partner, int customer) const {
  const OfCustomer& sold_to = customers_[static_cast<std::size_t>(customer)];
  return {sold_to.qualified, sold_to.complexity, partners_[static_cast<std::size_t>(partner)].certifications,
          sold_to.named};
}

int Backgrounds::playbook_of_customer(int customer) const {
  return customers_[static_cast<std::size_t>(customer)].playbook;
}

std::span<const onboarding::CertifyingRun> Backgrounds::runs_of_partner(int partner) const {
  return partners_[static_cast<std::size_t>(partner)].runs;
}

}  // namespace dealwright::guardrails
