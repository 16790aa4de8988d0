#include "core/report/price_words.hpp"

#include "tests/report/offer.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::report_test;
using model::PriceModel;

TEST_CASE("plurals") {
  CHECK(report::plural("order") == "orders");
  CHECK(report::plural("GB") == "GB");
  CHECK(report::plural("delivery") == "deliveries");
  CHECK(report::plural("day") == "days");
  CHECK(report::plural("compute unit") == "compute units");
  CHECK(report::plural("") == "");
}

// The boundary of a deal that sells 100 of this price on a meter.
std::string words(model::Price price, std::string_view included = "0", std::string meter = "orders") {
  Offer offer;
  offer.sell_metered(std::move(price), "100", std::move(meter));
  offer.sold().included = decimal(included);
  return offer.boundary();
}

TEST_CASE("a price per unit beyond an included quantity") {
  CHECK(words(per_unit("0.020")) == "0.02 per order");
  CHECK(words(per_unit("0.020"), "5000") == "includes 5,000 orders a month, then 0.02 per order");
  CHECK(words(flat("20"), "5000") == "includes 5,000 orders a month");
  CHECK(words(flat("20")).empty());
}

TEST_CASE("packages, conversion and rounding up") {
  model::Price package;
  package.model = PriceModel::package;
  package.amount = decimal("16");
  package.size = decimal("50");
  CHECK(words(package) == "16.00 for each started 50 orders");
  Offer offer;
  offer.sell_metered(per_unit("7"), "100");
  offer.sold().units_per = decimal("100");
  offer.sold().included = decimal("5");
  CHECK(offer.boundary() == "includes 500 orders a month, then 7.00 per 100 orders");
  offer.sold().unit_rounding = model::UnitRounding::up;
  CHECK(offer.boundary() == "includes 500 orders a month, then 7.00 per started 100 orders");
  offer.sold().units_per = decimal("1");
  CHECK(offer.boundary() == "includes 5 orders a month, then 7.00 per started order");
  offer.sold().charge = model::Charge::one_off;
  CHECK(offer.proposal().once.at(0).boundary == "includes 5 orders, then 7.00 per started order");
}

TEST_CASE("graduated tiers name the fee that is charged whatever the quantity") {
  auto price = tiered(PriceModel::graduated, {tier("20000", "0.020", "90"), tier("", "0.012", "10")});
  CHECK(words(price) ==
        "90.00 a month plus 0.02 per order for the first 20,000 orders, 0.012 per order beyond plus 10.00 once "
        "reached");
  CHECK(words(price, "500") ==
        "90.00 a month includes 500 orders, then 0.02 per order for the first 20,000 orders, 0.012 per order beyond "
        "plus 10.00 once reached");
  price.flat_at_zero = model::FlatAtZero::skip;
  CHECK(words(price) ==
        "0.02 per order for the first 20,000 orders plus 90.00 once reached, 0.012 per order beyond plus 10.00 once "
        "reached");
  CHECK(words(tiered(PriceModel::graduated, {tier("1", "3"), tier("", "2")})) ==
        "3.00 per order for the first order, 2.00 per order beyond");
}

TEST_CASE("volume and stairstep tiers") {
  auto volume = tiered(PriceModel::volume, {tier("20000", "0.020", "90"), tier("", "0.012")});
  CHECK(words(volume) ==
        "all at the price of the total: 0.02 per order plus 90.00 up to 20,000 orders; 0.012 per order beyond");
  // At zero beyond the included 500 the first flat fee is charged (docs/pricing.md, "List price").
  CHECK(words(volume, "500") ==
        "includes 500 orders a month, then all at the price of the total: 0.02 per order plus 90.00 up to 20,000 "
        "orders; 0.012 per order beyond; 90.00 where there is no more");
  volume.flat_at_zero = model::FlatAtZero::skip;
  CHECK(words(volume, "500") ==
        "includes 500 orders a month, then all at the price of the total: 0.02 per order plus 90.00 up to 20,000 "
        "orders; 0.012 per order beyond");
  CHECK(words(tiered(PriceModel::stairstep, {tier("5", "0", "190"), tier("", "0", "420")})) ==
        "190.00 up to 5 orders, 420.00 beyond");
}

model::Price percentage(std::string_view rate) {
  model::Price price;
  price.model = PriceModel::percentage;
  price.rate = decimal(rate);
  return price;
}

