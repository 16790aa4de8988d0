#include "core/pricing/pricer.hpp"

#include "tests/pricing/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::pricing;
using namespace dealwright::pricing_test;
using model::PriceModel;

TEST_CASE("the waterfall takes its stages in order and rounds once, at the end") {
  // 3 x 33.33 = 99.99; uplift none; term 5 %: 94.9905; prepay 2 %: 93.09069; volume 1 %: 92.1597831; line 10
  // %: 82.94380479; deal 3 %: 80.4554906463; rounded once to 80.46 (rounding at each stage would give 80.44).
  Case c;
  auto sold = component("any-users", per_unit("33.33"));
  c.sell(sold).quantity = decimal("3");
  c.deal.lines[0].discount = decimal("0.10");
  c.deal.discount = decimal("0.03");
  c.deal.billing = model::Billing::prepaid;
  c.book.discounts.resize(3);
  c.book.discounts[0] = {"t", model::DiscountKind::term, 12, {}, {}, decimal("0.05"), {}};
  c.book.discounts[1] = {"p", model::DiscountKind::prepay, 0, model::Billing::prepaid, {}, decimal("0.02"), {}};
  c.book.discounts[2] = {"v", model::DiscountKind::volume, 0, {}, decimal("99.99"), decimal("0.01"), {}};
  const auto& span = c.price().lines[0].spans[0];
  CHECK(span.waterfall.list.to_string() == "99.99");
  CHECK(span.waterfall.after_term.to_string() == "94.9905");
  CHECK(span.waterfall.after_prepay.to_string() == "93.09069");
  CHECK(span.waterfall.after_volume.to_string() == "92.1597831");
  CHECK(span.waterfall.after_line.to_string() == "82.94380479");
  CHECK(span.waterfall.after_deal.to_string() == "80.4554906463");
  CHECK(text(span.net) == "80.46");
  CHECK(text(c.priced.totals.tcv) == "965.52");                        // 12 x 80.46
  CHECK(text(c.priced.totals.discount_total) == "234.36");             // 12 x (99.99 - 80.46)
  CHECK(to_string(c.priced.totals.effective_discount) == "0.195320");  // 234.36 / 1199.88 = 0.19531953...
}

TEST_CASE("programme discounts: highest step reached, first of equals, only its service lines") {
  Case c;
  c.sell(component("a", flat("1000")));
  c.deal.term_months = 36;
  c.book.discounts = {{"t12", model::DiscountKind::term, 12, {}, {}, decimal("0.02"), {}},
                      {"t36", model::DiscountKind::term, 36, {}, {}, decimal("0.05"), {}},
                      {"t36b", model::DiscountKind::term, 36, {}, {}, decimal("0.50"), {}},
                      {"t48", model::DiscountKind::term, 48, {}, {}, decimal("0.90"), {}},
                      {"v", model::DiscountKind::volume, 0, {}, decimal("1000.01"), decimal("0.20"), {}},
                      {"s",
                       model::DiscountKind::prepay,
                       0,
                       model::Billing::monthly,
                       {},
                       decimal("0.10"),
                       {model::ServiceLine::support}}};
  CHECK(c.price().lines[0].spans[0].waterfall.term_rate == decimal("0.05"));
  CHECK(c.priced.lines[0].spans[0].waterfall.prepay_rate.is_zero());
  CHECK(c.priced.lines[0].spans[0].waterfall.volume_rate.is_zero());  // 1,000.00 does not reach 1,000.01
  CHECK(text(c.priced.lines[0].spans[0].net) == "950.00");
}

TEST_CASE("uplift compounds at each anniversary on a factor of nine places") {
  Case c;
  c.sell(component("a", flat("1000")));
  c.deal.term_months = 36;
  c.deal.uplift = model::Uplift{decimal("0.03"), 12, {}};
  const auto& line = c.price().lines[0];
  REQUIRE(line.spans.size() == 3);
  CHECK(text(line.spans[0].net) == "1000.00");
  CHECK(text(line.spans[1].net) == "1030.00");
  CHECK(text(line.spans[2].net) == "1060.90");
  CHECK(line.spans[2].from_period == 25);
  // 1.025^3 = 1.076890625; times 1.025 = 1.103812890625, kept as 1.103812891.
  CHECK(text(c.priced.totals.mrr_exit) == "1060.90");
  CHECK(text(c.priced.totals.arr) == "12730.80");
  CHECK(text(c.priced.totals.tcv) == "37090.80");  // 12 x (1,000 + 1,030 + 1,060.90)
  CHECK(text(c.priced.totals.acv) == "12363.60");
}

