#pragma once
// The notes of a run as a table, and its minutes as files.

#include "web/panels/view.hpp"

namespace dealwright::web {

void minutes_panel(View& view, const model::Onboarding& run, const report::OnboardingRun& stands);

}  // namespace dealwright::web
