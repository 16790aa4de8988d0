#include "core/base/suggest.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace {

using namespace dealwright;

std::string nearest(std::string_view name, const std::vector<std::string_view>& candidates) {
  return std::string(nearest_name(name, candidates));
}

const std::vector<std::string_view> fields{"id",       "service_line", "charge", "meter",
                                           "included", "price",        "cost",   "title"};

TEST_CASE("one slip of the hand") {
  CHECK(nearest("servce_line", fields) == "service_line");    // left out
  CHECK(nearest("servicee_line", fields) == "service_line");  // doubled
  CHECK(nearest("service-line", fields) == "service_line");   // another key
  CHECK(nearest("metre", fields) == "meter");                 // neighbours swapped
  CHECK(nearest("prcie", fields) == "price");
  CHECK(nearest("Price", fields) == "price");  // letter case does not count
  CHECK(nearest("INCLUDED", fields) == "included");
  CHECK(nearest("price", fields) == "price");
}

TEST_CASE("too far is no suggestion") {
  CHECK(nearest("quantity", fields) == "");
  CHECK(nearest("", fields) == "");
  CHECK(nearest("price", {}) == "");
  CHECK(nearest("xyz", {"abc"}) == "");
  CHECK(nearest("a", {""}) == "");
  // At most a third of the longer name: 2 of 6 is near enough, 2 of 5 is not.
  CHECK(nearest("abcdxy", {"abcdef"}) == "abcdef");
  CHECK(nearest("abcxy", {"abcde"}) == "");
  // The bound is at least 1, also for short names.
  CHECK(nearest("ib", fields) == "id");
  CHECK(nearest("i", fields) == "id");
  CHECK(nearest("x", {"y"}) == "y");
}

TEST_CASE("a part of a longer name") {
  const std::vector<std::string_view> ids{"case-10-nordkai", "case-1-fjordline-shared", "koti-living"};
  CHECK(nearest("koti", ids) == "koti-living");
  CHECK(nearest("Fjordline", ids) == "case-1-fjordline-shared");
  CHECK(nearest("case-1", ids) == "case-1-fjordline-shared");  // not case-10
  CHECK(nearest("fjord", ids) == "");                          // no whole word
  CHECK(nearest("10", ids) == "");                             // too short to be meant
  CHECK(nearest("line", {"side_line", "line"}) == "line");     // what is nearer comes first
}

TEST_CASE("the smallest distance, and the earlier of two") {
  CHECK(nearest("tier_3", {"tier_11", "tier_1", "tier_2"}) == "tier_1");
  CHECK(nearest("monthly_fees", {"monthly_cost", "monthly_fee"}) == "monthly_fee");
  // A swap counts one, so it beats two replacements.
  CHECK(nearest("form", {"fxxm", "from"}) == "from");
}

TEST_CASE("edit distances known from textbooks") {
  // kitten -> sitting is 3 (Levenshtein's usual example): more than a third of 7.
  CHECK(nearest("kitten", {"sitting"}) == "");
  // saturday -> sunday is 3: more than a third of 8.
  CHECK(nearest("saturday", {"sunday"}) == "");
  // rosettacode -> raisethysword is 8 of 13.
  CHECK(nearest("rosettacode", {"raisethysword"}) == "");
  // intention -> execution is 5 of 9 where a replacement counts one.
  CHECK(nearest("intention", {"execution"}) == "");
  // interactive -> interactions: replace v, replace e, add s: 3 of 12.
  CHECK(nearest("interactive", {"interactions"}) == "interactions");
}

TEST_CASE("a huge name does no harm") {
  CHECK(nearest(std::string(1'000'000, 'a'), fields) == "");
}

}  // namespace
