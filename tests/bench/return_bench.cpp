// Speed of a customer's return, one core: binding, months, table, rates.

#include <benchmark/benchmark.h>

#include "core/roi/case_trials.hpp"
#include "core/roi/customer_return.hpp"
#include "tests/roi/case_fixtures.hpp"

namespace dealwright::tests {

namespace {

// Eight drivers over five years.
Case eight_drivers() {
  Case one = small_case();
  one.stated().horizon_months = 60;
  for (int i = 1; i < 8; ++i) {
    one.playbook.value_drivers.push_back(one.playbook.value_drivers[0]);
    one.playbook.value_drivers.back().id += std::to_string(i);
    one.stated().drivers.push_back(one.stated().drivers[0]);
    one.stated().drivers.back().driver += std::to_string(i);
  }
  return one;
}

void customer_return(benchmark::State& state) {
  const Case one = eight_drivers();
  for (auto _ : state) {
    Diagnostics found;
    benchmark::DoNotOptimize(roi::customer_return(one.deal, one.customer, &one.playbook, one.priced, found));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(customer_return);

// 10,000 trials of the same, each range 0.3 to 0.6: tried anew, or kept from the question before. 1: growth is not
// known either.
void npv_probability(benchmark::State& state) {
  Case one = eight_drivers();
  if (state.range(1) != 0) {
    one.stated().growth_low = Decimal();
    one.stated().growth_high = number("0.3");
    one.stated().growth_correlation = number("0.5");
  }
  Diagnostics found;
  const auto bound = roi::bind_case(one.deal, one.customer, &one.playbook, found);
  const auto monthly = roi::monthly_case(*bound, one.priced, found);
  roi::CaseTrials kept;
  for (auto _ : state) {
    roi::CaseTrials fresh;
    benchmark::DoNotOptimize((state.range(0) != 0 ? kept : fresh).positive(*bound, *monthly));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(npv_probability)->ArgNames({"kept", "growth"})->Args({0, 0})->Args({1, 0})->Args({0, 1});

}  // namespace

}  // namespace dealwright::tests
