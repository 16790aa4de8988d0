#include "core/report/review_report.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "core/programme_checks.hpp"
#include "core/report/review_sections.hpp"
#include "tests/success/fixtures.hpp"

namespace {

using namespace dealwright;
using tests::day;
using tests::lived;
using tests::number;

model::Programme programme() {
  tests::Lived one = lived();
  model::Programme out;
  one.base.playbook.automations = {{}};
  model::Automation& matching = one.base.playbook.automations[0];
  matching.id = "matching";
  matching.name = "Matching";
  matching.area = "office";
  matching.volume = "hours";
  matching.saving.likely = number("0.5");
  one.base.playbook.process_areas = {{"office", "Office"}};
  one.base.customer.name = "Shop <b>|x";
  one.base.customer.processes = {{"office", number("0.5"), number("0.5"), ""}};
  one.base.deal.id = one.plan.deal = "deal";
  one.base.deal.partner = "maker";
  one.base.deal.name = "Contract of the shop";
  one.plan.note = "Kept inside";
  one.plan.quarters[0].note = "Quarter kept inside";
  model::Partner partner;
  partner.id = "maker";
  partner.name = "Maker Ltd";
  partner.brand = "brand";
  model::Brand brand;
  brand.id = "brand";
  brand.name = "Shop Cloud";
  brand.contact = "hello@shop-cloud.example";
  brand.accent = "#0b6e99";
  brand.legal = "Prices net.";
  out.playbooks = {one.base.playbook};
  out.customers = {one.base.customer};
  out.deals = {one.base.deal};
  out.partners = {partner};
  out.brands = {brand};
  out.success_plans = {one.plan};
  return out;
}

report::ReviewReport review(const model::Programme& of, bool internal = false) {
  Diagnostics told;
  return report::review_report(of, {{}, internal}, day("2026-08-01"), told);
}

bool has(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a review is in the partner's brand and has nothing that the partner keeps to itself") {
  const report::ReviewReport shared = review(programme());
  for (const std::string& text : {report::review_text(shared), report::review_markdown(shared),
                                  report::review_html(shared), report::review_json(shared)}) {
    CHECK(has(text, "Shop Cloud"));
    CHECK_FALSE(has(text, "Maker Ltd"));
    CHECK_FALSE(has(text, "ross margin"));
    CHECK_FALSE(has(text, "gross_margin"));
    CHECK_FALSE(has(text, "ept inside"));
    CHECK_FALSE(has(text, "enewal risk"));
    CHECK_FALSE(has(text, "\"risk\""));
  }
  const report::ReviewReport internal = review(programme(), true);
  REQUIRE(internal.reviews[0].internal);
  for (const std::string& text :
       {report::review_text(internal), report::review_markdown(internal), report::review_html(internal)}) {
    CHECK(has(text, "Renewal risk: low."));
    CHECK(has(text, "margin is not known"));  // there is no price book
    CHECK(has(text, "Quarter kept inside"));
  }
  CHECK(has(report::review_json(internal), "\"risk\": \"low\""));
}

TEST_CASE("without a brand the partner's name stands for it") {
  model::Programme of = programme();
  of.brands.clear();
  CHECK(has(report::review_text(review(of)), "Maker Ltd"));
}

TEST_CASE("the page runs and loads nothing, names cannot break it, and its charts say their values") {
  const std::string page = report::review_html(review(programme()));
  CHECK(has(page, "<h1>Quarterly review for Shop &lt;b&gt;|x</h1>"));
  CHECK_FALSE(has(page, "<b>|x"));
  CHECK_FALSE(has(page, "<script"));
  CHECK_FALSE(has(page, "<img"));
  CHECK(has(page, "border-top: 6px solid #0b6e99"));
  std::size_t charts = 0;
  for (std::size_t at = 0; (at = page.find("<svg", at)) != std::string::npos; ++at) ++charts;
  CHECK(charts == 2);
  CHECK(has(report::review_markdown(review(programme())), "Shop \\<b\\>\\|x"));
}

TEST_CASE("charts hold the figures of the tables") {
  const success::SuccessResult result = review(programme()).reviews[0].result;
  const report::Chart value = report::value_chart(result);
  // 2400.00 and 5400.00 realised, 5400.00 promised in both (tests/success/success_test.cpp).
  CHECK(value.labels == std::vector<std::string>{"2026-04-01", "2026-07-01"});
  CHECK(value.series[0].values == std::vector<Decimal>{Decimal::whole(2400), Decimal::whole(5400)});
  CHECK(value.series[1].values == std::vector<Decimal>{Decimal::whole(5400), Decimal::whole(5400)});
  const report::Chart course = report::target_chart(result.targets[0], result.quarters);
  CHECK(course.labels == std::vector<std::string>{"Before", "2026-04-01", "2026-07-01"});
  CHECK(course.series[0].values == std::vector<Decimal>{Decimal::whole(100), Decimal::whole(80), Decimal::whole(55)});
  CHECK(course.series[1].values == std::vector<Decimal>(3, Decimal::whole(60)));
}

TEST_CASE("a plan with errors is left out and told like the check tells it") {
  model::Programme of = programme();
  of.success_plans[0].targets[0].baseline = "hour";
  Diagnostics told;
  CHECK(report::review_report(of, {}, day("2026-08-01"), told).reviews.empty());
  REQUIRE(told.size() == 1);
  CHECK(told[0].file == "success_plan/plan");
  CHECK(told[0].nearest == "hours");
  const Diagnostics checked = check_programme(of, day("2026-08-01"));
  CHECK(std::find(checked.begin(), checked.end(), told[0]) != checked.end());
  of.success_plans[0].customer = "nobody";
  CHECK(report::review_report(of, {}, day("2026-08-01"), told).reviews.empty());
  CHECK(review(programme()).reviews.size() == 1);
  CHECK(report::review_report(programme(), {{"other"}, false}, day("2026-08-01"), told).reviews.empty());
}

TEST_CASE("next steps name what is late, low, missed and ready") {
  model::Programme of = programme();
  of.success_plans[0].backlog = {{"Old lists", "Ann", model::BacklogState::open, day("2026-07-01")}};
  of.success_plans[0].quarters[1].signals[0].value = Decimal::whole(9);
  of.success_plans[0].targets[0].target = Decimal::whole(50);
  of.success_plans[0].targets[0].by = day("2026-07-15");
  const std::vector<std::string> steps = review(of).reviews[0].next_steps;
  REQUIRE(steps.size() == 5);
  CHECK(steps[0] == "Overdue since 2026-07-01: Old lists (Ann).");
  CHECK(steps[1] == "Faults: F");
  CHECK(steps[2] == "Targets met: M");
  CHECK(steps[3] == "Agree how \"Hours\" comes from 55 to 50.");
  // 100 hours, half saved, without a rate: 50.00 x 12.
  CHECK(steps[4] == "Decide on \"Matching\": about 600.00 EUR a year.");
}

TEST_CASE("automations are ranked for those who state their processes, or who are asked for") {
  model::Programme of = programme();
  CHECK(report::automation_report(of, {}).customers.size() == 1);
  of.customers[0].processes.clear();
  CHECK(report::automation_report(of, {}).customers.empty());
  const report::AutomationReport asked = report::automation_report(of, {"shop"});
  REQUIRE(asked.customers.size() == 1);
  CHECK(has(report::automation_text(asked), "not measured"));
  CHECK(has(report::automation_html(asked), "Shop &lt;b&gt;|x"));
  of.deals[0].business_case->automations = {{"matching", 1, {}}};
  CHECK(report::automation_report(of, {"shop"}).customers[0].automations[0].chosen);
}

}  // namespace
