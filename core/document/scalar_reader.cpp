#include "core/document/scalar_reader.hpp"

#include <cstring>

#include "core/base/suggest.hpp"
#include "core/document/limits.hpp"
#include "core/document/scalars.hpp"
#include "core/document/wording.hpp"

namespace dealwright::document {
namespace {

// "690,00": figures as they are written where the comma parts whole and fraction, or thousands.
bool has_comma_in_figures(std::string_view text) {
  return text.find(',') != std::string_view::npos &&
         text.find_first_not_of("+-0123456789,. \t") == std::string_view::npos;
}

}  // namespace

bool ScalarReader::read(const FieldInfo& field, const TypeInfo& type, void* out, bool in_list) {
  switch (type.kind) {
    case TypeKind::boolean:
      return read_boolean(type, out);
    case TypeKind::integer:
      return read_integer(field, type, out);
    case TypeKind::decimal:
      return read_decimal(field, type, as<Decimal>(out));
    case TypeKind::text:
      return read_text(field, type, as<std::string>(out), in_list);
    case TypeKind::date:
    case TypeKind::month:
      return read_date(type, out);
    case TypeKind::currency:
      return read_currency(type, as<Currency>(out));
    case TypeKind::choice:
      return read_choice(type, out);
    default:
      return cursor_.complain_type(type);  // results are not stated in documents
  }
}

bool ScalarReader::read_boolean(const TypeInfo& type, void* out) {
  const char c = cursor_.peek();
  if (c == 't' && cursor_.token() == "true") {
    as<bool>(out) = true;
  } else if (c == 'f' && cursor_.token() == "false") {
    as<bool>(out) = false;
  } else {
    return cursor_.complain_type(type);
  }
  cursor_.advance();
  return true;
}

bool ScalarReader::read_number(const FieldInfo& field, const TypeInfo& type, Decimal& out) {
  const char c = cursor_.peek();
  const bool is_quoted = c == '"';
  if (!is_quoted && c != '-' && (c < '0' || c > '9')) return cursor_.complain_type(type);
  const std::string_view digits = is_quoted ? cursor_.string_body() : cursor_.token();
  switch (Decimal::parse(digits, out)) {
    case DecimalError::none:
      cursor_.advance();
      return true;
    case DecimalError::not_a_number: {
      if (!is_quoted) return cursor_.complain_type(type);
      if (cursor_.is_sound_scalar()) {
        Diagnostic& diagnostic = cursor_.complain(cursor_.offset(), "document.wrong_type",
                                                  cursor_.subject() + " is the text " + quoted(shortened(digits)));
        diagnostic.expected = expected_of(type, field.note);
        if (type.kind == TypeKind::decimal && has_comma_in_figures(digits))
          diagnostic.expected += ", with a decimal point and no comma";
      }
      break;
    }
    case DecimalError::too_many_places:
      cursor_.complain(cursor_.offset(), "document.places", cursor_.subject() + " is " + shortened(digits)).expected =
          "at most 6 decimal places";
      break;
    case DecimalError::out_of_range:
      cursor_.complain(cursor_.offset(), "document.out_of_range", cursor_.subject() + " is " + shortened(digits))
          .expected = "within +-9,223,372,036,854";
      break;
  }
  cursor_.advance();
  return false;
}

bool ScalarReader::read_integer(const FieldInfo& field, const TypeInfo& type, void* out) {
  const std::size_t at = cursor_.offset();
  Decimal value;
  if (!read_number(field, type, value)) return false;
  if (!value.is_whole()) {
    cursor_.complain(at, "document.wrong_type", cursor_.subject() + " is " + value.to_string()).expected =
        "a whole number";
    return false;
  }
  if (!check_range(field, value, at)) return false;
  if (set_integer(type, out, value.micro() / Decimal::scale)) return true;
  cursor_.complain(at, "document.out_of_range", cursor_.subject() + " is " + value.to_string()).expected =
      "a smaller number";
  return false;
}

bool ScalarReader::read_decimal(const FieldInfo& field, const TypeInfo& type, Decimal& out) {
  const std::size_t at = cursor_.offset();
  if (!read_number(field, type, out) || !check_range(field, out, at)) return false;
  return field.note->unit_kind != Unit::money || check_places(out, at);
}

// The string at the cursor, its escapes resolved; it may stand in cursor_.unescaped().
bool ScalarReader::read_word(const TypeInfo& type, std::string_view& out) {
  if (cursor_.peek() != '"') return cursor_.complain_type(type);
  out = cursor_.string_body();
  if (std::memchr(out.data(), '\\', out.size()) != nullptr) {
    if (!cursor_.is_sound_scalar()) {
      cursor_.advance();
      return false;
    }
    out = cursor_.unescaped();
  }
  cursor_.advance();
  return true;
}

bool ScalarReader::read_text(const FieldInfo& field, const TypeInfo& type, std::string& out, bool in_list) {
  const std::size_t at = cursor_.offset();
  std::string_view word;
  if (!read_word(type, word)) return false;
  out.assign(word);
  const FieldNote& note = *field.note;
  const std::size_t most =
      note.most_items > 0 && !in_list ? static_cast<std::size_t>(note.most_items) : most_text_bytes;
  if (word.size() > most) {
    cursor_.complain(at, "document.too_long", cursor_.subject() + " has " + std::to_string(word.size()) + " bytes")
        .expected = "at most " + std::to_string(most);
    return false;
  }
  if (note.unit_kind == Unit::identifier && !is_identifier(word)) {
    cursor_.complain(at, "document.identifier", cursor_.subject() + " is " + quoted(shortened(word))).expected =
        "1 to 64 lower-case letters, digits, \"-\", \"_\" and \".\"";
    return false;
  }
  if (note.unit_kind == Unit::colour && !is_colour(word)) {
    cursor_.complain(at, "document.colour", cursor_.subject() + " is " + quoted(shortened(word))).expected =
        "a colour such as \"#1a2b3c\"";
    return false;
  }
  if (note.is_required && !in_list && word.empty()) {
    cursor_.complain(at, "document.empty", cursor_.subject() + " is empty").expected = expected_of(type);
    return false;
  }
  return true;
}

bool ScalarReader::read_date(const TypeInfo& type, void* out) {
  const std::size_t at = cursor_.offset();
  std::string_view word;
  if (!read_word(type, word)) return false;
  if (type.kind == TypeKind::date) {
    if (const auto day = Date::parse(word)) {
      as<Date>(out) = *day;
      return true;
    }
  } else if (const auto month = Month::parse(word)) {
    as<Month>(out) = *month;
    return true;
  }
  cursor_.complain(at, "document.date", cursor_.subject() + " is " + quoted(shortened(word))).expected =
      expected_of(type);
  return false;
}

bool ScalarReader::read_currency(const TypeInfo& type, Currency& out) {
  const std::size_t at = cursor_.offset();
  std::string_view word;
  if (!read_word(type, word)) return false;
  if (const auto currency = Currency::from_code(word)) {
    out = *currency;
    return true;
  }
  std::vector<std::string_view> codes;
  for (const CurrencyInfo& row : Currency::all()) codes.push_back(row.code);
  Diagnostic& diagnostic =
      cursor_.complain(at, "document.currency", quoted(shortened(word)) + " is not a currency in use");
  diagnostic.expected = expected_of(type);
  diagnostic.nearest = nearest_name(word, codes);
  return false;
}

bool ScalarReader::read_choice(const TypeInfo& type, void* out) {
  const std::size_t at = cursor_.offset();
  std::string_view word;
  if (!read_word(type, word)) return false;
  for (std::size_t i = 0; i < type.choices.size(); ++i) {
    if (type.choices[i] != word) continue;
    as<std::uint8_t>(out) = static_cast<std::uint8_t>(i);
    return true;
  }
  Diagnostic& diagnostic =
      cursor_.complain(at, "document.choice", cursor_.subject() + " is " + quoted(shortened(word)));
  diagnostic.expected = expected_of(type);
  diagnostic.nearest = nearest_name(word, type.choices);
  return false;
}

bool ScalarReader::check_range(const FieldInfo& field, Decimal value, std::size_t at) {
  const FieldNote& note = *field.note;
  if ((!note.has_min || value.micro() >= note.min_micro) && (!note.has_max || value.micro() <= note.max_micro))
    return true;
  cursor_.complain(at, "document.out_of_range", cursor_.subject() + " is " + value.to_string()).expected =
      range_of(note);
  return false;
}

// Amounts have no more places than their currency.
bool ScalarReader::check_places(Decimal value, std::size_t at) {
  if (scopes_.empty() || value.is_whole()) return true;
  const CurrencyScope& scope = scopes_.back();
  if (scope.smallest_micro == 0) {
    pending_.push_back({at, value, cursor_.pointer(), cursor_.subject()});
    return true;
  }
  if (value.micro() % scope.smallest_micro == 0) return true;
  cursor_.complain(at, "document.places", cursor_.subject() + " is " + value.to_string()).expected =
      places_of(scope.currency);
  return false;
}

void ScalarReader::clear() {
  scopes_.clear();
  pending_.clear();
}

void ScalarReader::set_currency(Currency currency) {
  scopes_.back().currency = currency;
  scopes_.back().smallest_micro = Decimal::scale / currency.minor_per_major();
}

// Checks the amounts that came before the currency.
void ScalarReader::close_currency() {
  const CurrencyScope scope = scopes_.back();
  scopes_.pop_back();
  for (std::size_t i = scope.first_pending; i < pending_.size() && scope.smallest_micro != 0; ++i) {
    const PendingAmount& amount = pending_[i];
    if (amount.amount.micro() % scope.smallest_micro == 0) continue;
    Diagnostic& diagnostic =
        cursor_.complain(amount.offset, "document.places", amount.subject + " is " + amount.amount.to_string());
    diagnostic.pointer = amount.pointer;
    diagnostic.expected = places_of(scope.currency);
  }
  pending_.resize(scope.first_pending);
}

}  // namespace dealwright::document
