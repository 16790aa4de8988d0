#pragma once
// The lines of a deal, from its package and its own list, with everything that does not change from month to month.

#include <span>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/pricing/pricer.hpp"

namespace dealwright::pricing {

// One line ready to be priced. Pointers lead into the deal and the price book.
struct ActiveLine {
  int component_index = -1;
  int deal_line = -1;
  int variant = -1;
  const model::Component* component = nullptr;
  const model::Line* line = nullptr;  // null: plain line of the package
  const model::Price* price = nullptr;
  const model::Cost* cost = nullptr;
  const ResolvedPrice* resolved_price = nullptr;
  const ResolvedCost* resolved_cost = nullptr;
  int meter = -1;
  int rank = 0;
  Decimal included;  // billed units
  int first = 1;     // periods, inclusive
  int last = 1;
  bool monthly = true;
  bool of_components = false;  // a percentage of components
  bool uplifted = false;       // the deal's uplift is meant for its service line
  bool may_be_free = false;    // the deal's free months are
  bool follows_peak = false;   // its price or its cost rises in a month of peak trading
  Decimal term_rate;           // 0 where the component takes no discount, as prepay_rate
  Decimal prepay_rate;
  Decimal hourly_cost;
};

// The periods of the deal's term: term_months, one more where calendar alignment makes partial ones.
int period_count(const model::Deal& deal);

// Index of the service tier in force, or -1: the deal's own, else its package's.
int service_tier_in_force(const model::Deal& deal, const Book& book);

// Fills `lines` in the order of docs/pricing.md, "Lines", and reports everything about the deal that keeps it from
// being priced. Returns whether it can be priced.
bool resolve_lines(const Context& context, std::vector<ActiveLine>& lines, Diagnostics& diagnostics);

// Fills `order` with the indices of `lines`, percentages of components after all they are taken of, and
// `line_of_component` with the index of each component's line, or -1.
void put_in_order(std::span<const ActiveLine> lines, const Book& book, std::vector<int>& order,
                  std::vector<int>& line_of_component);

// The ramp segment of the line that covers the period, or null.
const model::RampSegment* ramp_segment(const ActiveLine& line, int period);

// Whether a list of service lines means this one: an empty list means all.
bool means(const std::vector<model::ServiceLine>& service_lines, model::ServiceLine service_line);

// Of the term or prepayment discounts, the step in force for this service line, or null.
const model::ProgrammeDiscount* step_in_force(const Context& context, model::DiscountKind kind,
                                              model::ServiceLine service_line);

// Whether the period is one of the deal's free months.
bool covers_free(const model::Deal& deal, int period);

}  // namespace dealwright::pricing
