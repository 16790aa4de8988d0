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

TEST_CASE("commitment: the two published readings of discount and minimum") {
  // List 1,000, discount 20 %, minimum 900: basis before discount bills 800, basis after discount bills 900.
  Case c;
  c.sell(component("a", flat("1000"))).discount = decimal("0.20");
  c.deal.commitment =
      model::Commitment{decimal("900"), model::CommitmentPeriod::month, model::CommitmentBasis::before_discount};
  CHECK(text(c.price().lines[0].spans[0].net) == "800.00");
  c.deal.commitment->basis = model::CommitmentBasis::after_discount;
  CHECK(text(c.price().lines[0].spans[0].net) == "900.00");
  CHECK(text(c.priced.lines[0].spans[0].true_up) == "100.00");
  CHECK(c.priced.lines[0].spans.size() == 1);  // the same in every month
  CHECK(text(c.priced.totals.mrr_start) == "800.00");
}

TEST_CASE("commitment: Lago, minimum on a plan") {
  // Base 50 + 3 x 10, minimum 100: true-up 20.
  Case c;
  c.sell(component("base", flat("50")));
  c.sell(component("use", per_unit("10"))).quantity = decimal("3");
  c.deal.commitment =
      model::Commitment{decimal("100"), model::CommitmentPeriod::month, model::CommitmentBasis::before_discount};
  c.price();
  // Shared by 50 to 30: 12.50 and 7.50.
  CHECK(text(c.priced.lines[0].spans[0].true_up) == "12.50");
  CHECK(text(c.priced.lines[1].spans[0].true_up) == "7.50");
  CHECK(text(c.priced.schedule[5].billings) == "100.00");
}

TEST_CASE("commitment by year and by term: a shorter last year asks for its part") {
  Case c;
  c.sell(component("a", flat("50")));
  c.deal.term_months = 18;
  c.deal.commitment =
      model::Commitment{decimal("1000"), model::CommitmentPeriod::year, model::CommitmentBasis::after_discount};
  // Year one: 600 counted, 400 short in month 12. The half year asks for 500, 300 counted, 200 short in month 18.
  c.price();
  CHECK(text(c.priced.schedule[11].revenue) == "450.00");
  CHECK(text(c.priced.schedule[17].revenue) == "250.00");
  CHECK(text(c.priced.totals.true_up_total) == "600.00");
  c.deal.commitment->period = model::CommitmentPeriod::term;
  c.price();
  CHECK(text(c.priced.totals.true_up_total) == "100.00");  // 1,000 - 18 x 50
  CHECK(text(c.priced.schedule[17].billings) == "150.00");
}

TEST_CASE("a true-up where no line is active stands on the first monthly line") {
  Case c;
  c.sell(component("a", flat("50"))).end_month = 6;
  c.deal.commitment =
      model::Commitment{decimal("1000"), model::CommitmentPeriod::term, model::CommitmentBasis::after_discount};
  c.price();
  CHECK(text(c.priced.schedule[11].revenue) == "700.00");
  CHECK(text(c.priced.totals.tcv) == "1000.00");
}

