#pragma once
// What the loops for x86 processors have in common (Intel 64 and IA-32 Architectures Software Developer's Manual,
// volume 2). None of them fuses a multiplication with an addition.

#if defined(__x86_64__)

#include "core/roi/strip_loops.hpp"

namespace dealwright::roi {

// For processors that have the instructions, and only for these.
const StripKernels& avx2_kernels();
const StripKernels& avx512_kernels();

namespace detail {

// The keys of all rounds, each in every lane.
struct RoundKeys {
  alignas(64) std::uint64_t first[philox_rounds];
  alignas(64) std::uint64_t second[philox_rounds];

  explicit RoundKeys(std::uint64_t seed) {
    auto key0 = static_cast<std::uint32_t>(seed);
    auto key1 = static_cast<std::uint32_t>(seed >> 32);
    for (int round = 0; round < philox_rounds; ++round) {
      first[round] = key0;
      second[round] = key1;
      key0 += philox_key_step0;
      key1 += philox_key_step1;
    }
  }
};

}  // namespace detail

}  // namespace dealwright::roi

// `sets` registers of counters are under way at once; fewer leave room for what is made of their words.
// The loops over these steps, and the others as they are, compiled for the processor.
// NOLINTBEGIN(bugprone-macro-parentheses): what it is given are attributes and types
#define DEALWRIGHT_LOOPS(TARGET, LANES, BITS, ROOT_SETS)                                                            \
  TARGET void draw(double* out, std::uint64_t seed, std::uint64_t strip, std::uint32_t variable) {                  \
    draw_with<4>(out, seed, strip, variable, Same{});                                                               \
  }                                                                                                                 \
  TARGET void draw_root(double* out, std::uint64_t seed, std::uint64_t strip, std::uint32_t variable,               \
                        const RootNumbers& numbers) {                                                               \
    draw_with<ROOT_SETS>(out, seed, strip, variable, Root{numbers});                                                \
  }                                                                                                                 \
  TARGET void linear(double* out, const double* v, double centre, double scale) {                                   \
    detail::linear(out, v, centre, scale);                                                                          \
  }                                                                                                                 \
  TARGET void root(double* out, const double* v, const RootNumbers& numbers) {                                      \
    each(out, v, Root{numbers});                                                                                    \
  }                                                                                                                 \
  TARGET void table(double* out, const double* v, const double* cells) {                                            \
    each(out, v, Table{cells});                                                                                     \
  }                                                                                                                 \
  TARGET void steps(double* out, const double* v, std::span<const double> values, std::span<const double> limits) { \
    detail::steps(out, v, values, limits);                                                                          \
  }                                                                                                                 \
  TARGET void bell(double* out, const double* normal, const double* cells) {                                        \
    detail::bell(out, normal, cells);                                                                               \
  }                                                                                                                 \
  TARGET void multiply(double* out, const double* by) {                                                             \
    detail::multiply(out, by);                                                                                      \
  }                                                                                                                 \
  TARGET void scale(double* out, const double* by, double factor) {                                                 \
    detail::scale(out, by, factor);                                                                                 \
  }                                                                                                                 \
  TARGET void add_scaled(double* out, const double* by, double factor) {                                            \
    detail::add_scaled(out, by, factor);                                                                            \
  }                                                                                                                 \
  TARGET void payback(std::uint16_t* out, const double* groups, const PaybackNumbers& numbers) {                    \
    detail::payback<LANES, BITS>(out, groups, numbers);                                                             \
  }                                                                                                                 \
  constexpr StripKernels kernels{draw, draw_root, linear, root,       table,  steps,                                \
                                 bell, multiply,  scale,  add_scaled, payback};
// NOLINTEND(bugprone-macro-parentheses)

#endif
