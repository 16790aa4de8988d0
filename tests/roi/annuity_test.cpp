#include "core/roi/annuity.hpp"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

#include "tests/support/draw.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using doctest::Approx;
using tests::Draw;

Annuity terms(double rate, double periods, double payment, double present, double future = 0, Due due = Due::end) {
  return {rate, periods, payment, present, future, due};
}

struct Row {
  const char* source;
  Answer answer;
  double expected;
  double printed;  // half a unit of the last printed place
};

TEST_CASE("level payments, from spreadsheets' documentation") {
  const Row rows[] = {
      {"Excel, PMT, example 1", payment_of(terms(0.08 / 12, 10, 0, 10000)), -1037.03, 0.005},
      {"Excel, PMT, example 1 at the begin", payment_of(terms(0.08 / 12, 10, 0, 10000, 0, Due::begin)), -1030.16,
       0.005},
      {"Excel, PMT, example 2", payment_of(terms(0.06 / 12, 18 * 12, 0, 0, 50000)), -129.08, 0.005},
      {"LibreOffice, PMT(1.99%/12;36;25000)", payment_of(terms(0.0199 / 12, 36, 0, 25000)), -715.96, 0.005},
      {"Excel, PV(0.08/12, 12*20, 500)", present_value_of(terms(0.08 / 12, 240, 500, 0)), -59777.15, 0.005},
      {"Excel, FV, example 1", future_value_of(terms(0.06 / 12, 10, -200, -500, 0, Due::begin)), 2581.40, 0.005},
      {"Excel, FV, example 2", future_value_of(terms(0.12 / 12, 12, -1000, 0)), 12682.50, 0.005},
      {"Excel, FV, example 3", future_value_of(terms(0.11 / 12, 35, -2000, 0, 0, Due::begin)), 82846.25, 0.005},
      {"Excel, FV, example 4", future_value_of(terms(0.06 / 12, 12, -100, -1000, 0, Due::begin)), 2301.40, 0.005},
      {"LibreOffice, FV(4%;2;750;2500)", future_value_of(terms(0.04, 2, 750, 2500)), -4234.00, 0.005},
      {"Excel, NPER, with all arguments", periods_of(terms(0.01, 0, -100, -1000, 10000, Due::begin)), 59.6738657, 5e-8},
      {"Excel, NPER, at the end", periods_of(terms(0.01, 0, -100, -1000, 10000)), 60.0821229, 5e-8},
      {"Excel, NPER, without a future value", periods_of(terms(0.01, 0, -100, -1000)), -9.57859404, 5e-9},
      {"LibreOffice, NPER(6%;153.75;2600)", periods_of(terms(0.06, 0, 153.75, 2600)), -12.02, 0.005},
      {"SpreadJS, NPER(0.005,-790,90000,0,1)", periods_of(terms(0.005, 0, -790, 90000, 0, Due::begin)), 167.7227522114,
       5e-11},
      {"Excel, IPMT(0.1/12, 1, 36, 8000)", interest_of(terms(0.1 / 12, 36, 0, 8000), 1), -66.67, 0.005},
      {"Excel, IPMT(0.1, 3, 3, 8000)", interest_of(terms(0.1, 3, 0, 8000), 3), -292.45, 0.005},
      {"LibreOffice, IPMT(5%;5;7;15000)", interest_of(terms(0.05, 7, 0, 15000), 5), -352.97, 0.005},
      {"Spread.NET, IPMT(0.45, 2, 30, 6000)", interest_of(terms(0.45, 30, 0, 6000), 2), -2699.98, 0.005},
      {"Excel, PPMT(0.1/12, 1, 24, 2000)", principal_of(terms(0.1 / 12, 24, 0, 2000), 1), -75.62, 0.005},
      {"Excel, PPMT(0.08, 10, 10, 200000)", principal_of(terms(0.08, 10, 0, 200000), 10), -27598.05, 0.005},
      {"LibreOffice, PPMT(8.75%/12;1;36;5000;8000;1)",
       principal_of(terms(0.0875 / 12, 36, 0, 5000, 8000, Due::begin), 1), -350.99, 0.005},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CHECK(row.answer.has_value());
    CHECK(std::abs(row.answer.value - row.expected) <= row.printed);
  }
}

