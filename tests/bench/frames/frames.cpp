// Times whole frames natively and without a graphics device: everything on the screen is drawn to lists and stated to
// the mirror. Of an edit, one row for each screen: the deal's discount changes and the deal is evaluated. Of a
// checklist of 2,000 rows: it is scrolled, and the state of an item moves on.

#include <cstdint>
#include <string>

#include <benchmark/benchmark.h>

#define DOCTEST_CONFIG_IMPLEMENT
#include "core/document/writer.hpp"
#include "tests/support/large_run.hpp"
#include "tests/web/panels/screen.hpp"
#include "web/app/checklist_steps.hpp"

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

// The app over one partner whose run is as large as documents allow, at its checklist.
struct LargeChecklist : Screen {
  LargeChecklist() : Screen(bundle()) {
    platform.day = tests::large_run().today;
    go("onboarding/run/checklist");
    platform.settle([&] { app.frame(); });
  }

  static std::string bundle() {
    model::Partner partner;
    partner.id = "partner";
    partner.name = "Partner";
    document::Library<model::Programme> library;
    document::Reader reader;
    Diagnostics found;
    const auto add = [&](const auto& document) {
      document::add_source(library, {document.id + ".json", document::write_canonical(document)}, reader, found);
    };
    add(partner);
    add(tests::large_run().playbook);
    add(tests::large_run().run);
    for (const Diagnostic& diagnostic : found) FAIL_CHECK(diagnostic.message);
    return document::write_bundle(library);
  }

  void key(ImGuiKeyChord chord) {
    platform.press_key(chord, true);
    platform.frame([&] { app.frame(); });
    platform.press_key(chord, false);
  }
};

// The arrow keys go down the list, which follows: a row into sight each frame.
void scroll_frame(benchmark::State& state) {
  LargeChecklist screen;
  if (!screen.says("Item 1")) state.SkipWithError("the checklist does not show");
  for (int i = 0; i < 40; ++i) screen.key(ImGuiKey_DownArrow);
  const std::string from = screen.app.view().onboarding.item;
  for (auto _ : state) {
    screen.key(ImGuiKey_DownArrow);
    state.PauseTiming();
    screen.platform.frame([&] { screen.app.frame(); });
    if (screen.app.view().onboarding.item == "item-1900") screen.key(ImGuiKey_Home);
    state.ResumeTiming();
  }
  if (screen.app.view().onboarding.item == from) state.SkipWithError("the list does not move");
}
BENCHMARK(scroll_frame)->Name("checklist/scroll");

// Space begins the last item, which is to do, Shift and Space take that back: the run is evaluated anew each time.
void advance_frame(benchmark::State& state) {
  LargeChecklist screen;
  screen.key(ImGuiKey_End);
  screen.platform.settle([&] { screen.app.frame(); });
  const auto is_begun = [&] {
    const auto* run = screen.app.session().find<model::Onboarding>("run");
    return run != nullptr && recorded_state(*run, "item-1999") == model::ItemState::in_progress;
  };
  bool expected = false;
  for (auto _ : state) {
    expected = !expected;
    screen.key(expected ? ImGuiKey_Space : ImGuiMod_Shift | ImGuiKey_Space);
    state.PauseTiming();
    screen.platform.settle([&] { screen.app.frame(); });
    if (is_begun() != expected) state.SkipWithError("the item's state does not move");
    state.ResumeTiming();
  }
}
BENCHMARK(advance_frame)->Name("checklist/advance");

}  // namespace
}  // namespace dealwright::web

int main(int argc, char** argv) {
  doctest::Context asserts;
  asserts.setAsDefaultForAssertsOutOfTestCases();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
