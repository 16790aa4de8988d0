#include "core/roi/simulation.hpp"

#include <cmath>
#include <cstring>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "core/roi/order_statistics.hpp"
#include "core/roi/random.hpp"
#include "core/roi/variance_share.hpp"
#include "tests/roi/models.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using tests::distribution;

// The results of a run, each in memory of its own.
struct Run {
  std::vector<double> npv, total;
  std::vector<std::uint16_t> payback;

  explicit Run(std::size_t trials) : npv(trials), total(trials), payback(trials) {}
  TrialResults results() { return {npv, total, payback}; }
  bool operator==(const Run& other) const {
    return std::memcmp(npv.data(), other.npv.data(), npv.size() * sizeof(double)) == 0 &&
           std::memcmp(total.data(), other.total.data(), total.size() * sizeof(double)) == 0 &&
           payback == other.payback;
  }
};

Simulation sound(const SimulationModel& model) {
  auto simulation = Simulation::from(model);
  for (const Diagnostic& one : simulation.diagnostics()) FAIL(to_line(one));
  return std::move(simulation).value();
}

Run run_of(const SimulationModel& model, std::size_t trials, std::uint64_t seed = 42) {
  Run run(trials);
  run_all(sound(model), seed, run.results());
  return run;
}

// By hand: -1000 + 500 / 1.1 + 500 / 1.21 + 500 / 1.331 is (-1331 + 605 + 550 + 500) / 1.331.
TEST_CASE("What is certain gives the net present value computed by hand, in every trial") {
  SimulationModel model;
  model.discount = {1, 1 / 1.1, 1 / 1.21, 1 / 1.331};
  model.streams = {{-1000, {}, {1, 0, 0, 0}}, {500, {}, {0, 1, 1, 1}}};
  const Run run = run_of(model, 1500);
  for (const double npv : run.npv) CHECK(std::fabs(npv - 324 / 1.331) < 1e-12);
  for (const double total : run.total) CHECK(total == 500);
  for (const std::uint16_t payback : run.payback) CHECK(payback == 2);
  // The same with the amounts as inputs that have but one value.
  model.inputs = {distribution(DistributionKind::fixed, 0, 250, 0), distribution(DistributionKind::pert, 2, 2, 2)};
  model.streams[1] = {1, {0, 1}, {0, 1, 1, 1}};
  CHECK(run_of(model, 1500) == run);
}

// The same without any of the kernel's ways: each trial, period by period, with the accurate quantiles.
struct Slow {
  double npv = 0;
  double total = 0;
  std::uint16_t payback = 0;
};

Slow slow_trial(const SimulationModel& model, std::uint64_t seed, std::uint64_t trial) {
  std::vector<double> values;
  for (std::size_t i = 0; i < model.inputs.size(); ++i)
    values.push_back(quantile_of(model.inputs[i], unit_of(random_word(seed, trial, static_cast<std::uint32_t>(i)))));
  Slow result;
  for (std::size_t period = 0; period < model.discount.size(); ++period) {
    double flow = 0;
    for (const Stream& stream : model.streams) {
      double amount = stream.amount * stream.parts[period];
      for (const std::size_t factor : stream.factors) amount *= values[factor];
      flow += amount;
    }
    result.npv += flow * model.discount[period];
    result.total += flow;
    if (result.total < 0 && result.payback == 0) result.payback = never_paid_back;
    if (result.total >= 0 && result.payback == never_paid_back) result.payback = static_cast<std::uint16_t>(period);
  }
  return result;
}

TEST_CASE("Trials against a slow walk through the periods") {
  SimulationModel model = tests::varied_model();
  model.correlations.clear();
  const Run run = run_of(model, 2500, 7);
  std::size_t never = 0;
  std::size_t paid = 0;
  for (std::size_t trial = 0; trial < run.npv.size(); ++trial) {
    CAPTURE(trial);
    const Slow slow = slow_trial(model, 7, trial);
    CHECK(std::fabs(run.npv[trial] - slow.npv) < 2e-3);  // of flows of some thousands
    CHECK(std::fabs(run.total[trial] - slow.total) < 2e-3);
    CHECK(run.payback[trial] == slow.payback);
    ++(slow.payback == never_paid_back ? never : paid);
  }
  CHECK(never > 10);
  CHECK(paid > 1000);
}

