// A success plan as it is seen, kept and handed over.

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "tests/web/panels/screen.hpp"

namespace dealwright::web {
namespace {

constexpr const char* plan_id = "packhaven-success";
constexpr const char* measure = "Reconciling payments, payouts and stock";  // reconciliation-hours

// Three quarters have begun, the last on 2026-11-03, and one of two open items was due on 2026-12-18.
struct PlanScreen : Screen {
  explicit PlanScreen(const char* day = "2027-01-04") : Screen(tests::shipped_bundle(), 1280, 9000) {
    app.session().set_today(*Date::parse(day));
    go(fmt::format("success_plan/{}", plan_id));
  }
  Session& session() { return app.session(); }
  const model::SuccessPlan& plan() { return *session().find<model::SuccessPlan>(plan_id); }
  const report::Review& review() {
    const auto& study = session().review(plan_id);
    REQUIRE(study.has_value());
    REQUIRE(study->review.has_value());
    return *study->review;
  }
  void type(const char* field, const char* text) {
    platform.activate(item(Role::spinbutton, field), MirrorAction::change, text);
    frames(3);
  }
  const NullPlatform::Saved& saved() {
    REQUIRE(!platform.saved.empty());
    return platform.saved.back();
  }
};

TEST_CASE("a success plan shows phase, health, renewal risk, value, targets and backlog") {
  PlanScreen screen;
  const report::Review& review = screen.review();
  const auto& result = review.result;
  // By hand from the document: what was measured last is above each target, or not there.
  CHECK(screen.item(Role::text, "Targets met").value.find("0 of 6") == 0);
  CHECK(screen.item(Role::text, "Backlog").value.find("2 open") == 0);
  CHECK(screen.says("1 overdue"));
  CHECK(screen.says("Overdue since 2026-12-18: Reasons for stopped orders (Sanne Kuiper)."));
  REQUIRE(result.health.score.has_value());
  CHECK(screen.item(Role::text, "Health").value.find(to_percent(result.health.score, 0)) == 0);
  REQUIRE(!result.health.reasons.empty());
  for (const auto& reason : result.health.reasons) CHECK_MESSAGE(screen.says(reason.name), reason.name);
  REQUIRE(review.internal->renewal.has_value());
  CHECK(screen.item(Role::text, "Renewal risk").value.find(report::word(review.internal->renewal->risk)) == 0);
  for (const auto& reason : review.internal->renewal->reasons) CHECK_MESSAGE(screen.says(reason), reason);
  CHECK(screen.item(Role::text, "Value realised").value.find(report::amount(result.value.total.realised)) == 0);
  for (const auto& one : review.automations) CHECK_MESSAGE(screen.says(one.name), one.name);
  REQUIRE(!result.expansion.empty());  // five warehouses
  for (const auto& one : result.expansion) CHECK_MESSAGE(screen.says(one.offer), one.offer);
}

TEST_CASE("value and targets are charts that read their values and are handed out") {
  PlanScreen screen;
  const auto& chart = screen.item(Role::image, "Value realised and promised");
  CHECK(chart.description.find(to_display(screen.review().result.value.total.realised)) != std::string::npos);
  const std::string target = fmt::format("{} (hours a month)", measure);
  const auto& course = screen.item(Role::image, target);
  CHECK(course.description == "It stands at 149; the target is 95.");
  screen.platform.move_pointer(course.x + course.width - 8, course.y + course.height / 2);
  screen.frames(3);
  CHECK(screen.item(Role::image, target).value.find("149") != std::string::npos);
  screen.press(Role::button, "CSV");
  CHECK(screen.saved().name == "packhaven-success-chart-1.csv");
}

TEST_CASE("the review is handed over as the runner writes it, without what is internal") {
  PlanScreen screen;
  screen.session().edit<model::SuccessPlan>(plan_id, "", "", [](model::SuccessPlan& to) { to.note = "Kept inside"; });
  screen.frames(3);
  Diagnostics told;
  const auto expected =
      report::review_report(screen.session().programme(), {{plan_id}, false}, screen.review().date, told);
  screen.press(Role::button, "Export as a page");
  CHECK(screen.saved().name == "packhaven-success-review.html");
  CHECK(tests::difference(screen.saved().bytes, report::review_html(expected)) == "");
  CHECK(screen.saved().bytes.find("<svg ") != std::string::npos);
  screen.press(Role::button, "Export as Markdown");
  CHECK(screen.saved().name == "packhaven-success-review.md");
  CHECK(tests::difference(screen.saved().bytes, report::review_markdown(expected)) == "");
  for (const auto& file : screen.platform.saved) {
    CHECK(file.bytes.find("Kept inside") == std::string::npos);
    CHECK(file.bytes.find("enewal risk") == std::string::npos);
  }
}

TEST_CASE("an actual of the latest quarter is typed in its field, and emptied it is not measured") {
  PlanScreen screen;
  CHECK(screen.item(Role::spinbutton, measure).value == "149");
  screen.type(measure, "95");
  CHECK(screen.item(Role::text, "Targets met").value.find("1 of 6") == 0);
  CHECK(screen.plan().quarters.back().actuals.front().source == "Time sheets");
  screen.type(measure, "");
  CHECK(screen.plan().quarters.back().actuals.size() == 6);
  // The quarter before has one.
  CHECK(screen.item(Role::image, fmt::format("{} (hours a month)", measure)).description.find("171") !=
        std::string::npos);
  screen.type(measure, "96.5");
  CHECK(screen.plan().quarters.back().actuals.back().baseline == "reconciliation-hours");
  CHECK(screen.plan().quarters.back().actuals.size() == 7);
  while (screen.session().can_undo()) screen.session().undo();
  screen.frames(3);
  CHECK(screen.item(Role::spinbutton, measure).value == "149");
}

TEST_CASE("a quarter is added once its three months have begun") {
  PlanScreen screen("2027-02-02");
  CHECK(screen.item(Role::button, "Add a quarter").disabled);
  screen.session().set_today(*Date::from(2027, 2, 3));
  screen.frames(3);
  screen.press(Role::button, "Add a quarter");
  REQUIRE(screen.plan().quarters.size() == 4);
  CHECK(screen.plan().quarters.back().from == *Date::from(2027, 2, 3));
  CHECK(screen.says("2027-02-03 to 2027-05-02"));
  CHECK(screen.item(Role::spinbutton, measure).value == "");
  CHECK(screen.item(Role::button, "Add a quarter").disabled);
  screen.session().undo();
  screen.frames(3);
  CHECK(screen.plan().quarters.size() == 3);
  CHECK(screen.item(Role::spinbutton, measure).value == "149");
}

TEST_CASE("a plan that is empty, or wrong, says what to do") {
  PlanScreen screen;
  Session& session = screen.session();
  session.edit<model::SuccessPlan>(plan_id, "", "", [](model::SuccessPlan& to) {
    to.quarters.clear();
    to.targets.clear();
    to.backlog.clear();
  });
  screen.frames(3);
  CHECK(screen.says("No target yet"));
  CHECK(screen.says("nothing was read"));
  screen.press(Role::button, "Add a quarter");
  CHECK(screen.plan().quarters.back().from == *screen.plan().go_live);
  screen.press(Role::link, "Add the first target");
  CHECK(screen.app.view().place == Place::document);
  session.edit<model::SuccessPlan>(
      plan_id, "", "", [](model::SuccessPlan& to) { to.targets.emplace_back().baseline = "reconciliation-hour"; });
  screen.frames(3);
  CHECK(screen.says("No review yet"));
  CHECK(screen.says("reconciliation-hours"));  // the nearest that there is
  const DocumentRef added = session.add(Kind::success_plan);
  screen.go(to_string(added));
  CHECK(screen.says("No review yet"));
  screen.press(Role::button, "State the customer");
  CHECK(screen.app.view().shown() == added);
}

}  // namespace
}  // namespace dealwright::web
