#pragma once
// What was done to the documents, so that it can be undone: named commands, each a list of documents before and after.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/documents.hpp"

namespace dealwright::web {

// One document put in place of another, added (`before` is null) or removed (`after` is null). Indices of a command's
// changes hold when they are made in order, and in undo in reverse.
struct DocumentChange {
  Kind kind = Kind::deal;
  std::size_t index = 0;
  Snapshot before;
  Snapshot after;
};

struct Command {
  std::string name;  // "Deal discount of Fjordline: 10 % -> 8 %"
  std::string key;   // commands that follow each other with the same key that is not empty are one
  std::vector<DocumentChange> changes;
  DocumentRef selected_before;
  DocumentRef selected_after;
  std::size_t bytes = 0;     // of the snapshots before; filled in by History
  std::uint64_t number = 0;  // no other command ever has it; filled in by History
};

// Linear history. Where it holds more than most_commands or most_bytes, the oldest commands are forgotten, never the
// last one.
class History {
 public:
  static constexpr std::size_t most_commands = 1000;
  static constexpr std::size_t most_bytes = std::size_t{32} << 20;

  // Adds what was just done and forgets what was undone. Merges it into the last command where that is open, has the
  // same key and changes the same document; a merged command that changes nothing is dropped.
  void add(Command command);
  // The command that add() would merge one with this key into, or null.
  const Command* open(std::string_view key) const;
  // Ends the last command: the next one is not merged into it. For a widget that loses the focus.
  void close() { is_open_ = false; }
  void clear();

  // The command to be taken back (its changes in reverse order) or made again; null where there is none.
  const Command* undo();
  const Command* redo();

  bool can_undo() const { return done_ > 0; }
  bool can_redo() const { return done_ < commands_.size(); }
  // "" where there is none.
  std::string_view undo_name() const;
  std::string_view redo_name() const;
  // Of the command that undo() takes back; 0 where there is none.
  std::uint64_t undo_number() const { return done_ > 0 ? commands_[done_ - 1].number : 0; }

  // All that can be undone (first done first), then what can be redone.
  const std::vector<Command>& commands() const { return commands_; }
  std::size_t done() const { return done_; }
  std::size_t bytes() const { return bytes_; }

 private:
  void forget_undone();
  void forget_oldest();

  std::vector<Command> commands_;
  std::size_t done_ = 0;
  std::size_t bytes_ = 0;
  std::uint64_t numbered_ = 0;
  bool is_open_ = false;
};

}  // namespace dealwright::web
