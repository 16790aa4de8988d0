#include "core/onboarding/certified.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/onboarding/gates.hpp"
#include "core/onboarding/records.hpp"

namespace dealwright::onboarding {

std::vector<CertificationResult> certifications_of(const model::Playbook& playbook, const model::Onboarding& run) {
  Diagnostics told;
  const model::Template* const onboarding = template_of(playbook, run, told);
  if (onboarding == nullptr) return {};
  IdIndex items = index_of_ids(onboarding->items);
  const Records records = match_records(onboarding, items, run, Date(), told);
  RunResult result;
  result.items.reserve(onboarding->items.size());
  for (std::size_t i = 0; i < onboarding->items.size(); ++i) {
    const model::TemplateItem& item = onboarding->items[i];
    ItemResult& row = result.items.emplace_back();
    row.item = item.id;
    row.stage = item.stage;
    row.mandatory = item.mandatory;
    row.state = standing_of(item, records.of_item[i]);
  }
  add_gates(*onboarding, items, result);
  return std::move(result.certifications);
}

namespace {

template <class List>
void put_names(const List& named, std::vector<std::string>& ids) {
  const IdIndex index = index_of_ids(named);
  for (std::string& id : ids) {
    const int at = index.find(id);
    if (at >= 0 && !named[static_cast<std::size_t>(at)].name.empty()) id = named[static_cast<std::size_t>(at)].name;
  }
}

}  // namespace

std::vector<CertifiedPartner> certified_partners(const model::Programme& programme) {
  std::vector<CertifiedPartner> out(programme.partners.size());
  const IdIndex partners = index_of_ids(programme.partners);
  const IdIndex playbooks = index_of_ids(programme.playbooks);
  for (std::size_t i = 0; i < programme.onboardings.size(); ++i) {
    const model::Onboarding& run = programme.onboardings[i];
    const int partner = partners.find(run.partner);
    const int playbook = playbooks.find(run.playbook);
    if (partner < 0 || playbook < 0) continue;
    const model::Playbook& of_run = programme.playbooks[static_cast<std::size_t>(playbook)];
    Diagnostics told;
    const model::Template* const onboarding = template_of(of_run, run, told);
    if (onboarding == nullptr || onboarding->onboards != model::Onboards::partner || onboarding->certifications.empty())
      continue;
    CertifiedPartner& certified = out[static_cast<std::size_t>(partner)];
    certified.runs.push_back({static_cast<int>(i), playbook});
    auto found = certifications_of(of_run, run);
    for (CertificationResult& one : found) {
      put_names(onboarding->items, one.missing);
      put_names(onboarding->stages, one.closed_gates);
    }
    certified.certifications.insert(certified.certifications.end(), std::make_move_iterator(found.begin()),
                                    std::make_move_iterator(found.end()));
  }
  return out;
}

std::optional<model::Complexity> delivery_complexity(const model::Playbook& playbook, const model::Customer& customer) {
  for (const model::ReferenceArchitecture& one : playbook.architectures)
    if (one.id == customer.architecture && one.complexity) return one.complexity;
  std::optional<model::Complexity> least;
  for (const model::Template& one : playbook.templates) {
    const auto& segments = one.segments;
    const bool is_for_customer =
        one.onboards == model::Onboards::customer &&
        (segments.empty() || std::find(segments.begin(), segments.end(), customer.segment) != segments.end());
    if (is_for_customer && one.complexity && (!least || *one.complexity < *least)) least = one.complexity;
  }
  return least;
}

}  // namespace dealwright::onboarding
