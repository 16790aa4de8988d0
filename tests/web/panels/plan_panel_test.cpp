// A growth plan as it is seen.

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "core/report/plan_charts.hpp"
#include "core/report/team_chart.hpp"
#include "tests/web/panels/screen.hpp"

namespace dealwright::web {
namespace {

constexpr const char* plan_id = "mercier-growth";

const portfolio::PlanResult& plan_of(Screen& screen) {
  const auto& study = screen.app.session().plan(plan_id);
  REQUIRE(study.has_value());
  REQUIRE(study->plan.has_value());
  return *study->plan;
}

TEST_CASE("a growth plan shows its figures, its gates in words and what it warns of") {
  Screen screen(tests::shipped_bundle(), 1280, 5000);
  screen.go(fmt::format("portfolio/{}", plan_id));
  const auto& plan = plan_of(screen);
  CHECK(screen.says(report::amount(plan.total.mrr.closing)));
  CHECK(screen.item(Role::text, "Breaks even").value == plan.total.from.plus(*plan.break_even - 1).to_string());
  // Its gate asks for six live customers, who are there later than the phases before last.
  CHECK(screen.says("Vertical bundles"));
  CHECK(screen.says("It waits for its gate; it could begin in 2026-01."));
  CHECK(screen.says("Holds: customers live"));
  REQUIRE(!plan.delivery.over.empty());
  CHECK(screen.says("delivery is overcommitted in 5 of 24 months"));
  for (const auto& chart :
       {report::mrr_chart(plan), report::cash_chart(plan), report::team_chart(plan, plan.delivery, "Delivery"),
        report::team_chart(plan, plan.support, "Support")})
    CHECK(screen.item(Role::image, chart.title).description == chart.sentence);
}

TEST_CASE("the movements are of the year that is chosen") {
  Screen screen(tests::shipped_bundle(), 1280, 5000);
  screen.go(fmt::format("portfolio/{}", plan_id));
  const auto& plan = plan_of(screen);
  screen.item(Role::image, report::movements_chart(plan_of(screen).years[0], "year 1").title);
  screen.press(Role::radio, "Year 2");
  const auto& chart = screen.item(Role::image, report::movements_chart(plan.years[1], "year 2").title);
  CHECK(chart.description.find(to_display(plan.years[1].mrr.closing)) != std::string::npos);
  // A plan of fewer years begins at one that it has.
  screen.app.session().edit<model::Portfolio>(plan_id, "", "", [](model::Portfolio& to) { to.months = 12; });
  screen.frames(3);
  screen.item(Role::image, report::movements_chart(plan_of(screen).years[0], "year 1").title);
}

TEST_CASE("tables are by year or by month, and behind each chart") {
  Screen screen(tests::shipped_bundle(), 1280, 9000);
  screen.go(fmt::format("portfolio/{}", plan_id));
  CHECK(screen.says("Monthly recurring revenue by year"));
  CHECK_FALSE(screen.says("People by month"));
  screen.press(Role::radio, "Months");
  CHECK(screen.says("People by month"));
  CHECK_FALSE(screen.says("Monthly recurring revenue by year"));
  screen.press(Role::button, "CSV");
  REQUIRE(!screen.platform.saved.empty());
  CHECK(screen.platform.saved.back().name == "mercier-growth-mrr.csv");
  // A line a month below the head.
  const std::string& csv = screen.platform.saved.back().bytes;
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 25);
}

TEST_CASE("a change of the plan shows in the same frame") {
  Screen screen(tests::shipped_bundle(), 1280, 5000);
  screen.go(fmt::format("portfolio/{}", plan_id));
  const std::string before = report::amount(plan_of(screen).total.mrr.closing);
  screen.app.session().edit<model::Portfolio>(plan_id, "", "", [](model::Portfolio& to) {
    for (auto& row : to.rows) row.price = *Decimal::add(row.price, row.price);
  });
  screen.platform.frame([&] { screen.app.frame(); });
  CHECK(screen.item(Role::text, "Recurring a month").value != before);
  screen.app.session().undo();
  screen.frames(1);
  CHECK(screen.item(Role::text, "Recurring a month").value == before);
}

TEST_CASE("a plan that cannot be computed says why in words") {
  Screen screen(tests::shipped_bundle(), 1280, 3000);
  screen.go(fmt::format("portfolio/{}", plan_id));
  screen.app.session().edit<model::Portfolio>(plan_id, "", "", [](model::Portfolio& to) { to.rows[0].phase = "no"; });
  screen.frames(3);
  CHECK(screen.says("No plan yet"));
  CHECK(screen.says("Diagnostics"));
}

}  // namespace
}  // namespace dealwright::web
