#include "core/portfolio/plan.hpp"

#include <doctest/doctest.h>

#include "tests/portfolio/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::portfolio;
using tests::dec;
using tests::plan_row;
using tests::plan_with;

PlanResult sound(const model::Portfolio& plan) {
  Diagnostics told;
  const Result<PlanResult> result = plan_of(plan, told);
  for (const Diagnostic& one : result.diagnostics()) MESSAGE(to_line(one));
  REQUIRE(result.has_value());
  return *result;
}

void check_mrr(const Movements& mrr, std::vector<std::int64_t> minor) {
  const std::vector<std::int64_t> is{mrr.opening.minor, mrr.added.minor,       mrr.expansion.minor, mrr.uplift.minor,
                                     mrr.upgrade.minor, mrr.contraction.minor, mrr.churned.minor,   mrr.closing.minor};
  CHECK(is == minor);
}

// By hand. Ten customers pay 100.00; of them a tenth leaves each month, those who stay give up 1 % and take 2 % more;
// half of a cohort moves to a deployment of its own, for 300.00, two months after it came; two are won in month 1 and
// four in month 3. Cents are rounded half away from zero at each step:
//   month 1: 1000.00 - 100.00 = 900.00; - 9.00 + 18.00 = 909.00; + 2 x 100.00
//   month 2: 909.00 - 90.90 = 818.10; - 8.18 + 16.36 = 826.28; 8.1 customers, of whom 4.05 move: 413.14 -> 1215.00
//            200.00 - 20.00 = 180.00; - 1.80 + 3.60 = 181.80
//   month 3: 1628.14 - 162.81 = 1465.33; - 14.65 + 29.31 = 1479.99
//            181.80 - 18.18 = 163.62; - 1.64 + 3.27 = 165.25; 1.62 customers, of whom 0.81 move: 82.63 -> 243.00
//            + 4 x 100.00
TEST_CASE("a plan of three months, by hand") {
  model::PlanRow row = plan_row("merchants", "100");
  row.opening_customers = dec("10");
  row.new_by_month = {dec("2"), dec("0"), dec("4")};
  row.fee = dec("500");
  row.churn = dec("0.1");
  row.expansion = dec("0.02");
  row.contraction = dec("0.01");
  row.upgrade = model::PlanUpgrade{2, dec("0.5"), dec("300"), dec("1000"), dec("90"), {}};
  row.payment_days = 30;
  row.cost = dec("30");
  row.acquisition_cost = dec("200");
  row.delivery_hours = dec("20");
  row.delivery_months = 2;
  model::Portfolio plan = plan_with(3, {row});
  plan.fixed_cost = dec("100");
  plan.delivery = tests::plan_team("0.3", "100", "50");
  const PlanResult result = sound(plan);

  REQUIRE(result.months.size() == 3);
  check_mrr(result.months[0].mrr, {100'000, 20'000, 1'800, 0, 0, 900, 10'000, 110'900});
  check_mrr(result.months[1].mrr, {110'900, 0, 82'182, 0, 80'186, 998, 11'090, 180'994});
  check_mrr(result.months[2].mrr, {180'994, 40'000, 19'295, 0, 16'037, 1'629, 18'099, 220'561});
  CHECK(result.months[2].from.to_string() == "2026-03");

  const Customers& first = result.months[0].customers;
  CHECK(first.churned == dec("1"));
  CHECK(first.closing == dec("11"));
  CHECK(first.live == dec("9"));
  const Customers& last = result.months[2].customers;
  CHECK(last.closing == dec("12.91"));
  CHECK(last.dedicated == dec("4.455"));  // 4.05 x 0.9 + 0.81
  CHECK(last.upgraded == dec("0.81"));
  CHECK(last.live == dec("8.91"));  // 7.29 + 1.62: those of month 1 are two months old

  CHECK(result.months[1].gross_retention == Ratio{98'812, 110'900});
  CHECK(result.months[1].net_retention == Ratio{180'994, 110'900});
  // 1000.00 -> 891.00 -> 793.88 -> 707.35 without expansion; the opening cohort pays 1479.99 at the end.
  CHECK(result.total.gross_retention == Ratio{70'735, 100'000});
  CHECK(result.total.net_retention == Ratio{147'999, 100'000});

  // Two deliveries of 20 hours take 20 hours in each of months 1 and 2, four 40 in each of 3 and 4; 30 are there.
  CHECK(result.months[2].delivery_hours == dec("40"));
  CHECK(result.delivery_after == dec("40"));
  CHECK(result.delivery.over == std::vector<int>{3});
  CHECK(result.delivery.months[0].utilisation == Ratio{20'000'000, 30'000'000});
  CHECK(result.months[0].team_cost.minor == 150'000);  // 30 hours are paid, whether used or not
  CHECK(result.months[2].team_cost.minor == 200'000);  // and those beyond them

  CHECK(result.months[1].fees.minor == 405'000);         // 4.05 x 1000.00
  CHECK(result.months[1].running_cost.minor == 54'000);  // 5.85 x 30.00 + 4.05 x 90.00
  CHECK(result.months[0].acquisition_cost.minor == 40'000);
  // Paid a month later.
  CHECK(result.months[0].received.minor == 0);
  CHECK(result.months[1].received.minor == 210'900);
  CHECK(result.months[2].received.minor == 585'994);
  CHECK(result.outstanding.minor == 501'561);  // 2205.61 + 4 x 500.00 + 0.81 x 1000.00
  CHECK(result.months[0].profit.minor == -22'100);
  CHECK(result.months[1].profit.minor == 371'994);
  CHECK(result.months[2].profit.minor == 146'101);
  CHECK(result.months[2].cash.minor == -5'566);
  CHECK(result.break_even == 2);
  CHECK_FALSE(result.payback.has_value());
  CHECK(result.least_cash.minor == -236'100);
  CHECK(result.least_cash_month == 2);
  // 11.09 + 18.0994 + 22.0561 hundreds are recurring; 10 + 40.50 + 28.10 are fees.
  CHECK(result.total.recurring_share == Ratio{512'455, 512'455 + 786'000});
}

TEST_CASE("uplift comes at anniversaries, and new customers pay the raised price after the plan's") {
  model::PlanRow row = plan_row("r", "100");
  row.new_by_month = {dec("1"), dec("1")};
  row.new_customers = dec("1");
  row.growth = dec("-1");  // one more, then none
  row.uplift = dec("0.1");
  row.start_month = 11;
  const PlanResult result = sound(plan_with(25, {row}));
  // Customers of months 11 and 12 pay 100.00, that of month 13 pays 110.00.
  CHECK(result.months[12].mrr.added.minor == 11'000);
  CHECK(result.months[13].mrr.added.minor == 0);
  CHECK(result.months[22].mrr.uplift.minor == 1'000);
  CHECK(result.months[23].mrr.uplift.minor == 1'000);
  CHECK(result.months[24].mrr.uplift.minor == 1'100);
  CHECK(result.total.mrr.closing.minor == 34'100);
  REQUIRE(result.years.size() == 3);
  CHECK(result.years[2].months == 1);
}

TEST_CASE("billing in advance and seasons, by hand") {
  model::PlanRow row = plan_row("r", "100");
  row.opening_customers = dec("1");
  row.new_by_month = {dec("0"), dec("1")};
  row.billing_months = 3;
  row.support_hours = dec("2");
  model::Portfolio plan = plan_with(6, {row});
  plan.start = *Date::parse("2026-11-17");
  plan.season.assign(12, dec("1"));
  plan.season[11] = dec("1.5");
  plan.support_season.assign(12, dec("1"));
  plan.support_season[0] = dec("3");
  const PlanResult result = sound(plan);
  // 1.5 customers come in December, and are billed for three months then and in March; the other one each month.
  CHECK(result.months[1].customers.added == dec("1.5"));
  std::vector<std::int64_t> received;
  for (const Span& month : result.months) received.push_back(month.received.minor);
  CHECK(received == std::vector<std::int64_t>{10'000, 55'000, 10'000, 10'000, 55'000, 10'000});
  CHECK(result.months[1].support_hours == dec("5"));
  CHECK(result.months[2].support_hours == dec("15"));
  REQUIRE(result.season.size() == 6);
  CHECK(result.season[0].month == 1);
  CHECK(result.season[0].support_hours == dec("15"));
  CHECK(result.season[5].new_customers == dec("1.5"));
  CHECK(result.support.peak == 3);
}

TEST_CASE("one more is hired past the threshold, and works after the lead time") {
  model::PlanRow row = plan_row("r", "100");
  row.opening_customers = dec("11");
  row.support_hours = dec("10");
  model::Portfolio plan = plan_with(4, {row});
  plan.support = tests::plan_team("1", "100", "40");
  plan.support->hire_above = dec("0.8");
  plan.support->hire_months = 2;
  // 110 hours against 100; in month 2 one is on the way, and 110 is below 0.8 x 200.
  const PlanResult result = sound(plan);
  CHECK(result.support.hires == std::vector<int>{3});
  CHECK(result.support.over == std::vector<int>{1, 2});
  CHECK(result.support.months[2].people == dec("2"));
  CHECK(result.months[0].team_cost.minor == 440'000);
  CHECK(result.months[2].team_cost.minor == 800'000);
  // Exactly at the threshold nobody is hired.
  plan.rows[0].opening_customers = dec("8");
  CHECK(sound(plan).support.hires.empty());
}

model::Portfolio phased(const char* bound) {
  model::PlanRow pilot = plan_row("pilot", "1000");
  pilot.phase = "pilot";
  pilot.new_customers = dec("1");
  pilot.delivery_months = 2;
  pilot.cost = dec("200");
  pilot.support_hours = dec("3");
  pilot.standard_share = dec("0.75");
  model::PlanRow scale = plan_row("scale", "1000");
  scale.phase = "scale";
  scale.new_customers = dec("5");
  model::Portfolio plan = plan_with(12, {pilot, scale});
  plan.phases = {{"design", "Design", 2, dec("5000"), {}},
                 {"pilot", "Pilot", 3, {}, {}},
                 {"scale", "Scale", 0, {}, {{model::GateMeasure::customers_live, dec(bound), {}}}}};
  plan.support = tests::plan_team("1", "100", "50");
  return plan;
}

TEST_CASE("a phase waits for its gate") {
  // Pilots begin in month 3, one a month, live two months later: 2 of them at the end of month 6.
  model::Portfolio plan = phased("2");
  const PlanResult result = sound(plan);
  REQUIRE(result.phases.size() == 3);
  CHECK(result.phases[1].opened == 3);
  CHECK(result.phases[2].earliest == 6);
  CHECK(result.phases[2].opened == 7);
  CHECK(result.phases[2].gate[0].met);
  CHECK(result.rows[1].months[5].customers.closing == dec("0"));
  CHECK(result.rows[1].months[6].customers.closing == dec("5"));
  CHECK(result.months[0].fixed_cost.minor == 500'000);
  CHECK(result.months[1].fixed_cost.minor == 0);

  // Each of the pilots pays 1000.00, costs 200.00 and three hours at 50.00: a margin of 0.65.
  using enum model::GateMeasure;
  const auto opened_by = [&](model::GateMeasure measure, const char* bound) {
    plan.phases[2].gate = {{measure, dec(bound), {}}};
    return sound(plan).phases[2].opened;
  };
  CHECK(opened_by(margin, "0.65") == 6);
  CHECK(opened_by(margin, "0.650001") == 0);
  CHECK(opened_by(support_hours, "3") == 6);
  CHECK(opened_by(support_hours, "2.999999") == 0);
  CHECK(opened_by(standard_share, "0.75") == 6);
  CHECK(opened_by(standard_share, "0.750001") == 0);
}

TEST_CASE("a gate that stays closed says what is missing") {
  Diagnostics told;
  const Result<PlanResult> result = plan_of(phased("40"), told);
  REQUIRE(result.has_value());
  CHECK(result->phases[2].opened == 0);
  CHECK(result->phases[2].gate[0].value == Ratio{8'000'000, 1'000'000});
  REQUIRE(told.size() == 1);
  CHECK(told[0].code == "portfolio.gate_closed");
  CHECK(told[0].pointer == "/phases/2/gate");
  CHECK(told[0].message.find("customers live 8, ") != std::string::npos);
  CHECK(told[0].message.find("must be at least 40") != std::string::npos);
}

TEST_CASE("what was measured counts instead of what is expected") {
  model::Portfolio plan = phased("2");
  plan.phases[2].gate = {{model::GateMeasure::support_hours, dec("4"), dec("4.5")}};
  CHECK(sound(plan).phases[2].opened == 0);
  plan.phases[2].gate[0].measured = dec("4");
  CHECK(sound(plan).phases[2].opened == 6);
}

TEST_CASE("all leave at once") {
  model::PlanRow row = plan_row("r", "99.99");
  row.opening_customers = dec("3");
  row.new_customers = dec("0.5");
  row.churn = dec("1");
  const PlanResult result = sound(plan_with(3, {row}));
  CHECK(result.months[0].mrr.churned.minor == 29'997);
  CHECK(result.months[1].mrr.closing.minor == 5'000);  // 49.995, half away from zero
  CHECK(result.months[2].gross_retention == Ratio{0, 5'000});
}

TEST_CASE("who is the last to leave takes all that is left") {
  model::PlanRow row = plan_row("r", "1000000");
  row.opening_customers = dec("0.000001");
  row.churn = dec("0.5");
  const PlanResult result = sound(plan_with(1, {row}));
  CHECK(result.total.customers.closing.is_zero());
  CHECK(result.total.mrr.churned.minor == 100);
}

TEST_CASE("a move that pays less is contraction, and is retained by nobody") {
  model::PlanRow row = plan_row("r", "100");
  row.opening_customers = dec("10");
  row.new_by_month = {dec("1")};
  row.upgrade = model::PlanUpgrade{3, dec("1"), dec("60"), {}, {}, {}};
  const PlanResult result = sound(plan_with(5, {row}));
  check_mrr(result.months[2].mrr, {110'000, 0, 0, 0, 0, 40'000, 0, 70'000});
  check_mrr(result.months[3].mrr, {70'000, 0, 0, 0, 0, 4'000, 0, 66'000});
  // Who came in month 1 was not there at the opening.
  CHECK(result.total.gross_retention == Ratio{60'000, 100'000});
  CHECK(result.total.net_retention == Ratio{60'000, 100'000});
}

TEST_CASE("customers of the phase itself open no gate") {
  model::Portfolio plan = phased("2");
  plan.rows[1].opening_customers = dec("9");
  CHECK(sound(plan).phases[2].opened == 7);
}

TEST_CASE("nothing at all") {
  const PlanResult result = sound(plan_with(2, {plan_row("r", "0")}));
  CHECK(result.total.mrr.closing.minor == 0);
  CHECK_FALSE(result.total.gross_retention.has_value());
  CHECK_FALSE(result.total.recurring_share.has_value());
  CHECK(result.break_even == 1);
  CHECK(result.payback == 1);
  CHECK(result.support.peak == 0);
}

TEST_CASE("what grows beyond counting is refused") {
  model::PlanRow row = plan_row("r", "1");
  row.new_customers = dec("1");
  row.growth = dec("1");
  Diagnostics told;
  Result<PlanResult> result = plan_of(plan_with(120, {row}), told);
  REQUIRE_FALSE(result.has_value());
  CHECK(result.diagnostics()[0].code == "portfolio.too_large");
  CHECK(result.diagnostics()[0].pointer == "/rows/0");
  CHECK(result.diagnostics()[0].expected.find("1,000,000 customers") != std::string::npos);
  // As large as the reader lets through.
  row = plan_row("r", "10000000");
  row.new_customers = row.opening_customers = dec("100000");
  row.uplift = row.expansion = dec("1");
  row.upgrade = model::PlanUpgrade{1, dec("1"), dec("10000000"), dec("10000000"), dec("10000000"), dec("10000")};
  row.fee = row.cost = row.acquisition_cost = dec("10000000");
  row.delivery_hours = dec("10000");
  row.support_hours = dec("200");
  model::Portfolio plan = plan_with(120, std::vector<model::PlanRow>(50, row));
  for (std::size_t i = 0; i < plan.rows.size(); ++i) plan.rows[i].id += std::to_string(i);
  plan.currency = *Currency::from_code("CLF");  // four places
  plan.season.assign(12, dec("10"));
  plan.support_season = plan.season;
  plan.delivery = plan.support = tests::plan_team("10000", "300", "100000");
  result = plan_of(plan, told);
  CHECK_FALSE(result.has_value());
  CHECK(result.diagnostics()[0].message.find("month 1") != std::string::npos);
  // They are too many before anything has grown.
  plan.rows.resize(1);
  plan.rows[0].expansion = plan.rows[0].uplift = plan.rows[0].new_customers = {};
  plan.rows[0].upgrade.reset();
  CHECK_FALSE(plan_of(plan, told).has_value());
  plan.rows.assign(50, row);
  for (std::size_t i = 0; i < plan.rows.size(); ++i) plan.rows[i].id += std::to_string(i);
  // Many customers for little.
  for (model::PlanRow& one : plan.rows) {
    one.price = one.fee = one.cost = one.acquisition_cost = dec("0.0001");
    one.upgrade->price = one.upgrade->fee = one.upgrade->cost = dec("0.0001");
    one.expansion = one.uplift = {};
    one.new_customers = {};
    one.opening_customers = dec("20000");
  }
  result = plan_of(plan, told);
  CHECK_FALSE(result.has_value());  // their hours alone cost more than is counted
  plan.delivery = plan.support = std::nullopt;
  REQUIRE(plan_of(plan, told).has_value());
}

}  // namespace
