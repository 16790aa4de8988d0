#pragma once
// Splitting an amount so that the parts add up to it (largest remainder, also called Hamilton's method).

#include <cstdint>
#include <span>
#include <vector>

namespace dealwright {

// Splits `amount` (minor units, any sign) in proportion to `weights` (none negative). Every part is the proportional
// share cut towards zero, plus one unit for the largest remainders; ties go to the earlier weight. Parts always add up
// to `amount`. All weights zero: equal weights. No weights: no parts.
std::vector<std::int64_t> allocate(std::int64_t amount, std::span<const std::int64_t> weights);

// The same into `parts` (as long as weights), without a vector of its own where weights are at most 64.
void allocate(std::int64_t amount, std::span<const std::int64_t> weights, std::span<std::int64_t> parts);

}  // namespace dealwright
