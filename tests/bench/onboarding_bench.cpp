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

namespace dealwright::tests {

namespace {

constexpr int item_count = 2000;
constexpr int dependency_count = 5000;
constexpr int criterion_count = 15;

// A playbook with one template as large as they may be, and a run of it that is half done.
struct LargeRun {
  model::Playbook playbook;
  model::Onboarding run;
  Date today = *Date::parse("2026-06-01");

  LargeRun() {
    Draw draw(20260601, 1);
    playbook.id = "large";
    for (const char* role : {"sales", "support", "cloud"}) playbook.roles.push_back({role, role});
    model::Template& onboarding = playbook.templates.emplace_back();
    onboarding.id = "partners";
    for (int i = 0; i < 4; ++i) onboarding.stages.push_back({"stage-" + std::to_string(i), "Stage", "Go?"});
    for (int i = 0; i < 5; ++i) onboarding.tracks.push_back({"track-" + std::to_string(i), "Track"});
    for (int i = 0; i < item_count; ++i) {
      model::TemplateItem& item = onboarding.items.emplace_back();
      item.id = "item-" + std::to_string(i);
      item.name = "Item";
      item.stage = onboarding.stages[static_cast<std::size_t>(i * 4 / item_count)].id;
      item.track = onboarding.tracks[static_cast<std::size_t>(i % 5)].id;
      item.owner = playbook.roles[static_cast<std::size_t>(i % 3)].id;
      item.days = draw.number(0, 5);
      item.mandatory = i % 2 == 0;
      if (i >= item_count / 2) continue;
      model::ItemRecord& record = run.items.emplace_back();
      record.item = item.id;
      record.state = model::ItemState::done;
      record.started = *Date::parse("2026-02-02");
      record.finished = *Date::parse("2026-02-05");
    }
    // Each waits for some of the hundred before it, no two times for one.
    for (int made = 0; made < dependency_count;) {
      const int at = draw.number(1, item_count - 1);
      const std::string before = "item-" + std::to_string(draw.number(at < 100 ? 0 : at - 100, at - 1));
      auto& after = onboarding.items[static_cast<std::size_t>(at)].after;
      if (std::find(after.begin(), after.end(), before) != after.end()) continue;
      after.push_back(before);
      ++made;
    }
    onboarding.certifications.push_back({"all", "All", model::Complexity::complex, {}, {}, "stage-3", {}});
    run.id = "run";
    run.playbook = playbook.id;
    run.template_id = onboarding.id;
    run.start = *Date::parse("2026-02-02");
    for (const auto& role : playbook.roles) run.people.push_back({role.id, "Person of " + role.id, Decimal::whole(5)});
  }
};

const LargeRun& large_run() {
  static const LargeRun large;
  return large;
}

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
