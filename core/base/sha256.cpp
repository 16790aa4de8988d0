#include "core/base/sha256.hpp"

#include <algorithm>
#include <cstring>

#include "core/base/sha256_blocks.hpp"

namespace dealwright {
namespace {

void take_blocks(Sha256State& state, const std::uint8_t* bytes, std::size_t count) {
  if (has_sha256_instructions()) {
    sha256_blocks_by_instructions(state, bytes, count);
  } else {
    sha256_blocks_portable(state, bytes, count);
  }
}

}  // namespace

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
    take_blocks(state_, buffer_.data(), 1);
    buffered_ = 0;
  }
  const std::size_t whole_blocks = left / buffer_.size();
  take_blocks(state_, at, whole_blocks);
  at += whole_blocks * buffer_.size();
  left -= whole_blocks * buffer_.size();
  if (left != 0) std::memcpy(buffer_.data(), at, left);
  buffered_ = left;
}

Sha256Digest Sha256::finish() {
  // FIPS 180-4, 5.1.1: a one bit, zeros, and the length in bits as the last 64 bits of a block.
  const std::uint64_t bits = length_ * 8;
  buffer_[buffered_++] = 0x80;
  if (buffered_ > 56) {
    std::fill(buffer_.begin() + static_cast<std::ptrdiff_t>(buffered_), buffer_.end(), std::uint8_t{0});
    take_blocks(state_, buffer_.data(), 1);
    buffered_ = 0;
  }
  std::fill(buffer_.begin() + static_cast<std::ptrdiff_t>(buffered_), buffer_.end(), std::uint8_t{0});
  for (std::size_t i = 0; i < 8; ++i) buffer_[56 + i] = static_cast<std::uint8_t>(bits >> (56 - 8 * i));
  take_blocks(state_, buffer_.data(), 1);

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
