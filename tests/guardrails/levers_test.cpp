#include "core/guardrails/levers.hpp"

#include <string>

#include "tests/guardrails/changes.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::guardrails;
using namespace dealwright::guardrails_test;
using model::Lever;

TEST_CASE("deal discount: the largest that keeps a margin") {
  // TCV is 6,000 + 12 x 1,000 = 18,000 before discount, cost 6,000 + 12 x 400 = 10,800; at least 0.3 of TCV: TCV >=
  // 15,428.5714. With a discount d on all: 18,000 (1 - d); 1 - d >= 0.857143: d = 0.1428 (15,429.60; 0.1429 gives
  // 15,427.80).
  Guarded guarded;
  auto monthly = component("a", flat("1000"));
  monthly.cost.amount = decimal("400");
  guarded.sell(monthly);
  auto once = component("b", flat("6000"), model::Charge::one_off);
  once.cost.amount = decimal("6000");
  guarded.sell(once);
  guarded.deal.discount = decimal("0.25");
  guarded.at_least("gross_margin", "0.3");
  const auto change = way_out(guarded, Lever::deal_discount);
  REQUIRE(change);
  CHECK(change->pointer == "/discount");
  CHECK(change->from == "0.25");
  CHECK(change->to == "0.1428");
  CHECK(change->words == "Deal discount 25.0 % -> 14.28 %");
  CHECK(to_string(change->tcv_before) == "13500.00");
  CHECK(to_string(change->tcv_after) == "15429.60");
  CHECK(to_string(change->margin_before) == "2700.00");
  CHECK(to_string(change->margin_after) == "4629.60");
  CHECK(change->clears_all);
  // A term of n months: (6,000 + 1,000 n) 0.75 - 6,000 - 400 n >= 0.3 x 0.75 (6,000 + 1,000 n): 125 n >= 2,850: 22.8.
  const auto term = way_out(guarded, Lever::term_months);
  REQUIRE(term);
  CHECK(term->to == "23");
  CHECK(term->words == "Term 12 months -> 23 months");
}

TEST_CASE("a discount that stands exactly on the bound is found") {
  // 1 - 0.63 / 0.9 = 0.3 leaves exactly 0.63 of list.
  Guarded guarded;
  guarded.sell(component("a", flat("100"))).discount = decimal("0.4");
  guarded.deal.discount = decimal("0.1");
  guarded.at_most("effective_discount", "0.37");
  const auto change = way_out(guarded, Lever::line_discount);
  REQUIRE(change);
  CHECK(change->to == "0.3");
  CHECK(change->pointer == "/lines/0/discount");
  // 0.46 off, 0.6 left; with the line at 0.6 nothing of the deal's discount can give 0.63.
  CHECK_FALSE(way_out(guarded, Lever::deal_discount));
}

TEST_CASE("discount amounts, of the deal and of a line") {
  Guarded guarded;
  guarded.sell(component("a", flat("1000"))).discount_amount = decimal("120");
  guarded.deal.discount_amount = decimal("80");
  guarded.at_most("effective_discount", "0.15");  // 150 a month of 200
  auto change = way_out(guarded, Lever::deal_discount);
  REQUIRE(change);
  CHECK(change->pointer == "/discount_amount");
  CHECK(change->to == "30.00");
  change = way_out(guarded, Lever::line_discount);
  REQUIRE(change);
  CHECK(change->pointer == "/lines/0/discount_amount");
  CHECK(change->to == "70.00");
}

TEST_CASE("agreed prices, of the line and where the document states none") {
  Guarded guarded;
  auto sold = component("a", per_unit("0.02"));
  sold.meter = "orders";
  sold.cost.unit = decimal("0.0181");
  guarded.book.meters.resize(1);
  guarded.book.meters[0].id = "orders";
  guarded.sell(sold).quantity = decimal("10000");
  guarded.at_least("component_margin",
                   "0.1");  // 181.00 / 0.9 = 201.1111: 201.12 a month, 0.020112 an order; 0.020111 gives 201.11
  auto change = way_out(guarded, Lever::line_price);
  REQUIRE(change);
  CHECK(change->pointer == "/lines/0/price");
  CHECK(change->from == "");
  CHECK(change->to == "0.020112");
  CHECK(change->words == "Price of a 0.02 EUR -> 0.020112 EUR");
  guarded.deal.lines[0].price = decimal("0.019");
  change = way_out(guarded, Lever::line_price);
  REQUIRE(change);
  CHECK(change->from == "0.019");
  CHECK(change->to == "0.020112");
}

