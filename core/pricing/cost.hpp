#pragma once
// What a line costs the partner (docs/pricing.md, "Cost").

#include <optional>
#include <span>

#include "core/pricing/lines.hpp"

namespace dealwright::pricing {

// What cost is counted on.
struct CostBasis {
  Decimal quantity;                   // metered quantity that unit costs, tiers and hours per unit follow
  Decimal count = Decimal::whole(1);  // how many of the fixed parts
};

// One period's cost, minor units.
struct CostParts {
  std::int64_t wholesale = 0;
  std::int64_t work = 0;
  std::int64_t third_party = 0;
  Decimal hours;

  std::int64_t total() const { return wholesale + work + third_party; }
};

// The days of a partial period over those of its calendar month; 1 of 1 for a whole one.
struct Proration {
  int days = 1;
  int of_days = 1;
};

// Whether unit costs follow a meter that is not the line's own.
bool costs_other_meter(const ActiveLine& line);

// The basis in a month with this metered quantity; `sizes` are the quantities of all meters.
CostBasis cost_basis(const ActiveLine& line, Decimal metered, std::span<const Decimal> sizes);

// Cost of a period, or of a one-off service. `net` is the line's net of the period in minor units, prorated already.
// Nothing where a part or the hours are too large.
std::optional<CostParts> cost_of(const ActiveLine& line, const CostBasis& basis, std::int64_t net, Proration proration,
                                 int digits, Rounding mode);

}  // namespace dealwright::pricing
