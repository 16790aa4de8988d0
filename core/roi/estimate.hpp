#pragma once
// What a person estimates: as an input of a business case, and as the distribution that is drawn from it.

#include <string>

#include "core/model/business_case.hpp"
#include "core/roi/bound_case.hpp"
#include "core/roi/distribution.hpp"

namespace dealwright::roi {

// Bounds that are not stated are the likely value; those of a discrete estimate are the least and the greatest outcome
// that has a weight.
CaseInput input_of(std::string name, const model::Estimate& estimate);

// Of normal and lognormal, low is the P10 and high the P90. Fixed where there is but one value. Sound where
// check_estimate() finds nothing.
Distribution distribution_of(const CaseInput& input);

}  // namespace dealwright::roi
