#include "web/app/history.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace dealwright::web {
namespace {

// Snapshots are shared: what one command leaves is what the next one finds. So only those before are counted, and
// those after of documents that are added.
std::size_t bytes_of(const Command& command) {
  std::size_t bytes = sizeof(Command);
  for (const DocumentChange& change : command.changes) {
    const Snapshot& kept = change.before ? change.before : change.after;
    bytes += sizeof(DocumentChange) + memory_of(kind_type(change.kind), kept.get());
  }
  return bytes;
}

bool is_one_edit(const Command& command) {
  return command.changes.size() == 1 && command.changes.front().before && command.changes.front().after;
}

bool changes_nothing(const Command& command) {
  const DocumentChange& change = command.changes.front();
  return equal(kind_type(change.kind), change.before.get(), change.after.get());
}

}  // namespace

const Command* History::open(std::string_view key) const {
  if (key.empty() || !is_open_ || done_ == 0 || done_ < commands_.size()) return nullptr;
  const Command& last = commands_.back();
  return last.key == key && is_one_edit(last) ? &last : nullptr;
}

void History::add(Command command) {
  if (command.changes.empty()) return;
  const bool merges = open(command.key) != nullptr && is_one_edit(command) &&
                      commands_.back().changes.front().kind == command.changes.front().kind &&
                      commands_.back().changes.front().index == command.changes.front().index;
  if (merges) {
    Command& last = commands_.back();
    last.changes.front().after = std::move(command.changes.front().after);
    last.name = std::move(command.name);
    last.selected_after = std::move(command.selected_after);
    if (changes_nothing(last)) {
      bytes_ -= last.bytes;
      commands_.pop_back();
      --done_;
      is_open_ = false;
    }
    return;
  }
  forget_undone();
  is_open_ = !command.key.empty();
  command.bytes = bytes_of(command);
  command.number = ++numbered_;
  bytes_ += command.bytes;
  commands_.push_back(std::move(command));
  done_ = commands_.size();
  forget_oldest();
}

void History::clear() {
  commands_.clear();
  done_ = 0;
  bytes_ = 0;
  is_open_ = false;
}

const Command* History::undo() {
  is_open_ = false;
  return done_ > 0 ? &commands_[--done_] : nullptr;
}

const Command* History::redo() {
  is_open_ = false;
  return done_ < commands_.size() ? &commands_[done_++] : nullptr;
}

std::string_view History::undo_name() const {
  return done_ > 0 ? std::string_view(commands_[done_ - 1].name) : std::string_view();
}

std::string_view History::redo_name() const {
  return done_ < commands_.size() ? std::string_view(commands_[done_].name) : std::string_view();
}

void History::forget_undone() {
  for (std::size_t at = done_; at < commands_.size(); ++at) bytes_ -= commands_[at].bytes;
  commands_.resize(done_);
}

void History::forget_oldest() {
  std::size_t forgotten = 0;
  while (commands_.size() - forgotten > 1 && (commands_.size() - forgotten > most_commands || bytes_ > most_bytes)) {
    bytes_ -= commands_[forgotten++].bytes;
  }
  commands_.erase(commands_.begin(), std::next(commands_.begin(), static_cast<std::ptrdiff_t>(forgotten)));
  done_ = commands_.size();
}

}  // namespace dealwright::web
