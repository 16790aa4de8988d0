#pragma once
// The compression function of SHA-256 (FIPS 180-4, 6.2.2) over whole blocks, for Sha256 only. Both ways give the same
// state.

#include <array>
#include <cstddef>
#include <cstdint>

namespace dealwright {

using Sha256State = std::array<std::uint32_t, 8>;

// Takes `count` blocks of 64 bytes into the state, on any machine.
void sha256_blocks_portable(Sha256State& state, const std::uint8_t* bytes, std::size_t count);

// Whether the machine has instructions for SHA-256, about eight times as fast; always false in WebAssembly.
bool has_sha256_instructions();
// As sha256_blocks_portable(), by those instructions. Only where the machine has them.
void sha256_blocks_by_instructions(Sha256State& state, const std::uint8_t* bytes, std::size_t count);

}  // namespace dealwright
