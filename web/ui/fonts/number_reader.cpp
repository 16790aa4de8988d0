#include "web/ui/fonts/number_reader.hpp"

#include <algorithm>
#include <cmath>

namespace dealwright::web::ui {

namespace {

// As in number_coder.py.
constexpr int slot_bits = 20;
constexpr std::uint32_t one = 65536;
constexpr std::uint32_t least = 24;
constexpr double learning_rate = 0.02;
constexpr double first_weight = 0.3;
constexpr std::uint32_t golden = 0x9E3779B1;
constexpr std::uint32_t spread = 0x85EBCA6B;

}  // namespace

Context::Context(int first, int second, int third, int fourth) {
  for (const int part : {first, second, third, fourth}) {
    hash_ = (hash_ ^ static_cast<std::uint32_t>(part)) * golden;
    hash_ ^= hash_ >> 15;
  }
}

NumberReader::NumberReader(std::span<const unsigned char> bytes) : bytes_(bytes), slots_(std::size_t{1} << slot_bits) {
  for (auto& of_kind : weights_) {
    for (Weights& weights : of_kind) weights.fill(first_weight);
  }
  for (std::size_t part = 0; part < leans_.size(); ++part) {
    const double lean = (static_cast<double>(part) * 2 - 4095) / 4096;
    leans_[part] = lean / std::sqrt(1 - lean * lean);
  }
  for (std::size_t seen = 0; seen < rates_.size(); ++seen) {
    rates_[seen] = 10 * static_cast<int>(one) / (20 * static_cast<int>(seen) + 27);
  }
  for (int i = 0; i < 4; ++i) value_ = value_ << 8 | next_byte();
}

int NumberReader::number(int kind, Context first, Context second, Context third, Context fourth) {
  hashes_ = {first.hash_, second.hash_, third.hash_, fourth.hash_};
  auto place = static_cast<std::uint32_t>(kind) * std::uint32_t{context_count};
  for (std::uint32_t& hash : hashes_) hash = (hash ^ ++place) * spread;
  auto& weights = weights_[static_cast<std::size_t>(kind)];
  std::uint32_t path = 1;
  const auto next = [&](std::size_t step) {
    const std::uint32_t got = bit(path, weights[step]);
    path = path * 2 + got;
    return got;
  };
  if (next(0) == 0) return 0;
  const bool negative = next(1) != 0;
  int digits = 0;
  while (next(2) != 0) ++digits;
  std::uint32_t size = 1;
  for (; digits > 0; --digits) size = size * 2 + next(3);
  const int result = static_cast<int>(size);
  return negative ? -result : result;
}

std::uint32_t NumberReader::bit(std::uint32_t path, Weights& weights) {
  std::array<Slot*, context_count> slots{};
  std::array<double, context_count> inputs{};
  double total = 0;
  for (std::size_t i = 0; i < context_count; ++i) {
    slots[i] = &slots_[(hashes_[i] + path * golden) * spread >> (32 - slot_bits)];
    inputs[i] = leans_[slots[i]->chance >> 4];
    total += inputs[i] * weights[i];
  }
  const auto share = std::clamp(static_cast<std::uint32_t>(one / 2 + one / 2 * total / std::sqrt(1 + total * total)),
                                least, one - least);
  const std::uint32_t got = decoded(share);
  const double fault = (got - static_cast<double>(share) / one) * learning_rate;
  for (std::size_t i = 0; i < context_count; ++i) {
    weights[i] += fault * inputs[i];
    Slot& slot = *slots[i];
    const int wanted = got != 0 ? one - 1 : 0;
    slot.chance = static_cast<std::uint16_t>(slot.chance + ((wanted - slot.chance) * rates_[slot.seen] >> 15));
    if (slot.seen < most_seen) ++slot.seen;
  }
  return got;
}

std::uint32_t NumberReader::decoded(std::uint32_t share) {
  const std::uint32_t width = high_ - low_;
  const std::uint32_t middle = low_ + (width >> 16) * share + ((width & 0xFFFF) * share >> 16);
  const bool is_one = value_ <= middle;
  if (is_one) {
    high_ = middle;
  } else {
    low_ = middle + 1;
  }
  while (low_ >> 24 == high_ >> 24) {
    low_ <<= 8;
    high_ = high_ << 8 | 0xFF;
    value_ = value_ << 8 | next_byte();
  }
  return is_one ? 1 : 0;
}

std::uint32_t NumberReader::next_byte() {
  return at_ < bytes_.size() ? bytes_[at_++] : 0;
}

}  // namespace dealwright::web::ui
