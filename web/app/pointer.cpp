#include "web/app/pointer.hpp"

#include <charconv>
#include <optional>

#include "core/document/wording.hpp"

namespace dealwright::web {
namespace {

using document::TypeInfo;
using document::TypeKind;

// Takes the first token off a pointer that is not empty; nothing where it does not begin with "/".
std::optional<std::string> take_token(std::string_view& pointer) {
  if (pointer.front() != '/') return std::nullopt;
  pointer.remove_prefix(1);
  const std::size_t end = std::min(pointer.find('/'), pointer.size());
  std::string token;
  for (std::size_t at = 0; at < end; ++at) {
    if (pointer[at] == '~' && at + 1 < end && (pointer[at + 1] == '0' || pointer[at + 1] == '1')) {
      token += pointer[++at] == '0' ? '~' : '/';
    } else {
      token += pointer[at];
    }
  }
  pointer.remove_prefix(end);
  return token;
}

std::optional<std::size_t> index_in(std::string_view token) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
  const bool has_leading_zero = token.size() > 1 && token.front() == '0';
  if (error != std::errc() || end != token.data() + token.size() || has_leading_zero) return std::nullopt;
  return index;
}

const void* inner(const TypeInfo& type, const void* optional, bool) {
  return type.optional.get(optional);
}
void* inner(const TypeInfo& type, void* optional, bool fill) {
  return fill ? type.optional.emplace(optional) : type.optional.edit(optional);
}

// Makes `slot` of that type the place; of an optional the value in it.
template <class Void>
void stand_at(BasicPlace<Void>& place, const TypeInfo& type, Void* slot, bool fill) {
  place.slot_type = place.type = &type;
  place.slot = place.value = slot;
  if (type.kind != TypeKind::optional) return;
  place.type = type.element;
  place.value = inner(type, slot, fill);
}

template <class Void>
bool step(BasicPlace<Void>& place, std::string_view token, bool fill) {
  if (place.value == nullptr) return false;
  const TypeInfo& type = *place.type;
  if (type.kind == TypeKind::object) {
    const int at = type.find(token);
    if (at < 0) return false;
    place.field = &type.fields[static_cast<std::size_t>(at)];
    place.owner_type = &type;
    place.owner = place.value;
    place.list_type = nullptr;
    place.list = nullptr;
    stand_at(place, *place.field->type, static_cast<Void*>(place.field->in(place.owner)), fill);
    return true;
  }
  const auto index = index_in(token);
  if (type.kind != TypeKind::list || !index || *index > type.list.size(place.value)) return false;
  place.list_type = &type;
  place.list = place.value;
  place.index = *index;
  if (*index < type.list.size(place.list)) {
    stand_at(place, *type.element, list_item(type, place.list, *index), fill);
  } else {
    place.slot_type = place.type = type.element;
    place.slot = place.value = nullptr;
  }
  return true;
}

template <class Void>
BasicPlace<Void> walk(const TypeInfo& type, Void* value, std::string_view pointer) {
  BasicPlace<Void> place;
  stand_at(place, type, value, false);
  while (!pointer.empty()) {
    const auto token = take_token(pointer);
    if (!token || !step(place, *token, !pointer.empty())) return {};
  }
  return place;
}

}  // namespace

PointerPlace find_place(const TypeInfo& type, const void* value, std::string_view pointer) {
  return walk(type, value, pointer);
}

EditPlace edit_place(const TypeInfo& type, void* value, std::string_view pointer) {
  return walk(type, value, pointer);
}

std::string child_pointer(std::string_view pointer, std::string_view key) {
  std::string out(pointer);
  out += '/';
  return out += document::escaped_pointer_token(key);
}

std::string child_pointer(std::string_view pointer, std::size_t index) {
  return std::string(pointer) + "/" + std::to_string(index);
}

std::string_view parent_pointer(std::string_view pointer) {
  const auto slash = pointer.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : pointer.substr(0, slash);
}

std::string_view element_key(const TypeInfo& type, const void* element) {
  if (type.kind != TypeKind::object) return {};
  if (type.id >= 0) return document::as<std::string>(type.fields[static_cast<std::size_t>(type.id)].in(element));
  const auto& first = type.fields.front();
  if (first.type->kind != TypeKind::text || !first.note->is_required) return {};
  return document::as<std::string>(first.in(element));
}

std::string pointer_label(const TypeInfo& type, const void* value, std::string_view pointer) {
  std::string label;
  PointerPlace place;
  stand_at(place, type, value, false);
  while (!pointer.empty()) {
    const auto token = take_token(pointer);
    if (!token || !step(place, *token, false)) break;
    std::string part;
    if (!place.is_element()) {
      part = *place.field->note->label != '\0' ? place.field->note->label : std::string(place.field->name);
    } else {
      if (place.value != nullptr) part = element_key(*place.type, place.value);
      if (part.empty()) part = std::to_string(place.index + 1);
    }
    if (!label.empty()) label += " > ";
    label += part;
  }
  return label;
}

}  // namespace dealwright::web
