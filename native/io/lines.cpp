#include "native/io/lines.hpp"

#include <algorithm>
#include <utility>

#include "core/document/limits.hpp"

namespace dealwright::native {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 20;

// Line ends, found by the library's fast search: lines are long.
int count_lines(std::string_view text) {
  int count = 0;
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos; ++at) ++count;
  return count;
}

}  // namespace

LineReader::LineReader(Descriptor file, std::string name) : file_(std::move(file)), name_(std::move(name)) {}

bool LineReader::next(LineBlock& block) {
  if (has_returned_) {
    block = std::move(returned_);
    has_returned_ = false;
    return true;
  }
  for (;;) {
    const bool more = fill(block_bytes);
    const std::size_t end = pending_.rfind('\n');
    if (end == std::string::npos) {
      if (more && pending_.size() <= document::most_bytes) continue;
      if (more) {
        skip_line();
        continue;
      }
      if (pending_.empty()) return false;
      block.text = std::exchange(pending_, {});
      block.first_line = line_;
      return true;
    }
    block.text.assign(pending_, 0, end + 1);
    block.first_line = line_;
    pending_.erase(0, end + 1);
    line_ += count_lines(block.text);
    return true;
  }
}

bool begins_with_line(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
  while (line.ends_with(' ') || line.ends_with('\r') || line.ends_with('\t')) line.remove_suffix(1);
  return line.starts_with('{') && line.ends_with('}');
}

void LineReader::put_back(LineBlock block) {
  returned_ = std::move(block);
  has_returned_ = true;
}

bool LineReader::fill(std::size_t most) {
  if (at_end_) return false;
  const std::size_t before = pending_.size();
  pending_.resize(before + most);
  const long got = read_some(file_, pending_.data() + before, most);
  pending_.resize(before + static_cast<std::size_t>(std::max(got, 0L)));
  if (got > 0) return true;
  at_end_ = true;
  if (got < 0) diagnostics_.push_back(file_diagnostic(name_, "cannot be read to its end", static_cast<int>(-got)));
  return false;
}

void LineReader::skip_line() {
  Diagnostic diagnostic;
  diagnostic.code = "file.long_line";
  diagnostic.file = name_;
  diagnostic.line = line_;
  diagnostic.column = 1;
  diagnostic.message = "the line is too long to read and is left out";
  diagnostic.expected = "at most 67,108,864 bytes a document";
  diagnostics_.push_back(std::move(diagnostic));
  pending_.clear();
  // What goes on without an end, such as a device, is no stream of lines.
  constexpr std::size_t most_skipped = 4 * document::most_bytes;
  std::size_t skipped = 0;
  while (fill(block_bytes)) {
    const std::size_t end = pending_.find('\n');
    if (end == std::string::npos) {
      skipped += pending_.size();
      pending_.clear();
      if (skipped > most_skipped) at_end_ = true;
      continue;
    }
    pending_.erase(0, end + 1);
    break;
  }
  ++line_;
}

}  // namespace dealwright::native
