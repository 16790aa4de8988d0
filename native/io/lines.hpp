#pragma once
// A stream of documents, one a line, read in blocks: memory does not grow with the stream.

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/diagnostic.hpp"
#include "native/io/files.hpp"

namespace dealwright::native {

// Whole lines; the last one may lack its line end.
struct LineBlock {
  std::string text;
  int first_line = 1;
};

class LineReader {
 public:
  // `name` is what diagnostics call it.
  LineReader(Descriptor file, std::string name);

  // The next block; false at the end or after a failure. A line over the limit of one document is skipped and told.
  bool next(LineBlock& block);
  // Puts back a block that next() gave, or its later lines: the next call gives it again.
  void put_back(LineBlock block);
  const Diagnostics& diagnostics() const { return diagnostics_; }
  const std::string& name() const { return name_; }

 private:
  bool fill(std::size_t most);
  void skip_line();

  Descriptor file_;
  std::string name_;
  std::string pending_;  // read, but not given
  LineBlock returned_;
  bool has_returned_ = false;
  bool at_end_ = false;
  int line_ = 1;  // of the first byte of pending_
  Diagnostics diagnostics_;
};

// Whether a text that may go on begins with a line that is a whole object: then every line is a document.
bool begins_with_line(std::string_view text);

// Calls take(line, number) for every line that holds more than blanks.
template <class Take>
void for_each_line(std::string_view text, int first_line, Take take) {
  int number = first_line;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) take(line, number);
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
    ++number;
  }
}

}  // namespace dealwright::native
