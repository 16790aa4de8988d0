#include "core/document/reader.hpp"

#include <array>
#include <charconv>
#include <cstring>
#include <string>

#include "core/base/stable_order.hpp"
#include "core/base/suggest.hpp"
#include "core/document/cursor.hpp"
#include "core/document/limits.hpp"
#include "core/document/scalar_reader.hpp"
#include "core/document/wording.hpp"

namespace dealwright::document {
namespace {

enum class Root { none, document, bundle };

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

  // Each consumes the value and returns whether it was good; a value that was not is told.
  bool read_value(const FieldInfo& field, const TypeInfo& type, void* out, bool in_list);
  bool read_list(const FieldInfo& field, const TypeInfo& type, void* out);
  bool read_object(const TypeInfo& type, void* out, Root root);
  int read_key(const TypeInfo& type, Root root, std::size_t expected);
  int read_other_key(const TypeInfo& type, Root root, std::string_view key);
  void read_other_member(const TypeInfo& type, Root root, std::size_t key_offset, std::string_view key);
  void read_version();
  void read_kind();
  void tell_other(std::size_t at, const char* code, const char* member, std::string message, std::string expected);
  void read_documents();

  // What can be told only when a whole object or list has been read.
  void check_object(const TypeInfo& type, const void* out, Root root, std::size_t open, const ObjectState& state);
  void check_conditions(const TypeInfo& type, const void* out, std::size_t open, const ObjectState& state);
  void check_ids(const TypeInfo& list, const void* out, std::size_t first_offset);

  Cursor cursor_;
  ScalarReader scalars_{cursor_};
  std::string_view kind_;
  bool is_embedded_ = false;  // stands in a larger document, which states the version
  bool has_version_ = false;
  bool has_kind_ = false;
  bool is_other_ = false;  // another kind or a newer version: nothing else of it is worth telling
  std::vector<Span>* documents_ = nullptr;

