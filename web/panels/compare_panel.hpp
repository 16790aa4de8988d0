#pragma once
// The tab of a deal that sets it beside up to three others and tells what makes them differ.

#include "web/panels/view.hpp"

namespace dealwright::web {

void compare_panel(View& view, const model::Deal& deal);

}  // namespace dealwright::web
