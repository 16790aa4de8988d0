// Deals side by side, as they are chosen and seen.

#include <algorithm>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "tests/web/panels/screen.hpp"

namespace dealwright::web {
namespace {

constexpr const char* shared = "case-1-fjordline-shared";
constexpr const char* shared_name = "Fjordline Sport, first year on the shared platform";
constexpr const char* success_name = "Fjordline Sport, success reviews and optimisation";
constexpr const char* baltic_name = "Baltic Parts, wholesale package with a yearly commitment";
constexpr const char* dollar_name = "Glowroot, back office with the storefront";

struct CompareScreen : Screen {
  explicit CompareScreen(const char* id = deal_id) : Screen(tests::shipped_bundle(), 1280, 5000) {
    go(fmt::format("deal/{}/compare", id));
  }
  void choose(const char* label, const char* option) {
    press(Role::combobox, label);
    press(Role::option, option);
  }
  const std::vector<std::string>& others() { return app.view().money.compared.front().others; }
  std::string npv(const char* id) { return report::amount(app.session().evaluation(id)->customer_return->net.present); }
};

TEST_CASE("a deal stands beside the other one of its customer at once") {
  CompareScreen screen;
  CHECK(screen.item(Role::combobox, "Compare with").value == shared_name);
  for (const char* id : {deal_id, shared}) CHECK(screen.says(screen.npv(id)));
  const auto* const evaluation = screen.app.session().evaluation(shared);
  CHECK(screen.says(report::amount(evaluation->pricing.totals.tcv)));
  CHECK(screen.says(share_text(evaluation->pricing.totals.margin)));
  const auto& chart = screen.item(Role::image, fmt::format("Net present value: {} to {}", deal_id, shared));
  CHECK(chart.description.find(to_display(evaluation->customer_return->net.present)) != std::string::npos);
  CHECK(screen.says("What the partner gets, by line"));
  CHECK(screen.says("What the partner gets, by service line"));
}

TEST_CASE("the causes in sight add up from one net present value to the other") {
  CompareScreen screen;
  const auto& tables = screen.app.view().money.comparisons.tables;
  const auto causes = std::find_if(tables.begin(), tables.end(), [](const report::Table& one) {
    return one.title.starts_with("What makes the customer's net present value differ");
  });
  REQUIRE(causes != tables.end());
  REQUIRE(causes->rows.size() > 3);
  std::int64_t sum = 0;
  for (const auto& row : causes->rows) {
    Decimal amount;
    REQUIRE(Decimal::parse(row.cells.back().plain, amount) == DecimalError::none);
    if (&row == &causes->rows.back()) {
      CHECK(sum == amount.micro());
      CHECK(row.cells.back().shown == screen.npv(shared));
    } else {
      sum += amount.micro();
    }
    CHECK(screen.says(row.cells.back().shown));
  }
}

TEST_CASE("up to three others are chosen, the nearest offered first, none of them twice") {
  CompareScreen screen;
  screen.press(Role::combobox, "and with");
  // No deal, those of the customer, then those in euros.
  std::vector<const MirrorItem*> options;
  for (const MirrorItem& item : screen.platform.mirror)
    if (item.role == Role::option) options.push_back(&item);
  REQUIRE(options.size() > 4);
  CHECK(options[1]->name == shared_name);
  CHECK(options[1]->disabled);
  CHECK(options[1]->description == "same customer");
  CHECK(options[2]->name == success_name);
  CHECK(options[3]->description != "same customer");
  screen.press(Role::option, success_name);
  screen.choose("and also with", baltic_name);
  CHECK(screen.others().size() == 3);
  // A deal of another customer is told to be one, and one without a case leads to where it is started.
  CHECK(screen.says("differences of the customers count among the causes"));
  CHECK(screen.says("case-1-fjordline-success has no business case"));
  screen.press(Role::radio, "case-5-baltic-parts");
  screen.item(Role::image, fmt::format("Net present value: {} to case-5-baltic-parts", deal_id));
  screen.press(Role::radio, "case-1-fjordline-success");
  CHECK(screen.platform.find(Role::image, fmt::format("Net present value: {} to {}", deal_id, shared)) == nullptr);
  CHECK(screen.says(fmt::format("What the partner gets, by line: {} to case-1-fjordline-success (EUR)", deal_id)));
  screen.choose("and with", "No deal");
  CHECK(screen.others() == std::vector<std::string>{shared, "case-5-baltic-parts"});
}

TEST_CASE("on a phone each of the chosen deals can be reached") {
  Screen screen(tests::shipped_bundle(), 400, 8000);
  screen.app.view().money.compared = {{deal_id, {shared, "case-1-fjordline-success", "case-5-baltic-parts"}, 0}};
  screen.go(fmt::format("deal/{}/compare", deal_id));
  screen.press(Role::combobox, "Differences to");
  screen.press(Role::option, "case-5-baltic-parts");
  screen.item(Role::image, fmt::format("Net present value: {} to case-5-baltic-parts", deal_id));
}

TEST_CASE("chosen deals stay while one looks elsewhere, and go with their documents") {
  CompareScreen screen;
  screen.choose("and with", baltic_name);
  screen.go("customer/fjordline");
  screen.go("deal/case-4-alpenhof/compare");
  screen.go(fmt::format("deal/{}/compare", deal_id));
  CHECK(screen.item(Role::combobox, "Compare with").value == shared_name);
  CHECK(screen.item(Role::combobox, "and with").value == baltic_name);
  screen.app.session().remove({Kind::deal, shared});
  screen.go(fmt::format("deal/{}/compare", deal_id));
  CHECK(screen.item(Role::combobox, "Compare with").value == baltic_name);
  // A choice to compare with none holds too.
  screen.choose("Compare with", "No deal");
  screen.go("deal/case-4-alpenhof/compare");
  screen.go(fmt::format("deal/{}/compare", deal_id));
  CHECK(screen.says("Nothing compared yet"));
}

TEST_CASE("another currency is refused in words, and left out by one press") {
  CompareScreen screen;
  screen.choose("and with", dollar_name);
  CHECK(screen.says("amounts of two currencies do not compare. Choose deals in EUR."));
  CHECK_FALSE(screen.says("Side by side"));
  screen.press(Role::button, "Leave it out");
  CHECK(screen.says("Side by side (EUR)"));
  CHECK(screen.others() == std::vector<std::string>{shared});
}

TEST_CASE("a deal that is not priced says so, and what to do") {
  CompareScreen screen;
  screen.app.session().edit<model::Deal>(shared, "", "", [](model::Deal& deal) { deal.price_book = "no"; });
  screen.frames(3);
  CHECK(screen.says(fmt::format("deal \"{}\" is not priced: its diagnostics say why", shared)));
  screen.app.session().undo();
  screen.frames(3);
  CHECK(screen.says("Side by side (EUR)"));
}

TEST_CASE("without a business case what the partner gets is compared, and the case can be started") {
  CompareScreen screen("case-1-fjordline-success");
  CHECK(screen.says("Side by side (EUR)"));
  CHECK(screen.says("What the partner gets, by line"));
  CHECK_FALSE(screen.says("What makes the customer's net present value differ"));
  screen.press(Role::link, "Start a business case for case-1-fjordline-success");
  CHECK(screen.app.view().tab == DealTab::customer_return);
}

TEST_CASE("a choice goes by the keyboard, and an edit shows in the same frame") {
  CompareScreen screen;
  const auto stroke = [&](ImGuiKey key) {
    screen.platform.press_key(key, true);
    screen.frames(2);
    screen.platform.press_key(key, false);
    screen.frames(2);
  };
  screen.platform.activate(screen.item(Role::combobox, "Compare with"), MirrorAction::focus);
  screen.frames(2);
  stroke(ImGuiKey_Enter);
  CHECK(screen.platform.find(Role::option, success_name) != nullptr);
  stroke(ImGuiKey_Escape);  // out of the search, then out of the list
  stroke(ImGuiKey_Escape);
  CHECK(screen.platform.find(Role::option, success_name) == nullptr);
  screen.platform.settle([&] { screen.app.frame(); });
  const auto* const settled = screen.app.view().money.comparisons.tables.data();
  screen.frames(5);
  CHECK(screen.app.view().money.comparisons.tables.data() == settled);
  screen.app.session().edit<model::Deal>(shared, "", "",
                                         [](model::Deal& deal) { deal.discount = Decimal::from_micro(100'000); });
  screen.platform.frame([&] { screen.app.frame(); });
  CHECK(screen.says(screen.npv(shared)));
}

}  // namespace
}  // namespace dealwright::web
