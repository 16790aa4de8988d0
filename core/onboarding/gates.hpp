#pragma once
// How ready a run's items are, which gates that opens, and which certifications are held.

#include <vector>

#include "core/model/playbook.hpp"
#include "core/onboarding/ids.hpp"
#include "core/onboarding/run_result.hpp"

namespace dealwright::onboarding {

// Fills in the readiness of a result whose items have their states: of all, of each stage and track, of the roles that
// own items, and of those that must have been through some. Missing items count nowhere.
void add_readiness(const model::Playbook& playbook, const model::Template& onboarding, RunResult& result);

// Fills in gates and certifications, in the template's order. A certification whose stage or items the template does
// not have is not held. `items` indexes the template's.
void add_gates(const model::Template& onboarding, const IdIndex& items, RunResult& result);

}  // namespace dealwright::onboarding
