// What a return owes to its inputs, as it is seen and asked.

#include <algorithm>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "tests/web/panels/screen.hpp"

namespace dealwright::web {
namespace {

constexpr const char* turning_deal = "case-2-tulp-seller";  // its value changes sign within the ranges

struct SensitivityScreen : Screen {
  explicit SensitivityScreen(const char* id = deal_id) : Screen(tests::shipped_bundle(), 1280, 3200) {
    go(fmt::format("deal/{}/sensitivity", id));
  }
  const SensitivityStudy& study(const char* id = deal_id) {
    const auto& found = app.session().sensitivity(id, app.view().money.two_way);
    REQUIRE(found.has_value());
    return *found;
  }
  // The row is named by its first cell.
  bool row_says(std::string_view row, std::string_view words) const {
    return std::any_of(platform.mirror.begin(), platform.mirror.end(), [&](const MirrorItem& item) {
      const auto is_row = [&](const MirrorItem& one) {
        return one.role == Role::row && one.name == row && one.id == item.parent;
      };
      return item.name == words && std::any_of(platform.mirror.begin(), platform.mirror.end(), is_row);
    });
  }
  void choose(const char* label, const char* option) {
    press(Role::combobox, label);
    press(Role::option, option);
  }
};

TEST_CASE("an end of the tornado is the return of a deal that states it") {
  SensitivityScreen screen;
  const auto& bars = screen.study().report.tornado.bars;
  const auto bar = std::find_if(bars.begin(), bars.end(),
                                [](const roi::TornadoBar& one) { return one.input == "Discount rate a year"; });
  REQUIRE(bar != bars.end());
  const std::string at_high = report::amount(bar->npv_high);
  screen.press(Role::button, "Show table");
  CHECK(screen.row_says("Discount rate a year", at_high));
  screen.app.session().edit<model::Deal>(
      deal_id, "", "", [](model::Deal& deal) { deal.business_case->discount_rate = Decimal::from_micro(120'000); });
  CHECK(report::amount(screen.app.session().evaluation(deal_id)->customer_return->net.present) == at_high);
}

TEST_CASE("the tornado names inputs in words, the widest first, and reads its values at the pointer") {
  SensitivityScreen screen;
  const MirrorItem chart = screen.item(Role::image, "What each input moves");
  // 83,118.37 to 192,784.86 in the goldens of `sensitivity` for the same documents.
  CHECK(chart.description.find("Better returns handling: improvement moves the net present value most") !=
        std::string::npos);
  screen.platform.move_pointer(chart.x + chart.width * 0.7F, chart.y + chart.height * 0.3F);
  screen.frames(3);
  CHECK(screen.item(Role::image, "What each input moves").value.find("improvement") != std::string::npos);
  screen.press(Role::button, "SVG");
  REQUIRE(!screen.platform.saved.empty());
  CHECK(screen.platform.saved.back().name == fmt::format("{}-tornado.svg", deal_id));
  screen.press(Role::button, "CSV");
  CHECK(screen.platform.saved.back().bytes.find("input,low,likely,high,npv_low,npv_high,spread") == 0);
}

TEST_CASE("every input says where it must stand, how far that is, and what that means") {
  SensitivityScreen screen;
  // The value falls by (166,022.94 - 109,880.50) / 0.2 for the whole of the fees: 137,951.71 / 280,712.20 = 49.1 % more
  // of them take it to zero.
  for (const char* words : {"149.1 %", "49.1 %", "reached", "found"})
    CHECK_MESSAGE(screen.row_says("Fees", words), words);
  CHECK(screen.row_says("Better returns handling: improvement", "reached at every possible value"));
  CHECK(screen.row_says("Key users and project lead: hourly rate", "818.398409"));
  // A deal that is worth less than nothing to its customer misses the aim, which is said in words.
  screen.app.session().edit<model::Deal>(turning_deal, "", "", [](model::Deal& deal) {
    deal.business_case->drivers = {{}};
    deal.business_case->drivers.front().driver = "month-end-close";
  });
  screen.go(fmt::format("deal/{}/sensitivity", turning_deal));
  CHECK(screen.row_says("Fees", "missed"));
}

TEST_CASE("two inputs are varied together, those that move it most at first") {
  SensitivityScreen screen(turning_deal);
  CHECK(screen.item(Role::combobox, "Down").value == "Better returns handling: improvement");
  CHECK(screen.item(Role::combobox, "Across").value == "Fees");
  screen.choose("Down", "Discount rate a year");
  screen.choose("Across", "Less duplicate entry: improvement");
  const auto& table = screen.study(turning_deal).report.two_way;
  REQUIRE(table.has_value());
  CHECK(table->row_input == "Discount rate a year");
  CHECK(table->rows.size() == 5);
  screen.press(Role::radio, "3");
  REQUIRE(table->rows.size() == 3);
  // From 8 to 12 % and from 50 to 85 %: in the middle the rate is the case's own.
  CHECK(screen.row_says("10.0 %", report::amount(table->npv[1][1])));
  CHECK(screen.row_says("8.0 %", report::amount(table->npv[0][0])));
  // An input is not varied against itself.
  screen.press(Role::combobox, "Across");
  CHECK(screen.item(Role::option, "Discount rate a year").disabled);
}

TEST_CASE("a change of sign is said in words and marked by a sign, not by its colour alone") {
  SensitivityScreen screen(turning_deal);
  const auto& table = *screen.study(turning_deal).report.two_way;
  int below = 0, marked = 0;
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      below += table.npv[row][column].minor < 0 ? 1 : 0;
      marked += table.turns[row][column] != 0 ? 1 : 0;
    }
  REQUIRE(below > 0);
  REQUIRE(marked > 0);
  CHECK(screen.says(fmt::format("{} of 25 values lie below zero.", below)));
  CHECK(screen.says("* marks a value on the other side of zero"));
  CHECK(std::count_if(screen.platform.mirror.begin(), screen.platform.mirror.end(),
                      [](const MirrorItem& item) { return item.name.starts_with("* "); }) >= marked);
  screen.go(fmt::format("deal/{}/sensitivity", deal_id));
  CHECK(screen.says("Every value is zero or more"));
}

TEST_CASE("the choices go by the keyboard") {
  SensitivityScreen screen;
  const auto stroke = [&](ImGuiKey key) {
    screen.platform.press_key(key, true);
    screen.frames(2);
    screen.platform.press_key(key, false);
    screen.frames(2);
  };
  screen.platform.activate(screen.item(Role::radio, "7"), MirrorAction::focus);
  screen.frames(2);
  stroke(ImGuiKey_Space);
  CHECK(screen.app.view().money.two_way.steps == 7);
  CHECK(screen.study().report.two_way->rows.size() == 7);
  CHECK_FALSE(screen.app.session().can_undo());  // it is how one looks, not what the deal says
}

TEST_CASE("nothing is computed or drawn from anew while nothing changes") {
  SensitivityScreen screen;
  screen.platform.settle([&] { screen.app.frame(); });
  const auto* const bars = screen.study().report.tornado.bars.data();
  const auto* const labels = screen.app.view().money.sensitivities.charts.front().labels.data();
  screen.platform.move_pointer(700, 500);
  screen.frames(5);
  CHECK(screen.study().report.tornado.bars.data() == bars);
  CHECK(screen.app.view().money.sensitivities.charts.front().labels.data() == labels);
  screen.app.session().edit<model::Deal>(
      deal_id, "", "", [](model::Deal& deal) { deal.business_case->discount_rate = Decimal::from_micro(110'000); });
  screen.frames(2);
  CHECK(screen.row_says("Discount rate a year", "11.0 %"));
}

TEST_CASE("a deal without a case leads to where one is started") {
  SensitivityScreen screen("case-3-bois-clair");
  screen.press(Role::button, "Go to Return");
  CHECK(screen.app.view().tab == DealTab::customer_return);
}

}  // namespace
}  // namespace dealwright::web
