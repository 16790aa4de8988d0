#pragma once
// The list price of a quantity under each price model (docs/pricing.md, "List price").

#include <optional>
#include <span>

#include "core/base/decimal.hpp"
#include "core/base/exact.hpp"
#include "core/model/price_book.hpp"

namespace dealwright::pricing {

// What a price is asked for.
struct Asked {
  Decimal billable;                   // billed units after the included ones, not negative
  Decimal count = Decimal::whole(1);  // how many of a flat price
  Decimal events;                     // of a percentage with an events meter
  bool has_events = false;
  std::span<const Decimal> readings;  // of a percentage: each is one event
  std::optional<Decimal> agreed;      // in the place of the amount or the unit price
};

// Price in the major unit of the book's currency, exact. Percentages of components are not priced here. The tiers must
// be in order with an open last one. Overflowed where 38 digits do not hold it.
Exact list_price(const model::Price& price, const Asked& asked);

// Each part of the quantity at its tier's unit price (started blocks where stated), plus the flat fee of each tier
// entered; at zero the first tier's flat fee where `flat_at_zero`.
Exact graduated_price(std::span<const model::Tier> tiers, Decimal quantity, bool flat_at_zero);

// Whether the model is priced by tiers alone.
bool is_tiered(model::PriceModel price_model);

// Whether an agreed price can take the place of a number of this model.
bool takes_agreed_price(model::PriceModel price_model);

}  // namespace dealwright::pricing
