#include "tests/report/offer.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::report_test;

// 3 % of the first 1,000 of order value and 50.00, 1 % beyond; 0.04 an order, at least 0.05 and at most 0.20 an order.
struct Share : Offer {
  explicit Share(std::string_view events) {
    book.meters[0].sizing.emplace().base = decimal(events);
    auto price = tiered(model::PriceModel::percentage, {tier("1000", "0", "50"), tier("", "0")});
    price.tiers[0].rate = decimal("0.03");
    price.tiers[1].rate = decimal("0.01");
    price.events = "orders";
    price.event_fee = decimal("0.04");
    price.least = decimal("0.05");
    price.most = decimal("0.2");
    sell_metered(std::move(price), "2000", "value");
    sold().name = "Share";
  }
  report::Derivation list_price() { return *find(explained("list"), "List price"); }
};

TEST_CASE("tiers, fees of events and no bound") {
  // 30 + 50 + 10 + 1,000 x 0.04 = 130, between 50 and 200
  CHECK(parts(Share("1000").list_price()) ==
        "Tier 1, up to 1,000 30; Flat fee of tier 1 50; Tier 2 10; Fees of events 40");
}

TEST_CASE("a bound is named and added or taken by what is missing") {
  // 30 + 50 + 10 + 500 x 0.04 = 110, at most 500 x 0.2 = 100
  const auto most = Share("500").list_price();
  CHECK(parts(most) ==
        "Tier 1, up to 1,000 30; Flat fee of tier 1 50; Tier 2 10; Fees of events 20; Cut to the greatest amount -10");
  CHECK(most.number == "100");
  CHECK(parts(most.children.back()) == "All events 100; Amount before 110");
  // 90 + 40,000 x 0.04 = 1,690, at least 40,000 x 0.05 = 2,000
  const auto least = Share("40000").list_price();
  CHECK(
      parts(least) ==
      "Tier 1, up to 1,000 30; Flat fee of tier 1 50; Tier 2 10; Fees of events 1600; Raised to the least amount 310");
  CHECK(parts(least.children.back()) == "All events 2000; Amount before 1690");
}

TEST_CASE("without metered money nothing but the first flat fee") {
  Share offer("4000");
  offer.deal.lines[0].quantity = Decimal();
  CHECK(offer.list_price().number == "50");
  CHECK(parts(offer.list_price()) == "Flat fee of tier 1 50");
  offer.sold().price.flat_at_zero = model::FlatAtZero::skip;
  CHECK(offer.list_price().number == "0");
  CHECK(offer.list_price().children.empty());
}

TEST_CASE("without events nothing at all") {
  const auto list = Share("0").list_price();
  CHECK(list.number == "0");
  CHECK(list.formula == "nothing: there are no events");
  CHECK(parts(list) == "Orders 0");
}

TEST_CASE("each reading is an event with its own bounds") {
  Offer offer;
  model::Price price;
  price.model = model::PriceModel::percentage;
  price.rate = decimal("0.01");
  price.event_fee = decimal("0.1");
  price.least = decimal("0.5");
  price.most = decimal("25");
  auto& line = offer.sell_metered(price, "0", "value");
  line.quantity.reset();
  line.readings = {decimal("20"), decimal("300"), decimal("4000")};
  const auto tree = offer.explained("list");
  const auto& list = *find(tree, "List price");
  // 0.2 + 0.1 -> 0.5; 3 + 0.1; 40 + 0.1 -> 25
  CHECK(parts(list) == "Event 1 0.5; Event 2 3.1; Event 3 25");
  CHECK(parts(list.children[0]) == "Share of the reading 0.2; Fee per event 0.1; Raised to the least amount 0.2");
  CHECK(parts(list.children[1]) == "Share of the reading 3; Fee per event 0.1");
  CHECK(parts(list.children[2]) == "Share of the reading 40; Fee per event 0.1; Cut to the greatest amount -15.1");
}

}  // namespace
