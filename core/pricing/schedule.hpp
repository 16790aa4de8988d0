#pragma once
// Periods of the term, and bookings, billings, revenue and cost by period (docs/pricing.md, "Time" and "Schedule").

#include <cstdint>
#include <span>
#include <vector>

#include "core/pricing/cost.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::pricing {

// How many periods one bill is for, of a term of `all` periods.
int periods_per_bill(model::Billing billing, int all);

// Sets period, month, from and to of each row; amounts are zero in `currency`. Rows are those of period_count(deal).
void lay_out_periods(const model::Deal& deal, Currency currency, std::vector<PeriodRow>& rows);

// Days of the first or last period where it is partial; 1 of 1 for any other.
Proration proration_of(const model::Deal& deal, const std::vector<PeriodRow>& rows, int period);

// Adds every line's net and cost to the rows; the lines must be complete.
void fill_schedule(const model::Deal& deal, std::span<const ActiveLine> active, std::span<const PricedLine> lines,
                   std::vector<PeriodRow>& rows);

}  // namespace dealwright::pricing
