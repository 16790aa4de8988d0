#pragma once
// JSON Pointers (RFC 6901) into described values.

#include <cstddef>
#include <string>
#include <string_view>

#include "core/document/type.hpp"

namespace dealwright::web {

// The value that a pointer names; Void is `const void` or, to write to it, `void`. Optionals are passed through.
template <class Void>
struct BasicPlace {
  const document::FieldInfo* field =
      nullptr;                               // that it is the value of; of a list's element the list's; null: the root
  const document::TypeInfo* type = nullptr;  // of the value, not of its optional; null where there is no such place
  Void* value = nullptr;                     // null where the optional is empty, or at a list's end
  const document::TypeInfo* slot_type = nullptr;   // of the field or element itself: an optional where it is one
  Void* slot = nullptr;                            // null at a list's end
  const document::TypeInfo* owner_type = nullptr;  // of the nearest object around it; null: the root
  Void* owner = nullptr;
  const document::TypeInfo* list_type = nullptr;  // of elements: their list
  Void* list = nullptr;
  std::size_t index = 0;  // of elements; equal to the list's size one past the last, where one can be added

  explicit operator bool() const { return type != nullptr; }
  bool is_element() const { return list_type != nullptr; }
  bool is_end() const { return list_type != nullptr && slot == nullptr; }
};
using PointerPlace = BasicPlace<const void>;
using EditPlace = BasicPlace<void>;

PointerPlace find_place(const document::TypeInfo& type, const void* value, std::string_view pointer);
// Optionals on the way are filled with their defaults, the last one is not.
EditPlace edit_place(const document::TypeInfo& type, void* value, std::string_view pointer);

// "/lines/3" and "discount" -> "/lines/3/discount"
std::string child_pointer(std::string_view pointer, std::string_view key);
std::string child_pointer(std::string_view pointer, std::size_t index);
// "/lines/3/discount" -> "/lines/3"; of the root the root.
std::string_view parent_pointer(std::string_view pointer);

// The labels on the way: "Lines > orders > Discount". An element is named by its id or component, else by its number
// from 1.
std::string pointer_label(const document::TypeInfo& type, const void* value, std::string_view pointer);
// What tells one element of a list from the others: its id, else its first required text; "" where it has none.
std::string_view element_key(const document::TypeInfo& type, const void* element);

}  // namespace dealwright::web
