#include "core/document/reader.hpp"

#include <algorithm>
#include <string>

#include "core/document/limits.hpp"
#include "tests/document/reading.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::document;
using namespace dealwright::document_test;

TEST_CASE("five mistakes are five diagnostics, each where it stands") {
  // Columns counted by hand: two spaces, the quoted name, colon, space, value.
  const Found found = read_customer(
      "{\n"
      "  \"dealwright\": 1,\n"
      "  \"kind\": \"customer\",\n"
      "  \"id\": \"Acme\",\n"  // 4:9
      "  \"name\": \"Acme\",\n"
      "  \"ntoe\": \"a wholesaler\",\n"                                    // 6:3
      "  \"segment\": \"startup\",\n"                                      // 7:14
      "  \"currency\": \"EUX\",\n"                                         // 8:15
      "  \"profile\": {\"orders_per_month\": -5, \"peak_factor\": 1.5}\n"  // 9:35
      "}\n",
      {"customers/acme.json", {1, 1}, {}});
  CHECK_FALSE(found.is_good);
  REQUIRE(found.diagnostics.size() == 5);
  const auto check = [&](std::size_t i, int line, int column, const char* code, const char* pointer,
                         const char* nearest) {
    const Diagnostic& diagnostic = found.diagnostics[i];
    CAPTURE(to_line(diagnostic));
    CHECK(diagnostic.file == "customers/acme.json");
    CHECK(diagnostic.line == line);
    CHECK(diagnostic.column == column);
    CHECK(diagnostic.code == code);
    CHECK(diagnostic.pointer == pointer);
    CHECK(diagnostic.nearest == nearest);
    CHECK_FALSE(diagnostic.expected.empty());
    CHECK(diagnostic.severity == Severity::error);
  };
  check(0, 4, 9, "document.identifier", "/id", "");
  check(1, 6, 3, "document.unknown_key", "/ntoe", "note");
  check(2, 7, 14, "document.choice", "/segment", "startup_scale_up");
  check(3, 8, 15, "document.currency", "/currency", "EUR");
  check(4, 9, 35, "document.out_of_range", "/profile/orders_per_month", "");
  CHECK(found.diagnostics[1].message == "\"ntoe\" is not a field of a customer");
  CHECK(found.diagnostics[4].message == "\"orders_per_month\" is -5");
  CHECK(found.diagnostics[4].expected == "at least 0");
  // What could be read is kept, what could not has its default.
  CHECK(found.customer.name == "Acme");
  CHECK(found.customer.id.empty());
  CHECK(found.customer.profile.peak_factor == Decimal::from_micro(1'500'000));
  CHECK(found.customer.profile.orders_per_month.is_zero());
}

