#pragma once
// A customer's controls, its risks and how much of its solution is standard, as its partner's governance has them.

#include "web/panels/view.hpp"

namespace dealwright::web {

void controls_panel(View& view, const model::Customer& customer);

}  // namespace dealwright::web