TEST_CASE("a line that a package brings is added to the deal") {
  Guarded guarded;
  auto sold = component("a", flat("100"));
  sold.cost.amount = decimal("80");
  guarded.book.components.push_back(sold);
  guarded.book.packages.resize(1);
  guarded.book.packages[0].id = "package";
  guarded.book.packages[0].components = {"a"};
  guarded.deal.package = "package";
  guarded.at_least("component_margin", "0.5");
  const auto change = way_out(guarded, Lever::line_price);
  REQUIRE(change);
  CHECK(change->pointer == "/lines/0");
  CHECK(change->from == "");
  CHECK(change->to == R"({"component": "a", "price": "160.00"})");
  guarded.deal = edited(guarded.deal, change->pointer, change->to);
  CHECK(guarded.passes());
}

TEST_CASE("quantities go by one, or by the step of the meter") {
  Whole whole;
  whole.at_least("mrr_exit", "1935");  // 1,900 and 2.00 a GB: 17.5 GB more
  const auto only_storage = [&] {
    whole.rules.rules[0].metric = "price";
    whole.rules.rules[0].min = decimal("1.55");
    whole.rules.rules[0].base = model::RuleBase::cost;
    whole.rules.rules[0].when = {{"component", {}, {}, {"storage"}}};
  };
  auto change = way_out(whole, Lever::quantity);
  REQUIRE(change);
  CHECK(change->pointer == "/lines/1/quantity");
  CHECK(change->to == "118");
  CHECK(change->words == "Quantity of storage 100 -> 118");
  whole.book.meters[0].sizing.emplace().step = decimal("25");
  change = way_out(whole, Lever::quantity);
  REQUIRE(change);
  CHECK(change->to == "125");
  // Price over cost of storage is 4 / 3 whatever the quantity, and a quantity of zero measures nothing.
  only_storage();
  CHECK_FALSE(way_out(whole, Lever::quantity));
}

TEST_CASE("of two sides the nearer is taken") {
  // To 100 units 2.00 each, to 200 all at 1.00, above all at 1.80; each costs 1.50. At least 1.1 x cost hold up to 100
  // and from 201.
  Guarded guarded;
  auto sold = component("a", pricing_test::tiered(model::PriceModel::volume,
                                                  {pricing_test::tier("100", "2"), pricing_test::tier("200", "1"),
                                                   pricing_test::tier("", "1.8")}));
  sold.meter = "orders";
  sold.cost.unit = decimal("1.5");
  guarded.book.meters.resize(1);
  guarded.book.meters[0].id = "orders";
  guarded.sell(sold).quantity = decimal("190");
  guarded.at_least("price", "1.1").base = model::RuleBase::cost;
  auto change = way_out(guarded, Lever::quantity);
  REQUIRE(change);
  CHECK(change->to == "201");
  guarded.deal.lines[0].quantity = decimal("110");
  change = way_out(guarded, Lever::quantity);
  REQUIRE(change);
  CHECK(change->to == "100");
  // As near to both sides: the lower. Between two whole numbers: the next whole one.
  guarded.deal.lines[0].quantity = decimal("150.5");
  change = way_out(guarded, Lever::quantity);
  REQUIRE(change);
  CHECK(change->to == "100");
  guarded.deal.lines[0].quantity = decimal("100.5");
  change = way_out(guarded, Lever::quantity);
  REQUIRE(change);
  CHECK(change->to == "100");
  guarded.deal.lines[0].quantity = decimal("150.6");
  change = way_out(guarded, Lever::quantity);
  REQUIRE(change);
  CHECK(change->to == "201");
}

TEST_CASE("terms: months, days, free months") {
  Whole whole;
  whole.deal.payment_days = 61;
  whole.at_most("payment_days", "45");
  auto change = way_out(whole, Lever::payment_days);
  REQUIRE(change);
  CHECK(change->to == "45");
  CHECK(change->pointer == "/payment_days");
  CHECK(change->words == "Payment days 61 -> 45");
  CHECK(change->tcv_before == change->tcv_after);

  whole.rules.rules.clear();
  whole.deal.free_months = model::FreeMonths{4, 1, {}};
  whole.at_most("free_months", "1");
  change = way_out(whole, Lever::free_months);
  REQUIRE(change);
  CHECK(change->pointer == "/free_months/months");
  CHECK(change->to == "1");

  whole.rules.rules.clear();
  whole.at_least("term_months", "36");
  change = way_out(whole, Lever::term_months);
  REQUIRE(change);
  CHECK(change->to == "36");
}

TEST_CASE("commitments, stated or not") {
  // Recurring cost 10,800: at least 1.8 times are 19,440, 1,620 a month.
  Whole whole;
  whole.at_least("commitment_cover", "1.8");
  auto change = way_out(whole, Lever::commitment);
  REQUIRE(change);
  CHECK(change->pointer == "/commitment/amount");
  CHECK(change->from == "1500.00");
  CHECK(change->to == "1620.00");
  whole.deal.commitment.reset();
  change = way_out(whole, Lever::commitment);
  REQUIRE(change);
  CHECK(change->pointer == "/commitment");
  CHECK(change->from == "");
  CHECK(change->to == R"({"amount": "1620.00", "period": "month", "basis": "after_discount"})");
  CHECK(change->words == "Commitment none -> 1,620.00 EUR a month");
  whole.deal = edited(whole.deal, change->pointer, change->to);
  CHECK(whole.passes());
}

