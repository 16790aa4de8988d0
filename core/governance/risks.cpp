#include "core/governance/risks.hpp"

#include <utility>

namespace dealwright::governance {

std::vector<RaisedRisk> risks_of(const model::Playbook& playbook, const Facts& facts) {
  std::vector<RaisedRisk> raised;
  for (const model::Risk& risk : playbook.risks) {
    std::vector<RiskTrigger> triggers;
    for (const model::FactCondition& condition : risk.when) {
      for (const KnownFact* const fact : holding(condition, facts))
        triggers.push_back(
            {condition_words(playbook, condition, fact), value_words(playbook, condition, *fact), fact->deal});
    }
    if (!triggers.empty()) raised.push_back({risk.id, risk.name, std::move(triggers), risk.effect, risk.mitigation});
  }
  return raised;
}

}  // namespace dealwright::governance
