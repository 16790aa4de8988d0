#pragma once
// Integers whose small and large magnitudes are drawn equally often, so that both the short and the long ways are met.

#include <cstdint>

#include "core/base/wide.hpp"
#include "tests/support/draw.hpp"

namespace dealwright::tests {

inline std::int64_t any_size_64(Draw& draw) {
  const auto shift = static_cast<unsigned>(draw.next() % 63 + 1);
  const auto size = static_cast<std::int64_t>(draw.next() >> shift);
  return draw.next() % 2 == 0 ? size : -size;
}

inline Int128 any_size_128(Draw& draw) {
  const auto shift = static_cast<unsigned>(draw.next() % 126);
  const UInt128 high = draw.next();
  const auto size = static_cast<Int128>((high << 64 | draw.next()) >> shift >> 1);
  return draw.next() % 2 == 0 ? size : -size;
}

}  // namespace dealwright::tests
