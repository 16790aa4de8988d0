#pragma once
// Trials of a business case, worked off in slices between frames.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/roi/case_simulation.hpp"
#include "web/app/evaluation.hpp"

namespace dealwright::web {

struct SimulationWish {
  std::uint64_t trials = 10'000;
  std::uint64_t seed = 1;
  int within_months = 0;  // 0: the horizon

  friend bool operator==(const SimulationWish&, const SimulationWish&) = default;
};

// A case with all that its trials need.
struct CaseStudy {
  roi::BoundCase bound;
  roi::MonthlyCase monthly;
  roi::CustomerReturn found;
};

// Whatever changes, the first `quick_trials` are done at once; the rest follows by work(). The room for trials is kept
// from run to run.
class SimulationRun {
 public:
  static constexpr std::uint64_t quick_trials = 10'000;
  static constexpr std::uint64_t most_trials = 1'000'000;

  // Begins anew where case or wish are others than before; `revision` tells cases apart.
  void begin(const CaseStudy& study, std::uint64_t revision, const SimulationWish& wish);
  // Works for about that time on what is left; returns whether anything is left after it.
  bool work(const CaseStudy& study, double seconds, const Clock& clock);
  // Stays at the trials that are done.
  void cancel(const CaseStudy& study);
  // The run is of nothing any more.
  void clear();

  bool is_done() const { return done_ >= wanted_; }
  std::uint64_t done() const { return done_; }
  std::uint64_t wanted() const { return wanted_; }
  bool is_cancelled() const { return is_cancelled_; }
  // Counts the results: equal numbers, equal pictures.
  std::uint64_t number() const { return number_; }
  // Of the trials so far, result()->trials of them. Nothing where the case cannot be tried out; then problem() says
  // why.
  const std::optional<roi::SimulatedReturn>& result() const { return result_; }
  const std::string& problem() const { return problem_; }

 private:
  void prepare(const CaseStudy& study);
  void run_until(std::uint64_t trials);
  void sum_up(const CaseStudy& study);

  std::uint64_t revision_ = 0;
  bool is_begun_ = false;
  SimulationWish wish_;
  std::unique_ptr<roi::Simulation> simulation_;
  std::unique_ptr<roi::Workspace> workspace_;
  std::vector<double> npv_;
  std::vector<std::uint16_t> payback_;
  std::uint64_t done_ = 0, wanted_ = 0, number_ = 0;
  bool is_cancelled_ = false;
  std::optional<roi::SimulatedReturn> result_;
  std::string problem_;
};

}  // namespace dealwright::web
