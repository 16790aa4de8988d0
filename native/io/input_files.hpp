#pragma once
// Which files a command reads: the paths given, what lies below them, and the programme around them.

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/diagnostic.hpp"

namespace dealwright::native {

enum class FileRole : std::uint8_t {
  given,      // everything in it counts
  reference,  // of the programme around what was given: its deals are left out
};

struct InputFile {
  std::string path;  // as it is opened and as diagnostics name it; "-" is standard input
  FileRole role = FileRole::given;
  bool read_once = false;  // standard input, a pipe or a device: what was read of it is gone
};

struct InputFiles {
  std::vector<InputFile>
      files;  // given paths in their order, folders sorted by name (bytewise); reference files last; none twice
  // Paths that do not exist, folders that cannot be read, a folder without any document, a programme.json on the way up
  // from a path that marks no root.
  Diagnostics diagnostics;
  std::string rootless;  // the first path given that lies in no programme; "": there is none
};

// No path stands for the root of the programme around the current folder; it is a mistake where there is none.
//
// Folders are read to their bottom for *.json, *.jsonl and *.ndjson; hidden files and links that lead back up are left
// out. A file named programme.json that states kind "programme" and no documents marks the root of a programme; what
// matches its `exclude` patterns, relative to it, is left out below it, but never a path that was given itself. A path
// below a root brings the root's other files along as reference.
InputFiles find_input_files(const std::vector<std::string>& paths);

// The code of a programme.json on the way up that marks no root.
inline constexpr const char* marks_no_root = "input.no_root";

// Whether the name says that the file holds a document a line.
bool is_lines_file(const std::string& path);

}  // namespace dealwright::native
