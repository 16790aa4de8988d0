// Speed of one large onboarding run and of the exact search for the answers that turn a qualification, one core.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/onboarding/check.hpp"
#include "core/onboarding/readiness.hpp"
#include "core/qualification/score.hpp"
#include "tests/support/draw.hpp"
#include "tests/support/large_run.hpp"

namespace dealwright::tests {

namespace {

constexpr int criterion_count = 15;

void onboarding_template(benchmark::State& state) {
  const LargeRun& large = large_run();
  for (auto _ : state) {
    const auto told = onboarding::check_templates(large.playbook.templates, large.playbook.calendars);
    if (!told.empty()) state.SkipWithError("the template has mistakes");
  }
}
BENCHMARK(onboarding_template)->Unit(benchmark::kMillisecond);

void onboarding_run(benchmark::State& state) {
  const LargeRun& large = large_run();
  for (auto _ : state) {
    Diagnostics told;
    const auto result = onboarding::evaluate_run(large.playbook, large.run, large.today, told);
    if (!told.empty() || result.critical_path.empty()) state.SkipWithError("the run is not as it was meant");
    benchmark::DoNotOptimize(result.planned_finish);
  }
}
BENCHMARK(onboarding_run)->Unit(benchmark::kMillisecond);

struct Flip {
  std::vector<qualification::Question> questions;
  qualification::Band band;
  qualification::Verdict to = qualification::Verdict::shared;
};

Flip drawn_flip(std::uint64_t seed) {
  Draw draw(20260602, seed);
  Flip flip;
  for (int i = 0; i < criterion_count; ++i) {
    qualification::Question& question = flip.questions.emplace_back();
    question.weight = Decimal::whole(draw.whole(1, 10));
    const int options = draw.number(2, 5);
    for (int option = 0; option < options; ++option)
      question.options.push_back({Decimal::from_micro(draw.whole(0, 20) * 50'000), false});
    question.given = draw.chance(5) ? -1 : draw.number(0, options - 1);
  }
  // Few sets of answers hit a narrow band, so many are looked at.
  const std::int64_t from = draw.whole(0, 90) * 10'000;
  flip.band = {Decimal::from_micro(from), Decimal::from_micro(from + draw.whole(1, 10) * 10'000)};
  flip.to = static_cast<qualification::Verdict>(draw.number(0, 2));
  return flip;
}

// The one of 2,000 drawn cases that takes longest.
Flip slowest_flip() {
  using Clock = std::chrono::steady_clock;
  Flip slowest;
  Clock::duration longest{-1};
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    Flip flip = drawn_flip(seed);
    const auto start = Clock::now();
    auto found = qualification::smallest_flip(flip.questions, flip.band, flip.to);
    benchmark::DoNotOptimize(found);
    if (const auto taken = Clock::now() - start; taken > longest) {
      longest = taken;
      slowest = std::move(flip);
    }
  }
  return slowest;
}

void smallest_flip(benchmark::State& state) {
  static const Flip flip = slowest_flip();
  for (auto _ : state) {
    auto found = qualification::smallest_flip(flip.questions, flip.band, flip.to);
    benchmark::DoNotOptimize(found);
  }
}
BENCHMARK(smallest_flip)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace dealwright::tests
