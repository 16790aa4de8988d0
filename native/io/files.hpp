#pragma once
// Reading and writing whole files, with a plain message where it fails.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/diagnostic.hpp"

namespace dealwright::native {

// A file descriptor that closes itself.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  // Closes now; false where the system reports that written data is lost.
  bool close();

 private:
  int number_ = -1;
};

// A diagnostic about a file as a whole; an error unless said.
Diagnostic about_file(const char* code, std::string file, std::string message, std::string expected = {},
                      Severity severity = Severity::error);

// The same of what the system refused: code "file.unreadable", the system's words for `error_number`.
Diagnostic file_diagnostic(std::string_view path, std::string_view what, int error_number);

// Opens a file for reading; folders and failures give a diagnostic.
Descriptor open_file(const std::string& path, std::optional<Diagnostic>& failure);

// Reads up to `most` bytes into the buffer; returns how many, 0 at the end, or a negative error number.
long read_some(const Descriptor& file, char* buffer, std::size_t most);

// Reads a whole file into `text`, reusing its memory. A file of more than `most` bytes is a diagnostic, and is not
// read.
std::optional<Diagnostic> read_file(const std::string& path, std::size_t most, std::string& text);

// Reads at most the first `most` bytes of a file.
std::optional<Diagnostic> read_start(const std::string& path, std::size_t most, std::string& text);

// Writes all of `text`; returns 0 or the error number.
int write_all(int descriptor, std::string_view text);

// Replaces a file as a whole or not at all: a temporary file in the same folder is written, synchronised and renamed.
// What is there keeps its permissions; a link is followed; a device or pipe is written to directly.
std::optional<Diagnostic> write_file(const std::string& path, std::string_view text);

// Writes a file that must not exist.
std::optional<Diagnostic> write_absent_file(const std::string& path, std::string_view text);

}  // namespace dealwright::native
