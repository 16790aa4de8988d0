// Texts that are no JSON, or too much of it, and how the reader goes on.

#include <string>

#include "core/document/limits.hpp"
#include "core/document/writer.hpp"
#include "tests/document/reading.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::document;
using namespace dealwright::document_test;

TEST_CASE("texts that are no JSON give one diagnostic for it") {
  struct Row {
    const char* name;
    std::string text;
    const char* code;
    int line;
    int column;
  };
  const Row rows[] = {
      {"nothing", "", "document.syntax", 1, 1},
      {"only space", " \n ", "document.syntax", 1, 1},
      {"byte order mark", "\xEF\xBB\xBF{}", "document.byte_order_mark", 1, 1},
      {"UTF-16", std::string("\xFF\xFE{\0}\0", 6), "document.encoding", 1, 1},
      {"not UTF-8", "{\"name\": \"\xC3\x28\"}", "document.encoding", 1, 11},
      {"UTF-8 cut off at the end", "{\"name\": \"\xE2\x82", "document.encoding", 1, 11},
      {"raw NUL in a text", std::string("{\"name\": \"a\0b\"}", 15), "document.control_character", 1, 12},
      {"raw tab in a text", "{\"name\": \"a\tb\"}", "document.control_character", 1, 12},
      {"raw NUL outside", std::string("{\0}", 3), "document.syntax", 1, 2},
      {"text that does not close", "{\n \"name\": \"abc\n}", "document.syntax", 2, 10},
      {"text that does not close at the end", "{\"name\": \"abc", "document.syntax", 1, 10},
      {"missing comma", "{\"name\": \"a\"\n \"note\": \"b\"}", "document.syntax", 2, 2},
      {"missing colon", "{\"name\" \"a\"}", "document.syntax", 1, 9},
      {"missing value", "{\"name\": }", "document.syntax", 1, 10},
      {"name without quotes", "{name: 1}", "document.syntax", 1, 2},
      {"single quotes", "{'name': 'x'}", "document.syntax", 1, 2},
      {"a comment", "{ // x\n}", "document.syntax", 1, 3},
      {"a list that is not closed", "{\"x\": [1, 2", "document.syntax", 1, 12},
      {"wrong bracket", "{\"x\": [1, 2}", "document.syntax", 1, 12},
      {"two commas", "{\"x\": 1,, \"y\": 2}", "document.syntax", 1, 9},
      {"a backslash outside", "{\\\"x\": 1}", "document.syntax", 1, 2},
      {"nothing but a bracket", "]", "document.syntax", 1, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Found found = read_customer(row.text);
    CHECK_FALSE(found.is_good);
    Diagnostics about_syntax;
    for (const Diagnostic& diagnostic : found.diagnostics)
      if (diagnostic.code != "document.unknown_key") about_syntax.push_back(diagnostic);
    REQUIRE(about_syntax.size() == 1);
    CAPTURE(to_line(about_syntax.front()));
    CHECK(about_syntax.front().code == row.code);
    CHECK(about_syntax.front().line == row.line);
    CHECK(about_syntax.front().column == row.column);
  }
}

TEST_CASE("what stands before a syntax error is told too") {
  const Found found = read_customer("{\"dealwright\": 1, \"kind\": \"customer\",\n \"id\": \"A\",\n \"name\" }");
  CHECK(codes(found.diagnostics) == "identifier syntax");
  CHECK(found.diagnostics[1].line == 3);
  CHECK(found.diagnostics[1].column == 9);
}

TEST_CASE("what stands before the cut of a file that breaks off in quotes is told too, and the cut once") {
  const std::string begin = "{\"dealwright\": 1, \"kind\": \"customer\", \"id\": \"A\",\n ";
  for (const char* rest : {"\"na", "\"name\": \"Half", "\"name\": \"Half\\", "\"segment\": \"", "\"profile\": {\"x"}) {
    CAPTURE(rest);
    const Found found = read_customer(begin + rest);
    CHECK(codes(found.diagnostics) == "identifier syntax");
    CHECK(found.diagnostics[1].message == "the text ends in the middle: the quotes that open here do not close");
    CHECK(found.diagnostics[1].line == 2);
    CHECK(found.diagnostics[1].column == static_cast<int>(std::string_view(rest).rfind('"')) + 2);
  }
  const Found character = read_customer(begin + "\"name\": \"caf\xC3");
  CHECK(codes(character.diagnostics) == "identifier encoding");
  CHECK(character.diagnostics[1].column == 14);
  CHECK(codes(read_customer(begin + "\"name\": \"caf\xFF\"").diagnostics) == "encoding");
}

TEST_CASE("quotes that open behind the document and do not close") {
  const Found found = read_customer(customer_with("") + " \"x");
  CHECK_FALSE(found.is_good);
  CHECK(codes(found.diagnostics) == "syntax");
}

TEST_CASE("a comma before a closing bracket is told and reading goes on") {
  const Found found = read_customer(customer_with(R"(, "note": "n", "country": 5,)"));
  CHECK(codes(found.diagnostics) == "wrong_type syntax");
  CHECK(found.customer.note == "n");
}

TEST_CASE("text behind the document") {
  CHECK(codes(read_customer(customer_with("") + " x").diagnostics) == "trailing_text");
  CHECK(codes(read_customer(customer_with("") + "{}").diagnostics) == "trailing_text");
  CHECK(read_customer("\n\t " + customer_with("") + " \r\n").is_good);
}

TEST_CASE("a document cut off at any byte is told and never crashes") {
  model::Customer customer =
      read_customer(customer_with(R"(, "note": "\u00e9 caf\u00e9 \ud83d\ude00", "country": "DE")")).customer;
  customer.profile.orders_per_month = Decimal::whole(1200);
  const std::string whole = write_canonical(customer);
  Reader reader;
  for (std::size_t size = 0; size + 1 < whole.size(); ++size) {  // without the last newline it is whole
    const std::string cut(whole, 0, size);  // a copy, so that a sanitizer sees any step past its end
    model::Customer out;
    Diagnostics diagnostics;
    CAPTURE(size);
    REQUIRE_FALSE(reader.read(cut, out, diagnostics));
    REQUIRE_FALSE(diagnostics.empty());
    for (const Diagnostic& diagnostic : diagnostics) {
      REQUIRE(diagnostic.line >= 1);
      REQUIRE(diagnostic.column >= 1);
    }
  }
  model::Customer out;
  Diagnostics diagnostics;
  CHECK(reader.read(std::string_view(whole).substr(0, whole.size() - 1), out, diagnostics));
}

TEST_CASE("a document with any byte replaced never crashes") {
  const std::string whole = customer_with(R"(, "note": "\u00e9t\u00e9")");
  Reader reader;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char c : {'\0', '"', '\\', '{', ']', ',', '\x80', '\xF4', '7'}) {
      std::string changed = whole;
      changed[at] = c;
      model::Customer out;
      Diagnostics diagnostics;
      const bool is_good = reader.read(changed, out, diagnostics);
      REQUIRE(is_good == diagnostics.empty());
    }
  }
}

TEST_CASE("deep nesting") {
  const auto nested = [](std::size_t depth) {
    return customer_with(", \"note\": " + std::string(depth, '[') + std::string(depth, ']'));
  };
  CHECK(codes(read_customer(nested(60)).diagnostics) == "wrong_type");
  CHECK(codes(read_customer(nested(100)).diagnostics) == "wrong_type too_deep");
  CHECK(codes(read_customer(nested(1'000'000)).diagnostics) == "wrong_type too_deep");
  CHECK(codes(read_customer(customer_with(", \"x\": " + std::string(100'000, '{'))).diagnostics) ==
        "unknown_key syntax");
}

TEST_CASE("a text over 64 MiB is refused") {
  const std::string large(most_bytes + 1, ' ');
  CHECK(codes(read_customer(large).diagnostics) == "too_large");
}

TEST_CASE("no more than a thousand diagnostics are given") {
  std::string members;
  for (int i = 0; i < 5000; ++i) members += ", \"x" + std::to_string(i) + "\": 1";
  CHECK(read_customer(customer_with(members)).diagnostics.size() == most_diagnostics);
}

}  // namespace
