#include "core/document/references.hpp"

#include <doctest/doctest.h>

#include "core/document/model_types.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::document;

constexpr const char* book =
    R"({"dealwright": 1, "kind": "price_book", "id": "emea", "currency": "EUR", "effective_from": "2026-01-01",)"
    R"( "meters": [{"id": "orders"}], "components": [)"
    R"({"id": "platform", "service_line": "platform", "charge": "monthly", "price": {"model": "flat", "amount": "1.00"}},)"
    R"({"id": "orders", "meter": "orders", "service_line": "platform", "charge": "monthly", "price": {"model": "flat", "amount": "1.00"}}]})";
constexpr const char* partner =
    R"({"dealwright": 1, "kind": "partner", "id": "nord", "name": "Nord", "type": "digital_agency", "offer_model": "oem"})";
constexpr const char* customer =
    R"({"dealwright": 1, "kind": "customer", "id": "acme", "name": "Acme", "segment": "b2b_wholesaler", "currency": "EUR", "profile": {}})";

std::string deal(std::string_view customer_id, std::string_view price_book, std::string_view component) {
  return "{\"dealwright\": 1, \"kind\": \"deal\", \"id\": \"d\", \"partner\": \"nord\",\n \"customer\": \"" +
         std::string(customer_id) + "\",\n \"price_book\": \"" + std::string(price_book) +
         "\", \"currency\": \"EUR\", \"tenancy\": \"shared\", \"start\": \"2026-01-01\", \"term_months\": 12,\n"
         " \"lines\": [{\"component\": \"platform\"},\n  {\"component\": \"" +
         std::string(component) + "\"}]}";
}

struct Programme {
  Library<model::Programme> library;
  Diagnostics diagnostics;
  Reader reader;
  Programme() {
    add("book.json", book);
    add("partner.json", partner);
    add("customer.json", customer);
  }
  void add(std::string name, std::string text) {
    add_source(library, {std::move(name), std::move(text)}, reader, diagnostics);
  }
};

TEST_CASE("references that hold") {
  Programme programme;
  programme.add("d.json", deal("acme", "emea", "orders"));
  CHECK(check_references(programme.library, programme.diagnostics));
  CHECK(programme.diagnostics.empty());
}

TEST_CASE("a document that does not exist") {
  Programme programme;
  programme.add("d.json", deal("acne", "emea", "orders"));
  CHECK_FALSE(check_references(programme.library, programme.diagnostics));
  REQUIRE(programme.diagnostics.size() == 1);
  const Diagnostic& diagnostic = programme.diagnostics.front();
  CHECK(diagnostic.code == "document.dangling_reference");
  CHECK(diagnostic.file == "d.json");
  CHECK(diagnostic.line == 2);
  CHECK(diagnostic.column == 14);
  CHECK(diagnostic.pointer == "/customer");
  CHECK(diagnostic.message == "there is no customer \"acne\"");
  CHECK(diagnostic.nearest == "acme");
}

TEST_CASE("an element that the price book does not have") {
  Programme programme;
  programme.add("d.json", deal("acme", "emea", "order"));
  CHECK_FALSE(check_references(programme.library, programme.diagnostics));
  REQUIRE(programme.diagnostics.size() == 1);
  const Diagnostic& diagnostic = programme.diagnostics.front();
  CHECK(diagnostic.line == 5);
  CHECK(diagnostic.column == 17);
  CHECK(diagnostic.pointer == "/lines/1/component");
  CHECK(diagnostic.message == "the price book \"emea\" has no component \"order\"");
  CHECK(diagnostic.nearest == "orders");
}

TEST_CASE("of a price book that does not exist nothing more is said") {
  Programme programme;
  programme.add("d.json", deal("acme", "emeo", "nothing"));
  CHECK_FALSE(check_references(programme.library, programme.diagnostics));
  REQUIRE(programme.diagnostics.size() == 1);
  CHECK(programme.diagnostics.front().pointer == "/price_book");
  CHECK(programme.diagnostics.front().nearest == "emea");
}

TEST_CASE("a document with mistakes exists") {
  Programme programme;
  programme.add("bad.json", R"({"dealwright": 1, "kind": "customer", "id": "bad"})");
  programme.diagnostics.clear();
  programme.add("d.json", deal("bad", "emea", "orders"));
  CHECK(check_references(programme.library, programme.diagnostics));
}

