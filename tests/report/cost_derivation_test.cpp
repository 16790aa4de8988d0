#include "tests/report/offer.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::report_test;

TEST_CASE("a shortfall outside the line's months costs the third-party rate of it and nothing else") {
  Offer offer;
  auto& line = offer.sell_metered(per_unit("1"), "10");
  line.end_month = 6;
  auto& cost = offer.sold().cost;
  cost.third_party = decimal("7");
  cost.third_party_rate = decimal("0.1");
  cost.hours = decimal("2");
  cost.role = "agent";
  offer.book.roles = {{"agent", "", decimal("30")}};
  offer.deal.commitment =
      model::Commitment{decimal("50"), model::CommitmentPeriod::month, model::CommitmentBasis::after_discount};
  // Month 6: 7 + 0.1 x 50. Month 7: no line, 0.1 x 50.
  CHECK(parts(*find(offer.explained("cost", 6), "Third party")) == "Third-party amount 7; Third-party share 5");
  const auto idle = offer.explained("cost", 7);
  CHECK(parts(*find(idle, "Third party")) == "Third-party share 5");
  CHECK(find(idle, "Work") == nullptr);
}

TEST_CASE("in a partial month the third-party rate is taken of a net that is prorated already") {
  Offer offer;
  offer.deal.alignment = model::Alignment::calendar;
  offer.deal.start = *Date::from(2026, 4, 16);
  offer.sell(component("platform", flat("100")));
  offer.sold().cost.third_party = decimal("20");
  offer.sold().cost.third_party_rate = decimal("0.1");
  // 15 of 30 days: net 50; 20 / 2 + 5
  const auto tree = offer.explained("cost", 1);
  const auto& third_party = *find(tree, "Third party");
  CHECK(parts(third_party) == "Third-party amount 20; Third-party share 5; Part of the month, and rounding -10");
  CHECK(third_party.children.back().formula == "the amount for 15 of 30 days, then rounded once");
}

}  // namespace
