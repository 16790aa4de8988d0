#include "core/report/boundary.hpp"

#include <doctest/doctest.h>

namespace {

using namespace dealwright;

Decimal dec(const char* text) {
  Decimal value;
  REQUIRE(Decimal::parse(text, value) == DecimalError::none);
  return value;
}

model::Tier tier(const char* up_to, const char* unit, const char* flat = "0") {
  model::Tier out;
  if (*up_to != '\0') out.up_to = dec(up_to);
  out.unit = dec(unit);
  out.flat = dec(flat);
  return out;
}

// A book of one component on a meter of orders.
struct Example {
  model::PriceBook book;
  pricing::PricedLine line;
  std::vector<pricing::PricedLine> others;

  Example() {
    book.currency = *Currency::from_code("EUR");
    model::Meter orders;
    orders.id = "orders";
    orders.name = "Orders";
    orders.unit = "order";
    book.meters.push_back(orders);
    model::Component component;
    component.meter = "orders";
    book.components.push_back(component);
    line.component_index = 0;
    line.spans.emplace_back();
  }
  model::Price& price() { return book.components[0].price; }
  pricing::Waterfall& waterfall() { return line.spans[0].waterfall; }
  std::string words() const { return report::boundary(book, others, line); }
};

TEST_CASE("plurals") {
  CHECK(report::plural("order") == "orders");
  CHECK(report::plural("GB") == "GB");
  CHECK(report::plural("delivery") == "deliveries");
  CHECK(report::plural("day") == "days");
  CHECK(report::plural("compute unit") == "compute units");
  CHECK(report::plural("") == "");
}

TEST_CASE("a price per unit beyond an included quantity") {
  Example e;
  e.price().model = model::PriceModel::per_unit;
  e.price().unit = dec("0.020");
  e.waterfall().included = dec("5000");
  CHECK(e.words() == "includes 5,000 orders a month, then 0.02 per order");
  e.waterfall().term_rate = dec("0.05");
  CHECK(e.words() == "includes 5,000 orders a month, then 0.02 per order; less 5 %");
  e.waterfall().deal_rate = dec("0.1");  // 1 - 0.95 x 0.9 = 0.145
  CHECK(e.words() == "includes 5,000 orders a month, then 0.02 per order; less 14.5 %");
}

TEST_CASE("tiers in words") {
  Example e;
  e.price().model = model::PriceModel::graduated;
  e.price().tiers = {tier("20000", "0.020", "90"), tier("", "0.012")};
  CHECK(e.words() == "0.02 per order for the first 20,000 orders, 0.012 per order beyond");
  e.price().tiers = {tier("1", "3"), tier("", "2")};
  CHECK(e.words() == "3.00 per order for the first order, 2.00 per order beyond");
  e.price().tiers = {tier("20000", "0.020", "90"), tier("", "0.012")};
  e.price().model = model::PriceModel::volume;
  CHECK(e.words() ==
        "all at the price of the total: 0.02 per order plus 90.00 up to 20,000 orders; 0.012 per order beyond");
  e.price().model = model::PriceModel::stairstep;
  e.price().tiers = {tier("5", "0", "190"), tier("", "0", "420")};
  CHECK(e.words() == "190.00 up to 5 orders, 420.00 beyond");
}

TEST_CASE("packages, conversion, percentages, and nothing to count") {
  Example e;
  e.price().model = model::PriceModel::package;
  e.price().amount = dec("16");
  e.price().size = dec("50");
  CHECK(e.words() == "16.00 for each started 50 orders");
  e.price().model = model::PriceModel::per_unit;
  e.price().unit = dec("7");
  e.book.components[0].units_per = dec("100");
  e.waterfall().included = dec("5");
  CHECK(e.words() == "includes 500 orders a month, then 7.00 per 100 orders");
  e.price() = {};
  e.price().model = model::PriceModel::percentage;
  e.price().rate = dec("0.0125");
  e.price().most = dec("25");
  CHECK(e.words() == "1.25 % of orders, at most 25.00 per event");
  // A share of components names those that the deal holds.
  e.price().of = {"hosting", "storage"};
  e.others.emplace_back();
  e.others.back().component = "hosting";
  e.others.back().name = "Managed hosting";
  CHECK(e.words() == "1.25 % of the price of Managed hosting");
  e.price() = {};
  e.book.components[0].meter.clear();
  CHECK(e.words().empty());
}

}  // namespace
