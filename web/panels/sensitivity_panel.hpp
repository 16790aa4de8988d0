#pragma once
// The tab of a deal that tells what its return owes to each of its inputs, and where each must stand.

#include "web/panels/view.hpp"

namespace dealwright::web {

void sensitivity_panel(View& view, const model::Deal& deal);

}  // namespace dealwright::web
