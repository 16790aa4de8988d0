// dealwright review: quarterly reviews of customers, and what could be automated at them.

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/report/review_report.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/options.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {
namespace {

struct ReviewOptions {
  CommonOptions common;
  std::vector<std::string> paths;
  report::ReviewRequest request;
  bool automation = false;
  std::vector<std::string> customers;
};

// An option that would be of no effect; "" where there is none.
std::string idle_option(const ReviewOptions& options) {
  if (!options.automation) return options.customers.empty() ? "" : "--customer is for --automation";
  if (!options.request.plans.empty()) return "--plan does not go with --automation";
  return options.request.internal ? "--internal does not go with --automation" : "";
}

// Nothing where there is nothing to tell; JSON tells that too.
std::optional<std::string> rendered(const report::ReviewReport& report, const std::string& format) {
  if (format == "json") return report::review_json(report);
  if (report.reviews.empty()) return std::nullopt;
  if (format == "markdown") return report::review_markdown(report);
  return format == "html" ? report::review_html(report) : report::review_text(report);
}

std::optional<std::string> rendered(const report::AutomationReport& report, const std::string& format) {
  if (format == "json") return report::automation_json(report);
  if (report.customers.empty()) return std::nullopt;
  if (format == "markdown") return report::automation_markdown(report);
  return format == "html" ? report::automation_html(report) : report::automation_text(report);
}

void look_for(Programme& programme, const char* kind, const char* words, const std::vector<std::string>& ids) {
  if (programme.library.sources.empty()) return;
  for (const std::string& id : ids)
    if (!is_known(programme.library, kind, id))
      programme.diagnostics.push_back(
          no_document(programme.library, kind, id, fmt::format("there is no {} \"{}\"", words, id)));
}

int review(const ReviewOptions& options) {
  if (const std::string idle = idle_option(options); !idle.empty()) return fail(options.common, {usage_mistake(idle)});
  Programme programme = read_programme(find_input_files(options.paths), DealHandling::keep, options.common.threads());
  const model::Programme& documents = programme.library.documents;
  Diagnostics found;
  std::optional<std::string> results;
  if (options.automation) {
    results = rendered(report::automation_report(documents, options.customers), options.common.format);
  } else {
    results = rendered(report::review_report(documents, options.request, options.common.date(), found),
                       options.common.format);
  }
  add_found(programme, programme.diagnostics, std::move(found));
  look_for(programme, "success_plan", "success plan", options.request.plans);
  look_for(programme, "customer", "customer", options.customers);
  sort_worst_first(programme.diagnostics);
  if (results) return finish(options.common, results, programme.diagnostics, exit_pass);
  if (!has_errors(programme.diagnostics)) {
    Diagnostic none = usage_mistake(options.automation ? "there is nothing to rank" : "there is no success plan");
    none.expected = options.automation ? "customers with \"processes\" whose playbook has \"automations\""
                                       : "documents of kind \"success_plan\"";
    programme.diagnostics.push_back(std::move(none));
  }
  return fail(options.common, programme.diagnostics);
}

}  // namespace

void add_review(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<ReviewOptions>();
  CLI::App* command = application.add_subcommand(
      "review", "Quarterly reviews to hand to customers: targets, value realised, health, what comes next");
  command->add_option("paths", options->paths,
                      "Files or folders; - is standard input; none: the programme around this folder");
  command->add_option("--plan", options->request.plans, "Only the success plan of this id; may be repeated")
      ->type_name("ID")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_flag("--internal", options->request.internal,
                    "With what the partner keeps to itself: renewal risk, margin, notes");
  command->add_flag("--automation", options->automation, "What could be automated at customers instead, ranked");
  command->add_option("--customer", options->customers, "With --automation: only this customer; may be repeated")
      ->type_name("ID")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_format(*command, options->common, {"text", "json", "markdown", "html"});
  add_output(*command, options->common);
  add_today(*command, options->common);
  add_jobs(*command, options->common);
  add_color(*command, options->common);
  add_example(*command,
              "dealwright review scenarios --plan packhaven-success --format html --output review.html\n  dealwright "
              "review scenarios --automation --customer packhaven");
  command->callback([options, &exit_code] { exit_code = review(*options); });
}

}  // namespace dealwright::native
