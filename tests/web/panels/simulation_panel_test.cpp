// How sure a return is, as it is seen and moved.

#include <algorithm>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/web/panels/screen.hpp"

namespace dealwright::web {
namespace {

constexpr const char* unsure_deal = "case-4-alpenhof";

struct SimulationScreen : Screen {
  explicit SimulationScreen(const char* id = deal_id) : Screen(tests::shipped_bundle(), 1280, 2400) {
    go(fmt::format("deal/{}/simulation", id));
  }
  Decimal discount_rate() { return app.session().find<model::Deal>(deal_id)->business_case->discount_rate; }
  void key(ImGuiKey key) {
    platform.press_key(key, true);
    frames(2);
    platform.press_key(key, false);
    frames(2);
  }
};

// The share of 10,000 trials above 0, with all of them done in one go here.
Ratio share_above_zero(const CaseStudy& study) {
  const auto simulation = roi::Simulation::from(roi::simulation_model(study.bound, study.monthly));
  REQUIRE(simulation.has_value());
  std::vector<double> npv(10'000);
  std::vector<std::uint16_t> payback(npv.size());
  roi::run_all(*simulation, 1, {npv, {}, payback});
  return {std::count_if(npv.begin(), npv.end(), [](double one) { return one > 0; }), 10'000};
}

TEST_CASE("the probability of a positive return is a figure and words, as all trials have it") {
  for (const char* id : {deal_id, unsure_deal}) {
    SimulationScreen screen(id);
    const auto& study = screen.app.session().case_study(id);
    REQUIRE(study.has_value());
    CHECK(screen.item(Role::text, "Probability of a positive NPV").value == share_text(share_above_zero(*study)));
    CHECK((screen.says("end above zero.") || screen.says("ends above zero.")));
    for (const char* mark : {"P10", "P50", "P90"}) CHECK_FALSE(screen.item(Role::text, mark).value.empty());
    const auto is_chart = [](const MirrorItem& item) { return item.role == Role::image && !item.description.empty(); };
    CHECK(std::count_if(screen.platform.mirror.begin(), screen.platform.mirror.end(), is_chart) == 3);
  }
}

TEST_CASE("a slider moved by keys changes the deal and the trials at once, as one command") {
  SimulationScreen screen;
  Session& session = screen.app.session();
  const std::string before = screen.item(Role::text, "P50").value;
  REQUIRE(screen.discount_rate().to_string() == "0.1");
  screen.platform.activate(screen.item(Role::slider, "Discount rate a year"), MirrorAction::focus);
  screen.frames(2);
  screen.key(ImGuiKey_RightArrow);
  CHECK(screen.discount_rate().to_string() == "0.105");
  CHECK(screen.item(Role::slider, "Discount rate a year").value == "10.5 %");
  const std::string after = screen.item(Role::text, "P50").value;
  CHECK(after != before);
  screen.key(ImGuiKey_LeftArrow);
  screen.key(ImGuiKey_PageUp);
  screen.key(ImGuiKey_UpArrow);
  CHECK(screen.discount_rate().to_string() == "0.155");
  CHECK(screen.item(Role::slider, "Discount rate a year").focused);
  session.undo();
  screen.frames(2);
  CHECK(screen.discount_rate().to_string() == "0.1");
  CHECK(screen.item(Role::text, "P50").value == before);
}

TEST_CASE("a slider follows the pointer while it is held") {
  SimulationScreen screen;
  const MirrorItem slider = screen.item(Role::slider, "Discount rate a year");
  const auto to = [&](float share) {
    screen.platform.move_pointer(slider.x + 8 + (slider.width - 16) * share, slider.y + slider.height / 2);
    screen.frames(2);
  };
  to(0.5F);
  screen.platform.press_pointer(true);
  screen.frames(2);
  CHECK(screen.discount_rate().to_string() == "0.15");  // half of 0 to 30 %
  to(1);
  CHECK(screen.discount_rate().to_string() == "0.3");
  to(-1);
  CHECK(screen.discount_rate().to_string() == "0");
  screen.platform.press_pointer(false);
  screen.frames(2);
  to(0.5F);
  CHECK(screen.discount_rate().to_string() == "0");
  screen.app.session().undo();
  CHECK(screen.discount_rate().to_string() == "0.1");
}

TEST_CASE("what is likely moves within its range, and undo takes it back") {
  SimulationScreen screen;
  Session& session = screen.app.session();
  screen.platform.activate(screen.item(Role::slider, "Less manual reconciliation"), MirrorAction::focus);
  screen.frames(2);
  screen.key(ImGuiKey_End);
  const auto& drivers = session.find<model::Deal>(deal_id)->business_case->drivers;
  REQUIRE(!drivers.empty());
  REQUIRE(drivers[0].improvement.has_value());
  CHECK(drivers[0].improvement->likely.to_string() == "0.65");  // the playbook's high end
  CHECK(session.case_study(deal_id).has_value());
  session.undo();
  CHECK_FALSE(session.find<model::Deal>(deal_id)->business_case->drivers[0].improvement.has_value());
}

TEST_CASE("the months of payback are chosen, and count the same trials") {
  SimulationScreen screen;
  CHECK(screen.item(Role::text, "Payback within 36 months").value == "100.0 %");
  screen.platform.activate(screen.item(Role::slider, "Months"), MirrorAction::focus);
  screen.frames(2);
  screen.key(ImGuiKey_Home);
  CHECK(screen.item(Role::text, "Payback within 1 month").value == "0.0 %");
  CHECK_FALSE(screen.app.session().can_undo());  // it is how one looks, not what the deal says
}

TEST_CASE("more trials are asked for by a press, and the report leaves as Markdown") {
  SimulationScreen screen;
  screen.press(Role::radio, "100,000");
  screen.platform.settle([&] { screen.app.frame(); });
  screen.press(Role::button, "Export as Markdown");
  REQUIRE(!screen.platform.saved.empty());
  CHECK(screen.platform.saved.back().name == fmt::format("{}-simulation.md", deal_id));
  CHECK(screen.platform.saved.back().bytes.find("100,000 trials, seed 1") != std::string::npos);
}

TEST_CASE("a deal without a case leads to where one is started") {
  SimulationScreen screen("case-3-bois-clair");
  screen.press(Role::button, "Go to Return");
  CHECK(screen.app.view().tab == DealTab::customer_return);
  screen.item(Role::button, "Start a business case");
}

}  // namespace
}  // namespace dealwright::web
