#include "core/pricing/book.hpp"

#include <algorithm>

#include "tests/pricing/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::pricing;
using namespace dealwright::pricing_test;
using model::PriceModel;

// A book with one of everything; usable as it is.
model::PriceBook sound() {
  model::PriceBook book;
  book.id = "b";
  book.currency = *Currency::from_code("EUR");
  model::Meter orders;
  orders.id = "orders";
  orders.sizing = model::Sizing{};
  orders.sizing->terms.push_back({"orders_per_month", Decimal::whole(1), Decimal::whole(1)});
  model::Meter manual;
  manual.id = "manual";
  book.meters = {orders, manual};
  book.roles.push_back({"consultant", "", decimal("50")});
  model::ServiceTier gold;
  gold.id = "gold";
  book.service_tiers = {gold};
  auto metered = component("metered", tiered(PriceModel::graduated, {tier("10", "2"), tier("", "1")}));
  metered.meter = "orders";
  book.components = {component("base", flat("100")), metered, component("setup", flat("900"), model::Charge::one_off)};
  model::Package package;
  package.id = "p";
  package.components = {"base"};
  book.packages = {package};
  return book;
}

std::vector<std::string> problems(const model::PriceBook& source) {
  const Book book(source);
  std::vector<std::string> list;
  for (const auto& d : book.diagnostics()) list.push_back(d.code + " " + d.pointer);
  return list;
}

void check(const model::PriceBook& book, std::vector<std::string> expected) {
  CHECK(problems(book) == expected);
}

TEST_CASE("a sound book is usable and finds its parts by id") {
  const auto source = sound();
  const Book book(source);
  CHECK(book.usable());
  CHECK(book.component("metered") == 1);
  CHECK(book.component("nothing") == -1);
  CHECK(book.meter("manual") == 1);
  CHECK(book.role("consultant") == 0);
  CHECK(book.service_tier("gold") == 0);
  CHECK(book.package("p") == 0);
  CHECK(book.resolved_component(1).meter == 0);
}

TEST_CASE("names that nothing bears") {
  auto book = sound();
  book.components[1].meter = "order";
  book.components[0].cost.role = "consultnat";
  book.components[0].cost.meter = "none";
  book.components[0].variants.resize(1);
  book.components[0].variants[0].service_tier = "silver";
  book.packages[0].components.push_back("bass");
  book.packages[0].fair_use.push_back({"ordres", Decimal::whole(1)});
  book.packages[0].service_tier = "golf";
  check(book, {"reference.unknown /components/0/cost/meter", "reference.unknown /components/0/cost/role",
               "reference.unknown /components/0/variants/0/service_tier", "reference.unknown /components/1/meter",
               "reference.unknown /packages/0/service_tier", "reference.unknown /packages/0/components/1",
               "reference.unknown /packages/0/fair_use/0/meter"});
  const Book made(book);
  const auto& diagnostics = made.diagnostics();
  const auto order = std::find_if(diagnostics.begin(), diagnostics.end(),
                                  [](const auto& d) { return d.pointer == "/components/1/meter"; });
  CHECK(order->nearest == "orders");
}

TEST_CASE("a sizing rule may name numbers of the profile and meters only") {
  auto book = sound();
  book.meters[0].sizing->terms[0].of = "orders_per_mnth";
  check(book, {"price_book.sizing_term /meters/0/sizing/terms/0/of"});
  CHECK(Book(book).diagnostics().front().nearest == "orders_per_month");
}

TEST_CASE("circles are told with their path") {
  auto book = sound();
  book.meters[1].sizing = model::Sizing{};
  book.meters[1].sizing->limit_terms.push_back({"orders", Decimal::whole(1), Decimal::whole(1)});
  book.meters[0].sizing->terms.push_back({"manual", Decimal::whole(1), Decimal::whole(1)});
  check(book, {"price_book.sizing_circle /meters/0/sizing"});
  CHECK(Book(book).diagnostics().front().message.find("orders -> manual -> orders") != std::string::npos);

  auto percentages = sound();
  percentages.components[0].price.model = PriceModel::percentage;
  percentages.components[0].price.of = {"base"};
  percentages.components[0].price.rate = decimal("0.1");
  check(percentages, {"price_book.percentage_circle /components/0/price/of"});
  CHECK(Book(percentages).diagnostics().front().message.find("base -> base") != std::string::npos);
}

TEST_CASE("tiers must rise and end open") {
  auto book = sound();
  auto& tiers = book.components[1].price.tiers;
  tiers = {tier("10", "1"), tier("10", "1"), tier("", "1")};
  check(book, {"price_book.tier_order /components/1/price/tiers/1/up_to"});
  tiers = {tier("10", "1"), tier("20", "1")};
  check(book, {"price_book.open_tier_missing /components/1/price/tiers/1/up_to"});
  tiers = {tier("", "1"), tier("20", "1")};
  check(book, {"price_book.tier_after_open /components/1/price/tiers/0",
               "price_book.open_tier_missing /components/1/price/tiers/1/up_to"});
  book = sound();
  book.components[1].cost.tiers = {tier("5", "1")};
  check(book, {"price_book.open_tier_missing /components/1/cost/tiers/0/up_to"});
}

TEST_CASE("a tiered price needs a tier, a tiered percentage need not have any") {
  for (const auto price_model : {PriceModel::graduated, PriceModel::volume, PriceModel::stairstep}) {
    auto book = sound();
    book.components[1].price = tiered(price_model, {});
    check(book, {"price_book.tiers_missing /components/1/price/tiers"});
    book = sound();
    auto& variant = book.components[1].variants.emplace_back();
    variant.tenancy = model::Tenancy::dedicated;
    variant.price = tiered(price_model, {});
    check(book, {"price_book.tiers_missing /components/1/variants/0/price/tiers"});
  }
  auto book = sound();
  book.components[1].price = tiered(PriceModel::percentage, {});
  book.components[1].price.rate = decimal("0.1");
  book.meters[0].money = true;
  check(book, {});
}

