#include "core/pricing/lines.hpp"

#include "tests/pricing/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::pricing_test;
using model::PriceModel;

TEST_CASE(
    "a package brings components with its fair-use boundaries; a line of the deal takes the place of its plain line") {
  Case c;
  c.book.meters.resize(1);
  c.book.meters[0].id = "orders";
  c.book.meters[0].sizing = model::Sizing{};
  c.book.meters[0].sizing->terms.push_back({"orders_per_month", Decimal::whole(1), Decimal::whole(1)});
  auto orders = component("orders-fee", per_unit("0.05"));
  orders.meter = "orders";
  orders.included = decimal("100");
  c.book.components = {component("base", flat("400")), orders, component("extra", flat("7"))};
  model::Package package;
  package.id = "grow";
  package.components = {"base", "orders-fee"};
  package.fair_use = {{"orders", decimal("5000")}};
  c.book.packages = {package};
  c.deal.package = "grow";
  c.customer.profile.orders_per_month = decimal("6200");
  auto changed = line("base");
  changed.discount = decimal("0.25");
  c.deal.lines = {line("extra"), changed};
  const auto& priced = c.price();
  REQUIRE(priced.lines.size() == 3);
  CHECK(priced.lines[0].component == "base");
  CHECK(priced.lines[0].deal_line == 1);
  CHECK(text(priced.lines[0].spans[0].net) == "300.00");
  CHECK(priced.lines[1].deal_line == -1);
  CHECK(text(priced.lines[1].spans[0].net) == "60.00");  // 1,200 above the boundary
  CHECK(priced.lines[2].component == "extra");
}

TEST_CASE("the most specific variant applies") {
  Case c;
  model::ServiceTier gold;
  gold.id = "gold";
  c.book.service_tiers = {gold};
  auto sold = component("a", flat("1"));
  sold.variants.resize(3);
  sold.variants[0].tenancy = model::Tenancy::dedicated;
  sold.variants[0].price = flat("2");
  sold.variants[1].service_tier = "gold";
  sold.variants[1].price = flat("3");
  sold.variants[2].tenancy = model::Tenancy::dedicated;
  sold.variants[2].service_tier = "gold";
  sold.variants[2].price = flat("4");
  c.sell(sold);
  CHECK(text(c.price().lines[0].spans[0].net) == "1.00");
  c.deal.tenancy = model::Tenancy::dedicated;
  CHECK(text(c.price().lines[0].spans[0].net) == "2.00");
  c.deal.service_tier = "gold";
  CHECK(text(c.price().lines[0].spans[0].net) == "4.00");
  c.deal.tenancy = model::Tenancy::shared;
  CHECK(text(c.price().lines[0].spans[0].net) == "3.00");
}

TEST_CASE("what keeps a deal from being priced") {
  const auto one_line = [](auto change) {
    Case c;
    c.sell(component("a", per_unit("10")));
    change(c);
    return c.refusal();
  };
  CHECK(one_line([](Case& c) {
          c.deal.currency = *Currency::from_code("USD");
          c.customer.currency = c.deal.currency;
        }) == "deal.currency");
  CHECK(one_line([](Case& c) { c.deal.lines[0].component = "aa"; }) == "reference.unknown");
  CHECK(one_line([](Case& c) { c.deal.service_tier = "gold"; }) == "reference.unknown");
  CHECK(one_line([](Case& c) { c.deal.package = "gold"; }) == "reference.unknown");
  CHECK(one_line([](Case& c) { c.deal.lines.clear(); }) == "deal.nothing_sold");
  CHECK(one_line([](Case& c) {
          c.deal.lines.clear();
          c.book.packages.emplace_back().id = "empty";
          c.deal.package = "empty";
        }) == "deal.nothing_sold");
  // 12 months from the last day of 2198 end with the last day of the calendar but one; a day later is a day too many.
  CHECK(one_line([](Case& c) { c.deal.start = *Date::from(2199, 1, 1); }) == "deal.term_past_calendar");
  CHECK(one_line([](Case& c) { c.deal.lines.push_back(c.deal.lines[0]); }) == "deal.component_twice");
  CHECK(one_line([](Case& c) { c.deal.lines[0].start_month = 13; }) == "deal.line_after_term");
  CHECK(one_line([](Case& c) {
          c.deal.lines[0].start_month = 5;
          c.deal.lines[0].end_month = 4;
        }) == "deal.line_backwards");
  CHECK(one_line([](Case& c) { c.deal.lines[0].readings = {decimal("1")}; }) == "deal.readings_without_meter");
  CHECK(one_line([](Case& c) {
          c.book.components[0].discountable = false;
          c.deal.lines[0].discount = decimal("0.1");
        }) == "deal.not_discountable");
  CHECK(one_line([](Case& c) { c.book.components[0].tenancies = {model::Tenancy::dedicated}; }) ==
        "deal.component_tenancy");
  CHECK(one_line([](Case& c) {
          c.book.components[0].price = tiered(PriceModel::volume, {tier("", "1")});
          c.deal.lines[0].price = decimal("3");
        }) == "deal.agreed_price_model");
  CHECK(one_line([](Case& c) { c.deal.lines[0].quantity = Decimal::from_micro(INT64_MAX); }) == "deal.too_large");
  CHECK(one_line([](Case& c) { c.book.components[0].meter = "none"; }) == "deal.price_book_unusable");
  CHECK(one_line([](Case& c) {
          c.book.components[0].charge = model::Charge::one_off;
          c.deal.lines[0].end_month = 3;
        }) == "deal.end_on_one_off");
}

