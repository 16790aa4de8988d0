#include "core/roi/measured_baseline.hpp"

#include "core/base/lookup.hpp"
#include "core/pricing/book.hpp"

namespace dealwright::roi {

std::optional<Decimal> measured_baseline(const model::Customer& customer, const model::Playbook& playbook,
                                         std::string_view id) {
  for (const model::MeasuredBaseline& one : customer.baselines)
    if (one.baseline == id) return one.value;
  const auto* const baseline = find_id(playbook.baselines, id);
  if (baseline == nullptr || baseline->fact.empty()) return std::nullopt;
  for (const pricing::Fact& fact : pricing::profile_facts())
    if (fact.name == baseline->fact && !(customer.profile.*fact.member).is_zero()) return customer.profile.*fact.member;
  return std::nullopt;
}

bool is_measured(const model::Customer& customer, const model::Playbook& playbook, const model::ValueDriver& driver) {
  for (const auto* const baseline : {&driver.volume, &driver.per_unit, &driver.rate})
    if (!baseline->empty() && !measured_baseline(customer, playbook, *baseline)) return false;
  return true;
}

}  // namespace dealwright::roi
