#pragma once
// The checklist of a run in letters that are read from the back of a room, worked through by keys.

#include "web/panels/view.hpp"

namespace dealwright::web {

void checklist_panel(View& view, const model::Onboarding& run, const report::OnboardingRun& stands);

}  // namespace dealwright::web
