#pragma once
// How likely a business case pays off, asked again and again while the price of the deal changes.

#include <cstdint>
#include <optional>
#include <vector>

#include "core/roi/case_simulation.hpp"

namespace dealwright::roi {

// The chance is the share of these trials, under this seed.
constexpr std::uint64_t chance_trials = 10'000;
constexpr std::uint64_t chance_seed = 1;

// What trials of business cases came to before fees. Fees are for sure, so that the same case at another price is not
// tried again: rules, and the solver's many changes of one deal, share the trials of a case.
class CaseTrials {
 public:
  // Of chance_trials those with a net present value above 0; nothing where the case cannot be tried.
  std::optional<Ratio> positive(const BoundCase& bound, const MonthlyCase& monthly);

  // How many cases were tried out since it was made.
  int runs() const { return runs_; }

 private:
  struct Tried {
    SimulationModel model;  // without fees
    std::vector<double> npv;
  };
  const Tried* tried(SimulationModel model);

  std::vector<Tried> kept_;
  std::size_t next_ = 0;  // to be replaced
  int runs_ = 0;
};

// The same trials in full, payback within the horizon; nothing where the case cannot be tried.
std::optional<SimulatedReturn> chance_in_full(const BoundCase& bound, const MonthlyCase& monthly);

}  // namespace dealwright::roi
