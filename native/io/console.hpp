#pragma once
// Standard output, standard error and the terminal.

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/date.hpp"
#include "core/base/diagnostic.hpp"
#include "core/report/check_report.hpp"

namespace dealwright::native {

enum class ColorWish : std::uint8_t { automatic, always, never };

// Whether to colour what goes to this descriptor: only a terminal, and not where NO_COLOR is set to something or TERM
// is "dumb".
report::TextStyle style_for(int descriptor, ColorWish wish);

// Writes to standard output. A reader that went away is no failure. Returns what went wrong else.
Diagnostics write_output(std::string_view text);
// Writes to standard error; failures there cannot be told to anybody.
void write_message(std::string_view text);
void write_diagnostics(const Diagnostics& diagnostics, ColorWish wish);

// The system's date in its own time zone.
Date system_date();

// Tells on standard error how far a long work is: only on a terminal, only after a while, and leaves nothing behind.
class Progress {
 public:
  explicit Progress(std::chrono::milliseconds after = std::chrono::milliseconds(500));
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  // Cheap; called as often as there is news.
  void say(long long deals, long long bytes);
  // The same in per cent of a whole that is not 0: "trials: 40 %".
  void say_share(std::string_view what, std::uint64_t done, std::uint64_t whole);

 private:
  bool is_due();
  bool on_terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace dealwright::native
