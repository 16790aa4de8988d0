#include "core/guardrails/solve.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "tests/guardrails/changes.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::guardrails;
using namespace dealwright::guardrails_test;
using model::Lever;

TEST_CASE("numbers may not escape a rule through its filter") {
  // Deals from 20,000 need 60 % margin. Giving more away until the deal is under 20,000 is no way out.
  Whole whole;
  whole.at_least("gross_margin", "0.6").when = {{"tcv", decimal("20000"), {}, {}}};
  CHECK_FALSE(way_out(whole, Lever::deal_discount));
  // A word may: the rule is not for dedicated deals.
  whole.rules.rules[0].when = {{"tenancy", {}, {}, {"shared"}}};
  const auto change = way_out(whole, Lever::tenancy);
  REQUIRE(change);
  CHECK(change->to == "dedicated");
}

TEST_CASE("ways out come in the rule's order, else by their effect on TCV or margin") {
  Whole whole;
  whole.deal.discount = decimal("0.1");
  auto& rule = whole.at_most("effective_discount", "0.1");
  rule.ways_out = {{Lever::line_discount, "one"},
                   {Lever::billing, "two"},
                   {Lever::deal_discount, "three"},
                   {Lever::line_discount, "again"}};
  auto finding = whole.finding(true);
  REQUIRE(finding.ways_out.size() == 2);
  CHECK(finding.ways_out[0].advice == "one");
  CHECK(finding.ways_out[1].advice == "three");
  rule.ways_out.clear();
  finding = whole.finding(true);
  REQUIRE(finding.ways_out.size() >= 2);
  for (std::size_t i = 1; i < finding.ways_out.size(); ++i) {
    const auto effect = [&](std::size_t at) {
      const auto& change = finding.ways_out[at];
      return std::max(std::abs(change.tcv_after.minor - change.tcv_before.minor),
                      std::abs(change.margin_after.minor - change.margin_before.minor));
    };
    CHECK(effect(i - 1) <= effect(i));
  }
}

TEST_CASE("a change that costs the customer nothing and the partner a lot comes last") {
  // A month: 100 units at 2.00 that cost 1.00 each, 1,000.00 off, so nothing is left of the price. It reaches 50.00
  // with 850.00 less off, or with 425 units more, which bring 850.00 and cost 425.00.
  Guarded guarded;
  auto metered = component("a", per_unit("2"));
  metered.cost.unit = decimal("1");
  auto& line = guarded.sell(metered);
  line.quantity = decimal("100");
  line.discount_amount = decimal("1000");
  guarded.at_least("mrr_exit", "50");
  const auto finding = guarded.finding(true);
  REQUIRE(finding.ways_out.size() >= 2);
  CHECK(finding.ways_out.front().lever == Lever::line_discount);
  CHECK(finding.ways_out.front().to == "150.00");
}

TEST_CASE("a change says whether it clears the whole deal") {
  Whole whole;
  whole.deal.payment_days = 60;
  whole.at_most("payment_days", "45");
  whole.at_least("gross_margin", "0.9").severity = model::RuleSeverity::warning;
  auto found = whole.findings(true);
  REQUIRE(found.size() == 2);
  REQUIRE(found[0].ways_out.size() == 1);
  CHECK(found[0].ways_out[0].clears_all);  // a warning does not count
  whole.rules.rules[1].severity = model::RuleSeverity::error;
  found = whole.findings(true);
  REQUIRE(found[0].ways_out.size() == 1);
  CHECK_FALSE(found[0].ways_out[0].clears_all);
}

TEST_CASE("a goal is sought on any lever") {
  Whole whole;  // TCV 28,800
  const auto seek = [&](std::string_view metric, std::string_view target, Lever lever) {
    return whole.with_facts([&](const Facts& facts) {
      pricing::Pricer pricer;
      Solver solver(pricer);
      Goal goal;
      goal.metric = find_metric(metric);
      goal.target = decimal(target);
      goal.lever = lever;
      return solver.solve_for({}, facts, goal);
    });
  };
  // Down to 25,920: everything 10 % off.
  auto change = seek("tcv", "25920", Lever::deal_discount);
  REQUIRE(change);
  CHECK(change->to == "0.1");
  CHECK(to_string(change->tcv_after) == "25920.00");
  // Up to 47,800: ten months more of 1,900.
  change = seek("tcv", "47800", Lever::term_months);
  REQUIRE(change);
  CHECK(change->to == "22");
  CHECK_FALSE(seek("tcv", "99999999", Lever::deal_discount));
  change = seek("tcv", "28800", Lever::deal_discount);
  REQUIRE(change);
  CHECK(change->to == "");
  CHECK(change->tcv_before == change->tcv_after);
  CHECK_FALSE(seek("tenancy", "1", Lever::tenancy));
}

}  // namespace
