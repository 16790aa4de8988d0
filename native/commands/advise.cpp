// dealwright advise: which offer model and revenue model suit partners, and why.

#include <memory>
#include <utility>

#include <fmt/format.h>

#include "core/evaluate.hpp"
#include "core/report/advice_report.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/options.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {
namespace {

struct AdviseOptions {
  CommonOptions common;
  std::vector<std::string> paths;
  std::vector<std::string> partners;
};

// What stands in the way of advising the partners that were asked for.
void look_for(const std::vector<std::string>& ids, const report::AdviceReport& report, Programme& programme) {
  for (const std::string& id : ids) {
    if (!is_known(programme.library, "partner", id)) {
      programme.diagnostics.push_back(
          no_document(programme.library, "partner", id, fmt::format("there is no partner \"{}\"", id)));
      continue;
    }
    bool is_told = false;
    for (const auto& one : report.partners) is_told = is_told || one.advice.partner == id;
    if (is_told) continue;
    Diagnostic diagnostic;
    diagnostic.code = "partner.not_advised";
    diagnostic.message = fmt::format("partner \"{}\" names no playbook that it can be advised by", id);
    diagnostic.expected = "\"playbook\" in its document";
    programme.diagnostics.push_back(std::move(diagnostic));
  }
}

int advise(const AdviseOptions& options) {
  Programme programme = read_programme(find_input_files(options.paths), DealHandling::keep, options.common.threads());
  Diagnostics found;
  const report::AdviceReport report =
      report::advice_report(programme.library.documents, options.partners, engine_version(), found);
  add_found(programme, programme.diagnostics, std::move(found));
  if (!programme.library.sources.empty()) look_for(options.partners, report, programme);
  sort_worst_first(programme.diagnostics);
  const std::string& format = options.common.format;
  if (report.partners.empty() && format != "json") {
    if (!has_errors(programme.diagnostics)) {
      Diagnostic none = usage_mistake("no partner is advised");
      none.expected = "partners that state \"playbook\"";
      programme.diagnostics.push_back(std::move(none));
    }
    return fail(options.common, programme.diagnostics);
  }
  return finish(options.common,
                format == "json"       ? report::advice_json(report)
                : format == "markdown" ? report::advice_markdown(report)
                                       : report::advice_text(report),
                programme.diagnostics, exit_pass);
}

}  // namespace

void add_advise(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<AdviseOptions>();
  CLI::App* command =
      application.add_subcommand("advise", "Which offer model and revenue model suit partners, and why");
  command->add_option("paths", options->paths,
                      "Files or folders; - is standard input; none: the programme around this folder");
  command->add_option("--partner", options->partners, "Only the partner of this id; may be repeated")
      ->type_name("ID")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_format(*command, options->common, {"text", "json", "markdown"});
  add_output(*command, options->common);
  add_jobs(*command, options->common);
  add_color(*command, options->common);
  add_example(*command, "dealwright advise scenarios --partner northbeam");
  command->callback([options, &exit_code] { exit_code = advise(*options); });
}

}  // namespace dealwright::native
