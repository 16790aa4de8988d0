#include "core/roi/rate_of_return.hpp"

#include <cmath>
#include <functional>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

#include "tests/roi/slow_rates.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using Flows = std::vector<double>;

struct Row {
  const char* source;
  Flows flows;
  Flows expected;  // every rate in range, from the lowest up
  double printed;  // half a unit of the last printed place
};

void check(const Row& row) {
  CAPTURE(row.source);
  const RatesOfReturn found = rates_of_return(row.flows);
  REQUIRE(found.rates.size() == row.expected.size());
  CHECK(found.fault == Fault::none);
  CHECK(found.status == (row.expected.size() == 1 ? RateStatus::one : RateStatus::many));
  for (std::size_t i = 0; i < row.expected.size(); ++i) {
    CHECK(std::abs(found.rates[i].rate - row.expected[i]) <= row.printed);
    CHECK_FALSE(found.rates[i].is_multiple);
  }
}

TEST_CASE("rates of return, from spreadsheets' and numpy's documentation") {
  const Row rows[] = {
      {"Excel, IRR, after four years", {-70000, 12000, 15000, 18000, 21000}, {-0.021}, 0.0005},
      {"Excel, IRR, after five years", {-70000, 12000, 15000, 18000, 21000, 26000}, {0.087}, 0.0005},
      {"Excel, IRR, after two years", {-70000, 12000, 15000}, {-0.444}, 0.0005},
      {"numpy-financial, irr, 1", {-100, 39, 59, 55, 20}, {0.28095}, 0.000005},
      {"numpy-financial, irr, 2", {-100, 0, 0, 74}, {-0.0955}, 0.00005},
      // The documentation states the one nearer to zero; the others are from mpmath 1.3's polyroots, as is every digit
      // that it does not print.
      {"numpy-financial, irr, 3", {-100, 100, 0, -7}, {-0.67889437, -0.0833}, 0.00005},
      {"numpy-financial, irr, 4", {-100, 100, 0, 7}, {0.06206}, 0.000005},
      {"numpy-financial, irr, 5", {-5, 10.5, 1, -8, 1}, {-0.87020125, 0.0886, 0.70955953}, 0.00005},
  };
  for (const Row& row : rows) check(row);
}

