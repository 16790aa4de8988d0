#pragma once
// Runs for the tests of merging.

#include <utility>
#include <vector>

#include "core/model/onboarding.hpp"

namespace dealwright::tests {

inline model::Onboarding run_of(std::vector<model::ItemRecord> items) {
  model::Onboarding run;
  run.id = "run";
  run.template_id = "partners";
  run.partner = "studio";
  run.items = std::move(items);
  return run;
}

}  // namespace dealwright::tests
