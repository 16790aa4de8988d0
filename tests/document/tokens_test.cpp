#include "core/document/tokens.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/document/plain_tokens.hpp"

namespace {

using namespace dealwright::document;

std::vector<std::uint32_t> offsets(TokenIndex& index, std::string_view text) {
  if (!index.build(text)) return {};
  return {index.offsets(), index.offsets() + index.size() + 1};
}

TEST_CASE("offsets of tokens, then the length") {
  TokenIndex index;
  CHECK(offsets(index, R"({"a": [1, true]})") == std::vector<std::uint32_t>{0, 1, 4, 6, 7, 8, 10, 14, 15, 16});
  CHECK(offsets(index, R"("{,}\"")") == std::vector<std::uint32_t>{0, 7});
  CHECK(offsets(index, "x") == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("a longer text than any before") {
  TokenIndex index;
  for (const std::size_t size : {std::size_t{10}, std::size_t{100'000}, std::size_t{50}, std::size_t{1'000'000}}) {
    const std::string text = "[" + std::string(size, ' ') + "]";
    CHECK(offsets(index, text) ==
          std::vector<std::uint32_t>{0, static_cast<std::uint32_t>(size + 1), static_cast<std::uint32_t>(size + 2)});
  }
}

TEST_CASE("the plain scan finds what simdjson finds, in sound and in spoilt texts") {
  TokenIndex index;
  std::vector<std::uint32_t> plain;
  const std::string sound = R"({"näme": "a\\\"b", "list": [1.5e3, true, null, {}], "empty": "", "ü": ["\u00e9", -0]} )";
  // Bytes that mean something to one of the two, and cut or wrong UTF-8.
  static constexpr std::string_view bytes("\"\\{}[]:, \n\t\0\x01x1\x7F\xC3\xA4\xE2\xF0\xFF", 22);
  std::uint32_t random = 1;
  const auto below = [&](std::size_t count) {
    random = random * 1664525u + 1013904223u;  // Numerical Recipes
    return (random >> 8) % count;
  };
  std::size_t readable = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text = sound;
    for (std::size_t spoilt = below(4); spoilt > 0; --spoilt) text[below(text.size())] = bytes[below(bytes.size())];
    if (below(8) == 0) text.resize(below(text.size()));
    CAPTURE(text);
    const bool found = index.build(text);
    REQUIRE(plain_tokens(text, plain) == found);
    if (!found) continue;
    ++readable;
    REQUIRE(plain == std::vector<std::uint32_t>(index.offsets(), index.offsets() + index.size() + 1));
  }
  CHECK(readable > 5'000);
  CHECK(readable < 15'000);
}

TEST_CASE("texts without tokens") {
  TokenIndex index;
  for (const char* text : {"", "\"abc", "\"a\nb\"", "\"\xFF\"", "\xC3", "\xF0\x9F\x98"}) {
    CAPTURE(text);
    CHECK_FALSE(index.build(text));
  }
}

TEST_CASE("what keeps a text from being read") {
  const auto fault = [](std::string_view text) {
    const TextFault found = text_fault(text);
    return std::string(found.code) + " " + std::to_string(found.offset);
  };
  CHECK(fault("{\"a\xFF\"}") == "document.encoding 3");
  CHECK(fault("[\"a\", \"b") == "document.syntax 6");
  CHECK(fault("[\"a\nb\"]") == "document.syntax 1");
  CHECK(fault("[\"a\x01"
              "b\"]") == "document.control_character 3");
  CHECK(fault("[\\\"]") == "document.syntax 1");
  CHECK(fault("[\"a\\\"") == "document.syntax 1");
}

TEST_CASE("UTF-8 as table 3-7 of the Unicode standard has it") {
  CHECK(utf8_length("a") == 1);
  CHECK(utf8_length("\xC2\x80") == 2);
  CHECK(utf8_length("\xE0\xA0\x80") == 3);
  CHECK(utf8_length("\xED\x9F\xBF") == 3);
  CHECK(utf8_length("\xF0\x90\x80\x80") == 4);
  CHECK(utf8_length("\xF4\x8F\xBF\xBF") == 4);
  for (const char* bad : {"", "\x80", "\xC1\xBF", "\xC2", "\xC2\x41", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE2\x82",
                          "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xF0\x9F\x98"})
    CHECK(utf8_length(bad) == 0);
}

}  // namespace
