#pragma once
// What is written down about an item beside its state: why it is blocked or does not apply, evidence, a note.

#include "web/panels/view.hpp"

namespace dealwright::web {

// The open form, in a card; nothing where none is open. Returns whether the run was changed: then the results that
// were passed in are gone.
bool checklist_form(View& view, const model::Onboarding& run, const onboarding::ItemResult& item);

}  // namespace dealwright::web
