#pragma once
// Who answers for what and who decides what, at a partner.

#include "core/governance/duties.hpp"
#include "web/panels/edit.hpp"

namespace dealwright::web {

// What is not settled, and who holds brand, price and relationship.
void ownership_card(Edits<model::Partner>& edit, const model::Partner& partner, const governance::DutiesResult& duties);
// The duties of each layer, and the decision rights, each with the party to choose: exactly one, or nobody.
void duties_cards(Edits<model::Partner>& edit, const governance::DutiesResult& duties);

}  // namespace dealwright::web
