#include "core/success/success.hpp"

#include <cstdint>

#include <doctest/doctest.h>

#include "tests/success/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::success;
using tests::day;
using tests::Lived;
using tests::lived;
using tests::number;

TEST_CASE("the phase follows from sale, go-live and the end of the term") {
  Lived one = lived();
  const auto phase = [&](const char* today) { return one.at(today).phase; };
  CHECK(phase("2025-12-31") == "");
  CHECK(phase("2026-01-01") == "check");
  CHECK(phase("2026-04-01") == "start");
  CHECK(phase("2026-07-01") == "settle");
  // 36 months from January 2026 end with December 2028; six months before that is 1 July.
  CHECK(phase("2028-06-30") == "settle");
  CHECK(phase("2028-07-01") == "renew");
  const SuccessResult result = one.at("2026-07-01");
  CHECK(result.term_end == day("2028-12-31"));
  REQUIRE(result.phases.size() == 4);
  CHECK(result.phases[0].state == PhaseState::past);
  CHECK(result.phases[2].state == PhaseState::current);
  CHECK(result.phases[3].from == day("2028-07-01"));
  CHECK(result.phases[3].state == PhaseState::ahead);
}

TEST_CASE(
    "without a go-live the phases after it have no day, and a renewal that has begun comes before a late go-live") {
  Lived one = lived();
  one.plan.go_live.reset();
  one.plan.quarters.clear();
  const SuccessResult result = one.at("2026-08-01");
  CHECK(result.phase == "check");
  CHECK_FALSE(result.live);
  CHECK(result.phases[1].state == PhaseState::undated);
  CHECK(result.value.status == "Not live yet, so that there is no value to count.");
  CHECK_FALSE(result.health.score.has_value());
  CHECK(result.health.missing.size() == 3);
  one.plan.go_live = day("2028-08-01");
  CHECK(one.at("2028-09-01").phase == "renew");
}

TEST_CASE("a target's way is exact, and may go backwards or past the end") {
  Lived one = lived();
  one.plan.quarters.push_back({day("2026-10-01"), {{"hours", Decimal::whole(110), ""}}, {}, ""});
  const TargetResult target = one.at("2026-12-01").targets[0];
  // From 100 to 60: 80 is half the way, 55 is 45 of 40, 110 is 10 of 40 backwards.
  CHECK(compare(target.quarters[0].progress, number("0.5")) == 0);
  CHECK(compare(target.quarters[1].progress, number("1.125")) == 0);
  CHECK(target.quarters[1].met);
  CHECK(compare(target.quarters[2].progress, number("-0.25")) == 0);
  CHECK(target.state == TargetState::missed);
  CHECK(target.trend == Trend::worse);
}

TEST_CASE("a target is missed only once it is due, and one that rises is met above") {
  Lived one = lived();
  one.plan.quarters.pop_back();
  CHECK(one.at("2026-09-30").targets[0].state == TargetState::on_the_way);
  CHECK(one.at("2026-10-01").targets[0].state == TargetState::missed);
  one.plan.targets[0].by.reset();
  CHECK(one.at("2026-04-01").targets[0].state == TargetState::missed);
  one.plan.targets = {{"hours", Decimal::whole(120), day("2026-09-30")}};
  CHECK(compare(one.at("2026-06-01").targets[0].progress, Decimal::whole(-1)) == 0);
  one.plan.quarters[0].actuals[0].value = Decimal::whole(121);
  CHECK(one.at("2026-06-01").targets[0].state == TargetState::met);
  one.plan.targets = {{"error-cost", Decimal::whole(5), {}}};
  CHECK(one.at("2026-06-01").targets[0].state == TargetState::not_measured);
  CHECK_FALSE(one.at("2026-06-01").targets[0].progress.has_value());
  one.plan.quarters.clear();
  one.plan.targets = {{"hours", Decimal::whole(60), {}}};
  CHECK(one.at("2026-06-01").targets[0].state == TargetState::no_actual);
}

