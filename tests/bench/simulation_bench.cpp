// Speed of the simulation: the reference work of a million trials, its parts, and what two threads gain.

#include <cstdint>
#include <thread>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/roi/order_statistics.hpp"
#include "core/roi/simulation.hpp"
#include "core/roi/variance_share.hpp"
#include "tests/bench/simulation_model.hpp"

namespace dealwright::tests {

namespace {

using namespace roi;

constexpr std::size_t trials = 1'000'000;
constexpr std::uint64_t seed = 42;
constexpr std::uint16_t two_years = 24;
const std::vector<double> asked{0.1, 0.5, 0.9};

// What a run writes, kept from one repetition to the next as a program that simulates again would.
struct Room {
  std::vector<double> npv = std::vector<double>(trials);
  std::vector<std::uint16_t> payback = std::vector<std::uint16_t>(trials);
};

Room& room() {
  static Room shared;
  return shared;
}

void run_with_threads(const Simulation& simulation, unsigned threads, Room& out) {
  const TrialResults results{out.npv, {}, out.payback};
  const auto work = [&](unsigned first) {
    Workspace workspace(simulation);
    for (std::uint64_t strip = first; strip < strips_of(trials); strip += threads) workspace.run(seed, strip, results);
  };
  std::vector<std::thread> others;
  for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
  work(0);
  for (std::thread& one : others) one.join();
}

// The model made ready, all trials, P10, P50 and P90, the probability of a gain and of payback within two years.
void reference_work(benchmark::State& state, DistributionKind kind) {
  for (auto _ : state) {
    const auto simulation = Simulation::from(reference_model(kind));
    run_with_threads(*simulation, 1, room());
    auto found = quantiles(room().npv, asked);
    found.push_back(share_above(room().npv, 0));
    found.push_back(share_paid_back(room().payback, two_years));
    benchmark::DoNotOptimize(found.data());
  }
}
BENCHMARK_CAPTURE(reference_work, triangular, DistributionKind::triangular)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(reference_work, pert, DistributionKind::pert)->Unit(benchmark::kMillisecond);

// The trials alone, by the clock on the wall.
void threads(benchmark::State& state) {
  const auto simulation = Simulation::from(reference_model(DistributionKind::pert));
  for (auto _ : state) run_with_threads(*simulation, static_cast<unsigned>(state.range(0)), room());
}
BENCHMARK(threads)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

// Each of the loops over as many numbers as there are trials.
void loop(benchmark::State& state, void (*run)(const StripKernels&, double*, const double*, std::uint64_t)) {
  std::vector<double> numbers(trials_per_strip), out(trials_per_strip);
  strip_kernels().draw(numbers.data(), seed, 0, 0);
  for (auto _ : state) {
    for (std::uint64_t strip = 0; strip < strips_of(trials); ++strip)
      run(strip_kernels(), out.data(), numbers.data(), strip);
    benchmark::DoNotOptimize(out.data());
  }
}

void draw(const StripKernels& kernels, double* out, const double*, std::uint64_t strip) {
  kernels.draw(out, seed, strip, 1);
}
void draw_root(const StripKernels& kernels, double* out, const double*, std::uint64_t strip) {
  kernels.draw_root(out, seed, strip, 1, {0.3, 2, 3, 4, 5});
}
void table(const StripKernels& kernels, double* out, const double* numbers, std::uint64_t) {
  static const std::vector<double> cells = normal_quantile_table();
  kernels.table(out, numbers, cells.data());
}
BENCHMARK_CAPTURE(loop, draw, draw)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(loop, draw_root, draw_root)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(loop, table, table)->Unit(benchmark::kMillisecond);

void plan(benchmark::State& state) {
  for (auto _ : state) {
    auto simulation = Simulation::from(reference_model(DistributionKind::pert));
    benchmark::DoNotOptimize(simulation);
  }
}
BENCHMARK(plan)->Unit(benchmark::kMillisecond);

// One input has moved since.
void plan_again(benchmark::State& state) {
  SimulationModel model = reference_model(DistributionKind::pert);
  const auto before = Simulation::from(model);
  model.inputs[3].likely += 0.01;
  for (auto _ : state) {
    auto simulation = Simulation::from(model, &*before);
    benchmark::DoNotOptimize(simulation);
  }
}
BENCHMARK(plan_again)->Unit(benchmark::kMillisecond);

void select_quantiles(benchmark::State& state) {
  const auto simulation = Simulation::from(reference_model(DistributionKind::pert));
  run_with_threads(*simulation, 1, room());
  for (auto _ : state) benchmark::DoNotOptimize(quantiles(room().npv, asked).data());
}
BENCHMARK(select_quantiles)->Unit(benchmark::kMillisecond);

void shares_of_variance(benchmark::State& state) {
  const auto simulation = Simulation::from(reference_model(DistributionKind::pert));
  run_with_threads(*simulation, 1, room());
  for (auto _ : state) benchmark::DoNotOptimize(variance_shares(*simulation, seed, room().npv).data());
}
BENCHMARK(shares_of_variance)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace dealwright::tests
