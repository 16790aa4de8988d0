#pragma once
// What is wrong in the governance part of a playbook.

#include <span>
#include <string_view>

#include "core/base/diagnostic.hpp"
#include "core/governance/duties.hpp"
#include "core/model/partner.hpp"
#include "core/model/playbook.hpp"

namespace dealwright::governance {

// Conditions of controls and risks that can never hold or do not say what they mean: names of facts and words that are
// not there (with the nearest that is), neither bound nor words, words on numbers, bounds on words, bounds with nothing
// between them; and architectures whose aim starts above its end. Pointers are inside the playbook. Such a condition
// does no harm: it does not hold. `metrics` are the names that metrics have; where it is empty they are not checked.
Diagnostics check_governance(const model::Playbook& playbook, std::span<const std::string_view> metrics = {});

// What of a partner's split of duties must be settled: brand, price or relationship in other hands than the partner's,
// and duties that nobody holds (a warning where the duty protects what is the partner's, else for information).
// Pointers are inside the partner's document. Duties that are assigned twice are told by duties_of.
Diagnostics check_duties(const DutiesResult& duties, const model::Partner& partner);

}  // namespace dealwright::governance
