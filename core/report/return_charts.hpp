#pragma once
// The charts of a customer's return.

#include "core/report/chart.hpp"
#include "core/roi/customer_return.hpp"

namespace dealwright::report {

// All net benefits so far, at the end of each month from month 0 on.
Chart cumulative_chart(const roi::CustomerReturn& found);
// The adjusted benefits of each year, one series a driver or one-off benefit; what brings nothing is left out.
Chart benefits_chart(const roi::CustomerReturn& found);

}  // namespace dealwright::report
