#include "core/roi/case_simulation.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "tests/roi/case_trials.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using tests::Case;
using tests::number;
using tests::simulated;
using tests::small_case;

// 5864.46 as in customer_return_test, where payback is 15.57 months.
TEST_CASE("where nothing is unsure every trial is the return itself") {
  Case one = small_case();
  one.playbook.value_drivers[0].improvement = {{}, number("0.5"), {}};
  const SimulatedReturn found = simulated(one, 1000);
  CHECK(found.npv.minor == 586'446);
  CHECK(std::abs(found.mean.minor - 586'446) <= 2);
  CHECK(found.standard_error.minor == 0);
  for (const Percentile& percentile : found.percentiles) CHECK(percentile.npv == found.mean);
  CHECK(found.positive == Ratio{1000, 1000});
  CHECK(found.inputs.empty());
  CHECK(simulated(one, 1000, 15).paid_back == Ratio{0, 1000});
  CHECK(simulated(one, 1000, 16).paid_back == Ratio{1000, 1000});
}

// Of an improvement of 0.3 to 0.6 with its peak at 0.5 the mean is (0.3 + 2 + 0.6) / 6: benefits of 36818.18 become
// 35590.91. The least is 36818.18 x 0.6 - 30953.72, the greatest 36818.18 x 1.2 - 30953.72.
TEST_CASE("the mean of the trials tends to the mean by hand") {
  const SimulatedReturn found = simulated(small_case(), 200'000);
  const double mean = 35590.9091 - 30953.7190;
  CHECK(std::fabs(static_cast<double>(found.mean.minor) / 100 - mean) <
        5 * static_cast<double>(found.standard_error.minor) / 100);
  CHECK(found.percentiles.size() == 7);
  CHECK(std::is_sorted(found.percentiles.begin(), found.percentiles.end(),
                       [](const Percentile& a, const Percentile& b) { return a.npv.minor < b.npv.minor; }));
  CHECK(found.percentiles.front().npv.minor > -886'282);
  CHECK(found.percentiles.back().npv.minor < 1'322'810);
  REQUIRE(found.inputs.size() == 1);
  CHECK(found.inputs[0].name == "reconciliation.improvement");
  CHECK(found.inputs[0].share == Decimal::whole(1));
  CHECK(found.inputs[0].rank > number("0.99"));
  // Zero is where the improvement is 0.5 x 30953.72 / 36818.18 = 0.42036; of the beta distribution with alpha 11/3 and
  // beta 7/3 less than (0.42036 - 0.3) / 0.3 = 0.40120 is drawn with the probability 0.1456 (by numerical integration).
  CHECK(std::fabs(static_cast<double>(found.positive.numerator) / 200'000 - (1 - 0.1456)) < 0.005);
}

TEST_CASE("what is sure has no share, and shares begin with the greatest") {
  Case one = small_case();
  one.stated().drivers[0].volume = model::Estimate{number("99"), Decimal::whole(100), number("101")};
  one.stated().internal_efforts[0].hours = {number("10"), number("40"), number("80")};
  const SimulatedReturn found = simulated(one, 20'000);
  REQUIRE(found.inputs.size() == 3);
  CHECK(found.inputs[0].name == "reconciliation.improvement");
  CHECK(found.inputs[1].name == "Key users");
  CHECK(found.inputs[1].rank.micro() < 0);
  CHECK(found.inputs[2].name == "reconciliation.volume");
}

// Any trial is in one bin; the curve begins with the least and ends with the greatest, the bins' first and last bounds.
TEST_CASE("the distribution counts every trial") {
  const SimulatedReturn found = simulated(small_case(), 50'001);
  REQUIRE(found.histogram.size() == 30);
  std::uint64_t trials = 0;
  for (const Bin& bin : found.histogram) {
    CHECK(bin.from.minor < bin.to.minor);
    trials += bin.trials;
  }
  CHECK(trials == 50'001);
  REQUIRE(found.curve.size() == 101);
  CHECK(found.curve.front().percent == 0);
  CHECK(found.curve.back().percent == 100);
  CHECK(found.curve.front().npv == found.histogram.front().from);
  CHECK(std::abs(found.curve.back().npv.minor - found.histogram.back().to.minor) <= 1);
  for (std::size_t i = 1; i < found.curve.size(); ++i) CHECK(found.curve[i - 1].npv.minor <= found.curve[i].npv.minor);
  CHECK(found.curve[50].npv == found.percentiles[3].npv);
}

}  // namespace
