#include "core/onboarding/gates.hpp"

namespace dealwright::onboarding {

namespace {

Readiness none_of(std::string id, std::string name) {
  return {std::move(id), std::move(name), {0, 0}, {0, 0}};
}

void count(const ItemResult& item, Readiness& readiness) {
  const int ready = is_ready(item.state) ? 1 : 0;
  readiness.ready.numerator += ready;
  ++readiness.ready.denominator;
  if (!item.mandatory) return;
  readiness.mandatory_ready.numerator += ready;
  ++readiness.mandatory_ready.denominator;
}

// A row for each element of the list; one that is there twice has its items in the first.
template <class List>
std::vector<Readiness> rows_of(const List& list) {
  std::vector<Readiness> rows;
  rows.reserve(list.size());
  for (const auto& one : list) rows.push_back(none_of(one.id, one.name));
  return rows;
}

void count_in(const IdIndex& index, const std::string& id, const ItemResult& item, std::vector<Readiness>& rows) {
  if (const int at = index.find(id); at >= 0) count(item, rows[static_cast<std::size_t>(at)]);
}

std::vector<Readiness> with_items(std::vector<Readiness> rows) {
  std::vector<Readiness> kept;
  for (Readiness& row : rows)
    if (row.ready.has_value()) kept.push_back(std::move(row));
  return kept;
}

}  // namespace

void add_readiness(const model::Playbook& playbook, const model::Template& onboarding, RunResult& result) {
  const IdIndex stages = index_of_ids(onboarding.stages);
  const IdIndex tracks = index_of_ids(onboarding.tracks);
  const IdIndex roles = index_of_ids(playbook.roles);
  result.ready = none_of({}, {});
  result.stages = rows_of(onboarding.stages);
  result.tracks = rows_of(onboarding.tracks);
  std::vector<Readiness> owners = rows_of(playbook.roles);
  std::vector<Readiness> enabled = owners;
  for (std::size_t i = 0; i < onboarding.items.size(); ++i) {
    const ItemResult& item = result.items[i];
    count(item, result.ready);
    count_in(stages, item.stage, item, result.stages);
    count_in(tracks, item.track, item, result.tracks);
    count_in(roles, item.role, item, owners);
    for (const std::string& role : onboarding.items[i].enables) count_in(roles, role, item, enabled);
  }
  result.roles = with_items(std::move(owners));
  result.enablement = with_items(std::move(enabled));
}

void add_gates(const model::Template& onboarding, const IdIndex& items, RunResult& result) {
  const IdIndex stages = index_of_ids(onboarding.stages);
  for (const model::Stage& stage : onboarding.stages)
    result.gates.push_back({stage.id, stage.name, stage.gate, false, {}, {}});
  for (std::size_t i = 0; i < onboarding.items.size(); ++i) {
    const ItemResult& item = result.items[i];
    const int stage = stages.find(item.stage);
    if (stage < 0 || !item.mandatory || is_ready(item.state)) continue;
    result.gates[static_cast<std::size_t>(stage)].missing.push_back(item.item);
  }
  std::vector<std::string> closed;
  for (GateResult& gate : result.gates) {
    gate.closed_gates = closed;
    gate.open = gate.missing.empty() && closed.empty();
    if (!gate.open) closed.push_back(gate.stage);
  }
  for (const model::Certification& one : onboarding.certifications) {
    CertificationResult row{one.id, one.name, one.complexity, one.tenancies, one.discount, false, {}, {}};
    for (const std::string& id : one.items) {
      const int item = items.find(id);
      if (item < 0 || result.items[static_cast<std::size_t>(item)].state != Standing::done) row.missing.push_back(id);
    }
    const int stage = stages.find(one.stage);
    if (stage < 0) row.closed_gates.push_back(one.stage);
    for (int at = 0; at <= stage; ++at)
      if (const GateResult& gate = result.gates[static_cast<std::size_t>(at)]; !gate.open)
        row.closed_gates.push_back(gate.stage);
    row.held = row.missing.empty() && row.closed_gates.empty();
    result.certifications.push_back(std::move(row));
  }
}

}  // namespace dealwright::onboarding
