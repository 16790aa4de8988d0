#pragma once
// What differs between two values of one type, told in the words of their notes.

#include <cstdint>
#include <string>
#include <vector>

#include "core/document/type.hpp"

namespace dealwright::document {

enum class ChangeKind : std::uint8_t { added, removed, changed, moved };

struct Change {
  ChangeKind kind = ChangeKind::changed;
  std::string pointer;  // in the value after; of what is removed, in the value before
  std::string label;    // "Component orders > Price > Tier 2 > Unit price"
  std::string before;   // as canonical documents write it, without quotes; "" where added
  std::string after;    // "" where removed

  friend bool operator==(const Change&, const Change&) = default;
};

// Elements of lists of structs are matched by their key: the field "id", else the first if it is a required text;
// others by position. `moved` tells an element whose order among those that are in both lists differs.
std::vector<Change> diff(const TypeInfo& type, const void* before, const void* after);

template <class T>
std::vector<Change> diff(const T& before, const T& after) {
  return diff(type_of<T>(), &before, &after);
}

// "Component orders > Price > Tier 2 > Unit price: 0.020 -> 0.018"
std::string to_line(const Change& change);

}  // namespace dealwright::document
