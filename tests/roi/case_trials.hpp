#pragma once
// Trials of a small case, for tests of what is drawn.

#include <vector>

#include <doctest/doctest.h>

#include "core/roi/case_simulation.hpp"
#include "tests/roi/case_fixtures.hpp"

namespace dealwright::tests {

inline roi::BoundCase bound_of(const Case& one) {
  Diagnostics found;
  const auto bound = roi::bind_case(one.deal, one.customer, &one.playbook, found);
  for (const Diagnostic& diagnostic : found) FAIL_CHECK(to_line(diagnostic));
  REQUIRE(bound);
  return *bound;
}

inline roi::SimulatedReturn simulated(const Case& one, std::size_t trials, int within_months = 24) {
  const roi::BoundCase bound = bound_of(one);
  Diagnostics found;
  const auto monthly = roi::monthly_case(bound, one.priced, found);
  REQUIRE(monthly);
  const auto simulation = roi::Simulation::from(roi::simulation_model(bound, *monthly));
  for (const Diagnostic& diagnostic : simulation.diagnostics()) FAIL(to_line(diagnostic));
  std::vector<double> npv(trials);
  std::vector<std::uint16_t> payback(trials);
  roi::run_all(*simulation, 42, {npv, {}, payback});
  return roi::simulated_return(bound, roi::customer_return(bound, *monthly), *simulation, 42, within_months, npv,
                               payback);
}

// The distance of the mean from what it should be, in standard errors of the mean.
inline double errors_off(const roi::SimulatedReturn& found, double mean) {
  const double off = static_cast<double>(found.mean.minor) / 100 - mean;
  return (off < 0 ? -off : off) / (static_cast<double>(found.standard_error.minor) / 100);
}

}  // namespace dealwright::tests
