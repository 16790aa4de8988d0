#include "core/roi/net_present_value.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/draw.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using doctest::Approx;
using tests::Draw;
using Flows = std::vector<double>;

struct Row {
  const char* source;
  double rate;
  Flows flows;
  double expected;
  double printed;  // half a unit of the last printed place
};

TEST_CASE("net present values, from spreadsheets' documentation") {
  const Row rows[] = {
      {"Excel, NPV, example 1: the first value is a year away", 0.1, {0, -10000, 3000, 4200, 6800}, 1188.44, 0.005},
      {"Excel, NPV, example 2: time 0 added to NPV", 0.08, {-40000, 8000, 9200, 10000, 12000, 14500}, 1922.06, 0.005},
      {"Excel, NPV, example 2 with a loss in the sixth year",
       0.08,
       {-40000, 8000, 9200, 10000, 12000, 14500, -9000},
       -3749.47,
       0.005},
      {"LibreOffice, NPV", 0.0875, {0, 10, 20, 30}, 49.43, 0.005},
      {"LiveCycle FormCalc, NPV(0.10, 500, 1500, 4000, 10000)",
       0.1,
       {0, 500, 1500, 4000, 10000},
       11529.60863329007,
       1e-9},
      {"LiveCycle FormCalc, NPV(0.0275/12, ...)", 0.0275 / 12, {0, 50, 60, 40, 100, 25}, 273.14193838457, 1e-9},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    const Answer answer = annual_net_present_value(row.flows, row.rate);
    CHECK(answer.has_value());
    CHECK(std::abs(answer.value - row.expected) <= row.printed);
  }
}

TEST_CASE("present value by period") {
  // By hand: 110/1.1 = 100, 242/1.21 = 200, -133.1/1.331 = -100.
  const PresentValues values = present_values(Flows{-50, 110, 242, -133.1}, 0.1);
  REQUIRE(values.values.size() == 4);
  CHECK(values.values[0] == Approx(-50).epsilon(1e-15));
  CHECK(values.values[1] == Approx(100).epsilon(1e-15));
  CHECK(values.values[2] == Approx(200).epsilon(1e-15));
  CHECK(values.values[3] == Approx(-100).epsilon(1e-15));
  CHECK(values.total == Approx(150).epsilon(1e-15));
}

TEST_CASE("the monthly convention, by the name of the rate's convention") {
  // Twelve months at the effective rate of 21 % a year discount by 1.21 in a year, at 12 % nominal by 1.01^12.
  Flows flows(13, 0.0);
  flows[12] = 121;
  CHECK(monthly_net_present_value(flows, 0.21, RateConvention::effective).value == Approx(100).epsilon(1e-14));
  flows[12] = 112.682503013196972;
  CHECK(monthly_net_present_value(flows, 0.12, RateConvention::nominal).value == Approx(100).epsilon(1e-14));
}

const std::vector<DatedFlow> microsoft = {{*Date::parse("2008-01-01"), -10000},
                                          {*Date::parse("2008-03-01"), 2750},
                                          {*Date::parse("2008-10-30"), 4250},
                                          {*Date::parse("2009-02-15"), 3250},
                                          {*Date::parse("2009-04-01"), 2750}};
const std::vector<DatedFlow> libreoffice = {{*Date::parse("2001-01-01"), -10000},
                                            {*Date::parse("2001-02-01"), 2000},
                                            {*Date::parse("2001-03-15"), 2500},
                                            {*Date::parse("2001-05-12"), 5000},
                                            {*Date::parse("2001-08-10"), 1000}};

TEST_CASE("dated flows, from spreadsheets' documentation") {
  // Excel, XNPV: 2086.65, printed as 2086.647602 in its earlier editions.
  CHECK(std::abs(dated_net_present_value(microsoft, 0.09).value - 2086.647602) <= 5e-7);
  // LibreOffice, XNPV: 323.02.
  CHECK(std::abs(dated_net_present_value(libreoffice, 0.06).value - 323.02) <= 0.005);
  const PresentValues values = dated_present_values(microsoft, 0.09);
  REQUIRE(values.values.size() == 5);
  CHECK(values.values[0] == Approx(-10000).epsilon(0.0000001));
}

// Term by term in long double, each factor multiplied up on its own.
TEST_CASE("they agree with a slow sum") {
  Draw draw(3, 0);
  for (int round = 0; round < 2000; ++round) {
    Flows flows(static_cast<std::size_t>(draw.number(1, 120)));
    for (double& flow : flows) flow = static_cast<double>(draw.whole(-1000000, 1000000)) / 100;
    const double rate = static_cast<double>(draw.whole(-300, 900)) / 1000;
    long double slow = 0, magnitude = 0;
    for (std::size_t k = 0; k < flows.size(); ++k) {
      long double term = static_cast<long double>(flows[k]);
      for (std::size_t i = 0; i < k; ++i) term /= 1 + static_cast<long double>(rate);
      slow += term;
      magnitude += std::abs(term);
    }
    const Answer fast = annual_net_present_value(flows, rate);
    REQUIRE(fast.has_value());
    CHECK(std::abs(static_cast<long double>(fast.value) - slow) <= 1e-13L * magnitude);
  }
}

TEST_CASE("what has no present value says why") {
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(annual_net_present_value(Flows{}, 0.1).fault == Fault::no_flows);
  CHECK(annual_net_present_value(Flows{1, infinity}, 0.1).fault == Fault::amount_out_of_range);
  CHECK(annual_net_present_value(Flows(602, 1.0), 0.1).fault == Fault::too_long);
  CHECK(annual_net_present_value(Flows{1, 2}, -1).fault == Fault::rate_out_of_range);
  CHECK(monthly_net_present_value(Flows{1, 2}, 11, RateConvention::nominal).fault == Fault::rate_out_of_range);
  CHECK(dated_net_present_value({}, 0.1).fault == Fault::no_flows);
  CHECK(dated_net_present_value(microsoft, -2).fault == Fault::rate_out_of_range);
  CHECK(dated_present_values(microsoft, -2).values.empty());
  // 1 / 0.0011^600 is some 10^1775.
  CHECK(annual_net_present_value(Flows(601, 1.0), -0.9989).fault == Fault::result_out_of_range);
  CHECK(present_values(Flows(601, 1.0), -0.9989).values.empty());
  // Alternately plus and minus, so that an infinity less an infinity is met.
  Flows alternating(601, 1.0);
  for (std::size_t i = 0; i < alternating.size(); i += 2) alternating[i] = -1;
  CHECK(annual_net_present_value(alternating, -0.9989).fault == Fault::result_out_of_range);
  // Flows of nothing are worth nothing at any rate, and distant ones nearly so: 1 + 1/11 + 1/121 + ... = 1.1.
  CHECK(annual_net_present_value(Flows(601, 0.0), -0.9989).value == Approx(0));
  CHECK(annual_net_present_value(Flows(601, 1.0), 10).value == Approx(1.1).epsilon(1e-15));
}

}  // namespace
