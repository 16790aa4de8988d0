#include "native/io/console.hpp"

#include <cerrno>
#include <cstdlib>
#include <ctime>

#include <fmt/format.h>
#include <unistd.h>

#include "core/report/figures.hpp"
#include "native/io/files.hpp"

namespace dealwright::native {

report::TextStyle style_for(int descriptor, ColorWish wish) {
  if (wish != ColorWish::automatic) return {wish == ColorWish::always};
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool refused =
      (no_color != nullptr && *no_color != '\0') || (terminal != nullptr && std::string_view(terminal) == "dumb");
  return {!refused && ::isatty(descriptor) == 1};
}

Diagnostics write_output(std::string_view text) {
  const int error = write_all(STDOUT_FILENO, text);
  if (error == 0 || error == EPIPE) return {};
  Diagnostic diagnostic = file_diagnostic("standard output", "cannot be written", error);
  diagnostic.code = "file.unwritable";
  return {diagnostic};
}

void write_message(std::string_view text) {
  static_cast<void>(write_all(STDERR_FILENO, text));
}

void write_diagnostics(const Diagnostics& diagnostics, ColorWish wish) {
  const report::TextStyle style = style_for(STDERR_FILENO, wish);
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += report::diagnostic_text(diagnostic, style) + '\n';
  write_message(text);
}

Date system_date() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  if (::localtime_r(&now, &local) == nullptr) return {};
  return Date::from(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(Date());
}

Progress::Progress(std::chrono::milliseconds after)
    : on_terminal_(::isatty(STDERR_FILENO) == 1), next_(std::chrono::steady_clock::now() + after) {}

Progress::~Progress() {
  if (shown_) write_message("\r\x1b[K");
}

bool Progress::is_due() {
  if (!on_terminal_) return false;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return false;
  next_ = now + std::chrono::milliseconds(100);
  shown_ = true;
  return true;
}

void Progress::say(long long deals, long long bytes) {
  if (!is_due()) return;
  write_message(fmt::format("\r\x1b[K{}, {} MB", report::counted(deals, "deal", "deals"),
                            report::grouped(std::to_string(bytes / 1'000'000))));
}

void Progress::say_share(std::string_view what, std::uint64_t done, std::uint64_t whole) {
  if (!is_due()) return;
  write_message(fmt::format("\r\x1b[K{}: {} %", what, 100 * done / whole));
}

}  // namespace dealwright::native