TEST_CASE("a price book refers to its own elements") {
  Programme programme;
  std::string other = book;
  other.replace(other.find("emea"), 4, "apac");
  other.replace(other.find("\"meter\": \"orders\""), 17, "\"meter\": \"hours\"");
  programme.add("apac.json", other);
  CHECK_FALSE(check_references(programme.library, programme.diagnostics));
  REQUIRE(programme.diagnostics.size() == 1);
  CHECK(programme.diagnostics.front().pointer == "/components/1/meter");
  CHECK(programme.diagnostics.front().message == "the price book \"apac\" has no meter \"hours\"");
}

TEST_CASE("a document of a stream") {
  Programme programme;
  const std::string text = deal("acme", "emea", "disk");
  model::Deal read;
  REQUIRE(programme.reader.read(text, read, programme.diagnostics));
  CHECK_FALSE(check_references(programme.library, read, text, {"all.jsonl", {12, 1}, {}}, programme.diagnostics));
  REQUIRE(programme.diagnostics.size() == 1);
  CHECK(programme.diagnostics.front().file == "all.jsonl");
  CHECK(programme.diagnostics.front().line == 16);
}

TEST_CASE("a document whose text does not close exists where it states its id") {
  Programme programme;
  programme.add("bad.json", R"({"dealwright": 1, "kind": "customer", "id": "bad", "name": "Bad)");
  REQUIRE(programme.diagnostics.size() == 1);
  programme.diagnostics.clear();
  programme.add("d.json", deal("bad", "emea", "orders"));
  CHECK(check_references(programme.library, programme.diagnostics));
  // What breaks off within the id is none.
  Programme other;
  other.add("worse.json", R"({"dealwright": 1, "kind": "customer", "id": "wor)");
  other.add("d.json", deal("wor", "emea", "orders"));
  CHECK_FALSE(check_references(other.library, other.diagnostics));
}

TEST_CASE("references to one document that is not there, told as one") {
  Programme programme;
  for (const char* id : {"d1", "d2", "d3"}) {
    std::string text = deal("acme", id == std::string("d3") ? "apac" : "amer", "orders");
    text.replace(text.find("\"d\""), 3, "\"" + std::string(id) + "\"");
    programme.add(std::string(id) + ".json", text);
  }
  programme.add("d4.json", deal("acme", "emea", "no-such-component"));
  CHECK_FALSE(check_references(programme.library, programme.diagnostics));
  CHECK(programme.diagnostics.size() == 4);
  for (int times = 0; times < 2; ++times) {
    merge_dangling(programme.diagnostics);
    REQUIRE(programme.diagnostics.size() == 3);
    CHECK(programme.diagnostics[0].file == "d1.json");
    CHECK(programme.diagnostics[0].message ==
          "there is no price book \"amer\": this is the first of 2 references to it");
    CHECK(programme.diagnostics[1].message == "there is no price book \"apac\"");
    CHECK(programme.diagnostics[2].file == "d4.json");
  }
}

TEST_CASE("what is told twice is left out") {
  const auto told = [](Severity severity, const char* code, const char* file, int line, const char* message) {
    return Diagnostic{severity, code, file, line, 1, "/partner", message, {}, {}};
  };
  const Diagnostic dangling = told(Severity::error, "document.dangling_reference", "a.json", 2, "there is no x");
  const Diagnostic again = told(Severity::error, "reference.unknown", "a.json", 2, "no x");
  const Diagnostic elsewhere = told(Severity::error, "reference.unknown", "b.json", 2, "no x");
  const Diagnostic lint = told(Severity::warning, "lint", "b.json", 2, "is odd");
  const Diagnostic other_lint = told(Severity::warning, "lint", "b.json", 2, "is odd otherwise");
  const Diagnostic of_a_file = told(Severity::error, "file.unreadable", "c.json", 0, "cannot be read");
  Diagnostics all{again, dangling, elsewhere, lint, lint, other_lint, of_a_file, of_a_file, dangling};
  drop_retold(all);
  CHECK(all == Diagnostics{dangling, elsewhere, lint, other_lint, of_a_file, of_a_file});
}

}  // namespace
