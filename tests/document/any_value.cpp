#include "tests/document/any_value.hpp"

#include <algorithm>

namespace dealwright::document::testing {

// SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t AnyValue::next() {
  state_ += 0x9e3779b97f4a7c15u;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

void AnyValue::fill(const TypeInfo& type, void* value) {
  object(type, value);
}

void AnyValue::object(const TypeInfo& type, void* value) {
  const int outer_digits = digits_;
  if (type.currency >= 0) {
    const FieldInfo& field = type.fields[static_cast<std::size_t>(type.currency)];
    member(field, *field.type, field.in(value), false);
    digits_ = as<Currency>(field.in(value)).digits();
  }
  for (const FieldInfo& field : type.fields)
    if (field.type->kind != TypeKind::currency || type.currency < 0 ||
        &field != &type.fields[static_cast<std::size_t>(type.currency)])
      member(field, *field.type, field.in(value), false);
  // What does not belong is taken back; what is needed has been drawn.
  for (const FieldInfo& field : type.fields)
    if (field.applies.is_stated() && !holds(field.applies, type, value))
      assign(*field.type, field.in(value), field.in(type.initial));
  for (const FieldInfo& field : type.fields)
    if (!is_initial(field, type, value)) drawn.insert(type.name + "." + std::string(field.name));
  digits_ = outer_digits;
}

void AnyValue::member(const FieldInfo& field, const TypeInfo& type, void* value, bool in_list) {
  const FieldNote& note = *field.note;
  switch (type.kind) {
    case TypeKind::boolean:
      as<bool>(value) = below(2) == 1;
      break;
    case TypeKind::integer: {
      const std::int64_t low = note.has_min ? note.min_micro / Decimal::scale : -1000;
      const std::int64_t high = note.has_max ? note.max_micro / Decimal::scale : low + 2000;
      set_integer(type, value, low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low + 1))));
      break;
    }
    case TypeKind::decimal:
      as<Decimal>(value) = number(note);
      break;
    case TypeKind::text:
      as<std::string>(value) = text(note, in_list);
      break;
    case TypeKind::date:
      as<Date>(value) = *Date::from(1900 + static_cast<int>(below(300)), 1 + static_cast<int>(below(12)),
                                    1 + static_cast<int>(below(28)));
      break;
    case TypeKind::month:
      as<Month>(value) = Month{1900 * 12 + static_cast<int>(below(3600))};
      break;
    case TypeKind::currency: {
      const auto rows = Currency::all();
      as<Currency>(value) = *Currency::from_code(rows[static_cast<std::size_t>(below(rows.size()))].code);
      break;
    }
    case TypeKind::choice:
      as<std::uint8_t>(value) = static_cast<std::uint8_t>(below(type.choices.size()));
      break;
    case TypeKind::object:
      object(type, value);
      break;
    case TypeKind::list: {
      const std::size_t most = note.most_items > 0 ? static_cast<std::size_t>(note.most_items) : 3;
      const std::size_t size = static_cast<std::size_t>(below(std::min<std::size_t>(most, 3) + 1));
      type.list.resize(value, size);
      for (std::size_t i = 0; i < size; ++i) member(field, *type.element, list_item(type, value, i), true);
      break;
    }
    case TypeKind::optional:
      type.optional.reset(value);
      if (below(4) != 0) member(field, *type.element, type.optional.emplace(value), in_list);
      break;
    case TypeKind::money:
    case TypeKind::exact:
    case TypeKind::ratio:
      break;  // results
  }
}

Decimal AnyValue::number(const FieldNote& note) {
  const std::int64_t low = note.has_min ? note.min_micro : -2'000'000'000;
  const std::int64_t high = note.has_max ? note.max_micro : std::int64_t{1} << (32 + below(28));
  std::int64_t micro = low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
  std::int64_t step = below(2) == 0 ? 1 : 1000;
  if (note.unit_kind == Unit::money) {
    step = Decimal::scale;
    for (int i = 0; i < digits_; ++i) step /= 10;
  }
  const std::int64_t rounded = micro - micro % step;
  return Decimal::from_micro(rounded < low ? low : rounded);
}

std::string AnyValue::text(const FieldNote& note, bool in_list) {
  static const std::string pieces[] = {"a",  "Z",  "7",      " ",      "\"",         "\\", "/", "\n",
                                       "\t", "\r", "\u00e9", "\u20ac", "\U0001F600", "{",  "]", ","};
  if (note.unit_kind == Unit::identifier) return "id-" + std::to_string(++ids_) + (below(2) == 0 ? "_x" : ".y");
  if (note.unit_kind == Unit::colour) return below(2) == 0 ? "#1a2B3c" : "#000000";
  const std::size_t most = note.most_items > 0 && !in_list ? static_cast<std::size_t>(note.most_items) : 40;
  std::string drawn_text(1, static_cast<char>('a' + static_cast<char>(below(26))));
  while (below(8) != 0) {
    const std::string& piece = pieces[below(std::size(pieces))];
    if (drawn_text.size() + piece.size() > most) break;
    drawn_text += piece;
  }
  return drawn_text;
}

std::set<std::string> all_fields(const TypeInfo& type) {
  if (type.element != nullptr) return all_fields(*type.element);
  std::set<std::string> names;
  for (const FieldInfo& field : type.fields) {
    names.insert(type.name + "." + std::string(field.name));
    names.merge(all_fields(*field.type));
  }
  return names;
}

}  // namespace dealwright::document::testing
