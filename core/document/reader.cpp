#include "core/document/reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <numeric>
#include <string>

#include "core/base/suggest.hpp"
#include "core/document/limits.hpp"
#include "core/document/scalars.hpp"
#include "core/document/tokens.hpp"
#include "core/document/wording.hpp"

namespace dealwright::document {
namespace {

// The currency that amounts within an object are in.
struct CurrencyScope {
  Currency currency;
  std::int64_t smallest_micro = 0;  // of its minor unit, in millionths; 0: not read yet
  std::size_t first_pending = 0;    // of the amounts that wait for it
};

struct PendingAmount {
  std::size_t offset;
  Decimal amount;
  std::string pointer;
  std::string subject;
};

// One step down: a field of an object, or where `field` is null an element of a list.
struct Step {
  const FieldInfo* field;
  std::size_t index;
};

enum class Root { none, document, bundle };

bool is_space(char c) {
  return static_cast<unsigned char>(c) <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t');
}

// Gives a field its default.
inline void reset(const FieldInfo& field, const void* initial, void* object) {
  void* const value = field.in(object);
  const void* const from = field.in(initial);
  switch (field.plain_size) {
    case 1:
      std::memcpy(value, from, 1);
      break;
    case 4:
      std::memcpy(value, from, 4);
      break;
    case 8:
      std::memcpy(value, from, 8);
      break;
    case 16:
      std::memcpy(value, from, 16);
      break;
    case 0:
      if (field.type->kind != TypeKind::text) {
        assign(*field.type, value, from);
      } else if (!as<std::string>(value).empty() || !as<std::string>(from).empty()) {
        as<std::string>(value) = as<std::string>(from);
      }
      break;
    default:
      std::memcpy(value, from, field.plain_size);
  }
}

bool is_one_micro_multiple(Decimal value, std::int64_t smallest_micro) {
  return value.micro() % smallest_micro == 0;
}

}  // namespace

class Reader::Implementation {
 public:
  bool run(std::string_view text, const TypeInfo& type, std::string_view kind, Root root, void* out,
           std::vector<Span>* documents, Diagnostics& diagnostics, const Origin& origin);

 private:
  struct ObjectState {
    std::uint64_t seen = 0;
    std::uint64_t bad = 0;
    std::array<std::uint32_t, 64> offsets;  // of the values of the fields seen
  };

  // Tokens. peek() is NUL at the end of the text.
  char peek() const { return at_ < count_ ? text_[offsets_[at_]] : '\0'; }
  std::size_t offset() const { return at_ < count_ ? offsets_[at_] : text_.size(); }
  std::string_view token() const {
    const std::size_t begin = offsets_[at_];
    std::size_t end = offsets_[at_ + 1];
    while (end > begin + 1 && is_space(text_[end - 1])) --end;
    return text_.substr(begin, end - begin);
  }
  // What stands between the quotes of the string at the cursor; the index leaves no string without its second quote.
  std::string_view string_body() const {
    const std::string_view whole = token();
    return whole.size() < 2 ? std::string_view() : std::string_view(whole.data() + 1, whole.size() - 2);
  }
  bool next_member(char close) {
    if (peek() == ',' && at_ + 1 < count_ && text_[offsets_[at_ + 1]] != close) {
      ++at_;
      return true;
    }
    return end_members(close);
  }
  bool end_members(char close);
  bool take_colon() {
    if (peek() != ':') return stop_at_colon();
    ++at_;
    return true;
  }
  bool stop_at_colon();
  void skip_value();
  bool skip_scalar();
  bool is_sound_scalar();

  // Values. Each consumes the value and returns whether it was good; a value that was not is told.
  bool read_value(const FieldInfo& field, const TypeInfo& type, void* out, bool in_list);
  bool read_boolean(const TypeInfo& type, void* out);
  bool read_integer(const FieldInfo& field, const TypeInfo& type, void* out);
  bool read_decimal(const FieldInfo& field, const TypeInfo& type, Decimal& out);
  bool read_number(const TypeInfo& type, Decimal& out);
  bool read_text(const FieldInfo& field, const TypeInfo& type, std::string& out, bool in_list);
  bool read_word(const TypeInfo& type, std::string_view& out);
  bool read_date(const TypeInfo& type, void* out);
  bool read_currency(const TypeInfo& type, Currency& out);
  bool read_choice(const TypeInfo& type, void* out);
  bool read_list(const FieldInfo& field, const TypeInfo& type, void* out);
  bool read_object(const TypeInfo& type, void* out, Root root);
  int read_key(const TypeInfo& type, Root root, std::size_t expected);
  int read_other_key(const TypeInfo& type, Root root, std::string_view key);
  void note_currency(Currency currency, bool is_good);
  void read_other_member(const TypeInfo& type, Root root, std::size_t key_offset, std::string_view key);
  void read_version();
  void read_kind();
  void read_documents();

