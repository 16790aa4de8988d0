#pragma once
// Random numbers by counting: what is drawn depends on the seed, the trial and the variable alone, so that trials can
// be run in any order, by any number of threads, and one of them again by itself.

#include <array>
#include <cstdint>

namespace dealwright::roi {

// Four random words of a counter under a key: Philox4x32 with ten rounds (Salmon, Moraes, Dror and Shaw, "Parallel
// random numbers: as easy as 1, 2, 3", SC 2011).
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

// One counter serves one variable in four trials, a quarter of a group of 256 apart: trial 256 g + 64 w + l takes word
// w of the counter {64 g + l (64 bits, low word first), variable, 0}; the key is the seed, low word first. So 64
// neighbouring trials are computed side by side.
constexpr std::uint64_t trials_per_group = 256;
constexpr std::uint64_t blocks_per_group = 64;

std::uint32_t random_word(std::uint64_t seed, std::uint64_t trial, std::uint32_t variable);

// The middle of one of 2^32 equal parts of (0, 1): from 2^-33 to 1 - 2^-33, exactly.
constexpr double unit_of(std::uint32_t word) {
  return (static_cast<double>(word) + 0.5) * 0x1p-32;
}

}  // namespace dealwright::roi
