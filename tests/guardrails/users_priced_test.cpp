#include "core/guardrails/users_priced.hpp"

#include "tests/guardrails/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::guardrails;
using namespace dealwright::guardrails_test;
using model::PriceModel;

// A book with one component on one meter.
model::PriceBook metered(const char* id, const char* name, const char* unit) {
  model::PriceBook book;
  book.meters.resize(1);
  book.meters[0].id = id;
  book.meters[0].name = name;
  book.meters[0].unit = unit;
  book.components = {component("component", per_unit("5"))};
  book.components[0].meter = id;
  return book;
}

bool priced(const model::PriceBook& book, int variant = -1) {
  const pricing::Book ready(book);
  REQUIRE(ready.usable());
  return UsersPriced(ready)(0, variant);
}

TEST_CASE("a meter counts users where its id, name or unit says so") {
  CHECK(priced(metered("users", "", "")));
  CHECK(priced(metered("active_user_count", "", "")));
  CHECK(priced(metered("m", "Named accounts", "")));
  CHECK(priced(metered("m", "namedAccount", "")));
  CHECK(priced(metered("m", "", "seat")));
  CHECK(priced(metered("m", "Log-ins and Logins", "")));
  CHECK(priced(metered("m", "Employees (heads)", "")));
  CHECK(priced(metered("m", "", "USER")));
  CHECK_FALSE(priced(metered("orders", "Orders", "order")));
  CHECK_FALSE(priced(metered("headless", "Headless storefronts", "storefront")));
  CHECK_FALSE(priced(metered("m", "Overheads of usernames", "")));
  CHECK_FALSE(priced(metered("accounts", "Ledger accounts", "account")));
  CHECK_FALSE(priced(metered("m", "Business rules", "")));
}

TEST_CASE("a meter counts users where they size it, directly or through others") {
  auto book = metered("workers", "", "worker");
  book.meters[0].sizing.emplace().terms.push_back({"concurrent_sessions", decimal("1"), decimal("6")});
  CHECK_FALSE(priced(book));
  book.meters[0].sizing->limit_terms.push_back({"users", decimal("1"), decimal("10")});
  CHECK(priced(book));
  book.meters[0].sizing->limit_terms.clear();
  book.meters.resize(2);
  book.meters[1].id = "inner";
  book.meters[1].sizing.emplace().terms.push_back({"users", decimal("1"), decimal("1")});
  CHECK_FALSE(priced(book));
  book.meters[0].sizing->terms.push_back({"inner", decimal("1"), decimal("1")});
  CHECK(priced(book));
}

TEST_CASE("only prices that follow the quantity price users") {
  auto book = metered("users", "", "");
  book.components[0].price = flat("100");
  CHECK_FALSE(priced(book));
  book.components[0].price.model = PriceModel::stairstep;
  book.components[0].price.tiers = {pricing_test::tier("", "0", "5")};
  CHECK(priced(book));
  // A percentage of other components follows their price.
  book.components.push_back(component("other", flat("10")));
  book.components[0].price = {};
  book.components[0].price.model = PriceModel::percentage;
  book.components[0].price.rate = decimal("0.1");
  book.components[0].price.of = {"other"};
  CHECK_FALSE(priced(book));
}

TEST_CASE("events and variants are looked at") {
  auto book = metered("value", "Order value", "");
  book.meters[0].money = true;
  book.meters.resize(2);
  book.meters[1].id = "logins";
  book.meters[1].sizing.emplace();
  book.components[0].price = {};
  book.components[0].price.model = PriceModel::percentage;
  book.components[0].price.rate = decimal("0.1");
  CHECK_FALSE(priced(book));
  book.components[0].price.events = "logins";
  CHECK(priced(book));

  auto by_variant = metered("users", "", "");
  by_variant.components[0].price = flat("100");
  by_variant.components[0].variants.resize(2);
  by_variant.components[0].variants[0].tenancy = model::Tenancy::dedicated;
  by_variant.components[0].variants[0].price = per_unit("1");
  by_variant.components[0].variants[1].tenancy = model::Tenancy::shared;
  CHECK_FALSE(priced(by_variant));
  CHECK(priced(by_variant, 0));
  CHECK_FALSE(priced(by_variant, 1));
}

TEST_CASE("without a meter the component's own name says it") {
  model::PriceBook book;
  book.components = {component("licence-per-user", flat("10"))};
  CHECK(priced(book));
  book.components = {component("user-training", flat("10"))};
  CHECK_FALSE(priced(book));
  book.components[0].name = "Access, per named account";
  CHECK(priced(book));
}

}  // namespace
