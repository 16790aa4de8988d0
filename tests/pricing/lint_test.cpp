#include "core/pricing/lint.hpp"

#include "tests/pricing/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::pricing;
using namespace dealwright::pricing_test;
using model::PriceModel;

model::PriceBook book_of(model::Component c) {
  model::PriceBook book;
  book.id = "b";
  book.currency = *Currency::from_code("EUR");
  if (!c.meter.empty()) {
    model::Meter meter;
    meter.id = c.meter;
    book.meters.push_back(meter);
  }
  book.components.push_back(std::move(c));
  return book;
}

Diagnostics lint_of(const model::PriceBook& source) {
  const Book book(source);
  REQUIRE(book.usable());
  return lint(book);
}

TEST_CASE("buying more costs less in a volume table with a falling rate") {
  // Stripe's older page: 5 units cost 25, 6 cost 24; 10 cost 40, 11 cost 33; 15 cost 45, 16 cost 32; 20 cost 40, 21
  // cost 21.
  const auto found =
      lint_of(book_of(component("a", tiered(PriceModel::volume, {tier("5", "5"), tier("10", "4"), tier("15", "3"),
                                                                 tier("20", "2"), tier("", "1")}))));
  REQUIRE(found.size() == 4);
  CHECK(found[0].code == "price_book.cheaper_for_more");
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].pointer == "/components/0/price/tiers/1");
  CHECK(found[0].message == "6 of \"a\" cost 24.00 EUR, less than the 25.00 EUR of 5");
}

TEST_CASE("graduated tiers and rising steps never cost less for more") {
  CHECK(lint_of(book_of(component("a", tiered(PriceModel::graduated, {tier("5", "5"), tier("", "1")})))).empty());
  CHECK(lint_of(book_of(component("a", tiered(PriceModel::stairstep, {tier("5", "0", "10"), tier("", "0", "30")}))))
            .empty());
  CHECK(lint_of(book_of(component("a", tiered(PriceModel::stairstep, {tier("5", "0", "30"), tier("", "0", "10")}))))
            .size() == 1);
}

TEST_CASE("the smallest quantity below cost is found") {
  // Price 0.020 to 20,000, then 0.012; cost 0.014: 400 + 0.012 (q - 20,000) < 0.014 q from q = 80,001 on
  // (at 80,000 both are 1,120).
  auto c = component("orders", tiered(PriceModel::graduated, {tier("20000", "0.020"), tier("", "0.012")}));
  c.meter = "orders";
  c.cost.unit = decimal("0.014");
  auto found = lint_of(book_of(c));
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "price_book.below_cost");
  CHECK(found[0].message.find("from a quantity of 80001 ") != std::string::npos);
  c.cost.unit = decimal("0.012");
  CHECK(lint_of(book_of(c)).empty());
  // What the boundary includes is paid by the package: only the overage is compared.
  c.included = decimal("5000");
  CHECK(lint_of(book_of(c)).empty());
}

TEST_CASE("a fixed price under its hours is below cost at one") {
  auto c = component("support", flat("400"));
  c.cost.hours = decimal("6");
  c.cost.role = "consultant";
  auto book = book_of(c);
  book.roles.push_back({"consultant", "", decimal("70")});
  REQUIRE(lint_of(book).size() == 1);  // 6 x 70 = 420
  book.roles[0].hourly_cost = decimal("60");
  CHECK(lint_of(book).empty());
  book.components[0].variants.resize(1);
  book.components[0].variants[0].tenancy = model::Tenancy::dedicated;
  book.components[0].variants[0].price = flat("300");
  const auto found = lint_of(book);
  REQUIRE(found.size() == 1);
  CHECK(found[0].pointer == "/components/0/variants/0/price");
}

TEST_CASE("tiers that no quantity falls in") {
  auto c = component("a", tiered(PriceModel::graduated, {tier("10.2", "3"), tier("10.7", "2"), tier("", "1")}));
  c.unit_rounding = model::UnitRounding::up;
  auto found = lint_of(book_of(c));
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "price_book.tier_unreachable");
  CHECK(found[0].pointer == "/components/0/price/tiers/1");

  auto limited = component("a", tiered(PriceModel::graduated, {tier("10", "3"), tier("", "1")}));
  limited.meter = "m";
  auto book = book_of(limited);
  book.meters[0].sizing = model::Sizing{};
  book.meters[0].sizing->limit_base = decimal("10");
  found = lint_of(book);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "price_book.tier_unreachable");
  book.meters[0].sizing->limit_base = decimal("11");
  CHECK(lint_of(book).empty());
}

TEST_CASE("a boundary of a meter that nothing in the package is priced by") {
  auto metered = component("a", per_unit("1"));
  metered.meter = "m";
  auto book = book_of(metered);
  book.meters.resize(2);
  book.meters[1].id = "other";
  auto& package = book.packages.emplace_back();
  package.id = "p";
  package.components = {"a"};
  package.fair_use = {{"m", decimal("5")}, {"other", decimal("5")}};
  const auto found = lint_of(book);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "price_book.fair_use_idle");
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].pointer == "/packages/0/fair_use/1/meter");
}

model::PriceBook dated(std::string id, Date from, Date to = {}) {
  model::PriceBook book;
  book.id = std::move(id);
  book.series = "emea";
  book.effective_from = from;
  book.effective_to = to;
  return book;
}

