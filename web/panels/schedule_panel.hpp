#pragma once
// The deal month by month: bookings, billings, revenue, cost.

#include "web/panels/view.hpp"

namespace dealwright::web {

void schedule_panel(View& view, const model::Deal& deal);

}  // namespace dealwright::web
