#pragma once
// The charts of a simulated business case.

#include "core/report/chart.hpp"
#include "core/roi/case_simulation.hpp"
#include "core/roi/case_spread.hpp"

namespace dealwright::report {

// How often the net present value falls where, with its P10, P50 and P90.
Chart histogram_chart(const roi::SimulatedReturn& found, const roi::CaseSpread& spread);
// The S-curve: the chance, in per cent, that the net present value is at most so much.
Chart s_curve_chart(const roi::SimulatedReturn& found, const roi::CaseSpread& spread);
}  // namespace dealwright::report
