#include <string>

#include <doctest/doctest.h>

#include "core/document/writer.hpp"

namespace {

using dealwright::document::layout;

// `{"a": [<items>]}` where the line of the list, with its indent and name, is `columns` wide.
std::string list_of_width(std::size_t columns) {
  // 2 spaces, "a": and a space, brackets, quotes: 11 columns beside the text.
  return "{\"a\": [\"" + std::string(columns - 11, 'x') + "\"]}";
}

TEST_CASE("the root never stands on one line") {
  CHECK(layout("{\"a\": 1}") == "{\n  \"a\": 1\n}\n");
  CHECK(layout("[1, 2]") == "[\n  1,\n  2\n]\n");
  CHECK(layout("{}") == "{}\n");
  CHECK(layout("[]") == "[]\n");
  CHECK(layout("\"a, b\"") == "\"a, b\"\n");
}

TEST_CASE("what fits into 100 columns stands on one line") {
  CHECK(layout(list_of_width(100)) == "{\n  " + list_of_width(100).substr(1, 98) + "\n}\n");
  const std::string text(90, 'x');
  CHECK(layout(list_of_width(101)) == "{\n  \"a\": [\n    \"" + text + "\"\n  ]\n}\n");
}

TEST_CASE("a comma behind it counts") {
  std::string line = list_of_width(99);
  line.insert(line.size() - 1, ", \"b\": 1");
  CHECK(layout(line) == "{\n  " + list_of_width(99).substr(1, 97) + ",\n  \"b\": 1\n}\n");
  line = list_of_width(100);
  line.insert(line.size() - 1, ", \"b\": 1");
  CHECK(layout(line) == "{\n  \"a\": [\n    \"" + std::string(89, 'x') + "\"\n  ],\n  \"b\": 1\n}\n");
}

TEST_CASE("columns are characters, not bytes") {
  std::string text;
  for (int i = 0; i < 89; ++i) text += "é";
  CHECK(layout("{\"a\": [\"" + text + "\"]}") == "{\n  \"a\": [\"" + text + "\"]\n}\n");
}

TEST_CASE("brackets, commas and quotes within texts are text") {
  const std::string line = R"({"a\"}": ["[1, 2]", "{\\", ", "], "b": {}})";
  CHECK(layout(line) == "{\n  \"a\\\"}\": [\"[1, 2]\", \"{\\\\\", \", \"],\n  \"b\": {}\n}\n");
}

TEST_CASE("members of what is broken are broken only where they are too long themselves") {
  const std::string long_text(80, 'x');
  CHECK(layout("{\"l\": [{\"a\": [1, 2]}, {\"b\": \"" + long_text + "\", \"c\": [{\"d\": 1}]}]}") ==
        "{\n  \"l\": [\n    {\"a\": [1, 2]},\n    {\n      \"b\": \"" + long_text +
            "\",\n      \"c\": [{\"d\": 1}]\n    }\n  ]\n}\n");
}

}  // namespace
