#pragma once
// Months of a growth plan taken together.

#include "core/portfolio/plan.hpp"

namespace dealwright::portfolio {

void add(Decimal& to, Decimal amount);

// The month after what `to` covers: what happens adds up, what is there at the end replaces. The retention of `to` is
// left as it is.
void append(Customers& to, const Customers& next);
void append(Movements& to, const Movements& next);
void append(Span& to, const Span& next);

// A row of the span's own month: all adds up.
void add_row(Span& span, const RowMonth& row);

Movements no_movements(Currency currency);

}  // namespace dealwright::portfolio
