#pragma once
// How sure the return of a deal to its customer is.

#include "web/panels/view.hpp"

namespace dealwright::web {

void simulation_panel(View& view, const model::Deal& deal);

}  // namespace dealwright::web
