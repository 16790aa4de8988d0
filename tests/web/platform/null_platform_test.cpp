#include "web/platform/null/null_platform.hpp"

#include <doctest/doctest.h>

#include "tests/web/bench_page/self_test.hpp"
#include "web/platform/context.hpp"
#include "web/platform/scroll.hpp"

namespace {

using namespace dealwright::web;

// The bench that the browser's tests use, without a browser.
struct Bench {
  NullPlatform platform;
  SelfTest screen{platform};

  int settle() {
    return platform.settle([this] { screen.frame(); });
  }
  const MirrorItem& item(Role role, std::string_view name) {
    const MirrorItem* found = platform.find(role, name);
    REQUIRE_MESSAGE(found != nullptr, name);
    return *found;
  }
  void click(const MirrorItem& on) {
    platform.move_pointer(on.x + on.width / 2, on.y + on.height / 2);
    platform.press_pointer(true);
    platform.press_pointer(false);
    settle();
  }
};

TEST_CASE("The twin draws what is asked for, rests, and hears no complaint") {
  Bench bench;
  CHECK(bench.settle() > 0);
  CHECK(bench.settle() == 0);
  CHECK(bench.item(Role::textbox, "Line").value == "typed here");
  CHECK(bench.platform.complaints.empty());
  CHECK(bench.platform.title == "Platform - Dealwright");
}

TEST_CASE("The twin passes on pointer, keys and text, and records what is asked of it") {
  Bench bench;
  bench.settle();
  bench.click(bench.item(Role::button, "Count"));
  CHECK(bench.platform.find(Role::text, "Presses: 1 and 0"));
  bench.click(bench.item(Role::textbox, "Line"));
  bench.platform.press_key(ImGuiKey_End, true);
  bench.platform.press_key(ImGuiKey_End, false);
  bench.platform.type("!");
  bench.settle();
  CHECK(bench.item(Role::textbox, "Line").value == "typed here!");
  bench.click(bench.item(Role::button, "Copy"));
  CHECK(bench.platform.copied == std::vector<std::string>{"copied text"});
  bench.click(bench.item(Role::button, "Save"));
  REQUIRE(bench.platform.saved.size() == 1);
  CHECK(bench.platform.saved[0].name == "saved.txt");
  bench.click(bench.item(Role::button, "Pick"));
  REQUIRE(bench.platform.picks.size() == 1);
  CHECK(bench.platform.picks[0].multiple);
  bench.click(bench.item(Role::button, "Announce"));
  REQUIRE(bench.platform.announced.size() == 1);
  CHECK(bench.platform.announced[0].text == "announced text");
  bench.click(bench.item(Role::button, "Address"));
  CHECK(bench.platform.fragment == "platform/deeper");
  bench.platform.activate(bench.item(Role::button, "Count"));
  bench.settle();
  CHECK(bench.platform.find(Role::text, "Presses: 2 and 0"));
}

TEST_CASE("The twin keeps records, and refuses to where a test says so") {
  Bench bench;
  bench.settle();
  bench.click(bench.item(Role::button, "Store"));
  CHECK(bench.platform.find(Role::status, "stored self-test: done"));
  CHECK(bench.platform.records.at("self-test") == "typed here");
  bench.click(bench.item(Role::button, "Load"));
  CHECK(bench.platform.find(Role::status, "record self-test=typed here"));
  bench.platform.storage_problem = "No room.";
  bench.click(bench.item(Role::button, "Erase"));
  CHECK(bench.platform.find(Role::status, "stored self-test: No room."));
  CHECK(bench.platform.records.size() == 1);
}

TEST_CASE("Two items with one id are a complaint") {
  NullPlatform platform;
  MirrorItem item;
  item.id = 7;
  item.name = "twice";
  const std::vector<MirrorItem> items{item, item};
  platform.show(items);
  REQUIRE(platform.complaints.size() == 1);
  CHECK(platform.complaints[0].find("twice") != std::string::npos);
}

TEST_CASE("Broken nesting is a complaint") {
  NullPlatform platform;
  platform.frame([] { ImGui::Begin("never ended"); });
  CHECK_FALSE(platform.complaints.empty());
}

TEST_CASE("The active field is told in units of UTF-16") {
  Bench bench;
  bench.settle();
  bench.click(bench.item(Role::textbox, "Line"));
  bench.platform.press_key(ImGuiMod_Ctrl | ImGuiKey_A, true);
  bench.platform.press_key(ImGuiMod_Ctrl | ImGuiKey_A, false);
  bench.settle();
  bench.platform.type("aß😀Ж");  // 1 + 1 + 2 + 1 units
  bench.settle();
  ActiveText active = active_text();
  CHECK(active.id == bench.item(Role::textbox, "Line").id);
  CHECK(active.text == "aß😀Ж");
  CHECK(active.selection_begin == 5);
  CHECK(active.selection_end == 5);
  CHECK_FALSE(active.multiline);
  bench.platform.press_key(ImGuiMod_Ctrl | ImGuiKey_A, true);
  bench.platform.press_key(ImGuiMod_Ctrl | ImGuiKey_A, false);
  bench.settle();
  active = active_text();
  CHECK(active.selection_begin == 0);
  CHECK(active.selection_end == 5);
  bench.click(bench.item(Role::button, "Count"));
  CHECK(active_text().id == 0);
}

TEST_CASE("A wheel's units come to the pixels that browsers scroll by") {
  CHECK(wheel_pixels(0, 120, WheelUnit::pixel, 1000, 800).y == 120);
  CHECK(wheel_pixels(0, 3, WheelUnit::line, 1000, 800).y == doctest::Approx(100));
  CHECK(wheel_pixels(0, -1, WheelUnit::page, 1000, 800).y == doctest::Approx(-720));
  CHECK(wheel_pixels(1, 0, WheelUnit::page, 1000, 800).x == doctest::Approx(900));
}

TEST_CASE("Scrolling is exact to the pixel, and parts of one add up") {
  Bench bench;
  bench.settle();
  const MirrorItem row = bench.item(Role::text, "Row 3");
  bench.platform.move_pointer(row.x + 5, row.y + 5);
  bench.settle();
  CHECK(can_scroll({0, 1}));
  CHECK_FALSE(can_scroll({1, 0}));
  Scroller scroller;
  const auto scroll = [&](float pixels) {
    scroller.by({0, pixels});
    bench.platform.wheel(0, 0);  // some frames, as after any input
    bench.settle();
  };
  scroll(37);
  CHECK(bench.platform.find(Role::text, "Scroll: 37"));
  for (int step = 0; step < 4; ++step) scroll(0.25F);
  CHECK(bench.platform.find(Role::text, "Scroll: 38"));
  scroll(-500);
  CHECK(bench.platform.find(Role::text, "Scroll: 0"));
}

}  // namespace
