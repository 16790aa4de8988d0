// Speed of a customer's return, one core: binding, months, table, rates.

#include <benchmark/benchmark.h>

#include "core/roi/customer_return.hpp"
#include "tests/roi/case_fixtures.hpp"

namespace dealwright::tests {

namespace {

// Eight drivers over five years.
void customer_return(benchmark::State& state) {
  Case one = small_case();
  one.stated().horizon_months = 60;
  for (int i = 1; i < 8; ++i) {
    one.playbook.value_drivers.push_back(one.playbook.value_drivers[0]);
    one.playbook.value_drivers.back().id += std::to_string(i);
    one.stated().drivers.push_back(one.stated().drivers[0]);
    one.stated().drivers.back().driver += std::to_string(i);
  }
  for (auto _ : state) {
    Diagnostics found;
    benchmark::DoNotOptimize(roi::customer_return(one.deal, one.customer, &one.playbook, one.priced, found));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(customer_return);

}  // namespace

}  // namespace dealwright::tests
