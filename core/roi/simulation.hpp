#pragma once
// A cash flow of which some inputs are not known for sure, tried out many times (Metropolis and Ulam, "The Monte Carlo
// method", 1949).
//
// The trials are worked off in strips of trials_per_strip. What a trial gives depends on the model, the seed and the
// trial's number alone: strips may be run in any order, by any number of threads, each with a workspace of its own, and
// a run may stop between two strips and go on later. Every processor gives the same bytes.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/result.hpp"
#include "core/roi/correlation.hpp"
#include "core/roi/distribution.hpp"
#include "core/roi/sampler.hpp"

namespace dealwright::roi {

// A benefit or a cost: in each period the product of its amount, of its uncertain factors and of the period's part.
struct Stream {
  double amount = 0;                 // all that is certain, for a whole period; below 0 for a cost
  std::vector<std::size_t> factors;  // the inputs that multiply it; the same one twice is its square
  std::vector<double> parts;         // one a period: adoption times growth times confidence, 1 being all of it
};

struct SimulationModel {
  std::vector<Distribution> inputs;
  std::vector<RankCorrelation> correlations;
  std::vector<Stream> streams;
  // One a period, the first (period 0) being now: 1, 1 / (1 + r), ... How many there are says how many periods there
  // are.
  std::vector<double> discount;
};

constexpr std::size_t most_periods = 601;  // now and fifty years of months
constexpr std::size_t most_inputs = 1000;
constexpr std::size_t most_streams = 1200;
constexpr std::size_t most_factors = 16;
constexpr std::uint64_t most_trials = 10'000'000;

// A model made ready: streams of one course over time are one group, what is certain is folded into constants.
class Simulation {
 public:
  // Diagnostics where the model is unsound; pointers are "/inputs/3/low", "/correlations/0", "/streams/2/parts", and
  // "/discount". A model whose greatest possible flows pass 1e100 is refused, so that every result is finite.
  // What an input was prepared for is taken from the simulation `before` where its distribution, at the same index, is
  // the same: one input that moves under a person's hand costs its own table, not those of all.
  static Result<Simulation> from(const SimulationModel& model, const Simulation* before = nullptr);

  std::size_t periods() const { return periods_.size(); }
  const SimulationModel& model() const { return model_; }
  // Whether the results depend on an input: a stream has it for a factor, and it is not fixed.
  bool is_used(std::size_t input) const { return uses_[input] > 0; }

 private:
  friend class Workspace;
  struct Term {
    std::size_t group = 0;
    double amount = 0;
    std::vector<std::size_t> factors;  // uncertain inputs only
    bool is_first = false;             // of its group
  };
  // Streams with the same parts; what an amount of 1 comes to.
  struct Group {
    std::vector<double> parts;
    double present = 0;  // present value
    double total = 0;    // undiscounted
  };

  explicit Simulation(const SimulationModel& model) : model_(model) {}
  void prepare_inputs(const Simulation* before);
  Diagnostics prepare_streams();
  std::size_t group_of(const std::vector<double>& parts);
  void prepare_periods(const std::vector<double>& certain);

  SimulationModel model_;
  std::vector<Sampler> samplers_;  // one an input
  std::vector<int> uses_;          // of each input
  Copula copula_;
  std::vector<double> normal_cells_;  // both empty where nothing is correlated
  std::vector<double> bell_cells_;
  std::vector<Term> terms_;
  std::vector<Group> groups_;
  double certain_present_ = 0;
  double certain_total_ = 0;
  std::vector<PaybackNumbers::Period> periods_;
  std::vector<RateChange> changes_;
  double tolerance_ = 0;
};

// Of each trial, in their order. `total` may be empty, and is then not written.
struct TrialResults {
  std::span<double> npv;
  std::span<double> total;  // undiscounted
  // The first period at whose end the sum of all undiscounted flows so far is 0 or more again after it was below, as
  // simple_payback() has it: 0 where it never was below, never_paid_back where it has not come back when the flows end.
  std::span<std::uint16_t> payback;
};
constexpr std::uint16_t never_paid_back = 0xffff;

constexpr std::uint64_t strips_of(std::uint64_t trials) {
  return (trials + trials_per_strip - 1) / trials_per_strip;
}

// Room for one thread's work, for as many strips as it likes.
class Workspace {
 public:
  // The simulation must outlive it. `kernels` are those that fit the processor unless a test wants others; they give
  // the same bytes.
  explicit Workspace(const Simulation& simulation, const StripKernels& kernels = strip_kernels());
  explicit Workspace(Simulation&&, const StripKernels& = strip_kernels()) = delete;

  // Runs the trials from `strip` times trials_per_strip on, and writes their results where they belong in `results`,
  // which hold all trials of the run; what is beyond their end is left out.
  void run(std::uint64_t seed, std::uint64_t strip, const TrialResults& results);

  // The values of an input in the trials of a strip, or numbers that are in the order of these and even over their
  // ranks. Both until the next call.
  std::span<const double> values(std::uint64_t seed, std::uint64_t strip, std::size_t input);
  std::span<const double> ranks(std::uint64_t seed, std::uint64_t strip, std::size_t input);

 private:
  struct alignas(64) Strip {
    double numbers[trials_per_strip];
  };

  void draw_correlated(std::uint64_t seed, std::uint64_t strip);
  const double* centred(std::uint64_t seed, std::uint64_t strip, std::size_t input);
  const double* factor(std::uint64_t seed, std::uint64_t strip, std::size_t input, double* out);
  void sum_groups(std::uint64_t seed, std::uint64_t strip);
  void weigh_groups(double* out, double Simulation::Group::*weight, double certain);

  const Simulation& simulation_;
  const StripKernels& kernels_;
  std::vector<Strip> groups_;
  std::vector<Strip> kept_;                // of the inputs that are used more than once
  std::vector<std::size_t> kept_place_;    // one an input; its number where it is kept
  std::vector<std::uint8_t> is_made_;      // one an input: kept already in this strip
  std::vector<Strip> correlated_;          // centred numbers, in the order of the copula
  std::vector<std::size_t> copula_place_;  // one an input
  std::vector<Strip> scratch_;
};

// All trials at once by the caller's thread; the spans are as long as there are trials.
void run_all(const Simulation& simulation, std::uint64_t seed, const TrialResults& results);

}  // namespace dealwright::roi
