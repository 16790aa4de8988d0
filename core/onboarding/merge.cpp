#include "core/onboarding/merge.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/document/diff.hpp"
#include "core/document/model_types.hpp"
#include "core/onboarding/ids.hpp"

namespace dealwright::onboarding {

namespace {

struct Identity {
  const char* pointer;
  const char* name;
  std::string model::Onboarding::*field;
};

constexpr std::array identities{
    Identity{"/id", "id", &model::Onboarding::id},
    Identity{"/playbook", "playbook", &model::Onboarding::playbook},
    Identity{"/template_id", "template", &model::Onboarding::template_id},
    Identity{"/partner", "partner", &model::Onboarding::partner},
    Identity{"/customer", "customer", &model::Onboarding::customer},
};

IdIndex index_of_items(const std::vector<model::ItemRecord>& records) {
  std::vector<std::string_view> items;
  items.reserve(records.size());
  for (const model::ItemRecord& record : records) items.push_back(record.item);
  return IdIndex(std::move(items));
}

bool has_odd_days(const model::ItemRecord& record) {
  return record.finished.is_stated() && (record.state != model::ItemState::done || record.finished < record.started);
}

bool is_unproven(const model::ItemRecord& record) {
  return record.state == model::ItemState::done && record.evidence.empty();
}

// Whether the merged record has a fault that neither side's has.
bool is_at_odds(const model::ItemRecord& merged, const model::ItemRecord& ours, const model::ItemRecord& theirs) {
  return (has_odd_days(merged) && !has_odd_days(ours) && !has_odd_days(theirs)) ||
         (is_unproven(merged) && !is_unproven(ours) && !is_unproven(theirs));
}

class StateRule {
 public:
  StateRule(const model::Onboarding& base, const model::Onboarding& ours, const model::Onboarding& theirs)
      : base_(base.items),
        ours_(ours.items),
        theirs_(theirs.items),
        in_base_(index_of_items(base_)),
        in_ours_(index_of_items(ours_)),
        in_theirs_(index_of_items(theirs_)) {}

  void apply(model::ItemRecord& merged, std::size_t at, std::vector<document::Conflict>& conflicts) const {
    const int ours = in_ours_.find(merged.item);
    const int theirs = in_theirs_.find(merged.item);
    const std::string pointer = fmt::format("/items/{}", at);
    if (ours < 0 || theirs < 0) return;
    const model::ItemRecord& our = ours_[static_cast<std::size_t>(ours)];
    const bool differ = std::any_of(conflicts.begin(), conflicts.end(), [&](const document::Conflict& one) {
      return one.pointer == pointer + "/state" || one.pointer == pointer + "/started" ||
             one.pointer == pointer + "/finished";
    });
    if (!differ && !is_at_odds(merged, our, theirs_[static_cast<std::size_t>(theirs)])) return;

    const int base = in_base_.find(merged.item);
    const model::ItemRecord before = base < 0 ? model::ItemRecord() : base_[static_cast<std::size_t>(base)];
    model::ItemRecord kept = merged;
    kept.state = our.state;
    kept.reason = our.reason;
    kept.started = our.started;
    kept.finished = our.finished;
    // What changes now has come from theirs alone: the base's texts are those from which theirs went away.
    const std::vector<document::Change> from_base = document::diff(before, merged);
    for (const document::Change& change : document::diff(merged, kept)) {
      const auto went = std::find_if(from_base.begin(), from_base.end(),
                                     [&](const document::Change& one) { return one.pointer == change.pointer; });
      conflicts.push_back({document::ConflictKind::changed, pointer + change.pointer,
                           fmt::format("Item record {} > {}", merged.item, change.label),
                           went == from_base.end() ? "" : went->before, change.after, change.before});
    }
    if (is_unproven(kept) && !is_unproven(our)) {
      kept.evidence = our.evidence;
      conflicts.push_back({document::ConflictKind::changed, pointer + "/evidence",
                           fmt::format("Item record {} > Evidence", merged.item),
                           fmt::format("{}", fmt::join(before.evidence, ", ")),
                           fmt::format("{}", fmt::join(our.evidence, ", ")), ""});
    }
    merged = std::move(kept);
  }

 private:
  const std::vector<model::ItemRecord>& base_;
  const std::vector<model::ItemRecord>& ours_;
  const std::vector<model::ItemRecord>& theirs_;
  IdIndex in_base_;
  IdIndex in_ours_;
  IdIndex in_theirs_;
};

}  // namespace

model::Onboarding blank_copy_of(const model::Onboarding& run) {
  model::Onboarding blank;
  for (const Identity& one : identities) blank.*one.field = run.*one.field;
  return blank;
}

Diagnostics unrelated_runs(const model::Onboarding& base, const model::Onboarding& ours,
                           const model::Onboarding& theirs) {
  Diagnostics diagnostics;
  const auto compare = [&](const char* whose, const model::Onboarding& side) {
    const auto value = [](const std::string& text) { return text.empty() ? "none" : fmt::format("\"{}\"", text); };
    for (const Identity& one : identities) {
      if (base.*one.field == side.*one.field) continue;
      diagnostics.push_back(told(Severity::error, "merge.unrelated", one.pointer,
                                 fmt::format("{} is no copy of the base's run: its {} is {}, the base's {}", whose,
                                             one.name, value(side.*one.field), value(base.*one.field)),
                                 "copies of one run"));
    }
  };
  compare("ours", ours);
  compare("theirs", theirs);
  return diagnostics;
}

MergedRun merge_runs(const model::Onboarding& base, const model::Onboarding& ours, const model::Onboarding& theirs) {
  MergedRun result;
  result.diagnostics = unrelated_runs(base, ours, theirs);
  if (!result.diagnostics.empty()) return result;
  auto merged = document::merge(base, ours, theirs);
  const StateRule rule(base, ours, theirs);
  for (std::size_t i = 0; i < merged.value.items.size(); ++i) rule.apply(merged.value.items[i], i, merged.conflicts);
  result.run = std::move(merged.value);
  result.conflicts = std::move(merged.conflicts);
  return result;
}

}  // namespace dealwright::onboarding
