#pragma once
// What clears a finding: the smallest single change of each lever, solved on real pricings of a changed copy of the
// deal.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/guardrails/finding.hpp"
#include "core/guardrails/levers.hpp"
#include "core/guardrails/rules.hpp"

namespace dealwright::guardrails {

// What a metric should become.
struct Goal {
  const Metric* metric = nullptr;  // of numbers
  model::RuleBase base = model::RuleBase::none;
  Subject subject;  // of the metric's scope, in the deal as it is priced
  Decimal target;
  model::Lever lever = model::Lever::deal_discount;
};

// How much solving one deal may take, over all its findings: runs of months that are priced, about half a second's
// worth. It counts work, not time, so that every machine gives the same answer.
constexpr std::int64_t solving_budget = 1'000'000;

// Keeps working memory between calls; one for each thread.
class Solver {
 public:
  // The pricer does the pricing of changed deals; nothing of it is kept.
  explicit Solver(pricing::Pricer& pricer) : pricer_(&pricer) {}

  // The changes that clear a breach, one a lever: those the rule names in its order, else all that make sense for the
  // metric, by the size of their effect on TCV or margin, whichever is greater. `sets` are the rules that apply to the
  // deal; they decide clears_all.
  std::vector<Change> ways_out(std::span<const RuleSet* const> sets, const Facts& facts, const Breach& breach);

  // The smallest change of the lever with which the metric reaches the target or passes it (from below where it lies
  // under the target, else from above); nothing where no value of the lever does. A change of nothing where it already
  // stands there.
  std::optional<Change> solve_for(std::span<const RuleSet* const> sets, const Facts& facts, const Goal& goal);

  // What the questions that follow may take in all (as solving_budget counts); without it there is no bound.
  void allow(std::int64_t work) { work_left_ = work; }
  // Whether that was too little, so that a lever or a line was not tried to the end. What was found still holds.
  bool is_exhausted() const { return work_left_ < 0; }

  // Deals priced since it was made.
  std::int64_t pricings() const { return pricings_; }

 private:
  // How a changed deal stands to the rule. The residual is the distance to the bound, not negative where it is kept; it
  // is proportional to numerator - bound x denominator, which for ratios of amounts is straight where the amounts are.
  struct Outcome {
    bool clears = false;
    bool has_residual = false;
    Int128 residual = 0;
  };
  struct Question {
    std::span<const RuleSet* const> sets;
    const Facts* facts = nullptr;
    const PreparedRule* rule = nullptr;
    Subject subject;
    Decimal bound;
    bool is_min = false;
    Outcome present;
  };

  pricing::Pricer* pricer_;
  model::Deal changed_;
  pricing::PricedDeal priced_;
  Diagnostics reasons_;
  std::int64_t pricings_ = 0;
  std::int64_t work_left_ = INT64_MAX;

  std::optional<Change> best_change(const Question& question, model::Lever lever);
  std::optional<Decimal> nearest_number(const Question& question, const Place& place);
  std::int64_t nearest_step(const Question& question, const Place& place, std::int64_t origin, int direction,
                            std::int64_t most);
  std::int64_t refine(const Question& question, const Place& place, std::int64_t origin, int direction,
                      std::int64_t fails, Outcome at_fails, std::int64_t clears, Outcome at_clears);
  Outcome try_number(const Question& question, const Place& place, Decimal value);
  Outcome judge(const Question& question, const Place& place);
  // The change that changed_ holds, with its effect.
  Change describe(const Question& question, const Place& place, std::string to, const std::string& to_words);
};

}  // namespace dealwright::guardrails
