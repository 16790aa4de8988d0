#pragma once
// Values of any described type, drawn by walking its table, so that no field can be forgotten.

#include <cstdint>
#include <set>
#include <string>

#include "core/document/type.hpp"

namespace dealwright::document::testing {

// Draws values that a document can state: within the ranges, conditions and limits of the notes.
class AnyValue {
 public:
  explicit AnyValue(std::uint64_t seed) : state_(seed) {}

  // Fills an object with values most of which differ from their defaults, and notes in `drawn` those that do.
  void fill(const TypeInfo& type, void* value);

  // "deal.term_months" for each field that has been given a value other than its default.
  std::set<std::string> drawn;

 private:
  std::uint64_t next();
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  void object(const TypeInfo& type, void* value);
  void member(const FieldInfo& field, const TypeInfo& type, void* value, bool in_list);
  Decimal number(const FieldNote& note);
  std::string text(const FieldNote& note, bool in_list);

  std::uint64_t state_;
  int ids_ = 0;
  int digits_ = 2;  // places of the currency in force
};

// "deal.term_months" for every field of the type and of all types in it.
std::set<std::string> all_fields(const TypeInfo& type);

}  // namespace dealwright::document::testing
