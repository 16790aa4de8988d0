#pragma once
// A run's document against its template: which record belongs to which item, and what is wrong in what was written.

#include <vector>

#include "core/base/date.hpp"
#include "core/base/diagnostic.hpp"
#include "core/model/onboarding.hpp"
#include "core/model/playbook.hpp"
#include "core/onboarding/ids.hpp"
#include "core/onboarding/run_result.hpp"

namespace dealwright::onboarding {

// The template that the run follows; where the playbook lacks the version, the newest of that id, with a warning
// (onboarding.unknown_template_version). Nothing where it has none of that id (onboarding.unknown_template, an error).
const model::Template* template_of(const model::Playbook& playbook, const model::Onboarding& run,
                                   Diagnostics& diagnostics);

struct Records {
  std::vector<const model::ItemRecord*> of_item;  // one for each item of the template; null where nothing is recorded
  std::vector<const model::ItemRecord*> missing;  // of items that the template lacks
};

// Of two records of one item the first counts. Errors: onboarding.item_twice, onboarding.no_reason (not applicable),
// onboarding.no_evidence, onboarding.finished_before_started, onboarding.finished_but_not_done. Warnings:
// onboarding.unknown_item, onboarding.no_reason (blocked), onboarding.no_finish (done), onboarding.before_start,
// onboarding.after_today. Without a template no record has an item and none is missing. `items` indexes the template's.
Records match_records(const model::Template* onboarding, IdIndex& items, const model::Onboarding& run, Date today,
                      Diagnostics& diagnostics);

// Whether the item is recorded as done without the evidence that it asks for.
bool lacks_evidence(const model::TemplateItem& item, const model::ItemRecord* record);
Standing standing_of(const model::TemplateItem& item, const model::ItemRecord* record);

// Notes, workshops and the run itself. Errors: onboarding.action_without_owner, onboarding.action_without_due,
// onboarding.unknown_track, onboarding.no_customer, onboarding.target_before_start. Warnings:
// onboarding.risk_not_rated, onboarding.unknown_item, onboarding.after_today, onboarding.before_start. Without a
// template its ids are not looked up.
void check_notes(const model::Template* onboarding, IdIndex& items, const model::Onboarding& run, Date today,
                 Diagnostics& diagnostics);

}  // namespace dealwright::onboarding
