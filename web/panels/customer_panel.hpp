#pragma once
// A customer as an interview: what it is qualified for, why, and what would turn it.

#include "web/panels/view.hpp"

namespace dealwright::web {

void customer_panel(View& view, const model::Customer& customer);

}  // namespace dealwright::web
