// Speed of sensitivity and attribution, one core: 36 months, 8 drivers, 17 inputs with a range.

#include <benchmark/benchmark.h>

#include "core/roi/attribution.hpp"
#include "core/roi/break_even.hpp"
#include "core/roi/sensitivity.hpp"
#include "tests/roi/case_fixtures.hpp"

namespace dealwright::tests {

namespace {

Case wide_case() {
  Case one = small_case();
  one.stated().horizon_months = 36;
  const model::Estimate volume{Decimal::whole(80), Decimal::whole(100), Decimal::whole(150)};
  one.stated().drivers[0].volume = volume;
  for (int i = 1; i < 8; ++i) {
    one.playbook.value_drivers.push_back(one.playbook.value_drivers[0]);
    one.playbook.value_drivers.back().id += std::to_string(i);
    one.stated().drivers.push_back(one.stated().drivers[0]);
    one.stated().drivers.back().driver += std::to_string(i);
  }
  one.stated().internal_efforts[0].hours = {Decimal::whole(20), Decimal::whole(40), Decimal::whole(90)};
  return one;
}

roi::CaseVariation variation_of(const Case& one) {
  Diagnostics found;
  const auto bound = roi::bind_case(one.deal, one.customer, &one.playbook, found);
  return {*bound, *roi::monthly_case(*bound, one.priced, found)};
}

void tornado(benchmark::State& state) {
  roi::CaseVariation variation = variation_of(wide_case());
  for (auto _ : state) {
    Diagnostics found;
    benchmark::DoNotOptimize(roi::tornado(variation, found));
  }
}
BENCHMARK(tornado);

void two_way_25_by_25(benchmark::State& state) {
  roi::CaseVariation variation = variation_of(wide_case());
  for (auto _ : state) {
    Diagnostics found;
    benchmark::DoNotOptimize(
        roi::two_way(variation, {"reconciliation.volume", {}, 25}, {"discount_rate", {}, 25}, found));
  }
}
BENCHMARK(two_way_25_by_25);

void break_even_of_every_input(benchmark::State& state) {
  roi::CaseVariation variation = variation_of(wide_case());
  for (auto _ : state)
    for (std::size_t i = 0; i < variation.inputs().size(); ++i)
      benchmark::DoNotOptimize(roi::break_even(variation, i, {}));
}
BENCHMARK(break_even_of_every_input);

// Every cause of every driver differs.
void attribution(benchmark::State& state) {
  const Case before = wide_case();
  Case after = before;
  after.stated().horizon_months = 24;
  after.stated().growth = Decimal();
  after.stated().discount_rate = Decimal::from_micro(120'000);
  after.stated().live_from = 3;
  after.stated().confidence = Decimal::from_micro(800'000);
  for (model::CaseDriver& driver : after.stated().drivers) {
    driver.volume->likely = Decimal::whole(120);
    driver.improvement = model::Estimate{{}, Decimal::from_micro(400'000), {}};
    driver.rate = model::Estimate{{}, Decimal::whole(38), {}};
  }
  for (auto _ : state) {
    Diagnostics found;
    benchmark::DoNotOptimize(roi::attribution({before.deal, before.customer, &before.playbook, before.priced},
                                              {after.deal, after.customer, &after.playbook, after.priced}, found));
  }
}
BENCHMARK(attribution);

}  // namespace

}  // namespace dealwright::tests
