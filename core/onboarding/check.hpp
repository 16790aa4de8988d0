#pragma once
// Looks over the onboarding part of a playbook: its templates and calendars.

#include <span>
#include <string>

#include "core/base/diagnostic.hpp"
#include "core/model/onboarding.hpp"

namespace dealwright::onboarding {

// What is wrong inside one template; `pointer` leads to it. Errors: playbook.repeated_id (of items, stages, tracks),
// playbook.unknown_prerequisite, playbook.unknown_stage, playbook.unknown_track, playbook.unknown_due_item,
// playbook.due_by_itself, playbook.unknown_item (of certifications), playbook.cycle; a warning:
// playbook.repeated_prerequisite.
void check_template(const model::Template& onboarding, const std::string& pointer, Diagnostics& diagnostics);

// What is wrong in the onboarding part of a playbook: its templates, its calendars, and versions of a template that are
// there twice (playbook.repeated_version). Pointers are inside its document.
Diagnostics check_templates(std::span<const model::Template> templates, std::span<const model::WorkCalendar> calendars);

}  // namespace dealwright::onboarding
