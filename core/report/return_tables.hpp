#pragma once
// The tables of a customer's return: its figures, and benefits and costs by year or month by month.

#include <string>
#include <vector>

#include "core/report/deal_tables.hpp"
#include "core/report/table.hpp"
#include "core/roi/customer_return.hpp"

namespace dealwright::report {

// "9.7 months", "at once", "not within 36 months".
std::string payback_words(const roi::PaybackTime& payback, int horizon_months);

// Net present value, ROI, IRR, paybacks.
Table return_figures_table(const roi::CustomerReturn& found);
// A row for each benefit and cost, costs below zero: initial, each year, total, present value.
Table return_table(const roi::CustomerReturn& found);
// Net benefits of each month and all up to it.
Table cumulative_table(const roi::CustomerReturn& found);

// The rows of the same by themselves, for programs: what each is, its side, and as many years as a horizon may have. No
// rows where the deal has no business case.
Table plain_return_table(const DealEvaluation& deal);

// All that is told of a deal's return; none where it has no business case.
std::vector<Table> return_tables(const DealEvaluation& deal, ScheduleStep step);

}  // namespace dealwright::report
