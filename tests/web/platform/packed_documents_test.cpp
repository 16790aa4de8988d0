#include "web/platform/packed_documents.hpp"

#include <doctest/doctest.h>

using dealwright::web::unpacked_documents;
using namespace std::string_view_literals;

TEST_CASE("Packed documents come back as they were") {
  // By hand: "a" has 1 and "x", then [2, 3] behind "b", which is also the key of what stands in the list.
  CHECK(unpacked_documents(R"({"a":$,"b":[$,$],"c":{"a":$}})"
                           "\0001\n\"x\"\0002\n3\0"sv) == R"({"a":1,"b":[2,3],"c":{"a":"x"}})");
  // What a value holds is not looked at; spaces stay.
  CHECK(unpacked_documents("{\"t\": $, \"u\": $}\n\0\"$ {[\\\"\"\0null\0"sv) == "{\"t\": \"$ {[\\\"\", \"u\": null}\n");
  // After an object or a list, the key is the one around it.
  CHECK(unpacked_documents("{\"k\":[{\"i\":$},$]}\0007\0008\0"sv) == R"({"k":[{"i":7},8]})");
  CHECK(unpacked_documents("[]\0"sv) == "[]");
  CHECK(unpacked_documents(""sv).empty());
}

TEST_CASE("Text that was not packed is survived") {
  CHECK(unpacked_documents("{\"a\":$"sv) == "{\"a\":");
  CHECK(unpacked_documents("{\"a"sv) == "{\"a");
  CHECK(unpacked_documents("]]}$\"x$"sv) == "]]}\"x$");
  CHECK(unpacked_documents("$$$\0001"sv) == "1");
}
