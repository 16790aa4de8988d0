#include "core/evaluate.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/lookup.hpp"
#include "core/base/sha256.hpp"
#include "core/base/stable_order.hpp"
#include "core/base/suggest.hpp"
#include "core/base/words.hpp"
#include "core/deal_checks.hpp"
#include "core/document/model_types.hpp"
#include "core/document/writer.hpp"
#include "core/guardrails/background.hpp"
#include "core/guardrails/known_words.hpp"
#include "core/guardrails/phrases.hpp"
#include "core/guardrails/rules.hpp"
#include "core/guardrails/solve.hpp"
#include "core/pricing/lint.hpp"
#include "core/pricing/pricer.hpp"
#include "core/programme_checks.hpp"
#include "core/qualification/migration.hpp"
#include "core/qualification/qualified.hpp"
#include "core/roi/case_trials.hpp"
#include "core/roi/move_effect.hpp"

namespace dealwright {
namespace {

using guardrails::RuleSet;

// Documents of one kind by their ids.
class Index {
 public:
  template <class List>
  explicit Index(const List& list) {
    names_.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) names_.push_back({list[i].id, static_cast<int>(i)});
    sort_stably(names_, [](const Name& a, const Name& b) { return a.id < b.id; });
  }

  // Index in the list of that id (of several the first), or -1.
  int find(std::string_view id) const {
    const auto it = std::lower_bound(names_.begin(), names_.end(), id,
                                     [](const Name& name, std::string_view key) { return name.id < key; });
    return it != names_.end() && it->id == id ? it->index : -1;
  }
  std::string_view nearest(std::string_view id) const {
    std::vector<std::string_view> ids;
    for (const auto& name : names_) ids.push_back(name.id);
    return nearest_name(id, ids);
  }

 private:
  struct Name {
    std::string_view id;
    int index;
  };
  std::vector<Name> names_;
};

// The digest of each document of a list in canonical form, found when it is first asked for.
template <class T>
class Digests {
 public:
  explicit Digests(const std::vector<T>& list) : list_(&list), digests_(list.size()) {}

  const std::string& of(int index, std::string& buffer) {
    auto& digest = digests_[static_cast<std::size_t>(index)];
    if (digest.empty()) {
      buffer.clear();
      const auto& type = document::type_of<T>();
      document::append_document(buffer, type, &(*list_)[static_cast<std::size_t>(index)], type.name);
      digest = sha256_hex(buffer);
    }
    return digest;
  }

 private:
  const std::vector<T>* list_;
  std::vector<std::string> digests_;
};

// Book and UsersPriced of one price book.
struct CompiledBook {
  explicit CompiledBook(const model::PriceBook& source) : book(source), users(book) {}
  pricing::Book book;
  guardrails::UsersPriced users;
};

// Appends diagnostics with "kind/id" as their file; without an id, `file` holds it already.
void append(Diagnostics& to, Diagnostics from, std::string_view kind, std::string_view id) {
  for (auto& diagnostic : from) {
    if (!id.empty()) diagnostic.file = id;
    diagnostic.file.insert(0, 1, '/').insert(0, kind);
    to.push_back(std::move(diagnostic));
  }
}

Diagnostic warning(const char* code, std::string pointer, std::string message, std::string expected) {
  return {Severity::warning, code, {}, 0, 0, std::move(pointer), std::move(message), std::move(expected), {}};
}

bool is_error(const guardrails::Finding& finding) {
  return finding.severity == model::RuleSeverity::error;
}

}  // namespace

struct Evaluator::State {
  State(const model::Programme& of, const EvaluateOptions& with);

  bool evaluate(const model::Deal& deal, report::DealEvaluation& out, Diagnostics& found);

  const model::Programme* programme;
  EvaluateOptions options;
  Index partners, customers, price_books, guardrails_ids;
  std::vector<CompiledBook> books;
  std::optional<guardrails::Backgrounds> backgrounds;
  std::vector<RuleSet> rule_sets;
  Diagnostics diagnostics;
  int rule_count = 0;
  int rules_applied = 0;

