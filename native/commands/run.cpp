// dealwright run: full results of deals.

#include <algorithm>
#include <memory>
#include <utility>

#include "core/evaluate.hpp"
#include "core/report/models_report.hpp"
#include "core/report/run_report.hpp"
#include "native/commands/chart_folder.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/options.hpp"
#include "native/commands/unpriced.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {
namespace {

struct RunOptions {
  CommonOptions common;
  std::vector<std::string> paths;
  std::vector<std::string> deals;
  std::string table;
  std::string by;
  bool models = false;
  std::string charts;
};

// Keeps the deals that were asked for; an id that none bears is a diagnostic.
void select(Programme& programme, const std::vector<std::string>& ids) {
  for (const std::string& id : ids) {
    if (is_known(programme.library, "deal", id)) continue;
    programme.diagnostics.push_back(no_document(programme.library, "deal", id, "there is no deal \"" + id + "\""));
  }
  std::erase_if(programme.library.documents.deals,
                [&](const model::Deal& deal) { return std::find(ids.begin(), ids.end(), deal.id) == ids.end(); });
}

std::string rendered(const report::Evaluation& evaluation, const RunOptions& options) {
  const bool csv = options.common.format == "csv";
  const std::string by = !options.by.empty() ? options.by : csv ? "month" : "year";
  const auto step = by == "month" ? report::ScheduleStep::month : report::ScheduleStep::year;
  if (options.common.format == "json") return report::run_json(evaluation);
  if (options.common.format == "html") return report::run_html(evaluation, step);
  if (options.common.format == "markdown")
    return report::run_markdown(evaluation, step, way_to_charts(options.charts, options.common));
  if (!csv) return report::run_text(evaluation, step);
  // "return" is no name that a program may give.
  const std::string_view table = options.table.empty()       ? "lines"
                                 : options.table == "return" ? "customer_return"
                                                             : std::string_view(options.table);
  const auto tables = document::type_of<report::RunTable>().choices;
  const auto at = std::find(tables.begin(), tables.end(), table);
  return report::run_csv(evaluation, static_cast<report::RunTable>(at - tables.begin()), step);
}

// An option that would be of no effect; "" where there is none.
std::string idle_option(const RunOptions& options) {
  const std::string& format = options.common.format;
  if (!options.table.empty() && format != "csv") return "--table is for --format csv";
  if (!options.by.empty() && (format == "json" || (format == "csv" && options.table != "schedule")))
    return "--by is for text, Markdown, HTML and --format csv --table schedule";
  if (options.models && (format == "csv" || format == "html")) return "--models is for text, Markdown and JSON";
  if (options.models && !options.by.empty()) return "--by is for results without --models";
  if (options.models && !options.charts.empty()) return "--charts is for results without --models";
  return idle_charts(options.charts, options.common);
}

// Models compared instead of results. Deals that fail a guardrail are compared as well, and findings are not told.
int compare(const RunOptions& options, const model::Programme& documents, const report::Evaluation& evaluation,
            Programme& programme) {
  Diagnostics found;
  const report::ModelsReport models = report::models_report(documents, evaluation, found);
  add_found(programme, programme.diagnostics, std::move(found));
  sort_worst_first(programme.diagnostics);
  const std::string& format = options.common.format;
  if (models.deals.empty() && format != "json") return fail(options.common, programme.diagnostics);
  return finish(options.common,
                format == "json"       ? report::models_json(models)
                : format == "markdown" ? report::models_markdown(models)
                                       : report::models_text(models),
                programme.diagnostics, has_errors(programme.diagnostics) ? exit_bad_input : exit_pass);
}

int run(const RunOptions& options) {
  if (const std::string idle = idle_option(options); !idle.empty()) return fail(options.common, {usage_mistake(idle)});
  Programme programme = read_programme(find_input_files(options.paths), DealHandling::keep, options.common.threads());
  const EvaluateOptions evaluate_options = options.common.evaluation(programme);
  const model::Programme& documents = programme.library.documents;
  if (!options.deals.empty()) {
    if (!programme.library.sources.empty()) select(programme, options.deals);
    if (documents.deals.empty()) {
      add_found(programme, programme.diagnostics, {});
      return fail(options.common, programme.diagnostics);
    }
  }
  report::Evaluation evaluation = evaluate(documents, evaluate_options);
  Unpriced unpriced;
  for (std::size_t at = 0; at < evaluation.deals.size(); ++at) {
    if (!evaluation.deals[at].priced) ++unpriced[documents.deals[at].price_book];
  }
  tell_unpriced(programme.library, unpriced, evaluation.diagnostics);
  add_found(programme, programme.diagnostics, std::move(evaluation.diagnostics));
  if (options.models) return compare(options, documents, evaluation, programme);
  evaluation.diagnostics = std::move(programme.diagnostics);
  sort_worst_first(evaluation.diagnostics);
  const int code = report::exit_code(evaluation.coverage, evaluation.diagnostics);
  // Of no deal at all only JSON has something to say: the diagnostics.
  if (evaluation.deals.empty() && has_errors(evaluation.diagnostics) && options.common.format != "json")
    return fail(options.common, evaluation.diagnostics);
  if (!options.charts.empty()) {
    Diagnostics unwritten = write_charts(options.charts, report::run_charts(evaluation));
    if (!unwritten.empty()) return fail(options.common, std::move(unwritten));
  }
  return finish(options.common, rendered(evaluation, options), evaluation.diagnostics, code);
}

}  // namespace

void add_run(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<RunOptions>();
  CLI::App* command =
      application.add_subcommand("run", "Full results: totals, lines, margins, schedule, returns, findings");
  command->add_option("paths", options->paths,
                      "Files or folders; - is standard input; none: the programme around this folder");
  command->add_option("--deal", options->deals, "Only the deal of this id; may be repeated")
      ->type_name("ID")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_option("--table", options->table, "Table of CSV")
      ->check(CLI::IsMember({"lines", "schedule", "totals", "margins", "findings", "return"}))
      ->default_str("lines");
  command->add_option("--by", options->by, "Rows of the schedule; year, in CSV month, where it is not stated")
      ->check(CLI::IsMember({"year", "month"}));
  command->add_flag("--models", options->models, "The deals under each offer model and revenue model instead");
  add_format(*command, options->common, {"text", "json", "markdown", "html", "csv"});
  add_charts(*command, options->charts);
  add_output(*command, options->common);
  add_today(*command, options->common);
  add_jobs(*command, options->common);
  add_color(*command, options->common);
  add_example(*command,
              "dealwright run scenarios --deal case-1-fjordline-dedicated\n  dealwright run scenarios --deal "
              "case-1-lumen-start --models\n  dealwright run scenarios --format csv "
              "--table schedule");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace dealwright::native
