#include "core/pricing/totals.hpp"

#include "tests/pricing/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::pricing_test;

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

}  // namespace
