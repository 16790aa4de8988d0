#include "core/qualification/qualified.hpp"

#include <utility>

#include "core/base/lookup.hpp"

namespace dealwright::qualification {
namespace {

void append(Diagnostics& to, Diagnostics from, const std::string& file) {
  for (Diagnostic& diagnostic : from) {
    diagnostic.file = file;
    to.push_back(std::move(diagnostic));
  }
}

// The playbooks that can be asked.
class Playbooks {
 public:
  Playbooks(const model::Programme& programme, Diagnostics& diagnostics) : programme_(programme) {
    for (const model::Playbook& playbook : programme.playbooks) {
      Diagnostics found = check_playbook(playbook);
      sound_.push_back(!has_errors(found));
      append(diagnostics, std::move(found), "playbook/" + playbook.id);
    }
  }

  // Null where the customer cannot be qualified.
  const model::Playbook* of(const model::Customer& customer) const {
    const model::Playbook* const playbook =
        customer.qualification ? find_id(programme_.playbooks, customer.playbook) : nullptr;
    if (playbook == nullptr) return nullptr;
    return sound_[static_cast<std::size_t>(playbook - programme_.playbooks.data())] ? playbook : nullptr;
  }

 private:
  const model::Programme& programme_;
  std::vector<bool> sound_;
};

}  // namespace

TenancyFit fit_of(std::optional<Verdict> verdict, model::Tenancy sold) {
  if (!verdict) return TenancyFit::not_qualified;
  switch (*verdict) {
    case Verdict::shared:
      return sold == model::Tenancy::shared ? TenancyFit::fits : TenancyFit::contradicts;
    case Verdict::dedicated:
      return sold == model::Tenancy::dedicated ? TenancyFit::fits : TenancyFit::contradicts;
    case Verdict::review:
      return TenancyFit::review;
    case Verdict::open:
      break;
  }
  return TenancyFit::open;
}

std::vector<std::optional<Verdict>> verdicts(const model::Programme& programme, Diagnostics& diagnostics) {
  const Playbooks playbooks(programme, diagnostics);
  std::vector<std::optional<Verdict>> out;
  out.reserve(programme.customers.size());
  for (const model::Customer& customer : programme.customers) {
    const model::Playbook* const playbook = playbooks.of(customer);
    auto& verdict = out.emplace_back();
    if (playbook == nullptr) continue;
    Diagnostics found;
    verdict = verdict_of(*playbook, customer, found);
    append(diagnostics, std::move(found), "customer/" + customer.id);
  }
  return out;
}

std::vector<TenancyResult> qualifications(const model::Programme& programme) {
  Diagnostics told;
  const Playbooks playbooks(programme, told);
  std::vector<TenancyResult> out;
  for (const model::Customer& customer : programme.customers) {
    if (const model::Playbook* const playbook = playbooks.of(customer))
      out.push_back(qualify(*playbook, customer, told));
  }
  return out;
}

}  // namespace dealwright::qualification
