// The open programme: its documents and the edits that a person asks for. How they are carried out and taken back is in
// session_changes.cpp, results are in session_results.cpp, programmes and storage in session_files.cpp.
#include "web/app/session.hpp"

#include <algorithm>
#include <utility>

#include "core/base/stable_order.hpp"
#include "web/app/pointer.hpp"
#include "web/app/session_state.hpp"
#include "web/app/value_text.hpp"

namespace dealwright::web {
namespace {

Diagnostic wrong_edit(const char* code, std::string_view pointer, std::string message, std::string expected) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.pointer = pointer;
  diagnostic.message = std::move(message);
  diagnostic.expected = std::move(expected);
  return diagnostic;
}

Diagnostic taken_id(Kind kind, std::string_view id) {
  return wrong_edit("document.duplicate_document", "/id",
                    "a " + kind_words(kind) + " \"" + std::string(id) + "\" is there already", "an id of its own");
}

EditResult none_such(const DocumentRef& ref) {
  return {false, {wrong_edit("edit.none", "", "there is no " + kind_words(ref.kind) + " \"" + ref.id + "\"", "")}};
}

bool is_same_place(const Diagnostic& a, const Diagnostic& b) {
  return a.code == b.code && a.pointer == b.pointer;
}

// What the edit makes wrong that was not wrong before, and that no document can state.
Diagnostics refused_of(const Diagnostics& before, const Diagnostics& after) {
  Diagnostics refused;
  for (const Diagnostic& diagnostic : after) {
    if (diagnostic.severity != Severity::error || is_incomplete(diagnostic)) continue;
    const bool is_known = std::any_of(before.begin(), before.end(),
                                      [&](const Diagnostic& known) { return is_same_place(known, diagnostic); });
    if (!is_known) refused.push_back(diagnostic);
  }
  return refused;
}

template <class T>
const T* first_or(const std::vector<T>& list, const T* instead) {
  return list.empty() ? instead : &list.front();
}

// The fields of a deal that it cannot do without, as far as the programme has them.
void set_references(model::Deal& deal, const model::Programme& programme, Date today) {
  const model::Partner* partner = first_or<model::Partner>(programme.partners, nullptr);
  const model::Customer* customer = first_or<model::Customer>(programme.customers, nullptr);
  const model::PriceBook* book = first_or<model::PriceBook>(programme.price_books, nullptr);
  for (const model::Customer& one : programme.customers) {
    if (partner != nullptr && one.partner == partner->id) {
      customer = &one;
      break;
    }
  }
  for (const model::PriceBook& one : programme.price_books) {
    const bool is_valid = one.effective_from <= today && (!one.effective_to.is_stated() || today <= one.effective_to);
    if (is_valid) {
      book = &one;
      break;
    }
  }
  if (partner != nullptr) deal.partner = partner->id;
  if (customer != nullptr) deal.customer = customer->id;
  if (book != nullptr) {
    deal.price_book = book->id;
    deal.currency = book->currency;
    if (!book->service_tiers.empty()) deal.service_tier = book->service_tiers.front().id;
  }
  deal.start = today;
}

}  // namespace

EditResult Session::State::put(const DocumentRef& ref, std::string name, std::string_view key,
                               const std::shared_ptr<void>& copy) {
  const std::size_t index = index_of(ref);
  const document::TypeInfo& type = kind_type(ref.kind);
  settle(type, copy.get());
  const void* const present = document_at(programme, ref.kind, index);
  if (equal(type, present, copy.get())) return {true, {}};
  DocumentCheck check = checks.check(ref.kind, copy.get());
  Diagnostics refused = refused_of(checks.diagnostics(ref.kind, index), check.diagnostics);
  const std::string id = document_id(ref.kind, copy.get());
  if (id.empty()) refused.push_back(wrong_edit("document.empty", "/id", "\"id\" is empty", "text"));
  if (id != ref.id && find_document(programme, ref.kind, id) != no_document) refused.push_back(taken_id(ref.kind, id));
  if (!refused.empty()) return {false, std::move(refused)};

  Command command;
  command.key = key;
  command.selected_before = selected;
  command.changes.push_back({ref.kind, index, make_snapshot(ref.kind, present), copy});
  const Command* const open = history.open(key);
  const bool merges = open != nullptr && open->changes.front().kind == ref.kind && open->changes.front().index == index;
  const void* const origin = merges ? open->changes.front().before.get() : present;
  command.name = name.empty() ? edit_name(ref.kind, origin, copy.get()) : std::move(name);
  replace(ref.kind, index, copy.get(), std::move(check));
  if (id != ref.id) {
    if (ref.kind == Kind::deal && selected_deal == ref.id) selected_deal = id;
    if (selected == ref) selected.id = id;
  }
  finish(std::move(command));
  return {true, {}};
}

