#pragma once
// Every zero of a sum of flows at days of their own.

#include <span>
#include <vector>

#include "core/roi/root_finder.hpp"

namespace dealwright::roi {

// Appends the places s between `low` and `high` where the sum of amounts[i] e^(-s years[i]) is zero. Years are from the
// first flow on and do not fall. Intervals are halved until Taylor's formula in their middle, with a bound on its third
// derivative, shows that the sum has no zero, no extreme, or one extreme there. A zero of multiplicity 3 or more is
// told to some 10^-4 only.
void find_dated_roots(std::span<const double> amounts, std::span<const double> years, double low, double high,
                      bool is_single, std::vector<Root>& roots);

}  // namespace dealwright::roi
