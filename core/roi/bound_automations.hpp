#pragma once
// Chosen automations in a bound case: what they save, and the hours that they ask for (docs/returns.md, "Automations").

#include <string>

#include "core/base/diagnostic.hpp"
#include "core/base/function_ref.hpp"
#include "core/model/customer.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"
#include "core/roi/bound_case.hpp"

namespace dealwright::roi {

// Adds an input of that name to a stream of the case.
using AddInput = FunctionRef<void(CaseStream&, std::string, const model::Estimate&)>;

// Appends the streams of the automations that the deal's business case chooses, and what is wrong with them: an id that
// the playbook does not have, one that is stated twice, a baseline that the customer does not have, a saving over 100 %
// or the wrong way round; as a warning what is not yet ready, or begins after the horizon. The deal must have a
// business case. False where a chosen automation is wrong in the playbook, which is told there.
bool bind_automations(const model::Deal& deal, const model::Customer& customer, const model::Playbook& playbook,
                      AddInput add_input, BoundCase& out, Diagnostics& diagnostics);

}  // namespace dealwright::roi