  std::vector<std::uint32_t> id_offsets_;  // of the elements of the lists that are being read
  std::uint32_t last_id_offset_ = 0;       // of the object that was read last
};

bool Reader::Implementation::run(std::string_view text, const TypeInfo& type, std::string_view kind, Root root,
                                 void* out, std::vector<Span>* documents, Diagnostics& diagnostics,
                                 const Origin& origin) {
  kind_ = kind;
  documents_ = documents;
  is_embedded_ = !origin.pointer.empty();
  has_version_ = has_kind_ = is_other_ = false;
  id_offsets_.clear();
  scalars_.clear();
  if (cursor_.open(text, origin, type.depth)) {
    read_object(type, out, root);
    cursor_.close();
  }
  if (cursor_.complaints() == 0) return true;
  cursor_.hand_over(diagnostics, is_other_);
  return false;
}

bool Reader::Implementation::read_value(const FieldInfo& field, const TypeInfo& type, void* out, bool in_list) {
  switch (type.kind) {
    case TypeKind::object:
      return read_object(type, out, Root::none);
    case TypeKind::list:
      return read_list(field, type, out);
    case TypeKind::optional:
      if (read_value(field, *type.element, type.optional.emplace(out), in_list)) return true;
      if (type.element->kind != TypeKind::object) type.optional.reset(out);
      return false;
    default:
      return scalars_.read(field, type, out, in_list);
  }
}

bool Reader::Implementation::read_list(const FieldInfo& field, const TypeInfo& type, void* out) {
  if (cursor_.peek() != '[') {
    restore(type, out);
    return cursor_.complain_type(type);
  }
  const std::size_t open = cursor_.offset();
  cursor_.advance();
  const TypeInfo& element = *type.element;
  const std::size_t most =
      field.note->most_items > 0 ? static_cast<std::size_t>(field.note->most_items) : most_list_items;
  const std::size_t first_id = id_offsets_.size();
  std::size_t size = type.list.size(out);
  std::size_t used = 0;
  std::size_t beyond = 0;
  bool good = true;
  if (cursor_.peek() == ']') {
    cursor_.advance();
  } else {
    cursor_.enter_list();
    do {
      if (used == most) {
        ++beyond;
        cursor_.skip_value();
        continue;
      }
      cursor_.set_index(used);
      if (used == size) type.list.resize(out, ++size);
      void* const item = list_item(type, out, used++);
      if (!read_value(field, element, item, true)) {
        good = false;
        if (element.kind != TypeKind::object) restore(element, item);
      }
      if (element.id >= 0) id_offsets_.push_back(last_id_offset_);
    } while (!cursor_.is_stopped() && cursor_.next_member(']'));
    cursor_.leave();
  }
  if (used < size) type.list.resize(out, used);
  if (beyond > 0) {
    cursor_
        .complain(open, "document.too_many_items",
                  cursor_.subject() + " has " + std::to_string(used + beyond) + " items")
        .expected = "at most " + std::to_string(most);
    good = false;
  }
  if (element.id >= 0) {
    if (used > 1 && !cursor_.is_stopped()) check_ids(type, out, first_id);
    id_offsets_.resize(first_id);
  }
  return good && !cursor_.is_stopped();
}

bool Reader::Implementation::read_object(const TypeInfo& type, void* out, Root root) {
  if (cursor_.peek() != '{') {
    restore(type, out);
    return cursor_.complain_type(type);
  }
  const std::size_t open = cursor_.offset();
  const std::size_t found_before = cursor_.complaints();
  const bool has_scope = type.currency >= 0;
  if (has_scope) scalars_.open_currency();
  cursor_.advance();
  ObjectState state;
  std::size_t expected = 0;
  if (cursor_.peek() == '}') {
    cursor_.advance();
  } else {
    do {
      const int index = read_key(type, root, expected);
      if (index < 0) continue;
      const auto at = static_cast<std::size_t>(index);
      const std::uint64_t bit = std::uint64_t{1} << at;
      const FieldInfo& field = type.fields[at];
      expected = at + 1;
      if ((state.seen & bit) != 0) {
        cursor_.complain(cursor_.offset_before(2), "document.duplicate_key", quoted(field.name) + " is stated twice")
            .pointer = cursor_.pointer() + "/" + std::string(field.name);
        cursor_.skip_value();
        continue;
      }
      state.seen |= bit;
      state.offsets[at] = static_cast<std::uint32_t>(cursor_.offset());
      cursor_.enter(field);
      if (!read_value(field, *field.type, field.in(out), false)) state.bad |= bit;
      cursor_.leave();
      if (index == type.currency && (state.bad & bit) == 0) scalars_.set_currency(as<Currency>(field.in(out)));
    } while (!cursor_.is_stopped() && cursor_.next_member('}'));
  }
  for (std::uint64_t rest = type.all & ~state.seen; rest != 0; rest &= rest - 1)
    reset(type.fields[static_cast<std::size_t>(__builtin_ctzll(rest))], type.initial, out);
  for (std::uint64_t rest = state.bad; rest != 0; rest &= rest - 1) {
    const FieldInfo& field = type.fields[static_cast<std::size_t>(__builtin_ctzll(rest))];
    if (field.type->depth == 0) reset(field, type.initial, out);  // objects and lists keep what could be read of them
  }
  if (has_scope) scalars_.close_currency();
  const bool is_complete = (type.required & ~state.seen) == 0 && root == Root::none && !type.has_conditions;
  if (!is_complete && !cursor_.is_stopped()) check_object(type, out, root, open, state);
  last_id_offset_ = type.id >= 0 && (state.seen >> type.id & 1) != 0 ? state.offsets[static_cast<std::size_t>(type.id)]
                                                                     : static_cast<std::uint32_t>(open);
  return cursor_.complaints() == found_before && !cursor_.is_stopped();
}

// Goes past "name": and gives the index of the field. Where it is none, its value is read or told too, and the index is
// -1.
int Reader::Implementation::read_key(const TypeInfo& type, Root root, std::size_t expected) {
  if (cursor_.peek() != '"') {
    cursor_.stop_unexpected("a field name in double quotes");
    return -1;
  }
  const std::string_view key = cursor_.string_body();
  const int index = type.find(key, expected);
  if (index < 0) return read_other_key(type, root, key);
  cursor_.advance();
  return cursor_.take_colon() ? index : -1;
}

int Reader::Implementation::read_other_key(const TypeInfo& type, Root root, std::string_view key) {
  const std::size_t key_offset = cursor_.offset();
  std::string resolved;
  if (key.find('\\') != std::string_view::npos && cursor_.is_sound_scalar()) {
    resolved = cursor_.unescaped();
    key = resolved;
  }
  cursor_.advance();
  if (cursor_.is_stopped() || !cursor_.take_colon()) return -1;
  const int index = type.find(key);
  if (index < 0) read_other_member(type, root, key_offset, key);
  return index;
}

// A member that is no field: "dealwright", "kind", "documents" of the root, or a mistake.
void Reader::Implementation::read_other_member(const TypeInfo& type, Root root, std::size_t key_offset,
                                               std::string_view key) {
  if (root != Root::none) {
    bool* const has = key == "dealwright" ? &has_version_ : key == "kind" ? &has_kind_ : nullptr;
    if (has != nullptr) {
      if (*has) {
        cursor_.complain(key_offset, "document.duplicate_key", quoted(key) + " is stated twice").pointer +=
            "/" + std::string(key);
        return cursor_.skip_value();
      }
      *has = true;
      return key == "kind" ? read_kind() : read_version();
    }
    if (root == Root::bundle && key == "documents") return read_documents();
  }
  std::vector<std::string_view> names;
  for (const FieldInfo& field : type.fields) names.push_back(field.name);
  if (root != Root::none) {
    names.emplace_back("dealwright");
    names.emplace_back("kind");
  }
  if (root == Root::bundle) names.emplace_back("documents");
  const std::string_view owner = root == Root::none ? std::string_view(type.name) : kind_;
  Diagnostic& diagnostic = cursor_.complain(key_offset, "document.unknown_key",
                                            quoted(shortened(key)) + " is not a field of " + with_article(owner));
  diagnostic.pointer += "/" + escaped_pointer_token(key);
  diagnostic.expected = "one of " + joined(names);
  diagnostic.nearest = nearest_name(key, names);
  cursor_.skip_value();
}

void Reader::Implementation::read_version() {
  const std::size_t at = cursor_.offset();
  const char c = cursor_.peek();
  int version = 0;
  const std::string_view digits = c >= '0' && c <= '9' ? cursor_.token() : std::string_view();
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), version);
  const bool is_whole = !digits.empty() && end == digits.data() + digits.size();
  if (is_whole && error == std::errc() && version == format_version) return cursor_.advance();
  cursor_.skip_value();
  if (cursor_.is_stopped()) return;
  if (is_whole && (error != std::errc() || version > format_version)) {
    tell_other(at, "document.version", "/dealwright",
               "the document has format version " + shortened(digits) + ", which is newer than this program",
               "version 1, or a newer Dealwright");
  } else {
    Diagnostic& diagnostic = cursor_.complain(at, "document.version", "\"dealwright\" is not a format version");
    diagnostic.pointer += "/dealwright";
    diagnostic.expected = "1";
  }
}