  // What can be told only when a whole object or list has been read.
  void check_object(const TypeInfo& type, const void* out, Root root, std::size_t open, const ObjectState& state);
  void check_conditions(const TypeInfo& type, const void* out, std::size_t open, const ObjectState& state);
  void check_ids(const TypeInfo& list, const void* out, std::size_t first_offset);
  void check_amounts(const CurrencyScope& scope);
  bool check_range(const FieldInfo& field, Decimal value, std::size_t at);
  bool check_places(Decimal value, std::size_t at);

  // Diagnostics.
  Diagnostic& complain(std::size_t offset, const char* code, std::string message);
  bool complain_type(const TypeInfo& type);
  void stop(std::size_t offset, std::string message, std::string expected = {});
  void stop_unexpected(const char* expected);
  void arrange(Diagnostics& diagnostics);
  std::string pointer() const;
  std::string subject() const;
  std::string found() const;

  TokenIndex tokens_;
  std::string_view text_;
  const std::uint32_t* offsets_ = nullptr;
  std::size_t count_ = 0;
  std::size_t at_ = 0;
  bool stopped_ = false;  // the text is not JSON from here on

  std::string_view kind_;
  Origin origin_;
  bool has_version_ = false;
  bool has_kind_ = false;
  bool is_other_ = false;  // another kind or a newer version: nothing else of it is worth telling
  std::vector<Span>* documents_ = nullptr;

  std::vector<Step> path_;
  std::size_t depth_ = 0;  // of path_
  std::vector<CurrencyScope> scopes_;
  std::vector<PendingAmount> pending_;
  std::vector<std::uint32_t> id_offsets_;
  std::uint32_t last_id_offset_ = 0;
  std::string scratch_;

  Diagnostics found_;
  std::vector<std::size_t> found_at_;  // offsets of found_
  Diagnostic unheard_;                 // takes what is beyond most_diagnostics
};

bool Reader::Implementation::run(std::string_view text, const TypeInfo& type, std::string_view kind, Root root,
                                 void* out, std::vector<Span>* documents, Diagnostics& diagnostics,
                                 const Origin& origin) {
  text_ = text;
  kind_ = kind;
  origin_ = origin;
  documents_ = documents;
  at_ = 0;
  count_ = 0;
  depth_ = 0;
  stopped_ = has_version_ = has_kind_ = is_other_ = false;
  scopes_.clear();
  pending_.clear();
  id_offsets_.clear();
  found_.clear();
  found_at_.clear();
  if (path_.size() < 2 * static_cast<std::size_t>(type.depth) + 2)
    path_.resize(2 * static_cast<std::size_t>(type.depth) + 2);

  if (text.size() > most_bytes) {
    complain(0, "document.too_large", "the text has " + std::to_string(text.size()) + " bytes").expected =
        "at most 64 MiB";
  } else if (text.substr(0, 3) == "\xEF\xBB\xBF") {
    complain(0, "document.byte_order_mark", "the text begins with a byte order mark").expected = "UTF-8 without it";
  } else if (text.substr(0, 2) == "\xFE\xFF" || text.substr(0, 2) == "\xFF\xFE") {
    complain(0, "document.encoding", "the text is UTF-16").expected = "UTF-8";
  } else if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    complain(0, "document.syntax", "the text is empty").expected = "a JSON object";
  } else if (!tokens_.build(text)) {
    const TextFault fault = text_fault(text);
    complain(fault.offset, fault.code, fault.message);
  } else {
    offsets_ = tokens_.offsets();
    count_ = tokens_.size();
    read_object(type, out, root);
    if (!stopped_ && at_ < count_) complain(offset(), "document.trailing_text", "text follows the end of the document");
  }
  if (found_.empty()) return true;
  arrange(diagnostics);
  return false;
}

// Tokens

// After a member: past the end of the object or list, or what is wrong there. Always false.
bool Reader::Implementation::end_members(char close) {
  if (peek() == ',') {
    const std::size_t comma = offset();
    ++at_;
    if (peek() != close) {
      stop_unexpected(close == '}' ? "a field" : "a value");
      return false;
    }
    complain(comma, "document.syntax", std::string("a comma stands before \"") + close + "\"");
  }
  if (peek() == close) {
    ++at_;
  } else {
    stop_unexpected(close == '}' ? "\",\" or \"}\"" : "\",\" or \"]\"");
  }
  return false;
}

bool Reader::Implementation::stop_at_colon() {
  stop_unexpected("\":\"");
  return false;
}