TEST_CASE("percentages") {
  auto book = sound();
  auto& price = book.components[0].price;
  price.model = PriceModel::percentage;
  price.rate = decimal("0.1");
  check(book, {"price_book.percentage_of_nothing /components/0/price"});
  price.of = {"setup"};
  check(book, {"price_book.mixed_charges /components/0/price/of/0"});
  price.of = {"metered"};
  check(book, {});
  CHECK(Book(book).resolved_component(0).rank > Book(book).resolved_component(1).rank);
  price.least = decimal("2");
  price.most = decimal("1");
  check(book, {"price_book.least_above_most /components/0/price/most"});
  price.most.reset();
  price.events = "manual";
  check(book, {"price_book.events_unsized /components/0/price/events"});
}

TEST_CASE("costs need what they are counted by") {
  auto book = sound();
  book.components[0].cost.hours = decimal("2");
  book.components[1].cost.meter = "manual";
  check(book, {"price_book.hours_without_role /components/0/cost", "price_book.cost_unsized /components/1/cost/meter"});
}

TEST_CASE("bounds, variants and packages that contradict themselves") {
  auto book = sound();
  book.components[0].minimum = decimal("10");
  book.components[0].maximum = decimal("9");
  book.components[0].variants.resize(3);
  book.components[0].variants[1].tenancy = model::Tenancy::dedicated;
  book.components[0].variants[2].tenancy = model::Tenancy::dedicated;
  book.packages[0].components = {"base", "base"};
  check(book,
        {"price_book.maximum_under_minimum /components/0/maximum",
         "price_book.variant_of_nothing /components/0/variants/0", "price_book.variant_twice /components/0/variants/2",
         "price_book.package_component_twice /packages/0/components/1"});

  book = sound();
  book.packages[0].fair_use = {{"orders", decimal("5000")}, {"orders", decimal("9000")}};
  check(book, {"price_book.fair_use_twice /packages/0/fair_use/1/meter"});
}

TEST_CASE("what a meter is sized from is known through other meters") {
  auto book = sound();
  model::Meter value;
  value.id = "order_value";
  value.sizing = model::Sizing{};
  value.sizing->terms.push_back({"average_order_value", Decimal::whole(1), Decimal::whole(1)});
  model::Meter indirect;
  indirect.id = "indirect";
  indirect.sizing = model::Sizing{};
  indirect.sizing->terms.push_back({"order_value", Decimal::whole(1), Decimal::whole(1)});
  indirect.sizing->limit_terms.push_back({"users", Decimal::whole(1), Decimal::whole(1)});
  book.meters = {book.meters[0], book.meters[1], indirect, value};
  const Book made(book);
  CHECK(made.resolved_meter(2).uses_money);
  CHECK(made.resolved_meter(2).uses_users);
  CHECK_FALSE(made.resolved_meter(3).uses_users);
  CHECK_FALSE(made.resolved_meter(0).uses_money);
}

TEST_CASE("fields of tiers that the price model does not use") {
  auto with_rate = tier("10", "2");
  with_rate.rate = decimal("0.1");
  auto with_block = tier("", "1");
  with_block.block = decimal("5");
  auto book = sound();
  for (const auto price_model : {PriceModel::graduated, PriceModel::volume}) {
    book.components[1].price = tiered(price_model, {with_rate, with_block});
    check(book, {"price_book.tier_field /components/1/price/tiers/0/rate"});
  }
  book.components[1].price = tiered(PriceModel::stairstep, {with_rate, with_block});
  check(book, {"price_book.tier_field /components/1/price/tiers/0/unit",
               "price_book.tier_field /components/1/price/tiers/0/rate",
               "price_book.tier_field /components/1/price/tiers/1/unit",
               "price_book.tier_field /components/1/price/tiers/1/block"});
  book.meters[0].money = true;
  book.components[1].price = tiered(PriceModel::percentage, {with_rate, with_block});
  check(book, {"price_book.tier_field /components/1/price/tiers/0/unit",
               "price_book.tier_field /components/1/price/tiers/1/unit",
               "price_book.tier_field /components/1/price/tiers/1/block"});
  CHECK(Book(book).diagnostics().front().expected == "\"rate\"");
  book = sound();
  book.components[0].cost.tiers = {with_rate, with_block};
  check(book, {"price_book.tier_field /components/0/cost/tiers/0/rate"});
}

TEST_CASE("a percentage must have a rate that has an effect, and money to take it of") {
  auto book = sound();
  book.meters[0].money = true;
  auto& price = book.components[1].price;
  auto tenth = tier("", "0");
  tenth.rate = decimal("0.1");
  price = tiered(PriceModel::percentage, {});
  check(book, {"price_book.percentage_without_rate /components/1/price"});
  price.event_fee = decimal("0.25");  // a fee alone is a price
  check(book, {});
  price = tiered(PriceModel::percentage, {tenth});
  check(book, {});
  book.meters[0].money = false;
  check(book, {"price_book.percentage_not_money /components/1/price"});
  book.meters[0].money = true;
  price.rate = decimal("0.2");
  check(book, {"price_book.rate_and_tiers /components/1/price/rate"});
  price.of = {"base"};
  check(book, {"price_book.tiers_with_of /components/1/price/tiers"});
  price.tiers.clear();
  check(book, {});
  price.rate = Decimal();
  price.event_fee = decimal("0.25");  // no events where components are priced
  check(book, {"price_book.percentage_without_rate /components/1/price"});
}

}  // namespace
