#pragma once
// Sorting where the page's weight matters more than the last microsecond: one sort for every list, for each of the
// standard library's own would add some kilobytes to what a browser loads.

#include <cstddef>
#include <utility>
#include <vector>

#include "core/base/function_ref.hpp"

namespace dealwright {

// The indices 0 to size - 1 in order; those of which neither is before the other stay as they are.
std::vector<std::size_t> stable_order(std::size_t size, FunctionRef<bool(std::size_t, std::size_t)> is_before);

// Puts the list from index `from` on in order; what is equal stays as it is. `is_before` takes two elements.
template <class T, class IsBefore>
void sort_stably(std::vector<T>& list, const IsBefore& is_before, std::size_t from = 0) {
  std::vector<T> sorted;
  sorted.reserve(list.size() - from);
  for (const std::size_t i : stable_order(list.size() - from, [&](std::size_t a, std::size_t b) {
         return is_before(list[from + a], list[from + b]);
       })) {
    sorted.push_back(std::move(list[from + i]));
  }
  for (std::size_t i = 0; i < sorted.size(); ++i) list[from + i] = std::move(sorted[i]);
}

}  // namespace dealwright
