#include "core/document/collection.hpp"

#include <doctest/doctest.h>

#include "core/document/model_types.hpp"
#include "core/document/writer.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::document;
using Programme = Library<model::Programme>;

std::string brand(std::string_view id, std::string_view more = "") {
  return R"({"dealwright": 1, "kind": "brand", "id": ")" + std::string(id) + R"(", "name": "B")" + std::string(more) +
         "}";
}

struct Filled {
  Programme library;
  Diagnostics diagnostics;
  Reader reader;
  bool add(std::string name, std::string text) {
    return add_source(library, {std::move(name), std::move(text)}, reader, diagnostics);
  }
};

TEST_CASE("single documents") {
  Filled filled;
  CHECK(filled.add("a.json", brand("a")));
  CHECK(filled.add("b.json", "\n" + brand("b")));
  CHECK(filled.diagnostics.empty());
  REQUIRE(filled.library.documents.brands.size() == 2);
  CHECK(filled.library.documents.brands[1].id == "b");
  REQUIRE(filled.library.entries.size() == 2);
  CHECK(filled.library.entries[1].source == 1);
  CHECK(filled.library.entries[1].index == 1);
  CHECK(filled.library.entries[1].kind == kind_index(type_of<model::Programme>(), "brand"));
}

TEST_CASE("one bad document never hides the others") {
  Filled filled;
  CHECK_FALSE(filled.add("bad.json", brand("bad", ", \"x\": 1")));
  CHECK_FALSE(filled.add("worse.json", "{\"kind\": \"brand\","));
  CHECK_FALSE(filled.add("empty.json", ""));
  CHECK(filled.add("good.json", brand("good")));
  CHECK(filled.library.documents.brands.size() == 1);
  REQUIRE(filled.diagnostics.size() >= 3);
  CHECK(filled.diagnostics.front().file == "bad.json");
  CHECK(filled.library.ids[0].find("bad")->second == LibraryIndex::unread);
}

TEST_CASE("documents a line") {
  Filled filled;
  CHECK_FALSE(filled.add("all.jsonl", brand("a") + "\r\n\n" + brand("B") + "\n" + brand("c")));
  CHECK(filled.library.documents.brands.size() == 2);
  REQUIRE(filled.diagnostics.size() == 1);
  CHECK(filled.diagnostics.front().line == 3);
  CHECK(filled.diagnostics.front().column == 42);  // 18 bytes of version, 17 of kind, 6 of "id": stand before it
  CHECK(filled.library.entries[1].begin == brand("a").size() + 3 + brand("B").size() + 1);
}

TEST_CASE("a bundle") {
  Filled filled;
  const std::string text =
      "{\"dealwright\": 1, \"kind\": \"programme\", \"id\": \"all\", \"exclude\": [\"old/*\"],\n"
      " \"documents\": [\n"
      "  {\"kind\": \"brand\", \"id\": \"a\", \"name\": \"A\"},\n"
      "  {\"kind\": \"brand\", \"id\": \"b\", \"nome\": \"B\", \"name\": \"B\"},\n"
      "  {\"kind\": \"brend\", \"id\": \"c\"},\n"
      "  {\"dealwright\": 1, \"kind\": \"brand\", \"id\": \"d\", \"name\": \"D\"}]}";
  CHECK_FALSE(filled.add("all.json", text));
  REQUIRE(filled.library.headers.size() == 1);
  CHECK(filled.library.headers[0].value.id == "all");
  CHECK(filled.library.headers[0].value.exclude == std::vector<std::string>{"old/*"});
  REQUIRE(filled.library.documents.brands.size() == 2);
  CHECK(filled.library.documents.brands[1].id == "d");
  REQUIRE(filled.diagnostics.size() == 2);
  CHECK(filled.diagnostics[0].pointer == "/documents/1/nome");
  CHECK(filled.diagnostics[0].line == 4);
  CHECK(filled.diagnostics[0].column == 32);
  CHECK(filled.diagnostics[1].code == "document.kind");
  CHECK(filled.diagnostics[1].nearest == "brand");
  CHECK(filled.diagnostics[1].line == 5);
  CHECK(filled.diagnostics[1].column == 12);
}

