#pragma once
// Words and ids of rows, and telling what is wrong with them, as all of this folder does.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/base/lookup.hpp"
#include "core/base/suggest.hpp"
#include "core/document/type.hpp"

namespace dealwright::governance {

// The word of a document for the value.
template <class E>
std::string_view word_of(E value) {
  return document::type_of<E>().choices[static_cast<std::size_t>(value)];
}

template <class List>
std::vector<std::string_view> ids_of(const List& list) {
  std::vector<std::string_view> ids;
  ids.reserve(list.size());
  for (const auto& one : list) ids.push_back(one.id);
  return ids;
}

inline bool contains(const std::vector<std::string>& list, std::string_view text) {
  for (const std::string& one : list)
    if (one == text) return true;
  return false;
}

inline Diagnostic mistake(const char* code, std::string pointer, std::string message, std::string expected = {}) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.pointer = std::move(pointer);
  diagnostic.message = std::move(message);
  diagnostic.expected = std::move(expected);
  return diagnostic;
}

}  // namespace dealwright::governance