TEST_CASE("ramp segments bring their own quantity, price or discount") {
  Case c;
  auto& l = c.sell(component("a", per_unit("10")));
  l.quantity = decimal("5");
  l.ramp.resize(3);
  l.ramp[0].from_month = 1;
  l.ramp[0].to_month = 3;
  l.ramp[0].quantity = decimal("2");
  l.ramp[1].from_month = 4;
  l.ramp[1].to_month = 6;
  l.ramp[1].price = decimal("8");
  l.ramp[2].from_month = 7;
  l.ramp[2].to_month = 8;  // the last one may be shorter: the line's own values hold after it
  l.ramp[2].discount = decimal("0.5");
  const auto& line = c.price().lines[0];
  REQUIRE(line.spans.size() == 4);
  CHECK(text(line.spans[0].net) == "20.00");
  CHECK(text(line.spans[1].net) == "40.00");
  CHECK(text(line.spans[1].list) == "50.00");
  CHECK(text(line.spans[2].net) == "25.00");
  CHECK(text(line.spans[3].net) == "50.00");
  CHECK(line.spans[3].from_period == 9);
  CHECK(text(c.priced.totals.tcv) == "430.00");  // 3 x 20 + 3 x 40 + 2 x 25 + 4 x 50
}

TEST_CASE("included units, conversion and started units") {
  Case c;
  auto sold = component("traffic", per_unit("2"));
  model::Meter meter;
  meter.id = "mb";
  c.book.meters.push_back(meter);
  sold.meter = "mb";
  sold.units_per = decimal("1000");
  sold.unit_rounding = model::UnitRounding::up;
  sold.included = decimal("3");
  c.sell(sold).readings = {decimal("4000"), decimal("200")};  // 4,200 MB -> 4.2 -> 5 units, 3 included, 2 billed
  const auto& w = c.price().lines[0].spans[0].waterfall;
  CHECK(w.metered == decimal("4200"));
  CHECK(w.converted == decimal("5"));
  CHECK(w.billable == decimal("2"));
  CHECK(text(c.priced.lines[0].spans[0].net) == "4.00");
}

TEST_CASE("a percentage of components is taken of their rounded nets") {
  Case c;
  c.sell(component("a", flat("33.33"))).discount = decimal("0.10");  // 29.997 -> 30.00
  auto share = component("share", {});
  share.price.model = PriceModel::percentage;
  share.price.rate = decimal("0.15");
  share.price.of = {"a", "not-sold"};
  c.book.components.push_back(component("not-sold", flat("5")));
  c.deal.lines.insert(c.deal.lines.begin(), line("share"));  // stands before what it is taken of
  c.book.components.push_back(share);
  CHECK(text(c.price().lines[0].spans[0].net) == "4.50");
  CHECK(c.priced.lines[0].spans[0].waterfall.list.to_string() == "4.5");
}

TEST_CASE("Odoo commission: 50 %, at most 150 a month, binds above 300") {
  // Partnership agreement v11: the figures of a maximum on a line.
  for (const auto& [price, expected] : {std::pair{"299.99", "150.00"}, {"200", "100.00"}, {"1000", "150.00"}}) {
    Case c;
    c.sell(component("subscription", flat(price)));
    auto commission = component("commission", {});
    commission.price.model = PriceModel::percentage;
    commission.price.rate = decimal("0.5");
    commission.price.of = {"subscription"};
    commission.maximum = decimal("150");
    c.sell(commission);
    CHECK(text(c.price().lines[1].spans[0].net) == expected);
  }
}

TEST_CASE("free months charge nothing, minimum included, and cost like others") {
  Case c;
  auto sold = component("a", flat("100"));
  sold.minimum = decimal("20");
  sold.cost.amount = decimal("40");
  c.sell(sold);
  c.deal.free_months = model::FreeMonths{2, 1, {}};
  const auto& totals = c.price().totals;
  CHECK(text(totals.tcv) == "1000.00");
  CHECK(text(totals.cost_total) == "480.00");
  CHECK(text(totals.list_total) == "1200.00");
  CHECK(text(totals.mrr_start) == "100.00");  // as if not free
  CHECK(text(c.priced.schedule[0].revenue) == "0.00");
  CHECK(text(c.priced.schedule[2].revenue) == "100.00");
  c.deal.free_months->service_lines = {model::ServiceLine::support};
  CHECK(text(c.price().totals.tcv) == "1200.00");
}

