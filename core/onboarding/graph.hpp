#pragma once
// Which items of a template wait for which.

#include <span>
#include <vector>

#include "core/model/onboarding.hpp"
#include "core/onboarding/ids.hpp"

namespace dealwright::onboarding {

// Items are the indices of the template's list. A prerequisite that is stated twice is one, one that is no item none.
struct Graph {
  // Every item after all of its prerequisites, but for those on cycles; in the template's order where that fits.
  std::vector<int> order;
  // Items that wait for one another have one number; the numbers rise along `order`.
  std::vector<int> group;
  std::vector<bool> on_cycle;

  std::span<const int> prerequisites(int item) const { return list(before, first_before, item); }
  std::span<const int> dependents(int item) const { return list(after, first_after, item); }

  std::vector<int> before;
  std::vector<std::size_t> first_before;
  std::vector<int> after;
  std::vector<std::size_t> first_after;

 private:
  static std::span<const int> list(const std::vector<int>& all, const std::vector<std::size_t>& first, int item) {
    const std::size_t at = static_cast<std::size_t>(item);
    return {all.data() + first[at], first[at + 1] - first[at]};
  }
};

// In time linear in items and prerequisites, but for looking up ids. Groups are strongly connected components (Tarjan,
// "Depth-first search and linear graph algorithms", 1972).
Graph graph_of(const model::Template& onboarding);
// The same with the ids of its items looked up already.
Graph graph_of(const model::Template& onboarding, const IdIndex& items);

// Of each group of items that wait for one another, the shortest way from its first item back to it, each item followed
// by one that it waits for: {a, b, a}. In the order of those first items.
std::vector<std::vector<int>> cycles_of(const Graph& graph);

}  // namespace dealwright::onboarding