TEST_CASE("billing in advance; bookings, billings and revenue add up to TCV") {
  for (const auto billing :
       {model::Billing::monthly, model::Billing::quarterly, model::Billing::annual, model::Billing::prepaid}) {
    Case c;
    c.deal.billing = billing;
    c.deal.term_months = 14;
    c.sell(component("a", flat("100")));
    auto once = component("setup", flat("1000"), model::Charge::one_off);
    once.delivery_months = 3;
    c.sell(once).start_month = 13;  // two of three delivery months are inside the term
    c.price();
    std::int64_t bookings = 0, billings = 0, revenue = 0;
    for (const auto& row : c.priced.schedule) {
      bookings += row.bookings.minor;
      billings += row.billings.minor;
      revenue += row.revenue.minor;
    }
    CHECK(bookings == 240'000);
    CHECK(billings == 240'000);
    CHECK(revenue == 240'000);
    CHECK(text(c.priced.schedule[12].revenue) == "600.00");
    const char* first = billing == model::Billing::monthly     ? "100.00"
                        : billing == model::Billing::quarterly ? "300.00"
                        : billing == model::Billing::annual    ? "1200.00"
                                                               : "1400.00";
    CHECK(text(c.priced.schedule[0].billings) == first);
    if (billing == model::Billing::annual)
      CHECK(text(c.priced.schedule[12].billings) == "1200.00");  // 200 + 1,000 once
  }
}

TEST_CASE("costs: wholesale, hours x role rate, third party") {
  Case c;
  c.book.roles.push_back({"engineer", "", decimal("80")});
  c.partner.roles.push_back({"engineer", *Currency::from_code("USD"), decimal("1")});
  c.partner.roles.push_back({"engineer", c.book.currency, decimal("60")});
  auto sold = component("a", flat("500"));
  sold.cost.amount = decimal("100");
  sold.cost.hours = decimal("1.5");
  sold.cost.role = "engineer";
  sold.cost.third_party = decimal("10");
  sold.cost.third_party_rate = decimal("0.02");
  c.sell(sold).quantity = decimal("2");
  const auto& span = c.price().lines[0].spans[0];
  CHECK(text(span.net) == "1000.00");
  CHECK(text(span.wholesale) == "200.00");
  CHECK(text(span.work) == "180.00");        // 2 x 1.5 h x 60, the partner's own rate in EUR
  CHECK(text(span.third_party) == "40.00");  // 2 x 10 + 2 % of 1,000
  CHECK(span.hours == decimal("3"));
  CHECK(text(c.priced.totals.gross_margin) == "6960.00");
  CHECK(to_string(c.priced.totals.margin) == "0.580000");
}

TEST_CASE("peak month: quantities times the peak factor, in price and in cost") {
  Case c;
  c.book.meters.resize(1);
  c.book.meters[0].id = "orders";
  c.book.meters[0].follows_peak = true;
  c.book.meters[0].sizing = model::Sizing{};
  c.book.meters[0].sizing->terms.push_back({"orders_per_month", Decimal::whole(1), Decimal::whole(1)});
  c.customer.profile.orders_per_month = decimal("1000");
  c.customer.profile.peak_factor = decimal("3");
  auto orders = component("orders", per_unit("0.02"));
  orders.meter = "orders";
  orders.included = decimal("1000");
  orders.cost.unit = decimal("0.01");
  c.sell(orders);
  auto hosting = component("hosting", flat("100"));
  hosting.cost.unit = decimal("0.05");
  hosting.cost.meter = "orders";
  c.sell(hosting);
  const auto& totals = c.price().totals;
  // Average: 100 net, cost 10 + 50. Peak: 2,000 orders above the boundary at 0.02 = 40, so 140 net; cost 30 + 150 =
  // 180.
  CHECK(to_string(totals.margin) == "0.400000");
  CHECK(text(totals.peak_net) == "140.00");
  CHECK(text(totals.peak_cost) == "180.00");
  CHECK(to_string(totals.peak_margin) == "-0.285714");
}

TEST_CASE("payback of the partner's one-off cost, linear inside the month") {
  Case c;
  auto monthly = component("a", flat("100"));
  monthly.cost.amount = decimal("40");
  c.sell(monthly);
  auto once = component("setup", flat("0"), model::Charge::one_off);
  once.cost.amount = decimal("150");
  c.sell(once);
  // Flows: -150 + 60 = -90, then 60 a month: -90, -30, +30. Crossed in month 3, half way: 2.5 months.
  CHECK(*c.price().totals.payback_month == 3);
  CHECK(to_string(c.priced.totals.payback) == "2.500000");
  c.book.components[1].cost.amount = decimal("60");
  CHECK(*c.price().totals.payback_month == 0);
  c.book.components[1].cost.amount = decimal("10000");
  CHECK_FALSE(c.price().totals.payback_month.has_value());
  CHECK_FALSE(c.priced.totals.payback.has_value());
}

TEST_CASE("a margin on no revenue has no value") {
  Case c;
  auto free = component("a", flat("0"));
  free.cost.amount = decimal("5");
  c.sell(free);
  CHECK_FALSE(c.price().totals.margin.has_value());
  CHECK_FALSE(c.priced.totals.effective_discount.has_value());
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

TEST_CASE("a commitment beyond the limit is refused, one at the limit adds up") {
  // 10^13 minor units are 1,000,000,000.0000 UF (four places): 120 months of them come to 120,000,000,000.0000.
  Case c;
  c.book.currency = c.deal.currency = c.customer.currency = *Currency::from_code("CLF");
  c.sell(component("a", flat("0")));
  c.deal.term_months = 120;
  c.deal.commitment =
      model::Commitment{decimal("1000000000"), model::CommitmentPeriod::month, model::CommitmentBasis::after_discount};
  CHECK(text(c.price().totals.tcv) == "120000000000.0000");
  CHECK(text(c.priced.totals.arr) == "0.0000");  // true-ups are no MRR
  for (const char* amount : {"1000000000.0001", "9223372036854.7758"}) {
    c.deal.commitment->amount = decimal(amount);
    CHECK(c.refusal() == "deal.too_large");
    CHECK(c.diagnostics[0].pointer == "/commitment/amount");
  }
  // No monthly line could be trued up, but a rule may ask what is committed.
  c.book.components[0].charge = model::Charge::one_off;
  CHECK(c.refusal() == "deal.too_large");
  // A year cut short to six months asks for half.
  c.deal.term_months = 6;
  c.deal.commitment->period = model::CommitmentPeriod::year;
  c.deal.commitment->amount = decimal("2000000000");
  c.book.components[0].charge = model::Charge::monthly;
  CHECK(text(c.price().totals.tcv) == "1000000000.0000");
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
