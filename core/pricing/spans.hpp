#pragma once
// Spans: runs of periods in which a line has the same waterfall and amounts.

#include "core/pricing/month.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::pricing {

bool same_waterfall(const Waterfall& a, const Waterfall& b);

// Adds periods from..to (the next ones) with this month's figures to the line; they join the last span where nothing
// differs.
void append_span(PricedLine& line, int from, int to, Proration proration, const MonthLine& month, int digits,
                 Rounding mode);

// Sets hours and cost of every span and all totals of the line; nets must be final. Returns false where a cost is too
// large.
bool complete_line(PricedLine& line, const ActiveLine& active, std::span<const Decimal> sizes, int digits,
                   Rounding mode);

}  // namespace dealwright::pricing
