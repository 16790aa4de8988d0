#pragma once
// A value, or the diagnostics that say why there is none.

#include <optional>
#include <utility>

#include "core/base/diagnostic.hpp"

namespace dealwright {

template <class T>
class Result {
 public:
  // NOLINTBEGIN(google-explicit-constructor): a function returns its value or what is wrong as it stands
  Result(T value) : value_(std::move(value)) {}
  Result(Diagnostics diagnostics) : diagnostics_(std::move(diagnostics)) {}
  Result(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }
  // NOLINTEND(google-explicit-constructor)

  bool has_value() const { return value_.has_value(); }
  explicit operator bool() const { return has_value(); }
  const T& value() const& { return *value_; }
  T& value() & { return *value_; }
  T&& value() && { return *std::move(value_); }
  const T* operator->() const { return &*value_; }
  const T& operator*() const { return *value_; }
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  std::optional<T> value_;
  Diagnostics diagnostics_;
};

}  // namespace dealwright
