// How a change of the open programme is carried out, told to who depends on it, undone and redone.

#include <string>
#include <string_view>
#include <utility>

#include "web/app/session.hpp"
#include "web/app/session_state.hpp"

namespace dealwright::web {

void Session::State::reference_changed(Kind kind, std::string_view id) {
  live.reference_changed(kind, id);
  books.clear();
}

void Session::State::replace(Kind kind, std::size_t index, const void* value, DocumentCheck check) {
  void* const present = document_at(programme, kind, index);
  const std::string old_id = document_id(kind, present);
  assign(kind_type(kind), present, value);
  checks.set(kind, index, std::move(check));
  list_changed(kind);
  if (kind == Kind::deal) {
    live.deal_changed(index);
    return;
  }
  const std::string& id = document_id(kind, present);
  reference_changed(kind, id);
  if (id != old_id) reference_changed(kind, old_id);
}

void Session::State::insert(Kind kind, std::size_t index, const void* value) {
  insert_document(programme, kind, index, value);
  checks.document_inserted(kind, index);
  list_changed(kind);
  if (kind == Kind::deal) {
    live.deal_inserted(index);
  } else {
    reference_changed(kind, document_id(kind, value));
  }
}

void Session::State::erase(Kind kind, std::size_t index) {
  const std::string id = document_id(kind, document_at(programme, kind, index));
  erase_document(programme, kind, index);
  checks.document_erased(kind, index);
  list_changed(kind);
  if (kind == Kind::deal) {
    live.deal_erased(index);
  } else {
    reference_changed(kind, id);
  }
}

void Session::State::make(const DocumentChange& change, bool forward) {
  const Snapshot& to = forward ? change.after : change.before;
  const Snapshot& from = forward ? change.before : change.after;
  if (!to) {
    erase(change.kind, change.index);
  } else if (!from) {
    insert(change.kind, change.index, to.get());
  } else {
    replace(change.kind, change.index, to.get(), checks.check(change.kind, to.get()));
  }
}

void Session::State::touch() {
  ++revision;
  is_changed = true;
  autosave.changed(std::string(programme_key_prefix) + overview.open, clock());
}

void Session::State::price_selected() {
  const std::size_t at = deal_index(selected_deal);
  if (at != no_document) live.price(at);
}

void Session::State::keep_a_deal_selected() {
  if (deal_index(selected_deal) == no_document)
    selected_deal = programme.deals.empty() ? "" : programme.deals.front().id;
}

void Session::State::select(DocumentRef ref) {
  if (index_of(ref) == no_document) return;
  if (ref.kind == Kind::deal) selected_deal = ref.id;
  selected = std::move(ref);
  price_selected();
  ++revision;
}

void Session::State::finish(Command command) {
  keep_a_deal_selected();
  command.selected_after = selected;
  const bool is_of_one = command.changes.size() == 1;
  const DocumentChange first = command.changes.empty() ? DocumentChange() : command.changes.front();
  history.add(std::move(command));
  touch();
  if (is_of_one && first.kind == Kind::deal && first.after) live.price(first.index);
  price_selected();
}

bool Session::can_undo() const {
  return state_->history.can_undo();
}
bool Session::can_redo() const {
  return state_->history.can_redo();
}
std::string_view Session::undo_name() const {
  return state_->history.undo_name();
}
std::string_view Session::redo_name() const {
  return state_->history.redo_name();
}
const History& Session::history() const {
  return state_->history;
}

std::uint64_t Session::undo_number() const {
  return state_->history.undo_number();
}
std::string Session::undo(std::uint64_t number) {
  return number != 0 && number == undo_number() ? undo() : std::string();
}

std::string Session::undo() {
  State& state = *state_;
  const Command* const command = state.history.undo();
  if (command == nullptr) return {};
  for (auto change = command->changes.rbegin(); change != command->changes.rend(); ++change) state.make(*change, false);
  state.select_after(*command, command->selected_before);
  return command->name;
}

std::string Session::redo() {
  State& state = *state_;
  const Command* const command = state.history.redo();
  if (command == nullptr) return {};
  for (const DocumentChange& change : command->changes) state.make(change, true);
  state.select_after(*command, command->selected_after);
  return command->name;
}

void Session::State::select_after(const Command& command, const DocumentRef& ref) {
  select(ref);
  const DocumentChange& change = command.changes.front();
  if (command.changes.size() == 1 && change.kind == Kind::deal && change.index < programme.deals.size())
    live.price(change.index);
  keep_a_deal_selected();
  if (index_of(selected) == no_document) selected = {Kind::deal, selected_deal};
  price_selected();
  touch();
}

}  // namespace dealwright::web
