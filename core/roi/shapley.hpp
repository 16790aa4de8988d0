#pragma once
// What each of several changes adds to a difference, whatever the order in which they are made.

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/function_ref.hpp"

namespace dealwright::roi {

inline constexpr int most_changes = 16;

// The part of each of `count` changes (0 to most_changes) in value(all) - value(none): what it adds to the changes made
// before it, on average over every order of making them (L. S. Shapley, "A value for n-person games", 1953). Bit i of
// the argument says that change i is made. Parts add up to the difference but for the rounding of doubles.
std::vector<double> shapley_parts(int count, FunctionRef<double(std::uint32_t)> value);

// The same parts in whole units that add up to `total` exactly: each rounded half away from zero, and what is left
// given to the largest, of equal ones the first. None where there are no parts.
std::vector<std::int64_t> whole_parts(std::span<const double> parts, std::int64_t total);

}  // namespace dealwright::roi
