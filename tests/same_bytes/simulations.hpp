#pragma once

#include <string>

namespace dealwright::tests {

// The bits of what the simulation computes, as lines of hexadecimal digests: the normal distribution, the quantiles of
// each distribution, whole runs with what they come to, and the offer for impossible correlations.
std::string simulations_of();

}  // namespace dealwright::tests
