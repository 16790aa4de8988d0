// Trials in slices: what they come to is what all at once come to.

#include "web/app/simulation_run.hpp"

#include <doctest/doctest.h>

#include "tests/web/app/work.hpp"

namespace dealwright::web {
namespace {

constexpr const char* id = "case-1-fjordline-dedicated";

struct Ticking {
  double now = 0;
  // Each look at the clock is a thousandth of a second later.
  Clock clock = [this] { return now += 0.001; };
};

TEST_CASE("slices come to what one run comes to") {
  tests::Work work;
  const auto& study = work.session.case_study(id);
  REQUIRE(study.has_value());
  constexpr std::uint64_t trials = 60'000;
  Ticking ticking;
  SimulationRun run;
  run.begin(*study, 1, {trials, 7, 20});
  CHECK_FALSE(run.is_done());
  CHECK(run.done() >= SimulationRun::quick_trials);
  REQUIRE(run.result().has_value());  // of the first ones, at once
  CHECK(run.result()->trials == run.done());
  int slices = 1;
  for (std::uint64_t before = run.done(); run.work(*study, 0.003, ticking.clock); before = run.done(), ++slices)
    CHECK(run.done() > before);
  CHECK(slices > 2);
  REQUIRE(run.is_done());

  const auto simulation = roi::Simulation::from(roi::simulation_model(study->bound, study->monthly));
  REQUIRE(simulation.has_value());
  std::vector<double> npv(trials);
  std::vector<std::uint16_t> payback(trials);
  roi::run_all(*simulation, 7, {npv, {}, payback});
  const auto whole = roi::simulated_return(study->bound, study->found, *simulation, 7, 20, npv, payback);
  const auto& found = *run.result();
  CHECK(found.trials == trials);
  CHECK(found.mean == whole.mean);
  CHECK(found.positive.numerator == whole.positive.numerator);
  CHECK(found.paid_back.numerator == whole.paid_back.numerator);
  REQUIRE(found.percentiles.size() == whole.percentiles.size());
  for (std::size_t i = 0; i < found.percentiles.size(); ++i)
    CHECK(found.percentiles[i].npv == whole.percentiles[i].npv);
  std::uint64_t counted = 0;
  for (const roi::Bin& bin : found.histogram) counted += bin.trials;
  CHECK(counted == trials);
}

TEST_CASE("a run that is stopped keeps what is done, and stays so") {
  tests::Work work;
  const auto& study = work.session.case_study(id);
  REQUIRE(study.has_value());
  Ticking ticking;
  SimulationRun run;
  const SimulationWish wish{SimulationRun::most_trials, 1, 0};
  run.begin(*study, 1, wish);
  run.work(*study, 0.002, ticking.clock);
  const std::uint64_t done = run.done();
  run.cancel(*study);
  CHECK(run.is_cancelled());
  CHECK(run.result()->trials == done);
  CHECK_FALSE(run.work(*study, 1, ticking.clock));
  run.begin(*study, 1, wish);
  CHECK(run.done() == done);
  // Another number of months counts the same trials; another case begins anew.
  const std::uint64_t number = run.number();
  run.begin(*study, 1, {wish.trials, wish.seed, 12});
  CHECK(run.done() == done);
  CHECK(run.is_cancelled());
  CHECK(run.number() == number + 1);
  CHECK(run.result()->within_months == 12);
  run.begin(*study, 2, wish);
  CHECK_FALSE(run.is_cancelled());
}

TEST_CASE("nothing is done again where nothing changed") {
  tests::Work work;
  const SimulationRun* run = work.session.simulate(id, {}, 0.001);
  REQUIRE(run != nullptr);
  const std::uint64_t number = run->number();
  CHECK(work.session.simulate(id, {}, 0.001)->number() == number);
  work.settle();  // the other deals
  CHECK(work.session.simulate(id, {}, 0.001)->number() == number);
  work.session.edit<model::Deal>(id, "", "", [](model::Deal& deal) { deal.business_case->live_from = 2; });
  CHECK(work.session.simulate(id, {}, 0.001)->number() > number);
  CHECK(work.session.simulate("case-3-bois-clair", {}, 0.001) == nullptr);
}

}  // namespace
}  // namespace dealwright::web
