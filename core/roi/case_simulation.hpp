#pragma once
// A business case whose inputs are not known for sure, tried out many times.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/money.hpp"
#include "core/base/ratio.hpp"
#include "core/roi/customer_return.hpp"
#include "core/roi/simulation.hpp"

namespace dealwright::roi {

// In major units and months: inputs with a range by their shapes, fees for sure. Where every range is a point, each
// trial has the net present value of the return but for the rounding of its months.
SimulationModel simulation_model(const BoundCase& bound, const MonthlyCase& monthly);

// So many of a hundred trials came to less: of 10 there is one chance in ten of being lower.
struct Percentile {
  int percent = 0;
  Money npv;
};
BOOST_DESCRIBE_STRUCT(Percentile, (), (percent, npv))

// Trials that came to `from` or more and to less than `to`; the last bin has its upper bound as well. Bounds are
// rounded, counts are exact and add up to all trials.
struct Bin {
  Money from;
  Money to;
  std::uint64_t trials = 0;
};
BOOST_DESCRIBE_STRUCT(Bin, (), (from, to, trials))

// What an uncertain input does to the net present value.
struct InputShare {
  std::string name;
  model::EstimateShape shape = model::EstimateShape::pert;
  Decimal low, likely, high;
  Decimal rank;   // rank correlation with the net present value, -1 to 1
  Decimal share;  // of the variance: its square over the sum of all squares
};
BOOST_DESCRIBE_STRUCT(InputShare, (), (name, shape, low, likely, high, rank, share))

struct SimulatedReturn {
  std::string deal;
  Currency currency;
  std::uint64_t trials = 0;
  std::uint64_t seed = 0;
  int horizon_months = 0;
  int within_months = 0;
  Money npv;  // of the likely values
  Money mean;
  Money standard_error;  // of the mean
  Money deviation;
  std::vector<Percentile> percentiles;  // 5, 10, 25, 50, 75, 90, 95
  std::vector<Bin> histogram;           // 30 of the same width; one where all trials are the same
  std::vector<Percentile> curve;        // from the least trial, 0, to the greatest, 100
  Ratio positive;                       // trials with a net present value above 0
  Ratio paid_back;                      // trials paid back by the end of month `within_months`
  std::vector<InputShare> inputs;       // with a range, the greatest share first
};
BOOST_DESCRIBE_STRUCT(SimulatedReturn, (),
                      (deal, currency, trials, seed, horizon_months, within_months, npv, mean, standard_error,
                       deviation, percentiles, histogram, curve, positive, paid_back, inputs))

// What trials of the case's model came to: `npv` and `payback` are of all of them, from the first on.
SimulatedReturn simulated_return(const BoundCase& bound, const CustomerReturn& likely, const Simulation& simulation,
                                 std::uint64_t seed, int within_months, std::span<const double> npv,
                                 std::span<const std::uint16_t> payback);

}  // namespace dealwright::roi
