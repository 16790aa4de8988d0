#pragma once
// The charts of a business case that was tried out many times.

#include <vector>

#include "core/report/chart_set.hpp"
#include "core/roi/case_simulation.hpp"

namespace dealwright::report {

// How many trials came to which net present value, with P10, P50 and P90 marked.
Chart histogram_chart(const roi::SimulatedReturn& found);
// The S-curve: the share of the trials, in per cent, that came to at most so much.
Chart s_curve_chart(const roi::SimulatedReturn& found);

// Both, as "histogram" and "s-curve"; none where no input has a range, for then every trial is the same.
std::vector<NamedChart> simulation_charts(const roi::SimulatedReturn& found);

}  // namespace dealwright::report
