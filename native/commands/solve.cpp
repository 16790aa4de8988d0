// dealwright solve: what clears a deal's findings, or reaches a goal.

#include "core/guardrails/solve.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "core/base/suggest.hpp"
#include "core/evaluate.hpp"
#include "core/guardrails/background.hpp"
#include "core/guardrails/phrases.hpp"
#include "core/report/solve_report.hpp"
#include "core/roi/case_trials.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/one_deal.hpp"

namespace dealwright::native {
namespace {

struct SolveOptions {
  DealOptions deal;
  std::string metric;
  std::string target;
  std::string lever;
  std::string line;
  std::string base;
};

// "0.35", "35 %" or "35%".
std::optional<Decimal> parse_target(std::string_view text) {
  const bool per_cent = text.ends_with('%');
  if (per_cent) text.remove_suffix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  Decimal value;
  if (Decimal::parse(text, value) != DecimalError::none) return std::nullopt;
  return per_cent ? Decimal::divide(value, Decimal::whole(100)) : value;
}

std::string check_target(const std::string& text) {
  return parse_target(text) ? "" : "\"" + text + "\" is not a number such as 0.35, 35% or 1200.00";
}

std::vector<std::string> levers() {
  const auto names = document::type_of<model::Lever>().choices;
  return {names.begin(), names.end()};
}

// The rules that hold for the deal: of the documents that it names, else of all.
std::vector<guardrails::RuleSet> rules_of(const model::Programme& programme, const model::Deal& deal) {
  std::vector<guardrails::RuleSet> sets;
  for (const model::Guardrails& document : programme.guardrails) {
    const bool named = std::find(deal.guardrails.begin(), deal.guardrails.end(), document.id) != deal.guardrails.end();
    if (deal.guardrails.empty() || named) sets.emplace_back(document);
  }
  return sets;
}

// What is wrong with the target, in the words in which a guardrail's bound is refused.
std::optional<Diagnostic> mistake_of_target(const guardrails::Metric& metric, const SolveOptions& options,
                                            model::RuleBase base, Currency currency) {
  if (options.target.ends_with('%') && metric.unit != guardrails::MetricUnit::rate) {
    Diagnostic diagnostic = usage_mistake(fmt::format("{} is no rate, so its target is not in per cent", metric.id));
    diagnostic.expected = metric.unit == guardrails::MetricUnit::money ? "an amount such as 1200.00" : "a number";
    return diagnostic;
  }
  model::Guardrails document;
  document.currency = currency;
  model::Rule& rule = document.rules.emplace_back();
  rule.id = "target";
  rule.metric = metric.id;
  rule.base = base;
  rule.min = parse_target(options.target);
  const guardrails::RuleSet set(document);
  for (const Diagnostic& diagnostic : set.diagnostics()) {
    if (diagnostic.severity != Severity::error) continue;
    Diagnostic mistake = usage_mistake("--target: " + diagnostic.message);
    mistake.expected = diagnostic.expected;
    return mistake;
  }
  return std::nullopt;
}

// An option that would be of no effect; "" where there is none.
std::string idle_option(const SolveOptions& options, const guardrails::Metric& metric) {
  if (!options.line.empty() && metric.scope == guardrails::Scope::deal)
    return fmt::format("metric {} is of the whole deal: leave out --line", metric.id);
  if (!options.base.empty() && metric.id != "price") return "--base is for metric price";
  return {};
}

// The subject that the metric is asked of; a diagnostic where it needs a line that was not named.
std::optional<guardrails::Subject> subject_of(const guardrails::Metric& metric, const pricing::PricedDeal& priced,
                                              const std::string& line, Diagnostics& diagnostics) {
  if (metric.scope == guardrails::Scope::deal) return guardrails::deal_subject();
  const auto at =
      std::find_if(priced.lines.begin(), priced.lines.end(), [&](const auto& one) { return one.component == line; });
  if (at == priced.lines.end()) {
    std::vector<std::string_view> names;
    for (const auto& one : priced.lines) names.push_back(one.component);
    Diagnostic diagnostic =
        usage_mistake(line.empty() ? fmt::format("metric {} is asked of a line: name it with --line", metric.id)
                                   : fmt::format("the deal has no line of component \"{}\"", line));
    if (!line.empty()) diagnostic.nearest = nearest_name(line, names);
    diagnostics.push_back(std::move(diagnostic));
    return std::nullopt;
  }
  const guardrails::Subject of_line = guardrails::line_subject(priced, static_cast<int>(at - priced.lines.begin()));
  return metric.scope == guardrails::Scope::line ? of_line
                                                 : guardrails::service_line_subject(priced, of_line.service_line);
}

int solve_goal(const SolveOptions& options, OneDeal& one) {
  const auto refuse = [&](Diagnostic diagnostic) {
    one.diagnostics.push_back(std::move(diagnostic));
    return fail(options.deal.common, one.diagnostics);
  };
  const guardrails::Metric* metric = guardrails::find_metric(options.metric);
  if (metric == nullptr) {
    Diagnostic diagnostic = usage_mistake(fmt::format("there is no metric \"{}\"", options.metric));
    diagnostic.nearest = guardrails::nearest_metric(options.metric);
    return refuse(std::move(diagnostic));
  }
  if (!metric->is_number()) return refuse(usage_mistake(fmt::format("metric {} is not a number", metric->id)));
  if (const std::string idle = idle_option(options, *metric); !idle.empty()) return refuse(usage_mistake(idle));
  const auto subject = subject_of(*metric, one.priced, options.line, one.diagnostics);
  if (!subject) return fail(options.deal.common, one.diagnostics);
  const auto names = levers();
  guardrails::Goal goal;
  goal.metric = metric;
  goal.base = metric->id != "price"    ? model::RuleBase::none
              : options.base == "cost" ? model::RuleBase::cost
                                       : model::RuleBase::list;
  goal.subject = *subject;
  goal.target = parse_target(options.target).value_or(Decimal());
  goal.lever = static_cast<model::Lever>(std::find(names.begin(), names.end(), options.lever) - names.begin());
  if (auto mistake = mistake_of_target(*metric, options, goal.base, one.priced.currency))
    return refuse(std::move(*mistake));

  const pricing::Context context = one.context();
  const guardrails::UsersPriced users(*one.book);
  const model::Programme& documents = one.programme.library.documents;
  Diagnostics told;
  const guardrails::Backgrounds backgrounds(documents, told);
  roi::CaseTrials trials;
  const guardrails::Facts facts{context, one.priced, users, one.background(backgrounds), &trials};
  const auto unsolved = [&](std::string message) {
    Diagnostic diagnostic = usage_mistake(std::move(message));
    diagnostic.code = "solve.none";
    return refuse(std::move(diagnostic));
  };
  if (metric->value(facts, *subject, goal.base).is_missing())
    return unsolved(fmt::format("metric {} has no value in this deal", metric->id));
  if (guardrails::places_of(goal.lever, context, one.priced, *subject).empty())
    return unsolved(fmt::format("there is nothing in this deal that lever {} could change", options.lever));
  const auto sets = rules_of(documents, *one.deal);
  std::vector<const guardrails::RuleSet*> pointers;
  pointers.reserve(sets.size());
  for (const auto& set : sets) pointers.push_back(&set);
  pricing::Pricer pricer;
  guardrails::Solver solver(pricer);
  const auto change = solver.solve_for(pointers, facts, goal);
  if (!change) {
    return unsolved(fmt::format("no value of lever {} brings {} to {}", options.lever, metric->id, options.target));
  }
  const report::GoalReport report{
      one.deal->id,
      one.priced.currency,
      std::string(metric->label),
      guardrails::subject_text(one.priced, *subject),
      guardrails::bound_text(*metric, goal.target, one.priced.currency),
      guardrails::value_text(*metric, metric->value(facts, *subject, goal.base), one.priced.currency),
      *change};
  const std::string& format = options.deal.common.format;
  return finish(options.deal.common,
                format == "json"       ? report::goal_json(report)
                : format == "markdown" ? report::goal_markdown(report)
                                       : report::goal_text(report),
                one.diagnostics, exit_pass);
}

int solve_findings(const SolveOptions& options, OneDeal& one) {
  EvaluateOptions evaluate_options = options.deal.common.evaluation(one.programme);
  evaluate_options.fingerprints = false;
  Evaluator evaluator(one.programme.library.documents, evaluate_options);
  report::DealEvaluation result;
  Diagnostics found;
  evaluator.evaluate(*one.deal, result, found);
  for (Diagnostic& diagnostic : found) diagnostic.file = "deal/" + one.deal->id;
  add_found(one.programme, one.diagnostics, std::move(found));
  const bool failed =
      std::any_of(result.findings.begin(), result.findings.end(),
                  [](const guardrails::Finding& finding) { return finding.severity == model::RuleSeverity::error; });
  const report::SolveReport report{one.deal->id, one.priced.currency, std::move(result.findings)};
  const std::string& format = options.deal.common.format;
  return finish(options.deal.common,
                format == "json"       ? report::solve_json(report)
                : format == "markdown" ? report::solve_markdown(report)
                                       : report::solve_text(report, options.deal.common.result_style()),
                one.diagnostics, failed ? exit_guardrail_failed : exit_pass);
}

int solve(const SolveOptions& options) {
  const auto one = find_deal(options.deal);
  if (one->deal == nullptr) return fail(options.deal.common, one->diagnostics);
  return options.metric.empty() ? solve_findings(options, *one) : solve_goal(options, *one);
}

}  // namespace

void add_solve(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<SolveOptions>();
  CLI::App* command =
      application.add_subcommand("solve", "What clears a deal's findings, or brings a metric to a target");
  add_deal(*command, options->deal);
  CLI::Option* metric = command->add_option("--metric", options->metric, "Bring this metric of guardrails to --target")
                            ->type_name("METRIC");
  CLI::Option* target =
      command->add_option("--target", options->target, "What the metric should become: 0.35, 35%, 1200.00")
          ->type_name("X")
          ->check(CLI::Validator(check_target, ""));
  CLI::Option* lever =
      command->add_option("--lever", options->lever, "What may be changed for it")->check(CLI::IsMember(levers()));
  metric->needs(target)->needs(lever);
  target->needs(metric);
  lever->needs(metric);
  command->add_option("--line", options->line, "The line of this component, for metrics of lines and service lines")
      ->type_name("COMPONENT")
      ->needs(metric);
  command->add_option("--base", options->base, "For metric price: over list or over cost")
      ->check(CLI::IsMember({"list", "cost"}))
      ->default_str("list")
      ->needs(metric);
  add_format(*command, options->deal.common, {"text", "json", "markdown"});
  add_output(*command, options->deal.common);
  add_today(*command, options->deal.common);
  add_jobs(*command, options->deal.common);
  add_color(*command, options->deal.common);
  add_example(*command,
              "dealwright solve case-1-fjordline-dedicated scenarios\n"
              "  dealwright solve case-1-fjordline-dedicated scenarios --metric gross_margin --target 40% --lever "
              "deal_discount");
  command->callback([options, &exit_code] { exit_code = solve(*options); });
}

}  // namespace dealwright::native
