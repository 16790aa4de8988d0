#include "core/roi/positive_share.hpp"

#include <vector>

#include "core/roi/case_simulation.hpp"
#include "core/roi/order_statistics.hpp"
#include "core/roi/rounding.hpp"

namespace dealwright::roi {

Ratio positive_share(const BoundCase& bound, const MonthlyCase& monthly, std::uint64_t trials, std::uint64_t seed) {
  const auto simulation = Simulation::from(simulation_model(bound, monthly));
  if (trials == 0 || !simulation) return {};
  std::vector<double> npv(static_cast<std::size_t>(trials));
  std::vector<std::uint16_t> payback(npv.size());
  run_all(*simulation, seed, {npv, {}, payback});
  return {rounded(share_above(npv, 0) * static_cast<double>(trials)).value_or(0), static_cast<std::int64_t>(trials)};
}

}  // namespace dealwright::roi
