#include "native/io/files.hpp"

#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/report/figures.hpp"

namespace dealwright::native {
namespace {

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

Diagnostic too_large(const std::string& path, std::size_t most) {
  return about_file("file.too_large", path, "the file is too large to read",
                    fmt::format("at most {} bytes; many documents are better kept one a line in a .jsonl file",
                                report::grouped(std::to_string(most))));
}

std::optional<Diagnostic> read_up_to(const std::string& path, std::size_t most, bool whole, std::string& text) {
  text.clear();
  std::optional<Diagnostic> failure;
  const Descriptor file = open_file(path, failure);
  if (failure) return failure;
  struct stat info {};
  if (::fstat(file.number(), &info) != 0) return file_diagnostic(path, "cannot be read", errno);
  const bool regular = S_ISREG(info.st_mode);
  const std::size_t size = regular ? static_cast<std::size_t>(info.st_size) : 0;
  if (whole && size > most) return too_large(path, most);
  std::size_t filled = 0;
  // One byte more than the size shows the end without a second growth.
  std::size_t room = regular ? std::min(size, most) + 1 : std::size_t{64} << 10;
  for (;;) {
    if (filled == text.size()) text.resize(filled + room);
    const long got = read_some(file, text.data() + filled, text.size() - filled);
    if (got < 0) return file_diagnostic(path, "cannot be read", static_cast<int>(-got));
    filled += static_cast<std::size_t>(got);
    if (got == 0) break;
    if (filled > most) {
      if (whole) return too_large(path, most);
      filled = most;
      break;
    }
    room = std::max(room, filled);
  }
  text.resize(filled);
  return std::nullopt;
}

std::optional<Diagnostic> unwritable(const std::string& path, int error_number) {
  Diagnostic diagnostic = file_diagnostic(path, "cannot be written", error_number);
  diagnostic.code = "file.unwritable";
  return diagnostic;
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    close();
    number_ = other.number_;
    other.number_ = -1;
  }
  return *this;
}

Descriptor::~Descriptor() {
  close();
}

bool Descriptor::close() {
  if (number_ < 0) return true;
  const int number = number_;
  number_ = -1;
  return ::close(number) == 0;
}

Diagnostic about_file(const char* code, std::string file, std::string message, std::string expected,
                      Severity severity) {
  return {severity, code, std::move(file), 0, 0, {}, std::move(message), std::move(expected), {}};
}

Diagnostic file_diagnostic(std::string_view path, std::string_view what, int error_number) {
  return about_file("file.unreadable", std::string(path), fmt::format("{}: {}", what, std::strerror(error_number)));
}

Descriptor open_file(const std::string& path, std::optional<Diagnostic>& failure) {
  int number = -1;
  do {
    number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  } while (number < 0 && errno == EINTR);
  if (number < 0) failure = file_diagnostic(path, "cannot be read", errno);
  return Descriptor(number);
}

long read_some(const Descriptor& file, char* buffer, std::size_t most) {
  for (;;) {
    const ssize_t got = ::read(file.number(), buffer, most);
    if (got >= 0) return got;
    if (errno != EINTR) return -errno;
  }
}

std::optional<Diagnostic> read_file(const std::string& path, std::size_t most, std::string& text) {
  return read_up_to(path, most, true, text);
}

std::optional<Diagnostic> read_start(const std::string& path, std::size_t most, std::string& text) {
  return read_up_to(path, most, false, text);
}

int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

std::optional<Diagnostic> write_file(const std::string& path, std::string_view text) {
  std::string target = path;
  struct stat info {};
  const bool exists = ::stat(path.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) return unwritable(path, EISDIR);
  if (exists && !S_ISREG(info.st_mode)) {
    Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!device.is_open()) return unwritable(path, errno);
    if (const int error = write_all(device.number(), text)) return unwritable(path, error);
    return device.close() ? std::nullopt : unwritable(path, errno);
  }
  if (exists) {
    std::array<char, PATH_MAX> resolved{};
    if (::realpath(path.c_str(), resolved.data())) target = resolved.data();
  }
  const mode_t mask = ::umask(0);
  ::umask(mask);
  const mode_t mode = exists ? info.st_mode & 07777 : 0666 & ~mask;

  std::string temporary = folder_of(target) + "/.dealwright-XXXXXX";
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!file.is_open()) return unwritable(path, errno);
  int error = write_all(file.number(), text);
  if (error == 0 && ::fchmod(file.number(), mode) != 0) error = errno;
  if (error == 0 && ::fsync(file.number()) != 0) error = errno;
  if (!file.close() && error == 0) error = errno;
  if (error == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) error = errno;
  if (error != 0) {
    ::unlink(temporary.c_str());
    return unwritable(path, error);
  }
  // The rename itself must survive a power cut; a file system that cannot synchronise folders is not a failure.
  const Descriptor folder(::open(folder_of(target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.is_open()) ::fsync(folder.number());
  return std::nullopt;
}

std::optional<Diagnostic> write_absent_file(const std::string& path, std::string_view text) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file.is_open()) return unwritable(path, errno);
  int error = write_all(file.number(), text);
  if (error == 0 && ::fsync(file.number()) != 0) error = errno;
  if (!file.close() && error == 0) error = errno;
  if (error == 0) return std::nullopt;
  ::unlink(path.c_str());
  return unwritable(path, error);
}

}  // namespace dealwright::native
