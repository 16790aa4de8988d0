// Included before every source of ours in the browser build, where {fmt} is compiled without floating point: it would
// write such a number as nothing at all. Amounts, rates and shares are exact and have texts of their own.
#pragma once

#include <fmt/core.h>

namespace fmt {

template <>
struct formatter<float, char> {
  formatter() = delete;
};
template <>
struct formatter<double, char> {
  formatter() = delete;
};

}  // namespace fmt
