#include "core/roi/break_even.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/roi/drawn_case.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using tests::Case;
using tests::number;
using tests::small_case;

constexpr Decimal millionth = Decimal::from_micro(1);

BreakEven solved(const Case& one, const std::string& input, const BreakEvenGoal& goal = {}) {
  Diagnostics found;
  const auto bound = bind_case(one.deal, one.customer, &one.playbook, found);
  REQUIRE(bound);
  const auto monthly = monthly_case(*bound, one.priced, found);
  REQUIRE(monthly);
  CaseVariation variation(*bound, *monthly);
  const std::size_t at = variation.find(input, found);
  REQUIRE(found.empty());
  const std::int64_t before = variation.worth().npv();
  const BreakEven out = break_even(variation, at, goal);
  CHECK(variation.worth().npv() == before);
  return out;
}

bool is_reached(const CustomerReturn& found, const BreakEvenGoal& goal) {
  if (goal.aim == BreakEvenAim::npv) return found.net.present.minor >= goal.npv.minor;
  if (goal.aim == BreakEvenAim::payback)
    return found.payback.status == PaybackStatus::at_once ||
           (found.payback.month && *found.payback.month <= goal.months);
  return found.roi.has_value() ? compare(found.roi, goal.roi) >= 0 : found.net.present.minor >= 0;
}

// Costs of 30953.72 are met at 0.5 x 30953.72 / 36818.18 of an improvement, 0.420359; at 100 x as much of a volume,
// 84.0718; at (36818.18 - 28553.72) / 2400 = 3.4435 times the hours, 137.741; at (36818.18 - 2400) / 28553.72 of fees.
TEST_CASE("break-evens by hand") {
  const auto near = [](const BreakEven& one, const char* value, std::int64_t micro) {
    REQUIRE(one.status == BreakEvenStatus::found);
    const std::int64_t off = one.value->micro() - number(value).micro();
    CHECK(off <= micro);
    CHECK(off >= -micro);
  };
  near(solved(small_case(), "reconciliation.improvement"), "0.420359", 1);
  // Each of 23 months is rounded to a cent, and an hour is worth 368.18.
  near(solved(small_case(), "reconciliation.volume"), "84.0718", 400);
  near(solved(small_case(), "Key users"), "137.741", 500);
  near(solved(small_case(), "fees"), "1.205384", 2);
  // As customer_return_test has the rate of return from the formula for quadratic equations.
  near(solved(small_case(), "discount_rate"), "0.551391", 2);
  CHECK(solved(small_case(), "reconciliation.improvement").is_reached);
}

// Half on top of costs of 30953.72 is 46430.58: an improvement of 0.630539.
TEST_CASE("a return on investment to be reached") {
  BreakEvenGoal goal;
  goal.aim = BreakEvenAim::roi;
  goal.roi = number("0.5");
  const BreakEven found = solved(small_case(), "reconciliation.improvement", goal);
  REQUIRE(found.status == BreakEvenStatus::found);
  CHECK_FALSE(found.is_reached);
  CHECK(found.value->micro() - 630'539 <= 1);
  CHECK(found.value->micro() - 630'539 >= -1);
}

// 40 hours cost 2400. Without any, 1100 are still to be paid back after a year, when 980 a month come in: in month 14.
TEST_CASE("statuses where there is no such value") {
  Case one = small_case();
  one.stated().one_off_benefits = {{"Sale", Decimal::whole(40'000), {}, {}, 0, {}}};
  CHECK(solved(one, "reconciliation.improvement").status == BreakEvenStatus::always_above);
  one.stated().one_off_benefits.clear();
  one.stated().drivers[0].improvement = model::Estimate{{}, number("0.01"), {}};
  CHECK(solved(one, "Key users").status == BreakEvenStatus::always_below);
  CHECK(solved(one, "Key users.hourly_rate").status == BreakEvenStatus::always_below);
  one.stated().drivers[0].volume = model::Estimate{{}, Decimal::whole(10), {}};
  const BreakEven beyond = solved(one, "reconciliation.improvement");
  CHECK(beyond.status == BreakEvenStatus::out_of_reach);
  // Ten times what a hundred hours take.
  REQUIRE(beyond.value);
  CHECK(beyond.value->micro() > 4'203'000);
  CHECK(beyond.value->micro() < 4'204'000);
  one.stated().drivers[0].volume = model::Estimate{{}, Decimal(), {}};
  const BreakEven idle = solved(one, "reconciliation.improvement");
  CHECK(idle.status == BreakEvenStatus::no_effect);
  CHECK_FALSE(idle.value);
  BreakEvenGoal goal;
  goal.aim = BreakEvenAim::payback;
  goal.months = 13;
  CHECK(solved(small_case(), "Key users", goal).status == BreakEvenStatus::always_below);
  goal.months = 14;
  CHECK(solved(small_case(), "Key users", goal).status == BreakEvenStatus::found);
  CHECK(words_of(BreakEvenStatus::no_effect) == "changes nothing");
}

TEST_CASE("what is found for drawn cases holds when the document is edited, and a millionth further it does not") {
  int found = 0, reached = 0;
  for (std::uint64_t index = 0; index < 150; ++index) {
    tests::Draw draw(13, index);
    const Case one = tests::drawn_case(draw);
    CAPTURE(index);
    BreakEvenGoal goal;
    goal.aim = draw.one_of({BreakEvenAim::npv, BreakEvenAim::roi, BreakEvenAim::payback});
    goal.npv.minor = draw.chance(50) ? 0 : draw.whole(-500'000, 900'000);
    goal.roi = draw.decimal(1, 2);
    goal.months = draw.number(1, 40);
    const std::string driver = one.deal.business_case->drivers[0].driver;
    for (const std::string& input :
         {driver + ".volume", driver + ".improvement", std::string("Key users"), std::string("Key users.hourly_rate"),
          std::string("fees"), std::string("discount_rate")}) {
      CAPTURE(input);
      const BreakEven out = solved(one, input, goal);
      CHECK(out.is_reached == is_reached(tests::return_of(one), goal));
      reached += out.is_reached ? 1 : 0;
      if (out.status != BreakEvenStatus::found) continue;
      ++found;
      const CustomerReturn there = tests::return_of(tests::with_input(one, input, *out.value));
      CHECK(is_reached(there, goal));
      CHECK(there.net.present == *out.npv);
      const Decimal more = *Decimal::add(*out.value, millionth), less = *Decimal::subtract(*out.value, millionth);
      const bool above = is_reached(tests::return_of(tests::with_input(one, input, more)), goal);
      CHECK(
          (!above || (less >= Decimal() && !is_reached(tests::return_of(tests::with_input(one, input, less)), goal))));
    }
  }
  CHECK(found > 250);
  CHECK(reached > 100);
}

}  // namespace
