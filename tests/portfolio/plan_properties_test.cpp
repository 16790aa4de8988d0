// What holds of every plan, and what another way of computing it says.

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "core/base/wide.hpp"
#include "core/portfolio/plan.hpp"
#include "tests/portfolio/fixtures.hpp"
#include "tests/portfolio/slow_plan.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::portfolio;

std::int64_t part(std::int64_t amount, std::int64_t micro) {
  return static_cast<std::int64_t>(divide_rounded(Int128{amount} * micro, 1'000'000, Rounding::half_up));
}

void check_reconciled(const Movements& mrr) {
  CHECK(mrr.opening.minor + mrr.added.minor + mrr.expansion.minor - mrr.contraction.minor - mrr.churned.minor ==
        mrr.closing.minor);
  for (const Money one : {mrr.opening, mrr.added, mrr.uplift, mrr.upgrade, mrr.contraction, mrr.churned, mrr.closing})
    CHECK(one.minor >= 0);
  CHECK(mrr.expansion.minor >= mrr.uplift.minor + mrr.upgrade.minor);
}

void check_reconciled(const Customers& of, std::int64_t mrr) {
  CHECK(of.opening.micro() + of.added.micro() - of.churned.micro() == of.closing.micro());
  CHECK(of.closing.micro() >= 0);
  CHECK(of.dedicated.micro() >= 0);
  CHECK(of.dedicated <= of.closing);
  CHECK(of.live.micro() >= 0);
  CHECK(of.live <= of.closing);
  if (of.closing.is_zero()) CHECK(mrr == 0);
}

void check_properties(const model::Portfolio& plan, const PlanResult& result) {
  std::int64_t cash = 0, delivery = 0, billed = 0, closing = 0;
  for (std::size_t m = 0; m < result.months.size(); ++m) {
    const Span& span = result.months[m];
    check_reconciled(span.mrr);
    check_reconciled(span.customers, span.mrr.closing.minor);
    if (m > 0) CHECK(span.mrr.opening == result.months[m - 1].mrr.closing);
    Movements sum;
    for (const RowResult& row : result.rows) {
      check_reconciled(row.months[m].mrr);
      check_reconciled(row.months[m].customers, row.months[m].mrr.closing.minor);
      sum.closing.minor += row.months[m].mrr.closing.minor;
      sum.expansion.minor += row.months[m].mrr.expansion.minor;
      sum.churned.minor += row.months[m].mrr.churned.minor;
    }
    CHECK(sum.closing.minor == span.mrr.closing.minor);
    CHECK(sum.expansion.minor == span.mrr.expansion.minor);
    CHECK(sum.churned.minor == span.mrr.churned.minor);
    // What is retained and what is lost are the whole.
    CHECK(span.gross_retention.denominator == span.mrr.opening.minor);
    const Movements& mrr = span.mrr;
    CHECK(span.net_retention.numerator == (mrr.opening.minor == 0 ? 0
                                                                  : mrr.opening.minor - mrr.churned.minor -
                                                                        mrr.contraction.minor + mrr.expansion.minor));
    CHECK(span.gross_retention.numerator >= 0);
    CHECK(span.gross_retention.numerator <= span.gross_retention.denominator);
    CHECK(span.gross_retention.numerator <= span.net_retention.numerator);
    CHECK(span.profit.minor == span.recurring.minor + span.fees.minor - span.running_cost.minor -
                                   span.acquisition_cost.minor - span.team_cost.minor - span.fixed_cost.minor);
    cash += span.received.minor - span.paid.minor;
    CHECK(span.cash.minor == cash);
    billed += span.received.minor;
    for (const TeamResult* const team : {&result.delivery, &result.support}) {
      const TeamMonth& of = team->months[m];
      CHECK(of.over == (of.needed > of.capacity));
      CHECK(of.over == (std::count(team->over.begin(), team->over.end(), static_cast<int>(m) + 1) == 1));
    }
    CHECK(result.delivery.months[m].needed == span.delivery_hours);
    delivery += span.delivery_hours.micro();
  }
  // Hours add up to those of the customers who came and moved.
  std::int64_t hours = 0;
  for (std::size_t r = 0; r < plan.rows.size(); ++r) {
    for (const RowMonth& month : result.rows[r].months) {
      hours += part(month.customers.added.micro(), plan.rows[r].delivery_hours.micro());
      if (plan.rows[r].upgrade) hours += part(month.customers.upgraded.micro(), plan.rows[r].upgrade->hours.micro());
    }
  }
  CHECK(delivery + result.delivery_after.micro() == hours);
  const bool is_monthly = std::all_of(plan.rows.begin(), plan.rows.end(),
                                      [](const model::PlanRow& row) { return row.billing_months == 1; });
  if (is_monthly) CHECK(billed + result.outstanding.minor == result.total.recurring.minor + result.total.fees.minor);
  int months = 0;
  std::int64_t profit = 0, churned = 0;
  for (const Span& one : result.years) {
    check_reconciled(one.mrr);
    if (months > 0) CHECK(one.mrr.opening.minor == closing);
    closing = one.mrr.closing.minor;
    months += one.months;
    profit += one.profit.minor;
    churned += one.mrr.churned.minor;
    CHECK(one.gross_retention.numerator >= 0);
    CHECK(one.gross_retention.numerator <= one.gross_retention.denominator);
    CHECK(one.net_retention.numerator >= 0);
  }
  check_reconciled(result.total.mrr);
  CHECK(months == plan.months);
  CHECK(profit == result.total.profit.minor);
  CHECK(churned == result.total.mrr.churned.minor);
}

