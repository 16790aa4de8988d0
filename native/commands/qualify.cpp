// dealwright qualify: what customers are qualified for, and why.

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "core/evaluate.hpp"
#include "core/report/qualification_report.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/options.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {
namespace {

struct QualifyOptions {
  CommonOptions common;
  std::vector<std::string> paths;
  std::vector<std::string> customers;
};

// What stands in the way of qualifying the customers that were asked for.
void look_for(const std::vector<std::string>& ids, const report::QualificationReport& report, Programme& programme) {
  for (const std::string& id : ids) {
    if (!is_known(programme.library, "customer", id)) {
      programme.diagnostics.push_back(
          no_document(programme.library, "customer", id, fmt::format("there is no customer \"{}\"", id)));
      continue;
    }
    bool is_told = false;
    for (const auto& one : report.customers) is_told = is_told || one.result.customer == id;
    if (is_told) continue;
    const auto& customers = programme.library.documents.customers;
    const auto at = std::find_if(customers.begin(), customers.end(), [&](const auto& one) { return one.id == id; });
    // What is wrong in the customer's own document is told.
    if (at == customers.end()) continue;
    Diagnostic diagnostic;
    diagnostic.code = "customer.not_qualified";
    if (at->playbook.empty() || !at->qualification) {
      diagnostic.message = fmt::format("customer \"{}\" states no {}", id,
                                       at->playbook.empty() ? "playbook that it is qualified by" : "qualification");
      diagnostic.expected = "\"playbook\" and \"qualification\" in its document";
    } else {
      // The mistake itself is told of the playbook, or of the reference to it.
      diagnostic.severity = Severity::info;
      diagnostic.message = fmt::format(
          "customer \"{}\" is not qualified, as its playbook \"{}\" is not there or has mistakes", id, at->playbook);
    }
    programme.diagnostics.push_back(std::move(diagnostic));
  }
}

int qualify(const QualifyOptions& options) {
  Programme programme = read_programme(find_input_files(options.paths), DealHandling::keep, options.common.threads());
  const model::Programme& documents = programme.library.documents;
  Diagnostics found;
  const report::QualificationReport report =
      report::qualification_report(documents, options.customers, engine_version(), found);
  qualification::verdicts(documents, found);
  // The package may be that of a price book that could not be read.
  if (has_errors(programme.diagnostics))
    std::erase_if(found, [](const Diagnostic& one) { return one.code == qualification::unknown_package; });
  add_found(programme, programme.diagnostics, std::move(found));
  if (!programme.library.sources.empty()) look_for(options.customers, report, programme);
  sort_worst_first(programme.diagnostics);
  const std::string& format = options.common.format;
  if (report.customers.empty() && format != "json") {
    if (!has_errors(programme.diagnostics)) {
      Diagnostic none = usage_mistake("no customer is qualified");
      none.expected = "customers that state \"playbook\" and \"qualification\"";
      programme.diagnostics.push_back(std::move(none));
    }
    return fail(options.common, programme.diagnostics);
  }
  return finish(options.common,
                format == "json"       ? report::qualification_json(report)
                : format == "markdown" ? report::qualification_markdown(report)
                                       : report::qualification_text(report),
                programme.diagnostics, exit_pass);
}

}  // namespace

void add_qualify(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<QualifyOptions>();
  CLI::App* command = application.add_subcommand("qualify", "Shared or dedicated: the verdict on customers, and why");
  command->add_option("paths", options->paths,
                      "Files or folders; - is standard input; none: the programme around this folder");
  command->add_option("--customer", options->customers, "Only the customer of this id; may be repeated")
      ->type_name("ID")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_format(*command, options->common, {"text", "json", "markdown"});
  add_output(*command, options->common);
  add_jobs(*command, options->common);
  add_color(*command, options->common);
  add_example(*command, "dealwright qualify scenarios --customer fjordline");
  command->callback([options, &exit_code] { exit_code = qualify(*options); });
}

}  // namespace dealwright::native
