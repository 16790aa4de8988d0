#pragma once
// Distributions and models that several tests of the simulation need.

#include <cstddef>
#include <utility>
#include <vector>

#include "core/roi/simulation.hpp"

namespace dealwright::tests {

inline roi::Distribution distribution(roi::DistributionKind kind, double low, double likely, double high) {
  roi::Distribution stated;
  stated.kind = kind;
  stated.low = low;
  stated.likely = likely;
  stated.high = high;
  return stated;
}

inline roi::Distribution discrete(std::vector<roi::WeightedValue> values) {
  roi::Distribution stated;
  stated.kind = roi::DistributionKind::discrete;
  stated.values = std::move(values);
  return stated;
}

// Each of the kinds, all about 10.
inline std::vector<roi::Distribution> one_of_each_kind() {
  using roi::DistributionKind;
  return {distribution(DistributionKind::fixed, 0, 10, 0),      distribution(DistributionKind::uniform, 8, 0, 12),
          distribution(DistributionKind::triangular, 8, 9, 13), distribution(DistributionKind::pert, 7, 9, 15),
          distribution(DistributionKind::normal, 8, 0, 12),     distribution(DistributionKind::lognormal, 7, 0, 14),
          discrete({{12, 1}, {8, 2}, {10, 0.5}, {99, 0}})};
}

// Three years of months: the input of each kind as a benefit with an adoption of its own, two that are correlated, one
// that is used twice, and costs both certain and not.
inline roi::SimulationModel varied_model() {
  roi::SimulationModel model;
  model.inputs = one_of_each_kind();
  model.inputs.push_back(distribution(roi::DistributionKind::triangular, 500, 700, 1200));
  model.correlations = {{2, 3, 0.6}, {3, 5, -0.4}};
  constexpr std::size_t periods = 37;
  double discount = 1;
  for (std::size_t period = 0; period < periods; ++period, discount /= 1.008) model.discount.push_back(discount);
  const auto stream = [&](double amount, std::vector<std::size_t> factors, std::size_t ramp) {
    roi::Stream& one = model.streams.emplace_back(roi::Stream{amount, std::move(factors), {}});
    for (std::size_t period = 0; period < periods; ++period) {
      const double adoption = period < ramp ? static_cast<double>(period) / static_cast<double>(ramp) : 1;
      one.parts.push_back(period == 0 ? 0 : adoption * (period > 12 ? 1.05 : 1));
    }
  };
  stream(1, {1, 2}, 6);
  stream(0.9, {3, 0}, 9);
  stream(0.8, {4, 5}, 6);
  stream(4, {6}, 12);
  stream(0.5, {1, 1}, 3);
  stream(-210, {}, 1);
  std::vector<double> now(periods);
  now[0] = 1;
  model.streams.push_back({-1, {7}, now});
  model.streams.push_back({-3000, {}, now});
  return model;
}

}  // namespace dealwright::tests
