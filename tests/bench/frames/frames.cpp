// Times the whole frame of an edit, natively and without a graphics device: the deal's discount changes, the deal is
// evaluated, everything on the screen is drawn to lists and stated to the mirror. One row for each screen.

#include <cstdint>
#include <string>

#include <benchmark/benchmark.h>

#define DOCTEST_CONFIG_IMPLEMENT
#include "tests/web/panels/screen.hpp"

namespace dealwright::web {
namespace {

void edit_frame(benchmark::State& state, const std::string& address) {
  Screen screen;
  const auto draw = [&] { screen.app.frame(); };
  screen.go(address);
  screen.platform.settle(draw);
  std::int64_t edits = 0;
  for (auto _ : state) {
    const std::int64_t micro = 70'000 + ++edits % 2 * 10'000;
    if (!screen.app.session().edit<model::Deal>(deal_id, "", "",
                                                [&](model::Deal& deal) { deal.discount = Decimal::from_micro(micro); }))
      state.SkipWithError("the edit was refused");
    screen.platform.frame(draw);
    state.PauseTiming();
    screen.platform.settle(draw);  // ways out and fingerprints, which follow in frames of their own
    state.ResumeTiming();
  }
}

const std::string deal = std::string("deal/") + deal_id;
BENCHMARK_CAPTURE(edit_frame, deal, deal);
BENCHMARK_CAPTURE(edit_frame, quote, deal + "/quote");
BENCHMARK_CAPTURE(edit_frame, schedule, deal + "/schedule");
BENCHMARK_CAPTURE(edit_frame, margins, deal + "/margins");
BENCHMARK_CAPTURE(edit_frame, guardrails, deal + "/guardrails");
BENCHMARK_CAPTURE(edit_frame, home, std::string());

}  // namespace
}  // namespace dealwright::web

int main(int argc, char** argv) {
  doctest::Context asserts;
  asserts.setAsDefaultForAssertsOutOfTestCases();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