TEST_CASE("words: tenancy, service tier, billing") {
  Whole whole;
  whole.one_of("tenancy", {"dedicated"});
  auto change = way_out(whole, Lever::tenancy);
  REQUIRE(change);
  CHECK(change->to == "dedicated");
  CHECK(change->from == "shared");
  CHECK(change->words == "Tenancy shared -> dedicated");

  whole.rules.rules.clear();
  whole.one_of("service_tier", {"premium", "gold"});
  change = way_out(whole, Lever::service_tier);
  REQUIRE(change);
  CHECK(change->to == "premium");
  whole.deal.service_tier.clear();
  change = way_out(whole, Lever::service_tier);
  REQUIRE(change);
  CHECK(change->words == "Service tier not stated -> premium");

  // Of the billings that clear, the one with the smaller effect: prepaid takes 5 % off, annual nothing.
  whole.rules.rules.clear();
  whole.book.discounts = {
      {"prepaid", model::DiscountKind::prepay, 0, model::Billing::prepaid, {}, decimal("0.05"), {}}};
  whole.one_of("billing", {"prepaid", "annual"});
  change = way_out(whole, Lever::billing);
  REQUIRE(change);
  CHECK(change->to == "annual");
  whole.rules.rules[0].one_of = {"prepaid"};
  change = way_out(whole, Lever::billing);
  REQUIRE(change);
  CHECK(change->to == "prepaid");
  CHECK(change->tcv_after.minor < change->tcv_before.minor);
  // A tier that the tenancy does not have cannot be priced.
  whole.rules.rules.clear();
  whole.book.service_tiers[1].tenancies = {model::Tenancy::dedicated};
  whole.deal.service_tier = "standard";
  whole.one_of("service_tier", {"premium"});
  CHECK_FALSE(way_out(whole, Lever::service_tier));
}

TEST_CASE("a duty goes back to the partner") {
  Whole whole;
  whole.deal.owns.brand = model::Party::provider;
  const auto finding = whole.finding(true);
  REQUIRE(finding.ways_out.size() == 1);
  CHECK(finding.ways_out[0].lever == Lever::duty);
  CHECK(finding.ways_out[0].pointer == "/owns/brand");
  CHECK(finding.ways_out[0].to == "partner");
  CHECK(finding.ways_out[0].words == "Owner of the brand provider -> partner");
  // What the partner's own document gives away no change of the deal brings back.
  whole.partner.owns.brand = model::Party::provider;
  CHECK(whole.finding(true).ways_out.empty());
}

TEST_CASE("a line is taken out") {
  Whole whole;
  whole.book.meters[0].unit = "user";
  auto finding = whole.finding(true);
  REQUIRE(finding.ways_out.size() == 1);
  CHECK(finding.ways_out[0].lever == Lever::remove_line);
  CHECK(finding.ways_out[0].pointer == "/lines/1");
  CHECK(finding.ways_out[0].from == "storage");
  CHECK(finding.ways_out[0].to == "");
  CHECK(finding.ways_out[0].words == "Line storage removed");
  CHECK(finding.ways_out[0].advice != "");
  // The only line cannot go.
  whole.deal.lines = {whole.deal.lines[1]};
  CHECK(whole.finding(true).ways_out.empty());
  // A line that the package brings again cannot go either.
  Whole packaged;
  packaged.book.meters[0].unit = "user";
  packaged.book.packages.resize(1);
  packaged.book.packages[0].id = "package";
  packaged.book.packages[0].components = {"storage"};
  packaged.deal.package = "package";
  CHECK(packaged.finding(true).ways_out.empty());
}

TEST_CASE("ramp segments have places of their own") {
  Guarded guarded;
  auto sold = component("a", flat("100"));
  sold.cost.amount = decimal("60");
  auto& line = guarded.sell(sold);
  line.ramp = {{1, 6, {}, {}, decimal("0.5")}, {7, {}, {}, {}, decimal("0.2")}};
  guarded.at_least("component_margin",
                   "0.15");  // net at least 720 / 0.85 = 847.06; 300 + 480 = 780: 67.06 more, 11.18 a month
  const auto change = way_out(guarded, Lever::line_discount);
  REQUIRE(change);
  // 11.18 a month in either segment: 0.3882 of 0.5 (61.18) or 0.0882 of 0.2 (91.18), the same effect; the first is
  // taken.
  CHECK(change->pointer == "/lines/0/ramp/0/discount");
  CHECK(change->to == "0.3882");
  CHECK(change->words == "Discount of a from month 1 50.0 % -> 38.82 %");
}

}  // namespace
