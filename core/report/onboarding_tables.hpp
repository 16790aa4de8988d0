#pragma once
// The tables that tell where one onboarding run stands.

#include <boost/describe/class.hpp>

#include "core/report/onboarding_report.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {

// In the order in which reports tell them; any may be without rows. Ids are told by names; an id that nothing bears
// stands in quotes.
struct OnboardingTables {
  Table stages;  // readiness, as the next
  Table tracks;
  Table gates;
  Table certifications;
  Table overdue;
  Table blockers;
  Table critical_path;
  Table workload;
  Table unassigned;  // roles
  Table enablement;
  Table unknown_records;
  Table update;  // what a newer version of the template would change
};
BOOST_DESCRIBE_STRUCT(OnboardingTables, (),
                      (stages, tracks, gates, certifications, overdue, blockers, critical_path, workload, unassigned,
                       enablement, unknown_records, update))

OnboardingTables onboarding_tables(const OnboardingRun& run);

}  // namespace dealwright::report
