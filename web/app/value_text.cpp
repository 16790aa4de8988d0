#include "web/app/value_text.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "core/document/diff.hpp"
#include "core/document/reader.hpp"
#include "core/document/writer.hpp"
#include "core/report/figures.hpp"
#include "web/app/pointer.hpp"

namespace dealwright::web {
namespace {

using document::FieldInfo;
using document::TypeInfo;
using document::TypeKind;

constexpr std::size_t most_shown = 40;

// The JSON of a value that is given without quotes. The reader takes numbers in quotes too and judges their digits.
std::string json_of(const TypeInfo& type, std::string_view text) {
  const bool is_bare = type.kind == TypeKind::object || type.kind == TypeKind::list ||
                       (type.kind == TypeKind::boolean && (text == "true" || text == "false"));
  if (is_bare) return std::string(text);
  std::string out;
  document::append_string(out, text);
  return out;
}

Diagnostics no_place(std::string_view pointer) {
  Diagnostic diagnostic;
  diagnostic.code = "edit.pointer";
  diagnostic.pointer = pointer;
  diagnostic.message = "there is no such place in the document";
  return {diagnostic};
}

// The rest of `pointer` behind the beginning `head`, which is a whole number of tokens of it; null where it is another.
const char* behind(const std::string& pointer, const std::string& head) {
  if (!pointer.starts_with(head)) return nullptr;
  const char* rest = pointer.c_str() + head.size();
  return *rest == '\0' || *rest == '/' ? rest : nullptr;
}

// Reads the field alone, as the only member of its object, into `owner`, a value of that object's type. Diagnostics get
// pointers from the root.
Diagnostics read_member(const FieldInfo& field, const TypeInfo& owner_type, void* owner, bool is_element,
                        const std::string& json, std::string_view pointer) {
  std::string text = "{";
  document::append_string(text, field.name);
  text += is_element ? ": [" + json + "]}" : ": " + json + "}";
  document::Reader reader;
  Diagnostics found, out;
  reader.read_object(text, owner_type, owner, found);
  const std::string head = child_pointer("", field.name) + (is_element ? "/0" : "");
  for (Diagnostic& diagnostic : found) {
    const bool is_syntax = diagnostic.code == "document.syntax" || diagnostic.code == "document.trailing_text";
    const char* const rest = behind(diagnostic.pointer, head);
    if (rest == nullptr && !is_syntax) continue;  // of members that this object leaves out
    const std::string inner = rest != nullptr ? rest : "";
    diagnostic.pointer = std::string(pointer) + inner;
    diagnostic.line = diagnostic.column = 0;
    if (!is_incomplete(diagnostic) || diagnostic.code == "document.empty") out.push_back(std::move(diagnostic));
  }
  return out;
}

std::string shortened_value(std::string text) {
  if (text.size() <= most_shown) return text;
  std::size_t end = most_shown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "\xe2\x80\xa6";
}

// A value as documents write it, in the form in which people read its unit.
std::string for_people(const PointerPlace& place, const std::string& text) {
  if (text.empty()) return "none";
  Decimal number;
  if (place && place.type->kind == TypeKind::decimal && Decimal::parse(text, number) == DecimalError::none) {
    return place.field->note->unit_kind == Unit::rate ? report::percent(number) : report::grouped(text);
  }
  if (place && place.type->kind == TypeKind::choice) return report::spaced(text);
  return shortened_value(text);
}

}  // namespace

bool is_incomplete(const Diagnostic& diagnostic) {
  return diagnostic.code == "document.missing" || diagnostic.code == "document.empty" ||
         diagnostic.code == "document.dangling_reference";
}

Diagnostics set_from_text(Kind kind, void* document, std::string_view pointer, std::string_view text) {
  const TypeInfo& root = kind_type(kind);
  const PointerPlace present = find_place(root, document, pointer);
  // The scratch copy takes the reading, which sets all other members of the object to their defaults.
  const auto scratch = make_copy(kind, document);
  const EditPlace reading = edit_place(root, scratch.get(), pointer);
  if (!reading || reading.owner == nullptr) return no_place(pointer);
  const bool is_optional = reading.slot_type->kind == TypeKind::optional;
  if (text.empty() && is_optional && !reading.is_end()) {
    if (present && present.slot != nullptr) reading.slot_type->optional.reset(edit_place(root, document, pointer).slot);
    return {};
  }
  const FieldInfo& field = *reading.field;
  const bool can_be_empty = reading.type->kind == TypeKind::text || reading.type->kind == TypeKind::date ||
                            reading.type->kind == TypeKind::currency;
  if (text.empty() && can_be_empty && !field.note->is_required && !reading.is_element()) {
    restore(*reading.type, edit_place(root, document, pointer).value);
    return {};
  }
  const TypeInfo& owner_type = *reading.owner_type;
  Diagnostics wrong =
      read_member(field, owner_type, reading.owner, reading.is_element(), json_of(*reading.type, text), pointer);
  if (!wrong.empty()) return wrong;
  const void* value = field.in(reading.owner);
  if (reading.is_element()) {
    const TypeInfo& list = *reading.list_type;
    const void* items = value;
    if (field.type->kind == TypeKind::optional) items = field.type->optional.get(value);
    if (items == nullptr || list.list.size(items) == 0) return no_place(pointer);
    value = list_item(list, items, 0);
  }
  EditPlace target = edit_place(root, document, pointer);
  if (target.is_end()) {
    target.list_type->list.resize(target.list, target.index + 1);
    target = edit_place(root, document, pointer);
  }
  assign(*target.slot_type, target.slot, value);
  return {};
}

std::string edit_name(Kind kind, const void* before, const void* after) {
  const TypeInfo& type = kind_type(kind);
  const std::vector<document::Change> changes = document::diff(type, before, after);
  const std::string& document = document_name(kind, after);
  if (changes.empty()) return "No change of " + document;
  if (changes.size() > 1) return fmt::format("{} changes of {}", changes.size(), document);
  const document::Change& change = changes.front();
  switch (change.kind) {
    case document::ChangeKind::added:
      return fmt::format("{} added to {}", change.label, document);
    case document::ChangeKind::removed:
      return fmt::format("{} removed from {}", change.label, document);
    case document::ChangeKind::moved:
      return fmt::format("{} moved in {}", change.label, document);
    case document::ChangeKind::changed:
      break;
  }
  const PointerPlace place = find_place(type, after, change.pointer);
  return fmt::format("{} of {}: {} -> {}", change.label, document, for_people(place, change.before),
                     for_people(place, change.after));
}

}  // namespace dealwright::web
