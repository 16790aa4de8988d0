#pragma once
// How many items wait for how many, through others.

#include <vector>

#include "core/onboarding/graph.hpp"

namespace dealwright::onboarding {

struct Waits {
  int waits_for = 0;  // items not finished that it waits for, through others not finished; on a cycle also itself
  int blocks = 0;     // items not finished that wait for it in the same way
};

// One for each item; all 0 of what is finished. Sets of bits along the order: items x prerequisites / 64 steps, more
// where items wait for one another.
std::vector<Waits> count_waits(const Graph& graph, const std::vector<bool>& finished);

}  // namespace dealwright::onboarding
