#include "core/roi/automation.hpp"

#include <functional>

#include <doctest/doctest.h>

#include "core/roi/bound_case.hpp"
#include "core/roi/customer_return.hpp"
#include "tests/roi/case_fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using tests::Case;
using tests::number;
using tests::small_case;

model::Automation candidate(const char* id, const char* saving) {
  model::Automation one;
  one.id = id;
  one.name = id;
  one.area = "office";
  one.volume = "hours";
  one.rate = "hourly-cost";
  one.saving.likely = number(saving);
  one.confidence = number("0.8");
  one.least_data_quality = number("0.5");
  one.least_maturity = number("0.6");
  return one;
}

// Labour of 100 hours at 40.00; data quality 0.5, maturity 0.6.
Case made() {
  Case one = small_case();
  one.playbook.process_areas = {{"office", "Office"}, {"hall", "Hall"}};
  one.customer.processes = {{"office", number("0.5"), number("0.6"), "Seen"}};
  one.playbook.automations = {candidate("matching", "0.25")};
  return one;
}

TEST_CASE("the score is labour x saving x data quality x maturity") {
  const Case one = made();
  const RankedAutomation found = assess_automation(one.playbook.automations[0], one.customer, one.playbook, {});
  CHECK(found.standing == AutomationStanding::ready);
  CHECK(found.labour->minor == 400'000);
  CHECK(found.score->minor == 30'000);    // 4000.00 x 0.25 x 0.5 x 0.6
  CHECK(found.yearly->minor == 960'000);  // 4000.00 x 0.25 x 0.8 x 12
  CHECK(found.first.empty());
  CHECK(found.reasons.back() == "Seen");
  CHECK_FALSE(found.chosen);
}

TEST_CASE("below a level, or before what must run first, it is not yet time, and what comes first is told") {
  Case one = made();
  one.playbook.automations.push_back(candidate("reading", "0.5"));
  model::Automation& later = one.playbook.automations[1];
  later.after = {"matching"};
  later.first = "Match first.";
  const auto assess = [&](std::vector<std::string> chosen) {
    return assess_automation(one.playbook.automations[1], one.customer, one.playbook, chosen);
  };
  CHECK(assess({}).standing == AutomationStanding::not_yet);
  CHECK(assess({}).first == std::vector<std::string>{"Match first.", "\"matching\" must run before."});
  CHECK(assess({"matching"}).standing == AutomationStanding::ready);
  CHECK(assess({"reading"}).standing == AutomationStanding::not_yet);
  CHECK(assess({"reading"}).chosen);
  one.customer.processes[0].data_quality = number("0.499999");
  one.customer.processes[0].maturity = number("0.59");
  CHECK(assess({"matching"}).first.size() == 3);
  CHECK(assess({"matching"}).first[2] == "Process maturity of Office: 59 %, at least 60 % is needed.");
}

TEST_CASE("what is not known is named instead of being ranked") {
  Case one = made();
  one.playbook.automations[0].volume = "error-cost";
  const auto without = [&] { return assess_automation(one.playbook.automations[0], one.customer, one.playbook, {}); };
  CHECK(without().standing == AutomationStanding::not_measured);
  CHECK(without().first == std::vector<std::string>{"Measure: Error (money)."});
  CHECK_FALSE(without().score);
  one = made();
  one.playbook.automations[0].area = "hall";
  CHECK(without().standing == AutomationStanding::not_measured);
  CHECK(without().first == std::vector<std::string>{"Rate data quality and process maturity of Hall."});
  CHECK(without().labour->minor == 400'000);
  one.customer.baselines[0].value = one.customer.baselines[1].value = Decimal::whole(9'000'000'000'000);
  CHECK(without().standing == AutomationStanding::not_measured);
}

TEST_CASE("ready by score, then not yet, then not measured; workflow before AI where scores tie") {
  Case one = made();
  model::Automation ai = candidate("ai", "0.25"), low = candidate("low", "0.2"), high = candidate("high", "0.3"),
                    later = candidate("later", "0.9"), unknown = candidate("unknown", "0.9");
  ai.kind = model::AutomationKind::ai;
  later.least_maturity = number("0.7");
  unknown.area = "hall";
  one.playbook.automations = {unknown, later, low, ai, candidate("matching", "0.25"), high};
  std::string order;
  for (const RankedAutomation& found : rank_automations(one.playbook, one.customer, {})) order += found.name + " ";
  CHECK(order == "high matching ai low later unknown ");
}

TEST_CASE("a chosen one becomes streams of the case, one that is not chosen does not") {
  Case one = made();
  one.playbook.automations[0].ramp = "usual";
  one.playbook.automations[0].setup_hours = Decimal::whole(20);
  one.playbook.automations[0].running_hours = Decimal::whole(3);
  Diagnostics found;
  CHECK(bind_case(one.deal, one.customer, &one.playbook, found)->streams.size() == 2);
  one.stated().automations = {{"matching", 11, {}}};
  const auto bound = bind_case(one.deal, one.customer, &one.playbook, found);
  REQUIRE(bound);
  CHECK(found.empty());
  REQUIRE(bound->streams.size() == 5);
  const auto monthly = monthly_case(*bound, one.priced, found);
  REQUIRE(monthly);
  // 4000.00 x 0.25 = 1000.00 a month from month 11: ramp 0, 0.5, 1; the second year grows by a tenth; 0.8 counts.
  const MonthlyRow& saving = monthly->benefits[1];
  CHECK(saving.id == "matching");
  CHECK(saving.nominal[11] == 0);
  CHECK(saving.nominal[12] == 50'000);
  CHECK(saving.nominal[13] == 110'000);
  CHECK(saving.adjusted[13] == 88'000);
  CHECK(saving.nominal[24] == 110'000);
  // 20 hours at 40.00 in month 10, with the risk of 20 %; 3 hours from month 11 on.
  const MonthlyRow& setup = monthly->costs[2];
  CHECK(setup.nominal[9] == 0);
  CHECK(setup.nominal[10] == 80'000);
  CHECK(setup.adjusted[10] == 96'000);
  CHECK(setup.nominal[11] == 0);
  const MonthlyRow& running = monthly->costs[3];
  CHECK(running.nominal[10] == 0);
  CHECK(running.nominal[11] == 12'000);
  CHECK(running.nominal[24] == 12'000);
}

TEST_CASE("the saving is an input by name, and the deal may state its own") {
  Case one = made();
  one.stated().automations = {{"matching", 1, model::Estimate{number("0.1"), number("0.2"), number("0.3")}}};
  one.stated().correlations = {{"matching.saving", "reconciliation.improvement", number("0.5")}};
  Diagnostics found;
  const auto bound = bind_case(one.deal, one.customer, &one.playbook, found);
  REQUIRE(bound);
  CHECK(found.empty());
  const CaseInput& saving = bound->inputs[bound->correlations[0].first];
  CHECK(saving.name == "matching.saving");
  CHECK(saving.low == number("0.1"));
  CHECK(saving.high == number("0.3"));
}

TEST_CASE("after the term has ended nothing is saved and nobody runs it") {
  Case one = made();
  one.playbook.automations[0].running_hours = Decimal::whole(3);
  one.deal.term_months = 18;
  one.stated().after_term = model::AfterTerm::ended;
  one.stated().automations = {{"matching", 1, {}}};
  Diagnostics found;
  const auto bound = bind_case(one.deal, one.customer, &one.playbook, found);
  REQUIRE(bound);
  const auto monthly = monthly_case(*bound, one.priced, found);
  CHECK(monthly->benefits[1].nominal[18] > 0);
  CHECK(monthly->benefits[1].nominal[19] == 0);
  CHECK(monthly->costs[2].nominal[18] > 0);
  CHECK(monthly->costs[2].nominal[19] == 0);
}

struct Mistake {
  const char* what;
  std::function<void(Case&)> make;
  const char* code;
  const char* pointer;
  Severity severity = Severity::error;
  const char* nearest = "";
};

TEST_CASE("each mistake of a choice is told at its place") {
  const Mistake mistakes[] = {
      {"unknown", [](Case& one) { one.stated().automations[0].automation = "matchin"; }, "case.unknown_automation",
       "/business_case/automations/0/automation", Severity::error, "matching"},
      {"twice",
       [](Case& one) {
         one.stated().automations.push_back({"matching", 3, {}});
       },
       "case.automation_twice", "/business_case/automations/1/automation"},
      {"no baseline", [](Case& one) { one.playbook.automations[0].per_unit = "error-cost"; }, "case.baseline_missing",
       "/business_case/automations/0"},
      {"saving over all",
       [](Case& one) {
         one.stated().automations[0].saving = model::Estimate{{}, number("1.1"), {}};
       },
       "case.improvement_over_all", "/business_case/automations/0/saving/likely"},
      {"not yet", [](Case& one) { one.playbook.automations[0].least_maturity = number("0.9"); },
       "case.automation_not_ready", "/business_case/automations/0/automation", Severity::warning},
      {"not measured", [](Case& one) { one.customer.processes.clear(); }, "case.automation_not_ready",
       "/business_case/automations/0/automation", Severity::warning},
      {"after the horizon", [](Case& one) { one.stated().automations[0].live_from = 25; }, "case.after_horizon",
       "/business_case/automations/0/live_from", Severity::warning},
  };
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.what);
    Case one = made();
    one.stated().automations = {{"matching", 2, {}}};
    mistake.make(one);
    Diagnostics found;
    const auto bound = bind_case(one.deal, one.customer, &one.playbook, found);
    CHECK(bound.has_value() == (mistake.severity == Severity::warning));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == mistake.code);
    CHECK(found[0].pointer == mistake.pointer);
    CHECK(found[0].severity == mistake.severity);
    CHECK(found[0].nearest == mistake.nearest);
    CHECK_FALSE(found[0].expected.empty());
  }
}

TEST_CASE("a library of automations is looked over") {
  Case one = made();
  CHECK(check_automations(one.playbook).empty());
  one.playbook.automations = {candidate("a", "1.2"), candidate("b", "0.1"), candidate("reconciliation", "0.1"),
                              candidate("d", "0.1")};
  one.playbook.automations[0].after = {"b"};
  one.playbook.automations[1].after = {"a"};
  one.playbook.automations[3].after = {"a"};  // waits for a circle, is in none
  one.playbook.automations[3].rate.clear();
  one.playbook.automations[3].running_hours = Decimal::whole(1);
  std::string codes;
  for (const Diagnostic& diagnostic : check_automations(one.playbook))
    codes += diagnostic.code + " " + diagnostic.pointer + "\n";
  CHECK(codes ==
        "case.improvement_over_all /automations/0/saving/likely\n"
        "playbook.automation_circle /automations/0/after\n"
        "playbook.automation_circle /automations/1/after\n"
        "playbook.automation_is_driver /automations/2/id\n"
        "playbook.automation_no_rate /automations/3\n");
}

}  // namespace