TEST_CASE("without interest, by hand") {
  CHECK(payment_of(terms(0, 10, 0, 1000)).value == Approx(-100));
  CHECK(present_value_of(terms(0, 10, -100, 0)).value == Approx(1000));
  CHECK(future_value_of(terms(0, 10, -100, 400)).value == Approx(600));
  CHECK(periods_of(terms(0, 0, -100, 1000)).value == Approx(10));
  CHECK(interest_of(terms(0, 10, 0, 1000), 4).value == Approx(0));
  CHECK(principal_of(terms(0, 10, 0, 1000), 4).value == Approx(-100));
  // Close to zero nothing is lost: 1000 (1 + 1e-12)^10 = 10 payments and the interest of their time, 55e-12 of it.
  CHECK(payment_of(terms(1e-12, 10, 0, 1000)).value == Approx(-100 * (1 + 5.5e-12)).epsilon(1e-15));
}

// The balance by the definition, period by period in long double: interest first, then the payment, or the other way
// round where payments fall on the begin.
long double balance_at_end(const Annuity& annuity, double paid) {
  const auto payment = static_cast<long double>(paid);
  auto balance = static_cast<long double>(annuity.present);
  for (int period = 0; period < static_cast<int>(annuity.periods); ++period) {
    if (annuity.due == Due::begin) balance += payment;
    balance += balance * static_cast<long double>(annuity.rate);
    if (annuity.due == Due::end) balance += payment;
  }
  return balance;
}

Annuity drawn(Draw& draw) {
  Annuity annuity;
  annuity.rate = static_cast<double>(draw.whole(-20, 60)) / 1000;
  annuity.periods = draw.number(1, 120);
  annuity.present = static_cast<double>(draw.whole(0, 10000000)) / 100;
  annuity.future = static_cast<double>(draw.whole(-1000000, 1000000)) / 100;
  annuity.due = draw.chance(50) ? Due::end : Due::begin;
  return annuity;
}

TEST_CASE("the equation holds period by period, and each quantity gives the others back") {
  Draw draw(4, 0);
  for (int round = 0; round < 2000; ++round) {
    Annuity annuity = drawn(draw);
    annuity.payment = payment_of(annuity).value;
    // What an error in the payment has grown to at the end, at most.
    const double growth = annuity.rate > 0 ? std::pow(1 + annuity.rate, annuity.periods) : 1;
    const double scale = (annuity.present + std::abs(annuity.future)) * growth;
    CHECK(std::abs(static_cast<double>(balance_at_end(annuity, annuity.payment)) + annuity.future) <= 1e-13 * scale);
    CHECK(present_value_of(annuity).value == Approx(annuity.present).epsilon(1e-11));
    CHECK(std::abs(future_value_of(annuity).value - annuity.future) <= 1e-13 * scale);
    if (const Answer periods = periods_of(annuity); std::abs(annuity.rate) > 0 && annuity.present > 1000) {
      CHECK(periods.value == Approx(annuity.periods).epsilon(1e-7));
    }
  }
}

TEST_CASE("a schedule adds up, and its rows are those of the single functions") {
  Draw draw(5, 0);
  for (int round = 0; round < 300; ++round) {
    const Annuity annuity = drawn(draw);
    const AmortisationSchedule schedule = amortisation_schedule(annuity, InstalmentRounding::none);
    REQUIRE(schedule.instalments.size() == static_cast<std::size_t>(annuity.periods));
    const double payment = payment_of(annuity).value;
    const double scale = annuity.present + std::abs(annuity.future) + std::abs(payment);
    double balance = annuity.present, interest = 0;
    int period = 0;
    for (const Instalment& row : schedule.instalments) {
      ++period;
      CHECK(std::abs(row.interest + row.principal - row.payment) <= 1e-12 * scale);
      CHECK(std::abs(balance + row.principal - row.balance) <= 1e-12 * scale);
      CHECK(std::abs(row.payment - payment) <= 1e-11 * scale);
      CHECK(std::abs(row.interest - interest_of(annuity, period).value) <= 1e-12 * scale);
      CHECK(std::abs(row.principal - principal_of(annuity, period).value) <= 1e-11 * scale);
      balance = row.balance;
      interest += row.interest;
    }
    const double end = annuity.due == Due::begin ? balance * (1 + annuity.rate) : balance;
    CHECK(std::abs(end + annuity.future) <= 1e-12 * scale);
    CHECK(std::abs(interest - schedule.interest) <= 0.0);
  }
}

