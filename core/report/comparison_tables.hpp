#pragma once
// The tables of deals side by side.

#include <vector>

#include "core/report/comparison.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {

// A row a figure, a column a deal.
Table side_by_side_table(const Comparison& comparison);
// From the first deal's net present value to the other's, a row a cause: the column adds up. None where either has no
// business case.
Table causes_table(const ComparedDeal& base, const ComparedDeal& other);
// The same summed by cause.
Table cause_totals_table(const ComparedDeal& base, const ComparedDeal& other);
// What the partner gets, by line and by service line; rows add up.
Table offer_lines_table(const ComparedDeal& base, const ComparedDeal& other);
Table offer_service_lines_table(const ComparedDeal& base, const ComparedDeal& other);

// All of one deal against the first, those without rows left out.
std::vector<Table> difference_tables(const ComparedDeal& base, const ComparedDeal& other);

}  // namespace dealwright::report