TEST_CASE("an entry knows where its document begins") {
  Filled filled;
  CHECK(filled.add("a.json", "\n " + brand("a")));
  CHECK(filled.add("b.jsonl", "\n" + brand("b") + "\n" + brand("c")));
  CHECK(filled.add("d.json", "{\"dealwright\": 1, \"kind\": \"programme\", \"id\": \"p\", \"documents\":\n  [" +
                                 brand("d") + ",\n   " + brand("e") + "]}"));
  // A document of its own begins with its file; in a line with the line; in a bundle at its brace.
  const Position expected[] = {{1, 1}, {2, 1}, {3, 1}, {2, 4}, {3, 4}};
  REQUIRE(filled.library.entries.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) {
    const Entry& entry = filled.library.entries[i];
    CHECK(entry.start == expected[i]);
    CHECK(entry.start == position_at(filled.library.sources[entry.source].text, entry.begin));
  }
}

TEST_CASE("a bundle on a line") {
  Filled filled;
  const std::string bundle =
      R"({"dealwright": 1, "kind": "programme", "id": "p", "documents": [)" + brand("a") + ", " + brand("B") + "]}";
  CHECK_FALSE(filled.add("all.jsonl", brand("c") + "\n" + bundle + "\n"));
  CHECK(filled.library.documents.brands.size() == 2);
  REQUIRE(filled.library.headers.size() == 1);
  CHECK(filled.library.headers.front().value.id == "p");
  REQUIRE(filled.diagnostics.size() == 1);
  CHECK(filled.diagnostics.front().line == 2);
  CHECK(filled.diagnostics.front().pointer == "/documents/1/id");
  // 64 bytes of the bundle, the first brand (58), a comma and a blank, 41 of the second.
  CHECK(brand("a").size() == 58);
  CHECK(filled.diagnostics.front().column == 64 + 58 + 2 + 41 + 1);
  CHECK(write_bundle_line(type_of<model::Programme>(), &filled.library.documents, {}).find('\n') == std::string::npos);
}

TEST_CASE("lines whose name does not say so") {
  Filled filled;
  const std::string text = brand("a") + "\n" + brand("b");
  CHECK(add_source(filled.library, {"standard input", text, true}, filled.reader, filled.diagnostics));
  CHECK(filled.library.documents.brands.size() == 2);
}

TEST_CASE("a document left out is known by kind and id where these can be read") {
  Filled marked;
  CHECK_FALSE(marked.add("a.json", "\xEF\xBB\xBF" + brand("a")));
  REQUIRE(marked.diagnostics.size() == 1);
  CHECK(marked.diagnostics.front().code == "document.byte_order_mark");
  CHECK(marked.library.ids[0].count("a") == 1);
  CHECK_FALSE(marked.library.has_unnamed);
  for (const char* text : {"", "nonsense", R"({"dealwright": 1, "kind": "brand", "name": "B"})",
                           R"({"dealwright": 1, "kind": "programme", "id": "p", "documents": [)"}) {
    CAPTURE(text);
    Filled filled;
    CHECK_FALSE(filled.add("a.json", text));
    CHECK(filled.library.has_unnamed);
  }
}

TEST_CASE("what is not a document") {
  const auto told = [](const char* text) {
    Filled filled;
    CHECK_FALSE(filled.add("x.json", text));
    REQUIRE(filled.diagnostics.size() == 1);
    return filled.diagnostics.front().code;
  };
  CHECK(told("") == "document.syntax");
  CHECK(told("{") == "document.syntax");
  CHECK(told("[]") == "document.wrong_type");
  CHECK(told("{}") == "document.missing");
  CHECK(told("{\"kind\": 5}") == "document.kind");
  CHECK(told("{\"kind\": \"invoice\"}") == "document.kind");
  CHECK(told("{\"dealwright\": 1, \"kind\": \"programme\", \"documents\": [5]}") == "document.wrong_type");
  CHECK(told("{\"dealwright\": 1, \"kind\": \"programme\", \"documents\": {}}") == "document.wrong_type");
}

