#include "core/pricing/tiers.hpp"

#include "tests/pricing/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::pricing;
using namespace dealwright::pricing_test;
using model::PriceModel;

std::string total(const model::Price& price, std::string_view quantity) {
  Asked asked;
  asked.billable = decimal(quantity);
  return list_price(price, asked).to_string(2);
}

struct Row {
  std::string_view quantity;
  std::string_view expected;
};

void check(const model::Price& price, std::vector<Row> rows) {
  for (const auto& row : rows) {
    CAPTURE(row.quantity);
    CHECK(total(price, row.quantity) == row.expected);
  }
}

// Published prices, re-typed from public documentation.
TEST_CASE("graduated and volume tiers: Stripe, tiered pricing page") {
  const std::vector<model::Tier> tiers{tier("5", "7"), tier("10", "6.50"), tier("", "6")};
  check(tiered(PriceModel::volume, tiers),
        {{"1", "7.00"}, {"5", "35.00"}, {"6", "39.00"}, {"20", "120.00"}, {"25", "150.00"}});
  check(tiered(PriceModel::graduated, tiers), {{"5", "35.00"}, {"6", "41.50"}, {"10", "67.50"}, {"20", "127.50"}});
}

TEST_CASE("graduated and volume tiers: Stripe, older page") {
  const std::vector<model::Tier> tiers{tier("5", "5"), tier("10", "4"), tier("15", "3"), tier("20", "2"),
                                       tier("", "1")};
  check(tiered(PriceModel::volume, tiers), {{"5", "25.00"}, {"6", "24.00"}, {"20", "40.00"}, {"25", "25.00"}});
  check(tiered(PriceModel::graduated, tiers), {{"6", "29.00"}, {"20", "70.00"}, {"25", "75.00"}});
}

TEST_CASE("graduated tiers with flat fees: Lago, graduated") {
  const auto price = tiered(PriceModel::graduated, {tier("10", "10", "2"), tier("20", "5", "3"), tier("", "5", "3")});
  check(price, {{"0", "2.00"}, {"1", "12.00"}, {"10", "102.00"}, {"11", "110.00"}, {"12", "115.00"}, {"21", "163.00"}});
  auto skipped = price;
  skipped.flat_at_zero = model::FlatAtZero::skip;
  check(skipped, {{"0", "0.00"}, {"1", "12.00"}});
}

TEST_CASE("graduated tiers with decimal quantities: Lago, decimals") {
  check(tiered(PriceModel::graduated, {tier("0.1", "10"), tier("1", "5"), tier("", "2")}),
        {{"0.05", "0.50"}, {"0.5", "3.00"}});
}

TEST_CASE("volume tiers with a flat fee: Lago, volume") {
  check(tiered(PriceModel::volume, {tier("10000", "0.0010", "10"), tier("50000", "0.0008", "10"),
                                    tier("100000", "0.0006", "10"), tier("", "0.0004", "10")}),
        {{"65000", "49.00"}});
}

TEST_CASE("packages count when started") {
  // Lago, package: 5 per 100, the first 100 free; 201 units leave 101 billable ones, two packages.
  model::Price price;
  price.model = PriceModel::package;
  price.amount = decimal("5");
  price.size = decimal("100");
  check(price, {{"101", "10.00"}, {"100", "5.00"}, {"0.000001", "5.00"}, {"0", "0.00"}});
}

TEST_CASE("stairstep charges the flat fee of one tier, up_to inclusive") {
  const auto price =
      tiered(PriceModel::stairstep, {tier("100", "0", "20"), tier("500", "0", "60"), tier("", "0", "150")});
  check(
      price,
      {{"0", "20.00"}, {"1", "20.00"}, {"100", "20.00"}, {"100.000001", "60.00"}, {"500", "60.00"}, {"501", "150.00"}});
}

TEST_CASE("a block size charges started blocks within the tier") {
  // 0-100 at 1 each; above in blocks of 50 at 20: 101 units are 100 x 1 + 1 block; 151 are two blocks.
  auto tiers = std::vector<model::Tier>{tier("100", "1"), tier("", "20")};
  tiers[1].block = decimal("50");
  check(tiered(PriceModel::graduated, tiers),
        {{"100", "100.00"}, {"101", "120.00"}, {"150", "120.00"}, {"151", "140.00"}});
  // By volume the block counts all units: 120 are three started blocks of 50.
  check(tiered(PriceModel::volume, tiers), {{"100", "100.00"}, {"120", "60.00"}});
}

TEST_CASE("percentage of metered money with a fee and bounds per event") {
  model::Price price;
  price.model = PriceModel::percentage;
  price.rate = decimal("0.01");
  price.event_fee = decimal("0.10");
  price.least = decimal("0.50");
  price.most = decimal("3");
  Asked asked;
  asked.has_events = true;
  asked.events = decimal("100");
  asked.billable = decimal("10000");  // 100.00 an event: 1.00 + 0.10, within the bounds
  CHECK(list_price(price, asked).to_string(2) == "110.00");
  asked.billable = decimal("2000");  // 20.00 an event: 0.20 + 0.10 is under the least of 0.50
  CHECK(list_price(price, asked).to_string(2) == "50.00");
  asked.billable = decimal("100000");  // 1,000 an event: 10.10 is over the most of 3
  CHECK(list_price(price, asked).to_string(2) == "300.00");
  asked.events = Decimal();
  CHECK(list_price(price, asked).to_string(2) == "0.00");
  // Each reading by itself: 20 -> 0.50, 100 -> 1.10, 1,000 -> 3.
  const std::vector<Decimal> readings{decimal("20"), decimal("100"), decimal("1000")};
  asked.readings = readings;
  CHECK(list_price(price, asked).to_string(2) == "4.60");
}

TEST_CASE("graduated percentage") {
  model::Price price;
  price.model = PriceModel::percentage;
  price.tiers = {tier("1000", "0", "5"), tier("", "0")};
  price.tiers[0].rate = decimal("0.02");
  price.tiers[1].rate = decimal("0.01");
  // 1,000 x 2 % + 5 + 500 x 1 %
  check(price, {{"1500", "30.00"}, {"0", "5.00"}});
}

TEST_CASE("an agreed price takes the place of the one number of a price") {
  Asked asked;
  asked.billable = decimal("3");
  asked.count = decimal("2");
  asked.agreed = decimal("4.5");
  CHECK(list_price(flat("10"), asked).to_string(2) == "9.00");
  CHECK(list_price(per_unit("10"), asked).to_string(2) == "13.50");
  CHECK(takes_agreed_price(PriceModel::package));
  CHECK_FALSE(takes_agreed_price(PriceModel::graduated));
}

TEST_CASE("absurd products are said to be too large, not wrapped") {
  Asked asked;
  asked.billable = Decimal::from_micro(INT64_MAX);
  CHECK(list_price(per_unit("9223372036854"), asked).overflowed());
  CHECK(list_price(tiered(PriceModel::graduated, {tier("1", "9223372036854"), tier("", "9223372036854")}), asked)
            .overflowed());
}

}  // namespace
