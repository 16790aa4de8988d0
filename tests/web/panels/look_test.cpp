// What a person sees of the screens: nothing cut, nothing named by an id, nothing that pushes the work out of sight.

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/web/panels/screen.hpp"
#include "web/ui/widgets/item.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

constexpr const char* deal_name = "Fjordline Sport moves to an own deployment with warehouse automation";

auto count(const Screen& screen, Role role, std::string_view name) {
  return std::count_if(screen.platform.mirror.begin(), screen.platform.mirror.end(),
                       [&](const MirrorItem& item) { return item.role == role && item.name == name; });
}

void give_discount(Screen& screen, std::int64_t micro) {
  screen.app.session().edit<model::Deal>(deal_id, "", "",
                                         [&](model::Deal& d) { d.discount = Decimal::from_micro(micro); });
  screen.platform.settle([&] { screen.app.frame(); });
}

TEST_CASE("a narrow schedule cuts no figure") {
  Screen screen(tests::shipped_bundle(), 1000, 700);
  screen.go(fmt::format("deal/{}/schedule", deal_id));
  screen.platform.frame([&] {
    screen.app.frame();
    // The deal's total, which the readme states, stands in each of these columns.
    for (const char* head : {"Bookings", "Billings", "Revenue"})
      CHECK(screen.item(Role::columnheader, head).width >= ui::width_of("335,899.96", ui::Type::caption));
  });
}

TEST_CASE("a narrow title is set smaller, not cut") {
  Screen screen(tests::shipped_bundle(), 1000, 700);
  screen.go(fmt::format("deal/{}", deal_id));
  screen.platform.frame([&] {
    screen.app.frame();
    CHECK(screen.item(Role::heading, deal_name).width >= ui::width_of(deal_name, ui::Type::heading));
  });
}

TEST_CASE("cards of one level hold what wraps in one of them") {
  Screen screen(tests::shipped_bundle(), 1000, 700);
  screen.platform.settle([&] { screen.app.frame(); });
  const auto& card = screen.item(Role::group, "Failing");
  const auto& words = screen.item(Role::text, "every guardrail holds");
  REQUIRE(words.height > screen.item(Role::text, fmt::format("{} documents", programme_size(screen.app.session().programme()))).height);
  CHECK(words.y + words.height + 12 <= card.y + card.height);
}

TEST_CASE("cards that stand below each other are as high as what is in them") {
  for (const float width : {1280.0F, 1000.0F}) {
    Screen screen(tests::shipped_bundle(), width, 800);
    screen.go(fmt::format("deal/{}/quote", deal_id));
    screen.platform.settle([&] { screen.app.frame(); });
    const auto& total = screen.item(Role::text, "Total");
    const auto& chart = screen.item(Role::heading, "From list to net");
    CAPTURE(width);
    // Beside each other the two titles stand in one line; below each other only paddings part them.
    if (width > 1100) {
      CHECK(chart.y < total.y);
    } else {
      CHECK(chart.y > total.y);
      CHECK(chart.y - total.y < 100);
    }
  }
}

TEST_CASE("what is picked in a narrow price book comes into sight") {
  Screen screen(tests::shipped_bundle(), 1000, 700);
  screen.go("price_book/emea-2026");
  CHECK(screen.platform.find(Role::heading, "Tiers") == nullptr);
  screen.press(Role::row, "Order processing capacity");
  screen.platform.settle([&] { screen.app.frame(); });
  CHECK(screen.item(Role::heading, "Tiers").y < 700);
}

TEST_CASE("rows are named by what stands in them") {
  Screen screen;
  CHECK(count(screen, Role::row, deal_name) == 1);
  CHECK(count(screen, Role::row, deal_id) == 0);
  screen.go(fmt::format("deal/{}", deal_id));
  CHECK(count(screen, Role::row, "Warehouse operations") == 1);
  screen.go(fmt::format("deal/{}/schedule", deal_id));
  CHECK(count(screen, Role::row, "2027-02") == 1);
  CHECK(count(screen, Role::row, "Total") == 1);
}

TEST_CASE("the header's buttons stay within a narrow window, on touch screens too") {
  for (const bool touch : {false, true}) {
    NullPlatform platform(360, 640);
    platform.wishes.touch = touch;
    App app(Screen::prepared(platform, tests::shipped_bundle()));
    const auto frames = [&] {
      for (int i = 0; i < 3; ++i) platform.frame([&] { app.frame(); });
    };
    frames();
    platform.incoming.address = fmt::format("deal/{}", deal_id);
    frames();
    const auto* more = platform.find(Role::button, "More");
    REQUIRE(more != nullptr);
    CHECK(more->x + more->width <= 360);
  }
}

TEST_CASE("many findings leave a deal's lines in reach, and one press shows them all") {
  Screen screen;
  screen.go(fmt::format("deal/{}", deal_id));
  give_discount(screen, 320'000);
  const std::size_t found = screen.app.session().evaluation(deal_id)->findings.size();
  REQUIRE(found > 3);
  CHECK(count(screen, Role::button, "Apply") <= 3);
  screen.press(Role::button, fmt::format("All {} findings", found));
  CHECK(screen.app.view().tab == DealTab::guardrails);
}

TEST_CASE("rules in another currency are not said to apply") {
  Screen screen;
  screen.go(fmt::format("deal/{}/guardrails", deal_id));
  CHECK(screen.says("Amounts in EUR"));
  CHECK_FALSE(screen.says("Amounts in JPY"));
}

TEST_CASE("a document of guardrails shows its rules, and a rule leads to its fields") {
  Screen screen(tests::shipped_bundle(), 1280, 2000);
  screen.go("guardrails/margins");
  const auto& row = screen.item(Role::row, "Managed hosting margin");
  // The bound that the document states: "min": 0.25.
  CHECK(std::any_of(screen.platform.mirror.begin(), screen.platform.mirror.end(),
                    [&](const MirrorItem& item) { return item.parent == row.id && item.name == "at least 25.0 %"; }));
  const auto states_id = [](const MirrorItem& item) { return item.value == "margin-managed-hosting"; };
  REQUIRE(std::none_of(screen.platform.mirror.begin(), screen.platform.mirror.end(), states_id));
  screen.press(Role::row, "Managed hosting margin");
  CHECK(std::any_of(screen.platform.mirror.begin(), screen.platform.mirror.end(), states_id));
}

TEST_CASE("a diagnostic names its field as the form does") {
  Screen screen;
  screen.go(fmt::format("deal/{}", deal_id));
  screen.app.session().edit<model::Deal>(deal_id, "", "", [](model::Deal& d) { d.term_months = 1; });
  screen.frames(2);
  CHECK(screen.says("> First month"));
  CHECK_FALSE(screen.says("/start_month"));
}

TEST_CASE("a file that cannot be read is refused in words without codes") {
  Screen screen;
  screen.platform.incoming.files.push_back(
      {"bad.json", R"({"dealwright": 1, "kind": "deal", "id": "x", "nam": 1})", ""});
  screen.frames(3);
  CHECK(screen.says("bad.json, line 1: \"nam\" is not a field of a deal; did you mean \"name\"?"));
  CHECK_FALSE(screen.says("[document."));
}

}  // namespace
}  // namespace dealwright::web
