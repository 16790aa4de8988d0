#pragma once
// What a described struct says of its fields beyond their type: label, unit, range, help, reference. Written once
// beside the struct as `constexpr auto notes_of(const T*)`, one FieldNote a member in the order of its description;
// read by the document layer (validation, schema), the forms of the browser and the reference documentation.

#include <cstdint>

namespace dealwright {

// What a number or text measures; decides how it is written, shown and edited.
enum class Unit : std::uint8_t {
  none,        // text, flags, choices
  identifier,  // the id of the object itself: lower-case letters, digits, "-", "_", "."; at most 64 characters
  count,       // whole number
  quantity,    // decimal quantity, written as a JSON number
  rate,        // 0.35 is 35 %; written as a JSON number
  // Amounts in the document's currency, written as a string with at least the currency's places: `money` may have no
  // more, `unit_price` may have up to 6.
  money,
  unit_price,
  months,
  days,
  hours,
  minutes,
  colour,  // "#rrggbb"
};

struct FieldNote {
  const char* name;
  const char* label = "";
  const char* help_text = "";
  Unit unit_kind = Unit::none;
  bool is_required = false;
  bool has_min = false;
  bool has_max = false;
  std::int64_t min_micro = 0;  // bounds of numbers, inclusive, in millionths
  std::int64_t max_micro = 0;
  int most_items = 0;  // lists: most elements; texts: most bytes; 0: the general limit
  // "customer": id of a document of that kind; "price_book.components": id of an element of that list in the document
  // of that kind that this document refers to (or is).
  const char* reference = nullptr;
  // "model=graduated|volume": the field belongs only where its sibling has one of the values.
  const char* applies = nullptr;
  // Same form: the field must be there where its sibling has one of the values.
  const char* needed = nullptr;

  constexpr FieldNote required() const {
    auto n = *this;
    n.is_required = true;
    return n;
  }
  constexpr FieldNote help(const char* text) const {
    auto n = *this;
    n.help_text = text;
    return n;
  }
  constexpr FieldNote min(std::int64_t whole) const {
    auto n = *this;
    n.has_min = true;
    n.min_micro = whole * 1'000'000;
    return n;
  }
  constexpr FieldNote max(std::int64_t whole) const {
    auto n = *this;
    n.has_max = true;
    n.max_micro = whole * 1'000'000;
    return n;
  }
  constexpr FieldNote min_micros(std::int64_t micro) const {
    auto n = *this;
    n.has_min = true;
    n.min_micro = micro;
    return n;
  }
  constexpr FieldNote range(std::int64_t low, std::int64_t high) const { return min(low).max(high); }
  constexpr FieldNote most(int items) const {
    auto n = *this;
    n.most_items = items;
    return n;
  }
  constexpr FieldNote refers_to(const char* target) const {
    auto n = *this;
    n.reference = target;
    return n;
  }
  constexpr FieldNote only_when(const char* condition) const {
    auto n = *this;
    n.applies = condition;
    return n;
  }
  constexpr FieldNote needed_when(const char* condition) const {
    auto n = *this;
    n.needed = condition;
    n.applies = condition;
    return n;
  }
  constexpr FieldNote in(Unit unit) const {
    auto n = *this;
    n.unit_kind = unit;
    return n;
  }
};

// Starts a note: member name, label, unit. Chain .required(), .range(), .help(), ...
constexpr FieldNote field(const char* name, const char* label, Unit unit = Unit::none) {
  FieldNote note{name};
  note.label = label;
  note.unit_kind = unit;
  return note;
}

}  // namespace dealwright
