#include <doctest/doctest.h>

#include "tests/success/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::success;
using tests::day;
using tests::Lived;
using tests::lived;
using tests::number;

const HealthReason* reason(const HealthResult& health, const char* signal) {
  for (const HealthReason& one : health.reasons)
    if (one.signal == signal) return &one;
  return nullptr;
}

TEST_CASE("health is the weighted sum of scores, and reasons add up to it") {
  Lived one = lived();
  const HealthResult health = one.at("2026-09-30").health;
  // The second quarter: its target is due on its last day and met (1); 5400.00 of 5400.00 (1); 4 faults between 10 and
  // none (0.6) at twice the weight: (1 + 1 + 1.2) / 4.
  CHECK(compare(health.score, number("0.8")) == 0);
  CHECK(health.band == HealthBand::healthy);
  CHECK(health.missing.empty());
  REQUIRE(health.reasons.size() == 3);
  CHECK(health.reasons[0].signal == "faults");
  CHECK(compare(health.reasons[0].contribution, number("0.3")) == 0);
  CHECK(compare(health.reasons[0].lost, number("0.2")) == 0);
  CHECK(health.reasons[0].remedy == "F");
  std::int64_t sum = 0;
  for (const HealthReason& part : health.reasons) {
    CHECK(part.contribution.denominator == health.score.denominator);
    sum += part.contribution.numerator;
  }
  CHECK(sum == health.score.numerator);
  // The first: nothing due; 2400.00 of 5400.00 (0.444444, to six places); 8 faults (0.2): 0.844444 / 3.
  REQUIRE(health.quarters.size() == 2);
  CHECK(compare(health.quarters[0].score, Ratio{844'444, 3'000'000}) == 0);
  CHECK(health.quarters[0].band == HealthBand::at_risk);
  CHECK(health.trend == Trend::better);
}

TEST_CASE("what was not read is named and leaves its weight out") {
  Lived one = lived();
  const HealthResult health = one.at("2026-06-30").health;
  CHECK(health.missing == std::vector<std::string>{"Targets met"});
  CHECK(reason(health, "met") == nullptr);
  one.plan.quarters[0].signals.clear();
  one.plan.quarters[0].actuals.clear();
  const HealthResult none = one.at("2026-06-30").health;
  CHECK_FALSE(none.score.has_value());
  CHECK(none.band == HealthBand::unknown);
  CHECK(none.missing.size() == 3);
}

TEST_CASE("a score stays between 0 and 1, whichever end is good") {
  Lived one = lived();
  const auto faults = [&](const char* reading) {
    one.plan.quarters[0].signals[0].value = number(reading);
    return reason(one.at("2026-06-30").health, "faults")->score;
  };
  CHECK(faults("-5") == Decimal::whole(1));
  CHECK(faults("0") == Decimal::whole(1));
  CHECK(faults("2.5") == number("0.75"));
  CHECK(faults("10") == Decimal());
  CHECK(faults("1000") == Decimal());
  // The ends of what documents may state.
  CHECK(faults("9223372036854") == Decimal());
  CHECK(faults("-9223372036854") == Decimal::whole(1));
  one.base.playbook.health_signals[2].good = Decimal::whole(10);
  CHECK(reason(one.at("2026-06-30").health, "faults") == nullptr);
}

TEST_CASE("bands begin at their bounds") {
  Lived one = lived();
  one.base.playbook.health_signals.erase(one.base.playbook.health_signals.begin(),
                                         one.base.playbook.health_signals.begin() + 2);
  const auto band = [&](const char* faults) {
    one.plan.quarters[0].signals[0].value = number(faults);
    return one.at("2026-06-30").health.band;
  };
  CHECK(band("2.5") == HealthBand::healthy);
  CHECK(band("2.500001") == HealthBand::healthy);  // 0.75 to six places
  CHECK(band("2.51") == HealthBand::watch);
  CHECK(band("5") == HealthBand::watch);
  CHECK(band("5.01") == HealthBand::at_risk);
}

// Faults of the first and the second quarter, which alone are read.
RenewalResult renewal(const char* before, const char* now, const char* today) {
  Lived one = lived();
  one.base.playbook.health_signals.erase(one.base.playbook.health_signals.begin(),
                                         one.base.playbook.health_signals.begin() + 2);
  one.plan.quarters[0].signals[0].value = number(before);
  one.plan.quarters[1].signals[0].value = number(now);
  return *one.at(today).renewal;
}

TEST_CASE("renewal risk grows with health's band, its fall and a near end") {
  const char* const far = "2026-09-30";
  const char* const near = "2028-07-01";  // six months before the last day of December would be 31 June
  CHECK_FALSE(renewal("1", "1", "2028-06-30").near);
  CHECK(renewal("1", "1", near).near);
  CHECK(renewal("1", "1", far).risk == RenewalRisk::low);
  CHECK(renewal("1", "1", near).risk == RenewalRisk::low);
  CHECK(renewal("1", "2", far).risk == RenewalRisk::medium);   // 0 + 1
  CHECK(renewal("1", "2", near).risk == RenewalRisk::medium);  // 0 + 1 + 1
  CHECK(renewal("4", "4", far).risk == RenewalRisk::medium);   // 1
  CHECK(renewal("3", "4", near).risk == RenewalRisk::high);    // 1 + 1 + 1
  CHECK(renewal("8", "8", far).risk == RenewalRisk::medium);   // 2
  CHECK(renewal("8", "9", far).risk == RenewalRisk::high);     // 2 + 1
  CHECK(renewal("8", "8", near).risk == RenewalRisk::high);    // 2 + 1
  CHECK(renewal("8", "9", near).reasons.size() == 3);
  CHECK(renewal("1", "1", "2029-02-01").reasons.back() == "The term ended on 2028-12-31.");
}

}  // namespace
