#pragma once
// The parts that generate.cpp puts together.

#include <array>
#include <cstdint>
#include <string>

#include "core/model/programme.hpp"

namespace dealwright::tests {

// Of books and customers, in turn: 2, 0, 3, 2, 2 places.
inline constexpr std::array<const char*, 5> adversarial_currencies{"EUR", "JPY", "KWD", "USD", "GBP"};

// Book number `index`. Its service tiers are "basic" and "plus" (both tenancies) and "isolated" (dedicated).
model::PriceBook adversarial_book(std::uint64_t seed, std::uint64_t index);
model::Partner adversarial_partner(std::uint64_t seed, std::uint64_t index);
model::Customer adversarial_customer(std::uint64_t seed, std::uint64_t index);
model::Deal adversarial_deal(const model::Programme& programme, std::uint64_t seed, std::uint64_t index);

// One book a currency, 10 partners, 60 customers, one document of 12 rules.
model::Programme realistic_programme(std::uint64_t seed);
model::Deal realistic_deal(const model::Programme& programme, std::uint64_t seed, std::uint64_t index);

}  // namespace dealwright::tests
