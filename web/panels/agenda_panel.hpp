#pragma once
// The agenda of a run's workshop, and the time that is left of the item in hand.

#include "web/panels/view.hpp"

namespace dealwright::web {

void agenda_panel(View& view, const model::Onboarding& run);
// What is left of the item in hand, beside what stands there already; nothing while no time of this run is taken. It
// asks for a frame a second.
void timer_line(View& view, const model::Onboarding& run);

}  // namespace dealwright::web
