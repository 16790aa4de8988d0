#pragma once
// The reference work of the simulation: 36 months, 8 drivers, 17 uncertain inputs. tests/bench/peers has the same
// model.

#include <algorithm>
#include <cstddef>

#include "core/roi/simulation.hpp"

namespace dealwright::tests {

inline roi::SimulationModel reference_model(roi::DistributionKind kind) {
  constexpr int months = 36;
  constexpr int drivers = 8;
  constexpr double scales[drivers] = {90, 75, 60, 110, 40, 95, 55, 70};
  constexpr int starts[drivers] = {1, 1, 2, 2, 3, 3, 4, 4};
  constexpr int ramps[drivers] = {6, 6, 6, 9, 9, 12, 12, 6};
  constexpr double confidence = 0.85;
  constexpr double monthly_rate = 0.007974140428903764;  // 10 % a year
  roi::SimulationModel model;
  const auto input = [&](double low, double likely, double high) {
    roi::Distribution& one = model.inputs.emplace_back();
    one.kind = kind;
    one.low = low;
    one.likely = likely;
    one.high = high;
    return model.inputs.size() - 1;
  };
  model.discount.push_back(1);
  for (int month = 1; month <= months; ++month) model.discount.push_back(model.discount.back() / (1 + monthly_rate));
  for (int driver = 0; driver < drivers; ++driver) {
    roi::Stream stream{scales[driver], {}, {}};
    stream.factors = {input(8 + driver, 12 + driver, 20 + driver), input(0.3, 0.5, 0.8)};
    for (int month = 0; month <= months; ++month) {
      const double adoption =
          month < starts[driver] ? 0 : std::min(1.0, (month - starts[driver] + 1) / static_cast<double>(ramps[driver]));
      const double growth = month <= 12 ? 1 : month <= 24 ? 1.03 : 1.03 * 1.03;
      stream.parts.push_back(adoption * growth * confidence);
    }
    model.streams.push_back(stream);
  }
  roi::Stream cost{-1, {input(20000, 28000, 45000)}, {}};
  roi::Stream fee{-1450, {}, {}};
  for (int month = 0; month <= months; ++month) {
    cost.parts.push_back(month == 0 ? 1 : 0);
    fee.parts.push_back(month == 0 ? 0 : 1);
  }
  model.streams.push_back(cost);
  model.streams.push_back(fee);
  return model;
}

}  // namespace dealwright::tests
