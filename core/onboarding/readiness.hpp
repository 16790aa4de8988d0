#pragma once
// Where an onboarding run stands.

#include "core/base/date.hpp"
#include "core/base/diagnostic.hpp"
#include "core/model/onboarding.hpp"
#include "core/model/playbook.hpp"
#include "core/onboarding/run_result.hpp"

namespace dealwright::onboarding {

// Evaluates the run on a day. What is wrong in the run is appended to `diagnostics`, with pointers inside its document:
// what records.hpp lists, and onboarding.role_unassigned (a warning) for roles that own items not finished and have no
// person. What is wrong in the playbook is told by check_templates(), and evaluated as far as can be: items on cycles
// are not scheduled, prerequisites that lead nowhere hold nobody up. Without its template a run has no items. `today`
// must be stated.
RunResult evaluate_run(const model::Playbook& playbook, const model::Onboarding& run, Date today,
                       Diagnostics& diagnostics);

}  // namespace dealwright::onboarding
