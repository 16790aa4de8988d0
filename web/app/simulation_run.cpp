#include "web/app/simulation_run.hpp"

#include <algorithm>
#include <utility>

namespace dealwright::web {
void SimulationRun::clear() {
  is_begun_ = false;
  workspace_.reset();
  done_ = wanted_ = 0;
  is_cancelled_ = false;
  result_.reset();
  problem_.clear();
}

void SimulationRun::prepare(const CaseStudy& study) {
  workspace_.reset();
  problem_.clear();
  // What an input was prepared for is taken over where it is the same.
  auto made = roi::Simulation::from(roi::simulation_model(study.bound, study.monthly), simulation_.get());
  if (!made) {
    problem_ = made.diagnostics().front().message;
    simulation_.reset();
    return;
  }
  simulation_ = std::make_unique<roi::Simulation>(std::move(made).value());
  workspace_ = std::make_unique<roi::Workspace>(*simulation_);
}

void SimulationRun::begin(const CaseStudy& study, std::uint64_t revision, const SimulationWish& wish) {
  const bool is_same_case = is_begun_ && revision == revision_;
  if (is_same_case && wish == wish_) return;
  // Another number of months only counts the same trials anew.
  const bool is_same_trials = is_same_case && wish.trials == wish_.trials && wish.seed == wish_.seed;
  if (!is_same_case) prepare(study);
  is_begun_ = true;
  revision_ = revision;
  wish_ = wish;
  if (!is_same_trials) {
    wanted_ = std::min(wish.trials, most_trials);
    done_ = 0;
    is_cancelled_ = false;
    result_.reset();
    npv_.resize(static_cast<std::size_t>(wanted_));
    payback_.resize(static_cast<std::size_t>(wanted_));
    if (workspace_ != nullptr) run_until(std::min(wanted_, quick_trials));
  }
  if (workspace_ == nullptr) {
    result_.reset();
    done_ = wanted_;
    return;
  }
  sum_up(study);
}

void SimulationRun::run_until(std::uint64_t trials) {
  const roi::TrialResults room{npv_, {}, payback_};
  for (std::uint64_t strip = done_ / roi::trials_per_strip; done_ < trials; ++strip) {
    workspace_->run(wish_.seed, strip, room);
    done_ = std::min(wanted_, (strip + 1) * roi::trials_per_strip);
  }
}

bool SimulationRun::work(const CaseStudy& study, double seconds, const Clock& clock) {
  if (is_done() || is_cancelled_ || workspace_ == nullptr) return false;
  const double end = clock() + seconds;
  constexpr std::uint64_t at_a_time = 4 * roi::trials_per_strip;
  do {
    run_until(std::min(wanted_, done_ + at_a_time));
  } while (!is_done() && clock() < end);
  if (!is_done()) return true;
  sum_up(study);
  return false;
}

void SimulationRun::cancel(const CaseStudy& study) {
  if (is_done() || is_cancelled_) return;
  is_cancelled_ = true;
  sum_up(study);
}

void SimulationRun::sum_up(const CaseStudy& study) {
  const auto count = static_cast<std::size_t>(done_);
  const std::span<const double> npv(npv_.data(), count);
  const int within = wish_.within_months > 0 ? std::min(wish_.within_months, study.bound.horizon) : study.bound.horizon;
  result_ =
      roi::simulated_return(study.bound, study.found, *simulation_, wish_.seed, within, npv, {payback_.data(), count});
  ++number_;
}

}  // namespace dealwright::web
