#pragma once
// Where the partner earns: margins by service line, blended, at peak.

#include "web/panels/view.hpp"

namespace dealwright::web {

void margins_panel(View& view, const model::Deal& deal);

}  // namespace dealwright::web
