#pragma once
// The rounds of Philox4x32, shared by the one that draws a word and the one that draws many side by side.

#include <cstdint>

namespace dealwright::roi::detail {

// Four words of a block; the counter before the rounds, what is drawn after them.
struct PhiloxWords {
  std::uint32_t a, b, c, d;
};

constexpr int philox_rounds = 10;
constexpr std::uint32_t philox_multiplier0 = 0xd2511f53u;
constexpr std::uint32_t philox_multiplier1 = 0xcd9e8d57u;
constexpr std::uint32_t philox_key_step0 = 0x9e3779b9u;  // the golden ratio
constexpr std::uint32_t philox_key_step1 = 0xbb67ae85u;  // the square root of 3, less one

[[gnu::always_inline]] inline PhiloxWords philox(PhiloxWords x, std::uint32_t key0, std::uint32_t key1) {
#pragma GCC unroll 10
  for (int round = 0; round < philox_rounds; ++round) {
    const std::uint64_t product0 = std::uint64_t{philox_multiplier0} * x.a;
    const std::uint64_t product1 = std::uint64_t{philox_multiplier1} * x.c;
    x = {static_cast<std::uint32_t>(product1 >> 32) ^ x.b ^ key0, static_cast<std::uint32_t>(product1),
         static_cast<std::uint32_t>(product0 >> 32) ^ x.d ^ key1, static_cast<std::uint32_t>(product0)};
    key0 += philox_key_step0;
    key1 += philox_key_step1;
  }
  return x;
}

}  // namespace dealwright::roi::detail
