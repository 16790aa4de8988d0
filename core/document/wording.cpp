#include "core/document/wording.hpp"

#include "core/document/tokens.hpp"

namespace dealwright::document {

std::string quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

std::string shortened(std::string_view text) {
  constexpr std::size_t most = 60;
  std::string kept;
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    if (kept.size() + length > most) return kept + "...";
    const bool is_control = length == 1 && (static_cast<unsigned char>(text.front()) < 0x20 || text.front() == 0x7F);
    if (length == 0 || is_control) {
      kept += '?';
      text.remove_prefix(1);
      continue;
    }
    kept += text.substr(0, length);
    text.remove_prefix(length);
  }
  return kept;
}

std::string with_article(std::string_view name) {
  std::string words(name);
  for (char& c : words)
    if (c == '_') c = ' ';
  const bool is_vowel = !words.empty() && std::string_view("aeiou").find(words.front()) != std::string_view::npos;
  return (is_vowel ? "an " : "a ") + words;
}

std::string joined(std::span<const std::string_view> names) {
  std::string text;
  for (const std::string_view name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

std::string escaped_pointer_token(std::string_view key) {
  std::string token;
  for (const char c : key) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

std::string expected_of(const TypeInfo& type, const FieldNote* note) {
  switch (type.kind) {
    case TypeKind::boolean:
      return "true or false";
    case TypeKind::integer:
      return "a whole number";
    case TypeKind::decimal:
      if (note != nullptr && (note->unit_kind == Unit::money || note->unit_kind == Unit::unit_price))
        return "an amount such as \"1249.50\"";
      return "a number";
    case TypeKind::text:
      if (note != nullptr && note->unit_kind == Unit::identifier) return "an id such as \"emea-2026\"";
      return "a text";
    case TypeKind::date:
      return "a day such as \"2026-02-28\"";
    case TypeKind::month:
      return "a month such as \"2026-02\"";
    case TypeKind::currency:
      return "an ISO 4217 code such as \"EUR\"";
    case TypeKind::choice:
      return "one of " + joined(type.choices);
    case TypeKind::object:
      return "an object: " + with_article(type.name);
    case TypeKind::list:
      return "a list";
    case TypeKind::optional:
      return expected_of(*type.element, note);
    case TypeKind::money:
    case TypeKind::exact:
    case TypeKind::ratio:
      break;
  }
  return "nothing: it is a result";
}

std::string range_of(const FieldNote& note) {
  const std::string low = Decimal::from_micro(note.min_micro).to_string();
  const std::string high = Decimal::from_micro(note.max_micro).to_string();
  if (note.has_min && note.has_max) return low + " to " + high;
  return note.has_min ? "at least " + low : "at most " + high;
}

std::string places_of(Currency currency) {
  const int digits = currency.digits();
  if (digits == 0) return "a whole amount, as " + std::string(currency.code()) + " has no decimal places";
  return "at most " + std::to_string(digits) + " decimal places, as " + std::string(currency.code()) + " has";
}

std::string value_name(const FieldInfo& field, const void* value) {
  const std::uint8_t index = choice_at(value);
  if (field.type->kind == TypeKind::boolean) return index != 0 ? "true" : "false";
  return index < field.type->choices.size() ? std::string(field.type->choices[index]) : std::string();
}

std::string condition_values(const FieldInfo& sibling, const SiblingCondition& condition) {
  std::string text;
  for (std::uint8_t value = 0; value < 64; ++value) {
    if ((condition.values >> value & 1) == 0) continue;
    const bool is_last = (condition.values >> value) == 1;
    if (!text.empty()) text += is_last ? " or " : ", ";
    text += value_name(sibling, &value);
  }
  return text;
}

const char* fault_code(StringFault fault) {
  switch (fault) {
    case StringFault::lone_surrogate:
      return "document.encoding";
    case StringFault::control_character:
      return "document.control_character";
    default:
      return "document.syntax";
  }
}

const char* fault_message(StringFault fault) {
  switch (fault) {
    case StringFault::lone_surrogate:
      return "half of a surrogate pair stands alone";
    case StringFault::control_character:
      return "a text holds a control character";
    default:
      return "this is not an escape of JSON";
  }
}

}  // namespace dealwright::document
