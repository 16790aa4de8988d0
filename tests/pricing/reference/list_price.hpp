#pragma once
// Section "List price" of docs/pricing.md.

#include <optional>

#include "tests/pricing/reference/quantity.hpp"

namespace dealwright::reference {

// Graduated tiers of a price or of a cost: each part at its tier's unit price (or of started blocks), plus the flat fee
// of each tier entered; at zero the first tier's flat fee.
Rational graduated(const std::vector<model::Tier>& tiers, const Rational& quantity);

// Price of one month, or once, for every model but a percentage of components. `events`: quantity of the events meter.
// `agreed` stands in the place of the amount or the unit.
Rational list_price(const model::Price& price, const Quantities& quantities, const std::optional<Rational>& events,
                    const std::optional<Decimal>& agreed);

}  // namespace dealwright::reference
