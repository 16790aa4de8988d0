#pragma once
// The phases of a growth plan: each begins when the one before has had its time and its entry gate is open.

#include <cstdint>
#include <vector>

#include "core/portfolio/cohorts.hpp"

namespace dealwright::portfolio {

class Gates {
 public:
  // `hourly_cost` of support, in minor units, for the margin of the pilots.
  Gates(const model::Portfolio& plan, std::int64_t hourly_cost);

  // Opens what may begin in month `month`, counted from 1, with the customers as they are at the end of the month
  // before. Returns the indices of the phases that begin.
  std::vector<std::size_t> open(int month, const std::vector<Cohorts>& rows);
  // How long a phase has been running in a month, from 1; 0 where it has not begun. Of no phase (-1) since the start.
  int month_of(int phase, int month) const;
  // The index of a row's phase; -1 where it names none that there is.
  int phase_of(const model::PlanRow& row) const;

  // The gates that are still closed are told as they stand with these customers.
  std::vector<PhaseResult> take(const std::vector<Cohorts>& rows);

 private:
  bool look(std::size_t phase, const std::vector<Cohorts>& rows);

  const model::Portfolio& plan_;
  std::int64_t hourly_cost_;
  std::vector<PhaseResult> phases_;
};

}  // namespace dealwright::portfolio
