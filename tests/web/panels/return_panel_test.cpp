// The business case of a deal, read and built on the screen.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "core/report/return_charts.hpp"
#include "core/report/return_tables.hpp"
#include "tests/web/panels/screen.hpp"

namespace dealwright::web {
namespace {

constexpr const char* empty_deal = "case-3-bois-clair";  // neither a case nor, at its customer, any baseline

struct ReturnScreen : Screen {
  ReturnScreen() : Screen(tests::shipped_bundle(), 1280, 3600) {}

  const model::Deal& deal(const char* id) { return *app.session().find<model::Deal>(id); }
  void type(const char* field, const char* text) {
    platform.activate(item(Role::spinbutton, field), MirrorAction::change, text);
    frames(3);
  }
  // The file that was handed out last.
  const NullPlatform::Saved& saved() {
    REQUIRE(!platform.saved.empty());
    return platform.saved.back();
  }
};

// Two baselines of reconciliation: 40 hours a month at 30 each.
void start_case(ReturnScreen& screen) {
  screen.go(fmt::format("deal/{}/return", empty_deal));
  screen.press(Role::button, "Start a business case");
  screen.type("Reconciling payments, payouts and stock", "40");
  screen.type("Cost of an hour of office work", "30");
}

TEST_CASE("the return's figures are those of the evaluation, and each that explain knows can be asked") {
  ReturnScreen screen;
  screen.go(fmt::format("deal/{}/return", deal_id));
  const auto& found = screen.app.session().evaluation(deal_id)->customer_return;
  REQUIRE(found.has_value());
  CHECK(screen.says(to_display(found->net.present)));
  CHECK(screen.says(share_text(found->roi)));
  CHECK(screen.says("17.4 months"));  // docs/returns.md and the goldens of `run` have it too
  for (const auto& [label, metric] :
       {std::pair{"Net present value", "customer_npv"}, std::pair{"Return on investment", "customer_roi"},
        std::pair{"Payback", "customer_payback_months"}}) {
    screen.press(Role::button, label);
    REQUIRE(screen.app.view().question.has_value());
    CHECK(screen.app.view().question->of.metric == metric);
    CHECK(screen.says("Where this figure comes from"));
  }
}

TEST_CASE("a business case is built from an empty customer, one baseline after the other") {
  ReturnScreen screen;
  Session& session = screen.app.session();
  REQUIRE_FALSE(screen.deal(empty_deal).business_case.has_value());
  REQUIRE(session.find<model::Customer>("bois-clair")->baselines.empty());
  screen.go(fmt::format("deal/{}/return", empty_deal));
  screen.press(Role::button, "Start a business case");
  REQUIRE(screen.deal(empty_deal).business_case.has_value());
  CHECK(screen.says("No return yet"));
  CHECK(screen.says("Enter what was measured at the customer"));
  screen.type("Reconciling payments, payouts and stock", "40");
  CHECK_FALSE(session.case_study(empty_deal).has_value());
  screen.type("Cost of an hour of office work", "30");
  // 40 h x 30 x 50 % x 90 % = 540.00 a month once all is in use. The ramp's twelve months are 0, 0.3, 0.6, 0.8, 0.9 and
  // seven times 1, together 9.6: 5,184.00 in the first year, 6,480.00 in each of the next two, 18,144.00 in all.
  REQUIRE(session.case_study(empty_deal).has_value());
  for (const char* figure : {"5,184.00", "6,480.00", "18,144.00"}) CHECK_MESSAGE(screen.says(figure), figure);
  const auto& baseline = session.find<model::Customer>("bois-clair")->baselines.front();
  CHECK(baseline.taken_on == screen.platform.day);
  // It is work like any other.
  session.undo();
  screen.frames(3);
  CHECK(screen.says("No return yet"));
  CHECK_FALSE(screen.says("18,144.00"));
}

TEST_CASE("a customer without a playbook gets one when its first case is started") {
  ReturnScreen screen;
  Session& session = screen.app.session();
  session.edit<model::Customer>("bois-clair", "", "", [](model::Customer& customer) {
    customer.playbook.clear();
    customer.qualification.reset();
  });
  screen.go(fmt::format("deal/{}/return", empty_deal));
  screen.press(Role::button, "Start a business case");
  CHECK(session.find<model::Customer>("bois-clair")->playbook == "commerce");
}

TEST_CASE("a number of a driver is stated in its row, and emptied it is left to others again") {
  ReturnScreen screen;
  Session& session = screen.app.session();
  start_case(screen);
  REQUIRE(screen.deal(empty_deal).business_case->drivers.empty());
  screen.type("Likely of Less manual reconciliation", "40");
  // The case stated none: those that counted are stated first.
  const auto& stated = screen.deal(empty_deal).business_case->drivers;
  REQUIRE(stated.size() == 1);
  REQUIRE(stated[0].improvement.has_value());
  CHECK(stated[0].improvement->likely.to_string() == "0.4");
  CHECK(stated[0].improvement->low->to_string() == "0.3");  // the playbook's
  // 1,200 x 40 % x 90 % = 432.00 a month, 9.6 times that in the first year.
  CHECK(screen.says("4,147.20"));
  screen.type("Volume of Less manual reconciliation", "80");
  CHECK(screen.says("8,294.40"));
  screen.type("Volume of Less manual reconciliation", "");
  CHECK_FALSE(screen.deal(empty_deal).business_case->drivers[0].volume.has_value());
  CHECK(screen.says("4,147.20"));
  while (session.can_undo() && session.undo_name() != "Business case started") session.undo();
  CHECK(screen.deal(empty_deal).business_case->drivers.empty());
}

TEST_CASE("a mistake is said in words at its field") {
  ReturnScreen screen;
  start_case(screen);
  screen.type("Likely of Less manual reconciliation", "20");
  const auto& low = screen.item(Role::spinbutton, "Low of Less manual reconciliation");
  CHECK(low.description.find("its low end lies above what is likely") != std::string::npos);
  CHECK(screen.says("No return yet"));
  screen.type("Likely of Less manual reconciliation", "120");
  CHECK(screen.says("nothing improves by more than 100 %"));
}

TEST_CASE("drivers of the playbook are added and left out") {
  ReturnScreen screen;
  start_case(screen);
  screen.press(Role::combobox, "Add a driver");
  screen.press(Role::option, "Less duplicate entry");
  const auto ids = [&] {
    std::string all;
    for (const auto& one : screen.deal(empty_deal).business_case->drivers) all += one.driver + " ";
    return all;
  };
  CHECK(ids() == "reconciliation duplicate-entry ");
  // What it is measured by is missing, and named.
  CHECK(screen.says("duplicate-hours"));
  screen.press(Role::button, "Leave out Less duplicate entry");
  CHECK(ids() == "reconciliation ");
  // The last one stays: a case without drivers would count all of them again.
  CHECK(screen.item(Role::button, "Leave out Less manual reconciliation").disabled);
}

TEST_CASE("a chart reads its values, shows its table and is handed out as SVG and CSV") {
  ReturnScreen screen;
  screen.go(fmt::format("deal/{}/return", deal_id));
  const report::Chart shown = report::cumulative_chart(*screen.app.session().evaluation(deal_id)->customer_return);
  const auto& chart = screen.item(Role::image, shown.title);
  CHECK(chart.description == shown.sentence);
  screen.platform.move_pointer(chart.x + chart.width / 2, chart.y + chart.height / 2);
  screen.frames(3);
  CHECK_FALSE(screen.item(Role::image, shown.title).value.empty());
  screen.press(Role::button, "SVG");
  CHECK(screen.saved().name == fmt::format("{}-cumulative.svg", deal_id));
  CHECK(screen.saved().bytes.find("<svg ") == 0);
  screen.press(Role::button, "CSV");
  CHECK(screen.saved().name == fmt::format("{}-cumulative.csv", deal_id));
  const auto& found = *screen.app.session().evaluation(deal_id)->customer_return;
  CHECK(screen.saved().bytes == report::table_csv(report::cumulative_table(found)));
  screen.press(Role::button, "Show table");
  CHECK(screen.platform.find(Role::image, shown.title) == nullptr);
  CHECK(screen.says("All so far"));
  screen.press(Role::button, "Show chart");
  CHECK(screen.platform.find(Role::image, shown.title) != nullptr);
}

TEST_CASE("the return leaves as a page of its own, and is shown by month") {
  ReturnScreen screen;
  screen.go(fmt::format("deal/{}/return", deal_id));
  screen.press(Role::button, "Export as a page");
  CHECK(screen.saved().name == fmt::format("{}-return.html", deal_id));
  const std::string& page = screen.saved().bytes;
  const auto& found = *screen.app.session().evaluation(deal_id)->customer_return;
  CHECK(page.find(report::amount(found.net.present)) != std::string::npos);
  CHECK(page.find("<svg ") != page.rfind("<svg "));
  CHECK(page.find("<script") == std::string::npos);
  screen.press(Role::radio, "Months");
  CHECK(screen.says("Customer return by month (EUR)"));
}

}  // namespace
}  // namespace dealwright::web
