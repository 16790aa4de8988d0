#pragma once
// How much of the uncertainty of the result each uncertain input brings.

#include <cstdint>
#include <span>
#include <vector>

#include "core/roi/simulation.hpp"

namespace dealwright::roi {

// Looked at for the shares: more would move them by less than they are shown with.
constexpr std::size_t trials_for_shares = 16 * trials_per_strip;

struct VarianceShare {
  double rank = 0;   // the rank correlation of the input with the net present value, -1 to 1
  double share = 0;  // its square over the sum of all squares; 0 of what is certain or not used
};

// One an input, over the first trials_for_shares trials or as many as there are: `npv` are the results of all trials
// from the first on, under the seed. The rank of an input is that in its distribution, the rank of a result that among
// the results (Saltelli and others, "Global sensitivity analysis", 2008, 1.2.9). Correlated inputs share what they have
// in common: each has it in full. All 0 where the result does not vary.
std::vector<VarianceShare> variance_shares(const Simulation& simulation, std::uint64_t seed,
                                           std::span<const double> npv);

}  // namespace dealwright::roi
