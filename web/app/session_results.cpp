// What is computed from the open programme.
#include <algorithm>
#include <map>
#include <utility>

#include "core/base/stable_order.hpp"
#include "web/app/session.hpp"
#include "web/app/session_state.hpp"

namespace dealwright::web {
namespace {

template <class T>
const T* of_id(const std::vector<T>& list, const std::string& id) {
  const auto at = std::find_if(list.begin(), list.end(), [&](const T& one) { return one.id == id; });
  return at == list.end() ? nullptr : &*at;
}

}  // namespace

const report::DealEvaluation* Session::evaluation(std::string_view deal) const {
  const std::size_t at = state_->deal_index(deal);
  return at == no_document ? nullptr : &state_->live.of(at).evaluation;
}

Freshness Session::freshness(std::string_view deal) const {
  const std::size_t at = state_->deal_index(deal);
  return at == no_document ? Freshness::stale : state_->live.of(at).freshness;
}

std::optional<Fingerprints> Session::fingerprints(std::string_view deal) const {
  const std::size_t at = state_->deal_index(deal);
  if (at == no_document) return std::nullopt;
  const DealResult& result = state_->live.of(at);
  if (result.freshness != Freshness::complete || result.evaluation.outputs.empty()) return std::nullopt;
  return Fingerprints{result.evaluation.inputs, result.evaluation.outputs};
}

void Session::State::diagnose(Kind kind, std::size_t index, Diagnostics& out) const {
  const Diagnostics& mistakes = checks.diagnostics(kind, index);
  out.insert(out.end(), mistakes.begin(), mistakes.end());
  const Diagnostics& references = checks.references(kind, index);
  out.insert(out.end(), references.begin(), references.end());
  const auto add = [&](const Diagnostic& diagnostic) {
    Diagnostic& placed = out.emplace_back(diagnostic);
    const document::Position place = line_of(checks.of(kind, index).text, placed.pointer);
    placed.line = place.line;
    placed.column = place.column;
  };
  if (kind == Kind::deal) {
    for (const Diagnostic& diagnostic : live.of(index).diagnostics) add(diagnostic);
  } else if (!live.diagnostics().empty()) {
    const std::string name = to_string({kind, document_id(kind, document_at(programme, kind, index))});
    for (const Diagnostic& diagnostic : live.diagnostics()) {
      if (diagnostic.file == name) add(diagnostic);
    }
  }
}

Diagnostics Session::diagnostics(const DocumentRef& ref) const {
  Diagnostics out;
  const std::size_t at = state_->index_of(ref);
  if (at != no_document) state_->diagnose(ref.kind, at, out);
  return out;
}

const Diagnostics& Session::diagnostics() const {
  const State& state = *state_;
  if (state.diagnostics_revision == state.revision && state.diagnostics_evaluations == evaluations())
    return state.diagnostics;
  Diagnostics& out = state.diagnostics;
  out.clear();
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    for (std::size_t at = 0; at < document_count(state.programme, static_cast<Kind>(kind)); ++at)
      state.diagnose(static_cast<Kind>(kind), at, out);
  }
  sort_stably(out, [](const Diagnostic& a, const Diagnostic& b) { return a.severity > b.severity; });
  state.diagnostics_revision = state.revision;
  state.diagnostics_evaluations = evaluations();
  return out;
}

report::Coverage Session::coverage() const {
  return state_->live.coverage();
}

std::optional<report::Evaluation> Session::complete_evaluation() const {
  return state_->live.evaluation();
}

const Result<std::vector<report::Derivation>>& Session::explain(std::string_view deal,
                                                                const report::ExplainQuestion& question) const {
  auto& known = state_->explained;
  const auto is_known = [&] {
    return known && known->revision == state_->revision && known->deal == deal &&
           known->question.metric == question.metric && known->question.line == question.line &&
           known->question.period == question.period;
  };
  if (!is_known())
    known.emplace(State::Explained{std::string(deal), question, state_->revision, state_->derive(deal, question)});
  return known->answer;
}

