// The runner: dealwright COMMAND.

#include <algorithm>
#include <csignal>
#include <exception>
#include <new>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "core/base/suggest.hpp"
#include "core/evaluate.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/options.hpp"
#include "native/io/console.hpp"

namespace dealwright::native {
namespace {

// What the parser would only call not expected: the first such argument, and the option that may have been meant.
Diagnostic unexpected(const CLI::App& application) {
  const auto called = application.get_subcommands();
  const CLI::App& command = called.empty() ? application : *called.front();
  const std::vector<std::string> rest = application.remaining(true);
  const auto option = std::find_if(rest.begin(), rest.end(), [](const std::string& one) { return one[0] == '-'; });
  if (option == rest.end())
    return usage_mistake(
        fmt::format("{} takes no further argument \"{}\"", command.get_name(), rest.empty() ? "" : rest[0]));
  const std::string name = option->substr(0, option->find('='));
  std::vector<std::string> names;
  for (const CLI::Option* known : command.get_options()) {
    if (!known->get_positional()) names.push_back(known->get_name());
  }
  Diagnostic mistake = usage_mistake(fmt::format("{} has no option \"{}\"", command.get_name(), name));
  mistake.expected = fmt::format("what dealwright {} --help lists", command.get_name());
  mistake.nearest = nearest_name(name, std::vector<std::string_view>(names.begin(), names.end()));
  return mistake;
}

int run(int argc, char** argv) {
  CLI::App application("Prices partner deals and holds them inside their guardrails.", "dealwright");
  application.set_version_flag("--version", fmt::format("dealwright {}", engine_version()),
                               "Print the version and end");
  application.set_help_flag("--help", "Print this help and end");
  application.require_subcommand(1);
  application.get_formatter()->column_width(32);
  application.footer(
      "\nExit codes: 0 pass, 1 a guardrail failed, 2 bad input or usage, 3 internal error.\n"
      "\nExample:\n  dealwright check scenarios");

  int exit_code = exit_pass;
  add_check(application, exit_code);
  add_run(application, exit_code);
  add_quote(application, exit_code);
  add_explain(application, exit_code);
  add_solve(application, exit_code);
  add_simulate(application, exit_code);
  add_sensitivity(application, exit_code);
  add_compare(application, exit_code);
  add_qualify(application, exit_code);
  add_onboarding(application, exit_code);
  add_advise(application, exit_code);
  add_govern(application, exit_code);
  add_plan(application, exit_code);
  add_review(application, exit_code);
  add_schema(application, exit_code);
  add_fmt(application, exit_code);
  add_merge(application, exit_code);
  add_init(application, exit_code);
  add_serve(application, exit_code);

  // The parser would only say that a command is missing.
  if (argc > 1 && argv[1][0] != '-') {
    std::vector<std::string> names;
    for (const CLI::App* command : application.get_subcommands({})) names.push_back(command->get_name());
    if (std::find(names.begin(), names.end(), argv[1]) == names.end()) {
      Diagnostic mistake = usage_mistake(fmt::format("there is no command \"{}\"", argv[1]));
      mistake.nearest = nearest_name(argv[1], std::vector<std::string_view>(names.begin(), names.end()));
      write_diagnostics({mistake}, ColorWish::automatic);
      return exit_bad_input;
    }
  }
  try {
    application.parse(argc, argv);
  } catch (const CLI::ExtrasError&) {
    write_diagnostics({unexpected(application)}, ColorWish::automatic);
    return exit_bad_input;
  } catch (const CLI::ParseError& error) {
    // Help and the version are results; everything else is a mistake in the call.
    std::ostringstream results, messages;
    const bool asked = application.exit(error, results, messages) == 0;
    write_message(messages.str());
    return asked && write_output(results.str()).empty() ? exit_pass : exit_bad_input;
  }
  return exit_code;
}

}  // namespace
}  // namespace dealwright::native

int main(int argc, char** argv) {
  using namespace dealwright::native;
  // A reader that goes away (`dealwright run | head`) shows as a failed write, not as a signal.
  std::signal(SIGPIPE, SIG_IGN);
  // So does a limit on the size of files, for what was begun beside the target to be removed.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    write_message("dealwright: out of memory\n");
  } catch (const std::exception& error) {
    write_message(fmt::format("dealwright: internal error: {}\n", error.what()));
  } catch (...) {
    write_message("dealwright: internal error\n");
  }
  return exit_internal_error;
}
