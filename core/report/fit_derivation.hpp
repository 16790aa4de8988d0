#pragma once
// How a deal stands to its customer's qualification and to its partner's certifications, as trees.

#include "core/report/deal_derivation.hpp"

namespace dealwright::report {

// From the deal's tenancy and the verdict with its score and answers.
Derivation tenancy_fit(const Explainer& e);
// From the customer's reference architecture, or from the templates of its segment.
Derivation delivery_complexity(const Explainer& e);
// From what the deal asks for and the certifications of each of the partner's runs, with what they lack.
Derivation certification_fit(const Explainer& e);

}  // namespace dealwright::report
