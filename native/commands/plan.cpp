// dealwright plan: partners' growth plans, month by month.

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "core/evaluate.hpp"
#include "core/report/plan_report.hpp"
#include "native/commands/chart_folder.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/options.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {
namespace {

struct PlanOptions {
  CommonOptions common;
  std::vector<std::string> paths;
  report::PlanRequest request;
  std::string charts;
};

std::string formatted(const report::PlanReport& report, const PlanOptions& options) {
  const std::string& format = options.common.format;
  if (format == "json") return report::plan_json(report);
  if (format == "markdown") return report::plan_markdown(report, way_to_charts(options.charts, options.common));
  return format == "html" ? report::plan_html(report) : report::plan_text(report);
}

int plan(const PlanOptions& options) {
  if (const std::string idle = idle_charts(options.charts, options.common); !idle.empty())
    return fail(options.common, {usage_mistake(idle)});
  report::PlanRequest request = options.request;
  request.charts = options.common.format == "html" || !options.charts.empty();
  Programme programme = read_programme(find_input_files(options.paths), DealHandling::stream, options.common.threads());
  Diagnostics found;
  const report::PlanReport report = report::plan_report(programme.library.documents, request, engine_version(), found);
  add_found(programme, programme.diagnostics, std::move(found));
  Diagnostics& told = programme.diagnostics;
  for (const std::string& id : options.request.portfolios) {
    if (!programme.library.sources.empty() && !is_known(programme.library, "portfolio", id))
      told.push_back(no_document(programme.library, "portfolio", id, fmt::format("there is no portfolio \"{}\"", id)));
  }
  sort_worst_first(told);
  if (report.plans.empty() && options.common.format != "json") {
    if (!has_errors(told)) {
      Diagnostic none = usage_mistake("there is no growth plan");
      none.expected = "a document of kind \"portfolio\"";
      told.push_back(std::move(none));
    }
    return fail(options.common, told);
  }
  if (!options.charts.empty()) {
    Diagnostics unwritten = write_charts(options.charts, report::plan_chart_files(report));
    if (!unwritten.empty()) return fail(options.common, std::move(unwritten));
  }
  return finish(options.common, formatted(report, options), told, exit_pass);
}

}  // namespace

void add_plan(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<PlanOptions>();
  CLI::App* command = application.add_subcommand(
      "plan", "Growth plans: customers, recurring revenue, people and cash by year and month");
  command->add_option("paths", options->paths,
                      "Files or folders; - is standard input; none: the programme around this folder");
  command->add_option("--portfolio", options->request.portfolios, "Only the plan of this id; may be repeated")
      ->type_name("ID")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_flag("--monthly", options->request.monthly, "By month as well");
  add_format(*command, options->common, {"text", "json", "markdown", "html"});
  add_charts(*command, options->charts);
  add_output(*command, options->common);
  add_jobs(*command, options->common);
  add_color(*command, options->common);
  add_example(*command, "dealwright plan scenarios --portfolio mercier-growth --monthly");
  command->callback([options, &exit_code] { exit_code = plan(*options); });
}

}  // namespace dealwright::native
