#include "web/platform/packed_documents.hpp"

#include <string>

#include <doctest/doctest.h>

using dealwright::web::unpacked_documents;
using namespace std::string_view_literals;

TEST_CASE("Packed documents come back as they were") {
  // By hand: the keys a, b and c are 128, 129 and 130. "a" has 1 and "x", then [2, 3] behind "b".
  CHECK(unpacked_documents("a\nb\nc\0{\x80\x81[$$]\x82{\x80}}\0=1\n\"x\"\0=2\n3\0"sv) ==
        R"({"a":1,"b":[2,3],"c":{"a":"x"}})");
  // What a value holds is not looked at; a column of texts has none of their quotation marks.
  CHECK(unpacked_documents("t\nu\0{\x80\x81}\0\"$ {[\\\"\0=null\0"sv) == R"({"t":"$ {[\"","u":null})");
  // After an object or a list, the key is the one around it.
  CHECK(unpacked_documents("k\ni\0{\x80[{\x81}$]}\0=7\0=8\0"sv) == R"({"k":[{"i":7},8]})");
  // Empty ones, in a list and behind a key.
  CHECK(unpacked_documents("k\0[{}{\x80[]}[]]\0"sv) == R"([{},{"k":[]},[]])");
  // A value without a key.
  CHECK(unpacked_documents("\0$\0=1\0"sv) == "1");
  CHECK(unpacked_documents("\0[]\0"sv) == "[]");
  CHECK(unpacked_documents(""sv).empty());
}

TEST_CASE("A key beyond the first 128 takes two bytes") {
  std::string packed;
  for (int key = 0; key < 130; ++key) packed += (key > 0 ? "\nk" : "k") + std::to_string(key);
  packed += "\0{\x80\1\x80\1\x81}\0\"a\0\"b\0\"c\0"sv;
  CHECK(unpacked_documents(packed) == R"({"k0":"a","k128":"b","k129":"c"})");
}

TEST_CASE("Bytes that were not packed are survived") {
  CHECK(unpacked_documents("a\0{\x80"sv) == "{\"a\":");
  CHECK(unpacked_documents("a\0{\x81}\0=1\0"sv) == "{");
  CHECK(unpacked_documents("{\"a"sv).empty());
  CHECK(unpacked_documents("\0]]}$\0=1"sv) == "]]},1");
  CHECK(unpacked_documents("\0$$$\0=1"sv) == "1,,");
}