// Whether the scalar at the cursor is JSON; tells where it is not.
bool Reader::Implementation::is_sound_scalar() {
  const char c = peek();
  const std::string_view word = c == '\0' ? std::string_view() : token();
  if (c == '"') {
    std::size_t fault = 0;
    const std::string_view body = string_body();
    if (body.find('\\') == std::string_view::npos) return true;
    const StringFault what = unescape(body, scratch_, fault);
    if (what == StringFault::none) return true;
    complain(offset() + 1 + fault, fault_code(what), fault_message(what));
    return false;
  }
  if (word == "true" || word == "false" || word == "null" || is_number(word)) return true;
  const bool is_word =
      (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+' || c == '.';
  if (!is_word || word.find('"') != std::string_view::npos) {
    stop_unexpected("a value");
    return false;
  }
  complain(offset(), "document.syntax", quoted(shortened(word)) + " is not JSON").expected =
      "a number, a text in double quotes, true or false";
  return false;
}

bool Reader::Implementation::skip_scalar() {
  const char c = peek();
  if (c == '}' || c == ']' || c == ',' || c == ':') {
    stop_unexpected("a value");
    return false;
  }
  is_sound_scalar();
  if (stopped_) return false;
  ++at_;
  return true;
}

// Goes past a value of any form; tells where it is not JSON.
void Reader::Implementation::skip_value() {
  std::array<bool, static_cast<std::size_t>(most_depth)> is_list{};
  std::size_t depth = 0;
  const auto take_key = [&] {
    if (peek() != '"') {
      stop_unexpected("a field name in double quotes");
      return false;
    }
    is_sound_scalar();
    ++at_;
    return take_colon();
  };
  do {
    const char c = peek();
    if (c == '{' || c == '[') {
      if (depth_ + depth >= static_cast<std::size_t>(most_depth)) {
        complain(offset(), "document.too_deep", "objects and lists are nested deeper than 64");
        stopped_ = true;
        at_ = count_;
        return;
      }
      is_list[depth++] = c == '[';
      ++at_;
      if (peek() == (c == '[' ? ']' : '}')) {
        ++at_;
        --depth;
      } else {
        if (c == '{' && !take_key()) return;
        continue;
      }
    } else if (!skip_scalar()) {
      return;
    }
    while (depth > 0 && !next_member(is_list[depth - 1] ? ']' : '}')) {
      if (stopped_) return;
      --depth;
    }
    if (depth > 0 && !is_list[depth - 1] && !take_key()) return;
  } while (depth > 0);
}

// Values

bool Reader::Implementation::read_value(const FieldInfo& field, const TypeInfo& type, void* out, bool in_list) {
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
    case TypeKind::object:
      return read_object(type, out, Root::none);
    case TypeKind::list:
      return read_list(field, type, out);
    case TypeKind::optional:
      if (read_value(field, *type.element, type.optional.emplace(out), in_list)) return true;
      if (type.element->kind != TypeKind::object) type.optional.reset(out);
      return false;
    case TypeKind::money:
    case TypeKind::exact:
    case TypeKind::ratio:
      break;
  }
  return complain_type(type);
}

bool Reader::Implementation::read_boolean(const TypeInfo& type, void* out) {
  const char c = peek();
  if (c == 't' && token() == "true") {
    as<bool>(out) = true;
  } else if (c == 'f' && token() == "false") {
    as<bool>(out) = false;
  } else {
    return complain_type(type);
  }
  ++at_;
  return true;
}

bool Reader::Implementation::read_number(const TypeInfo& type, Decimal& out) {
  const char c = peek();
  const bool is_quoted = c == '"';
  if (!is_quoted && c != '-' && (c < '0' || c > '9')) return complain_type(type);
  const std::string_view digits = is_quoted ? string_body() : token();
  switch (Decimal::parse(digits, out)) {
    case DecimalError::none:
      ++at_;
      return true;
    case DecimalError::not_a_number: {
      if (!is_quoted) return complain_type(type);
      if (is_sound_scalar())
        complain(offset(), "document.wrong_type", subject() + " is the text " + quoted(shortened(digits))).expected =
            expected_of(type);
      break;
    }
    case DecimalError::too_many_places:
      complain(offset(), "document.places", subject() + " is " + shortened(digits)).expected =
          "at most 6 decimal places";
      break;
    case DecimalError::out_of_range:
      complain(offset(), "document.out_of_range", subject() + " is " + shortened(digits)).expected =
          "within +-9,223,372,036,854";
      break;
  }
  ++at_;
  return false;
}

bool Reader::Implementation::read_integer(const FieldInfo& field, const TypeInfo& type, void* out) {
  const std::size_t at = offset();
  Decimal value;
  if (!read_number(type, value)) return false;
  if (!value.is_whole()) {
    complain(at, "document.wrong_type", subject() + " is " + value.to_string()).expected = "a whole number";
    return false;
  }
  if (!check_range(field, value, at)) return false;
  if (set_integer(type, out, value.micro() / Decimal::scale)) return true;
  complain(at, "document.out_of_range", subject() + " is " + value.to_string()).expected = "a smaller number";
  return false;
}

