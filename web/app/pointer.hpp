#pragma once
// JSON Pointers (RFC 6901) into described values.

#include <string>
#include <string_view>

#include "core/document/type.hpp"

namespace dealwright::web {

// The value that a pointer names. Optionals are passed through: of an empty one `value` is null and `slot` the
// optional.
struct PointerPlace {
  const document::FieldInfo* field = nullptr;  // the field it is in; of a list's element the list's; null: the root
  const document::TypeInfo* type = nullptr;    // of the value; null where there is no such place
  const void* value = nullptr;
  const document::TypeInfo* slot_type = nullptr;  // of the field or element itself, an optional where it is one
  const void* slot = nullptr;
  const document::TypeInfo* owner_type = nullptr;  // the object that has the field; null: the root
  const void* owner = nullptr;
  std::size_t index = 0;    // in the list
  bool is_element = false;  // of a list
  bool is_end = false;      // the element one past the last: it can be added

  explicit operator bool() const { return type != nullptr; }
};

PointerPlace find_place(const document::TypeInfo& type, const void* value, std::string_view pointer);

// "/lines/3" and "discount" -> "/lines/3/discount"
std::string child_pointer(std::string_view pointer, std::string_view key);
std::string child_pointer(std::string_view pointer, std::size_t index);
// "/lines/3/discount" -> "/lines/3"; of the root the root.
std::string_view parent_pointer(std::string_view pointer);

// "Lines > 2 orders > Discount": the labels on the way, elements by their number and, where they have one, id.
std::string pointer_label(const document::TypeInfo& type, const void* value, std::string_view pointer);

}  // namespace dealwright::web
