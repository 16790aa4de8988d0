#include "core/guardrails/metric_probability.hpp"

#include <cmath>

#include "tests/guardrails/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::guardrails;
using namespace dealwright::guardrails_test;

// A year for 28,800, not discounted, against 2,000 to 2,800 a month with its peak in the middle: as likely above as
// below.
struct Unsure : Whole {
  model::Playbook playbook;

  Unsure() {
    customer.currency = deal.currency;
    background.playbook = &playbook;
    deal.commitment.reset();
    model::BusinessCase& stated = deal.business_case.emplace();
    stated.horizon_months = 12;
    stated.discount_rate = {};
    stated.one_off_benefits = {{"Less work", decimal("2400"), decimal("2000"), decimal("2800"), 1, 12}};
  }
};

std::int64_t positive(Guarded& guarded, roi::CaseTrials* trials) {
  return guarded.with_facts([&](Facts facts) {
    facts.trials = trials;
    const Value value = customer_npv_probability(facts, deal_subject(), model::RuleBase::none);
    CHECK(value.denominator == 10'000);
    return static_cast<std::int64_t>(value.numerator);
  });
}

// Five standard deviations of a share of 10,000 trials are 0.025.
TEST_CASE("a case that is as likely good as bad has a chance of one half") {
  Unsure unsure;
  CHECK(std::abs(positive(unsure, nullptr) - 5000) < 250);
}

TEST_CASE("the metric is the share that the trials in full have, at any price") {
  Unsure unsure;
  roi::CaseTrials trials;
  for (const char* discount : {"0", "0.05", "0.1", "0.25", "1"}) {
    CAPTURE(discount);
    unsure.deal.discount = decimal(discount);
    const std::int64_t share = positive(unsure, &trials);
    CHECK(share == positive(unsure, nullptr));
    const auto in_full = unsure.with_facts([](const Facts& facts) { return simulated_return_of(facts); });
    REQUIRE(in_full);
    CHECK(in_full->positive == Ratio{share, 10'000});
  }
  // Fees are for sure, so that the case was tried once.
  CHECK(trials.runs() == 1);
  unsure.deal.business_case->one_off_benefits[0].high = decimal("2900");
  CHECK(positive(unsure, &trials) == positive(unsure, nullptr));
  CHECK(trials.runs() == 2);
}

TEST_CASE("more cases than are kept are tried again and stay right") {
  Unsure unsure;
  roi::CaseTrials trials;
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 40; ++i) {
      unsure.deal.business_case->one_off_benefits[0].amount = Decimal::whole(2380 + i);
      CHECK(positive(unsure, &trials) == positive(unsure, nullptr));
    }
  }
  CHECK(trials.runs() == 80);
}

TEST_CASE("what is sure has all chances or none, and what has no case has no value") {
  Unsure unsure;
  model::CaseAmount& benefit = unsure.deal.business_case->one_off_benefits[0];
  benefit = {"Less work", decimal("2500"), {}, {}, 1, 12};
  CHECK(positive(unsure, nullptr) == 10'000);
  benefit.amount = decimal("2300");
  CHECK(positive(unsure, nullptr) == 0);
  Whole without;
  CHECK(without.with_facts([](const Facts& facts) {
    return customer_npv_probability(facts, deal_subject(), model::RuleBase::none).is_missing() &&
           !simulated_return_of(facts);
  }));
  unsure.deal.business_case->drivers.emplace_back().driver = "absent";
  CHECK(unsure.with_facts([](const Facts& facts) {
    return customer_npv_probability(facts, deal_subject(), model::RuleBase::none).is_missing();
  }));
}

TEST_CASE("a rule on the chance has ways out, for which the case is tried once") {
  Unsure unsure;
  unsure.at_least("customer_npv_probability", "0.9");
  roi::CaseTrials trials;
  const auto changes = unsure.with_facts([&](Facts facts) {
    facts.trials = &trials;
    const RuleSet set(unsure.rules);
    const std::vector<const RuleSet*> sets{&set};
    std::vector<Breach> breaches;
    apply(sets, facts, breaches);
    REQUIRE(breaches.size() == 1);
    pricing::Pricer pricer;
    Solver solver(pricer);
    const auto found = solver.ways_out(sets, facts, breaches.front());
    CHECK(solver.pricings() > 20);
    return found;
  });
  REQUIRE_FALSE(changes.empty());
  for (const Change& change : changes) CHECK(change.clears_all);
  CHECK(trials.runs() < 20);
}

}  // namespace
