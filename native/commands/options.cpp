#include "native/commands/options.hpp"

#include <map>

#include <unistd.h>

#include "native/io/files.hpp"
#include "native/io/parallel.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {

Date CommonOptions::date() const {
  return today.empty() ? system_date() : Date::parse(today).value_or(Date());
}

int CommonOptions::threads() const {
  return jobs > 0 ? jobs : default_jobs();
}

EvaluateOptions CommonOptions::evaluation(const Programme& programme) const {
  EvaluateOptions options;
  options.today = date();
  options.references_told = true;
  options.documents_left_out = has_errors(programme.diagnostics);
  return options;
}

report::TextStyle CommonOptions::result_style() const {
  return output.empty() ? style_for(STDOUT_FILENO, color) : report::TextStyle{color == ColorWish::always};
}

void add_format(CLI::App& command, CommonOptions& options, const std::vector<std::string>& formats) {
  options.format = formats.front();
  command.add_option("--format", options.format, "How results are written")
      ->check(CLI::IsMember(formats))
      ->capture_default_str();
}

CLI::Option* add_output(CLI::App& command, CommonOptions& options) {
  return command.add_option("--output", options.output, "Write results to this file, as a whole or not at all")
      ->type_name("FILE");
}

void add_today(CLI::App& command, CommonOptions& options) {
  command
      .add_option("--today", options.today, "The day that counts as today; the system's date where it is not stated")
      ->type_name("YYYY-MM-DD")
      ->check(CLI::Validator(check_date, ""));
}

void add_jobs(CLI::App& command, CommonOptions& options) {
  command.add_option("--jobs", options.jobs, "Threads; one a processor where it is not stated")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
}

void add_color(CLI::App& command, CommonOptions& options) {
  static const std::map<std::string, ColorWish> wishes{
      {"auto", ColorWish::automatic}, {"always", ColorWish::always}, {"never", ColorWish::never}};
  command
      .add_option_function<std::string>(
          "--color", [&options](const std::string& wish) { options.color = wishes.at(wish); },
          "Colours: auto is only on a terminal and not where NO_COLOR is set")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->default_str("auto");
}

void add_example(CLI::App& command, const std::string& lines) {
  command.footer("\nExample:\n  " + lines);
}

std::string check_date(const std::string& text) {
  return Date::parse(text) ? "" : "\"" + text + "\" is not a day of the years 1900 to 2199 (expected YYYY-MM-DD)";
}

int finish(const CommonOptions& options, const std::optional<std::string>& results, Diagnostics diagnostics, int code) {
  if (results && options.output.empty()) {
    for (Diagnostic& failure : write_output(*results)) diagnostics.push_back(std::move(failure));
  } else if (results) {
    if (auto failure = write_file(options.output, *results)) diagnostics.push_back(std::move(*failure));
  }
  sort_worst_first(diagnostics);
  write_diagnostics(diagnostics, options.color);
  return has_errors(diagnostics) ? static_cast<int>(exit_bad_input) : code;
}

int fail(const CommonOptions& options, Diagnostics diagnostics) {
  return finish(options, std::nullopt, std::move(diagnostics), exit_bad_input);
}

Diagnostic usage_mistake(std::string message) {
  Diagnostic diagnostic;
  diagnostic.code = "usage";
  diagnostic.message = std::move(message);
  return diagnostic;
}

}  // namespace dealwright::native
