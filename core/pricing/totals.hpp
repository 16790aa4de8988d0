#pragma once
// Figures of a deal from its priced lines and schedule (docs/pricing.md, "Figures of a deal").

#include <span>
#include <vector>

#include "core/pricing/lines.hpp"
#include "core/pricing/month.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::pricing {

// Sums over the monthly lines of a month that is whole and not free: net before true-up.
std::int64_t monthly_net(std::span<const MonthLine> month);

// Sets all totals and the margins by service line; the MRR and peak figures must be set already.
void add_up(const model::Deal& deal, Rounding mode, std::span<const ActiveLine> active, PricedDeal& out);

// Revenue less cost of each period, one-off amounts in full in the period in which their line starts.
void find_flows(const PricedDeal& priced, std::vector<std::int64_t>& flows);

// Sets payback_month and payback. `flows` is working memory.
void find_payback(PricedDeal& out, std::vector<std::int64_t>& flows);

}  // namespace dealwright::pricing
