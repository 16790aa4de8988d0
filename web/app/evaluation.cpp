#include "web/app/evaluation.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/sha256.hpp"

namespace dealwright::web {
namespace {

template <class T>
void copy_sound(std::vector<T>& to, const std::vector<T>& from, const Checks& checks) {
  to.clear();
  for (std::size_t at = 0; at < from.size(); ++at) {
    if (checks.of(kind_of<T>, at).is_sound) to.push_back(from[at]);
  }
}

std::ptrdiff_t offset(std::size_t index) {
  return static_cast<std::ptrdiff_t>(index);
}

bool depends_on(const model::Deal& deal, Kind kind, std::string_view id) {
  switch (kind) {
    case Kind::partner:
      return deal.partner == id;
    case Kind::customer:
      return deal.customer == id;
    case Kind::price_book:
      return deal.price_book == id;
    case Kind::guardrails:
      return deal.guardrails.empty() ||
             std::find(deal.guardrails.begin(), deal.guardrails.end(), id) != deal.guardrails.end();
    case Kind::brand:
    case Kind::deal:
      break;
  }
  return false;
}

}  // namespace

void LiveEvaluation::reset(Date today) {
  today_ = today;
  results_.assign(programme_.deals.size(), {});
  forget_references();
}

void LiveEvaluation::forget_references() {
  // The evaluators refer to the sound documents.
  pricing_.reset();
  completing_.reset();
  sound_is_made_ = false;
}

void LiveEvaluation::reference_changed(Kind kind, std::string_view id) {
  if (kind == Kind::brand || kind == Kind::deal) return;
  forget_references();
  for (std::size_t at = 0; at < results_.size(); ++at) {
    // What cannot be priced may refer to what is there by then, or be told another nearest name.
    if (depends_on(programme_.deals[at], kind, id) || !results_[at].evaluation.priced)
      results_[at].freshness = Freshness::stale;
  }
}

void LiveEvaluation::deal_changed(std::size_t index) {
  results_[index].freshness = Freshness::stale;
}

void LiveEvaluation::deal_inserted(std::size_t index) {
  results_.emplace(std::next(results_.begin(), offset(index)));
}

void LiveEvaluation::deal_erased(std::size_t index) {
  results_.erase(std::next(results_.begin(), offset(index)));
}

const model::Programme& LiveEvaluation::sound() {
  if (!sound_is_made_) {
    copy_sound(sound_.partners, programme_.partners, checks_);
    copy_sound(sound_.customers, programme_.customers, checks_);
    copy_sound(sound_.price_books, programme_.price_books, checks_);
    copy_sound(sound_.guardrails, programme_.guardrails, checks_);
    sound_is_made_ = true;
  }
  return sound_;
}

Evaluator& LiveEvaluation::pricing() {
  if (!pricing_) pricing_ = std::make_unique<Evaluator>(sound(), EvaluateOptions{today_, false, false});
  return *pricing_;
}

Evaluator& LiveEvaluation::completing() {
  if (!completing_) completing_ = std::make_unique<Evaluator>(sound(), EvaluateOptions{today_, true, true});
  return *completing_;
}

void LiveEvaluation::run(std::size_t index, bool completes) {
  DealResult& result = results_[index];
  result.diagnostics.clear();
  result.rules_applied = 0;
  const model::Deal& deal = programme_.deals[index];
  if (!checks_.of(Kind::deal, index).is_sound) {
    result.evaluation = {};
    result.evaluation.deal = deal.id;
    result.freshness = Freshness::complete;
    return;
  }
  Evaluator& evaluator = completes ? completing() : pricing();
  evaluator.evaluate(deal, result.evaluation, result.diagnostics);
  result.rules_applied = evaluator.rules_applied();
  for (Diagnostic& diagnostic : result.diagnostics) diagnostic.file = to_string({Kind::deal, deal.id});
  result.freshness = completes ? Freshness::complete : Freshness::priced;
  ++evaluations_;
}

void LiveEvaluation::price(std::size_t index) {
  if (results_[index].freshness == Freshness::stale) run(index, false);
}

bool LiveEvaluation::work(std::size_t first, double seconds, const Clock& clock) {
  const double end = clock() + seconds;
  const auto is_over = [&] { return clock() >= end; };
  if (first < results_.size() && results_[first].freshness != Freshness::complete) {
    run(first, true);
    if (is_over()) return !is_complete();
  }
  for (const bool completes : {false, true}) {
    const Freshness wanted = completes ? Freshness::complete : Freshness::priced;
    for (std::size_t at = 0; at < results_.size(); ++at) {
      if (results_[at].freshness >= wanted) continue;
      run(at, completes);
      if (is_over()) return !is_complete();
    }
  }
  return false;
}

bool LiveEvaluation::is_complete() const {
  return std::all_of(results_.begin(), results_.end(),
                     [](const DealResult& result) { return result.freshness == Freshness::complete; });
}

const Diagnostics& LiveEvaluation::diagnostics() {
  return pricing().diagnostics();
}

report::Coverage LiveEvaluation::coverage() {
  report::Coverage coverage;
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    for (std::size_t at = 0; at < document_count(programme_, static_cast<Kind>(kind)); ++at)
      coverage.documents += checks_.of(static_cast<Kind>(kind), at).is_sound ? 1 : 0;
  }
  coverage.rules = pricing().rule_count();
  for (std::size_t at = 0; at < results_.size(); ++at) {
    if (!checks_.of(Kind::deal, at).is_sound) continue;
    const DealResult& result = results_[at];
    ++coverage.deals;
    coverage.deals_priced += result.evaluation.priced ? 1 : 0;
    coverage.rule_checks += result.rules_applied;
    bool fails = false;
    for (const auto& finding : result.evaluation.findings) {
      fails = fails || finding.severity == model::RuleSeverity::error;
      coverage.errors += finding.severity == model::RuleSeverity::error ? 1 : 0;
      coverage.warnings += finding.severity == model::RuleSeverity::warning ? 1 : 0;
      coverage.infos += finding.severity == model::RuleSeverity::info ? 1 : 0;
    }
    coverage.failed_deals += fails ? 1 : 0;
  }
  return coverage;
}

std::optional<report::Evaluation> LiveEvaluation::evaluation() {
  if (!is_complete()) return std::nullopt;
  report::Evaluation out;
  out.engine = engine_version();
  out.today = today_;
  out.coverage = coverage();
  out.diagnostics = diagnostics();
  std::string inputs, outputs;
  for (std::size_t at = 0; at < results_.size(); ++at) {
    if (!checks_.of(Kind::deal, at).is_sound) continue;
    const DealResult& result = results_[at];
    out.deals.push_back(result.evaluation);
    out.diagnostics.insert(out.diagnostics.end(), result.diagnostics.begin(), result.diagnostics.end());
    (inputs += result.evaluation.inputs) += '\n';
    (outputs += result.evaluation.outputs) += '\n';
  }
  out.inputs = sha256_hex(inputs);
  for (const Diagnostic& diagnostic : out.diagnostics) (outputs += to_line(diagnostic)) += '\n';
  out.outputs = sha256_hex(outputs);
  return out;
}

}  // namespace dealwright::web
