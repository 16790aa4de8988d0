// dealwright simulate: how sure the return of a deal to its customer is.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/base/lookup.hpp"
#include "core/report/simulation_report.hpp"
#include "core/roi/case_simulation.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/one_deal.hpp"
#include "native/commands/options.hpp"
#include "native/io/parallel.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {
namespace {

struct SimulateOptions {
  DealOptions of;
  std::uint64_t trials = 100'000;
  std::uint64_t seed = 1;
  int within = 0;  // 0: the horizon
};

struct Trials {
  std::vector<double> npv;
  std::vector<std::uint16_t> payback;
};

// Each job takes every so-many-th strip: a strip's results depend on its number alone.
Trials run_trials(const roi::Simulation& simulation, const SimulateOptions& options) {
  Trials trials{std::vector<double>(options.trials), std::vector<std::uint16_t>(options.trials)};
  const roi::TrialResults results{trials.npv, {}, trials.payback};
  const std::uint64_t strips = roi::strips_of(options.trials);
  const int jobs =
      static_cast<int>(std::min<std::uint64_t>(static_cast<std::uint64_t>(options.of.common.threads()), strips));
  in_parallel(jobs, [&](int job) {
    roi::Workspace workspace(simulation);
    for (std::uint64_t strip = static_cast<std::uint64_t>(job); strip < strips;
         strip += static_cast<std::uint64_t>(jobs))
      workspace.run(options.seed, strip, results);
  });
  return trials;
}

std::optional<roi::SimulatedReturn> simulate(const OneDeal& one, const SimulateOptions& options, Diagnostics& found) {
  const model::Programme& documents = one.programme.library.documents;
  if (!one.deal->business_case) {
    Diagnostic& missing = found.emplace_back();
    missing.code = "case.none";
    missing.message = "the deal has no business case to try out";
    missing.expected = "\"business_case\"";
    return std::nullopt;
  }
  const auto bound =
      roi::bind_case(*one.deal, *one.customer, find_id(documents.playbooks, one.customer->playbook), found);
  if (!bound) return std::nullopt;
  const auto monthly = roi::monthly_case(*bound, one.priced, found);
  if (!monthly) return std::nullopt;
  if (options.within > bound->horizon) {
    found.push_back(
        usage_mistake(fmt::format("--within {} lies after the horizon of {} months", options.within, bound->horizon)));
    return std::nullopt;
  }
  const auto simulation = roi::Simulation::from(roi::simulation_model(*bound, *monthly));
  if (!simulation) {
    for (Diagnostic diagnostic : simulation.diagnostics()) {
      diagnostic.pointer = "/business_case";
      found.push_back(std::move(diagnostic));
    }
    return std::nullopt;
  }
  const Trials trials = run_trials(*simulation, options);
  auto out = roi::simulated_return(*bound, roi::customer_return(*bound, *monthly), *simulation, options.seed,
                                   options.within > 0 ? options.within : bound->horizon, trials.npv, trials.payback);
  out.deal = one.deal->id;
  return out;
}

int run(const SimulateOptions& options) {
  const auto one = find_deal(options.of);
  if (one->deal == nullptr) return fail(options.of.common, one->diagnostics);
  Diagnostics found;
  const auto result = simulate(*one, options, found);
  for (Diagnostic& diagnostic : found)
    if (diagnostic.code != "usage") diagnostic.file = "deal/" + one->deal->id;
  add_found(one->programme, one->diagnostics, std::move(found));
  if (!result) return fail(options.of.common, one->diagnostics);
  const std::string& format = options.of.common.format;
  return finish(options.of.common,
                format == "json"       ? report::simulation_json(*result)
                : format == "markdown" ? report::simulation_markdown(*result)
                                       : report::simulation_text(*result),
                one->diagnostics, exit_pass);
}

}  // namespace

void add_simulate(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<SimulateOptions>();
  CLI::App* command =
      application.add_subcommand("simulate", "How sure the return of a deal to its customer is, by many trials");
  command->add_option("paths", options->of.paths, "Files or folders; none: the programme around this folder");
  command->add_option("--deal", options->of.deal, "Id of a deal, or the file that holds it")
      ->type_name("ID")
      ->required();
  command->add_option("--trials", options->trials, "How many trials")
      ->type_name("N")
      ->check(CLI::Range(std::uint64_t{1}, roi::most_trials))
      ->capture_default_str();
  command->add_option("--seed", options->seed, "Which random numbers: the same ones for the same seed")
      ->type_name("S")
      ->capture_default_str();
  command
      ->add_option("--within", options->within, "Months of which the probability of payback is told; none: the horizon")
      ->type_name("MONTHS")
      ->check(CLI::Range(1, 120));
  add_format(*command, options->of.common, {"text", "json", "markdown"});
  add_output(*command, options->of.common);
  add_jobs(*command, options->of.common);
  add_color(*command, options->of.common);
  add_example(*command, "dealwright simulate scenarios --deal case-1-fjordline-dedicated --within 18");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace dealwright::native