Result<std::vector<report::Derivation>> Session::State::derive(std::string_view deal,
                                                               const report::ExplainQuestion& question) {
  const std::size_t at = deal_index(deal);
  const auto failure = [&](const char* code, const char* message) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.file = to_string({Kind::deal, std::string(deal)});
    diagnostic.message = message;
    return diagnostic;
  };
  if (at == no_document) return failure("deal.none", "there is no such deal");
  live.price(at);
  const model::Deal& document = programme.deals[at];
  const report::DealEvaluation& evaluation = live.of(at).evaluation;
  const model::Partner* const partner = of_id(programme.partners, document.partner);
  const model::Customer* const customer = of_id(programme.customers, document.customer);
  const pricing::Book* const compiled = book(document.price_book);
  if (!evaluation.priced || partner == nullptr || customer == nullptr || compiled == nullptr)
    return failure("deal.not_priced", "the deal has no price: its diagnostics say why");
  Diagnostics told;
  const guardrails::Backgrounds backgrounds(programme, told);
  auto trees = report::explain({document, *partner, *customer, *compiled}, evaluation.pricing, question,
                               backgrounds.of(static_cast<int>(partner - programme.partners.data()),
                                              static_cast<int>(customer - programme.customers.data())),
                               &programme);
  if (!trees) return trees;
  // Many nodes of a tree name the same few places.
  std::map<std::string, report::Place> places;
  const auto set_places = [&](const auto& self, report::Derivation& node) -> void {
    if (!node.kind.empty()) {
      const std::string ref = node.kind + "/" + node.id;
      const auto [known, is_first] = places.try_emplace(ref + "#" + node.pointer);
      if (is_first) known->second = place(parse_ref(ref), node.pointer);
      node.place = known->second;
    }
    for (report::Derivation& child : node.children) self(self, child);
  };
  for (report::Derivation& tree : trees.value()) set_places(set_places, tree);
  return trees;
}

const std::optional<report::Proposal>& Session::proposal(std::string_view deal) const {
  return state_->known(state_->proposed, deal, [&] { return state_->propose(deal); });
}

std::optional<report::Proposal> Session::State::propose(std::string_view deal) {
  const std::size_t at = deal_index(deal);
  if (at == no_document) return std::nullopt;
  live.price(at);
  const model::Deal& document = programme.deals[at];
  const report::DealEvaluation& evaluation = live.of(at).evaluation;
  const model::Partner* const partner = of_id(programme.partners, document.partner);
  const model::Customer* const customer = of_id(programme.customers, document.customer);
  const model::PriceBook* const source = of_id(programme.price_books, document.price_book);
  if (!evaluation.priced || partner == nullptr || customer == nullptr || source == nullptr) return std::nullopt;
  const model::Brand* const brand = of_id(programme.brands, partner->brand);
  return report::make_proposal({document, *customer, *partner, brand, *source}, evaluation.pricing, today);
}

const pricing::Book* Session::State::book(std::string_view price_book) {
  const std::size_t at = index_of(Kind::price_book, price_book);
  if (at == no_document || !checks.is_sound(Kind::price_book, at)) return nullptr;
  auto found = books.find(price_book);
  if (found == books.end()) {
    found = books.emplace(std::string(price_book), std::make_unique<pricing::Book>(programme.price_books[at])).first;
  }
  return found->second->usable() ? found->second.get() : nullptr;
}

const pricing::Book* Session::book(std::string_view price_book) const {
  return state_->book(price_book);
}

report::Place Session::State::place(const DocumentRef& ref, std::string_view pointer) const {
  const std::size_t at = index_of(ref);
  if (at == no_document) return {};
  const document::Position position = line_of(checks.of(ref.kind, at).text, pointer);
  return {to_string(ref), position.line, position.column};
}

report::Place Session::place(const DocumentRef& ref, std::string_view pointer) const {
  return state_->place(ref, pointer);
}

std::vector<SearchHit> Session::search(std::string_view query, std::size_t most) const {
  return web::search(state_->programme, query, most);
}

std::uint64_t Session::revision() const {
  return state_->revision;
}

bool Session::work(double seconds) {
  if (!busy()) return false;
  State& state = *state_;
  const bool is_changed = state.seen_by_work != state.revision;
  const bool is_left = is_changed || state.live.work(state.deal_index(state.selected_deal), seconds, state.clock);
  state.seen_by_work = ++state.revision;
  ++state.revisions_by_work;
  return is_left;
}

std::int64_t Session::evaluations() const {
  return state_->live.evaluations();
}

void Session::set_today(Date today) {
  State& state = *state_;
  if (today == state.today) return;
  state.today = today;
  state.live.set_today(today);
  state.price_selected();
  ++state.revision;
}

bool Session::busy() const {
  return !state_->live.is_complete();
}

}  // namespace dealwright::web
