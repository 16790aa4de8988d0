#include "core/document/wording.hpp"

#include <doctest/doctest.h>

#include "core/document/model_types.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::document;

TEST_CASE("names with an article") {
  CHECK(with_article("price_book") == "a price book");
  CHECK(with_article("approval") == "an approval");
}

TEST_CASE("long and unprintable texts are shortened for messages") {
  CHECK(shortened("short") == "short");
  CHECK(shortened(std::string(60, 'x')) == std::string(60, 'x'));
  CHECK(shortened(std::string(61, 'x')) == std::string(60, 'x') + "...");
  CHECK(shortened(std::string(59, 'x') + "é") == std::string(59, 'x') + "...");
  CHECK(shortened("a\x1b[31m\xFF") == "a?[31m?");
}

TEST_CASE("ranges") {
  CHECK(range_of(field("x", "").range(0, 1)) == "0 to 1");
  CHECK(range_of(field("x", "").min_micros(1)) == "at least 0.000001");
  CHECK(range_of(field("x", "").max(120)) == "at most 120");
}

TEST_CASE("conditions") {
  const TypeInfo& price = type_of<model::PriceBook>().fields[11].type->element->fields[14].type[0];
  REQUIRE(price.name == "price");
  const FieldInfo& tiers = price.fields[static_cast<std::size_t>(price.find("tiers"))];
  CHECK(condition_values(price.fields[0], tiers.needed) == "graduated, volume or stairstep");
  CHECK(condition_values(price.fields[0], tiers.applies) == "graduated, volume, stairstep or percentage");
  const FieldInfo& unit = price.fields[static_cast<std::size_t>(price.find("unit"))];
  CHECK(condition_values(price.fields[0], unit.needed) == "per_unit");
}

TEST_CASE("what is expected") {
  CHECK(expected_of(type_of<model::Tenancy>()) == "one of shared, dedicated");
  CHECK(expected_of(type_of<std::optional<bool>>()) == "true or false");
  CHECK(expected_of(type_of<std::vector<int>>()) == "a list");
}

}  // namespace
