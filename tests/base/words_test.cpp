#include "core/base/words.hpp"

#include <doctest/doctest.h>

namespace {

using namespace dealwright;

TEST_CASE("names of documents become words") {
  CHECK(spaced("managing_director") == "managing director");
  CHECK(spaced("one_off") == "one-off");
  CHECK(spaced("platform") == "platform");
  CHECK(titled("managed_hosting") == "Managed hosting");
  CHECK(titled("automation_ai") == "Automation and AI");
  // An id may begin with a digit.
  CHECK(titled("2nd_line") == "2nd line");
  CHECK(titled("").empty());
}

TEST_CASE("spaces, tabs and ends of lines alone are blank") {
  CHECK(is_blank(""));
  CHECK(is_blank(" \t\r\n"));
  CHECK_FALSE(is_blank(" x "));
}

}  // namespace
