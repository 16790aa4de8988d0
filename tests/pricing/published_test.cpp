// Prices worked out in public documentation, through the pricer and through the reference: whole deals, from the price
// book's tiers to the total of the contract. The source stands beside each row.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/pricing/compare.hpp"
#include "tests/pricing/fixtures.hpp"

namespace dealwright::tests {

namespace {

using namespace pricing_test;

// Prices a case both ways and gives the one result that they agree on.
const pricing::PricedDeal& price_both_ways(Case& deal) {
  const auto& fast = deal.price();
  const auto slow = reference::price({deal.book, deal.partner, deal.customer, deal.deal});
  REQUIRE(first_difference(fast, slow) == "");
  return fast;
}

struct Row {
  const char* source;
  model::Price price;
  const char* quantity;
  const char* total;
  const char* included = "0";
};

// Total of one month.
std::string total_of(const Row& row) {
  Case deal;
  auto sold = component("service", row.price);
  sold.meter = "units";
  sold.included = decimal(row.included);
  model::Meter meter;
  meter.id = "units";
  deal.book.meters.push_back(meter);
  deal.sell(sold).quantity = decimal(row.quantity);
  deal.deal.term_months = 1;
  return text(price_both_ways(deal).totals.tcv);
}

model::Price package_of(std::string_view amount, std::string_view size) {
  model::Price price;
  price.model = model::PriceModel::package;
  price.amount = decimal(amount);
  price.size = decimal(size);
  return price;
}

TEST_CASE("published tiers and packages") {
  using enum model::PriceModel;
  const std::vector<model::Tier> stripe{tier("5", "7"), tier("10", "6.50"), tier("", "6")};
  const std::vector<model::Tier> older{tier("5", "5"), tier("10", "4"), tier("15", "3"), tier("20", "2"),
                                       tier("", "1")};
  const std::vector<model::Tier> lago{tier("10", "10", "2"), tier("20", "5", "3"), tier("", "5", "3")};
  const std::vector<model::Tier> decimals{tier("0.1", "10"), tier("1", "5"), tier("", "2")};
  const std::vector<model::Tier> falling{tier("10000", "0.0010", "10"), tier("50000", "0.0008", "10"),
                                         tier("100000", "0.0006", "10"), tier("", "0.0004", "10")};
  const std::vector<Row> rows{
      {"Stripe, tiered pricing page: volume", tiered(volume, stripe), "1", "7.00"},
      {"Stripe, tiered pricing page: volume", tiered(volume, stripe), "5", "35.00"},
      {"Stripe, tiered pricing page: volume", tiered(volume, stripe), "6", "39.00"},
      {"Stripe, tiered pricing page: volume", tiered(volume, stripe), "20", "120.00"},
      {"Stripe, tiered pricing page: volume", tiered(volume, stripe), "25", "150.00"},
      {"Stripe, tiered pricing page: graduated", tiered(graduated, stripe), "5", "35.00"},
      {"Stripe, tiered pricing page: graduated", tiered(graduated, stripe), "6", "41.50"},
      {"Stripe, tiered pricing page: graduated", tiered(graduated, stripe), "10", "67.50"},
      {"Stripe, tiered pricing page: graduated", tiered(graduated, stripe), "20", "127.50"},
      {"Stripe, older page: volume", tiered(volume, older), "5", "25.00"},
      {"Stripe, older page: volume", tiered(volume, older), "6", "24.00"},
      {"Stripe, older page: volume", tiered(volume, older), "20", "40.00"},
      {"Stripe, older page: volume", tiered(volume, older), "25", "25.00"},
      {"Stripe, older page: graduated", tiered(graduated, older), "6", "29.00"},
      {"Stripe, older page: graduated", tiered(graduated, older), "20", "70.00"},
      {"Stripe, older page: graduated", tiered(graduated, older), "25", "75.00"},
      {"Lago, graduated with flat fees", tiered(graduated, lago), "0", "2.00"},
      {"Lago, graduated with flat fees", tiered(graduated, lago), "1", "12.00"},
      {"Lago, graduated with flat fees", tiered(graduated, lago), "10", "102.00"},
      {"Lago, graduated with flat fees", tiered(graduated, lago), "11", "110.00"},
      {"Lago, graduated with flat fees", tiered(graduated, lago), "12", "115.00"},
      {"Lago, graduated with flat fees", tiered(graduated, lago), "21", "163.00"},
      {"Lago, decimal quantities", tiered(graduated, decimals), "0.05", "0.50"},
      {"Lago, decimal quantities", tiered(graduated, decimals), "0.5", "3.00"},
      {"Lago, volume with a flat fee", tiered(volume, falling), "65000", "49.00"},
      {"Lago, package, the first 100 free", package_of("5", "100"), "201", "10.00", "100"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.source);
    CAPTURE(row.quantity);
    CHECK(total_of(row) == row.total);
  }
}

TEST_CASE("Lago, minimum on a plan: base 50 and 3 at 10 under a minimum of 100 bill 20 more") {
  Case deal;
  deal.sell(component("base", flat("50")));
  deal.sell(component("unit", per_unit("10"))).quantity = decimal("3");
  deal.deal.term_months = 1;
  deal.deal.commitment =
      model::Commitment{decimal("100"), model::CommitmentPeriod::month, model::CommitmentBasis::before_discount};
  const auto& totals = price_both_ways(deal).totals;
  CHECK(text(totals.true_up_total) == "20.00");
  CHECK(text(totals.tcv) == "100.00");
}

TEST_CASE("a minimum of 900 over a list of 1,000 less 20 %: 800 counted before the discount, 900 counted after it") {
  const auto total = [](model::CommitmentBasis basis) {
    Case deal;
    deal.sell(component("service", flat("1000")));
    deal.deal.term_months = 1;
    deal.deal.discount = decimal("0.2");
    deal.deal.commitment = model::Commitment{decimal("900"), model::CommitmentPeriod::month, basis};
    return text(price_both_ways(deal).totals.tcv);
  };
  CHECK(total(model::CommitmentBasis::before_discount) == "800.00");
  CHECK(total(model::CommitmentBasis::after_discount) == "900.00");
}

TEST_CASE("Odoo partnership agreement v11: a commission of 50 %, at most 150 a month, binds above 300") {
  const auto commission = [](const char* subscription) {
    Case deal;
    deal.sell(component("subscription", flat(subscription)));
    model::Price half;
    half.model = model::PriceModel::percentage;
    half.rate = decimal("0.5");
    half.of = {"subscription"};
    auto paid = component("commission", half);
    paid.maximum = decimal("150");
    deal.sell(paid);
    deal.deal.term_months = 1;
    return text(price_both_ways(deal).lines[1].net_total);
  };
  CHECK(commission("299") == "149.50");
  CHECK(commission("300") == "150.00");
  CHECK(commission("301") == "150.00");
  CHECK(commission("1000") == "150.00");
}

TEST_CASE("proration by actual days: 24.95 a month is 7.24 for 9 of 31 days and 18.30 for 22 of 30") {
  const auto first_period = [](int month, int day) {
    Case deal;
    deal.sell(component("service", flat("24.95")));
    deal.deal.start = *Date::from(2026, month, day);
    deal.deal.alignment = model::Alignment::calendar;
    return text(price_both_ways(deal).schedule.front().revenue);
  };
  CHECK(first_period(1, 23) == "7.24");  // 23 to 31 January
  CHECK(first_period(4, 9) == "18.30");  // 9 to 30 April
}

// 60 concurrent users on 4 cores: ceil(60 / 6) = 10 workers are wanted, 2 x 4 + 1 = 9 are the most; memory is 9 x (0.8
// x 150 MB
// + 0.2 x 1,024 MB) = 9 x 324.8 = 2,923.2 MB, published as 2,923.
TEST_CASE("Odoo's published sizing rule: 60 users on 4 cores are 9 workers and 2,923 MB") {
  Case deal;
  deal.customer.profile.concurrent_sessions = decimal("60");
  deal.customer.profile.compute_cores = decimal("4");
  model::Meter workers;
  workers.id = "workers";
  workers.sizing = model::Sizing{};
  workers.sizing->terms.push_back({"concurrent_sessions", decimal("1"), decimal("6")});
  workers.sizing->step = decimal("1");
  workers.sizing->limit_base = decimal("1");
  workers.sizing->limit_terms.push_back({"compute_cores", decimal("2"), decimal("1")});
  model::Meter memory;
  memory.id = "memory";
  memory.sizing = model::Sizing{};
  memory.sizing->terms.push_back({"workers", decimal("324.8"), decimal("1")});
  deal.book.meters = {memory, workers};
  auto worker = component("worker", per_unit("1"));
  worker.meter = "workers";
  deal.sell(worker);
  auto megabyte = component("megabyte", per_unit("1"));
  megabyte.meter = "memory";
  deal.sell(megabyte);
  deal.deal.term_months = 1;
  const auto& priced = price_both_ways(deal);
  CHECK(text(priced.lines[0].net_total) == "9.00");
  CHECK(text(priced.lines[1].net_total) == "2923.20");
}

}  // namespace

}  // namespace dealwright::tests
