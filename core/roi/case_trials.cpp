#include "core/roi/case_trials.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace dealwright::roi {

namespace {

// As many as are asked for at one time: the deals of a programme, or the terms that a solver tries.
constexpr std::size_t most_kept = 32;

bool is_same(const RankCorrelation& a, const RankCorrelation& b) {
  return a.first == b.first && a.second == b.second && std::equal_to<>()(a.rank, b.rank);
}

bool is_same(const Stream& a, const Stream& b) {
  return std::equal_to<>()(a.amount, b.amount) && a.factors == b.factors && a.parts == b.parts;
}

template <class T>
bool are_same(const std::vector<T>& a, const std::vector<T>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const T& x, const T& y) { return is_same(x, y); });
}

bool is_same(const SimulationModel& a, const SimulationModel& b) {
  return a.inputs == b.inputs && a.discount == b.discount && are_same(a.correlations, b.correlations) &&
         are_same(a.streams, b.streams);
}

}  // namespace

const CaseTrials::Tried* CaseTrials::tried(SimulationModel model) {
  for (const Tried& one : kept_)
    if (is_same(one.model, model)) return &one;
  const auto simulation = Simulation::from(model);
  if (!simulation.has_value()) return nullptr;
  ++runs_;
  if (kept_.size() < most_kept) kept_.emplace_back();
  Tried& one = kept_[next_];
  next_ = (next_ + 1) % most_kept;
  one.model = std::move(model);
  one.npv.resize(chance_trials);
  std::vector<std::uint16_t> payback(chance_trials);
  run_all(*simulation, chance_seed, {one.npv, {}, payback});
  return &one;
}

std::optional<Ratio> CaseTrials::positive(const BoundCase& bound, const MonthlyCase& monthly) {
  SimulationModel model = simulation_model(bound, monthly);
  // The fees are the first stream.
  const Stream fees = std::move(model.streams.front());
  model.streams.erase(model.streams.begin());
  double paid = 0;
  for (std::size_t month = 0; month < fees.parts.size(); ++month)
    paid -= fees.amount * fees.parts[month] * bound.discount[month];
  const Tried* const one = tried(std::move(model));
  if (one == nullptr) return std::nullopt;
  std::int64_t above = 0;
  for (const double npv : one->npv) above += npv > paid ? 1 : 0;
  return Ratio{above, static_cast<std::int64_t>(chance_trials)};
}

std::optional<SimulatedReturn> chance_in_full(const BoundCase& bound, const MonthlyCase& monthly) {
  const auto simulation = Simulation::from(simulation_model(bound, monthly));
  if (!simulation.has_value()) return std::nullopt;
  std::vector<double> npv(chance_trials);
  std::vector<std::uint16_t> payback(chance_trials);
  run_all(*simulation, chance_seed, {npv, {}, payback});
  return simulated_return(bound, customer_return(bound, monthly), *simulation, chance_seed, bound.horizon, npv,
                          payback);
}

}  // namespace dealwright::roi