bool Reader::Implementation::read_decimal(const FieldInfo& field, const TypeInfo& type, Decimal& out) {
  const std::size_t at = offset();
  if (!read_number(type, out) || !check_range(field, out, at)) return false;
  return field.note->unit_kind != Unit::money || check_places(out, at);
}

// The string at the cursor, its escapes resolved; it may stand in scratch_.
bool Reader::Implementation::read_word(const TypeInfo& type, std::string_view& out) {
  if (peek() != '"') return complain_type(type);
  out = string_body();
  if (std::memchr(out.data(), '\\', out.size()) != nullptr) {
    if (!is_sound_scalar()) {
      ++at_;
      return false;
    }
    out = scratch_;
  }
  ++at_;
  return true;
}

bool Reader::Implementation::read_text(const FieldInfo& field, const TypeInfo& type, std::string& out, bool in_list) {
  const std::size_t at = offset();
  std::string_view word;
  if (!read_word(type, word)) return false;
  out.assign(word);
  const FieldNote& note = *field.note;
  const std::size_t most =
      note.most_items > 0 && !in_list ? static_cast<std::size_t>(note.most_items) : most_text_bytes;
  if (word.size() > most) {
    complain(at, "document.too_long", subject() + " has " + std::to_string(word.size()) + " bytes").expected =
        "at most " + std::to_string(most);
    return false;
  }
  if (note.unit_kind == Unit::identifier && !is_identifier(word)) {
    complain(at, "document.identifier", subject() + " is " + quoted(shortened(word))).expected =
        "1 to 64 lower-case letters, digits, \"-\", \"_\" and \".\"";
    return false;
  }
  if (note.unit_kind == Unit::colour && !is_colour(word)) {
    complain(at, "document.colour", subject() + " is " + quoted(shortened(word))).expected =
        "a colour such as \"#1a2b3c\"";
    return false;
  }
  if (note.is_required && !in_list && word.empty()) {
    complain(at, "document.empty", subject() + " is empty").expected = expected_of(type);
    return false;
  }
  return true;
}

bool Reader::Implementation::read_date(const TypeInfo& type, void* out) {
  const std::size_t at = offset();
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
  complain(at, "document.date", subject() + " is " + quoted(shortened(word))).expected = expected_of(type);
  return false;
}

bool Reader::Implementation::read_currency(const TypeInfo& type, Currency& out) {
  const std::size_t at = offset();
  std::string_view word;
  if (!read_word(type, word)) return false;
  if (const auto currency = Currency::from_code(word)) {
    out = *currency;
    return true;
  }
  std::vector<std::string_view> codes;
  for (const CurrencyInfo& row : Currency::all()) codes.push_back(row.code);
  Diagnostic& diagnostic = complain(at, "document.currency", quoted(shortened(word)) + " is not a currency in use");
  diagnostic.expected = expected_of(type);
  diagnostic.nearest = nearest_name(word, codes);
  return false;
}

bool Reader::Implementation::read_choice(const TypeInfo& type, void* out) {
  const std::size_t at = offset();
  std::string_view word;
  if (!read_word(type, word)) return false;
  for (std::size_t i = 0; i < type.choices.size(); ++i) {
    if (type.choices[i] != word) continue;
    as<std::uint8_t>(out) = static_cast<std::uint8_t>(i);
    return true;
  }
  Diagnostic& diagnostic = complain(at, "document.choice", subject() + " is " + quoted(shortened(word)));
  diagnostic.expected = expected_of(type);
  diagnostic.nearest = nearest_name(word, type.choices);
  return false;
}

bool Reader::Implementation::read_list(const FieldInfo& field, const TypeInfo& type, void* out) {
  if (peek() != '[') return complain_type(type);
  const std::size_t open = offset();
  ++at_;
  const TypeInfo& element = *type.element;
  const std::size_t most =
      field.note->most_items > 0 ? static_cast<std::size_t>(field.note->most_items) : most_list_items;
  const std::size_t first_id = id_offsets_.size();
  std::size_t size = type.list.size(out);
  std::size_t used = 0;
  std::size_t beyond = 0;
  bool good = true;
  if (peek() == ']') {
    ++at_;
  } else {
    Step& step = path_[depth_++];
    step.field = nullptr;
    do {
      if (used == most) {
        ++beyond;
        skip_value();
        continue;
      }
      step.index = used;
      if (used == size) type.list.resize(out, ++size);
      void* const item = list_item(type, out, used++);
      if (!read_value(field, element, item, true)) {
        good = false;
        if (element.kind != TypeKind::object) restore(element, item);
      }
      if (element.id >= 0) id_offsets_.push_back(last_id_offset_);
    } while (!stopped_ && next_member(']'));
    --depth_;
  }
  if (used < size) type.list.resize(out, used);
  if (beyond > 0) {
    complain(open, "document.too_many_items", subject() + " has " + std::to_string(used + beyond) + " items").expected =
        "at most " + std::to_string(most);
    good = false;
  }
  if (element.id >= 0) {
    if (used > 1 && !stopped_) check_ids(type, out, first_id);
    id_offsets_.resize(first_id);
  }
  return good && !stopped_;
}

