// dealwright explain: where a number comes from, down to lines of documents.

#include "core/report/explain.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "core/guardrails/metrics.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/one_deal.hpp"

namespace dealwright::native {
namespace {

struct ExplainOptions {
  DealOptions deal;
  report::ExplainQuestion question;
  int period = 0;
  int depth = 0;
};

void add_places(const document::LibraryIndex& library, report::Derivation& node) {
  if (!node.kind.empty()) {
    if (auto place = place_of(library, node.kind, node.id, node.pointer)) node.place = std::move(*place);
  }
  for (report::Derivation& child : node.children) add_places(library, child);
}

std::string rendered(const std::vector<report::Derivation>& trees, const std::string& format, int depth) {
  if (format == "json") return report::derivation_json(trees);
  std::string out;
  for (const report::Derivation& tree : trees) {
    if (!out.empty()) out += '\n';
    out += format == "markdown" ? report::derivation_markdown(tree, depth) : report::derivation_text(tree, depth);
  }
  return out;
}

// Whether the number is one of each line or service line.
bool is_of_lines(const std::string& metric) {
  if (metric == "net" || metric == "list" || metric == "cost") return true;
  const guardrails::Metric* known = guardrails::find_metric(metric);
  return known != nullptr && known->scope != guardrails::Scope::deal;
}

// An option that would be of no effect; "" where there is none.
std::string idle_option(const ExplainOptions& options) {
  const std::string& metric = options.question.metric;
  const auto& known = report::explainables();
  const bool is_known = std::any_of(known.begin(), known.end(), [&](const auto& one) { return one.id == metric; });
  if (!options.question.line.empty() && is_known && !is_of_lines(metric))
    return fmt::format("{} is of the whole deal: leave out --line", metric);
  if (options.depth > 0 && options.deal.common.format == "json") return "--depth is for text and Markdown";
  return {};
}

int explain_deal(ExplainOptions& options) {
  if (const std::string idle = idle_option(options); !idle.empty())
    return fail(options.deal.common, {usage_mistake(idle)});
  const auto one = find_deal(options.deal);
  if (one->deal == nullptr) return fail(options.deal.common, one->diagnostics);
  if (options.period > 0) options.question.period = options.period;
  Diagnostics told;
  const guardrails::Backgrounds backgrounds(one->programme.library.documents, told);
  auto found = report::explain(one->context(), one->priced, options.question, one->background(backgrounds),
                               &one->programme.library.documents);
  if (!found) {
    one->diagnostics.insert(one->diagnostics.end(), found.diagnostics().begin(), found.diagnostics().end());
    return fail(options.deal.common, one->diagnostics);
  }
  std::vector<report::Derivation> trees = std::move(found).value();
  for (report::Derivation& tree : trees) add_places(one->programme.library, tree);
  return finish(options.deal.common, rendered(trees, options.deal.common.format, options.depth), one->diagnostics,
                exit_pass);
}

std::string metric_help() {
  std::string out = "\nMetrics:\n";
  for (const report::Explainable& one : report::explainables()) out += fmt::format("  {:<28}{}\n", one.id, one.help);
  return out;
}

}  // namespace

void add_explain(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = application.add_subcommand("explain", "Where a number comes from, down to lines of documents");
  command->add_option("deal", options->deal.deal, "Id of a deal, or the file that holds it")->required();
  command->add_option("metric", options->question.metric, "The number to explain; the list is below")->required();
  command->add_option("paths", options->deal.paths,
                      "Where the id is looked for; none: the programme around this folder");
  command->add_option("--line", options->question.line, "Only the line of this component; for numbers of lines")
      ->type_name("COMPONENT");
  command->add_option("--period", options->period, "Only this month of the term; for net, list and cost")
      ->type_name("N")
      ->check(CLI::Range(1, 121));
  command->add_option("--depth", options->depth, "Show only so many levels, in text and Markdown")
      ->type_name("N")
      ->check(CLI::Range(1, 100));
  add_format(*command, options->deal.common, {"text", "json", "markdown"});
  add_output(*command, options->deal.common);
  add_jobs(*command, options->deal.common);
  add_color(*command, options->deal.common);
  command->footer(
      metric_help() +
      "\nExample:\n  dealwright explain case-1-fjordline-dedicated net scenarios --line support --period 1");
  command->callback([options, &exit_code] { exit_code = explain_deal(*options); });
}

}  // namespace dealwright::native
