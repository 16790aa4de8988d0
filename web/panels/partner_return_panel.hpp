#pragma once
// What a deal is worth to its partner, and under which models it would be worth more.

#include "web/panels/view.hpp"

namespace dealwright::web {

void partner_return_panel(View& view, const model::Deal& deal);

}  // namespace dealwright::web
