#include "core/governance/facts.hpp"

#include <doctest/doctest.h>

#include "core/pricing/book.hpp"
#include "tests/governance/conditions.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::governance;
using model::FactSource;
using tests::above;
using tests::below;
using tests::is;
using tests::small_playbook;

Decimal hundredths(int value) {
  return Decimal::from_micro(value * 10'000);
}

model::Customer customer() {
  model::Customer made;
  made.profile.orders_per_month = Decimal::whole(24'000);
  made.profile.growth_per_year = hundredths(40);
  made.architecture = "stack";
  made.bespoke = {"stock"};
  made.controls = {{"restore", model::ControlState::verified, "Ada", "", {}},
                   {"restore", model::ControlState::missing, "", "", {}},
                   {"audit", model::ControlState::verified, "Ada", "archive", {}}};
  model::Qualification qualification;
  qualification.answers = {{"residency", "isolated", ""}, {"residency", "offered", ""}, {"load", "offered", ""}};
  made.qualification = qualification;
  return made;
}

Facts facts_of(const model::Customer& who, std::optional<model::Tenancy> sold = {}) {
  Facts facts;
  add_customer_facts(small_playbook(), who, sold, nullptr, facts);
  return facts;
}

TEST_CASE("the facts of a customer") {
  const Facts facts = facts_of(customer(), model::Tenancy::dedicated);
  CHECK(holds(above(FactSource::profile, "orders_per_month", Decimal::whole(23'999)), facts));
  CHECK_FALSE(holds(above(FactSource::profile, "orders_per_month", Decimal::whole(24'000)), facts));
  CHECK_FALSE(holds(below(FactSource::profile, "orders_per_month", Decimal::whole(24'000)), facts));
  CHECK(holds(below(FactSource::profile, "orders_per_month", Decimal::whole(24'001)), facts));
  CHECK(holds(is(FactSource::tenancy, "", {"dedicated"}), facts));
  CHECK_FALSE(holds(is(FactSource::tenancy, "", {"shared"}), facts));
  // The first answer counts; a measured criterion cannot be answered.
  CHECK(holds(is(FactSource::answer, "residency", {"offered", "isolated"}), facts));
  CHECK_FALSE(holds(is(FactSource::answer, "residency", {"offered"}), facts));
  CHECK_FALSE(holds(is(FactSource::answer, "load", {"offered"}), facts));
  // The first state counts, and what nothing shows is not verified.
  CHECK(holds(is(FactSource::control, "restore", {"in_place"}), facts));
  CHECK_FALSE(holds(is(FactSource::control, "restore", {"verified", "missing"}), facts));
  CHECK(holds(is(FactSource::control, "audit", {"verified"}), facts));
  // 5 of 6 is standard: more than 0.833333 and less than 0.833334.
  CHECK(holds(above(FactSource::standard, "", Decimal::from_micro(833'333)), facts));
  CHECK(holds(below(FactSource::standard, "", Decimal::from_micro(833'334)), facts));
  CHECK_FALSE(holds(below(FactSource::standard, "", Decimal::from_micro(833'333)), facts));
}

TEST_CASE("what is not known never holds") {
  const Facts facts = facts_of({});
  for (const auto* const name : {"recovery_point_minutes", "recovery_time_minutes", "no_such_number"}) {
    CHECK_FALSE(holds(below(FactSource::profile, name, Decimal::whole(60)), facts));
    CHECK_FALSE(holds(above(FactSource::profile, name, Decimal::whole(-1)), facts));
  }
  CHECK(holds(below(FactSource::profile, "warehouses", Decimal::whole(1)), facts));
  CHECK_FALSE(holds(is(FactSource::tenancy, "", {"shared", "dedicated"}), facts));
  CHECK_FALSE(holds(is(FactSource::answer, "residency", {"offered", "isolated"}), facts));
  CHECK_FALSE(holds(is(FactSource::control, "restore", {"missing", "planned", "in_place", "verified"}), facts));
  CHECK_FALSE(holds(below(FactSource::standard, "", Decimal::whole(2)), facts));
  // All numbers of the profile but the two that zero does not state.
  CHECK(facts.size() == pricing::profile_facts().size() - 2);
}

TEST_CASE("a measured answer comes from the qualification") {
  qualification::TenancyResult qualified;
  qualified.criteria.resize(2);
  qualified.criteria[0].criterion = "residency";  // open
  qualified.criteria[1].criterion = "load";
  qualified.criteria[1].answer = "isolated";
  Facts facts;
  add_customer_facts(small_playbook(), customer(), {}, &qualified, facts);
  CHECK(holds(is(FactSource::answer, "load", {"isolated"}), facts));
  CHECK_FALSE(holds(is(FactSource::answer, "residency", {"offered", "isolated"}), facts));
}

TEST_CASE("the facts of a partner") {
  model::Partner partner;
  partner.capabilities = {{"desk", hundredths(30), ""}, {"desk", hundredths(90), ""}, {"other", hundredths(10), ""}};
  Facts facts;
  add_partner_facts(small_playbook(), partner, facts);
  REQUIRE(facts.size() == 1);
  CHECK(holds(below(FactSource::capability, "desk", hundredths(31)), facts));
  CHECK_FALSE(holds(below(FactSource::capability, "cloud", Decimal::whole(1)), facts));
}

TEST_CASE("metrics of any of the deals") {
  // 1 / 3 against its six places, and a margin on no revenue, which is no value.
  const Facts facts = {metric_fact("a", "gross_margin", Ratio{1, 3}, true),
                       metric_fact("b", "gross_margin", Ratio{}, true),
                       metric_fact("c", "gross_margin", Ratio{1, 2}, true),
                       metric_fact("a", "term_months", Decimal::whole(36)), metric_fact("a", "billing", "prepaid")};
  const auto low = below(FactSource::metric, "gross_margin", Decimal::from_micro(333'334));
  const auto found = holding(low, facts);
  REQUIRE(found.size() == 1);
  CHECK(found[0]->deal == "a");
  CHECK_FALSE(holds(below(FactSource::metric, "gross_margin", Decimal::from_micro(333'333)), facts));
  CHECK(holding(above(FactSource::metric, "gross_margin", hundredths(1)), facts).size() == 2);
  CHECK(holds(is(FactSource::metric, "billing", {"annual", "prepaid"}), facts));
  CHECK_FALSE(holds(is(FactSource::metric, "term_months", {"36"}), facts));
  CHECK_FALSE(holds(above(FactSource::metric, "billing", Decimal::whole(0)), facts));
  CHECK_FALSE(holds(is(FactSource::metric, "term_months", {}), facts));
  model::FactCondition between = above(FactSource::metric, "term_months", Decimal::whole(24));
  between.below = Decimal::whole(36);
  CHECK_FALSE(holds(between, facts));
  between.below = Decimal::whole(37);
  CHECK(holds(between, facts));
}

TEST_CASE("conditions and values in words") {
  const auto book = small_playbook();
  const auto words = [&](const model::FactCondition& condition) { return condition_words(book, condition, nullptr); };
  CHECK(words(above(FactSource::profile, "orders_per_month", Decimal::whole(20'000))) == "Orders a month above 20,000");
  CHECK(words(above(FactSource::profile, "growth_per_year", hundredths(25))) == "Growth a year above 25 %");
  CHECK(words(is(FactSource::tenancy, "", {"dedicated"})) == "tenancy is dedicated");
  CHECK(words(is(FactSource::answer, "residency", {"isolated", "offered"})) ==
        "Data residency is \"Contractual isolation\" or \"Offered region\"");
  CHECK(words(is(FactSource::control, "restore", {"missing", "in_place"})) == "Tested restore is missing or in place");
  CHECK(words(below(FactSource::standard, "", hundredths(70))) == "standard share below 70 %");
  CHECK(words(below(FactSource::capability, "desk", Decimal::from_micro(125'000))) == "Support desk below 12.5 %");
  CHECK(words(below(FactSource::profile, "recovery_time_minutes", Decimal::whole(121))) ==
        "Outage that can be borne below 121 minutes");
  KnownFact orders;
  orders.source = FactSource::profile;
  orders.fact = "orders_per_month";
  orders.number = {120'000, 1};
  CHECK(value_words(book, above(FactSource::profile, "orders_per_month", Decimal::whole(20'000)), orders) == "120,000");
  auto between = above(FactSource::metric, "term_months", Decimal::whole(12));
  between.below = Decimal::whole(36);
  CHECK(words(between) == "Term months above 12 and below 36");

  const auto low = below(FactSource::metric, "gross_margin", hundredths(30));
  const KnownFact margin = metric_fact("a", "gross_margin", Ratio{2'999, 10'000}, true);
  CHECK(condition_words(book, low, &margin) == "Gross margin below 30 %");
  // 29.99 % would look like the bound with one place.
  CHECK(value_words(book, low, margin) == "29.99 %");
  const auto payback = above(FactSource::metric, "payback_months", Decimal::whole(6));
  CHECK(value_words(book, payback, metric_fact("a", "payback_months", Ratio{15, 2}, false)) == "7.5");
  CHECK(value_words(book, payback, metric_fact("a", "payback_months", Ratio{20, 3}, false)) == "6.666667");
  KnownFact answer;
  answer.source = FactSource::answer;
  answer.fact = "residency";
  answer.word = "isolated";
  CHECK(value_words(book, is(FactSource::answer, "residency", {"isolated"}), answer) == "Contractual isolation");
}

}  // namespace
