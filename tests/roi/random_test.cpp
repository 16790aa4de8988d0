#include "core/roi/random.hpp"

#include <doctest/doctest.h>

namespace {

using namespace dealwright::roi;

using Words = std::array<std::uint32_t, 4>;

// The known-answer vectors of Random123 (kat_vectors, philox4x32 with 10 rounds).
TEST_CASE("Philox gives the published words") {
  CHECK(philox4x32({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u});
  CHECK(philox4x32({0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu}, {0xffffffffu, 0xffffffffu}) ==
        Words{0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu});
  CHECK(philox4x32({0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u}, {0xa4093822u, 0x299f31d0u}) ==
        Words{0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u});
}

TEST_CASE("A word is that of its counter") {
  const std::uint64_t seed = 0x0123456789abcdefu;
  const auto words = philox4x32({64 * 5 + 7, 0, 3, 0}, {0x89abcdefu, 0x01234567u});
  for (std::size_t w = 0; w < 4; ++w)
    CHECK(random_word(seed, std::uint64_t{256} * 5 + std::uint64_t{64} * w + 7, 3) == words[w]);
  // The 2^40th group has a block above 2^32.
  CHECK(random_word(seed, std::uint64_t{256} << 40, 3) ==
        philox4x32({0, 1u << 14, 3, 0}, {0x89abcdefu, 0x01234567u})[0]);
}

TEST_CASE("Uniform numbers lie inside (0, 1) and are symmetric") {
  CHECK(unit_of(0) == 0x1p-33);
  CHECK(unit_of(0xffffffffu) == 1 - 0x1p-33);
  CHECK(unit_of(0x80000000u) - 0.5 == 0.5 - unit_of(0x7fffffffu));
}

// Of 65,536 uniform numbers the mean has a standard error of 1 / sqrt(12 * 65,536), about 0.00113.
TEST_CASE("Uniform numbers of a variable have the mean of a uniform distribution") {
  for (std::uint32_t variable = 0; variable < 8; ++variable) {
    double sum = 0;
    for (std::uint64_t trial = 0; trial < 65536; ++trial) sum += unit_of(random_word(42, trial, variable));
    CHECK(sum / 65536 == doctest::Approx(0.5).epsilon(4 * 0.00113 / 0.5));
  }
}

}  // namespace
