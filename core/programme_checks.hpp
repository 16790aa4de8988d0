#pragma once
// What is wrong in the documents that no deal's price depends on: playbooks, who follows them, runs of onboarding,
// growth plans, success plans.

#include "core/base/date.hpp"
#include "core/base/diagnostic.hpp"
#include "core/model/programme.hpp"

namespace dealwright {

// Looks over playbooks, what partners and customers state about them, onboardings, portfolios and success plans, with
// "kind/id" as the file. A document that names a playbook which is not there is left out: references are told
// elsewhere. Onboardings are looked over where the day is stated. The tenancy part of playbooks and its answers are
// told by qualification::verdicts().
Diagnostics check_programme(const model::Programme& programme, Date today);

}  // namespace dealwright
