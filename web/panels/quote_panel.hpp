#pragma once
// The customer's proposal, and the way from list price to net that it does not show.

#include "web/panels/view.hpp"

namespace dealwright::web {

void quote_panel(View& view, const model::Deal& deal);

}  // namespace dealwright::web
