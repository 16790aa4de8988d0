#pragma once
// The options that commands share, and how a command ends.

#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "core/base/date.hpp"
#include "core/base/diagnostic.hpp"
#include "core/evaluate.hpp"
#include "native/io/console.hpp"

namespace dealwright::native {

struct Programme;

// Exit codes; they never change their meaning.
enum ExitCode : int {
  exit_pass = 0,
  exit_guardrail_failed = 1,
  exit_bad_input = 2,  // or bad usage
  exit_internal_error = 3,
};

struct CommonOptions {
  std::string format = "text";
  std::string output;
  std::string today;
  int jobs = 0;
  ColorWish color = ColorWish::automatic;

  Date date() const;  // --today, else the system's date
  int threads() const;
  // For the documents of read_programme(), which tells the references between them.
  EvaluateOptions evaluation(const Programme& programme) const;
  // Colours of results: none where they go to a file.
  report::TextStyle result_style() const;
};

// Each adds its option to a command; the texts of --help are the same everywhere.
void add_format(CLI::App& command, CommonOptions& options, const std::vector<std::string>& formats);
CLI::Option* add_output(CLI::App& command, CommonOptions& options);
void add_today(CLI::App& command, CommonOptions& options);
void add_jobs(CLI::App& command, CommonOptions& options);
void add_color(CLI::App& command, CommonOptions& options);
// "Example:" and the lines given, at the foot of --help.
void add_example(CLI::App& command, const std::string& lines);

// Checks an option's text; "" where it is right, else what is wrong.
std::string check_date(const std::string& text);

// Writes results to --output or standard output, diagnostics to standard error, and gives the exit code: `code`, or 2
// where a diagnostic is an error or the results could not be written. Without results a file at --output stays as it
// is.
int finish(const CommonOptions& options, const std::optional<std::string>& results, Diagnostics diagnostics, int code);
// Ends a command that has no results for bad input or usage.
int fail(const CommonOptions& options, Diagnostics diagnostics);

// A mistake in how the command was called.
Diagnostic usage_mistake(std::string message);

}  // namespace dealwright::native