// 1,000.00 at 1 % over 3 periods in cents, by hand: the payment is 340.02; interest 10.00, 6.70 and 3.37; the last
// payment is what is left, 336.66, with its interest.
TEST_CASE("a schedule in whole cents, by hand") {
  const AmortisationSchedule schedule =
      amortisation_schedule(terms(0.01, 3, 0, 100000), InstalmentRounding::whole_units);
  REQUIRE(schedule.instalments.size() == 3);
  const double rows[3][4] = {{-34002, -1000, -33002, 66998}, {-34002, -670, -33332, 33666}, {-34003, -337, -33666, 0}};
  for (std::size_t i = 0; i < 3; ++i) {
    CAPTURE(i);
    CHECK(schedule.instalments[i].payment == Approx(rows[i][0]).epsilon(1e-15));
    CHECK(schedule.instalments[i].interest == Approx(rows[i][1]).epsilon(1e-15));
    CHECK(schedule.instalments[i].principal == Approx(rows[i][2]).epsilon(1e-15));
    CHECK(std::abs(schedule.instalments[i].balance - rows[i][3]) <= 0.0);
  }
  CHECK(schedule.interest == Approx(-2007).epsilon(1e-15));
}

// Looking back over so much growth would leave no digit of the last balances.
TEST_CASE("the last balances of a long dear loan keep their digits") {
  const AmortisationSchedule schedule = amortisation_schedule(terms(0.1, 600, 0, 1000), InstalmentRounding::none);
  REQUIRE(schedule.instalments.size() == 600);
  // Before the last payment of 100 (and a little) the balance is that over 1.1.
  CHECK(schedule.instalments[598].balance == Approx(100 / 1.1).epsilon(1e-13));
  CHECK(std::abs(schedule.instalments[599].balance) <= 0.0);
}

TEST_CASE("terms without an answer say why") {
  const double infinity = std::numeric_limits<double>::infinity();
  const double no_number = std::numeric_limits<double>::quiet_NaN();
  CHECK(payment_of(terms(-1, 10, 0, 1000)).fault == Fault::rate_out_of_range);
  CHECK(payment_of(terms(no_number, 10, 0, 1000)).fault == Fault::rate_out_of_range);
  CHECK(payment_of(terms(0.1, 0, 0, 1000)).fault == Fault::bad_term);
  CHECK(payment_of(terms(0.1, 601, 0, 1000)).fault == Fault::bad_term);
  CHECK(payment_of(terms(0.1, no_number, 0, 1000)).fault == Fault::bad_term);
  CHECK(payment_of(terms(0.1, 10, 0, infinity)).fault == Fault::amount_out_of_range);
  CHECK(present_value_of(terms(0.1, 10, infinity, 0)).fault == Fault::amount_out_of_range);
  CHECK(present_value_of(terms(-0.9989, 600, 1, 0)).fault == Fault::result_out_of_range);
  CHECK(future_value_of(terms(10, 600, 1, 0)).fault == Fault::result_out_of_range);
  // 10 % of 1,000 is 100: a payment of 100 never ends, one of 50 makes the debt grow.
  CHECK(periods_of(terms(0.1, 0, -100, 1000)).fault == Fault::no_solution);
  CHECK(periods_of(terms(0.1, 0, -50, 1000)).fault == Fault::no_solution);
  CHECK(periods_of(terms(0, 0, 0, 1000)).fault == Fault::no_solution);
  CHECK(interest_of(terms(0.1, 10, 0, 1000), 0).fault == Fault::bad_term);
  CHECK(interest_of(terms(0.1, 10, 0, 1000), 11).fault == Fault::bad_term);
  CHECK(principal_of(terms(0.1, 10.5, 0, 1000), 1).fault == Fault::bad_term);
  CHECK(amortisation_schedule(terms(0.1, 10.5, 0, 1000), InstalmentRounding::none).fault == Fault::bad_term);
  CHECK(amortisation_schedule(terms(0.1, 0, 0, 1000), InstalmentRounding::none).instalments.empty());
}

}  // namespace
