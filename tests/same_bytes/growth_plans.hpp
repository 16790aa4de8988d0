#pragma once

#include <string>

namespace dealwright::tests {

// Digests of what drawn growth plans come to, and of what is told of them, a line each.
std::string growth_plans_of();

}  // namespace dealwright::tests
