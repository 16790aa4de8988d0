#include "core/document/locate.hpp"

#include <string>

#include <doctest/doctest.h>

namespace {

using namespace dealwright::document;

// Lines and columns counted by hand.
constexpr std::string_view text =
    "{\n"                                              // 1
    "  \"id\": \"x\",\n"                               // 2
    "  \"a/b~\": {\"k\\u0065y\": [1, {\"z\": 5}]},\n"  // 3
    "  \"list\": [\"],\", [], 3.5,\n"                  // 4
    "    true]\n"                                      // 5
    "}\n";

TEST_CASE("values by their JSON Pointer") {
  CHECK(locate(text, "") == Position{1, 1});
  CHECK(locate(text, "/id") == Position{2, 9});
  CHECK(locate(text, "/a~1b~0") == Position{3, 11});
  CHECK(locate(text, "/a~1b~0/key") == Position{3, 24});
  CHECK(locate(text, "/a~1b~0/key/1/z") == Position{3, 34});
  CHECK(locate(text, "/list/0") == Position{4, 12});
  CHECK(locate(text, "/list/1") == Position{4, 18});
  CHECK(locate(text, "/list/2") == Position{4, 22});
  CHECK(locate(text, "/list/3") == Position{5, 5});
}

TEST_CASE("pointers to nothing") {
  for (const char* pointer :
       {"/no", "/id/x", "/list/4", "/list/-", "/list/01x", "/list/99999999999", "id", "/list/1/0", "//"}) {
    CAPTURE(pointer);
    CHECK(locate(text, pointer) == Position{});
  }
  CHECK(locate("", "") == Position{});
  CHECK(locate("{", "/a") == Position{});
  CHECK(locate("{\"a\"", "/a") == Position{});
  CHECK(locate("{\"a\":", "/a") == Position{});
  CHECK(locate("{\"a\": \"x\\", "/b") == Position{});
  CHECK(locate("[1, [2", "/1/5") == Position{});
}

TEST_CASE("every pointer into every cut of a text ends") {
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const std::string cut(text.substr(0, size));
    for (const char* pointer : {"", "/id", "/a~1b~0/key/1/z", "/list/3"}) {
      const std::size_t offset = offset_of(cut, pointer);
      CHECK((offset == std::string_view::npos || offset < size));
    }
  }
}

TEST_CASE("line and column of a byte") {
  CHECK(position_at("", 0) == Position{1, 1});
  CHECK(position_at("ab\ncd", 1) == Position{1, 2});
  CHECK(position_at("ab\ncd", 2) == Position{1, 3});
  CHECK(position_at("ab\ncd", 3) == Position{2, 1});
  CHECK(position_at("ab\ncd", 99) == Position{2, 3});
  CHECK(position_at("\n\n", 2) == Position{3, 1});
}

TEST_CASE("a position within a position") {
  CHECK(offset_by({1, 5}, {3, 10}) == Position{3, 14});
  CHECK(offset_by({2, 5}, {3, 10}) == Position{4, 5});
  CHECK(offset_by({}, {3, 10}) == Position{});
}

}  // namespace