TEST_CASE("Strips, threads, runs and processors change no byte") {
  const Simulation simulation = sound(tests::varied_model());
  constexpr std::size_t trials = 5000;  // the last strip is not full
  Run expected(trials);
  run_all(simulation, 3, expected.results());
  for (const StripKernels* kernels : all_strip_kernels()) {
    // Two workspaces by turns, from the last strip to the first.
    Run run(trials);
    Workspace first(simulation, *kernels), second(simulation, *kernels);
    for (std::uint64_t strip = strips_of(trials); strip-- > 0;)
      (strip % 2 == 0 ? first : second).run(3, strip, run.results());
    CHECK(run == expected);
  }
  // Fewer trials are the first of more; what is not asked for is not written; beyond the end nothing is.
  Run fewer(1700);
  Workspace workspace(simulation);
  TrialResults results = fewer.results();
  results.total = {};
  for (std::uint64_t strip = 0; strip < 9; ++strip) workspace.run(3, strip, results);
  CHECK(std::memcmp(fewer.npv.data(), expected.npv.data(), 1700 * sizeof(double)) == 0);
  CHECK(fewer.total == std::vector<double>(1700));
  // Another seed is another run.
  Run other(trials);
  run_all(simulation, 4, other.results());
  CHECK(other.npv != expected.npv);
}

TEST_CASE("What is taken from a simulation before changes no byte") {
  SimulationModel model = tests::varied_model();
  const Simulation before = sound(model);
  model.inputs[3].likely += 1;
  model.inputs.push_back(model.inputs[3]);
  const auto after = Simulation::from(model, &before);
  REQUIRE(after);
  Run run(3000);
  run_all(*after, 42, run.results());
  CHECK(run == run_of(model, 3000));
}

TEST_CASE("The mean tends to the analytic mean for every kind of distribution") {
  for (const Distribution& one : tests::one_of_each_kind()) {
    CAPTURE(static_cast<int>(one.kind));
    SimulationModel model;
    model.discount = {1};
    model.inputs = {one};
    model.streams = {{1, {0}, {1}}};
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
      const Run run = run_of(model, 200'000, seed);
      const Moments found = moments(run.npv);
      CHECK(std::fabs(found.mean - mean_of(one)) <= 4 * found.standard_error + 1e-12);
      CHECK(std::fabs(found.deviation - std::sqrt(variance_of(one))) <= 0.02 * found.deviation);
      CHECK(run.npv == run.total);
    }
  }
}

