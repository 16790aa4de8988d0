#pragma once
// Where a sum of flows is zero.

#include "core/base/function_ref.hpp"
#include "core/roi/flow_sums.hpp"

namespace dealwright::roi {

// A zero, at the place that the search went over: the logarithm of what the terms of the sum are powers of.
struct Root {
  double place = 0;
  bool is_multiple = false;  // a multiple zero, or zeros so close that the last bits of the flows decide on them
};

using SampleAt = FunctionRef<Sample(double)>;

// The place between `low` and `high`, at whose ends the sum has opposite signs, where it is zero; to some 4 10^-16.
// Newton's method on the logarithm of the ratio of the positive to the negative part of the sum, which is close to a
// straight line where the terms are powers; where a step would leave the bracket or hardly narrows it, bisection.
double crossing(SampleAt sample_at, double low, double high, double start, bool is_positive_at_low);

}  // namespace dealwright::roi
