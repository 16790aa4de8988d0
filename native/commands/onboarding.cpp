// dealwright onboarding: where onboarding runs stand, and the minutes of their workshops.

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "core/base/suggest.hpp"
#include "core/evaluate.hpp"
#include "core/report/minutes.hpp"
#include "core/report/onboarding_report.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/options.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {
namespace {

struct OnboardingOptions {
  CommonOptions common;
  std::vector<std::string> paths;
  std::vector<std::string> runs;
  bool minutes = false;
  std::string workshop;

  bool asks_for(const std::string& run) const {
    return runs.empty() || std::find(runs.begin(), runs.end(), run) != runs.end();
  }
};

// An option that would be of no effect; "" where there is none.
std::string idle_option(const OnboardingOptions& options) {
  if (options.minutes) return {};
  if (!options.workshop.empty()) return "--workshop is for --minutes";
  if (options.common.format == "html") return "--format html is for --minutes";
  return {};
}

// What was asked for and is not there; without documents there is nothing to compare with.
void look_for(const OnboardingOptions& options, Programme& programme) {
  if (programme.library.sources.empty()) return;
  bool all_known = true;
  for (const std::string& id : options.runs) {
    if (is_known(programme.library, "onboarding", id)) continue;
    all_known = false;
    programme.diagnostics.push_back(
        no_document(programme.library, "onboarding", id, fmt::format("there is no onboarding \"{}\"", id)));
  }
  if (options.workshop.empty() || !all_known) return;
  std::vector<std::string_view> workshops;
  for (const model::Onboarding& run : programme.library.documents.onboardings) {
    if (!options.asks_for(run.id)) continue;
    for (const model::Workshop& workshop : run.workshops) workshops.push_back(workshop.id);
  }
  if (std::find(workshops.begin(), workshops.end(), options.workshop) != workshops.end()) return;
  Diagnostic diagnostic;
  diagnostic.code = "onboarding.no_workshop";
  diagnostic.message = options.runs.size() == 1
                           ? fmt::format("onboarding \"{}\" has no workshop \"{}\"", options.runs[0], options.workshop)
                           : fmt::format("there is no workshop \"{}\"", options.workshop);
  diagnostic.nearest = nearest_name(options.workshop, workshops);
  programme.diagnostics.push_back(std::move(diagnostic));
}

// Nothing where there is nothing to tell; JSON tells that too.
std::optional<std::string> rendered_minutes(const report::Minutes& minutes, const std::string& format) {
  if (format == "json") return report::minutes_json(minutes);
  if (minutes.runs.empty()) return std::nullopt;
  if (format == "markdown") return report::minutes_markdown(minutes);
  return format == "html" ? report::minutes_html(minutes) : report::minutes_text(minutes);
}

std::optional<std::string> rendered_report(const report::OnboardingReport& report, const std::string& format) {
  if (format == "json") return report::onboarding_json(report);
  if (report.runs.empty()) return std::nullopt;
  return format == "markdown" ? report::onboarding_markdown(report) : report::onboarding_text(report);
}

int onboarding(const OnboardingOptions& options) {
  if (const std::string idle = idle_option(options); !idle.empty()) return fail(options.common, {usage_mistake(idle)});
  Programme programme = read_programme(find_input_files(options.paths), DealHandling::keep, options.common.threads());
  const model::Programme& documents = programme.library.documents;
  const Date today = options.common.date();
  Diagnostics found;
  const report::OnboardingReport report =
      report::onboarding_report(documents, options.runs, today, engine_version(), found);
  add_found(programme, programme.diagnostics, std::move(found));
  look_for(options, programme);
  sort_worst_first(programme.diagnostics);
  const std::optional<std::string> results =
      options.minutes
          ? rendered_minutes(report::minutes_of(documents, options.runs, options.workshop, today, engine_version()),
                             options.common.format)
          : rendered_report(report, options.common.format);
  if (results) return finish(options.common, results, programme.diagnostics, exit_pass);
  if (!has_errors(programme.diagnostics)) {
    Diagnostic none = usage_mistake(options.minutes ? "there are no minutes to write" : "there is no onboarding");
    none.expected = options.minutes ? "onboardings with \"workshops\" or \"notes\"" : "documents of kind onboarding";
    programme.diagnostics.push_back(std::move(none));
  }
  return fail(options.common, programme.diagnostics);
}

}  // namespace

void add_onboarding(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<OnboardingOptions>();
  CLI::App* command = application.add_subcommand(
      "onboarding", "Where onboarding runs stand: readiness, gates, what is late; minutes of workshops");
  command->add_option("paths", options->paths,
                      "Files or folders; - is standard input; none: the programme around this folder");
  command->add_option("--run", options->runs, "Only the onboarding of this id; may be repeated")
      ->type_name("ID")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_flag("--minutes", options->minutes, "The minutes of workshops instead");
  command->add_option("--workshop", options->workshop, "Only the minutes of the workshop of this id")->type_name("ID");
  add_format(*command, options->common, {"text", "json", "markdown", "html"});
  add_output(*command, options->common);
  add_today(*command, options->common);
  add_jobs(*command, options->common);
  add_color(*command, options->common);
  add_example(*command,
              "dealwright onboarding scenarios --run harbour-lane-onboarding\n  dealwright onboarding scenarios "
              "--minutes --workshop kick-off --format html --output minutes.html");
  command->callback([options, &exit_code] { exit_code = onboarding(*options); });
}

}  // namespace dealwright::native
