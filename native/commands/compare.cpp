// dealwright compare: deals side by side, and what makes them differ.

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <sys/stat.h>

#include "core/base/lookup.hpp"
#include "core/report/comparison_report.hpp"
#include "core/roi/simulation.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/one_deal.hpp"
#include "native/commands/options.hpp"

namespace dealwright::native {
namespace {

struct CompareOptions {
  CommonOptions common;
  std::vector<std::string> arguments;
  std::uint64_t trials = 10'000;
};

bool is_folder(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

std::string formatted(const report::Comparison& comparison, const std::string& format) {
  if (format == "json") return report::comparison_json(comparison);
  if (format == "markdown") return report::comparison_markdown(comparison);
  return format == "html" ? report::comparison_html(comparison) : report::comparison_text(comparison);
}

// Adds what was not told before: each deal is found in the same documents.
void add_new(Diagnostics& told, const Diagnostics& found) {
  for (const Diagnostic& one : found)
    if (std::find(told.begin(), told.end(), one) == told.end()) told.push_back(one);
}

int run(const CompareOptions& options) {
  std::vector<std::string> ids, folders;
  for (const std::string& argument : options.arguments) (is_folder(argument) ? folders : ids).push_back(argument);
  Diagnostics told;
  if (ids.size() < 2 || ids.size() > report::most_compared) {
    Diagnostic wrong =
        usage_mistake(ids.size() == 1 ? "there is one deal only" : fmt::format("there are {} deals", ids.size()));
    wrong.expected = "two, three or four ids of deals, the first as the base";
    return fail(options.common, {wrong});
  }
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (std::find(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(i), ids[i]) !=
        ids.begin() + static_cast<std::ptrdiff_t>(i))
      return fail(options.common, {usage_mistake(fmt::format("deal \"{}\" is stated twice", ids[i]))});
  std::vector<std::unique_ptr<OneDeal>> deals;
  for (const std::string& id : ids) {
    deals.push_back(find_deal({options.common, id, folders}));
    add_new(told, deals.back()->diagnostics);
  }
  std::vector<roi::Scenario> scenarios;
  for (const auto& one : deals) {
    if (one->deal == nullptr) return fail(options.common, told);
    scenarios.push_back({*one->deal, *one->customer,
                         find_id(one->programme.library.documents.playbooks, one->customer->playbook), one->priced});
  }
  Diagnostics found;
  const auto result = report::comparison(scenarios, options.trials, found);
  add_found(deals.front()->programme, told, std::move(found));
  if (!result) return fail(options.common, told);
  return finish(options.common, formatted(*result, options.common.format), told, exit_pass);
}

}  // namespace

void add_compare(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<CompareOptions>();
  CLI::App* command = application.add_subcommand(
      "compare", "Deals side by side: their figures, and what makes customer's value and partner's margin differ");
  command
      ->add_option("deals", options->arguments,
                   "Two to four ids of deals, or files that hold one, the first as the base; and folders where they "
                   "are looked for, none: the programme around this folder")
      ->required();
  command->add_option("--trials", options->trials, "Trials for the probability of a net present value above 0; 0: none")
      ->type_name("N")
      ->check(CLI::Range(std::uint64_t{0}, roi::most_trials))
      ->capture_default_str();
  add_format(*command, options->common, {"text", "json", "markdown", "html"});
  add_output(*command, options->common);
  add_jobs(*command, options->common);
  add_color(*command, options->common);
  add_example(*command, "dealwright compare case-1-fjordline-shared case-1-fjordline-dedicated scenarios");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace dealwright::native