Session::Session(Clock clock) : state_(std::make_unique<State>(std::move(clock))) {}
Session::~Session() = default;

const model::Programme& Session::programme() const {
  return state_->programme;
}

const Session::State::Listed& Session::State::listed(Kind kind) const {
  Listed& list = lists[static_cast<std::size_t>(kind)];
  if (list.is_known) return list;
  list.entries.clear();
  list.by_id.clear();
  for (std::size_t at = 0; at < document_count(programme, kind); ++at) {
    const void* const document = document_at(programme, kind, at);
    list.entries.push_back(
        {{kind, document_id(kind, document)}, document_name(kind, document), checks.is_sound(kind, at)});
    list.by_id.push_back(at);
  }
  sort_stably(list.by_id,
              [&](std::size_t a, std::size_t b) { return list.entries[a].ref.id < list.entries[b].ref.id; });
  list.is_known = true;
  return list;
}

std::size_t Session::State::index_of(Kind kind, std::string_view id) const {
  const Listed& list = listed(kind);
  const auto at =
      std::lower_bound(list.by_id.begin(), list.by_id.end(), id,
                       [&](std::size_t index, std::string_view to) { return list.entries[index].ref.id < to; });
  return at != list.by_id.end() && list.entries[*at].ref.id == id ? *at : no_document;
}

const std::vector<DocumentEntry>& Session::documents(Kind kind) const {
  return state_->listed(kind).entries;
}

const void* Session::document(const DocumentRef& ref) const {
  const std::size_t at = state_->index_of(ref);
  return at == no_document ? nullptr : document_at(std::as_const(state_->programme), ref.kind, at);
}

std::vector<DocumentRef> Session::referring_to(const DocumentRef& ref) const {
  std::vector<DocumentRef> out;
  for (std::size_t at = 0; at < kind_count; ++at) {
    const auto kind = static_cast<Kind>(at);
    for (std::size_t index = 0; index < document_count(state_->programme, kind); ++index) {
      const void* const document = document_at(std::as_const(state_->programme), kind, index);
      if (refers_to(kind_type(kind), document, ref.kind, ref.id)) out.push_back({kind, document_id(kind, document)});
    }
  }
  return out;
}

const DocumentRef& Session::selected() const {
  return state_->selected;
}
void Session::select(const DocumentRef& ref) {
  state_->select(ref);
}
const std::string& Session::selected_deal() const {
  return state_->selected_deal;
}

EditResult Session::edit(const DocumentRef& ref, std::string_view name, std::string_view key,
                         FunctionRef<void(void*)> change) {
  const std::size_t index = state_->index_of(ref);
  if (index == no_document) return none_such(ref);
  const auto copy = make_copy(ref.kind, document_at(state_->programme, ref.kind, index));
  change(copy.get());
  return state_->put(ref, std::string(name), key, copy);
}

EditResult Session::edit_text(const DocumentRef& ref, std::string_view pointer, std::string_view text,
                              std::string_view key) {
  const std::size_t index = state_->index_of(ref);
  if (index == no_document) return none_such(ref);
  const auto copy = make_copy(ref.kind, document_at(state_->programme, ref.kind, index));
  Diagnostics refused = set_from_text(ref.kind, copy.get(), pointer, text);
  if (!refused.empty()) return {false, std::move(refused)};
  return state_->put(ref, "", key, copy);
}

void Session::end_edit() {
  state_->history.close();
}

DocumentRef Session::add(Kind kind, std::string_view name) {
  State& state = *state_;
  const auto document = make_initial(kind);
  const std::string label = name.empty() ? "New " + kind_words(kind) : std::string(name);
  set_document_id(kind, document.get(), unique_id(state.programme, kind, label));
  const auto place = edit_place(kind_type(kind), document.get(), "/name");
  if (place) document::as<std::string>(place.value) = label;
  if (kind == Kind::deal) set_references(document::as<model::Deal>(document.get()), state.programme, state.today);
  if (kind == Kind::price_book) document::as<model::PriceBook>(document.get()).effective_from = state.today;
  return state.add_document(kind, document, document_count(state.programme, kind), label + " added");
}

DocumentRef Session::duplicate(const DocumentRef& ref) {
  State& state = *state_;
  const std::size_t index = state.index_of(ref);
  if (index == no_document) return {};
  const auto copy = make_copy(ref.kind, document_at(state.programme, ref.kind, index));
  const std::string name = document_name(ref.kind, copy.get());
  set_document_id(ref.kind, copy.get(), unique_id(state.programme, ref.kind, ref.id));
  const auto place = edit_place(kind_type(ref.kind), copy.get(), "/name");
  if (place && !document::as<std::string>(place.value).empty()) document::as<std::string>(place.value) += " (copy)";
  return state.add_document(ref.kind, copy, index + 1, name + " duplicated");
}