TEST_CASE("value realised is three months of what is no longer spent, beside the adjusted promise of the same months") {
  Lived one = lived();
  const SuccessResult result = one.at("2026-08-01");
  REQUIRE(result.value.rows.size() == 1);
  const ValueRow& row = result.value.rows[0];
  // (100 - 80) x 40.00 x 3 and (100 - 55) x 40.00 x 3.
  CHECK(row.quarters[0].realised.minor == 240'000);
  CHECK(row.quarters[1].realised.minor == 540'000);
  // Months 4 to 6 and 7 to 9 of the term: 100 x 40.00 x 0.5 x 0.9 = 1800.00 each; the ramp is full from month 3.
  CHECK(row.quarters[0].promised.minor == 540'000);
  CHECK(row.quarters[1].promised.minor == 540'000);
  CHECK(result.value.total.realised.minor == 780'000);
  CHECK(result.value.total.promised.minor == 1'080'000);
  CHECK(result.value.status.empty());
}

TEST_CASE("the promise is of the term's months, those before it and past the horizon being 0") {
  Lived one = lived();
  one.plan.go_live = day("2025-12-15");
  // Begins in month 0: months 0, 1 and 2, of which the ramp (0, 0.5, 1) makes 0 + 0 + 900.00.
  one.plan.quarters = {{day("2025-12-15"), {{"hours", Decimal::whole(90), ""}}, {}, ""}};
  CHECK(one.at("2026-04-01").value.total.promised.minor == 90'000);
  // Month 23 of a horizon of 24: two months of the second year, which grows by a tenth: 1980.00 each.
  one.plan.quarters[0].from = day("2027-11-30");
  CHECK(one.at("2028-04-01").value.total.promised.minor == 396'000);
}

TEST_CASE("nothing counts from before the go-live, nor what is only an hour's cost or the size of the business") {
  Lived one = lived();
  one.plan.go_live = day("2026-04-02");
  CHECK(one.at("2026-08-01").value.total.realised.minor == 540'000);
  one = lived();
  one.plan.quarters.pop_back();
  one.plan.quarters[0].actuals = {{"hourly-cost", Decimal::whole(50), ""}};
  const SuccessResult wages = one.at("2026-08-01");
  CHECK(wages.value.rows.empty());
  REQUIRE(wages.value.not_counted.size() == 1);
  CHECK(wages.value.not_counted[0].id == "reconciliation");
  CHECK_FALSE(wages.value.status.empty());

  // Orders x cost of an error: 1,000 orders and 2.00 before. With 1,500 orders alone nothing is known; with errors at
  // 1.50 as well, 1,500 x (2.00 - 1.50) x 3.
  one.base.customer.profile.orders_per_month = Decimal::whole(1000);
  one.base.customer.baselines.push_back({"error-cost", Decimal::whole(2), "", {}});
  one.base.stated().drivers[0].driver = "errors";
  one.plan.quarters[0].actuals = {{"orders", Decimal::whole(1500), ""}};
  CHECK(one.at("2026-08-01").value.rows.empty());
  one.plan.quarters[0].actuals.push_back({"error-cost", number("1.5"), ""});
  CHECK(one.at("2026-08-01").value.total.realised.minor == 225'000);
}

TEST_CASE("what follows from the same baselines counts once, and more sales are not claimed") {
  Lived one = lived();
  one.base.customer.profile.orders_per_month = Decimal::whole(1000);
  one.base.stated().drivers.resize(2);
  one.base.stated().drivers[1].driver = "sales";
  model::Automation robot;
  robot.id = "robot";
  robot.name = "Robot";
  robot.volume = "hours";
  robot.rate = "hourly-cost";
  robot.saving.likely = number("0.1");
  one.base.playbook.automations = {robot};
  one.base.stated().automations = {{"robot", 5, {}}};
  const SuccessResult result = one.at("2026-08-01");
  REQUIRE(result.value.rows.size() == 1);
  CHECK(result.value.rows[0].ids == std::vector<std::string>{"reconciliation", "robot"});
  CHECK(result.value.total.realised.minor == 780'000);
  // Months 5 and 6, then 7 to 9, of 100 x 40.00 x 0.1 = 400.00, on top of the 5400.00 of each quarter.
  CHECK(result.value.rows[0].quarters[0].promised.minor == 620'000);
  CHECK(result.value.rows[0].quarters[1].promised.minor == 660'000);
  REQUIRE(result.value.not_counted.size() == 1);
  CHECK(result.value.not_counted[0].id == "sales");
}

TEST_CASE("columns of the value add up, whatever the actuals") {
  Lived one = lived();
  one.base.customer.profile.orders_per_month = Decimal::whole(977);
  one.base.customer.baselines.push_back({"error-cost", number("3.337"), "", {}});
  one.base.stated().drivers.resize(2);
  one.base.stated().drivers[1].driver = "errors";
  std::uint32_t seed = 7;
  for (int round = 0; round < 200; ++round) {
    for (model::SuccessQuarter& quarter : one.plan.quarters) {
      quarter.actuals.clear();
      for (const char* const baseline : {"hours", "error-cost", "orders"}) {
        seed = seed * 1664525 + 1013904223;
        if (seed % 5 != 0) quarter.actuals.push_back({baseline, Decimal::from_micro(seed % 200'000'000), ""});
      }
    }
    const SuccessResult result = one.at("2026-08-01");
    std::int64_t by_row = 0, by_quarter = 0, promised = 0;
    for (const ValueRow& row : result.value.rows) {
      by_row += row.total.realised.minor;
      promised += row.total.promised.minor;
    }
    for (const ValueQuarter& quarter : result.value.quarters) by_quarter += quarter.realised.minor;
    CHECK(by_row == result.value.total.realised.minor);
    CHECK(by_quarter == result.value.total.realised.minor);
    CHECK(promised == result.value.total.promised.minor);
  }
}

TEST_CASE("a case that is not there or has mistakes makes no value, and says so") {
  Lived one = lived();
  one.base.stated().drivers[0].driver = "reconcilation";
  Diagnostics found;
  const SuccessResult wrong =
      success_of({one.plan, one.base.customer, one.base.deal, one.base.playbook}, day("2026-08-01"), found);
  CHECK(has_errors(found));
  CHECK(wrong.value.rows.empty());
  CHECK_FALSE(wrong.value.status.empty());
  one.base.deal.business_case.reset();
  CHECK_FALSE(one.at("2026-08-01").value.status.empty());
}

TEST_CASE("quarters that have not begun are left out") {
  Lived one = lived();
  CHECK(one.at("2026-06-30").quarters.size() == 1);
  CHECK(one.at("2026-06-30").value.total.realised.minor == 240'000);
}

TEST_CASE("a trigger fires above its bound or grown by its share, of the last quarter that has an actual") {
  Lived one = lived();
  one.base.customer.profile.orders_per_month = Decimal::whole(1000);
  one.base.playbook.expansion_triggers = {{"above", "A", "hours", Decimal::whole(55), {}, "More"},
                                          {"grown", "G", "orders", {}, number("0.25"), "Larger"},
                                          {"unknown", "U", "error-cost", Decimal(), {}, "No"}};
  CHECK(one.at("2026-08-01").expansion.empty());  // 55 is not above 55; 1,000 orders have not grown
  one.plan.quarters[0].actuals.push_back({"orders", Decimal::whole(1250), ""});
  const SuccessResult result = one.at("2026-08-01");
  REQUIRE(result.expansion.size() == 1);
  CHECK(result.expansion[0].trigger == "grown");
  CHECK(result.expansion[0].value == Decimal::whole(1250));
  CHECK(result.expansion[0].measured == Decimal::whole(1000));
  CHECK(result.expansion[0].reasons.size() == 1);
  one.plan.quarters[0].actuals.back().value = number("1249.999999");
  CHECK(one.at("2026-08-01").expansion.empty());
  CHECK(one.at("2026-06-30").expansion[0].trigger == "above");  // 80 in the quarter before
}

TEST_CASE("open items are late after their day, those that are done or dropped never") {
  Lived one = lived();
  one.plan.backlog = {{"a", "", model::BacklogState::open, day("2026-08-01")},
                      {"b", "", model::BacklogState::in_progress, day("2026-07-31")},
                      {"c", "", model::BacklogState::done, day("2026-01-01")},
                      {"d", "", model::BacklogState::dropped, day("2026-01-01")},
                      {"e", "", model::BacklogState::open, {}}};
  const SuccessResult result = one.at("2026-08-01");
  REQUIRE(result.backlog.size() == 3);
  CHECK(result.overdue == 1);
  CHECK(result.backlog[1].overdue);
  CHECK(result.backlog_done == 1);
}

}  // namespace
