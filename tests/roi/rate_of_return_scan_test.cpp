// Every rate of return of thousands of drawn flows, against a slow scan and against zeros that were chosen.

#include <algorithm>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "core/roi/rate_of_return.hpp"
#include "tests/roi/slow_rates.hpp"
#include "tests/support/draw.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using tests::Draw;
using tests::slow_rates;
using tests::slow_sum;
using Flows = std::vector<double>;

// Amounts of some magnitude, each of either sign; `per_cent` of them are negative.
Flows drawn_flows(Draw& draw, int periods, int per_cent) {
  Flows flows(static_cast<std::size_t>(periods) + 1);
  for (double& flow : flows) {
    flow = static_cast<double>(draw.whole(0, draw.chance(20) ? 1000 : 1000000)) / 100;
    if (draw.chance(per_cent)) flow = -flow;
  }
  return flows;
}

// A rate is right where the sum changes its sign around it. The scan must find none that is not told; what is told
// beyond the scan are pairs within one of its steps.
template <class SumAt>
void check_against_scan(const RatesOfReturn& found, const SumAt& sum_at, int steps) {
  for (const RateOfReturn& one : found.rates) {
    if (one.is_multiple) continue;
    const long double place = std::log1p(static_cast<long double>(one.rate));
    const long double width = 1e-12L;
    CHECK((sum_at(place - width).value > 0) != (sum_at(place + width).value > 0));
  }
  for (const double rate : slow_rates(sum_at, steps)) {
    CAPTURE(rate);
    CHECK(std::any_of(found.rates.begin(), found.rates.end(),
                      [&](const RateOfReturn& one) { return std::abs(one.rate - rate) <= 1e-12 * (1 + rate); }));
  }
  for (std::size_t i = 1; i < found.rates.size(); ++i) CHECK(found.rates[i - 1].rate < found.rates[i].rate);
}

Flows drawn_flows(Draw& draw, int periods) {
  return drawn_flows(draw, periods, 10 * draw.number(1, 9));
}

TEST_CASE("random flows over 60 periods") {
  for (std::uint64_t index = 0; index < 200; ++index) {
    CAPTURE(index);
    Draw draw(11, index);
    const Flows flows = drawn_flows(draw, 60, 50);
    check_against_scan(
        rates_of_return(flows), [&](long double s) { return slow_sum(flows, s); }, 2000);
  }
}

TEST_CASE("random flows over some periods, with few or many changes of sign") {
  for (std::uint64_t index = 0; index < 3000; ++index) {
    CAPTURE(index);
    Draw draw(12, index);
    const Flows flows = drawn_flows(draw, draw.number(1, 12));
    check_against_scan(
        rates_of_return(flows), [&](long double s) { return slow_sum(flows, s); }, 1000);
  }
}

TEST_CASE("random flows over many periods") {
  for (std::uint64_t index = 0; index < 4; ++index) {
    CAPTURE(index);
    Draw draw(13, index);
    const Flows flows = drawn_flows(draw, 600, index % 2 == 0 ? 50 : 2);
    check_against_scan(
        rates_of_return(flows), [&](long double s) { return slow_sum(flows, s); }, 2500);
  }
}

// Products of (1 - x growth) over chosen rates, which may lie close together, and of factors without a real zero.
TEST_CASE("rates that were chosen are found, and no others") {
  for (std::uint64_t index = 0; index < 3000; ++index) {
    CAPTURE(index);
    Draw draw(14, index);
    std::vector<double> chosen;
    for (int i = draw.number(0, 4); i > 0; --i) {
      const double near = chosen.empty() ? 0 : chosen.back() + static_cast<double>(draw.whole(2, 30)) / 1000;
      const double rate = draw.chance(50) ? near : static_cast<double>(draw.whole(-700, 3000)) / 1000;
      if (std::all_of(chosen.begin(), chosen.end(), [&](double one) { return std::abs(one - rate) > 0.0015; })) {
        chosen.push_back(rate);
      }
    }
    std::vector<long double> product = {draw.chance(50) ? -1.0L : 1.0L};
    const auto multiply = [&](long double linear, long double square) {
      product.resize(product.size() + 2);
      for (std::size_t k = product.size(); k-- > 0;) {
        if (k >= 1) product[k] += linear * product[k - 1];
        if (k >= 2) product[k] += square * product[k - 2];
      }
    };
    for (const double rate : chosen) multiply(-1 - static_cast<long double>(rate), 0);
    // 1 - 2 a x + (a^2 + b^2) x^2 has its zeros off the real line by b.
    for (int i = draw.number(0, 3); i > 0; --i) {
      const long double a = static_cast<long double>(draw.whole(-1500, 1500)) / 1000;
      const long double b = static_cast<long double>(draw.whole(100, 1000)) / 1000;
      multiply(-2 * a, a * a + b * b);
    }
    Flows flows;
    for (const long double one : product) flows.push_back(static_cast<double>(one * 10000));
    const RatesOfReturn found = rates_of_return(flows);
    REQUIRE(found.rates.size() == chosen.size());
    std::sort(chosen.begin(), chosen.end());
    for (std::size_t i = 0; i < chosen.size(); ++i) CHECK(std::abs(found.rates[i].rate - chosen[i]) <= 1e-6);
  }
}

TEST_CASE("dated flows: random amounts on random days") {
  for (std::uint64_t index = 0; index < 100; ++index) {
    CAPTURE(index);
    Draw draw(15, index);
    const Flows amounts = drawn_flows(draw, draw.number(1, 40));
    std::vector<DatedFlow> flows;
    Flows time;
    int day = 0;
    for (const double amount : amounts) {
      flows.push_back({Date::from(2020, 1, 1)->plus_days(day), amount});
      time.push_back(static_cast<double>(day) / 365);
      day += draw.chance(10) ? 0 : draw.number(1, 90);
    }
    check_against_scan(
        dated_rates_of_return(flows), [&](long double s) { return slow_sum(amounts, time, s); }, 1500);
  }
}

TEST_CASE("dated flows a year of 365 days apart are periodic ones") {
  for (std::uint64_t index = 0; index < 300; ++index) {
    CAPTURE(index);
    Draw draw(16, index);
    const Flows amounts = drawn_flows(draw, draw.number(1, 30));
    std::vector<DatedFlow> flows;
    for (const double amount : amounts) {
      flows.push_back({Date::from(2020, 1, 1)->plus_days(365 * static_cast<int>(flows.size())), amount});
    }
    const RatesOfReturn periodic = rates_of_return(amounts), dated = dated_rates_of_return(flows);
    REQUIRE(dated.rates.size() == periodic.rates.size());
    CHECK(dated.status == periodic.status);
    CHECK(dated.fault == periodic.fault);
    for (std::size_t i = 0; i < dated.rates.size(); ++i) {
      CHECK(std::abs(dated.rates[i].rate - periodic.rates[i].rate) <= 1e-12 * (1 + periodic.rates[i].rate));
    }
  }
}

}  // namespace
