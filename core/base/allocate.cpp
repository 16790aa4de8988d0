#include "core/base/allocate.hpp"

#include <algorithm>
#include <array>

#include "core/base/wide.hpp"

namespace dealwright {
namespace {

// What a part's share has beyond its whole units, in units of 1 / total weight.
struct Remainder {
  UInt128 size;
  std::size_t part;

  bool comes_before(const Remainder& other) const { return size != other.size ? size > other.size : part < other.part; }
};

void allocate_with(std::int64_t amount, std::span<const std::int64_t> weights, std::span<std::int64_t> parts,
                   std::span<Remainder> remainders) {
  UInt128 total = 0;
  for (const std::int64_t weight : weights) total += static_cast<std::uint64_t>(std::max<std::int64_t>(weight, 0));
  const bool equal_weights = total == 0;
  if (equal_weights) total = weights.size();

  const UInt128 whole = magnitude(amount);
  UInt128 left = whole;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::uint64_t weight = equal_weights ? 1 : static_cast<std::uint64_t>(std::max<std::int64_t>(weights[i], 0));
    const UInt128 product = whole * weight;  // at most 2^63 x 2^63
    const UInt128 share = product / total;
    remainders[i] = {product - share * total, i};
    left -= share;
    parts[i] = *narrow(amount < 0 ? -static_cast<Int128>(share) : static_cast<Int128>(share));
  }

  // The shares cut off less than one unit each, so fewer units are left than there are parts.
  const auto units = static_cast<std::size_t>(left);
  if (units == 0) return;
  std::nth_element(remainders.begin(), remainders.begin() + static_cast<std::ptrdiff_t>(units - 1), remainders.end(),
                   [](const Remainder& a, const Remainder& b) { return a.comes_before(b); });
  for (const Remainder& remainder : remainders.first(units)) parts[remainder.part] += amount < 0 ? -1 : 1;
}

}  // namespace

void allocate(std::int64_t amount, std::span<const std::int64_t> weights, std::span<std::int64_t> parts) {
  if (weights.empty()) return;
  constexpr std::size_t most_on_stack = 64;
  if (weights.size() <= most_on_stack) {
    std::array<Remainder, most_on_stack> remainders;
    allocate_with(amount, weights, parts, std::span(remainders).first(weights.size()));
  } else {
    std::vector<Remainder> remainders(weights.size());
    allocate_with(amount, weights, parts, remainders);
  }
}

std::vector<std::int64_t> allocate(std::int64_t amount, std::span<const std::int64_t> weights) {
  std::vector<std::int64_t> parts(weights.size());
  allocate(amount, weights, parts);
  return parts;
}

}  // namespace dealwright
