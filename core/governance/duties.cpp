#include "core/governance/duties.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/words.hpp"
#include "core/governance/lookup.hpp"

namespace dealwright::governance {

namespace {

using model::Owned;
using model::Party;

void warn_of_second(const char* code, std::string pointer, const std::string& id, Diagnostics& diagnostics) {
  Diagnostic diagnostic =
      mistake(code, std::move(pointer), fmt::format("\"{}\" is assigned above already", id), "one entry");
  diagnostic.severity = Severity::warning;
  diagnostics.push_back(std::move(diagnostic));
}

Holding holding_of(const std::vector<Party>& parties) {
  if (parties.empty()) return Holding::gap;
  return parties.size() == 1 ? Holding::held : Holding::twice;
}

bool holds_other_than(const std::vector<Party>& parties, Party usual) {
  return std::any_of(parties.begin(), parties.end(), [&](Party party) { return party != usual; });
}

DutyResult duty_of(const model::Duty& duty, const model::Partner& partner, Diagnostics& diagnostics) {
  DutyResult row;
  row.duty = duty.id;
  row.name = duty.name;
  row.layer = duty.layer;
  row.protects = duty.protects;
  row.usual = duty.usual;
  for (std::size_t i = 0; i < partner.duties.size(); ++i) {
    const model::DutyHolder& entry = partner.duties[i];
    if (entry.duty != duty.id) continue;
    if (row.accountable.empty())
      row.note = entry.note;
    else
      warn_of_second("partner.duty_twice", fmt::format("/duties/{}/duty", i), duty.id, diagnostics);
    row.accountable.push_back(entry.accountable);
  }
  row.holding = holding_of(row.accountable);
  row.differs = holds_other_than(row.accountable, duty.usual);
  row.channel_conflict = duty.protects != Owned::nothing && std::find(row.accountable.begin(), row.accountable.end(),
                                                                      Party::provider) != row.accountable.end();
  return row;
}

DecisionResult decision_of(const model::DecisionRight& right, const model::Partner& partner, Diagnostics& diagnostics) {
  DecisionResult row;
  row.decision = right.id;
  row.name = right.name;
  row.usual = right.usual;
  row.note = right.note;
  for (std::size_t i = 0; i < partner.decisions.size(); ++i) {
    const model::DecisionHolder& entry = partner.decisions[i];
    if (entry.decision != right.id) continue;
    if (!row.decides.empty())
      warn_of_second("partner.decision_twice", fmt::format("/decisions/{}/decision", i), right.id, diagnostics);
    else if (!entry.note.empty())
      row.note = entry.note;
    row.decides.push_back(entry.decides);
  }
  row.holding = holding_of(row.decides);
  row.differs = holds_other_than(row.decides, right.usual);
  row.by_default = row.decides.empty();
  if (row.by_default) row.decides.push_back(right.usual);
  return row;
}

void add_ownership(Owned of, Party holder, std::vector<ChannelConflict>& conflicts) {
  if (holder == Party::partner) return;
  conflicts.push_back(
      {of, holder, "",
       fmt::format("The {} holds the {}, which is the partner's.", spaced(word_of(holder)), word_of(of))});
}

}  // namespace

DutiesResult duties_of(const model::Playbook& playbook, const model::Partner& partner, Diagnostics& diagnostics) {
  DutiesResult result;
  result.partner = partner.id;
  result.playbook = playbook.id;
  add_ownership(Owned::brand, partner.owns.brand, result.conflicts);
  add_ownership(Owned::price, partner.owns.price, result.conflicts);
  add_ownership(Owned::relationship, partner.owns.relationship, result.conflicts);
  DutyCounts& counts = result.counts;
  for (const model::Duty& duty : playbook.duties) {
    const DutyResult& row = result.duties.emplace_back(duty_of(duty, partner, diagnostics));
    ++counts.duties;
    counts.gaps += row.holding == Holding::gap ? 1 : 0;
    counts.twice += row.holding == Holding::twice ? 1 : 0;
    counts.differ += row.differs ? 1 : 0;
    if (row.channel_conflict)
      result.conflicts.push_back({duty.protects, Party::provider, duty.id,
                                  fmt::format("The provider holds the duty \"{}\", which protects the partner's {}.",
                                              duty.name, word_of(duty.protects))});
  }
  for (const model::DecisionRight& right : playbook.decision_rights) {
    const DecisionResult& row = result.decisions.emplace_back(decision_of(right, partner, diagnostics));
    counts.decisions_by_default += row.by_default ? 1 : 0;
    counts.decisions_twice += row.holding == Holding::twice ? 1 : 0;
  }
  counts.channel_conflicts = static_cast<int>(result.conflicts.size());
  return result;
}

}  // namespace dealwright::governance
