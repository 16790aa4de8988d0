#include "core/base/annotation.hpp"

#include <string>

#include <doctest/doctest.h>

namespace {

using namespace dealwright;

TEST_CASE("a note says only what it was told") {
  constexpr FieldNote note = field("rate", "Rate", Unit::rate);
  CHECK(std::string(note.name) == "rate");
  CHECK(std::string(note.label) == "Rate");
  CHECK(std::string(note.help_text) == "");
  CHECK(note.unit_kind == Unit::rate);
  CHECK_FALSE(note.is_required);
  CHECK_FALSE(note.has_min);
  CHECK_FALSE(note.has_max);
  CHECK(note.most_items == 0);
  CHECK(note.reference == nullptr);
  CHECK(note.applies == nullptr);
  CHECK(note.needed == nullptr);
}

TEST_CASE("links of the chain add up and leave the note before them alone") {
  constexpr FieldNote plain = field("months", "Months");
  constexpr FieldNote full = plain.required().range(1, 120).help("Length of the term").most(5).in(Unit::months);
  CHECK(full.is_required);
  CHECK(full.has_min);
  CHECK(full.has_max);
  CHECK(full.min_micro == 1'000'000);
  CHECK(full.max_micro == 120'000'000);
  CHECK(std::string(full.help_text) == "Length of the term");
  CHECK(full.most_items == 5);
  CHECK(full.unit_kind == Unit::months);
  CHECK_FALSE(plain.is_required);
  CHECK_FALSE(plain.has_min);

  constexpr FieldNote fine = plain.min_micros(1).max(-2);
  CHECK(fine.min_micro == 1);
  CHECK(fine.max_micro == -2'000'000);
}

TEST_CASE("references and conditions") {
  CHECK(std::string(field("customer", "Customer").refers_to("customer").reference) == "customer");
  constexpr FieldNote only = field("tiers", "Tiers").only_when("model=graduated|volume");
  CHECK(std::string(only.applies) == "model=graduated|volume");
  CHECK(only.needed == nullptr);
  constexpr FieldNote needed = field("tiers", "Tiers").needed_when("model=graduated");
  CHECK(std::string(needed.applies) == "model=graduated");  // a field that is needed somewhere belongs there
  CHECK(std::string(needed.needed) == "model=graduated");
}

}  // namespace
