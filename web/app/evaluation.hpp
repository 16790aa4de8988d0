#pragma once
// The evaluation of a programme that is being edited: kept deal by deal, renewed where something changed.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/evaluate.hpp"
#include "web/app/checks.hpp"

namespace dealwright::web {

// Seconds that only grow; the origin does not matter.
using Clock = std::function<double()>;

enum class Freshness : std::uint8_t {
  stale,     // of documents as they were before
  priced,    // figures and findings of the documents as they are; ways out and fingerprints follow
  complete,  // equal to what a fresh evaluate() gives
};

struct DealResult {
  Freshness freshness = Freshness::stale;
  report::DealEvaluation evaluation;
  Diagnostics diagnostics;  // of evaluating it, in the words of the runner; `file` is "deal/id"
  int rules_applied = 0;
};

class LiveEvaluation {
 public:
  LiveEvaluation(const model::Programme& programme, const Checks& checks) : programme_(programme), checks_(checks) {}

  void reset(Date today);
  // Another day: every deal is stale.
  void set_today(Date today);
  // A document other than a deal was added, changed or removed, under that id: the deals that depend on it are stale.
  // Where its id changed, to be told of both.
  void reference_changed(Kind kind, std::string_view id);
  void deal_changed(std::size_t index);
  void deal_inserted(std::size_t index);
  void deal_erased(std::size_t index);

  // Brings one deal to `priced` at once. Of the other documents only those that it refers to are compiled for that.
  void price(std::size_t index);
  // Works until nothing is left or the time is over, at least one deal: `first`, then every other deal to complete.
  // Returns whether something is left.
  bool work(std::size_t first, double seconds, const Clock& clock);
  bool is_complete() const;

  const DealResult& of(std::size_t index) const { return results_[index]; }
  // Of the documents other than deals, as they were when work() last compiled them; `file` is "kind/id".
  const Diagnostics& diagnostics() const { return diagnostics_; }
  // Deals, rules and findings counted as evaluate() counts them; of stale deals by their last results.
  report::Coverage coverage() const;
  // All results with the programme's fingerprints, equal to evaluate() with the options of the runner; nothing before
  // is_complete().
  std::optional<report::Evaluation> evaluation() const;

  // Deals evaluated since it was made: what an edit costs.
  std::int64_t evaluations() const { return evaluations_; }

 private:
  // A programme compiled for evaluation, with the options it was compiled with.
  struct Compiled {
    model::Programme documents;
    std::unique_ptr<Evaluator> evaluator;
  };

  // Compiles the documents that a deal refers to, where all of them are there and sound.
  bool compile_for(const model::Deal& deal);
  void compile_all();
  void run(std::size_t index, Evaluator& evaluator, Freshness reached);
  bool is_sound(std::size_t deal) const { return checks_.is_sound(Kind::deal, deal); }

  const model::Programme& programme_;
  const Checks& checks_;
  Date today_;
  Compiled own_;  // of the deal that was last priced: without ways out and fingerprints
  Compiled all_;  // every sound document: with them
  Diagnostics diagnostics_;
  int rule_count_ = 0;
  std::vector<DealResult> results_;
  std::int64_t evaluations_ = 0;
};

}  // namespace dealwright::web