TEST_CASE("ramps must follow each other") {
  const auto ramp = [](int first_to, int second_from, int second_to) {
    Case c;
    auto& l = c.sell(component("a", flat("10")));
    l.ramp.resize(2);
    l.ramp[0].from_month = 1;
    l.ramp[0].to_month = first_to;
    l.ramp[1].from_month = second_from;
    l.ramp[1].to_month = second_to;
    return c.refusal();
  };
  CHECK(ramp(3, 5, 6) == "deal.ramp_gap");
  CHECK(ramp(3, 3, 6) == "deal.ramp_overlap");
  CHECK(ramp(3, 4, 2) == "deal.ramp_backwards");
}

TEST_CASE("order value of a customer in another currency is not mixed in") {
  Case c;
  c.book.meters.resize(1);
  c.book.meters[0].id = "value";
  c.book.meters[0].money = true;
  c.book.meters[0].sizing = model::Sizing{};
  c.book.meters[0].sizing->terms.push_back({"average_order_value", Decimal::whole(1), Decimal::whole(1)});
  auto share = component("share", {});
  share.price.model = PriceModel::percentage;
  share.price.rate = decimal("0.01");
  share.meter = "value";
  c.sell(share);
  c.customer.currency = *Currency::from_code("USD");
  CHECK(c.refusal() == "deal.customer_currency");
  c.deal.lines[0].quantity = decimal("1000");  // stated in the deal's own currency
  CHECK(text(c.price().lines[0].spans[0].net) == "10.00");
}

TEST_CASE("a meter without a sizing rule counts what the deal states") {
  const auto make = [] {
    Case c;
    auto sold = component("workflows", per_unit("2"));
    sold.meter = "runs";
    c.book.meters.emplace_back().id = "runs";
    c.sell(sold);
    return c;
  };
  Case c = make();
  CHECK(c.refusal() == "deal.quantity_missing");
  CHECK(c.diagnostics[0].pointer == "/lines/0");
  c.deal.lines[0].quantity = decimal("0");
  CHECK(c.try_price());
  c = make();
  c.deal.lines[0].readings = {decimal("3")};
  CHECK(c.try_price());
  // A ramp states it where it covers every month of the line.
  c = make();
  auto& line = c.deal.lines[0];
  line.ramp.resize(2);
  line.ramp[0] = {1, 6, decimal("5"), {}, {}};
  line.ramp[1] = {7, 11, decimal("7"), {}, {}};
  CHECK(c.refusal() == "deal.quantity_missing");
  line.end_month = 11;
  CHECK(text(c.price().totals.tcv) == "130.00");  // 6 x 5 x 2 + 5 x 7 x 2
  line.ramp[1].quantity.reset();
  CHECK(c.refusal() == "deal.quantity_missing");
  // The package's plain line states nothing.
  c = make();
  c.deal.lines.clear();
  c.book.packages.emplace_back().id = "p";
  c.book.packages[0].components = {"workflows"};
  c.deal.package = "p";
  CHECK(c.refusal() == "deal.quantity_missing");
  CHECK(c.diagnostics[0].pointer == "/package");
  // A sizing rule, or neither price nor cost that follows the quantity: nothing is missing.
  c = make();
  c.book.meters[0].sizing.emplace().base = decimal("4");
  CHECK(text(c.price().totals.mrr_start) == "8.00");
  c = make();
  c.book.components[0].price = flat("9");
  CHECK(text(c.price().totals.mrr_start) == "9.00");
  c.book.components[0].cost.unit = decimal("1");
  CHECK(c.refusal() == "deal.quantity_missing");
  // Without a meter it is one.
  c.book.components[0].meter.clear();
  CHECK(text(c.price().totals.mrr_start) == "9.00");
}

TEST_CASE("a line states a quantity or readings") {
  Case c;
  auto sold = component("a", per_unit("2"));
  sold.meter = "m";
  c.book.meters.emplace_back().id = "m";
  c.sell(sold).readings = {decimal("3")};
  c.deal.lines[0].quantity = decimal("4");
  CHECK(c.refusal() == "deal.quantity_and_readings");
  CHECK(c.diagnostics[0].pointer == "/lines/0/readings");
}

}  // namespace
