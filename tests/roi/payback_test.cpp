#include "core/roi/payback.hpp"

#include <limits>
#include <vector>

#include <doctest/doctest.h>

namespace {

using namespace dealwright::roi;
using doctest::Approx;
using Flows = std::vector<double>;

struct Row {
  Flows flows;
  PaybackStatus status;
  double periods;
  int whole;
  bool falls_again;
};

TEST_CASE("simple payback, by hand") {
  const Row rows[] = {
      // Brealey, Myers and Allen, "Principles of Corporate Finance", table 5.1: projects A, B and C pay back in 3, 2
      // and
      // 2 years.
      {{-2000, 500, 500, 5000}, PaybackStatus::reached, 2.2, 3, false},
      {{-2000, 500, 1800, 0}, PaybackStatus::reached, 1 + 1500.0 / 1800, 2, false},
      {{-2000, 1800, 500, 0}, PaybackStatus::reached, 1 + 200.0 / 500, 2, false},
      // Exactly at the end of a period; no later flow changes it.
      {{-100, 50, 50, 50}, PaybackStatus::reached, 2, 2, false},
      // 0.1 + 0.2 is more than 0.3 in binary, -0.3 + 0.1 + 0.1 + 0.1 is less than 0: both are zero here.
      {{-0.3, 0.1, 0.2}, PaybackStatus::reached, 2, 2, false},
      {{-0.3, 0.1, 0.1, 0.1}, PaybackStatus::reached, 3, 3, false},
      // A later replacement takes the balance below zero again.
      {{-100, 120, -50, 100}, PaybackStatus::reached, 1 - 20.0 / 120, 1, true},
      // Flows with nothing at time 0, and money first received, then paid.
      {{0, -100, 40, 60}, PaybackStatus::reached, 3, 3, false},
      {{100, -200, 150}, PaybackStatus::reached, 1 + 100.0 / 150, 2, false},
      {{-100, 50, 49.99}, PaybackStatus::never, 0, 0, false},
      {{-100}, PaybackStatus::never, 0, 0, false},
      {{100, 50}, PaybackStatus::at_once, 0, 0, false},
      {{0, 0}, PaybackStatus::at_once, 0, 0, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.flows[0]);
    CAPTURE(row.periods);
    const Payback payback = simple_payback(row.flows);
    CHECK(payback.fault == Fault::none);
    CHECK(payback.status == row.status);
    CHECK(payback.periods == Approx(row.periods).epsilon(1e-14));
    CHECK(payback.first_whole_period == row.whole);
    CHECK(payback.falls_again == row.falls_again);
  }
}

TEST_CASE("discounted payback, by hand") {
  // 110/1.1 = 100 and 121/1.21 = 100: -150 is back in the middle of the second period.
  Payback payback = discounted_payback(Flows{-150, 110, 121}, 0.1);
  CHECK(payback.status == PaybackStatus::reached);
  CHECK(payback.periods == Approx(1.5).epsilon(1e-14));
  CHECK(payback.first_whole_period == 2);
  // Exactly at the end of the second period, whatever the quotients round to.
  payback = discounted_payback(Flows{-200, 110, 121, 50}, 0.1);
  CHECK(payback.periods == Approx(2).epsilon(1e-14));
  CHECK(payback.first_whole_period == 2);
  // Back without interest, not with it.
  CHECK(simple_payback(Flows{-200, 110, 110}).status == PaybackStatus::reached);
  CHECK(discounted_payback(Flows{-200, 110, 110}, 0.1).status == PaybackStatus::never);
  // Brealey, Myers and Allen, table 5.2, at 10 %: the discounted payback of A, B and C is 3, "-" and 2 years.
  CHECK(discounted_payback(Flows{-2000, 500, 500, 5000}, 0.1).first_whole_period == 3);
  CHECK(discounted_payback(Flows{-2000, 500, 1800, 0}, 0.1).status == PaybackStatus::never);
  CHECK(discounted_payback(Flows{-2000, 1800, 500, 0}, 0.1).first_whole_period == 2);
}

TEST_CASE("what has no payback says why") {
  CHECK(simple_payback(Flows{}).fault == Fault::no_flows);
  CHECK(simple_payback(Flows{}).status == PaybackStatus::unknown);
  CHECK(simple_payback(Flows{-1, std::numeric_limits<double>::quiet_NaN()}).fault == Fault::amount_out_of_range);
  CHECK(discounted_payback(Flows{-1, 2}, -1).fault == Fault::rate_out_of_range);
  CHECK(discounted_payback(Flows(602, 1.0), 0.1).fault == Fault::too_long);
}

}  // namespace
