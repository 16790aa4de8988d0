#include "core/roi/measured_baseline.hpp"

#include "core/base/lookup.hpp"
#include "core/pricing/book.hpp"

namespace dealwright::roi {

std::optional<Decimal> baseline_fact(const model::Customer& customer, const model::Playbook& playbook,
                                     std::string_view baseline) {
  const auto* const found = find_id(playbook.baselines, baseline);
  if (found == nullptr || found->fact.empty()) return std::nullopt;
  for (const pricing::Fact& fact : pricing::profile_facts())
    if (fact.name == found->fact && !(customer.profile.*fact.member).is_zero()) return customer.profile.*fact.member;
  return std::nullopt;
}

std::optional<Decimal> stated_baseline(const model::Customer& customer, std::string_view baseline) {
  for (const model::MeasuredBaseline& one : customer.baselines)
    if (one.baseline == baseline) return one.value;
  return std::nullopt;
}

std::optional<Decimal> measured_baseline(const model::Customer& customer, const model::Playbook& playbook,
                                         std::string_view baseline) {
  const auto stated = stated_baseline(customer, baseline);
  return stated ? stated : baseline_fact(customer, playbook, baseline);
}

bool is_measured(const model::Customer& customer, const model::Playbook& playbook, const model::ValueDriver& driver) {
  for (const auto* const baseline : {&driver.volume, &driver.per_unit, &driver.rate})
    if (!baseline->empty() && !measured_baseline(customer, playbook, *baseline)) return false;
  return true;
}

}  // namespace dealwright::roi
