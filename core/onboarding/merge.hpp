#pragma once
// Two people's copies of one run made into one.

#include <optional>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/document/merge.hpp"
#include "core/model/onboarding.hpp"

namespace dealwright::onboarding {

struct MergedRun {
  std::optional<model::Onboarding> run;  // nothing where the copies are not of one run
  std::vector<document::Conflict> conflicts;
  Diagnostics diagnostics;  // why they are not
};

// A run of the same id, playbook, template, partner and customer in which nothing has happened: the base of copies that
// have none.
model::Onboarding blank_copy_of(const model::Onboarding& run);

// What keeps the copies from being of one run: another id, playbook, template, partner or customer than the
// base's. One error
// (merge.unrelated) for each such field of each side; its pointer is the field's.
Diagnostics unrelated_runs(const model::Onboarding& base, const model::Onboarding& ours,
                           const model::Onboarding& theirs);

// Merges by document::merge(), records by their item and field; of an item that one side does not list the other's
// record counts. An item's state, reason and days go together: where both sides changed the state or a day differently,
// where one's day of finish would stand beside the other's state that is not done or before the other's start, or where
// one's done would stand beside the other's removal of its evidence, they are those of ours (with its evidence) and
// what theirs has instead is told. So a state is never taken back, nor an item said to be done, by merging alone.
MergedRun merge_runs(const model::Onboarding& base, const model::Onboarding& ours, const model::Onboarding& theirs);

}  // namespace dealwright::onboarding
