#pragma once
// A run's items over the days: when each can begin and must end, and what holds up the whole.

#include "web/panels/view.hpp"

namespace dealwright::web {

void timeline_panel(View& view, const model::Onboarding& run, const onboarding::RunResult& result);

}  // namespace dealwright::web
