// dealwright quote: the customer's proposal in the partner's brand.

#include <memory>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "core/evaluate.hpp"
#include "core/report/figures.hpp"
#include "core/report/proposal.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/one_deal.hpp"

namespace dealwright::native {
namespace {

// What a salesperson must know before the proposal leaves the house, and what must not stand in it.
Diagnostics failed_guardrails(const OneDeal& one, const CommonOptions& options) {
  EvaluateOptions evaluate_options = options.evaluation(one.programme);
  evaluate_options.ways_out = false;
  evaluate_options.fingerprints = false;
  Evaluator evaluator(one.programme.library.documents, evaluate_options);
  report::DealEvaluation result;
  Diagnostics told_already;
  evaluator.evaluate(*one.deal, result, told_already);
  std::set<std::pair<std::string, std::string>> failed;
  for (const guardrails::Finding& finding : result.findings) {
    if (finding.severity == model::RuleSeverity::error) failed.emplace(finding.guardrails, finding.rule);
  }
  if (failed.empty()) return {};
  Diagnostic diagnostic;
  diagnostic.severity = Severity::warning;
  diagnostic.code = "quote.guardrail";
  diagnostic.file = "deal/" + one.deal->id;
  diagnostic.message = fmt::format("this deal fails {}: see dealwright check",
                                   report::counted(static_cast<long long>(failed.size()), "guardrail", "guardrails"));
  return {diagnostic};
}

int quote(const DealOptions& options) {
  const auto one = find_deal(options);
  if (one->deal == nullptr) return fail(options.common, one->diagnostics);
  const model::PriceBook& book = one->book->source();
  const report::Proposal proposal = report::make_proposal({*one->deal, *one->customer, *one->partner, one->brand, book},
                                                          one->priced, options.common.date());
  add_found(one->programme, one->diagnostics, failed_guardrails(*one, options.common));
  const std::string& format = options.common.format;
  return finish(options.common,
                format == "json"       ? report::proposal_json(proposal)
                : format == "markdown" ? report::proposal_markdown(proposal)
                                       : report::proposal_text(proposal),
                one->diagnostics, exit_pass);
}

}  // namespace

void add_quote(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<DealOptions>();
  CLI::App* command =
      application.add_subcommand("quote", "The customer's proposal in the partner's brand: no cost, no margin");
  add_deal(*command, *options);
  add_format(*command, options->common, {"text", "markdown", "json"});
  add_output(*command, options->common);
  add_today(*command, options->common);
  add_jobs(*command, options->common);
  add_color(*command, options->common);
  add_example(*command, "dealwright quote case-1-fjordline-dedicated scenarios --format markdown --output proposal.md");
  command->callback([options, &exit_code] { exit_code = quote(*options); });
}

}  // namespace dealwright::native
