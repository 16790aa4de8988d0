#pragma once
// A deal as it is negotiated: its terms and lines, and beside them what they come to.

#include "web/panels/view.hpp"

namespace dealwright::web {

void deal_panel(View& view, const model::Deal& deal);

// Months until the one-off cost is paid back, in the words of guardrails and explanations: "6.3 months", "not within
// the term".
std::string payback_text(const pricing::PricedDeal& priced);

// The figures of a deal that decide it, each of which can be asked where it comes from.
void deal_figures(View& view, const model::Deal& deal);

}  // namespace dealwright::web
