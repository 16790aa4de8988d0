#pragma once
// An onboarding as large as documents allow, for what is measured.

#include "core/base/date.hpp"
#include "core/model/onboarding.hpp"
#include "core/model/playbook.hpp"

namespace dealwright::tests {

// A playbook with one template of 2,000 items and 5,000 dependencies, and a run of it that is half done. Both are sound
// documents; the run is of the partner "partner".
struct LargeRun {
  static constexpr int item_count = 2000;
  static constexpr int dependency_count = 5000;

  model::Playbook playbook;
  model::Onboarding run;
  Date today = *Date::from(2026, 6, 1);

  LargeRun();
};

// The one of which nothing is changed.
const LargeRun& large_run();

}  // namespace dealwright::tests
