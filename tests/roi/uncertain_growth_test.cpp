#include <cmath>

#include <doctest/doctest.h>

#include "core/roi/bound_growth.hpp"
#include "tests/roi/case_trials.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using tests::bound_of;
using tests::Case;
using tests::errors_off;
using tests::number;
using tests::simulated;
using tests::small_case;

// Growth of 0, 10 or 40 %: its mean is (0 + 40 + 40) / 6 = 13.33 %, its variance 0.13333 x 0.26667 / 7.
Case growing(int horizon, const char* correlation = "0") {
  Case one = small_case();
  one.playbook.value_drivers[0].improvement = {{}, number("0.5"), {}};
  one.stated().horizon_months = horizon;
  one.stated().growth_low = Decimal();
  one.stated().growth_high = number("0.4");
  one.stated().growth_correlation = number(correlation);
  return one;
}
constexpr double mean_growth = 0.8 / 6;
constexpr double growth_variance = mean_growth * (0.4 - mean_growth) / 7;

// 18900 in the first year, 21600 in each that follows before growth; fees 5000, 3000 and 1000 a month, efforts 2400.
double three_years(double second, double third) {
  return 18900 / 1.1 + 21600 * second / 1.21 + 21600 * third / 1.331 - 7400 - 15000 / 1.1 - 12000 / 1.21 -
         12000 / 1.331;
}

TEST_CASE("each year after the first grows by a rate of its own") {
  const BoundCase bound = bound_of(growing(30));
  REQUIRE(bound.growth.size() == 2);
  CHECK(bound.inputs[bound.growth[0]].name == "growth.year_2");
  CHECK(bound.inputs[bound.growth[1]].name == "growth.year_3");
  CHECK(bound.inputs[bound.growth[1]].high == number("0.4"));
  CHECK(bound.correlations.empty());
  CHECK(bound_of(growing(12)).growth.empty());
}

TEST_CASE("the mean of the trials tends to the mean by hand, where years are independent and where they are one") {
  const double grown = 1 + mean_growth;
  CHECK(errors_off(simulated(growing(36), 400'000), three_years(grown, grown * grown)) < 4);
  const SimulatedReturn same = simulated(growing(36, "1"), 400'000);
  CHECK(errors_off(same, three_years(grown, grown * grown + growth_variance)) < 4);
  // Far enough from each other to be told apart.
  CHECK(errors_off(same, three_years(grown, grown * grown)) > 4);
}

TEST_CASE("a driver's own range and that of growth are independent") {
  Case one = growing(24);
  one.playbook.value_drivers[0].improvement = {number("0.3"), number("0.5"), number("0.6")};
  // 18900 / 1.1 + 21600 x 1.13333 / 1.21 is 37413.2231, of which 0.48333 / 0.5; costs as in the small case.
  const SimulatedReturn found = simulated(one, 200'000);
  CHECK(errors_off(found, 37413.2231 * 0.966667 - 30953.7190) < 4);
  REQUIRE(found.inputs.size() == 2);
  CHECK(found.inputs[1].name == "growth.year_2");
  CHECK(found.inputs[1].likely == number("0.1"));
}

TEST_CASE("the return itself counts the likely growth") {
  Case known = growing(36);
  known.stated().growth_low = known.stated().growth_high = std::nullopt;
  CHECK(simulated(growing(36), 1000).npv == simulated(known, 1000).npv);
}

// By month, drivers together: 40 a month of the second driver are 480 a year.
TEST_CASE("all drivers share a year's growth, and one-off benefits do not grow") {
  Case one = growing(24);
  one.playbook.value_drivers[1].improvement = {{}, number("0.01"), {}};
  one.customer.profile.orders_per_month = Decimal::whole(100);
  one.customer.baselines.push_back({"error-cost", Decimal::whole(40), "", {}});
  one.stated().drivers.push_back({"errors", {}, {}, {}, {}, {}, ""});
  one.stated().one_off_benefits = {{"Sale", Decimal::whole(1210), {}, {}, 24, {}}};
  const SimulatedReturn found = simulated(one, 200'000);
  CHECK(errors_off(found, (18900 + 480) / 1.1 + (21600 + 480) * (1 + mean_growth) / 1.21 + 1000 - 30953.7190) < 4);
  REQUIRE(found.inputs.size() == 1);
  CHECK(found.inputs[0].share == Decimal::whole(1));
}

TEST_CASE("years are correlated as an autoregression") {
  const BoundCase bound = bound_of(growing(48, "0.6"));
  REQUIRE(bound.correlations.size() == 3);
  CHECK(std::fabs(bound.correlations[0].rank - 0.6) < 1e-15);
  CHECK(std::fabs(bound.correlations[1].rank - 0.36) < 1e-15);
  CHECK(std::fabs(bound.correlations[2].rank - 0.6) < 1e-15);
  CHECK(bound.correlations[1].first == bound.growth[0]);
  CHECK(bound.correlations[1].second == bound.growth[2]);
}

TEST_CASE("any correlation of years is possible over ten years") {
  for (int rank = -100; rank <= 100; rank += 5) {
    CAPTURE(rank);
    Case one = growing(120);
    one.stated().growth_correlation = Decimal::from_micro(rank * 10'000);
    CHECK(bound_of(one).growth.size() == 9);
  }
}

TEST_CASE("a correlation of two years that the case states counts instead") {
  Case one = growing(48, "0.6");
  one.stated().correlations = {{"growth.year_4", "growth.year_2", number("0.2")}};
  const BoundCase bound = bound_of(one);
  REQUIRE(bound.correlations.size() == 3);
  CHECK(std::fabs(bound.correlations[0].rank - 0.2) < 1e-15);
}

// Ten years of fifty drivers, each with a ramp of its own.
TEST_CASE("the largest case can be tried out") {
  Case one = growing(120, "0.5");
  const model::ValueDriver first = one.playbook.value_drivers[0];
  one.stated().drivers.clear();
  for (int i = 0; i < 50; ++i) {
    const std::string id = "driver-" + std::to_string(i);
    one.playbook.value_drivers.push_back(first);
    one.playbook.value_drivers.back().id = id;
    one.playbook.value_drivers.back().ramp = id;
    one.playbook.adoption_ramps.push_back({id, "", {Decimal::from_micro(1000 * i), Decimal::whole(1)}});
    one.stated().drivers.push_back({id, {}, {}, {}, {}, {}, ""});
    one.stated().drivers.back().volume = {number("80"), number("100"), number("150")};
  }
  CHECK(simulated(one, 4096, 120).inputs.size() == 59);
}

TEST_CASE("a range of growth the wrong way round is told, and so is what has no effect") {
  struct Mistake {
    const char* low;
    const char* high;
    const char* pointer;
  };
  for (const Mistake& mistake :
       {Mistake{"0.2", "0.4", "/business_case/growth_low"}, Mistake{"-0.5", "0.05", "/business_case/growth_high"}}) {
    Case one = growing(36);
    one.stated().growth_low = number(mistake.low);
    one.stated().growth_high = number(mistake.high);
    Diagnostics found;
    CHECK_FALSE(bind_case(one.deal, one.customer, &one.playbook, found));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "case.range_order");
    CHECK(found[0].pointer == mistake.pointer);
  }
  Case idle = growing(36, "0.5");
  idle.stated().growth_low = idle.stated().growth_high = std::nullopt;
  Diagnostics found;
  CHECK(bind_case(idle.deal, idle.customer, &idle.playbook, found));
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].code == "case.growth_certain");
}

}  // namespace
