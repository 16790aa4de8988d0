#pragma once
// Parts of whole amounts: rates and quantities in millionths, rounded half away from zero. Amounts of a plan are small
// enough that all steps fit 64 bits; divisions are by a constant, which costs a multiplication.

#include <cstdint>

#include "core/base/decimal.hpp"

namespace dealwright::portfolio {

// amount x rate, none negative; amount at most 1.8 x 10^13 and rate at most 1 (or their product no greater).
inline std::int64_t part_of(std::int64_t amount, Decimal rate) {
  constexpr std::uint64_t scale = Decimal::scale;
  const auto product = static_cast<std::uint64_t>(amount) * static_cast<std::uint64_t>(rate.micro());
  return static_cast<std::int64_t>((product + scale / 2) / scale);
}

// amount x quantity, none negative; quantity at most 6 million and the product at most 8 x 10^18.
inline std::int64_t times(std::int64_t amount, std::int64_t quantity_micro) {
  constexpr std::int64_t scale = Decimal::scale;
  return amount / scale * quantity_micro + (amount % scale * quantity_micro + scale / 2) / scale;
}

}  // namespace dealwright::portfolio
