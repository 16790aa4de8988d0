#include "core/report/boundary.hpp"

#include "tests/report/offer.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::report_test;

// 0.02 an order, 1,000 orders: 20.00 a month.
struct Orders : Offer {
  Orders() { sell_metered(per_unit("0.02"), "1000"); }
  model::Line& line() { return deal.lines[0]; }
};

TEST_CASE("an agreed price stands in the place of the book's") {
  Orders offer;
  offer.line().price = decimal("0.01");
  CHECK(offer.boundary() == "0.01 per order");
  // The segment's before the line's; the line's again after the ramp.
  offer.line().ramp = {{1, 6, {}, decimal("0.015"), {}}, {7, 9, {}, {}, {}}};
  CHECK(offer.boundary() == "0.015 per order in months 1 to 6, 0.01 per order in months 7 to 12");
  offer.sold().included = decimal("100");
  CHECK(offer.boundary() ==
        "includes 100 orders a month, then 0.015 per order in months 1 to 6, 0.01 per order in months 7 to 12");
  // Inside the boundary all months come to the same, so that they stand in one span.
  offer.sold().included = decimal("5000");
  CHECK(offer.boundary() ==
        "includes 5,000 orders a month, then 0.015 per order in months 1 to 6, 0.01 per order in months 7 to 12");
  auto& price = offer.sold().price;
  price.model = model::PriceModel::package;
  price.amount = decimal("16");
  price.size = decimal("50");
  offer.line().ramp.clear();
  offer.line().price = decimal("12");
  CHECK(offer.boundary() == "includes 5,000 orders a month, then 12.00 for each started 50 orders");
  offer.sold().charge = model::Charge::one_off;
  CHECK(offer.proposal().once.at(0).boundary == "includes 5,000 orders, then 12.00 for each started 50 orders");
}

TEST_CASE("rates are said together") {
  Orders offer;
  offer.line().discount = decimal("0.05");
  CHECK(offer.boundary() == "0.02 per order; less 5 %");
  offer.deal.discount = decimal("0.1");  // 1 - 0.95 x 0.9 = 0.145
  CHECK(offer.boundary() == "0.02 per order; less 14.5 %");
}

TEST_CASE("discounts that differ are said by months") {
  Orders offer;
  offer.deal.discount = decimal("0.05");
  offer.line().ramp = {{1, 6, {}, {}, decimal("0")}, {7, {}, {}, {}, decimal("0.3")}};
  // 1 - 0.7 x 0.95 = 0.335
  CHECK(offer.boundary() == "0.02 per order; less 5 % in months 1 to 6, less 33.5 % in months 7 to 12");
  offer.deal.discount = Decimal();
  CHECK(offer.boundary() == "0.02 per order; without discount in months 1 to 6, less 30 % in months 7 to 12");
  // Months that are free do not part the others.
  offer.deal.free_months = model::FreeMonths{1, 3, {}};
  CHECK(offer.boundary() == "0.02 per order; without discount in months 1 to 6, less 30 % in months 7 to 12");
  offer.deal.free_months = model::FreeMonths{6, 1, {}};
  CHECK(offer.boundary() == "0.02 per order; less 30 %");
  offer.deal.free_months = model::FreeMonths{12, 1, {}};
  CHECK(offer.boundary() == "0.02 per order; without discount in months 1 to 6, less 30 % in months 7 to 12");
}

TEST_CASE("amounts off and bounds are named") {
  Orders offer;
  offer.line().discount_amount = decimal("3");
  CHECK(offer.boundary() == "0.02 per order; less 3.00 a month");
  offer.line().discount = decimal("0.1");
  offer.deal.discount = decimal("0.05");
  // The deal's rate is taken of what the amount leaves: (x - 0.1 x - 3) x 0.95 = 0.855 x - 2.85.
  CHECK(offer.boundary() == "0.02 per order; less 14.5 % and 2.85 a month");
  offer.sold().maximum = decimal("100");
  CHECK(offer.boundary() == "0.02 per order; less 14.5 % and 2.85 a month; at most 100.00 a month");
  offer.sold().minimum = decimal("10");
  CHECK(offer.boundary() == "0.02 per order; less 14.5 % and 2.85 a month; at least 10.00 and at most 100.00 a month");
  offer.sold().charge = model::Charge::one_off;
  offer.sold().maximum.reset();
  CHECK(offer.proposal().once.at(0).boundary == "0.02 per order; less 14.5 % and 2.85; at least 10.00");
}

TEST_CASE("where no quantity changes the price there is nothing to take off") {
  Orders offer;
  offer.sold().price = flat("20");
  offer.sold().included = decimal("5000");
  offer.sold().minimum = decimal("10");
  offer.line().discount = decimal("0.1");
  CHECK(offer.boundary() == "includes 5,000 orders a month");
}

TEST_CASE("a shortfall outside the line's months says nothing of its price") {
  Orders offer;
  offer.line().end_month = 6;
  offer.line().discount = decimal("0.1");
  offer.deal.commitment =
      model::Commitment{decimal("100"), model::CommitmentPeriod::month, model::CommitmentBasis::after_discount};
  CHECK(offer.boundary() == "0.02 per order; less 10 %");
  const auto prices = offer.proposal().monthly.at(0).prices;
  REQUIRE(prices.size() == 1);
  CHECK(prices[0].to_month == 6);
}

}  // namespace
