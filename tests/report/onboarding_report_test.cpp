#include "core/report/onboarding_report.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/onboarding/fixtures.hpp"

namespace {

using namespace dealwright;
using tests::day;

Decimal decimal(const char* text) {
  Decimal value;
  REQUIRE(Decimal::parse(text, value) == DecimalError::none);
  return value;
}

// Four items of a run that began on Monday, 16 February 2026: one done, one blocked, one behind that, one left out.
model::Programme programme() {
  model::Programme out;
  model::TemplateItem a = tests::item("a", 2), b = tests::item("b", 3, {"a"}), c = tests::item("c", 1, {"b"}),
                      d = tests::item("d", 5);
  a.name = "Kick-off";
  b.name = "Sandbox";
  c.name = "Price list";
  d.name = "Tax engine";
  a.mandatory = b.mandatory = c.mandatory = true;
  c.stage = d.stage = "two";
  c.track = "commercial";
  c.owner = "support";
  b.due = model::DueRule{model::DueFrom::start, {}, "", 5};
  model::Template first = tests::template_with({a, b, c, d});
  first.version = 1;
  first.certifications = {{"starter",
                           "Starter",
                           model::Complexity::mid_market,
                           {model::Tenancy::shared},
                           decimal("0.1"),
                           "one",
                           {"a", "c"}}};
  b.days = 4;
  c.after = {"b", "e"};
  model::TemplateItem e = tests::item("e");
  e.name = "Tax rules";
  e.mandatory = true;
  model::Template second = tests::template_with({a, b, e, c});
  second.version = 2;
  model::Playbook& playbook = out.playbooks.emplace_back();
  playbook.id = "commerce";
  playbook.roles = {{"sales", "Sales"}, {"support", "Support"}};
  playbook.templates = {first, second};
  model::Partner& partner = out.partners.emplace_back();
  partner.id = "north";
  partner.name = "North";
  model::Onboarding& run = out.onboardings.emplace_back();
  run.id = "north-run";
  run.name = "Onboarding of North";
  run.playbook = "commerce";
  run.template_id = "partners";
  run.template_version = 1;
  run.partner = "north";
  run.start = day("2026-02-16");
  run.target = day("2026-03-03");
  run.people = {{"sales", "Eva", decimal("0.5")}};
  run.items = {{"a", model::ItemState::done, "", "", day("2026-02-16"), day("2026-02-17"), {}},
               {"b", model::ItemState::blocked, "no licence", "", {}, {}, {}},
               {"d", model::ItemState::not_applicable, "sells in one country", "", {}, {}, {}}};
  return out;
}

const Date monday = day("2026-03-02");

report::OnboardingReport report_of(const model::Programme& documents, const std::vector<std::string>& runs = {}) {
  Diagnostics none;
  return report::onboarding_report(documents, runs, monday, "0", none);
}

// By hand, in working days: Sandbox cannot start before today, so it takes 2, 3 and 4 March and Price list the 5th, two
// days behind the target of the 3rd. Sandbox was due five days after 16 February: on the 23rd; 24 to 27 February and 2
// to 4 March are seven days late. Ready are Kick-off and Tax engine: 2 of 4, and of the mandatory 1 of 3. Eva gives
// half a day a week: 2 in four weeks, of which Sandbox needs 3. One item done tells nothing of the pace.
TEST_CASE("one run, by hand") {
  CHECK(report::onboarding_text(report_of(programme())) ==
        R"(Onboarding of North (North): 50.0 % ready, of what is mandatory 33.3 %
  Partners, version 1.
  Started on 2026-02-16, seen on 2026-03-02, target 2026-03-03.
  Forecast finish 2026-03-05, 2 working days late.
  Pace: 1 item done took 100.0 % of what was estimated; too few to go by, so the forecast is by the estimates.
Readiness by stage
  Stage   Ready  Mandatory
  One    50.0 %     50.0 %
  Two    50.0 %      0.0 %
Readiness by track
  Track        Ready  Mandatory
  Technical   66.7 %     50.0 %
  Commercial   0.0 %      0.0 %
Gates
  Stage          Missing          State    Who     Question
  One    closed  Sandbox          blocked  Eva     Go
  Two    closed  Price list       to do    nobody  Go on
                 the gate of One  closed
Certifications
  Certification  Up to       Tenancies  Discount            Lacks            State   Who
  Starter        mid market  shared         10 %  not held  Price list       to do   nobody
                                                            the gate of One  closed
Overdue
  Item     Due         State    Who  Forecast    Working days late
  Sandbox  2026-02-23  blocked  Eva  2026-03-04                  7
What blocks what
  Item     State    Who  Why         Blocks in all  Directly
  Sandbox  blocked  Eva  no licence              1  Price list
Critical path
  Item        Who     State    Days  Start       Finish      Forecast
  Sandbox     Eva     blocked     3  2026-03-02  2026-03-04  2026-03-04
  Price list  nobody  to do       1  2026-03-05  2026-03-05  2026-03-05
Workload of the next four weeks (working days)
  Person  Days  Capacity  Over
  Eva        3         2     1  overloaded
Roles without a person
  Role     Items not finished
  Support                   1
What version 2 of the template would change
  Change   Item
  added    Tax rules   in One; mandatory
  removed  Tax engine  recorded as not applicable
  changed  Sandbox     days; recorded as blocked
  changed  Price list  then also after Tax rules
)");
}

TEST_CASE("a run that lies ahead starts, and has not started") {
  model::Programme later = programme();
  later.onboardings[0].start = *Date::parse("2026-03-16");
  later.onboardings[0].items.clear();
  CHECK(report::onboarding_text(report_of(later)).find("Starts on 2026-03-16, seen on 2026-03-02") !=
        std::string::npos);
}

TEST_CASE("several runs: a table first, then each; of the runs asked for") {
  model::Programme documents = programme();
  documents.customers.emplace_back().id = "shop";
  documents.customers[0].name = "Shop";
  model::Onboarding second = documents.onboardings[0];
  second.id = "shop-run";
  second.name = "Onboarding of Shop";
  second.customer = "shop";
  second.template_version = 2;
  second.target = {};
  for (const char* id : {"a", "b", "e", "c"}) {
    if (id == std::string("a")) second.items.clear();
    second.items.push_back({id, model::ItemState::done, "", "", day("2026-02-16"), day("2026-02-18"), {}});
  }
  documents.onboardings.push_back(second);
  const std::string text = report::onboarding_text(report_of(documents));
  const std::string overview = R"(Onboarding
  Run                  Partner or customer    Ready  Next closed gate  Overdue  Forecast finish  Working days late
  Onboarding of North  North                 50.0 %  One                     1  2026-03-05                       2
  Onboarding of Shop   Shop                 100.0 %                          0  2026-02-18

Onboarding of North (North)";
  CHECK(text.substr(0, overview.size()) == overview);
  CHECK(text.find("Onboarding of Shop (Shop): 100.0 % ready, of what is mandatory 100.0 %\n  Partners, version 2.\n"
                  "  Started on 2026-02-16, seen on 2026-03-02.\n  Complete since 2026-02-18.\nReadiness") !=
        std::string::npos);
  const auto one = report_of(documents, {"shop-run"});
  REQUIRE(one.runs.size() == 1);
  CHECK(one.runs[0].subject == "Shop");
  // It follows the newest version.
  CHECK_FALSE(one.runs[0].update);
  CHECK(report::onboarding_text(one).starts_with("Onboarding of Shop (Shop)"));
}

TEST_CASE("what is wrong names its document, and runs that cannot be evaluated are left out") {
  model::Programme documents = programme();
  documents.playbooks[0].templates[0].items[0].after = {"absent"};
  documents.onboardings.push_back(documents.onboardings[0]);
  documents.onboardings[1].id = "lost";
  documents.onboardings[1].template_id = "partner";
  documents.onboardings.push_back(documents.onboardings[0]);
  documents.onboardings[2].playbook = "none";
  Diagnostics found;
  const auto report = report::onboarding_report(documents, {}, monday, "0", found);
  CHECK(report.runs.size() == 1);
  const auto* const prerequisite = tests::find_code(found, "playbook.unknown_prerequisite");
  REQUIRE(prerequisite != nullptr);
  CHECK(prerequisite->file == "playbook/commerce");
  CHECK(std::count_if(found.begin(), found.end(),
                      [&](const Diagnostic& one) { return one.code == prerequisite->code; }) == 1);
  const auto* const unknown = tests::find_code(found, "onboarding.unknown_template");
  REQUIRE(unknown != nullptr);
  CHECK(unknown->file == "onboarding/lost");
}

TEST_CASE("forecast and pace in words") {
  onboarding::RunResult result;
  CHECK(report::forecast_text(result) == "No finish can be forecast.");
  CHECK(report::pace_text(result) == "Pace: nothing done is measured yet, so the forecast is by the estimates.");
  result.forecast_finish = day("2026-03-05");
  result.planned_finish = day("2026-03-04");
  result.days_late = -1;
  CHECK(report::forecast_text(result) ==
        "Forecast finish 2026-03-05, 1 working day early; by the estimates 2026-03-04.");
  result.paced_items = 3;
  result.pace = {5, 4};
  result.pace_used = true;
  CHECK(report::pace_text(result) ==
        "Pace: 3 items done took 125.0 % of what was estimated; the forecast expects the same of what is left.");
  result.complete = true;
  result.days_late = 0;
  CHECK(report::forecast_text(result) == "Complete since 2026-03-05, on time.");
  result.forecast_finish = {};
  result.days_late.reset();
  CHECK(report::forecast_text(result) == "Complete.");
  CHECK(report::lateness_text(std::nullopt).empty());
}

TEST_CASE("markup in every text is escaped in Markdown, and steers no terminal") {
  model::Programme documents = programme();
  const std::string hostile = "<img src=x>|[a](b)\x1b[31m\n## x";
  const std::string escaped = R"(\<img src=x\>\|\[a\](b)?\[31m \#\# x)";
  const auto spoil = [&](std::string& text) { text += hostile; };
  for (model::Template& one : documents.playbooks[0].templates) {
    spoil(one.name);
    for (auto& stage : one.stages) spoil(stage.name), spoil(stage.gate);
    for (auto& track : one.tracks) spoil(track.name);
    for (auto& item : one.items) spoil(item.name);
    for (auto& certification : one.certifications) spoil(certification.name);
  }
  for (auto& role : documents.playbooks[0].roles) spoil(role.name);
  spoil(documents.partners[0].name);
  model::Onboarding& run = documents.onboardings[0];
  spoil(run.name);
  spoil(run.people[0].person);
  spoil(run.items[1].reason);
  // An id that nothing bears is told as it stands.
  run.items.push_back({hostile, model::ItemState::to_do, "", "", {}, {}, {}});
  std::string markdown = report::onboarding_markdown(report_of(documents));
  int seen = 0;
  for (std::size_t at = 0; (at = markdown.find(escaped)) != std::string::npos; ++seen)
    markdown.erase(at, escaped.size());
  // Head 2, template 1, stages 2, tracks 2, gates 8, certification 3, overdue 2, blocking 4, critical path 3, workload
  // 1, role 1, record 1, update 6.
  CHECK(seen == 36);
  CHECK(markdown.find_first_of("<>[]\x1b") == std::string::npos);
  CHECK(
      markdown.starts_with("## Onboarding of North (North): 50.0 % ready, of what is mandatory 33.3 %\n\n"
                           "- Partners, version 1.\n- Started on 2026-02-16"));
  CHECK(markdown.find("\n### Gates\n\n| Stage |  | Missing | State | Who | Question |\n"
                      "| --- | --- | --- | --- | --- | --- |\n"
                      "| One | closed | Sandbox | blocked | Eva | Go |\n"
                      "| Two | closed | Price list | to do | nobody | Go on |\n"
                      "|  |  | the gate of One | closed |  |  |\n") != std::string::npos);
  CHECK(report::onboarding_text(report_of(documents)).find('\x1b') == std::string::npos);
}

TEST_CASE("JSON holds the results of the run and the update") {
  const std::string json = report::onboarding_json(report_of(programme()));
  CHECK(json.find("\"subject\": \"North\"") != std::string::npos);
  CHECK(json.find("\"forecast_finish\": \"2026-03-05\"") != std::string::npos);
  CHECK(json.find("\"days_late\": 2") != std::string::npos);
  CHECK(json.find("\"to_version\": 2") != std::string::npos);
}

}  // namespace