bool Reader::Implementation::read_object(const TypeInfo& type, void* out, Root root) {
  if (peek() != '{') return complain_type(type);
  const std::size_t open = offset();
  const std::size_t found_before = found_.size();
  const bool has_scope = type.currency >= 0;
  if (has_scope) scopes_.push_back({{}, 0, pending_.size()});
  ++at_;
  ObjectState state;
  std::size_t expected = 0;
  if (peek() == '}') {
    ++at_;
  } else {
    do {
      const int index = read_key(type, root, expected);
      if (index < 0) continue;
      const auto at = static_cast<std::size_t>(index);
      const std::uint64_t bit = std::uint64_t{1} << at;
      const FieldInfo& field = type.fields[at];
      expected = at + 1;
      if ((state.seen & bit) != 0) {
        complain(offsets_[at_ - 2], "document.duplicate_key", quoted(field.name) + " is stated twice").pointer =
            pointer() + "/" + std::string(field.name);
        skip_value();
        continue;
      }
      state.seen |= bit;
      state.offsets[at] = static_cast<std::uint32_t>(offset());
      path_[depth_++] = {&field, 0};
      if (!read_value(field, *field.type, field.in(out), false)) state.bad |= bit;
      --depth_;
      if (index == type.currency) note_currency(as<Currency>(field.in(out)), (state.bad & bit) == 0);
    } while (!stopped_ && next_member('}'));
  }
  for (std::uint64_t rest = type.all & ~state.seen; rest != 0; rest &= rest - 1)
    reset(type.fields[static_cast<std::size_t>(__builtin_ctzll(rest))], type.initial, out);
  for (std::uint64_t rest = state.bad; rest != 0; rest &= rest - 1) {
    const FieldInfo& field = type.fields[static_cast<std::size_t>(__builtin_ctzll(rest))];
    if (field.type->depth == 0) reset(field, type.initial, out);  // objects and lists keep what could be read of them
  }
  if (has_scope) {
    check_amounts(scopes_.back());
    pending_.resize(scopes_.back().first_pending);
    scopes_.pop_back();
  }
  const bool is_complete = (type.required & ~state.seen) == 0 && root == Root::none && !type.has_conditions;
  if (!is_complete && !stopped_) check_object(type, out, root, open, state);
  last_id_offset_ = type.id >= 0 && (state.seen >> type.id & 1) != 0 ? state.offsets[static_cast<std::size_t>(type.id)]
                                                                     : static_cast<std::uint32_t>(open);
  return found_.size() == found_before && !stopped_;
}

// Goes past "name": and gives the index of the field. Where it is none, its value is read or told too, and the index is
// -1.
int Reader::Implementation::read_key(const TypeInfo& type, Root root, std::size_t expected) {
  if (peek() != '"') {
    stop_unexpected("a field name in double quotes");
    return -1;
  }
  const std::string_view key = string_body();
  const int index = type.find(key, expected);
  if (index < 0) return read_other_key(type, root, key);
  ++at_;
  return take_colon() ? index : -1;
}

int Reader::Implementation::read_other_key(const TypeInfo& type, Root root, std::string_view key) {
  const std::size_t key_offset = offset();
  std::string resolved;
  if (key.find('\\') != std::string_view::npos && is_sound_scalar()) {
    resolved = scratch_;
    key = resolved;
  }
  ++at_;
  if (stopped_ || !take_colon()) return -1;
  const int index = type.find(key);
  if (index < 0) read_other_member(type, root, key_offset, key);
  return index;
}

void Reader::Implementation::note_currency(Currency currency, bool is_good) {
  if (!is_good) return;
  CurrencyScope& scope = scopes_.back();
  scope.currency = currency;
  scope.smallest_micro = Decimal::scale / currency.minor_per_major();
}

