#pragma once
// The inspector: where the asked figure comes from, down to the line of the document.

#include "web/panels/view.hpp"

namespace dealwright::web {

void why_panel(View& view);

}  // namespace dealwright::web