TEST_CASE("minimum and maximum of a component") {
  Case c;
  auto sold = component("a", per_unit("1"));
  sold.minimum = decimal("50");
  sold.maximum = decimal("80");
  c.sell(sold).quantity = decimal("10");
  CHECK(text(c.price().lines[0].spans[0].net) == "50.00");
  c.deal.lines[0].quantity = decimal("79.5");
  CHECK(text(c.price().lines[0].spans[0].net) == "79.50");
  c.deal.lines[0].quantity = decimal("90");
  CHECK(text(c.price().lines[0].spans[0].net) == "80.00");
}

TEST_CASE("the deal's discount amount is shared by largest remainder") {
  Case c;
  c.sell(component("a", flat("10")));
  c.sell(component("b", flat("10")));
  c.sell(component("c", flat("10")));
  auto fixed = component("fixed", flat("100"));
  fixed.discountable = false;
  c.sell(fixed);
  c.deal.discount_amount = decimal("10");
  // 10.00 over three equal lines: 3.34, 3.33, 3.33.
  const auto& priced = c.price();
  CHECK(text(priced.lines[0].spans[0].net) == "6.66");
  CHECK(text(priced.lines[1].spans[0].net) == "6.67");
  CHECK(text(priced.lines[2].spans[0].net) == "6.67");
  CHECK(text(priced.lines[3].spans[0].net) == "100.00");
  c.deal.discount_amount = decimal("500");  // at most what is there
  CHECK(text(c.price().totals.mrr_start) == "100.00");
}

TEST_CASE("proration by actual days") {
  // 24.95 a month: 9 of 31 days -> 7.24 (24.95 x 9 / 31 = 7.2435), 22 of 30 days -> 18.30 (18.2967).
  Case c;
  c.sell(component("a", flat("24.95")));
  c.deal.alignment = model::Alignment::calendar;
  c.deal.term_months = 2;
  c.deal.start = *Date::from(2026, 1, 23);  // 23 to 31 January: 9 days; ends 22 March
  const auto& priced = c.price();
  REQUIRE(priced.schedule.size() == 3);
  CHECK(text(priced.schedule[0].revenue) == "7.24");
  CHECK(text(priced.schedule[1].revenue) == "24.95");
  CHECK(priced.schedule[2].to == *Date::from(2026, 3, 22));
  c.deal.start = *Date::from(2026, 6, 9);  // 9 to 30 June: 22 days
  CHECK(text(c.price().schedule[0].revenue) == "18.30");
  CHECK(text(c.priced.totals.mrr_start) == "24.95");
}

TEST_CASE("both roundings of a tie") {
  for (const auto& [mode, expected] :
       {std::pair{model::RoundingMode::half_up, "0.13"}, {model::RoundingMode::half_even, "0.12"}}) {
    Case c;
    c.book.rounding = mode;
    c.sell(component("a", per_unit("0.125")));
    CHECK(text(c.price().lines[0].spans[0].net) == expected);
  }
}

TEST_CASE("currencies without and with three decimals") {
  Case c;
  const Currency jpy = *Currency::from_code("JPY");
  c.book.currency = c.deal.currency = c.customer.currency = jpy;
  c.sell(component("a", per_unit("0.5"))).quantity = decimal("2001");
  CHECK(text(c.price().lines[0].spans[0].net) == "1001");  // 1,000.5 half up
  const Currency kwd = *Currency::from_code("KWD");
  c.book.currency = c.deal.currency = c.customer.currency = kwd;
  CHECK(text(c.price().lines[0].spans[0].net) == "1000.500");
}

TEST_CASE("a pricer gives the same whatever it priced before") {
  Case big;
  for (const char* id : {"a", "b", "c", "d"}) big.sell(component(id, flat("10")));
  Case small;
  small.sell(component("z", flat("5")));
  const Book big_book(big.book), small_book(small.book);
  Pricer used, fresh;
  PricedDeal from_used, from_fresh;
  Diagnostics none;
  REQUIRE(used.price({big.deal, big.partner, big.customer, big_book}, from_used, none));
  REQUIRE(used.price({small.deal, small.partner, small.customer, small_book}, from_used, none));
  REQUIRE(fresh.price({small.deal, small.partner, small.customer, small_book}, from_fresh, none));
  REQUIRE(from_used.lines.size() == 1);
  CHECK(from_used.lines[0].spans.size() == from_fresh.lines[0].spans.size());
  CHECK(from_used.totals.tcv == from_fresh.totals.tcv);
  REQUIRE(used.price({big.deal, big.partner, big.customer, big_book}, from_used, none));
  CHECK(from_used.lines.size() == 4);
  CHECK(text(from_used.totals.tcv) == "480.00");
}

}  // namespace