// A member that is no field: "dealwright", "kind", "documents" of the root, or a mistake.
void Reader::Implementation::read_other_member(const TypeInfo& type, Root root, std::size_t key_offset,
                                               std::string_view key) {
  if (root != Root::none) {
    bool* const has = key == "dealwright" ? &has_version_ : key == "kind" ? &has_kind_ : nullptr;
    if (has != nullptr) {
      if (*has) {
        complain(key_offset, "document.duplicate_key", quoted(key) + " is stated twice").pointer +=
            "/" + std::string(key);
        return skip_value();
      }
      *has = true;
      return key == "kind" ? read_kind() : read_version();
    }
    if (root == Root::bundle && key == "documents") return read_documents();
  }
  std::vector<std::string_view> names;
  for (const FieldInfo& field : type.fields) names.push_back(field.name);
  if (root != Root::none) {
    names.push_back("dealwright");
    names.push_back("kind");
  }
  if (root == Root::bundle) names.push_back("documents");
  const std::string_view owner = root == Root::none ? std::string_view(type.name) : kind_;
  Diagnostic& diagnostic = complain(key_offset, "document.unknown_key",
                                    quoted(shortened(key)) + " is not a field of " + with_article(owner));
  diagnostic.pointer += "/" + escaped_pointer_token(key);
  diagnostic.expected = "one of " + joined(names);
  diagnostic.nearest = nearest_name(key, names);
  skip_value();
}

void Reader::Implementation::read_version() {
  const std::size_t at = offset();
  const char c = peek();
  int version = 0;
  const std::string_view digits = c >= '0' && c <= '9' ? token() : std::string_view();
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), version);
  const bool is_whole = !digits.empty() && end == digits.data() + digits.size();
  if (is_whole && error == std::errc() && version == format_version) {
    ++at_;
    return;
  }
  skip_value();
  if (is_whole && (error != std::errc() || version > format_version)) {
    is_other_ = true;
    complain(at, "document.version",
             "the document has format version " + shortened(digits) + ", which is newer than this program")
        .expected = "version 1, or a newer Dealwright";
  } else if (!stopped_) {
    complain(at, "document.version", "\"dealwright\" is not a format version").expected = "1";
  }
  if (!found_.empty()) found_.back().pointer = std::string(origin_.pointer) + "/dealwright";
}

void Reader::Implementation::read_kind() {
  const std::size_t at = offset();
  const std::string_view word = peek() == '"' ? string_body() : std::string_view();
  if (word == kind_) {
    ++at_;
    return;
  }
  skip_value();
  if (stopped_) return;
  is_other_ = true;
  Diagnostic& diagnostic =
      complain(at, "document.kind", word.empty() ? "the kind is not a text" : "the kind is " + quoted(shortened(word)));
  diagnostic.expected = quoted(kind_);
  diagnostic.pointer = std::string(origin_.pointer) + "/kind";
}

void Reader::Implementation::read_documents() {
  if (peek() != '[') {
    complain(offset(), "document.wrong_type", "\"documents\" is " + found()).expected = "a list of documents";
    return skip_value();
  }
  ++at_;
  if (peek() == ']') {
    ++at_;
    return;
  }
  do {
    const std::size_t begin = offset();
    skip_value();
    if (!stopped_)
      documents_->push_back({begin, offsets_[at_ - 1] + (text_[begin] == '{' ? std::size_t{1} : std::size_t{0})});
    if (!stopped_ && text_[begin] != '{')
      complain(begin, "document.wrong_type", "an item of \"documents\" is not an object").expected = "a document";
    if (!stopped_ && text_[begin] != '{') documents_->pop_back();
  } while (!stopped_ && next_member(']'));
}

// Whole objects and lists

void Reader::Implementation::check_object(const TypeInfo& type, const void* out, Root root, std::size_t open,
                                          const ObjectState& state) {
  for (std::uint64_t missing = type.required & ~state.seen; missing != 0; missing &= missing - 1) {
    const FieldInfo& field = type.fields[static_cast<std::size_t>(__builtin_ctzll(missing))];
    const std::string_view owner = root == Root::none ? std::string_view(type.name) : kind_;
    complain(open, "document.missing", quoted(field.name) + " is missing in " + with_article(owner)).expected =
        expected_of(*field.type, field.note);
  }
  if (root != Root::none && !has_version_ && origin_.pointer.empty())
    complain(open, "document.missing", "\"dealwright\" is missing").expected = "\"dealwright\": 1";
  if (root != Root::none && !has_kind_)
    complain(open, "document.missing", "\"kind\" is missing").expected = "\"kind\": " + quoted(kind_);
  if (type.has_conditions) check_conditions(type, out, open, state);
}

