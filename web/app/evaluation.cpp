#include "web/app/evaluation.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "core/qualification/qualified.hpp"

namespace dealwright::web {
namespace {

// False where one was left out for its mistakes.
template <class T>
bool copy_sound(std::vector<T>& to, const std::vector<T>& from, const Checks& checks) {
  to.clear();
  for (std::size_t at = 0; at < from.size(); ++at) {
    if (checks.is_sound(kind_of<T>, at)) to.push_back(from[at]);
  }
  return to.size() == from.size();
}

// False where there is no sound document of that id.
template <class T>
bool copy_one(std::vector<T>& to, const std::vector<T>& from, const std::string& id, const Checks& checks) {
  if (std::any_of(to.begin(), to.end(), [&](const T& one) { return one.id == id; })) return true;
  for (std::size_t at = 0; at < from.size(); ++at) {
    if (from[at].id != id || !checks.is_sound(kind_of<T>, at)) continue;
    to.push_back(from[at]);
    return true;
  }
  return false;
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
    case Kind::playbook:  // by way of its customer and of its partner's onboardings
    case Kind::brand:
    case Kind::deal:
    case Kind::onboarding:
    case Kind::portfolio:
    case Kind::success_plan:
      break;
  }
  return false;
}

}  // namespace

void LiveEvaluation::reset(Date today) {
  today_ = today;
  own_ = {};
  all_ = {};
  diagnostics_.clear();
  rule_count_ = 0;
  results_.assign(programme_.deals.size(), {});
}

void LiveEvaluation::set_today(Date today) {
  today_ = today;
  own_ = {};
  all_ = {};
  for (DealResult& result : results_) result.freshness = Freshness::stale;
}