TEST_CASE("validity of a series: overlaps are errors, gaps warnings") {
  const auto y2025 = dated("y2025", *Date::from(2025, 1, 1), *Date::from(2025, 12, 31));
  const auto y2026 = dated("y2026", *Date::from(2026, 1, 1));
  CHECK(lint_validity({&y2026, &y2025}).empty());
  const auto late = dated("late", *Date::from(2026, 2, 1));
  auto found = lint_validity({&y2025, &late});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "price_book.validity_gap");
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].file == "late");
  CHECK(found[0].message == "no price book of series \"emea\" is in force from 2026-01-01 to 2026-01-31");
  const auto early = dated("early", *Date::from(2025, 12, 31));
  found = lint_validity({&y2025, &early});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "price_book.validity_overlap");
  CHECK(found[0].severity == Severity::error);
  const auto open = dated("open", *Date::from(2024, 1, 1));
  CHECK(lint_validity({&open, &y2026}).size() == 1);
  // A short book within a long one: after it the long one is in force still, so there is no gap.
  const auto brief = dated("brief", *Date::from(2025, 2, 1), *Date::from(2025, 3, 31));
  const auto after_all = dated("after-all", *Date::from(2026, 2, 1));
  found = lint_validity({&y2025, &brief, &after_all});
  REQUIRE(found.size() == 2);
  CHECK(found[0].code == "price_book.validity_overlap");
  CHECK(found[0].file == "brief");
  CHECK(found[1].code == "price_book.validity_gap");
  CHECK(found[1].message == "no price book of series \"emea\" is in force from 2026-01-01 to 2026-01-31");
  auto other = y2026;
  other.series = "us";
  CHECK(lint_validity({&open, &other}).empty());
}

TEST_CASE("tiers at the end of what a number holds") {
  // 9,223,372,036,854.775807 is the greatest quantity: there is no whole number above 9,223,372,036,854.5.
  auto c = component("a", tiered(PriceModel::volume, {tier("9223372036854.5", "2"), tier("", "1")}));
  CHECK(lint_of(book_of(c)).empty());
  c.price.model = PriceModel::graduated;
  c.cost.tiers = {tier("9223372036854.5", "1"), tier("", "1")};
  CHECK(lint_of(book_of(c)).empty());
}

TEST_CASE("a limit under zero bills nothing, however much is included") {
  auto c = component("a", tiered(PriceModel::graduated, {tier("10", "3"), tier("", "1")}));
  c.meter = "m";
  c.included = decimal("9000000000000");
  auto book = book_of(c);
  book.meters[0].sizing = model::Sizing{};
  book.meters[0].sizing->limit_base = decimal("-9223372036854");
  const auto found = lint_of(book);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message ==
        "the sizing rule of meter \"m\" bills at most 0 units, so the tier above 10 is never reached by sizing");
}

TEST_CASE("a price that is below cost by less than a minor unit shows it") {
  auto c = component("orders", per_unit("0.012"));
  c.meter = "orders";
  c.cost.unit = decimal("0.0145");  // both are 0.01 EUR
  auto book = book_of(c);
  book.meters[0].unit = "order";
  auto found = lint_of(book);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message ==
        "\"orders\" is priced below cost from a quantity of 1 (order): 0.012 EUR against a cost of 0.014 EUR");
  book.components[0].cost.unit = decimal("2500.5");
  found = lint_of(book);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message.ends_with(": 0.01 EUR against a cost of 2,500.50 EUR"));
}

TEST_CASE("a book that ends before it begins") {
  const auto backwards = dated("backwards", *Date::from(2026, 1, 1), *Date::from(2025, 12, 31));
  const auto next = dated("next", *Date::from(2025, 6, 1));
  const auto found = lint_validity({&backwards, &next});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "price_book.validity_backwards");
  CHECK(found[0].severity == Severity::error);
  CHECK(found[0].file == "backwards");
  CHECK(found[0].pointer == "/effective_to");
  CHECK(found[0].expected == "at least 2026-01-01");
  const auto day = dated("day", *Date::from(2026, 1, 1), *Date::from(2026, 1, 1));
  CHECK(lint_validity({&day}).empty());
}

TEST_CASE("costs of roles that no book has, and two of one") {
  const Currency eur = *Currency::from_code("EUR"), usd = *Currency::from_code("USD");
  model::PriceBook book;
  book.roles = {{"consultant", "", decimal("50")}};
  model::Partner partner;
  partner.roles = {{"consultant", eur, decimal("40")},
                   {"consultent", eur, decimal("40")},
                   {"consultant", usd, decimal("44")},
                   {"consultant", eur, decimal("41")}};
  const auto found = lint_roles(partner, {&book});
  REQUIRE(found.size() == 2);
  CHECK(found[0].code == "partner.unknown_role");
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].pointer == "/roles/1/role");
  CHECK(found[0].nearest == "consultant");
  CHECK(found[1].code == "partner.role_twice");
  CHECK(found[1].severity == Severity::error);
  CHECK(found[1].pointer == "/roles/3/role");
  // Without price books nothing can be said of names.
  CHECK(lint_roles(partner, {}).size() == 1);
}

}  // namespace
