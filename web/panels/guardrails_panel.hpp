#pragma once
// What the guardrails find in a deal, and the changes that clear it.

#include "web/panels/view.hpp"

namespace dealwright::web {

enum class FindingsDetail : std::uint8_t { brief, full };

// The findings; in full with every way out.
void findings_card(View& view, const model::Deal& deal, FindingsDetail detail);

// What a document of guardrails demands; a row leads to the fields of its rule.
void rules_card(View& view, const model::Guardrails& document);

void guardrails_panel(View& view, const model::Deal& deal);

}  // namespace dealwright::web
