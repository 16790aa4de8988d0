#include "core/success/check.hpp"

#include <functional>

#include <doctest/doctest.h>

#include "tests/success/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::success;
using tests::day;
using tests::Lived;
using tests::lived;
using tests::number;

Diagnostics checked(const Lived& one) {
  return check_success(one.plan, one.base.customer, &one.base.deal, &one.base.playbook, day("2026-09-30"));
}

struct Mistake {
  const char* what;
  std::function<void(Lived&)> make;
  const char* code;
  const char* pointer;
  Severity severity = Severity::error;
  const char* nearest = "";
};

TEST_CASE("a plan in order tells nothing") {
  CHECK(checked(lived()).empty());
}

TEST_CASE("each mistake is told once, at its place") {
  const Mistake mistakes[] = {
      {"overlapping quarters", [](Lived& one) { one.plan.quarters[1].from = day("2026-06-30"); },
       "success.quarter_order", "/quarters/1/from"},
      {"quarters backwards", [](Lived& one) { std::swap(one.plan.quarters[0], one.plan.quarters[1]); },
       "success.quarter_order", "/quarters/1/from"},
      {"actual before the go-live", [](Lived& one) { one.plan.go_live = day("2026-04-02"); }, "success.before_go_live",
       "/quarters/0/actuals", Severity::warning},
      {"target is its baseline", [](Lived& one) { one.plan.targets[0].target = Decimal::whole(100); },
       "success.target_is_baseline", "/targets/0/target"},
      {"unknown baseline of a target", [](Lived& one) { one.plan.targets[0].baseline = "hour"; },
       "success.unknown_baseline", "/targets/0/baseline", Severity::error, "hours"},
      {"unknown baseline of an actual", [](Lived& one) { one.plan.quarters[1].actuals[0].baseline = "huors"; },
       "success.unknown_baseline", "/quarters/1/actuals/0/baseline", Severity::error, "hours"},
      {"unknown signal", [](Lived& one) { one.plan.quarters[0].signals[0].signal = "fault"; }, "success.unknown_signal",
       "/quarters/0/signals/0/signal", Severity::error, "faults"},
      {"target twice", [](Lived& one) { one.plan.targets.push_back(one.plan.targets[0]); }, "success.stated_twice",
       "/targets/1/baseline"},
      {"actual twice",
       [](Lived& one) {
         one.plan.quarters[0].actuals.push_back({"hours", Decimal::whole(3), ""});
       },
       "success.stated_twice", "/quarters/0/actuals/1/baseline"},
      {"deal of another customer", [](Lived& one) { one.base.deal.customer = "other"; }, "success.other_customer",
       "/deal"},
      {"quarter in the future", [](Lived& one) { one.plan.quarters[1].from = day("2026-10-01"); },
       "success.quarter_in_future", "/quarters/1/from", Severity::warning},
  };
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.what);
    Lived one = lived();
    mistake.make(one);
    const Diagnostics found = checked(one);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == mistake.code);
    CHECK(found[0].pointer == mistake.pointer);
    CHECK(found[0].severity == mistake.severity);
    CHECK(found[0].nearest == mistake.nearest);
    CHECK_FALSE(found[0].expected.empty());
  }
}

TEST_CASE("without a go-live each quarter with actuals is told") {
  Lived one = lived();
  one.plan.go_live.reset();
  CHECK(checked(one).size() == 2);
}

TEST_CASE("without a playbook nothing else can be looked over") {
  Lived one = lived();
  one.base.customer.playbook.clear();
  one.plan.targets[0].baseline = "hour";
  const Diagnostics found = check_success(one.plan, one.base.customer, &one.base.deal, nullptr, {});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "success.no_playbook");
  one.base.customer.playbook = "lost";
  CHECK(check_success(one.plan, one.base.customer, nullptr, nullptr, {}).empty());
}

TEST_CASE("what a playbook lays down is looked over") {
  Lived one = lived();
  CHECK(check_rules(one.base.playbook).empty());
  one.base.playbook.health_signals[2].good = Decimal::whole(10);
  one.base.playbook.expansion_triggers = {{"none", "N", "hours", {}, {}, "More"}};
  one.base.playbook.success.at_risk_below = number("0.8");
  const Diagnostics found = check_rules(one.base.playbook);
  REQUIRE(found.size() == 3);
  CHECK(found[0].code == "playbook.signal_range");
  CHECK(found[0].pointer == "/health_signals/2/good");
  CHECK(found[1].code == "playbook.trigger_without_bound");
  CHECK(found[2].code == "playbook.band_order");
}

}  // namespace
