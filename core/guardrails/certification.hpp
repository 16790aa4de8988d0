#pragma once
// A deal against what its partner is certified for (docs/onboarding.md, "Certifications and deals").

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe/enum.hpp>

#include "core/guardrails/metrics.hpp"

namespace dealwright::guardrails {

// Complexity, tenancy and discount are asked in this order, each of the certifications that are held and reach in what
// was asked before.
enum class CertificationFit : std::uint8_t {
  covered,             // one that is held covers the deal
  not_certified,       // none is held
  complexity_unknown,  // nothing says how complex the delivery is
  beyond_complexity,   // none goes up to the delivery's complexity
  beyond_tenancy,      // none of those has the tenancy
  beyond_discount,     // none of those allows the discount that is given
};
BOOST_DESCRIBE_ENUM(CertificationFit, covered, not_certified, complexity_unknown, beyond_complexity, beyond_tenancy,
                    beyond_discount)

// Nothing where nothing certifies the partner. The discount is discount_given(), compared exactly.
std::optional<CertificationFit> certification_fit_of(const Facts& facts);

// Sentences for a deal that is not covered: what it asks for against what is held, and which certification would cover
// it, with what that still lacks. Of several the one that lacks the fewest gates and items, then the first.
std::string certification_words(const Facts& facts);

// JSON Pointer of what goes beyond, within the deal's document; "" for the discount, which is of the whole deal.
std::string_view certification_pointer(const Facts& facts);

}  // namespace dealwright::guardrails
