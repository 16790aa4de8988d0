#pragma once
// The documents that a command works on, read from files by several threads.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/document/collection.hpp"
#include "core/document/model_types.hpp"
#include "core/report/check_report.hpp"
#include "native/io/input_files.hpp"
#include "native/io/lines.hpp"

namespace dealwright::native {

enum class DealHandling : std::uint8_t {
  keep,    // deals are documents of the library
  stream,  // files that hold deals are only listed; deals in bundles are kept
};

// A file of deals that is read later.
struct DealFile {
  std::string path;
  std::size_t order = 0;  // place among the input files
  bool is_lines = false;
  std::shared_ptr<LineReader> stream;  // of what is read once, read as far as its first deal; else null
};

struct Programme {
  document::Library<model::Programme> library;
  std::vector<std::size_t> source_order;  // by source of the library: place of its file among the input files
  std::vector<DealFile> deal_files;       // of DealHandling::stream, in the order of the input files
  Diagnostics diagnostics;                // of finding and reading files, and of references between documents
  std::string rootless;                   // as InputFiles has it
};

// Reads all files. Deals of reference files are left out.
Programme read_programme(const InputFiles& files, DealHandling handling, int jobs);

// The name that diagnostics give to an input path.
std::string display_name(const std::string& path);

// Line and column of the value at a pointer in a document that stands at `start` of its file, or of the nearest object
// around it where the document leaves the value to its default.
document::Position place_in(std::string_view text, std::string_view pointer, document::Position start);

// The place of what a pointer of a document of the library points at; nothing where there is no such document.
std::optional<report::Place> place_of(const document::LibraryIndex& index, std::string_view kind, std::string_view id,
                                      std::string_view pointer);

// Gives diagnostics whose `file` is "kind/id" their document's file, line and column.
void place_diagnostics(const document::LibraryIndex& index, Diagnostics& diagnostics);

// Adds what was found when documents were evaluated to what was told of reading them: placed, without what is told
// already, and what has one cause told once. What Evaluator finds is for EvaluateOptions::references_told.
void add_found(const Programme& programme, Diagnostics& told, Diagnostics found);

// Whether a document of that kind and id was read, or left out for mistakes that are told.
bool is_known(const document::LibraryIndex& index, std::string_view kind, std::string_view id);
// That there is none of that kind and id, with the nearest; the code is "deal.none" of a deal.
Diagnostic no_document(const document::LibraryIndex& index, std::string_view kind, std::string_view id,
                       std::string message);

// Errors first, then warnings, then notes; each by the order they came in.
void sort_worst_first(Diagnostics& diagnostics);

}  // namespace dealwright::native
