#pragma once
// What working through a checklist changes in a run's document. Items are named by their ids in the template; a record
// is made where an item has none, and is gone again where it says nothing more than that the item is to do.

#include <optional>
#include <string>
#include <string_view>

#include "core/model/onboarding.hpp"

namespace dealwright::web {

// The record that counts; null where nothing is recorded.
const model::ItemRecord* find_record(const model::Onboarding& run, std::string_view item);
// As recorded; to do where nothing is.
model::ItemState recorded_state(const model::Onboarding& run, std::string_view item);

// To do, in progress, done; what is blocked goes on. Nothing for what is done or does not apply.
std::optional<model::ItemState> state_after(model::ItemState state);
// One step back: what is blocked or does not apply is to do again. Nothing for what is to do.
std::optional<model::ItemState> state_before(model::ItemState state);

// `reason` is kept for what is blocked or does not apply. What is begun or done has begun on `today` where it had not
// before, what is done is finished on it, never before it was started; other states have no day of finish.
void set_item_state(model::Onboarding& run, const std::string& item, model::ItemState state, std::string reason,
                    Date today);
void add_evidence(model::Onboarding& run, const std::string& item, std::string evidence);
// Adds the note under an id of its own, which is made of its kind: "action-3".
void add_note(model::Onboarding& run, model::Note note);

}  // namespace dealwright::web