void Reader::Implementation::read_kind() {
  const std::size_t at = cursor_.offset();
  const std::string_view word = cursor_.peek() == '"' ? cursor_.string_body() : std::string_view();
  if (word == kind_) return cursor_.advance();
  cursor_.skip_value();
  if (cursor_.is_stopped()) return;
  tell_other(at, "document.kind", "/kind",
             word.empty() ? "the kind is not a word" : "the kind is " + quoted(shortened(word)), quoted(kind_));
}

// The document has another kind or version: nothing else of it is worth telling.
void Reader::Implementation::tell_other(std::size_t at, const char* code, const char* member, std::string message,
                                        std::string expected) {
  const std::size_t before = cursor_.complaints();
  Diagnostic& diagnostic = cursor_.complain(at, code, std::move(message));
  diagnostic.pointer += member;
  diagnostic.expected = std::move(expected);
  is_other_ = cursor_.complaints() > before;
}

void Reader::Implementation::read_documents() {
  if (cursor_.peek() != '[') {
    cursor_.complain(cursor_.offset(), "document.wrong_type", "\"documents\" is " + cursor_.found()).expected =
        "a list of documents";
    return cursor_.skip_value();
  }
  cursor_.advance();
  if (cursor_.peek() == ']') return cursor_.advance();
  do {
    const std::size_t begin = cursor_.offset();
    const bool is_object = cursor_.peek() == '{';
    cursor_.skip_value();
    if (cursor_.is_stopped()) return;
    if (is_object) {
      documents_->push_back({begin, cursor_.offset_before(1) + 1});
    } else {
      cursor_.complain(begin, "document.wrong_type", "an item of \"documents\" is not an object").expected =
          "a document";
    }
  } while (cursor_.next_member(']'));
}