TEST_CASE("of a bundle that breaks off at any byte every whole document is read, and its end is told once") {
  const std::string first = "{\"dealwright\": 1, \"kind\": \"programme\", \"documents\": [" + brand("a");
  const std::string second = first + ", " + brand("b", ", \"legal\": \"\xC3\xA9\xF0\x9F\x98\x80\"");
  const std::string whole = second + ", " + brand("c") + "]}";
  for (std::size_t size = first.size(); size < whole.size(); ++size) {
    CAPTURE(size);
    Filled filled;
    CHECK_FALSE(filled.add("cut.json", std::string(whole, 0, size)));
    REQUIRE(filled.diagnostics.size() == 1);
    const std::string& code = filled.diagnostics.front().code;
    CHECK((code == "document.syntax" || code == "document.encoding"));
    const std::size_t documents = size < second.size() ? 1 : size + 2 < whole.size() ? 2 : 3;
    CHECK(filled.library.documents.brands.size() == documents);
  }
}

TEST_CASE("two documents of one id") {
  Filled filled;
  CHECK(filled.add("first.json", "{\n \"dealwright\": 1, \"kind\": \"brand\",\n \"id\": \"a\", \"name\": \"First\"}"));
  CHECK_FALSE(filled.add("second.json", brand("a")));
  REQUIRE(filled.diagnostics.size() == 1);
  CHECK(filled.diagnostics.front().code == "document.duplicate_document");
  CHECK(filled.diagnostics.front().file == "second.json");
  CHECK(filled.diagnostics.front().message == "a brand \"a\" is also in first.json:3:8");
  REQUIRE(filled.library.documents.brands.size() == 1);
  CHECK(filled.library.documents.brands[0].name == "First");
}

TEST_CASE("libraries read apart join as if read together") {
  Filled left;
  Filled right;
  left.add("a.json", brand("a"));
  right.add("b.json", brand("b"));
  right.add("a2.json", brand("a"));
  right.add("bad.json", brand("bad", ", \"x\": 1"));
  Diagnostics diagnostics;
  append(left.library, std::move(right.library), diagnostics);
  CHECK(left.library.sources.size() == 4);
  REQUIRE(left.library.documents.brands.size() == 2);
  CHECK(left.library.documents.brands[1].id == "b");
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics.front().message == "a brand \"a\" is also in a.json:1:42");
  CHECK(left.library.ids[0].size() == 3);
  CHECK(left.library.entries[1].source == 1);
}

TEST_CASE("a bundle holds all there is and reads back the same") {
  Filled filled;
  filled.add("a.json", brand("a"));
  filled.add(
      "c.json",
      R"({"dealwright": 1, "kind": "customer", "id": "c", "name": "C", "segment": "b2b_wholesaler", "currency": "EUR",)"
      R"( "profile": {}})");
  const std::string bundle = write_bundle(filled.library);
  CHECK(bundle == R"({
  "dealwright": 1,
  "kind": "programme",
  "documents": [
    {"kind": "brand", "id": "a", "name": "B"},
    {
      "kind": "customer",
      "id": "c",
      "name": "C",
      "segment": "b2b_wholesaler",
      "currency": "EUR",
      "profile": {}
    }
  ]
}
)");
  Filled again;
  CHECK(again.add("bundle.json", bundle));
  CHECK(equal(type_of<model::Programme>(), &again.library.documents, &filled.library.documents));
  CHECK(write_bundle(again.library) == bundle);
}

}  // namespace