void Reader::Implementation::check_conditions(const TypeInfo& type, const void* out, std::size_t open,
                                              const ObjectState& state) {
  for (std::size_t i = 0; i < type.fields.size(); ++i) {
    const FieldInfo& field = type.fields[i];
    const SiblingCondition& condition = field.needed.is_stated() ? field.needed : field.applies;
    if (!condition.is_stated()) continue;
    const std::uint64_t sibling_bit = std::uint64_t{1} << condition.sibling;
    const bool is_unknown = (state.bad & sibling_bit) != 0 || (type.required & sibling_bit & ~state.seen) != 0;
    if (is_unknown) continue;
    const bool is_seen = (state.seen >> i & 1) != 0;
    const FieldInfo& sibling = type.fields[static_cast<std::size_t>(condition.sibling)];
    const std::string case_of = std::string(sibling.name) + " is ";
    if (is_seen && field.applies.is_stated() && !holds(field.applies, type, out)) {
      path_[depth_++] = {&field, 0};
      complain(state.offsets[i], "document.not_applicable",
               quoted(field.name) + " does not belong where " + case_of + value_name(sibling, sibling.in(out)))
          .expected = quoted(field.name) + " only where " + case_of + condition_values(sibling, field.applies);
      --depth_;
    }
    if (!is_seen && field.needed.is_stated() && holds(field.needed, type, out)) {
      complain(open, "document.missing",
               quoted(field.name) + " is missing: it is needed where " + case_of + value_name(sibling, sibling.in(out)))
          .expected = expected_of(*field.type, field.note);
    }
  }
}

void Reader::Implementation::check_ids(const TypeInfo& list, const void* out, std::size_t first_offset) {
  const TypeInfo& element = *list.element;
  const FieldInfo& id = element.fields[static_cast<std::size_t>(element.id)];
  const auto id_of = [&](std::size_t i) -> std::string_view { return as<std::string>(id.in(list_item(list, out, i))); };
  std::vector<std::size_t> order(list.list.size(out));
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int compared = id_of(a).compare(id_of(b));
    return compared != 0 ? compared < 0 : a < b;
  });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const std::size_t at = order[i];
    if (id_of(at).empty() || id_of(at) != id_of(order[i - 1])) continue;
    Diagnostic& diagnostic =
        complain(id_offsets_[first_offset + at], "document.duplicate_id",
                 "the id " + quoted(id_of(at)) + " is used by " + quoted(path_[depth_ - 1].field->name) + " " +
                     std::to_string(order[i - 1] + 1) + " and " + std::to_string(at + 1));
    diagnostic.pointer += "/" + std::to_string(at) + "/" + std::string(id.name);
    diagnostic.expected = "ids that differ";
  }
}

bool Reader::Implementation::check_range(const FieldInfo& field, Decimal value, std::size_t at) {
  const FieldNote& note = *field.note;
  if ((!note.has_min || value.micro() >= note.min_micro) && (!note.has_max || value.micro() <= note.max_micro))
    return true;
  complain(at, "document.out_of_range", subject() + " is " + value.to_string()).expected = range_of(note);
  return false;
}

// Amounts have no more places than their currency.
bool Reader::Implementation::check_places(Decimal value, std::size_t at) {
  if (scopes_.empty() || value.is_whole()) return true;
  const CurrencyScope& scope = scopes_.back();
  if (scope.smallest_micro == 0) {
    pending_.push_back({at, value, pointer(), subject()});
    return true;
  }
  if (is_one_micro_multiple(value, scope.smallest_micro)) return true;
  complain(at, "document.places", subject() + " is " + value.to_string()).expected = places_of(scope.currency);
  return false;
}

// Those that came before the currency.
void Reader::Implementation::check_amounts(const CurrencyScope& scope) {
  if (scope.smallest_micro == 0) return;
  for (std::size_t i = scope.first_pending; i < pending_.size(); ++i) {
    const PendingAmount& amount = pending_[i];
    if (is_one_micro_multiple(amount.amount, scope.smallest_micro)) continue;
    Diagnostic& diagnostic =
        complain(amount.offset, "document.places", amount.subject + " is " + amount.amount.to_string());
    diagnostic.pointer = amount.pointer;
    diagnostic.expected = places_of(scope.currency);
  }
}

// Diagnostics

Diagnostic& Reader::Implementation::complain(std::size_t offset, const char* code, std::string message) {
  if (found_.size() == most_diagnostics) return unheard_ = Diagnostic();
  found_at_.push_back(offset);
  Diagnostic& diagnostic = found_.emplace_back();
  diagnostic.code = code;
  diagnostic.message = std::move(message);
  diagnostic.pointer = pointer();
  return diagnostic;
}

