#pragma once
// The charts of a customer's return.

#include "core/report/chart_set.hpp"
#include "core/roi/customer_return.hpp"

namespace dealwright::report {

// Net benefits so far, undiscounted, at the end of each month, with the month of payback marked.
Chart cumulative_chart(const roi::CustomerReturn& found);
// What each benefit brings in each year, adjusted, on top of each other.
Chart benefits_chart(const roi::CustomerReturn& found);

}  // namespace dealwright::report