void LiveEvaluation::reference_changed(Kind kind, std::string_view id) {
  if (kind == Kind::brand || kind == Kind::deal) return;
  if (kind == Kind::success_plan) {  // no deal depends on it
    all_ = {};
    return;
  }
  // Whose onboarding or growth plan it was before is known only as long as nothing else has changed since.
  const bool is_former_known = (kind != Kind::onboarding && kind != Kind::portfolio) || all_.evaluator != nullptr;
  std::set<std::string_view> customers;
  std::set<std::string> partners;
  for (const model::Customer& customer : programme_.customers)
    if (kind == Kind::playbook && customer.playbook == id) customers.insert(customer.id);
  for (const auto* const runs : {&programme_.onboardings, &std::as_const(all_.documents.onboardings)}) {
    for (const model::Onboarding& run : *runs)
      if ((kind == Kind::playbook && run.playbook == id) || (kind == Kind::onboarding && run.id == id))
        partners.insert(run.partner);
  }
  for (const auto* const plans : {&programme_.portfolios, &std::as_const(all_.documents.portfolios)}) {
    for (const model::Portfolio& plan : *plans)
      if (kind == Kind::portfolio && plan.id == id) partners.insert(plan.partner);
  }
  own_ = {};
  all_ = {};
  for (std::size_t at = 0; at < results_.size(); ++at) {
    const model::Deal& deal = programme_.deals[at];
    // What cannot be priced may refer to what is there by then, or be told another nearest name.
    if (depends_on(deal, kind, id) || customers.count(deal.customer) != 0 || partners.count(deal.partner) != 0 ||
        !is_former_known || !results_[at].evaluation.priced)
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

bool LiveEvaluation::compile_for(const model::Deal& deal) {
  const auto& held = own_.documents;
  const bool is_held = own_.evaluator && held.partners.front().id == deal.partner &&
                       held.customers.front().id == deal.customer && held.price_books.front().id == deal.price_book;
  if (is_held) return true;
  own_ = {};
  if (!copy_one(own_.documents.partners, programme_.partners, deal.partner, checks_) ||
      !copy_one(own_.documents.customers, programme_.customers, deal.customer, checks_) ||
      !copy_one(own_.documents.price_books, programme_.price_books, deal.price_book, checks_)) {
    own_ = {};
    return false;
  }
  copy_sound(own_.documents.guardrails, programme_.guardrails, checks_);
  copy_one(own_.documents.playbooks, programme_.playbooks, own_.documents.customers.front().playbook, checks_);
  for (std::size_t at = 0; at < programme_.onboardings.size(); ++at) {
    const model::Onboarding& run = programme_.onboardings[at];
    if (run.partner != deal.partner || !checks_.is_sound(Kind::onboarding, at)) continue;
    own_.documents.onboardings.push_back(run);
    copy_one(own_.documents.playbooks, programme_.playbooks, run.playbook, checks_);
  }
  for (std::size_t at = 0; at < programme_.portfolios.size(); ++at) {
    const model::Portfolio& plan = programme_.portfolios[at];
    if (plan.partner == deal.partner && checks_.is_sound(Kind::portfolio, at))
      own_.documents.portfolios.push_back(plan);
  }
  own_.evaluator = std::make_unique<Evaluator>(own_.documents, EvaluateOptions{today_, false, false, true, true, true});
  return true;
}

void LiveEvaluation::compile_all() {
  if (all_.evaluator) return;
  bool is_whole = copy_sound(all_.documents.partners, programme_.partners, checks_);
  is_whole &= copy_sound(all_.documents.customers, programme_.customers, checks_);
  is_whole &= copy_sound(all_.documents.price_books, programme_.price_books, checks_);
  is_whole &= copy_sound(all_.documents.guardrails, programme_.guardrails, checks_);
  is_whole &= copy_sound(all_.documents.playbooks, programme_.playbooks, checks_);
  copy_sound(all_.documents.onboardings, programme_.onboardings, checks_);
  copy_sound(all_.documents.portfolios, programme_.portfolios, checks_);
  copy_sound(all_.documents.success_plans, programme_.success_plans, checks_);
  all_.evaluator = std::make_unique<Evaluator>(all_.documents, EvaluateOptions{today_, true, true, true, !is_whole});
  diagnostics_ = all_.evaluator->diagnostics();
  rule_count_ = all_.evaluator->rule_count();
}

void LiveEvaluation::run(std::size_t index, Evaluator& evaluator, Freshness reached) {
  DealResult& result = results_[index];
  const model::Deal& deal = programme_.deals[index];
  result.diagnostics.clear();
  evaluator.evaluate(deal, result.evaluation, result.diagnostics);
  result.rules_applied = evaluator.rules_applied();
  for (Diagnostic& diagnostic : result.diagnostics) diagnostic.file = to_string({Kind::deal, deal.id});
  result.freshness = reached;
  ++evaluations_;
}

void LiveEvaluation::price(std::size_t index) {
  DealResult& result = results_[index];
  if (result.freshness != Freshness::stale) return;
  const model::Deal& deal = programme_.deals[index];
  if (!is_sound(index)) {
    result = {};
    result.evaluation.deal = deal.id;
    result.freshness = Freshness::complete;
  } else if (compile_for(deal)) {
    run(index, *own_.evaluator, Freshness::priced);
  } else {
    // It cannot be priced, which every document has a say in: the nearest name is among their ids.
    compile_all();
    run(index, *all_.evaluator, Freshness::complete);
  }
}

bool LiveEvaluation::work(std::size_t first, double seconds, const Clock& clock) {
  const double end = clock() + seconds;
  compile_all();
  const auto complete = [&](std::size_t at) {
    if (is_sound(at)) {
      run(at, *all_.evaluator, Freshness::complete);
    } else {
      price(at);
    }
    return clock() < end;
  };
  if (first < results_.size() && results_[first].freshness != Freshness::complete && !complete(first))
    return !is_complete();
  for (std::size_t at = 0; at < results_.size(); ++at) {
    if (results_[at].freshness != Freshness::complete && !complete(at)) return !is_complete();
  }
  return false;
}

bool LiveEvaluation::is_complete() const {
  return all_.evaluator != nullptr && std::all_of(results_.begin(), results_.end(), [](const DealResult& result) {
           return result.freshness == Freshness::complete;
         });
}

report::Coverage LiveEvaluation::coverage() const {
  report::Coverage coverage;
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    for (std::size_t at = 0; at < document_count(programme_, static_cast<Kind>(kind)); ++at)
      coverage.documents += checks_.is_sound(static_cast<Kind>(kind), at) ? 1 : 0;
  }
  coverage.rules = rule_count_;
  for (std::size_t at = 0; at < results_.size(); ++at) {
    if (!is_sound(at)) continue;
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

std::optional<report::Evaluation> LiveEvaluation::evaluation() const {
  if (!is_complete()) return std::nullopt;
  report::Evaluation out;
  out.engine = engine_version();
  out.today = today_;
  out.coverage = coverage();
  out.diagnostics = diagnostics_;
  out.qualifications = qualification::qualifications(all_.documents);
  for (std::size_t at = 0; at < results_.size(); ++at) {
    if (!is_sound(at)) continue;
    const DealResult& result = results_[at];
    out.deals.push_back(result.evaluation);
    out.diagnostics.insert(out.diagnostics.end(), result.diagnostics.begin(), result.diagnostics.end());
  }
  set_fingerprints(out);
  return out;
}

}  // namespace dealwright::web
