// Speed of figures over cash flows, one core.

#include <cstddef>
#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/roi/net_present_value.hpp"
#include "core/roi/rate_of_return.hpp"
#include "tests/support/draw.hpp"

namespace dealwright::tests {

namespace {

enum class Signs : std::uint8_t { one_change, random };

// Amounts up to 10,000.00; with one change of sign, twenty are paid at time 0.
std::vector<std::vector<double>> drawn_flows(std::size_t count, int periods, Signs signs) {
  std::vector<std::vector<double>> drawn(count);
  for (std::size_t index = 0; index < count; ++index) {
    Draw draw(20260603, index);
    for (int period = 0; period <= periods; ++period) {
      const double amount = static_cast<double>(draw.whole(1, 1000000)) / 100;
      const bool is_paid = signs == Signs::random ? draw.chance(50) : period == 0;
      drawn[index].push_back(signs == Signs::one_change && is_paid ? -20 * amount : is_paid ? -amount : amount);
    }
  }
  return drawn;
}

void find_rates(benchmark::State& state, const std::vector<std::vector<double>>& flows) {
  roi::RateFinder finder;
  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(finder.find(flows[next]).rates.data());
    next = next + 1 < flows.size() ? next + 1 : 0;
  }
  state.SetItemsProcessed(state.iterations());
}

void rates_one_change(benchmark::State& state) {
  static const auto flows = drawn_flows(5000, 60, Signs::one_change);
  find_rates(state, flows);
}
BENCHMARK(rates_one_change);

void rates_random_signs(benchmark::State& state) {
  static const auto flows = drawn_flows(5000, 60, Signs::random);
  find_rates(state, flows);
}
BENCHMARK(rates_random_signs);

void rates_random_signs_600(benchmark::State& state) {
  static const auto flows = drawn_flows(200, 600, Signs::random);
  find_rates(state, flows);
}
BENCHMARK(rates_random_signs_600);

void dated_rates_random_signs(benchmark::State& state) {
  static const auto flows = drawn_flows(200, 60, Signs::random);
  std::vector<std::vector<roi::DatedFlow>> dated;
  for (const auto& amounts : flows) {
    auto& one = dated.emplace_back();
    for (const double amount : amounts) {
      one.push_back({Date::from(2026, 1, 31)->plus_months(static_cast<int>(one.size())), amount});
    }
  }
  std::size_t next = 0;
  for (auto _ : state) {
    auto found = roi::dated_rates_of_return(dated[next]);
    benchmark::DoNotOptimize(found);
    next = next + 1 < dated.size() ? next + 1 : 0;
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(dated_rates_random_signs);

void present_values(benchmark::State& state) {
  static const auto flows = drawn_flows(5000, 60, Signs::random);
  std::size_t next = 0;
  for (auto _ : state) {
    auto values = roi::present_values(flows[next], 0.01);
    benchmark::DoNotOptimize(values);
    next = next + 1 < flows.size() ? next + 1 : 0;
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(present_values);

}  // namespace

}  // namespace dealwright::tests