 private:
  // Indices in the programme's lists; -1: there is none of that id.
  struct Links {
    int partner = -1;
    int customer = -1;
    int book = -1;
    std::vector<int> guardrails;
  };
  Links links;
  std::vector<const RuleSet*> sets;  // that apply to the deal
  pricing::Pricer pricer;
  guardrails::Solver solver{pricer};
  roi::CaseTrials case_trials;
  std::vector<guardrails::Breach> breaches;
  Digests<model::Partner> partner_digests;
  Digests<model::Customer> customer_digests;
  Digests<model::PriceBook> book_digests;
  Digests<model::Guardrails> guardrails_digests;
  Digests<model::Playbook> playbook_digests;
  Digests<model::Onboarding> onboarding_digests;
  Digests<model::Portfolio> portfolio_digests;
  std::string text, buffer;

  bool link(const model::Deal& deal, Diagnostics& found);
  bool is_to_come(const model::Approval& approval) const {
    return options.today.is_stated() && approval.on > options.today;
  }
  int resolve(const Index& index, const std::string& id, const char* what, std::string_view pointer,
              Diagnostics& found) const;
  void find(const guardrails::Facts& facts, report::DealEvaluation& out);
  void tell_approvals_to_come(const model::Deal& deal, Diagnostics& found) const;
  void find_return(const model::Deal& deal, report::DealEvaluation& out, Diagnostics& found) const;
  void find_partner_return(const model::Deal& deal, report::DealEvaluation& out, Diagnostics& found) const;
  const model::Partner& partner_of_deal() const { return programme->partners[static_cast<std::size_t>(links.partner)]; }
  const model::Customer& customer_of_deal() const {
    return programme->customers[static_cast<std::size_t>(links.customer)];
  }
  void set_inputs(const model::Deal& deal, report::DealEvaluation& out);
  void set_outputs(report::DealEvaluation& out);
};

