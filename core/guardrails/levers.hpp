#pragma once
// The numbers and words of a deal that a lever may change, their grids, and how a change is written.

#include <cstdint>
#include <string>
#include <vector>

#include "core/guardrails/metrics.hpp"
#include "core/model/deal.hpp"
#include "core/pricing/pricer.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::guardrails {

enum class Field : std::uint8_t {
  deal_discount,
  deal_discount_amount,
  line_discount,
  line_discount_amount,
  line_price,
  line_quantity,
  term_months,
  payment_days,
  free_months,
  commitment,
  tenancy,
  service_tier,
  billing,
  owns_brand,
  owns_price,
  owns_relationship,
  line
};

// One place of a deal that a lever may change.
struct Place {
  model::Lever lever = model::Lever::deal_discount;
  Field field = Field::deal_discount;
  std::string component;  // of a line's places
  int line =
      -1;  // index in the deal's lines; their number: a line to be added, for a component that the package brings
  int segment = -1;    // of the line's ramp; -1: the line itself
  bool stated = true;  // false: the document leaves it out, `present` is what is in force

  // Numbers: multiples of `step` between `low` and `high`.
  bool is_number = false;
  Decimal present, step, low, high;

  // Words: the other words of the list; the index is what is set.
  std::vector<std::string> words;
  std::string present_word;
};

// Whether pricing depends on the field.
bool changes_price(Field field);

// The places of a lever that belong to a subject: its line, the lines of its service line, or all.
std::vector<Place> places_of(model::Lever lever, const pricing::Context& context, const pricing::PricedDeal& priced,
                             Subject subject);

// Writes a number, or the word of that index, into a copy of the deal that `place` is of. A line or commitment that has
// to be added must not have been added before. Field::line removes the line.
void set_number(model::Deal& deal, const Place& place, Decimal value);
void set_word(model::Deal& deal, const Place& place, std::size_t index);
void remove_line(model::Deal& deal, const Place& place);

// `deal` is in each the deal as it stands, before the change.
// JSON Pointer of what is changed; of the object that is added where the place needs one.
std::string pointer_of(const Place& place, const model::Deal& deal);
// A value as the document would state it; what is added stands as a JSON object.
std::string document_text(const Place& place, Decimal value, const model::Deal& deal);
// "Deal discount", "Price of orders from month 13".
std::string name_of(const Place& place, const model::Deal& deal);
// "18.4 %", "12.50 EUR", "24 months".
std::string people_text(const Place& place, Decimal value, Currency currency);

}  // namespace dealwright::guardrails
