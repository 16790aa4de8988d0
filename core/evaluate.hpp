#pragma once
// The one door: documents in, Evaluation out.

#include <memory>

#include "core/base/date.hpp"
#include "core/model/programme.hpp"
#include "core/report/evaluation.hpp"

namespace dealwright {

struct EvaluateOptions {
  Date today;            // approvals of later days do not count yet; not stated: all count
  bool ways_out = true;  // solve what clears each finding
  bool fingerprints = true;
  // References between documents are checked and told by document::check_references(). Of a deal that refers to a
  // document which is absent, or left out for mistakes of its own, or to a price book that cannot be used, nothing more
  // is said: it is not priced.
  bool references_told = false;
  // Documents were left out for their mistakes: names in guardrails, and roles of partners, that no other document
  // knows may be theirs, and are not told.
  bool documents_left_out = false;
  // Nothing is told of documents that no deal depends on (check_programme()).
  bool deals_only = false;
};

// Version of the engine, "0.1.0". Part of every Evaluation.
const char* engine_version();

// Evaluates deals one at a time against the other documents of a programme, which must outlive it and stay unchanged.
// Keeps working memory between deals; one Evaluator a thread.
class Evaluator {
 public:
  Evaluator(const model::Programme& programme, const EvaluateOptions& options);
  ~Evaluator();
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;
  Evaluator(Evaluator&&) noexcept;
  Evaluator& operator=(Evaluator&&) noexcept;

  // Fills `out` (every field is set anew) and appends what is wrong to `diagnostics`, with pointers inside the deal's
  // document and `file` empty. Returns out.priced.
  bool evaluate(const model::Deal& deal, report::DealEvaluation& out, Diagnostics& diagnostics);

  // What is wrong or surprising in the documents other than deals: price books that cannot be used, lint, roles of
  // partners that no book has, guardrails that name no metric. `file` holds "kind/id" for the caller to replace by the
  // document's place.
  const Diagnostics& diagnostics() const;
  // Rules of all guardrails, the product's own included.
  int rule_count() const;
  // Rules that were applied in the last call of evaluate().
  int rules_applied() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Sets the fingerprints of the whole from those of its deals, its diagnostics and its qualifications.
void set_fingerprints(report::Evaluation& evaluation);

// All deals of a programme, in its order.
report::Evaluation evaluate(const model::Programme& programme, const EvaluateOptions& options);

}  // namespace dealwright
