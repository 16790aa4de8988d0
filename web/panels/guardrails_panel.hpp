#pragma once
// What the guardrails find in a deal, and the changes that clear it.

#include "web/panels/view.hpp"

namespace dealwright::web {

enum class FindingsDetail : std::uint8_t { brief, full };

// The findings; in full with every way out.
void findings_card(View& view, const model::Deal& deal, FindingsDetail detail);

void guardrails_panel(View& view, const model::Deal& deal);

}  // namespace dealwright::web