// The value at the cursor has another type; goes past it.
bool Reader::Implementation::complain_type(const TypeInfo& type) {
  const char c = peek();
  const bool is_container = c == '{' || c == '[';
  if (!is_container && (c == '\0' || c == '}' || c == ']' || c == ',' || c == ':')) {
    stop_unexpected("a value");
    return false;
  }
  if (!is_container && !is_sound_scalar()) {
    if (!stopped_) ++at_;
    return false;
  }
  if (c == 'n') {
    complain(offset(), "document.wrong_type", subject() + " is null").expected = "a value, or no such field";
  } else {
    complain(offset(), "document.wrong_type", subject() + " is " + found()).expected =
        expected_of(type, depth_ > 0 && path_[depth_ - 1].field != nullptr ? path_[depth_ - 1].field->note : nullptr);
  }
  skip_value();
  return false;
}

// The text is not JSON here; what follows cannot be read.
void Reader::Implementation::stop(std::size_t offset, std::string message, std::string expected) {
  if (!stopped_) complain(offset, "document.syntax", std::move(message)).expected = std::move(expected);
  stopped_ = true;
  at_ = count_;
}

void Reader::Implementation::stop_unexpected(const char* expected) {
  if (at_ >= count_) return stop(text_.size(), "the text ends in the middle", expected);
  const char c = peek();
  if (c == '\0') return stop(offset(), "a NUL byte stands here", expected);
  if (c == '/') return stop(offset(), "a comment stands here; JSON has none", expected);
  if (c == '\'') return stop(offset(), "a text stands in single quotes; JSON takes double quotes", expected);
  const std::string_view word = c == '"' ? string_body() : token();
  stop(offset(), quoted(shortened(word)) + " is not expected here", expected);
}

// Sorts what was found by position, counts lines, and hands it over.
void Reader::Implementation::arrange(Diagnostics& diagnostics) {
  std::vector<std::size_t> order(found_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return found_at_[a] < found_at_[b]; });
  std::size_t counted = 0;
  int line = 1;
  std::size_t line_begin = 0;
  for (const std::size_t i : order) {
    Diagnostic& diagnostic = found_[i];
    for (; counted < found_at_[i]; ++counted) {
      if (text_[counted] != '\n') continue;
      ++line;
      line_begin = counted + 1;
    }
    const Position place = offset_by({line, static_cast<int>(found_at_[i] - line_begin) + 1}, origin_.start);
    diagnostic.file = origin_.file;
    diagnostic.line = place.line;
    diagnostic.column = place.column;
    const bool is_about_root = diagnostic.code == "document.kind" || diagnostic.code == "document.version";
    if (!is_other_ || is_about_root) diagnostics.push_back(std::move(diagnostic));
  }
}

std::string Reader::Implementation::pointer() const {
  std::string text(origin_.pointer);
  for (std::size_t i = 0; i < depth_; ++i) {
    text += '/';
    if (path_[i].field != nullptr) {
      text += path_[i].field->name;
    } else {
      text += std::to_string(path_[i].index);
    }
  }
  return text;
}

// What a message is about: "\"discount\"", "item 2 of \"tiers\"".
std::string Reader::Implementation::subject() const {
  if (depth_ == 0) return "the document";
  const Step& last = path_[depth_ - 1];
  if (last.field != nullptr) return quoted(last.field->name);
  const std::string item = "item " + std::to_string(last.index + 1);
  return depth_ > 1 && path_[depth_ - 2].field != nullptr ? item + " of " + quoted(path_[depth_ - 2].field->name)
                                                          : item;
}

std::string Reader::Implementation::found() const {
  switch (peek()) {
    case '{':
      return "an object";
    case '[':
      return "a list";
    case '"':
      return "the text " + quoted(shortened(string_body()));
    case 't':
    case 'f':
      return std::string(token());
    default:
      return "the number " + shortened(token());
  }
}

Reader::Reader() : implementation_(std::make_unique<Implementation>()) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

bool Reader::read(std::string_view text, const TypeInfo& type, std::string_view kind, void* out,
                  Diagnostics& diagnostics, const Origin& origin) {
  return implementation_->run(text, type, kind, Root::document, out, nullptr, diagnostics, origin);
}

bool Reader::read_bundle(std::string_view text, const TypeInfo& type, std::string_view kind, void* out,
                         std::vector<Span>& documents, Diagnostics& diagnostics, const Origin& origin) {
  documents.clear();
  return implementation_->run(text, type, kind, Root::bundle, out, &documents, diagnostics, origin);
}

bool Reader::read_object(std::string_view text, const TypeInfo& type, void* out, Diagnostics& diagnostics,
                         const Origin& origin) {
  return implementation_->run(text, type, type.name, Root::none, out, nullptr, diagnostics, origin);
}

std::string_view peek_kind(std::string_view text) {
  const std::size_t at = offset_of(text, "/kind");
  if (at == std::string_view::npos || text[at] != '"') return {};
  const std::size_t end = text.find_first_of("\"\\", at + 1);
  return end == std::string_view::npos || text[end] != '"' ? std::string_view() : text.substr(at + 1, end - at - 1);
}

}  // namespace dealwright::document
