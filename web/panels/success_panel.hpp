#pragma once
// A customer after the sale: how it stands, quarter by quarter, and the review that is handed to it.

#include "web/panels/view.hpp"

namespace dealwright::web {

void success_panel(View& view, const model::SuccessPlan& plan);

}  // namespace dealwright::web
