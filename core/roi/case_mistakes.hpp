#pragma once
// What binding a business case and checking a library of drivers tell alike.

#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/base/suggest.hpp"
#include "core/model/business_case.hpp"

namespace dealwright::roi {

inline Diagnostic mistake(const char* code, std::string pointer, std::string message, std::string expected) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.pointer = std::move(pointer);
  diagnostic.message = std::move(message);
  diagnostic.expected = std::move(expected);
  return diagnostic;
}

template <class List>
std::vector<std::string_view> ids_of(const List& list) {
  std::vector<std::string_view> ids;
  for (const auto& one : list) ids.push_back(one.id);
  return ids;
}

// Appends what is wrong with an estimate at `pointer`: bounds on the wrong side, outcomes that do not fit, a shape that
// goes below 0; above 1 where it is a share of all.
void check_estimate(const model::Estimate& estimate, const std::string& pointer, bool is_share,
                    Diagnostics& diagnostics);

}  // namespace dealwright::roi