TEST_CASE("A product of independent inputs has the product of their means") {
  SimulationModel model;
  model.discount = {1, 0.9};
  model.inputs = {distribution(DistributionKind::pert, 10, 20, 60), distribution(DistributionKind::triangular, 1, 2, 6),
                  distribution(DistributionKind::lognormal, 0.5, 0, 2)};
  model.streams = {{2, {0, 1, 2}, {0, 1}}};
  const Moments found = moments(run_of(model, 400'000).npv);
  const double mean = 2 * 0.9 * 25 * 3 * mean_of(model.inputs[2]);
  CHECK(std::fabs(found.mean - mean) <= 4 * found.standard_error);
}

TEST_CASE("Inputs that are correlated in full move as one, or one against the other") {
  SimulationModel model;
  model.discount = {1};
  model.inputs = {distribution(DistributionKind::uniform, 0, 0, 1), distribution(DistributionKind::uniform, 0, 0, 1)};
  model.streams = {{1, {0}, {1}}, {1, {1}, {1}}};
  model.correlations = {{0, 1, 1}};
  const Simulation together = sound(model);
  Workspace same(together);
  const auto first = same.values(1, 0, 0);
  const std::vector<double> kept(first.begin(), first.end());
  const auto second = same.values(1, 0, 1);
  CHECK(std::memcmp(kept.data(), second.data(), trials_per_strip * sizeof(double)) == 0);
  model.correlations = {{0, 1, -1}};
  for (const double sum : run_of(model, 3000).npv) CHECK(std::fabs(sum - 1) < 1e-14);
}

double rank_correlation(const Simulation& simulation, std::size_t a, std::size_t b) {
  Workspace workspace(simulation);
  double sum = 0, squares_a = 0, squares_b = 0;
  for (std::uint64_t strip = 0; strip < 100; ++strip) {
    const auto x = workspace.ranks(8, strip, a);
    const std::vector<double> of_a(x.begin(), x.end());
    const auto of_b = workspace.ranks(8, strip, b);
    for (std::size_t i = 0; i < trials_per_strip; ++i) {
      sum += of_a[i] * of_b[i];
      squares_a += of_a[i] * of_a[i];
      squares_b += of_b[i] * of_b[i];
    }
  }
  return sum / std::sqrt(squares_a * squares_b);
}

// Over 102,400 trials a correlation has a standard error of about 0.003.
TEST_CASE("Rank correlations come out as stated, and leave each input as it was") {
  const SimulationModel model = tests::varied_model();
  const Simulation simulation = sound(model);
  CHECK(std::fabs(rank_correlation(simulation, 2, 3) - 0.6) < 0.013);
  CHECK(std::fabs(rank_correlation(simulation, 3, 5) + 0.4) < 0.013);
  CHECK(std::fabs(rank_correlation(simulation, 2, 5)) < 0.013);
  CHECK(std::fabs(rank_correlation(simulation, 1, 2)) < 0.013);
  for (const std::size_t input : {2u, 3u, 5u}) {
    std::vector<double> values;
    Workspace workspace(simulation);
    for (std::uint64_t strip = 0; strip < 200; ++strip) {
      const auto part = workspace.values(8, strip, input);
      values.insert(values.end(), part.begin(), part.end());
    }
    const Moments found = moments(values);
    CHECK(std::fabs(found.mean - mean_of(model.inputs[input])) <= 4 * found.standard_error);
  }
}

SimulationModel even_flows(double cost, double benefit, std::size_t periods) {
  SimulationModel model;
  model.inputs = {distribution(DistributionKind::uniform, benefit, 0, benefit)};
  model.discount.assign(periods + 1, 1);
  std::vector<double> now(periods + 1), later(periods + 1, 1.0);
  now[0] = 1;
  later[0] = 0;
  model.streams = {{-cost, {}, now}, {1, {0}, later}};
  return model;
}

TEST_CASE("Payback") {
  const auto payback_of = [](const SimulationModel& model) { return run_of(model, 1).payback[0]; };
  CHECK(payback_of(even_flows(1200, 100, 36)) == 12);  // on the day
  CHECK(payback_of(even_flows(1200.01, 100, 36)) == 13);
  CHECK(payback_of(even_flows(3600, 100, 36)) == 36);
  CHECK(payback_of(even_flows(3601, 100, 36)) == never_paid_back);
  CHECK(payback_of(even_flows(0, 100, 36)) == 0);
  CHECK(payback_of(even_flows(-5, 100, 36)) == 0);
  // Nothing is paid at the beginning, but the first months cost more than they bring: -100, -100, then 50 a month.
  SimulationModel late = even_flows(0, 50, 36);
  late.streams[0] = {-150, {}, std::vector<double>(37)};
  late.streams[0].parts[1] = late.streams[0].parts[2] = 1;
  CHECK(payback_of(late) == 6);
  // Back at 0 in period 2, below it again in period 3, for good only later.
  SimulationModel twice = even_flows(100, 50, 36);
  twice.streams.push_back({-500, {}, std::vector<double>(37)});
  twice.streams[2].parts[3] = 1;
  CHECK(payback_of(twice) == 2);
  // A tenth at a time, which is no sum of halves: ten are a whole all the same.
  CHECK(payback_of(even_flows(1, 0.1, 36)) == 10);
  // By something not certain, with a ramp of thirds: 100 / 3 + 200 / 3 + 100 + ...
  SimulationModel ramp = even_flows(1200, 100, 36);
  ramp.inputs[0] = tests::discrete({{100, 1}});
  ramp.streams[1].parts[1] = 1.0 / 3;
  ramp.streams[1].parts[2] = 2.0 / 3;
  CHECK(payback_of(ramp) == 13);
  ramp.inputs[0] = tests::discrete({{100, 1}, {100.0000001, 1}});
  for (const std::uint16_t payback : run_of(ramp, 2000).payback) CHECK(payback == 13);
}

// Of a + b with deviations in the proportion 1 to 2 the variance is one part of a and four of b.
TEST_CASE("Shares of the variance") {
  SimulationModel model;
  model.discount = {1};
  model.inputs = {distribution(DistributionKind::normal, 9, 0, 11), distribution(DistributionKind::normal, 8, 0, 12),
                  distribution(DistributionKind::fixed, 0, 5, 0), distribution(DistributionKind::normal, 0, 0, 99),
                  tests::discrete({{1, 1}, {3, 1}})};
  model.streams = {{1, {0}, {1}}, {-1, {1}, {1}}, {1, {2}, {1}}};
  Run run = run_of(model, 20'000);
  auto shares = variance_shares(sound(model), 42, run.npv);
  REQUIRE(shares.size() == 5);
  CHECK(std::fabs(shares[0].share - 0.2) < 0.02);
  CHECK(std::fabs(shares[1].share - 0.8) < 0.02);
  CHECK(shares[0].rank > 0);
  CHECK(shares[1].rank < 0);
  for (const std::size_t none : {2u, 3u, 4u}) CHECK(shares[none].share == 0);
  // What can be but two values has all of the variance there is.
  model.streams = {{1, {4}, {1}}};
  shares = variance_shares(sound(model), 42, run_of(model, 20'000).npv);
  CHECK(std::fabs(shares[4].rank - 1) < 1e-3);
  CHECK(shares[4].share == 1);
  // Nothing varies, or there is nothing.
  for (const VarianceShare& one : variance_shares(sound(model), 42, std::vector<double>(100, 7.0)))
    CHECK(one.share == 0);
  for (const VarianceShare& one : variance_shares(sound(model), 42, {})) CHECK(one.share == 0);
}

std::string codes_of(const SimulationModel& model) {
  std::string codes;
  const auto simulation = Simulation::from(model);
  CHECK(simulation.has_value() == simulation.diagnostics().empty());
  for (const Diagnostic& one : simulation.diagnostics()) {
    CHECK(!one.expected.empty());
    codes += one.code + " " + one.pointer + ";";
  }
  return codes;
}

TEST_CASE("What a model may not say") {
  CHECK(codes_of(tests::varied_model()).empty());
  const auto spoilt = [](auto spoil) {
    SimulationModel model = tests::varied_model();
    spoil(model);
    return codes_of(model);
  };
  using Model = SimulationModel&;
  CHECK(spoilt([](Model m) { m.discount.clear(); }) == "simulation.discount /discount;");
  CHECK(spoilt([](Model m) { m.discount[3] = 0; }) == "simulation.discount /discount;");
  CHECK(spoilt([](Model m) { m.discount.assign(602, 1); }) == "simulation.discount /discount;");
  CHECK(spoilt([](Model m) { m.streams[1].parts.pop_back(); }) == "simulation.parts /streams/1/parts;");
  CHECK(spoilt([](Model m) { m.streams[1].parts[4] = std::numeric_limits<double>::infinity(); }) ==
        "simulation.parts /streams/1/parts;");
  CHECK(spoilt([](Model m) { m.streams[2].amount = std::nan(""); }) == "simulation.amount /streams/2/amount;");
  CHECK(spoilt([](Model m) { m.streams[2].factors = {8}; }) == "simulation.unknown_input /streams/2/factors;");
  CHECK(spoilt([](Model m) { m.streams[2].factors.assign(17, 1); }) == "simulation.factors /streams/2/factors;");
  CHECK(spoilt([](Model m) { m.inputs.resize(1001, m.inputs[0]); }) == "simulation.too_large ;");
  // Two mistakes are two diagnostics.
  CHECK(spoilt([](Model m) {
          std::swap(m.inputs[1].low, m.inputs[1].high);
          m.correlations.push_back({1, 1, 0.5});
        }) == "distribution.range_reversed /inputs/1/low;correlation.of_itself /correlations/2;");
  CHECK(spoilt([](Model m) {
          m.correlations = {{1, 2, 0.9}, {2, 3, 0.9}, {1, 3, -0.9}};
        }) == "correlation.impossible /correlations;");
  // Each by itself may be so wide; all of them multiplied come to more than can be reckoned with.
  CHECK(spoilt([](Model m) {
          m.inputs[5] = distribution(DistributionKind::lognormal, 1, 0, 1e6);
          m.inputs[5].confidence = 0.5;
          m.streams[2].factors.assign(8, 5);
        }) == "simulation.too_large /streams;");
}

TEST_CASE("A model without streams comes to nothing, in every trial") {
  SimulationModel model;
  model.discount = {1};
  const Run run = run_of(model, 10);
  CHECK(run.npv == std::vector<double>(10));
  CHECK(run.payback == std::vector<std::uint16_t>(10));
  run_of(model, 0);
}

}  // namespace
