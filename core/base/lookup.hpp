#pragma once
// Finding one of a document's elements by its id.

namespace dealwright {

// The first element of that id, or null.
template <class List, class Id>
const typename List::value_type* find_id(const List& list, const Id& id) {
  for (const auto& one : list)
    if (one.id == id) return &one;
  return nullptr;
}

}  // namespace dealwright
