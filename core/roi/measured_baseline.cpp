#include "core/roi/measured_baseline.hpp"

#include "core/base/lookup.hpp"
#include "core/pricing/book.hpp"

namespace dealwright::roi {

std::optional<Decimal> baseline_fact(const model::Customer& customer, const model::Playbook& playbook,
                                     const std::string& baseline) {
  const auto* const found = find_id(playbook.baselines, baseline);
  if (found == nullptr || found->fact.empty()) return std::nullopt;
  for (const pricing::Fact& fact : pricing::profile_facts())
    if (fact.name == found->fact && !(customer.profile.*fact.member).is_zero()) return customer.profile.*fact.member;
  return std::nullopt;
}

std::optional<Decimal> stated_baseline(const model::Customer& customer, const std::string& baseline) {
  for (const model::MeasuredBaseline& one : customer.baselines)
    if (one.baseline == baseline) return one.value;
  return std::nullopt;
}

std::optional<Decimal> measured_baseline(const model::Customer& customer, const model::Playbook& playbook,
                                         const std::string& baseline) {
  const auto stated = stated_baseline(customer, baseline);
  return stated ? stated : baseline_fact(customer, playbook, baseline);
}

}  // namespace dealwright::roi