model::Tier rate_tier(std::string_view up_to, std::string_view rate, std::string_view flat = "0") {
  auto out = tier(up_to, "0", flat);
  out.rate = decimal(rate);
  return out;
}

TEST_CASE("a percentage of money names included money, tiers and their fees") {
  CHECK(words(percentage("0.0125"), "0", "value") == "1.25 % of order value");
  CHECK(words(percentage("0.0125"), "5", "value") ==
        "includes 5.00 of order value a month, then 1.25 % of order value");
  auto price = tiered(PriceModel::percentage,
                      {rate_tier("1000", "0.03", "50"), rate_tier("4000", "0.02", "20"), rate_tier("", "0.01")});
  CHECK(words(price, "5", "value") ==
        "50.00 a month includes 5.00 of order value, then 3 % of the first 1,000.00 of order value, 2 % of the next "
        "3,000.00 plus 20.00 once reached, 1 % beyond");
  CHECK(words(price, "0", "value") ==
        "50.00 a month plus 3 % of the first 1,000.00 of order value, 2 % of the next 3,000.00 plus 20.00 once "
        "reached, 1 % beyond");
}

TEST_CASE("fee, least and most per event: of all events together, or of each reading") {
  auto price = percentage("0.01");
  price.event_fee = decimal("0.1");
  price.least = decimal("1.5");
  price.most = decimal("25");
  // With neither events nor readings they have no effect (docs/pricing.md, "List price").
  CHECK(words(price, "0", "value") == "1 % of order value");
  Offer offer;
  offer.book.meters[0].sizing.emplace().base = decimal("3");
  price.events = "orders";
  offer.sell_metered(price, "100", "value");
  CHECK(offer.boundary() ==
        "1 % of order value, plus 0.10 per order, at least 1.50 and at most 25.00 per order on average");
  CHECK(offer.proposal().monthly.at(0).prices.at(0).quantity == "100.00 of order value, 3 orders");
  offer.sold().included = decimal("7");  // not taken off readings
  offer.deal.lines[0].quantity.reset();
  offer.deal.lines[0].readings = {decimal("60"), decimal("40")};
  CHECK(offer.boundary() == "1 % of order value, plus 0.10 per order, at least 1.50 and at most 25.00 per order");
  CHECK(offer.proposal().monthly.at(0).prices.at(0).quantity == "2 events");
  offer.deal.lines[0].ramp = {{1, 6, decimal("100"), {}, {}}};
  CHECK(offer.boundary() ==
        "includes 7.00 of order value a month, then 1 % of order value, plus 0.10 per order, at least 1.50 and at most "
        "25.00 per order on average in months 1 to 6, 1 % of order value, plus 0.10 per order, at least 1.50 and at "
        "most 25.00 per order in months 7 to 12");
}

TEST_CASE("a share of components names those that the deal holds, never by their ids") {
  Offer offer;
  offer.sell(component("hosting", flat("100"))).name = "Managed hosting";
  offer.sell(component("nameless", flat("50")));
  offer.book.components.push_back(component("unsold", flat("10")));
  offer.book.components.back().name = "Unsold";
  auto price = percentage("0.1");
  price.of = {"hosting", "unsold", "nameless"};
  offer.sell(component("share", price));
  CHECK(offer.boundary(2) == "10 % of the price of Managed hosting, Platform");
  offer.book.components.back().price.of = {"unsold"};
  CHECK(offer.boundary(2).empty());
}

TEST_CASE("prices state the quantity that they are for") {
  Offer offer;
  offer.sell(component("seats", flat("10"))).quantity = decimal("3");
  offer.sell(component("platform", flat("10")));
  offer.sell_metered(per_unit("0.02"), "1200").ramp = {{1, 6, decimal("600"), {}, {}}};
  offer.sell_metered(flat("10"), "1200");
  const auto monthly = offer.proposal().monthly;
  CHECK(monthly[0].prices.at(0).quantity == "3");
  CHECK(monthly[1].prices.at(0).quantity.empty());
  CHECK(monthly[2].prices.at(0).quantity == "600 orders");
  CHECK(monthly[2].prices.at(1).quantity == "1,200 orders");
  CHECK(monthly[3].prices.at(0).quantity.empty());
}

}  // namespace
