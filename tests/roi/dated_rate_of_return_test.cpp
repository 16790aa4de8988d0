#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

#include "core/roi/rate_of_return.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using Dated = std::vector<DatedFlow>;

Date day(const char* text) {
  return *Date::parse(text);
}

void check(const Dated& flows, std::vector<double> expected, double printed) {
  const RatesOfReturn found = dated_rates_of_return(flows);
  REQUIRE(found.rates.size() == expected.size());
  CHECK(found.status == (expected.size() == 1 ? RateStatus::one : RateStatus::many));
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(std::abs(found.rates[i].rate - expected[i]) <= printed);
}

TEST_CASE("dated rates of return, from documentation") {
  // Excel, XIRR: 0.373362535, and 0.37336253351883 from mpmath 1.3.
  check({{day("2008-01-01"), -10000},
         {day("2008-03-01"), 2750},
         {day("2008-10-30"), 4250},
         {day("2009-02-15"), 3250},
         {day("2009-04-01"), 2750}},
        {0.37336253351883151}, 1e-12);
  // LibreOffice, XIRR: 0.1828.
  check({{day("2001-01-01"), -10000},
         {day("2001-02-01"), 2000},
         {day("2001-03-15"), 2500},
         {day("2001-05-12"), 5000},
         {day("2001-08-10"), 1000}},
        {0.1828}, 0.00005);
  // The documentation of the Rust crate xirr, its payments in the order of their days.
  check(
      {{day("2015-06-11"), -1000}, {day("2015-07-21"), -9000}, {day("2015-10-17"), -3000}, {day("2018-06-10"), 20000}},
      {0.1635371584432641}, 1e-12);
}

TEST_CASE("dated rates of return by hand") {
  // 365 days apart: the periodic cases.
  check({{day("2021-01-01"), -100}, {day("2022-01-01"), 230}, {day("2023-01-01"), -132}}, {0.1, 0.2}, 1e-12);
  // 73 days are a fifth of a year: 1.02^5 = 1.1040808032.
  check({{day("2022-01-01"), -100}, {day("2022-03-15"), 102}}, {0.1040808032}, 1e-12);
  // Money back as it was.
  check({{day("2022-01-01"), -100}, {day("2022-03-15"), 60}, {day("2022-09-01"), 40}}, {0}, 0);
  // Flows of one day are one flow.
  check({{day("2022-01-01"), -150}, {day("2022-01-01"), 50}, {day("2023-01-01"), 110}}, {0.1}, 1e-12);
  check({{day("2022-01-01"), -1}, {day("2023-01-01"), 11}}, {10}, 1e-12);
}

TEST_CASE("multiple dated rates are told once, and as such") {
  const Dated twofold = {{day("2021-01-01"), -1}, {day("2022-01-01"), 2.2}, {day("2023-01-01"), -1.21}};
  RatesOfReturn found = dated_rates_of_return(twofold);
  REQUIRE(found.rates.size() == 1);
  CHECK(found.rates[0].is_multiple);
  CHECK(std::abs(found.rates[0].rate - 0.1) <= 1e-7);
  // A triple one is told less precisely.
  const Dated threefold = {
      {day("2021-01-01"), -1}, {day("2022-01-01"), 3.3}, {day("2023-01-01"), -3.63}, {day("2024-01-01"), 1.331}};
  found = dated_rates_of_return(threefold);
  REQUIRE(found.rates.size() == 1);
  CHECK(std::abs(found.rates[0].rate - 0.1) <= 1e-4);
}

TEST_CASE("dated flows without a rate say why") {
  const Date start = day("2022-01-01");
  struct FaultRow {
    Dated flows;
    Fault fault;
  };
  const FaultRow rows[] = {
      {{}, Fault::no_flows},
      {{{start, 0}, {start.plus_days(1), 0}}, Fault::all_zero},
      {{{start, -100}, {start, 100}}, Fault::all_zero},
      {{{start, -1}}, Fault::no_sign_change},
      {{{start, -100}, {start, 50}}, Fault::no_sign_change},
      {{{start, -1}, {start.plus_days(-1), 2}}, Fault::days_out_of_order},
      {{{start, -1}, {Date(), 2}}, Fault::day_not_stated},
      {{{start, -1}, {start.plus_days(1), std::numeric_limits<double>::quiet_NaN()}}, Fault::amount_out_of_range},
      {{{start, -1}, {start.plus_days(20000), 2}}, Fault::too_long},
      // 1 % a day is 3678 % a year, beyond 1000 %.
      {{{start, -100}, {start.plus_days(1), 101}}, Fault::none_in_range},
      {{{start, -1}, {start.plus_days(365), 1}, {start.plus_days(730), -1}}, Fault::none_in_range},
  };
  for (const FaultRow& row : rows) {
    const RatesOfReturn found = dated_rates_of_return(row.flows);
    CHECK(found.status == RateStatus::none);
    CHECK(found.rates.empty());
    CHECK(found.fault == row.fault);
  }
}

}  // namespace
