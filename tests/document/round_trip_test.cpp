// Reading and writing are each other's inverse, for every kind of document and every field of every struct.

#include <algorithm>
#include <iterator>
#include <vector>

#include <doctest/doctest.h>

#include "core/document/model_types.hpp"
#include "core/document/reader.hpp"
#include "core/document/writer.hpp"
#include "tests/document/any_value.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::document;
using dealwright::document::testing::AnyValue;

void say(const Diagnostics& diagnostics, const std::string& text) {
  for (const Diagnostic& diagnostic : diagnostics) MESSAGE(diagnostic.pointer, " ", to_line(diagnostic));
  if (!diagnostics.empty()) MESSAGE(text);
}

template <class T>
void check_round_trip() {
  const TypeInfo& type = type_of<T>();
  CAPTURE(type.name);
  Reader reader;
  T read_back;  // used again and again: what one document leaves in it must not reach the next
  std::set<std::string> drawn;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    AnyValue any(seed);
    T value;
    any.fill(type, &value);
    drawn.merge(any.drawn);

    const std::string text = write_canonical(value);
    Diagnostics diagnostics;
    const bool is_good = reader.read(text, read_back, diagnostics);
    say(diagnostics, text);
    REQUIRE(is_good);
    REQUIRE(equal(type, &value, &read_back));
    REQUIRE(write_canonical(read_back) == text);

    const std::string line = write_line(value);
    REQUIRE(std::count(line.begin(), line.end(), '\n') == 0);
    REQUIRE(reader.read(line, read_back, diagnostics));
    REQUIRE(equal(type, &value, &read_back));
    REQUIRE(layout(line) == text);
  }
  std::set<std::string> all = dealwright::document::testing::all_fields(type);
  std::vector<std::string> never_drawn;
  std::set_difference(all.begin(), all.end(), drawn.begin(), drawn.end(), std::back_inserter(never_drawn));
  for (const std::string& field : never_drawn) FAIL_CHECK("never drawn: ", field);
}

TEST_CASE("every field of a brand survives writing and reading") {
  check_round_trip<model::Brand>();
}
TEST_CASE("every field of a partner survives writing and reading") {
  check_round_trip<model::Partner>();
}
TEST_CASE("every field of a customer survives writing and reading") {
  check_round_trip<model::Customer>();
}
TEST_CASE("every field of a price book survives writing and reading") {
  check_round_trip<model::PriceBook>();
}
TEST_CASE("every field of guardrails survives writing and reading") {
  check_round_trip<model::Guardrails>();
}
TEST_CASE("every field of a deal survives writing and reading") {
  check_round_trip<model::Deal>();
}
TEST_CASE("every field of a playbook survives writing and reading") {
  check_round_trip<model::Playbook>();
}
TEST_CASE("every field of a portfolio survives writing and reading") {
  check_round_trip<model::Portfolio>();
}
TEST_CASE("every field of a success plan survives writing and reading") {
  check_round_trip<model::SuccessPlan>();
}
TEST_CASE("every field of an onboarding survives writing and reading") {
  check_round_trip<model::Onboarding>();
}

TEST_CASE("the round trip covers every kind of a programme") {
  std::vector<std::string> kinds;
  for (const FieldInfo& field : type_of<model::Programme>().fields) kinds.emplace_back(field.type->element->name);
  CHECK(kinds == std::vector<std::string>{"brand", "partner", "customer", "price_book", "guardrails", "deal",
                                          "playbook", "onboarding", "portfolio", "success_plan"});
}

}  // namespace
