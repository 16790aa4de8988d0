#pragma once
// What the partners of a programme are certified for by their onboarding runs, and how complex deliveries are.

#include <optional>
#include <vector>

#include "core/model/programme.hpp"
#include "core/onboarding/run_result.hpp"

namespace dealwright::onboarding {

// The run's certifications, as evaluate_run() gives them on any day: they depend on what is recorded alone. None where
// the playbook has no template of the run's.
std::vector<CertificationResult> certifications_of(const model::Playbook& playbook, const model::Onboarding& run);

// A run of a partner's onboarding whose template has certifications, by its place in the programme.
struct CertifyingRun {
  int onboarding = 0;
  int playbook = 0;
};

struct CertifiedPartner {
  std::vector<CertifyingRun> runs;                  // in the programme's order
  std::vector<CertificationResult> certifications;  // of these runs, in their order; one may be there twice
};

// One for each partner, in the programme's order, with what its certifications lack by name: people read it. Runs whose
// playbook or template is not there count for nothing.
std::vector<CertifiedPartner> certified_partners(const model::Programme& programme);

// How complex a delivery to the customer is: the complexity of its reference architecture in its playbook; where that
// states none, the least of the playbook's templates for onboarding customers of its segment, for a delivery is at
// least that. Nothing where these state none either.
std::optional<model::Complexity> delivery_complexity(const model::Playbook& playbook, const model::Customer& customer);

}  // namespace dealwright::onboarding