TEST_CASE("whatever the plan, its movements reconcile") {
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    CAPTURE(seed);
    const model::Portfolio plan = tests::drawn_plan(seed, 40, 1 + static_cast<int>(seed % 4));
    Diagnostics told;
    const Result<PlanResult> result = plan_of(plan, told);
    REQUIRE(result.has_value());
    check_properties(plan, *result);
  }
}

// Each amount of ours was rounded once for every cohort and month before it, by half a unit at most, and may have grown
// since; the other has not been rounded at all.
TEST_CASE("against a plan that follows every customer by itself") {
  for (std::uint64_t seed = 0; seed < 600; ++seed) {
    CAPTURE(seed);
    model::Portfolio plan = tests::drawn_plan(seed, 30, 2);
    for (model::PlanPhase& phase : plan.phases) phase.gate.clear();
    Diagnostics told;
    const Result<PlanResult> found = plan_of(plan, told);
    REQUIRE(found.has_value());
    const PlanResult& result = *found;
    const std::vector<tests::SlowMonth> slow = tests::slow_plan(plan);
    for (std::size_t m = 0; m < slow.size(); ++m) {
      CAPTURE(m);
      const auto near = [&](std::int64_t is, long double should) {
        const long double off = std::fabs(static_cast<long double>(is) - should);
        return off <= 60.0L * static_cast<long double>(m + 2) + 1e-5L * should;
      };
      const Span& span = result.months[m];
      CHECK(near(span.customers.closing.micro(), slow[m].customers * 1e6L));
      CHECK(near(span.customers.dedicated.micro(), slow[m].dedicated * 1e6L));
      CHECK(near(span.customers.live.micro(), slow[m].live * 1e6L));
      CHECK(near(span.mrr.added.minor, slow[m].added));
      CHECK(near(span.mrr.expansion.minor, slow[m].expansion));
      CHECK(near(span.mrr.uplift.minor, slow[m].uplift));
      CHECK(near(span.mrr.contraction.minor, slow[m].contraction));
      CHECK(near(span.mrr.churned.minor, slow[m].churned));
      CHECK(near(span.mrr.closing.minor, slow[m].mrr));
      CHECK(near(span.fees.minor, slow[m].fees));
      CHECK(near(span.running_cost.minor, slow[m].running_cost));
      CHECK(near(span.received.minor, slow[m].received));
      CHECK(near(span.delivery_hours.micro() / 1000, slow[m].delivery_hours * 1e3L));
      CHECK(near(span.support_hours.micro() / 1000, slow[m].support_hours * 1e3L));
    }
  }
}

}  // namespace
