#pragma once
// Programmes that no one wrote: valid documents drawn from a seed, the same in every build.

#include <cstdint>

#include "core/model/programme.hpp"

namespace dealwright::tests {

enum class Kind : std::uint8_t {
  adversarial,  // everything that pricing knows, in every combination and at its bounds
  realistic,    // 36 months, 8 to 12 lines, about 2.8 KB a deal as a canonical line, few deals that fail a rule
};

// Price books, partners, customers and guardrails (of adversarial programmes none); without deals.
model::Programme generate_programme(Kind kind, std::uint64_t seed);

// Deal number `index` of that programme.
model::Deal generate_deal(Kind kind, const model::Programme& programme, std::uint64_t seed, std::uint64_t index);

}  // namespace dealwright::tests
