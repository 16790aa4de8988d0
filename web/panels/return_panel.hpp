#pragma once
// The business case of a deal: what it is worth to its customer, and the inputs that say so.

#include "web/panels/view.hpp"

namespace dealwright::web {

void return_panel(View& view, const model::Deal& deal);

}  // namespace dealwright::web
