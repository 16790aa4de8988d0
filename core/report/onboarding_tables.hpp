#pragma once
// The tables that tell where one onboarding run stands.

#include <vector>

#include "core/report/onboarding_report.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {

// Readiness, gates, certifications, what is late and what blocks what, critical path, workload, roles, and what an
// update of the template would change, in this order. Tables without rows are among them. Ids are told by names; an id
// that nothing bears stands in quotes.
std::vector<Table> onboarding_tables(const OnboardingRun& run);

}  // namespace dealwright::report
