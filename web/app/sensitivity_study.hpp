#pragma once
// What the return of a deal owes to each of its inputs, as panels show it.

#include <cstddef>
#include <string>
#include <vector>

#include "core/report/sensitivity_report.hpp"
#include "web/app/simulation_run.hpp"

namespace dealwright::web {

// Two inputs that are varied together, by the names that the case has for them; "", or one that is not to be had: one
// of those that move the case most.
struct TwoWayWish {
  std::string rows, columns;
  int steps = 5;

  friend bool operator==(const TwoWayWish&, const TwoWayWish&) = default;
};

struct StudiedInput {
  std::string id;    // the case's
  std::string name;  // for people
  bool has_range = false;
};

struct SensitivityStudy {
  report::SensitivityReport report;  // its inputs by their names for people
  std::vector<StudiedInput> inputs;
  std::size_t rows = 0, columns = 0;  // of the two-way table, among the inputs
  TwoWayWish wish;
  Diagnostics told;
};

// The tornado, the break-even of every input at a net present value of 0, and the two-way table.
SensitivityStudy sensitivity_study(const CaseStudy& study, const TwoWayWish& wish);

}  // namespace dealwright::web
