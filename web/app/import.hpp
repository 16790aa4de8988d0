#pragma once
// Documents from files into a programme: read first, shown as a plan, then applied as one command.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/model/programme_header.hpp"
#include "web/app/documents.hpp"
#include "web/app/run_merge.hpp"
#include "web/platform/platform.hpp"

namespace dealwright::web {

enum class ImportAction : std::uint8_t {
  add,        // no document has its kind and id
  unchanged,  // it is there already, the same in every byte
  replace,    // takes the place of the document of its kind and id
  merge,      // of onboarding runs: becomes one with the copy that is here
  keep_both,  // is added under an id of its own; what comes with it and refers to it follows
  skip,       // is left out
};

struct ImportItem {
  DocumentRef ref;
  std::string name;
  std::string file;
  ImportAction action = ImportAction::add;  // of a conflict the caller may set another
  bool is_conflict = false;
  std::string new_id;  // under which keep_both adds it
  Snapshot document;
  std::vector<std::string> differences;  // of a conflict, at most ten: what differs from the document that is there
  std::optional<RunMerge> merge;         // of a copy of the same run; its choices are the caller's

  bool is_taken() const { return action != ImportAction::unchanged && action != ImportAction::skip; }
};

struct ImportPlan {
  std::vector<ImportItem> items;  // documents without a mistake, in the order of the files
  Diagnostics diagnostics;        // of what could not be read, in the words of the runner; `file` is the file's name
  bool holds_bundle = false;      // some file is a whole programme: it can also be opened as one
  model::ProgrammeHeader header;  // of the first bundle

  bool is_empty() const { return items.empty(); }
  // Documents that it adds or replaces.
  std::size_t taken() const;
};

// Reads the files and compares them with the programme, which is not touched. Conflicts are set to merge where they can
// be, over `copies` (merge_copies()), else to replace.
ImportPlan plan_import(const model::Programme& programme, std::span<const FileIn> files,
                       std::span<const model::Onboarding> copies);

}  // namespace dealwright::web
