#pragma once
// The growth plan of a portfolio: recurring revenue, people, cash and the gates between phases.

#include "web/panels/view.hpp"

namespace dealwright::web {

void plan_panel(View& view, const model::Portfolio& portfolio);

}  // namespace dealwright::web
