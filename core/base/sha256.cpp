#include "core/base/sha256.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace dealwright {
namespace {

// FIPS 180-4, 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> round_constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

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

}  // namespace

void Sha256::block(const std::uint8_t* bytes) {
  // The message schedule is kept as a ring of its last 16 words.
  std::array<std::uint32_t, 16> schedule;
  for (std::size_t t = 0; t < 16; ++t) schedule[t] = big_endian(bytes + 4 * t);

  auto [a, b, c, d, e, f, g, h] = state_;
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
      const std::uint32_t* k = &round_constants[base + t];
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
  for (std::size_t i = 0; i < 8; ++i) state_[i] += result[i];
}

void Sha256::update(std::string_view bytes) {
  length_ += bytes.size();
  const auto* at = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t left = bytes.size();
  if (buffered_ != 0) {
    const std::size_t taken = std::min(left, buffer_.size() - buffered_);
    std::memcpy(buffer_.data() + buffered_, at, taken);
    buffered_ += taken;
    at += taken;
    left -= taken;
    if (buffered_ != buffer_.size()) return;
    block(buffer_.data());
    buffered_ = 0;
  }
  for (; left >= buffer_.size(); at += buffer_.size(), left -= buffer_.size()) block(at);
  if (left != 0) std::memcpy(buffer_.data(), at, left);
  buffered_ = left;
}

Sha256Digest Sha256::finish() {
  // FIPS 180-4, 5.1.1: a one bit, zeros, and the length in bits as the last 64 bits of a block.
  const std::uint64_t bits = length_ * 8;
  buffer_[buffered_++] = 0x80;
  if (buffered_ > 56) {
    std::fill(buffer_.begin() + static_cast<std::ptrdiff_t>(buffered_), buffer_.end(), std::uint8_t{0});
    block(buffer_.data());
    buffered_ = 0;
  }
  std::fill(buffer_.begin() + static_cast<std::ptrdiff_t>(buffered_), buffer_.end(), std::uint8_t{0});
  for (std::size_t i = 0; i < 8; ++i) buffer_[56 + i] = static_cast<std::uint8_t>(bits >> (56 - 8 * i));
  block(buffer_.data());

  Sha256Digest digest;
  for (std::size_t i = 0; i < digest.size(); ++i)
    digest[i] = static_cast<std::uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)));
  return digest;
}

std::string to_hex(const Sha256Digest& digest) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    text += hex[byte >> 4];
    text += hex[byte & 0xf];
  }
  return text;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes);
  return to_hex(hash.finish());
}

}  // namespace dealwright