DocumentRef Session::State::add_document(Kind kind, const std::shared_ptr<void>& document, std::size_t index,
                                         std::string name) {
  Command command;
  command.name = std::move(name);
  command.selected_before = selected;
  command.changes.push_back({kind, index, nullptr, document});
  make(command.changes.front(), true);
  selected = {kind, document_id(kind, document.get())};
  if (kind == Kind::deal) selected_deal = selected.id;
  finish(std::move(command));
  return selected;
}

void Session::remove(const DocumentRef& of) {
  State& state = *state_;
  const DocumentRef ref = of;  // the caller's may be the selection or of a list, which follow
  const std::size_t index = state.index_of(ref);
  if (index == no_document) return;
  const void* const document = document_at(state.programme, ref.kind, index);
  Command command;
  command.name = document_name(ref.kind, document) + " removed";
  command.selected_before = state.selected;
  command.changes.push_back({ref.kind, index, make_snapshot(ref.kind, document), nullptr});
  state.make(command.changes.front(), true);
  const std::size_t left = document_count(state.programme, ref.kind);
  const std::string neighbour =
      left == 0
          ? ""
          : document_id(ref.kind, document_at(std::as_const(state.programme), ref.kind, std::min(index, left - 1)));
  if (ref.kind == Kind::deal && state.selected_deal == ref.id) state.selected_deal = neighbour;
  if (state.selected == ref) state.selected = {ref.kind, neighbour};
  state.finish(std::move(command));
}

EditResult Session::rename(const DocumentRef& from, std::string_view id) {
  State& state = *state_;
  const DocumentRef ref = from;  // the caller's may be the selection, which follows
  const std::size_t index = state.index_of(ref);
  if (index == no_document) return none_such(ref);
  if (id == ref.id) return {true, {}};
  const auto copy = make_copy(ref.kind, document_at(state.programme, ref.kind, index));
  Diagnostics refused = set_from_text(ref.kind, copy.get(), "/id", id);
  if (refused.empty() && find_document(state.programme, ref.kind, id) != no_document)
    refused.push_back(taken_id(ref.kind, id));
  if (!refused.empty()) return {false, std::move(refused)};
  Command command;
  command.name = "Id of " + document_name(ref.kind, copy.get()) + ": " + ref.id + " -> " + std::string(id);
  command.selected_before = state.selected;
  const DocumentChange own{ref.kind, index,
                           make_snapshot(ref.kind, document_at(std::as_const(state.programme), ref.kind, index)), copy};
  command.changes.push_back(own);
  state.make(own, true);
  for (const DocumentRef& other : referring_to(ref)) {
    const std::size_t at = state.index_of(other);
    const void* const present = document_at(std::as_const(state.programme), other.kind, at);
    const auto renamed = make_copy(other.kind, present);
    rename_references(kind_type(other.kind), renamed.get(), ref.kind, ref.id, id);
    const DocumentChange change{other.kind, at, make_snapshot(other.kind, present), renamed};
    command.changes.push_back(change);
    state.make(change, true);
  }
  if (ref.kind == Kind::deal && state.selected_deal == ref.id) state.selected_deal = id;
  if (state.selected == ref) state.selected.id = id;
  state.finish(std::move(command));
  return {true, {}};
}

EditResult Session::apply_way_out(std::string_view deal, const guardrails::Finding& finding,
                                  const guardrails::Change& change) {
  const DocumentRef ref{Kind::deal, std::string(deal)};
  const std::size_t index = state_->index_of(ref);
  if (index == no_document) return none_such(ref);
  const auto copy = make_copy(Kind::deal, document_at(state_->programme, Kind::deal, index));
  Diagnostics refused;
  if (change.lever == model::Lever::remove_line) {
    const EditPlace line = edit_place(kind_type(Kind::deal), copy.get(), change.pointer);
    if (line && line.is_element() && !line.is_end()) {
      erase_item(*line.list_type, line.list, line.index);
    } else {
      refused = {wrong_edit("edit.pointer", change.pointer, "there is no such line in the deal", "")};
    }
  } else {
    refused = set_from_text(Kind::deal, copy.get(), change.pointer, change.to);
  }
  if (!refused.empty()) return {false, std::move(refused)};
  return state_->put(ref, finding.rule + ": " + change.words, "", copy);
}

}  // namespace dealwright::web
