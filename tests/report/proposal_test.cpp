#include "core/report/proposal.hpp"

#include "tests/report/offer.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::report_test;

bool tells_first_month(const report::Proposal& proposal) {
  return report::proposal_text(proposal).find("First full month") != std::string::npos;
}

TEST_CASE("the price of the first full month, where there is one") {
  Offer offer;
  offer.sell(component("platform", flat("100")));
  offer.deal.free_months = model::FreeMonths{2, 1, {}};
  auto proposal = offer.proposal();
  REQUIRE(proposal.first_month);
  CHECK(to_string(*proposal.first_month) == "100.00");
  CHECK(tells_first_month(proposal));
  offer.deal.free_months->months = 12;
  proposal = offer.proposal();
  CHECK_FALSE(proposal.first_month);
  CHECK_FALSE(tells_first_month(proposal));
  CHECK(report::proposal_json(proposal).find("first_month") == std::string::npos);
  // Both periods of a month from 15 April are partial.
  offer.deal.free_months.reset();
  offer.deal.alignment = model::Alignment::calendar;
  offer.deal.start = *Date::from(2026, 4, 15);
  offer.deal.term_months = 1;
  CHECK_FALSE(offer.proposal().first_month);
}

TEST_CASE("a deal without monthly services has no month to state") {
  Offer offer;
  offer.sell(component("setup", flat("100"), model::Charge::one_off));
  CHECK_FALSE(offer.proposal().first_month);
}

TEST_CASE("what is charged once is called one-off, as in the totals of the deal") {
  Offer offer;
  offer.sell(component("platform", flat("100")));
  offer.sell(component("setup", flat("70"), model::Charge::one_off));
  const std::string text = report::proposal_text(offer.proposal());
  CHECK(text.find("Monthly services (EUR)") != std::string::npos);
  CHECK(text.find("One-off services (EUR)") != std::string::npos);
  CHECK(text.find("  One-off ") != std::string::npos);
  CHECK(text.find("Once") == std::string::npos);
}

TEST_CASE("what a quantity changes is said, and only then") {
  const char* told = "Prices are for the quantities stated";
  Offer offer;
  offer.sell(component("platform", flat("100")));
  CHECK(offer.term(told).empty());
  CHECK(report::proposal_text(offer.proposal()).find("Quantity") == std::string::npos);
  offer.sell_metered(per_unit("0.02"), "1000");
  CHECK_FALSE(offer.term(told).empty());
  CHECK(report::proposal_text(offer.proposal()).find("1,000 orders") != std::string::npos);
}

}  // namespace