TEST_CASE("mistakes of single values") {
  struct Row {
    const char* members;
    const char* codes;
    const char* pointer;
    const char* expected;
    const char* nearest;
  };
  const Row rows[] = {
      {R"(, "note": 5)", "wrong_type", "/note", "a text", ""},
      {R"(, "note": null)", "wrong_type", "/note", "a value, or no such field", ""},
      {R"(, "note": {"a": [1, 2]})", "wrong_type", "/note", "a text", ""},
      {R"(, "profile ": 1)", "unknown_key", "/profile ", "", "profile"},
      {R"(, "a/b~c": 1)", "unknown_key", "/a~1b~0c", "", ""},
      {R"(, "name": "again")", "duplicate_key", "/name", "", ""},
      {R"(, "\u006eame": "again")", "duplicate_key", "/name", "", ""},
      {R"(, "country": "DEU")", "too_long", "/country", "at most 2", ""},
      {R"(, "note": "\ud83d")", "encoding", "/note", "", ""},
      {R"(, "note": "\ude00")", "encoding", "/note", "", ""},
      {R"(, "note": "\u0000")", "control_character", "/note", "", ""},
      {R"(, "note": "\u001b[31m")", "control_character", "/note", "", ""},
      {R"(, "note": "\x")", "syntax", "/note", "", ""},
      {R"(, "note": "\u12g4")", "syntax", "/note", "", ""},
      {R"(, "note": tru)", "syntax", "/note", "", ""},
      {R"(, "kind": "customer")", "duplicate_key", "/kind", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.members);
    const Found found = read_customer(customer_with(row.members));
    CHECK_FALSE(found.is_good);
    REQUIRE(found.diagnostics.size() == 1);
    const Diagnostic& diagnostic = found.diagnostics.front();
    CHECK(diagnostic.code == std::string("document.") + row.codes);
    CHECK(diagnostic.pointer == row.pointer);
    if (row.expected[0] != '\0') CHECK(diagnostic.expected == row.expected);
    CHECK(diagnostic.nearest == row.nearest);
    CHECK(diagnostic.line == 1);
    CHECK(diagnostic.column > 1);
  }
}

TEST_CASE("numbers") {
  struct Row {
    const char* value;
    const char* codes;  // "" where it is good
    std::int64_t micro;
  };
  const Row rows[] = {
      {"0", "", 0},
      {"-0", "", 0},
      {"12", "", 12'000'000},
      {"12.5", "", 12'500'000},
      {"1.25e3", "", 1'250'000'000},
      {"\"1249.50\"", "", 1'249'500'000},
      {"0.000001", "", 1},
      {"9223372036854.775807", "", INT64_MAX},
      {"9223372036854.775808", "out_of_range", 0},
      {"0.0000001", "places", 0},
      {"1e999", "out_of_range", 0},
      {"1e-999", "places", 0},
      {"99999999999999999999999999999999999999999999", "out_of_range", 0},
      {"\"twelve\"", "wrong_type", 0},
      {"\"\"", "wrong_type", 0},
      {"\" 1\"", "wrong_type", 0},
      {"\"1,5\"", "wrong_type", 0},
      {"01", "syntax", 0},
      {"1.", "syntax", 0},
      {".5", "syntax", 0},
      {"+1", "syntax", 0},
      {"0x10", "syntax", 0},
      {"NaN", "syntax", 0},
      {"Infinity", "syntax", 0},
      {"true", "wrong_type", 0},
      {"[1]", "wrong_type", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    const std::string text =
        R"({"dealwright": 1, "kind": "customer", "id": "acme", "name": "Acme", "segment": "b2b_wholesaler", "currency": "EUR", )"
        R"("profile": {"products": )" +
        std::string(row.value) + "}}";
    const Found found = read_customer(text);
    if (row.codes[0] == '\0') {
      CHECK(found.is_good);
      CHECK(found.customer.profile.products.micro() == row.micro);
    } else {
      REQUIRE(found.diagnostics.size() == 1);
      CHECK(found.diagnostics.front().code == std::string("document.") + row.codes);
      CHECK(found.diagnostics.front().pointer == "/profile/products");
    }
  }
}

TEST_CASE("format version and kind") {
  const auto with_header = [](std::string_view header) {
    return read_customer(
               "{" + std::string(header) +
               R"("id": "acme", "name": "Acme", "segment": "b2b_wholesaler", "currency": "EUR", "profile": {}})")
        .diagnostics;
  };
  CHECK(codes(with_header(R"("dealwright": 1, "kind": "customer", )")) == "");
  CHECK(codes(with_header(R"("kind": "customer", )")) == "missing");
  CHECK(codes(with_header(R"("dealwright": 1, )")) == "missing");
  CHECK(codes(with_header(R"("dealwright": 0, "kind": "customer", )")) == "version");
  CHECK(codes(with_header(R"("dealwright": "1", "kind": "customer", )")) == "version");
  // Nothing else is told of a document that is another's: its fields may well be right there.
  const Diagnostics newer = with_header(R"("dealwright": 2, "kind": "customer", "colour": 5, )");
  CHECK(codes(newer) == "version");
  CHECK(newer.front().message == "the document has format version 2, which is newer than this program");
  CHECK(newer.front().pointer == "/dealwright");
  const Diagnostics other = with_header(R"("dealwright": 1, "kind": "deal", "term_months": 5, )");
  CHECK(codes(other) == "kind");
  CHECK(other.front().expected == "\"customer\"");
  CHECK(codes(read_customer("[]").diagnostics) == "wrong_type");
  CHECK(codes(read_customer("null").diagnostics) == "wrong_type");
}

TEST_CASE("what is required") {
  const Diagnostics diagnostics = read_customer(R"({"dealwright": 1, "kind": "customer"})").diagnostics;
  CHECK(codes(diagnostics) == "missing missing missing missing missing");
  CHECK(diagnostics[0].message == "\"id\" is missing in a customer");
  CHECK(diagnostics[0].pointer == "");
  CHECK(codes(read_customer(customer_with(R"(, "x": 1)")).diagnostics) == "unknown_key");
  CHECK(codes(read_customer(
                  R"({"dealwright": 1, "kind": "customer", "id": "acme", "name": "", "segment": "b2b_wholesaler",)"
                  R"( "currency": "EUR", "profile": {}})")
                  .diagnostics) == "empty");
}

TEST_CASE("fields that depend on a sibling") {
  CHECK(codes(read_book(book_with_price(R"({"model": "flat", "amount": "5.00"})"))) == "");
  CHECK(codes(read_book(book_with_price(R"({"amount": "5.00", "model": "flat"})"))) == "");

  const Diagnostics missing = read_book(book_with_price(R"({"model": "graduated"})"));
  CHECK(codes(missing) == "missing");
  CHECK(missing.front().message == "\"tiers\" is missing: it is needed where model is graduated");
  CHECK(missing.front().pointer == "/components/0/price");

  const Diagnostics foreign = read_book(book_with_price(R"({"model": "flat", "amount": "5.00", "rate": 0.5})"));
  CHECK(codes(foreign) == "not_applicable");
  CHECK(foreign.front().message == "\"rate\" does not belong where model is flat");
  CHECK(foreign.front().expected == "\"rate\" only where model is percentage");
  CHECK(foreign.front().pointer == "/components/0/price/rate");

  // Of a price whose model is not known nothing more can be said.
  CHECK(codes(read_book(book_with_price(R"({"model": "flatt", "rate": 0.5})"))) == "choice");
  CHECK(codes(read_book(book_with_price(R"({"rate": 0.5})"))) == "missing");
}

TEST_CASE("amounts have no more places than their currency") {
  CHECK(codes(read_book(book_with_price(R"({"model": "flat", "amount": "5.25"})", "EUR"))) == "");
  CHECK(codes(read_book(book_with_price(R"({"model": "flat", "amount": "5.253"})", "KWD"))) == "");
  const Diagnostics yen = read_book(book_with_price(R"({"model": "flat", "amount": "5.25"})", "JPY"));
  CHECK(codes(yen) == "places");
  CHECK(yen.front().expected == "a whole amount, as JPY has no decimal places");
  const Diagnostics euro = read_book(book_with_price(R"({"model": "flat", "amount": 5.255})", "EUR"));
  CHECK(codes(euro) == "places");
  CHECK(euro.front().expected == "at most 2 decimal places, as EUR has");
  CHECK(euro.front().pointer == "/components/0/price/amount");
  CHECK(codes(read_book(book_with_price(R"({"model": "per_unit", "unit": "0.012345"})", "JPY"))) == "");

  // The currency may come after the amount.
  const Diagnostics late = read_customer(R"({"dealwright": 1, "kind": "customer", "id": "acme", "name": "Acme",)"
                                         R"( "segment": "b2b_wholesaler", "profile": {"average_order_value": 7.5},)"
                                         R"( "currency": "JPY"})")
                               .diagnostics;
  CHECK(codes(late) == "places");
  CHECK(late.front().pointer == "/profile/average_order_value");
  // 18 + 20 + 14 + 15 + 29 bytes to the end of the segment, 13 to the brace, 23 to the value.
  CHECK(late.front().column == 133);
}

TEST_CASE("an amount with a comma is told how amounts are written") {
  const auto told = [](std::string_view members) {
    const Found found = read_customer(
        R"({"dealwright": 1, "kind": "customer", "id": "acme", "name": "Acme", "segment": "b2b_wholesaler", "currency": "EUR", )"
        R"("profile": {)" +
        std::string(members) + "}}");
    REQUIRE(codes(found.diagnostics) == "wrong_type");
    return found.diagnostics.front().expected;
  };
  CHECK(told(R"("average_order_value": "690,00")") ==
        "an amount such as \"1249.50\", with a decimal point and no comma");
  CHECK(told(R"("average_order_value": "1.690,00")") ==
        "an amount such as \"1249.50\", with a decimal point and no comma");
  CHECK(told(R"("average_order_value": "cheap, good")") == "an amount such as \"1249.50\"");
  CHECK(told(R"("average_order_value": true)") == "an amount such as \"1249.50\"");
  CHECK(told(R"("peak_factor": "1,5")") == "a number, with a decimal point and no comma");
}

TEST_CASE("ids of one list differ") {
  const Diagnostics diagnostics = read_book(
      R"({"dealwright": 1, "kind": "price_book", "id": "b", "currency": "EUR", "effective_from": "2026-01-01", "components": [],)"
      "\n \"roles\": [{\"id\": \"a\", \"hourly_cost\": 1},\n  {\"id\": \"b\", \"hourly_cost\": 1},\n  {\"id\": \"a\", "
      "\"hourly_cost\": 1}]}");
  REQUIRE(codes(diagnostics) == "duplicate_id");
  CHECK(diagnostics.front().message == "the id \"a\" is used by \"roles\" 1 and 3");
  CHECK(diagnostics.front().pointer == "/roles/2/id");
  CHECK(diagnostics.front().line == 4);
  CHECK(diagnostics.front().column == 10);  // two spaces, brace, quoted id, colon, space
}

TEST_CASE("lists have a maximum") {
  std::string lines;
  for (int i = 0; i < 51; ++i) lines += std::string(i > 0 ? ", " : "") + "\"g" + std::to_string(i) + "\"";
  const std::string text =
      R"({"dealwright": 1, "kind": "deal", "id": "d", "partner": "p", "customer": "c", "price_book": "b", "currency": "EUR",)"
      R"( "tenancy": "shared", "start": "2026-01-01", "term_months": 12, "guardrails": [)" +
      lines + "]}";
  model::Deal deal;
  Diagnostics diagnostics;
  Reader reader;
  CHECK_FALSE(reader.read(text, deal, diagnostics));
  REQUIRE(codes(diagnostics) == "too_many_items");
  CHECK(diagnostics.front().message == "\"guardrails\" has 51 items");
  CHECK(diagnostics.front().expected == "at most 50");
  CHECK(deal.guardrails.size() == 50);
}

TEST_CASE("places in a larger file are those of the larger file") {
  const Found found = read_customer("{\"kind\": \"customer\",\n \"id\": 5}", {"all.json", {7, 11}, "/documents/3"});
  REQUIRE_FALSE(found.diagnostics.empty());
  CHECK(found.diagnostics.front().line == 7);  // missing fields are told where the object begins
  CHECK(found.diagnostics.front().column == 11);
  CHECK(found.diagnostics.front().pointer == "/documents/3");
  CHECK(found.diagnostics.back().line == 8);
  CHECK(found.diagnostics.back().column == 8);
  CHECK(found.diagnostics.back().pointer == "/documents/3/id");
}

TEST_CASE("a value read before leaves nothing behind") {
  Reader reader;
  model::Customer customer;
  Diagnostics diagnostics;
  REQUIRE(
      reader.read(customer_with(R"(, "note": "long note to be forgotten", "country": "DE")"), customer, diagnostics));
  REQUIRE(reader.read(customer_with(""), customer, diagnostics));
  CHECK(customer.note.empty());
  CHECK(customer.country.empty());
}

TEST_CASE("a list of the wrong type is empty, whatever was read before") {
  Reader reader;
  model::Guardrails guardrails;
  Diagnostics diagnostics;
  const std::string start = R"({"dealwright": 1, "kind": "guardrails", "id": "g", "rules": )";
  REQUIRE(reader.read(start + R"([{"id": "r", "title": "R", "metric": "tcv", "severity": "error"}]})", guardrails,
                      diagnostics));
  REQUIRE(guardrails.rules.size() == 1);
  CHECK_FALSE(reader.read(start + "5}", guardrails, diagnostics));
  CHECK(guardrails.rules.empty());
}

TEST_CASE("an object alone") {
  Reader reader;
  model::Tier tier;
  Diagnostics diagnostics;
  CHECK(reader.read_object(R"({"up_to": 100, "unit": "0.02"})", tier, diagnostics));
  CHECK(tier.up_to == Decimal::whole(100));
  CHECK_FALSE(reader.read_object(R"({"up_to": 0})", tier, diagnostics));
  CHECK(codes(diagnostics) == "out_of_range");
  CHECK(diagnostics.front().expected == "at least 0.000001");
}

TEST_CASE("the kind of a text") {
  CHECK(peek_kind(R"({"dealwright": 1, "kind": "deal"})") == "deal");
  CHECK(peek_kind(R"({"x": {"kind": "no"}, "y": ["kind", {}], "kind" : "price_book", )") == "price_book");
  CHECK(peek_kind(R"({"kind": 5})") == "");
  CHECK(peek_kind(R"({"kind": "de)") == "");
  CHECK(peek_kind("[]") == "");
  CHECK(peek_kind("") == "");
}

}  // namespace
