#include "core/roi/bound_case.hpp"

#include <functional>
#include <string>

#include <doctest/doctest.h>

#include "tests/roi/case_fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using tests::Case;
using tests::number;
using tests::small_case;

model::Estimate range(const char* low, const char* likely, const char* high) {
  return {number(low), number(likely), number(high)};
}

TEST_CASE("the inputs of a case have names and ranges") {
  Case one = small_case();
  one.stated().drivers[0].volume = range("80", "100", "150");
  one.stated().correlations = {{"reconciliation.volume", "reconciliation.improvement", number("-0.5")}};
  Diagnostics found;
  const auto bound = bind_case(one.deal, one.customer, &one.playbook, found);
  REQUIRE(bound);
  REQUIRE(bound->inputs.size() == 5);
  CHECK(bound->inputs[0].name == "reconciliation.volume");
  CHECK(bound->inputs[0].low == Decimal::whole(80));
  CHECK(bound->inputs[0].high == Decimal::whole(150));
  CHECK(bound->inputs[1].name == "reconciliation.rate");
  CHECK(bound->inputs[1].is_certain());
  CHECK(bound->inputs[2].low == number("0.3"));
  REQUIRE(bound->correlations.size() == 1);
  CHECK(bound->correlations[0].second == 2);
  CHECK(bound->discount.size() == 25);
}

struct Mistake {
  const char* what;
  std::function<void(Case&)> make;
  const char* code;
  const char* pointer;
  const char* nearest;
};

TEST_CASE("each mistake is told at its place, with what would be right") {
  const Mistake mistakes[] = {
      {"unknown driver", [](Case& one) { one.stated().drivers[0].driver = "reconcilation"; }, "case.unknown_driver",
       "/business_case/drivers/0/driver", "reconciliation"},
      {"driver twice", [](Case& one) { one.stated().drivers.push_back(one.stated().drivers[0]); }, "case.driver_twice",
       "/business_case/drivers/1/driver", ""},
      {"no baseline", [](Case& one) { one.customer.baselines.pop_back(); }, "case.baseline_missing",
       "/business_case/drivers/0", ""},
      {"low above likely", [](Case& one) { one.stated().drivers[0].volume = range("9", "5", "7"); }, "case.range_order",
       "/business_case/drivers/0/volume/low", ""},
      {"high below likely", [](Case& one) { one.stated().drivers[0].rate = range("3", "5", "4"); }, "case.range_order",
       "/business_case/drivers/0/rate/high", ""},
      {"improvement over 100 %", [](Case& one) { one.stated().drivers[0].improvement = range("0", "1", "1.1"); },
       "case.improvement_over_all", "/business_case/drivers/0/improvement/high", ""},
      {"unknown ramp", [](Case& one) { one.stated().ramp = "usuall"; }, "case.unknown_ramp", "/business_case/ramp",
       "usual"},
      {"unknown ramp of a driver", [](Case& one) { one.stated().drivers[0].ramp = "fast"; }, "case.unknown_ramp",
       "/business_case/drivers/0/ramp", ""},
      {"hours the wrong way round", [](Case& one) { one.stated().internal_efforts[0].hours.low = number("41"); },
       "case.range_order", "/business_case/internal_efforts/0/hours/low", ""},
      {"last month before the first",
       [](Case& one) {
         one.stated().other_costs = {{"Old licence", number("5"), {}, {}, 6, 3}};
       },
       "case.range_order", "/business_case/other_costs/0/last_month", ""},
      {"amount the wrong way round",
       [](Case& one) {
         one.stated().one_off_benefits = {{"Sale", number("5"), {}, number("4"), 6, {}}};
       },
       "case.range_order", "/business_case/one_off_benefits/0/high", ""},
      {"another currency", [](Case& one) { one.customer.currency = *Currency::from_code("USD"); }, "case.currency",
       "/business_case", ""},
      {"nothing to gain",
       [](Case& one) {
         one.stated().drivers.clear();
         one.customer.baselines.clear();
       },
       "case.no_benefit", "/business_case", ""},
      {"unknown input of a correlation",
       [](Case& one) {
         one.stated().correlations = {{"reconciliation.volum", "reconciliation.rate", number("0.5")}};
       },
       "case.unknown_input", "/business_case/correlations/0/first", "reconciliation.volume"},
      {"correlation of an input with itself",
       [](Case& one) {
         one.stated().correlations = {{"reconciliation.volume", "reconciliation.volume", number("0.5")}};
       },
       "correlation.of_itself", "/business_case/correlations/0", ""},
  };
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.what);
    Case one = small_case();
    mistake.make(one);
    Diagnostics found;
    CHECK_FALSE(bind_case(one.deal, one.customer, &one.playbook, found));
    REQUIRE(found.size() == 1);
    CHECK(found[0].severity == Severity::error);
    CHECK(found[0].code == mistake.code);
    CHECK(found[0].pointer == mistake.pointer);
    CHECK(found[0].nearest == mistake.nearest);
    CHECK(!found[0].expected.empty());
  }
}

TEST_CASE("a customer without a playbook has no drivers") {
  const Case one = small_case();
  Diagnostics found;
  CHECK_FALSE(bind_case(one.deal, one.customer, nullptr, found));
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "case.no_playbook");
}

TEST_CASE("an amount after the horizon is surprising, but no error") {
  Case one = small_case();
  one.stated().other_costs = {{"Late", number("5"), {}, {}, 25, {}}};
  Diagnostics found;
  CHECK(bind_case(one.deal, one.customer, &one.playbook, found));
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].pointer == "/business_case/other_costs/0/month");
}

// Two that both move with a third cannot move against each other: with 0.9 and 0.9 the least is 2 x 0.81 - 1, more or
// less.
TEST_CASE("of impossible correlations the nearest possible ones are offered, by name") {
  Case one = small_case();
  one.stated().correlations = {{"reconciliation.volume", "reconciliation.rate", number("0.9")},
                               {"reconciliation.rate", "reconciliation.improvement", number("0.9")},
                               {"reconciliation.volume", "reconciliation.improvement", number("-0.9")}};
  Diagnostics found;
  CHECK_FALSE(bind_case(one.deal, one.customer, &one.playbook, found));
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "correlation.impossible");
  CHECK(found[0].pointer == "/business_case/correlations");
  CHECK(found[0].expected.find("of reconciliation.volume and reconciliation.rate") != std::string::npos);
}

TEST_CASE("a library of drivers is checked by itself") {
  Case one = small_case();
  CHECK(check_value_drivers(one.playbook).empty());
  one.playbook.value_drivers[0].improvement.low = number("0.6");
  one.playbook.value_drivers[1].improvement.likely = number("1.5");
  one.playbook.baselines[2].fact = "order_per_month";
  const Diagnostics found = check_value_drivers(one.playbook);
  REQUIRE(found.size() == 3);
  CHECK(found[0].pointer == "/value_drivers/0/improvement/low");
  CHECK(found[1].pointer == "/value_drivers/1/improvement/likely");
  CHECK(found[2].pointer == "/baselines/2/fact");
  CHECK(found[2].nearest == "orders_per_month");
}

}  // namespace
