#include "core/governance/risks.hpp"

#include <doctest/doctest.h>

#include "tests/governance/conditions.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::governance;
using model::FactSource;
using tests::above;
using tests::below;
using tests::is;
using tests::small_playbook;

TEST_CASE("risks are raised by facts") {
  auto book = small_playbook();
  const Decimal thirty = Decimal::from_micro(300'000);
  book.risks = {
      {"peak", "Untested peak", "", "", {above(FactSource::profile, "peak_factor", Decimal::whole(3))}},
      {"support",
       "Underpriced support",
       "Margin is lost.",
       "Raise the tier.",
       {below(FactSource::metric, "support_margin", thirty), below(FactSource::capability, "desk", thirty)}},
      {"restore", "Untested restore", "", "", {is(FactSource::control, "restore", {"missing", "planned"})}},
      {"drift", "Cloud cost drift", "", "", {below(FactSource::capability, "cloud", Decimal::whole(1))}},
  };
  model::Customer customer;
  customer.profile.peak_factor = Decimal::whole(3);
  customer.controls = {{"restore", model::ControlState::planned, "", "", {}}};
  model::Partner partner;
  partner.capabilities = {{"desk", Decimal::from_micro(200'000), ""}};
  Facts facts;
  add_customer_facts(book, customer, {}, nullptr, facts);
  add_partner_facts(book, partner, facts);
  facts.push_back(metric_fact("first", "support_margin", Ratio{1, 4}, true));
  facts.push_back(metric_fact("second", "support_margin", Ratio{3, 10}, true));
  facts.push_back(metric_fact("third", "support_margin", Ratio{1, 10}, true));

  // A peak factor of just 3 is not above 3, 3 / 10 is not below 30 %, and cloud operations are not known.
  const auto raised = risks_of(book, facts);
  REQUIRE(raised.size() == 2);
  CHECK(raised[0].risk == "support");
  CHECK(raised[0].effect == "Margin is lost.");
  CHECK(raised[0].mitigation == "Raise the tier.");
  REQUIRE(raised[0].raised_by.size() == 3);
  CHECK(raised[0].raised_by[0].condition == "Support margin below 30 %");
  CHECK(raised[0].raised_by[0].value == "25.0 %");
  CHECK(raised[0].raised_by[0].deal == "first");
  CHECK(raised[0].raised_by[1].deal == "third");
  CHECK(raised[0].raised_by[2].condition == "Support desk below 30 %");
  CHECK(raised[0].raised_by[2].value == "20.0 %");
  CHECK(raised[0].raised_by[2].deal == "");
  CHECK(raised[1].name == "Untested restore");
  CHECK(raised[1].raised_by[0].condition == "Tested restore is missing or planned");
  CHECK(raised[1].raised_by[0].value == "planned");
}

}  // namespace
