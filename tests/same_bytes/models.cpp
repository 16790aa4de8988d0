#include "tests/same_bytes/models.hpp"

#include "core/base/lookup.hpp"
#include "core/document/writer.hpp"
#include "core/roi/model_comparison.hpp"

namespace dealwright::tests {

std::string compared_models(const model::Programme& programme, const model::Deal& deal,
                            const pricing::PricedDeal& priced) {
  const model::Partner* const partner = find_id(programme.partners, deal.partner);
  const model::Playbook* const playbook = find_id(programme.playbooks, partner->playbook);
  if (playbook == nullptr) return {};
  Diagnostics told;
  const auto found = roi::compare_models(deal, *partner, *playbook, priced, told);
  return found ? document::write_json(*found) : std::string();
}

}  // namespace dealwright::tests
