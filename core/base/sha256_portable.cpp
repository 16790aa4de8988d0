#include <bit>

#include "core/base/sha256_blocks.hpp"
#include "core/base/sha256_constants.hpp"

namespace dealwright {
namespace {

std::uint32_t big_endian(const std::uint8_t* bytes) {
  return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 | bytes[3];
}

// The functions of FIPS 180-4, 4.1.2.
std::uint32_t small_sigma_0(std::uint32_t x) {
  return std::rotr(x, 7) ^ std::rotr(x, 18) ^ (x >> 3);
}
std::uint32_t small_sigma_1(std::uint32_t x) {
  return std::rotr(x, 17) ^ std::rotr(x, 19) ^ (x >> 10);
}
std::uint32_t big_sigma_0(std::uint32_t x) {
  return std::rotr(x, 2) ^ std::rotr(x, 13) ^ std::rotr(x, 22);
}
std::uint32_t big_sigma_1(std::uint32_t x) {
  return std::rotr(x, 6) ^ std::rotr(x, 11) ^ std::rotr(x, 25);
}
std::uint32_t choose(std::uint32_t x, std::uint32_t y, std::uint32_t z) {
  return z ^ (x & (y ^ z));
}
std::uint32_t majority(std::uint32_t x, std::uint32_t y, std::uint32_t z) {
  return (x & y) | (z & (x | y));
}

void sha256_block(Sha256State& state, const std::uint8_t* bytes) {
  // The message schedule is kept as a ring of its last 16 words.
  std::array<std::uint32_t, 16> schedule;
  for (std::size_t t = 0; t < 16; ++t) schedule[t] = big_endian(bytes + 4 * t);

  auto [a, b, c, d, e, f, g, h] = state;
  // One round; the caller turns the roles of the eight words instead of moving them.
  const auto round = [](std::uint32_t wa, std::uint32_t wb, std::uint32_t wc, std::uint32_t& wd, std::uint32_t we,
                        std::uint32_t wf, std::uint32_t wg, std::uint32_t& wh, std::uint32_t input) {
    const std::uint32_t t1 = wh + big_sigma_1(we) + choose(we, wf, wg) + input;
    wd += t1;
    wh = t1 + big_sigma_0(wa) + majority(wa, wb, wc);
  };
  for (std::size_t base = 0; base < 64; base += 16) {
    if (base != 0) {
      for (std::size_t t = 0; t < 16; ++t) {
        schedule[t] +=
            small_sigma_1(schedule[(t + 14) % 16]) + schedule[(t + 9) % 16] + small_sigma_0(schedule[(t + 1) % 16]);
      }
    }
    for (std::size_t t = 0; t < 16; t += 8) {
      const std::uint32_t* k = &sha256_constants[base + t];
      const std::uint32_t* w = &schedule[t];
      round(a, b, c, d, e, f, g, h, k[0] + w[0]);
      round(h, a, b, c, d, e, f, g, k[1] + w[1]);
      round(g, h, a, b, c, d, e, f, k[2] + w[2]);
      round(f, g, h, a, b, c, d, e, k[3] + w[3]);
      round(e, f, g, h, a, b, c, d, k[4] + w[4]);
      round(d, e, f, g, h, a, b, c, k[5] + w[5]);
      round(c, d, e, f, g, h, a, b, k[6] + w[6]);
      round(b, c, d, e, f, g, h, a, k[7] + w[7]);
    }
  }
  const std::array<std::uint32_t, 8> result{a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state[i] += result[i];
}

}  // namespace

void sha256_blocks_portable(Sha256State& state, const std::uint8_t* bytes, std::size_t count) {
  for (; count > 0; --count, bytes += 64) sha256_block(state, bytes);
}

}  // namespace dealwright
