#include "core/roi/random.hpp"

#include "core/roi/philox_rounds.hpp"

namespace dealwright::roi {

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
  const detail::PhiloxWords words = detail::philox({counter[0], counter[1], counter[2], counter[3]}, key[0], key[1]);
  return {words.a, words.b, words.c, words.d};
}

std::uint32_t random_word(std::uint64_t seed, std::uint64_t trial, std::uint32_t variable) {
  const std::uint64_t block = trial / trials_per_group * blocks_per_group + trial % blocks_per_group;
  const auto words =
      philox4x32({static_cast<std::uint32_t>(block), static_cast<std::uint32_t>(block >> 32), variable, 0},
                 {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
  return words[trial / blocks_per_group % 4];
}

}  // namespace dealwright::roi
