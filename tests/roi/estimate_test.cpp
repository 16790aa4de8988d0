#include "core/roi/estimate.hpp"

#include <cmath>
#include <functional>
#include <string>

#include <doctest/doctest.h>

#include "tests/roi/case_trials.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using model::EstimateShape;
using tests::bound_of;
using tests::Case;
using tests::errors_off;
using tests::number;
using tests::simulated;
using tests::small_case;

model::Estimate of_shape(EstimateShape shape, const char* low, const char* likely, const char* high) {
  return {number(low), number(likely), number(high), shape, {}};
}

model::Estimate discrete(const char* likely, std::vector<model::Outcome> outcomes) {
  return {{}, number(likely), {}, EstimateShape::discrete, std::move(outcomes)};
}

// An improvement of half for sure, hours as estimated: benefits of 368.181818 for each hour against 30953.7190.
Case hours(const model::Estimate& estimate) {
  Case one = small_case();
  one.playbook.value_drivers[0].improvement = {{}, number("0.5"), {}};
  one.stated().drivers[0].volume = estimate;
  return one;
}

double npv_of(double hours) {
  return 368.181818 * hours - 30953.7190;
}

TEST_CASE("the mean of the trials tends to the mean of each shape, by hand") {
  struct Shape {
    const char* what;
    model::Estimate estimate;
    double mean;
  };
  // Of the lognormal: exp(m + s^2 / 2) with m = ln sqrt(80 x 150) and s = ln(150 / 80) / (2 x 1.2815516) = 0.2452530.
  const Shape shapes[] = {
      {"pert", of_shape(EstimateShape::pert, "80", "100", "150"), (80 + 400 + 150) / 6.0},
      {"triangular", of_shape(EstimateShape::triangular, "80", "100", "150"), 110},
      {"uniform", of_shape(EstimateShape::uniform, "80", "100", "150"), 115},
      {"normal", of_shape(EstimateShape::normal, "80", "100", "150"), 115},
      {"lognormal", of_shape(EstimateShape::lognormal, "80", "100", "150"), 109.544512 * 1.0305313},
      {"discrete",
       discrete("100", {{number("80"), number("1")}, {number("150"), number("1")}, {number("100"), number("2")}}),
       107.5},
  };
  for (const Shape& shape : shapes) {
    CAPTURE(shape.what);
    const SimulatedReturn found = simulated(hours(shape.estimate), 200'000);
    CHECK(errors_off(found, npv_of(shape.mean)) < 4);
    // What is likely is what the return counts: 100 hours.
    CHECK(std::abs(static_cast<double>(found.npv.minor) / 100 - npv_of(100)) < 0.02);
    REQUIRE(found.inputs.size() == 1);
    CHECK(found.inputs[0].shape == shape.estimate.shape);
    CHECK(found.inputs[0].low == number("80"));
    CHECK(found.inputs[0].high == number("150"));
  }
}

TEST_CASE("of normal and lognormal the low end is the P10 and the high end the P90") {
  for (const EstimateShape shape : {EstimateShape::normal, EstimateShape::lognormal}) {
    const SimulatedReturn found = simulated(hours(of_shape(shape, "80", "100", "150")), 400'000);
    CHECK(std::abs(static_cast<double>(found.percentiles[1].npv.minor) / 100 - npv_of(80)) < 100);
    CHECK(std::abs(static_cast<double>(found.percentiles[5].npv.minor) / 100 - npv_of(150)) < 150);
  }
}

TEST_CASE("a discrete estimate draws its outcomes alone, each as often as its weight says") {
  const SimulatedReturn found = simulated(
      hours(discrete("100", {{number("60"), number("3")}, {number("100"), number("1")}, {number("900"), number("0")}})),
      100'000);
  // 60 hours are a loss and 100 are not: one chance in four.
  CHECK(std::abs(static_cast<double>(found.positive.numerator) / 100'000 - 0.25) < 0.01);
  CHECK(std::abs(static_cast<double>(found.curve.front().npv.minor) / 100 - npv_of(60)) < 0.02);
  CHECK(std::abs(static_cast<double>(found.curve.back().npv.minor) / 100 - npv_of(100)) < 0.02);
}

TEST_CASE("what can be one value only is sure, whatever its shape") {
  for (const EstimateShape shape :
       {EstimateShape::triangular, EstimateShape::uniform, EstimateShape::normal, EstimateShape::lognormal})
    CHECK(bound_of(hours({{}, number("100"), {}, shape, {}})).inputs[0].is_certain());
  const BoundCase bound = bound_of(hours(discrete("100", {{number("100"), number("3")}})));
  CHECK(bound.inputs[0].is_certain());
  CHECK(distribution_of(bound.inputs[0]).kind == DistributionKind::fixed);
}

struct Mistake {
  const char* what;
  model::Estimate volume;
  model::Estimate improvement;
  const char* code;
  const char* pointer;
};

TEST_CASE("a shape that cannot be is told at its place") {
  const model::Estimate sure{{}, number("0.5"), {}};
  const auto share = [](EstimateShape shape, const char* low, const char* high) {
    return of_shape(shape, low, "0.5", high);
  };
  const Mistake mistakes[] = {
      {"lognormal from 0", of_shape(EstimateShape::lognormal, "0", "100", "150"), sure,
       "distribution.lognormal_not_positive", "/volume/low"},
      {"lognormal over a million times", of_shape(EstimateShape::lognormal, "0.0001", "100", "150"), sure,
       "distribution.lognormal_too_wide", "/volume/high"},
      {"normal that goes below 0", of_shape(EstimateShape::normal, "41.3", "50", "100"), sure, "case.shape_below_zero",
       "/volume/low"},
      {"no outcomes", discrete("100", {}), sure, "distribution.value_count", "/volume/outcomes"},
      {"no weight", discrete("100", {{number("100"), Decimal()}}), sure, "distribution.weights_zero",
       "/volume/outcomes"},
      {"likely below the outcomes", discrete("99", {{number("100")}, {number("110")}}), sure, "case.likely_outside",
       "/volume/likely"},
      {"likely at an outcome without weight", discrete("99", {{number("100")}, {number("99"), Decimal()}}), sure,
       "case.likely_outside", "/volume/likely"},
      {"outcomes of another shape",
       {number("80"), number("100"), {}, EstimateShape::uniform, {{number("80")}, {number("100")}}},
       sure,
       "case.shape",
       "/volume/outcomes"},
      {"a range beside outcomes",
       {number("80"), number("100"), {}, EstimateShape::discrete, {{number("80")}, {number("100")}}},
       sure,
       "case.shape",
       "/volume/low"},
      {"an outcome over 100 %",
       {{}, number("100"), {}},
       discrete("0.5", {{number("0.5")}, {number("1.2")}}),
       "case.improvement_over_all",
       "/improvement/outcomes/1/value"},
      {"a lognormal over 100 %",
       {{}, number("100"), {}},
       share(EstimateShape::lognormal, "0.4", "0.9"),
       "case.improvement_over_all",
       "/improvement/high"},
      {"uniform the wrong way round", of_shape(EstimateShape::uniform, "80", "100", "90"), sure, "case.range_order",
       "/volume/high"},
  };
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.what);
    Case one = hours(mistake.volume);
    one.stated().drivers[0].improvement = mistake.improvement;
    Diagnostics found;
    CHECK_FALSE(bind_case(one.deal, one.customer, &one.playbook, found));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == mistake.code);
    CHECK(found[0].pointer == std::string("/business_case/drivers/0") + mistake.pointer);
    CHECK(!found[0].expected.empty());
  }
}

// 1.205661 = 3.0902323 / (2 x 1.2815516): the P0.1 is 0 where low = high (1.205661 - 0.5) / (1.205661 + 0.5).
TEST_CASE("a normal estimate is accepted from 41.4 % of its high end on") {
  Diagnostics found;
  const Case one = hours(of_shape(EstimateShape::normal, "41.4", "50", "100"));
  CHECK(bind_case(one.deal, one.customer, &one.playbook, found));
}

TEST_CASE("a mistake in the playbook's improvement is told of the playbook, and the case is not bound") {
  Case one = small_case();
  one.playbook.value_drivers[0].improvement = of_shape(EstimateShape::lognormal, "0", "0.5", "0.6");
  Diagnostics found;
  CHECK_FALSE(bind_case(one.deal, one.customer, &one.playbook, found));
  CHECK(found.empty());
  const Diagnostics told = check_value_drivers(one.playbook);
  REQUIRE(told.size() == 1);
  CHECK(told[0].pointer == "/value_drivers/0/improvement/low");
}

}  // namespace
