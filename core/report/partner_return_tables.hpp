#pragma once
// The tables of a partner's return: its figures, income, cost and margin by year, recurring revenue by service line,
// deliveries, and the move from the shared platform.

#include <vector>

#include "core/report/deal_tables.hpp"
#include "core/report/table.hpp"
#include "core/roi/partner_return.hpp"

namespace dealwright::report {

// Lifetime value, acquisition and its payback, net present value, implementation.
Table partner_figures_table(const roi::PartnerReturn& found);
// Gross margin of each service line by year, under income and cost in all, one-off work apart.
Table partner_return_table(const roi::PartnerReturn& found);
// Expected MRR at the end of each year, by service line.
Table partner_mrr_table(const roi::PartnerReturn& found);
// The margin of the one-off lines, should delivery take low, likely and high hours; no rows where nothing is known.
Table delivery_table(const roi::PartnerReturn& found);
// No rows where no move is ahead.
Table move_table(const roi::PartnerReturn& found);
// Margins less acquisition cost of each month, and all up to it.
Table partner_cumulative_table(const roi::PartnerReturn& found);

// All that is told of what a deal is worth to its partner; none where the partner states no economics.
std::vector<Table> partner_return_tables(const DealEvaluation& deal, ScheduleStep step);

}  // namespace dealwright::report