void Reader::Implementation::check_object(const TypeInfo& type, const void* out, Root root, std::size_t open,
                                          const ObjectState& state) {
  for (std::uint64_t missing = type.required & ~state.seen; missing != 0; missing &= missing - 1) {
    const FieldInfo& field = type.fields[static_cast<std::size_t>(__builtin_ctzll(missing))];
    const std::string_view owner = root == Root::none ? std::string_view(type.name) : kind_;
    cursor_.complain(open, "document.missing", quoted(field.name) + " is missing in " + with_article(owner)).expected =
        expected_of(*field.type, field.note);
  }
  if (root != Root::none && !has_version_ && !is_embedded_)
    cursor_.complain(open, "document.missing", "\"dealwright\" is missing").expected = "\"dealwright\": 1";
  if (root != Root::none && !has_kind_)
    cursor_.complain(open, "document.missing", "\"kind\" is missing").expected = "\"kind\": " + quoted(kind_);
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
      cursor_.enter(field);
      cursor_
          .complain(state.offsets[i], "document.not_applicable",
                    quoted(field.name) + " does not belong where " + case_of + value_name(sibling, sibling.in(out)))
          .expected = quoted(field.name) + " only where " + case_of + condition_values(sibling, field.applies);
      cursor_.leave();
    }
    if (!is_seen && field.needed.is_stated() && holds(field.needed, type, out)) {
      cursor_
          .complain(
              open, "document.missing",
              quoted(field.name) + " is missing: it is needed where " + case_of + value_name(sibling, sibling.in(out)))
          .expected = expected_of(*field.type, field.note);
    }
  }
}

void Reader::Implementation::check_ids(const TypeInfo& list, const void* out, std::size_t first_offset) {
  const TypeInfo& element = *list.element;
  const FieldInfo& id = element.fields[static_cast<std::size_t>(element.id)];
  const auto id_of = [&](std::size_t i) -> std::string_view { return as<std::string>(id.in(list_item(list, out, i))); };
  const std::vector<std::size_t> order =
      stable_order(list.list.size(out), [&](std::size_t a, std::size_t b) { return id_of(a) < id_of(b); });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const std::size_t at = order[i];
    if (id_of(at).empty() || id_of(at) != id_of(order[i - 1])) continue;
    Diagnostic& diagnostic = cursor_.complain(id_offsets_[first_offset + at], "document.duplicate_id",
                                              "the id " + quoted(id_of(at)) + " is used by " + cursor_.subject() + " " +
                                                  std::to_string(order[i - 1] + 1) + " and " + std::to_string(at + 1));
    diagnostic.pointer += "/" + std::to_string(at) + "/" + std::string(id.name);
    diagnostic.expected = "ids that differ";
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
