#include "core/document/writer.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <doctest/doctest.h>

#include "core/document/model_types.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::document;

enum class Colour : std::uint8_t { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

// A result, as evaluation makes them: without notes.
struct Part {
  Money amount;
  Exact exact;
  Ratio share;
};
BOOST_DESCRIBE_STRUCT(Part, (), (amount, exact, share))

struct Outcome {
  std::string name;
  bool passed = false;
  std::int64_t count = 0;
  Decimal quantity;
  Colour colour = Colour::red;
  Date day;
  Month month;
  Currency currency;
  std::optional<int> limit;
  std::vector<Part> parts;
};
BOOST_DESCRIBE_STRUCT(Outcome, (), (name, passed, count, quantity, colour, day, month, currency, limit, parts))

TEST_CASE("a document in canonical form") {
  model::Deal deal;
  deal.id = "alpha";
  deal.note = "Say \"yes\"\\no,\n\tcaf\u00e9 \U0001F600";
  deal.partner = "p";
  deal.customer = "c";
  deal.price_book = "b";
  deal.currency = *Currency::from_code("EUR");
  deal.start = *Date::from(2026, 3, 1);
  deal.term_months = 12;  // the default, but required
  deal.discount = Decimal::from_micro(50'000);
  deal.discount_amount = Decimal::whole(12);
  deal.commitment.emplace().amount = Decimal::from_micro(900'500'000);
  deal.lines.resize(2);
  deal.lines[0].component = "platform";
  deal.lines[1].component = "orders";
  deal.lines[1].price = Decimal::from_micro(12'500);
  deal.lines[1].ramp.resize(1);
  deal.lines[1].ramp[0].quantity = Decimal::whole(0);  // zero that is stated is not the same as nothing
  CHECK(write_canonical(deal) == R"({
  "dealwright": 1,
  "kind": "deal",
  "id": "alpha",
  "note": "Say \"yes\"\\no,\n\tcafé 😀",
  "partner": "p",
  "customer": "c",
  "price_book": "b",
  "currency": "EUR",
  "tenancy": "shared",
  "start": "2026-03-01",
  "term_months": 12,
  "discount": 0.05,
  "discount_amount": "12.00",
  "commitment": {"amount": "900.50", "period": "month", "basis": "after_discount"},
  "lines": [
    {"component": "platform"},
    {"component": "orders", "price": "0.0125", "ramp": [{"from_month": 1, "quantity": 0}]}
  ]
}
)");
}

TEST_CASE("amounts follow the currency of the document, or of the object they stand in") {
  model::PriceBook book;
  book.id = "b";
  book.currency = *Currency::from_code("JPY");
  book.roles.resize(1);
  book.roles[0].id = "r";
  book.roles[0].hourly_cost = Decimal::whole(9000);
  CHECK(write_line(book).find(R"("hourly_cost": "9000")") != std::string::npos);
  book.currency = *Currency::from_code("KWD");
  CHECK(write_line(book).find(R"("hourly_cost": "9000.000")") != std::string::npos);

  model::Partner partner;
  partner.roles.resize(1);
  partner.roles[0].role = "r";
  partner.roles[0].currency = *Currency::from_code("USD");
  partner.roles[0].hourly_cost = Decimal::whole(80);
  CHECK(write_line(partner).find(R"({"role": "r", "currency": "USD", "hourly_cost": "80.00"})") != std::string::npos);
}

TEST_CASE("what states nothing is left out, even where it is required") {
  CHECK(write_line(model::Deal{}) == R"({"dealwright": 1, "kind": "deal", "tenancy": "shared", "term_months": 12})");
}

TEST_CASE("what a sibling makes necessary is written even if it is the default") {
  model::PriceBook book;
  book.discounts.resize(1);
  book.discounts[0].id = "d";
  book.discounts[0].kind = model::DiscountKind::prepay;
  CHECK(write_line(book).find(R"({"id": "d", "kind": "prepay", "billing": "monthly", "rate": 0})") !=
        std::string::npos);
}

TEST_CASE("a result is written whole") {
  Outcome outcome;
  outcome.name = "x";
  outcome.quantity = Decimal::from_micro(1'500'000);
  outcome.colour = Colour::green;
  outcome.month = Month::of(*Date::from(2026, 2, 3));
  outcome.parts.resize(2);
  outcome.parts[0] = {Money{124950, *Currency::from_code("EUR")}, Exact::from(Decimal::from_micro(12'345'500)),
                      Ratio{1, 3}};
  outcome.parts[1].amount = Money{500, *Currency::from_code("JPY")};
  CHECK(
      write_json(outcome, JsonStyle::line) ==
      R"({"name": "x", "passed": false, "count": 0, "quantity": 1.5, "colour": "green", "day": null, "month": "2026-02", )"
      R"("currency": null, "parts": [{"amount": "1249.50", "exact": "12.3455", "share": "0.333333"}, )"
      R"({"amount": "500", "exact": "0", "share": null}]})");
  outcome.limit = 3;
  outcome.day = *Date::from(2026, 2, 3);
  outcome.parts.clear();
  CHECK(write_json(outcome) == R"({
  "name": "x",
  "passed": false,
  "count": 0,
  "quantity": 1.5,
  "colour": "green",
  "day": "2026-02-03",
  "month": "2026-02",
  "currency": null,
  "limit": 3,
  "parts": []
}
)");
}

TEST_CASE("only what JSON demands is escaped") {
  const auto string = [](std::string_view text) {
    std::string out;
    append_string(out, text);
    return out;
  };
  CHECK(string("") == "\"\"");
  CHECK(string("a/b <é>") == "\"a/b <é>\"");
  CHECK(string("\"\\\n\r\t") == R"("\"\\\n\r\t")");
  CHECK(string(std::string_view("\0\x1f\x7f", 3)) == "\"\\u0000\\u001f\x7f\"");
}

}  // namespace