// What other programs got wrong. The rates are those that the issue gives as right, with the digits that it does not
// give from mpmath 1.3's polyroots at 30 digits.
TEST_CASE("rates of return that have been told wrongly") {
  Flows sixteen(17, 327.24625);
  sixteen[0] = -10000;
  Flows mortgage(481, 787.735232517999);
  mortgage[0] = -172545.848122807;
  const Row rows[] = {
      {"numpy-financial issue 28: told -0.7689, a spreadsheet tells 1.8544",
       {-50, -100, 600, 300, -100},
       {-0.76889547068078064, 1.8544178284561779},
       1e-12},
      {"numpy-financial issue 98: told a rate below -100 %", sixteen, {-0.067654113449686649}, 1e-12},
      {"numpy-financial issue 44, the case that worked; a second root is below -99.9 %",
       {-1678.87, 771.96, 1814.05, 3520.30, 3552.95, 3584.99, -1},
       {0.96887754702092613},
       1e-12},
      {"numpy-financial issue 44: told -0.99979",
       {-1678.87, 771.96, 1814.05, 3520.30, 3552.95, 3584.99, 4789.91, -1},
       {1.0042698487205579},
       1e-12},
      {"numpy-financial issue 46, the case that worked",
       {-161445.03, 2113.73, 7626.73, 8619.84, 8612.92},
       {-0.43658134635468821},
       1e-12},
      {"numpy-financial issue 46: told 75.33, which is beyond 1000 %",
       {2113.73, -161445.03, 7626.73, 8619.84, 8612.92},
       {-0.55733095824220306},
       1e-12},
      {"numpy pull request 4210: told nan where all rates are below zero",
       {-100, 100, 0, -7},
       {-0.67889437363238652, -0.083299666184932686},
       1e-12},
      {"numpy issue 13953: signs turned round give the same",
       {900, 500, -400, -400, -400, -400, -400, -400, -400, -400, -400},
       {0.20541421256305819},
       1e-12},
      {"pyxirr issue 24: told -23.85 for 480 instalments", mortgage, {0.0038401048125704159}, 1e-12},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("rates of return by hand") {
  const Row rows[] = {
      // -100 (1 + r)^2 + 230 (1 + r) - 132 = -100 (r - 0.1) (r - 0.2)
      {"two rates", {-100, 230, -132}, {0.1, 0.2}, 1e-12},
      {"money later is the same", {0, 0, -100, 230, -132, 0}, {0.1, 0.2}, 1e-12},
      {"money received first", {100, -110}, {0.1}, 1e-12},
      {"r = 0 exactly", {-100, 50, 50}, {0}, 0},
      {"r = 0 exactly, of amounts that are no binary fractions", {-0.3, 0.1, 0.2}, {0}, 0},
      // (1 + r - 1) (1 + r - 1.1) (1 + r - 2)
      {"zero among others, one at a rate that halves", {1, -4.1, 5.3, -2.2}, {0, 0.1, 1}, 1e-12},
      // Flows too small to be seen beside the others; there is another zero at 10^11.
      {"zero beside flows that rounding swallows", {-100, 100, 1e-20, -1e-20}, {0}, 0},
      {"zero, and no more beside it", {-100, 100, 1e-20}, {0}, 0},
      {"the greatest rate", {-1, 11}, {10}, 0},
      {"close to the least", {-1000, 1.0001}, {-0.9989999}, 1e-15},
      {"a rate close to zero", {-1e9, 0, 1e9 + 1}, {4.999999998750e-10}, 1e-15},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("multiple rates are told once, and as such") {
  struct MultipleRow {
    const char* source;
    Flows flows;
    double rate, error;
  };
  // Powers of (1 + r) - 1.1, of (1 + r) - 2 and of r. Rounding their coefficients has moved the zeros apart.
  const MultipleRow rows[] = {
      {"double", {-1, 2.2, -1.21}, 0.1, 1e-12},
      {"triple", {-1, 3.3, -3.63, 1.331}, 0.1, 1e-12},
      {"fourfold", {1, -4.4, 7.26, -5.324, 1.4641}, 0.1, 1e-12},
      {"double where an interval is halved", {-1, 4, -4}, 1, 1e-12},
      {"triple where an interval is halved", {-1, 6, -12, 8}, 1, 1e-12},
      {"double at zero", {-1, 2, -1}, 0, 0},
      {"triple at zero", {-1, 3, -3, 1}, 0, 0},
      {"double below zero", {-4, 4, -1}, -0.5, 1e-12},
  };
  for (const MultipleRow& row : rows) {
    CAPTURE(row.source);
    const RatesOfReturn found = rates_of_return(row.flows);
    CHECK(found.status == RateStatus::one);
    REQUIRE(found.rates.size() == 1);
    CHECK(std::abs(found.rates[0].rate - row.rate) <= row.error);
    CHECK(found.rates[0].is_multiple);
  }
  // Two that differ by 10^-6 are two.
  const double a = 1.1, b = 1.100001;
  const RatesOfReturn apart = rates_of_return(Flows{-1, a + b, -a * b});
  REQUIRE(apart.rates.size() == 2);
  CHECK(std::abs(apart.rates[0].rate - 0.1) <= 1e-9);
  CHECK(std::abs(apart.rates[1].rate - 0.100001) <= 1e-9);
}

TEST_CASE("flows without a rate say why") {
  const double infinity = std::numeric_limits<double>::infinity();
  struct FaultRow {
    Flows flows;
    Fault fault;
  };
  const FaultRow rows[] = {
      {{}, Fault::no_flows},
      {{0, 0, 0}, Fault::all_zero},
      {{-5}, Fault::no_sign_change},
      {{-1, -2, 0}, Fault::no_sign_change},
      {{-1, infinity}, Fault::amount_out_of_range},
      {{-1, -infinity}, Fault::amount_out_of_range},
      {{-1, std::numeric_limits<double>::quiet_NaN()}, Fault::amount_out_of_range},
      {Flows(602, 1), Fault::too_long},
      {{-1, 1, -1}, Fault::none_in_range},    // its zeros are complex
      {{-1000, 1}, Fault::none_in_range},     // -99.9 % is not above it
      {{-1, 11.0001}, Fault::none_in_range},  // just above 1000 %
      {{-1000, 0.5}, Fault::none_in_range},   // -99.95 %
      // numpy-financial issue 15: a linear algebra error, for flows down to 10^-313; the rate is -0.99999999991.
      {{-3000, 2.3926932267015667e-07, 4.1672087103345505e-16, 1.3133070599585015e-313}, Fault::none_in_range},
  };
  for (const FaultRow& row : rows) {
    const RatesOfReturn found = rates_of_return(row.flows);
    CHECK(found.status == RateStatus::none);
    CHECK(found.rates.empty());
    CHECK(found.fault == row.fault);
  }
}

TEST_CASE("a finder keeps nothing of the flows before") {
  RateFinder finder;
  CHECK(finder.find(Flows(61, 1)).fault == Fault::no_sign_change);
  for (const Flows& flows :
       {Flows{-100, 230, -132}, Flows{-1, 2.2, -1.21}, Flows{}, Flows{-50, -100, 600, 300, -100}}) {
    const RatesOfReturn alone = rates_of_return(flows);
    const RatesOfReturn& in_turn = finder.find(flows);
    REQUIRE(in_turn.rates.size() == alone.rates.size());
    for (std::size_t i = 0; i < alone.rates.size(); ++i) {
      CHECK(std::equal_to<>()(in_turn.rates[i].rate, alone.rates[i].rate));
      CHECK(in_turn.rates[i].is_multiple == alone.rates[i].is_multiple);
    }
    CHECK(in_turn.status == alone.status);
    CHECK(in_turn.fault == alone.fault);
  }
}

// Excel, MIRR; LibreOffice has the same. numpy-financial, mirr: its documentation's examples.
TEST_CASE("modified rates of return, from documentation") {
  struct ModifiedRow {
    const char* source;
    Flows flows;
    double finance, reinvestment, expected, printed;
  };
  const Flows excel = {-120000, 39000, 30000, 21000, 37000, 46000};
  const ModifiedRow rows[] = {
      {"Excel, MIRR, after five years", excel, 0.1, 0.12, 0.1261, 0.00005},
      {"Excel, MIRR, after three years", {-120000, 39000, 30000, 21000}, 0.1, 0.12, -0.0480, 0.00005},
      {"Excel, MIRR, reinvested at 14 %", excel, 0.1, 0.14, 0.1348, 0.00005},
      {"numpy-financial, mirr, 1",
       {-4500, -800, 800, 800, 600, 600, 800, 800, 700, 3000},
       0.08,
       0.055,
       0.0666,
       0.00005},
      {"numpy-financial, mirr, 2", {100, 200, -50, 300, -200}, 0.05, 0.06, 0.3428, 0.00005},
  };
  for (const ModifiedRow& row : rows) {
    CAPTURE(row.source);
    const Answer answer = modified_rate_of_return(row.flows, row.finance, row.reinvestment);
    CHECK(answer.has_value());
    CHECK(std::abs(answer.value - row.expected) <= row.printed);
  }
}

TEST_CASE("flows without a modified rate say why") {
  CHECK(modified_rate_of_return(Flows{}, 0.1, 0.1).fault == Fault::no_flows);
  CHECK(modified_rate_of_return(Flows{-1}, 0.1, 0.1).fault == Fault::no_sign_change);
  CHECK(modified_rate_of_return(Flows{-1, -2}, 0.1, 0.1).fault == Fault::no_sign_change);
  CHECK(modified_rate_of_return(Flows{1, 2}, 0.1, 0.1).fault == Fault::no_sign_change);
  CHECK(modified_rate_of_return(Flows{0, 0}, 0.1, 0.1).fault == Fault::no_sign_change);
  CHECK(modified_rate_of_return(Flows{-1, 2}, -1, 0.1).fault == Fault::rate_out_of_range);
  CHECK(modified_rate_of_return(Flows{-1, 2}, 0.1, 11).fault == Fault::rate_out_of_range);
  // Over 600 periods at 1000 %, where the sum received would leave the range of a double: 11 (10/9)^... by logarithms.
  Flows growing(601, 1.0);
  growing[0] = -1;
  CHECK(modified_rate_of_return(growing, 0.1, 10).has_value());
}

// Excel, RATE; LibreOffice, RATE(3;-10;900), which its help gives as -75.63 %.
TEST_CASE("the rate of an annuity") {
  RatesOfReturn found = rates_of({0, 48, -200, 8000, 0, Due::end});
  REQUIRE(found.rates.size() == 1);
  CHECK(std::abs(found.rates[0].rate - 0.0077014724882020438) <= 1e-12);  // printed as 1 %, 9.24 % a year
  CHECK(std::abs(found.rates[0].rate * 12 - 0.0924) <= 0.00005);
  found = rates_of({0, 3, -10, 900, 0, Due::end});
  REQUIRE(found.rates.size() == 1);
  CHECK(std::abs(found.rates[0].rate + 0.7563) <= 0.00005);
  CHECK(rates_of({0, 3.5, -10, 900, 0, Due::end}).fault == Fault::bad_term);
  CHECK(rates_of({0, 601, -10, 900, 0, Due::end}).fault == Fault::bad_term);
  CHECK(rates_of({0, 0, -10, 900, 0, Due::end}).fault == Fault::bad_term);
  CHECK(rates_of({0, 3, 10, 900, 0, Due::end}).fault == Fault::no_sign_change);
}

TEST_CASE("the rate of an annuity gives its payment back") {
  for (const Due due : {Due::end, Due::begin}) {
    for (const double rate : {-0.02, 0.0, 0.004, 0.1, 2.0}) {
      for (const int periods : {2, 12, 360, 600}) {
        Annuity terms = {rate, static_cast<double>(periods), 0, 10000, -500, due};
        terms.payment = payment_of(terms).value;
        CAPTURE(rate);
        CAPTURE(periods);
        const RatesOfReturn found = rates_of(terms);
        bool is_found = false;
        for (const RateOfReturn& one : found.rates) is_found = is_found || std::abs(one.rate - rate) <= 1e-10;
        CHECK(is_found);
      }
    }
  }
}

}  // namespace
