#pragma once
// What makes the return of a business case unsure.

#include <string>
#include <string_view>

#include "core/report/chart.hpp"
#include "core/roi/case_simulation.hpp"

namespace dealwright::report {

// The shares of variance of the inputs, the greatest first, in per cent.
Chart variance_chart(const roi::SimulatedReturn& found, const roi::BoundCase& bound);

// An input of the case as people name it: "Less manual reconciliation: improvement".
std::string input_words(const roi::BoundCase& bound, std::string_view input);

}  // namespace dealwright::report
