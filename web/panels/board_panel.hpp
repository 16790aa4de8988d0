#pragma once
// Where a run stands in one glance: readiness, gates, certifications, days, people, and a newer template.

#include "web/panels/view.hpp"

namespace dealwright::web {

void board_panel(View& view, const model::Onboarding& run, const report::OnboardingRun& stands);

}  // namespace dealwright::web
