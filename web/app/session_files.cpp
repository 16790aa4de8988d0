// Programmes, files and storage.
#include <algorithm>
#include <limits>
#include <utility>

#include "core/document/reader.hpp"
#include "core/document/writer.hpp"
#include "web/app/programme_text.hpp"
#include "web/app/session.hpp"
#include "web/app/session_state.hpp"

namespace dealwright::web {
namespace {

constexpr std::string_view shipped_id = "shipped";
constexpr std::string_view unnamed = "Programme";

std::string programme_key(std::string_view id) {
  return std::string(programme_key_prefix) + std::string(id);
}
std::string copies_key(std::string_view id) {
  return std::string(copies_key_prefix) + std::string(id);
}
std::string kept_key(std::string_view id) {
  return std::string(kept_key_prefix) + std::string(id);
}

bool starts(std::string_view text, std::string_view head) {
  return text.substr(0, head.size()) == head;
}

std::string name_of(const model::ProgrammeHeader& header) {
  return !header.name.empty() ? header.name : !header.id.empty() ? header.id : std::string(unnamed);
}

}  // namespace

SavedProgramme* Session::State::saved(std::string_view id) {
  for (SavedProgramme& one : overview.programmes) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

std::string Session::State::text_of(const std::string& id) {
  const auto found = texts.find(id);
  return found != texts.end() ? found->second : id == shipped_id ? shipped : std::string();
}

void Session::State::save_overview() {
  autosave.changed(std::string(overview_key), clock());
}

std::string Session::State::new_programme_id(std::string_view name) const {
  // Ids of programmes are made as ids of documents are.
  model::Programme taken;
  for (const SavedProgramme& one : overview.programmes) taken.brands.emplace_back().id = one.id;
  return unique_id(taken, Kind::brand, name);
}

void Session::State::put_away() {
  if (overview.open.empty()) return;
  // As it was shipped it stays: the next version of the page may ship another.
  if (overview.open == shipped_id && !is_changed) return;
  texts[overview.open] = write_programme(programme, header);
}

void Session::State::tell_unread(const std::string& id, const std::string& text) {
  unread[id] = text;
  const SavedProgramme* const entry = saved(id);
  Diagnostic diagnostic;
  diagnostic.severity = Severity::warning;
  diagnostic.code = "storage.kept";
  diagnostic.file = entry != nullptr ? entry->name : id;
  diagnostic.message = "it could not be read whole; what stood there is kept";
  notices.push_back(std::move(diagnostic));
}

void Session::State::load(const std::string& id, const std::string& text) {
  LoadedProgramme loaded;
  SavedProgramme* const entry = saved(id);
  if (!text.empty()) loaded = load_programme(text, entry != nullptr && !entry->name.empty() ? entry->name : id);
  if (entry != nullptr && entry->name.empty()) entry->name = name_of(loaded.header);
  if (!loaded.is_whole) {
    kept[id] = text;
    autosave.changed(kept_key(id), clock());
  }
  const bool without_mistakes = loaded.diagnostics.empty();
  notices.insert(notices.end(), loaded.diagnostics.begin(), loaded.diagnostics.end());
  if (!loaded.is_whole) tell_unread(id, text);
  overview.open = id;
  header = std::move(loaded.header);
  programme = std::move(loaded.documents);
  checks.reset(without_mistakes);
  live.reset(today);
  for (Listed& list : lists) list.is_known = false;
  books.clear();
  history.clear();
  is_changed = texts.count(id) != 0;
  const auto stored = copies_texts.find(id);
  copies = stored == copies_texts.end() ? std::vector<model::Onboarding>() : read_copies(stored->second);
  selected_deal.clear();
  keep_a_deal_selected();
  selected = {Kind::deal, selected_deal};
  ++revision;
}

void Session::State::add_and_open(std::string_view name, std::string text) {
  put_away();
  const std::string id = new_programme_id(name);
  overview.programmes.push_back({id, std::string(name)});
  texts[id] = text;
  load(id, text);
  touch();
  save_overview();
}

void Session::start(std::span<const Record> stored, std::string_view shipped, Date today,
                    std::string_view storage_problem) {
  State& state = *state_;
  state.storage_problem = storage_problem;
  state.today = today;
  state.shipped = shipped;
  for (const Record& item : stored) {
    if (item.key == overview_key) {
      document::Reader reader;
      Diagnostics found;
      // What is unreadable of it is made anew from the programmes themselves.
      reader.read_object(item.bytes, state.overview, found);
      std::erase_if(state.overview.programmes, [](const SavedProgramme& one) { return one.id.empty(); });
    } else if (starts(item.key, programme_key_prefix)) {
      state.texts[item.key.substr(programme_key_prefix.size())] = item.bytes;
    } else if (starts(item.key, copies_key_prefix)) {
      state.copies_texts[item.key.substr(copies_key_prefix.size())] = item.bytes;
    }
  }
  std::erase_if(state.overview.programmes, [&](const SavedProgramme& one) {
    return state.texts.count(one.id) == 0 && (one.id != shipped_id || state.shipped.empty());
  });
  for (const auto& [id, text] : state.texts) {
    if (state.saved(id) == nullptr) state.overview.programmes.push_back({id, name_of(read_header(text))});
  }
  if (state.overview.programmes.empty()) {
    // load() names it by what it says of itself.
    state.overview.programmes.push_back({std::string(state.shipped.empty() ? "programme" : shipped_id), {}});
  }
  if (state.saved(state.overview.open) == nullptr) state.overview.open = state.overview.programmes.front().id;
  const std::string open = state.overview.open;
  state.load(open, state.text_of(open));
  for (const Record& item : stored) {
    if (!starts(item.key, kept_key_prefix)) continue;
    const std::string id = item.key.substr(kept_key_prefix.size());
    if (state.unread.count(id) == 0) state.tell_unread(id, item.bytes);
  }
  state.is_started = true;
}

bool Session::is_started() const {
  return state_->is_started;
}
const std::vector<SavedProgramme>& Session::programmes() const {
  return state_->overview.programmes;
}
const std::string& Session::open_id() const {
  return state_->overview.open;
}
const std::string& Session::open_name() const {
  static const std::string none;
  const SavedProgramme* const open = state_->saved(state_->overview.open);
  return open != nullptr ? open->name : none;
}

bool Session::open(const std::string& id) {
  State& state = *state_;
  if (state.saved(id) == nullptr) return false;
  if (id == state.overview.open) return true;
  state.put_away();
  const std::string text = state.text_of(id);
  state.load(id, text);
  state.save_overview();
  return true;
}

EditResult Session::add_programme(std::string_view name, std::string_view bundle) {
  const LoadedProgramme loaded = load_programme(bundle, std::string(name));
  if (programme_size(loaded.documents) > most_documents) {
    Diagnostic diagnostic;
    diagnostic.code = "import.too_many";
    diagnostic.file = name;
    diagnostic.message = "it holds " + std::to_string(programme_size(loaded.documents)) + " documents";
    diagnostic.expected = "at most " + std::to_string(most_documents) + "; the runner takes any number of deals";
    return {false, {diagnostic}};
  }
  if (programme_size(loaded.documents) == 0 && !loaded.diagnostics.empty()) return {false, loaded.diagnostics};
  state_->add_and_open(name.empty() ? name_of(loaded.header) : std::string(name), std::string(bundle));
  return {true, {}};
}

EditResult Session::add_shipped(std::string_view name) {
  return add_programme(name, state_->shipped);
}

void Session::add_empty(std::string_view name) {
  model::ProgrammeHeader header;
  header.name = name;
  state_->add_and_open(name.empty() ? unnamed : name, write_programme({}, header));
}

void Session::rename_programme(const std::string& id, std::string_view name) {
  State& state = *state_;
  SavedProgramme* const entry = state.saved(id);
  if (entry == nullptr || name.empty()) return;
  entry->name = name;
  if (id == state.overview.open) {
    state.header.name = name;
    state.is_changed = true;
  } else {
    LoadedProgramme loaded = load_programme(state.text_of(id), id);
    loaded.header.name = name;
    if (loaded.is_whole) state.texts[id] = write_programme(loaded.documents, loaded.header);
  }
  state.autosave.changed(programme_key(id), state.clock());
  state.save_overview();
  ++state.revision;
}

void Session::remove_programme(const std::string& id) {
  State& state = *state_;
  if (state.saved(id) == nullptr) return;
  std::erase_if(state.overview.programmes, [&](const SavedProgramme& one) { return one.id == id; });
  state.texts.erase(id);
  state.kept.erase(id);
  state.autosave.changed(programme_key(id), state.clock(), true);
  if (state.copies_texts.erase(id) != 0) state.autosave.changed(copies_key(id), state.clock(), true);
  if (id == state.overview.open) {
    state.overview.open.clear();
    if (state.overview.programmes.empty()) {
      add_empty(unnamed);
    } else {
      const std::string next = state.overview.programmes.front().id;
      state.load(next, state.text_of(next));
    }
  }
  state.save_overview();
  ++state.revision;
}

const Diagnostics& Session::notices() const {
  return state_->notices;
}
const std::map<std::string, std::string>& Session::unread() const {
  return state_->unread;
}
void Session::clear_notices() {
  State& state = *state_;
  for (const auto& [id, text] : state.unread) {
    state.kept.erase(id);
    state.autosave.changed(kept_key(id), state.clock(), true);
    // What could be read takes the place of the whole, or it would be told again.
    if (state.texts.count(id) != 0) state.autosave.changed(programme_key(id), state.clock());
  }
  state.unread.clear();
  state.notices.clear();
  ++state.revision;
}

ImportPlan Session::plan_import(std::span<const FileIn> files) const {
  return web::plan_import(state_->programme, files, state_->all_copies());
}

void Session::State::keep_copies(std::span<const model::Onboarding* const> runs) {
  if (runs.empty()) return;
  for (const model::Onboarding* const run : runs) add_copy(copies, *run);
  copies_texts[overview.open] = write_copies(copies);
  autosave.changed(copies_key(overview.open), clock());
}

std::vector<model::Onboarding> Session::State::all_copies() const {
  std::vector<model::Onboarding> all = load_programme(shipped, std::string(shipped_id)).documents.onboardings;
  all.insert(all.end(), copies.begin(), copies.end());
  return all;
}

void Session::handed_out(const DocumentRef& ref) {
  if (const auto* const run = find<model::Onboarding>(ref.id); run != nullptr && ref.kind == Kind::onboarding)
    state_->keep_copies({&run, 1});
}

void Session::handed_out() {
  std::vector<const model::Onboarding*> runs;
  for (const model::Onboarding& run : state_->programme.onboardings) runs.push_back(&run);
  state_->keep_copies(runs);
}

EditResult Session::apply_import(const ImportPlan& plan) {
  State& state = *state_;
  Command command;
  command.selected_before = state.selected;
  DocumentRef first;
  std::vector<const model::Onboarding*> came_in;
  for (const ImportItem& item : plan.items) {
    if (!item.is_taken()) continue;
    const Kind kind = item.ref.kind;
    auto copy = make_copy(kind, item.document.get());
    if (item.action == ImportAction::merge && item.merge) {
      *static_cast<model::Onboarding*>(copy.get()) = item.merge->chosen();
      settle(kind_type(kind), copy.get());
    }
    if (kind == Kind::onboarding) came_in.push_back(static_cast<const model::Onboarding*>(item.document.get()));
    if (item.action == ImportAction::keep_both)
      set_document_id(kind, copy.get(), unique_id(state.programme, kind, item.new_id));
    // What comes with a document that gets another id refers to it by that.
    for (const ImportItem& other : plan.items) {
      if (other.action == ImportAction::keep_both)
        rename_references(kind_type(kind), copy.get(), other.ref.kind, other.ref.id, other.new_id);
    }
    const std::string id = document_id(kind, copy.get());
    const std::size_t at = find_document(state.programme, kind, id);
    DocumentChange change{kind, at, nullptr, copy};
    if (at == no_document) {
      change.index = document_count(state.programme, kind);
    } else {
      change.before = make_snapshot(kind, document_at(state.programme, kind, at));
    }
    state.make(change, true);
    command.changes.push_back(std::move(change));
    if (first.id.empty()) first = {kind, id};
  }
  if (command.changes.empty()) return {true, {}};
  command.name = command.changes.size() == 1 ? "Import of " + first.id
                                             : "Import of " + std::to_string(command.changes.size()) + " documents";
  state.selected = first;
  if (first.kind == Kind::deal) state.selected_deal = first.id;
  state.finish(std::move(command));
  state.keep_copies(came_in);
  return {true, {}};
}

std::string Session::export_document(const DocumentRef& ref) const {
  const std::size_t at = state_->index_of(ref);
  return at == no_document ? std::string() : state_->checks.of(ref.kind, at).text;
}

std::string Session::export_bundle() const {
  return write_programme(state_->programme, state_->header);
}

std::string Session::export_name(const DocumentRef& ref) const {
  return ref.id + ".json";
}

std::string Session::export_bundle_name() const {
  return unique_id({}, Kind::brand, open_name()) + ".json";
}

std::vector<StorageRequest> Session::take_storage_requests() {
  State& state = *state_;
  std::vector<StorageRequest> requests;
  if (!state.storage_problem.empty()) return requests;
  const double now = state.clock();
  for (const Autosave::Due& due : state.autosave.take_due(now)) {
    StorageRequest request{due.key, {}, due.erase};
    if (due.key == overview_key) {
      request.bytes = document::write_json(state.overview);
    } else if (starts(due.key, kept_key_prefix)) {
      const auto kept = state.kept.find(due.key.substr(kept_key_prefix.size()));
      if (kept != state.kept.end()) request.bytes = kept->second;
      request.erase = kept == state.kept.end();
    } else if (starts(due.key, copies_key_prefix)) {
      const auto copies = state.copies_texts.find(due.key.substr(copies_key_prefix.size()));
      if (copies != state.copies_texts.end()) request.bytes = copies->second;
      request.erase = copies == state.copies_texts.end();
    } else if (!due.erase) {
      const std::string id = due.key.substr(programme_key_prefix.size());
      if (state.kept.count(id) != 0) {
        // What could not be read is stored first.
        state.autosave.done(due.key, "", now);
        state.autosave.changed(due.key, now);
        continue;
      }
      request.bytes = id == state.overview.open ? export_bundle() : state.text_of(id);
    }
    requests.push_back(std::move(request));
  }
  return requests;
}

void Session::storage_done(const std::string& key, const std::string& error) {
  if (error.empty() && starts(key, kept_key_prefix)) state_->kept.erase(key.substr(kept_key_prefix.size()));
  state_->autosave.done(key, error, state_->clock());
  ++state_->revision;
}

void Session::hurry_storage() {
  state_->autosave.hurry(state_->clock());
}

SaveState Session::save_state() const {
  return state_->storage_problem.empty() ? state_->autosave.state() : SaveState::failed;
}
const std::string& Session::save_error() const {
  return state_->storage_problem.empty() ? state_->autosave.error() : state_->storage_problem;
}
double Session::next_wake() const {
  return state_->storage_problem.empty() ? state_->autosave.next_due() : std::numeric_limits<double>::infinity();
}

}  // namespace dealwright::web
