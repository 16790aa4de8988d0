#pragma once
// The programme at a glance: which deals need attention, and every document by search.

#include "web/panels/view.hpp"

namespace dealwright::web {

void programme_panel(View& view);

}  // namespace dealwright::web