Evaluator::State::State(const model::Programme& of, const EvaluateOptions& with)
    : programme(&of),
      options(with),
      partners(of.partners),
      customers(of.customers),
      price_books(of.price_books),
      guardrails_ids(of.guardrails),
      partner_digests(of.partners),
      customer_digests(of.customers),
      book_digests(of.price_books),
      guardrails_digests(of.guardrails),
      playbook_digests(of.playbooks),
      onboarding_digests(of.onboardings),
      portfolio_digests(of.portfolios) {
  books.reserve(of.price_books.size());
  std::vector<const model::PriceBook*> sources;
  for (const auto& source : of.price_books) {
    const auto& compiled = books.emplace_back(source);
    sources.push_back(&source);
    append(diagnostics, compiled.book.diagnostics(), "price_book", source.id);
    if (compiled.book.usable()) append(diagnostics, pricing::lint(compiled.book), "price_book", source.id);
  }
  append(diagnostics, pricing::lint_validity(sources), "price_book", "");
  for (const auto& partner : of.partners) {
    auto found = pricing::lint_roles(partner, sources);
    if (options.documents_left_out) std::erase_if(found, [](const auto& d) { return d.severity != Severity::error; });
    append(diagnostics, std::move(found), "partner", partner.id);
  }
  backgrounds.emplace(of, diagnostics);
  rule_sets.reserve(of.guardrails.size());
  rule_count = static_cast<int>(RuleSet::principles().rules().size());
  for (const auto& document : of.guardrails) {
    const auto& set = rule_sets.emplace_back(document);
    append(diagnostics, set.diagnostics(), "guardrails", document.id);
    if (!options.documents_left_out)
      append(diagnostics, guardrails::unknown_words(document, of), "guardrails", document.id);
    rule_count += static_cast<int>(set.rules().size());
  }
  if (!options.deals_only) {
    auto found = check_programme(of, options.today);
    // The package may be that of a price book that was left out.
    if (options.documents_left_out)
      std::erase_if(found, [](const auto& d) { return d.code == qualification::unknown_package; });
    diagnostics.insert(diagnostics.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
}

int Evaluator::State::resolve(const Index& index, const std::string& id, const char* what, std::string_view pointer,
                              Diagnostics& found) const {
  const int at = index.find(id);
  if (at < 0 && !options.references_told) {
    Diagnostic diagnostic;
    diagnostic.code = "reference.unknown";
    diagnostic.pointer = pointer;
    diagnostic.message = std::string("there is no ") + what + " \"" + id + "\"";
    diagnostic.expected = std::string("the id of a ") + what;
    diagnostic.nearest = index.nearest(id);
    found.push_back(std::move(diagnostic));
  }
  return at;
}

bool Evaluator::State::link(const model::Deal& deal, Diagnostics& found) {
  links.partner = resolve(partners, deal.partner, "partner", "/partner", found);
  links.customer = resolve(customers, deal.customer, "customer", "/customer", found);
  links.book = resolve(price_books, deal.price_book, "price book", "/price_book", found);
  links.guardrails.clear();
  sets.clear();
  for (int i = 0; deal.guardrails.empty() && i < static_cast<int>(rule_sets.size()); ++i) links.guardrails.push_back(i);
  bool complete = links.partner >= 0 && links.customer >= 0 && links.book >= 0;
  // The book's own mistakes are told once.
  if (complete && options.references_told) complete = books[static_cast<std::size_t>(links.book)].book.usable();
  for (std::size_t i = 0; i < deal.guardrails.size(); ++i) {
    const int at = guardrails_ids.find(deal.guardrails[i]);
    if (at < 0) {
      resolve(guardrails_ids, deal.guardrails[i], "guardrails", "/guardrails/" + std::to_string(i), found);
      complete = false;
    } else if (std::find(links.guardrails.begin(), links.guardrails.end(), at) == links.guardrails.end()) {
      links.guardrails.push_back(at);
    }
  }
  for (const int at : links.guardrails) sets.push_back(&rule_sets[static_cast<std::size_t>(at)]);
  return complete;
}

void Evaluator::State::find(const guardrails::Facts& facts, report::DealEvaluation& out) {
  breaches.clear();
  rules_applied = guardrails::apply(sets, facts, breaches);
  if (breaches.empty()) return;
  const std::int64_t share = guardrails::solving_budget / static_cast<std::int64_t>(breaches.size());
  for (const auto& breach : breaches) {
    auto& finding = out.findings.emplace_back(guardrails::to_finding(breach, facts));
    if (!options.ways_out) continue;
    solver.allow(share);
    finding.ways_out = solver.ways_out(sets, facts, breach);
    finding.search_cut_short = solver.is_exhausted();
    // What is wrong of the deal as a whole is put right at the number that clears it.
    if (finding.pointer.empty() && !finding.ways_out.empty()) finding.pointer = finding.ways_out.front().pointer;
  }
}

// Of approvals that do not count yet, those by a role for which a broken rule has limits.
void Evaluator::State::tell_approvals_to_come(const model::Deal& deal, Diagnostics& found) const {
  for (std::size_t i = 0; i < deal.approvals.size(); ++i) {
    const auto& approval = deal.approvals[i];
    const bool is_asked = std::any_of(breaches.begin(), breaches.end(), [&](const guardrails::Breach& breach) {
      const auto& limits = breach.rule->source->by_role;
      return std::any_of(limits.begin(), limits.end(), [&](const auto& limit) { return limit.role == approval.role; });
    });
    if (!is_asked || !is_to_come(approval)) continue;
    found.push_back(warning("deal.approval_in_future", "/approvals/" + std::to_string(i) + "/on",
                            "the approval by " + spaced(approval.role) + " is dated " + approval.on.to_string() +
                                ", so it does not count yet",
                            "at most " + options.today.to_string()));
  }
}

void Evaluator::State::find_return(const model::Deal& deal, report::DealEvaluation& out, Diagnostics& found) const {
  const auto& customer = customer_of_deal();
  const auto* const playbook = find_id(programme->playbooks, customer.playbook);
  // A playbook that is not there is told of the customer.
  if (playbook == nullptr && !customer.playbook.empty() && options.references_told) return;
  out.customer_return = roi::customer_return(deal, customer, playbook, out.pricing, found);
}

// With what a move from the shared platform does to it, where the customer's qualification lets that be seen.
void Evaluator::State::find_partner_return(const model::Deal& deal, report::DealEvaluation& out,
                                           Diagnostics& found) const {
  const auto& partner = partner_of_deal();
  out.partner_return = roi::partner_return(deal, partner, out.pricing, found);
  const auto background = backgrounds->of(links.partner, links.customer);
  if (!out.partner_return || deal.tenancy != model::Tenancy::shared || !background.qualified) return;
  const auto& customer = customer_of_deal();
  const auto month = qualification::first_limit_month(*background.playbook, customer);
  if (!month || *month >= partner.economics->horizon_months) return;
  const auto path = qualification::migration_path(*background.playbook, customer, *month, deal, partner,
                                                  books[static_cast<std::size_t>(links.book)].book);
  if (!path.step) return;
  const auto flows = roi::partner_flows(out.pricing, deal.term_months, *partner.economics, nullptr);
  if (flows)
    out.partner_return->move = roi::move_effect(*flows, deal.term_months, *partner.economics, *month, *path.step);
}

void Evaluator::State::set_inputs(const model::Deal& deal, report::DealEvaluation& out) {
  const auto add = [&](const std::string& digest) { (text += digest) += '\n'; };
  const auto& type = document::type_of<model::Deal>();
  text.clear();
  document::append_document(text, type, &deal, type.name);
  text += '\n';
  static const std::string absent;
  add(links.partner < 0 ? absent : partner_digests.of(links.partner, buffer));
  add(links.customer < 0 ? absent : customer_digests.of(links.customer, buffer));
  add(links.book < 0 ? absent : book_digests.of(links.book, buffer));
  for (const int at : links.guardrails) add(guardrails_digests.of(at, buffer));
  if (links.customer >= 0) {
    int playbook = backgrounds->playbook_of_customer(links.customer);
    if (playbook < 0 && deal.business_case) {
      if (const auto* const named = find_id(programme->playbooks, customer_of_deal().playbook))
        playbook = static_cast<int>(named - programme->playbooks.data());
    }
    if (playbook >= 0) add(playbook_digests.of(playbook, buffer));
  }
  if (links.partner >= 0) {
    for (const auto& run : backgrounds->runs_of_partner(links.partner)) {
      add(onboarding_digests.of(run.onboarding, buffer));
      add(playbook_digests.of(run.playbook, buffer));
    }
    for (const int plan : backgrounds->plans_of_partner(links.partner)) add(portfolio_digests.of(plan, buffer));
  }
  out.inputs = sha256_hex(text);
}

void Evaluator::State::set_outputs(report::DealEvaluation& out) {
  std::string inputs;
  inputs.swap(out.inputs);
  buffer.clear();
  document::append_json(buffer, document::type_of<report::DealEvaluation>(), &out);
  out.outputs = sha256_hex(buffer);
  out.inputs.swap(inputs);
}

bool Evaluator::State::evaluate(const model::Deal& deal, report::DealEvaluation& out, Diagnostics& found) {
  out.deal = deal.id;
  out.priced = false;
  out.inputs.clear();
  out.outputs.clear();
  out.findings.clear();
  out.customer_return.reset();
  out.partner_return.reset();
  rules_applied = 0;
  if (link(deal, found)) {
    check_deal(deal, customer_of_deal(), programme->price_books[static_cast<std::size_t>(links.book)], found);
    const auto& compiled = books[static_cast<std::size_t>(links.book)];
    // Rules see the deal with the approvals that count.
    std::optional<model::Deal> counted;
    if (std::any_of(deal.approvals.begin(), deal.approvals.end(), [&](const auto& a) { return is_to_come(a); })) {
      std::erase_if(counted.emplace(deal).approvals, [&](const auto& a) { return is_to_come(a); });
    }
    const pricing::Context context{counted ? *counted : deal, partner_of_deal(), customer_of_deal(), compiled.book};
    out.priced = pricer.price(context, out.pricing, found);
    if (out.priced)
      find({context, out.pricing, compiled.users, backgrounds->of(links.partner, links.customer), &case_trials}, out);
    if (counted && out.priced) tell_approvals_to_come(deal, found);
    if (deal.business_case && out.priced) find_return(deal, out, found);
    if (out.priced) find_partner_return(deal, out, found);
  }
  if (!out.priced) out.pricing = {};
  if (options.fingerprints) {
    set_inputs(deal, out);
    set_outputs(out);
  }
  return out.priced;
}

const char* engine_version() {
  return "0.1.0";
}

Evaluator::Evaluator(const model::Programme& programme, const EvaluateOptions& options)
    : state_(std::make_unique<State>(programme, options)) {}
Evaluator::~Evaluator() = default;
Evaluator::Evaluator(Evaluator&&) noexcept = default;
Evaluator& Evaluator::operator=(Evaluator&&) noexcept = default;

bool Evaluator::evaluate(const model::Deal& deal, report::DealEvaluation& out, Diagnostics& diagnostics) {
  return state_->evaluate(deal, out, diagnostics);
}

const Diagnostics& Evaluator::diagnostics() const {
  return state_->diagnostics;
}
int Evaluator::rule_count() const {
  return state_->rule_count;
}
int Evaluator::rules_applied() const {
  return state_->rules_applied;
}

void set_fingerprints(report::Evaluation& evaluation) {
  std::string inputs, outputs;
  for (const auto& deal : evaluation.deals) {
    (inputs += deal.inputs) += '\n';
    (outputs += deal.outputs) += '\n';
  }
  for (const auto& diagnostic : evaluation.diagnostics) (outputs += to_line(diagnostic)) += '\n';
  document::append_json(outputs, document::type_of<std::vector<qualification::TenancyResult>>(),
                        &evaluation.qualifications);
  evaluation.inputs = sha256_hex(inputs);
  evaluation.outputs = sha256_hex(outputs);
}

report::Evaluation evaluate(const model::Programme& programme, const EvaluateOptions& options) {
  Evaluator evaluator(programme, options);
  report::Evaluation evaluation;
  evaluation.engine = engine_version();
  evaluation.today = options.today;
  evaluation.diagnostics = evaluator.diagnostics();
  evaluation.qualifications = qualification::qualifications(programme);
  auto& coverage = evaluation.coverage;
  coverage.documents = static_cast<int>(
      programme.playbooks.size() + programme.brands.size() + programme.partners.size() + programme.customers.size() +
      programme.price_books.size() + programme.guardrails.size() + programme.deals.size() +
      programme.onboardings.size() + programme.portfolios.size() + programme.success_plans.size());
  coverage.deals = static_cast<int>(programme.deals.size());
  coverage.rules = evaluator.rule_count();
  for (const auto& deal : programme.deals) {
    auto& result = evaluation.deals.emplace_back();
    Diagnostics found;
    coverage.deals_priced += evaluator.evaluate(deal, result, found) ? 1 : 0;
    append(evaluation.diagnostics, std::move(found), "deal", deal.id);
    coverage.rule_checks += evaluator.rules_applied();
    coverage.failed_deals += std::any_of(result.findings.begin(), result.findings.end(), is_error) ? 1 : 0;
    for (const auto& finding : result.findings) {
      auto& count = is_error(finding)                                  ? coverage.errors
                    : finding.severity == model::RuleSeverity::warning ? coverage.warnings
                                                                       : coverage.infos;
      ++count;
    }
  }
  if (options.fingerprints) set_fingerprints(evaluation);
  return evaluation;
}

}  // namespace dealwright
