// dealwright simulate: how sure the return of a deal to its customer is.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/base/lookup.hpp"
#include "core/report/figures.hpp"
#include "core/report/simulation_charts.hpp"
#include "core/report/simulation_report.hpp"
#include "core/roi/case_simulation.hpp"
#include "native/commands/chart_folder.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/one_deal.hpp"
#include "native/commands/options.hpp"
#include "native/io/interrupt.hpp"
#include "native/io/parallel.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {
namespace {

struct SimulateOptions {
  DealOptions of;
  std::uint64_t trials = 100'000;
  std::uint64_t seed = 1;
  int within = 0;  // 0: the horizon
  std::string charts;
};

struct Trials {
  std::vector<double> npv;
  std::vector<std::uint16_t> payback;
};

// Each job takes every so-many-th strip: a strip's results depend on its number alone. Appends that it was cancelled.
Trials run_trials(const roi::Simulation& simulation, const SimulateOptions& options, Diagnostics& found) {
  Trials trials{std::vector<double>(options.trials), std::vector<std::uint16_t>(options.trials)};
  const roi::TrialResults results{trials.npv, {}, trials.payback};
  const std::uint64_t strips = roi::strips_of(options.trials);
  const int jobs =
      static_cast<int>(std::min<std::uint64_t>(static_cast<std::uint64_t>(options.of.common.threads()), strips));
  const Interrupt interrupt;
  Progress progress(std::chrono::seconds(1));
  std::atomic<std::uint64_t> done{0};
  in_parallel(jobs, [&](int job) {
    roi::Workspace workspace(simulation);
    for (std::uint64_t strip = static_cast<std::uint64_t>(job); strip < strips && !Interrupt::is_asked();
         strip += static_cast<std::uint64_t>(jobs)) {
      workspace.run(options.seed, strip, results);
      const std::uint64_t all = done.fetch_add(1, std::memory_order_relaxed) + 1;
      if (job == 0) progress.say_share("trials", all, strips);
    }
  });
  if (done < strips) {
    Diagnostic& cancelled = found.emplace_back();
    cancelled.code = "simulate.cancelled";
    cancelled.message = fmt::format("cancelled after {} of {} trials; nothing is written",
                                    report::grouped(std::to_string(done * roi::trials_per_strip)),
                                    report::grouped(std::to_string(options.trials)));
  }
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
  const Trials trials = run_trials(*simulation, options, found);
  if (has_errors(found)) return std::nullopt;
  auto out = roi::simulated_return(*bound, roi::customer_return(*bound, *monthly), *simulation, options.seed,
                                   options.within > 0 ? options.within : bound->horizon, trials.npv, trials.payback);
  out.deal = one.deal->id;
  return out;
}

std::string formatted(const roi::SimulatedReturn& result, const SimulateOptions& options) {
  const std::string& format = options.of.common.format;
  if (format == "json") return report::simulation_json(result);
  if (format == "html") return report::simulation_html(result);
  if (format == "text") return report::simulation_text(result);
  return report::simulation_markdown(result, way_to_charts(options.charts, options.of.common));
}

int run(const SimulateOptions& options) {
  if (const std::string idle = idle_charts(options.charts, options.of.common); !idle.empty())
    return fail(options.of.common, {usage_mistake(idle)});
  const auto one = find_deal(options.of);
  if (one->deal == nullptr) return fail(options.of.common, one->diagnostics);
  Diagnostics found;
  const auto result = simulate(*one, options, found);
  for (Diagnostic& diagnostic : found)
    if (diagnostic.code != "usage" && diagnostic.code != "simulate.cancelled")
      diagnostic.file = "deal/" + one->deal->id;
  add_found(one->programme, one->diagnostics, std::move(found));
  if (!result) return fail(options.of.common, one->diagnostics);
  if (!options.charts.empty()) {
    const auto files = report::chart_files(result->deal, report::simulation_charts(*result));
    Diagnostics unwritten = write_charts(options.charts, files);
    if (!unwritten.empty()) return fail(options.of.common, std::move(unwritten));
  }
  return finish(options.of.common, formatted(*result, options), one->diagnostics, exit_pass);
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
  add_format(*command, options->of.common, {"text", "json", "markdown", "html"});
  add_charts(*command, options->charts);
  add_output(*command, options->of.common);
  add_jobs(*command, options->of.common);
  add_color(*command, options->of.common);
  add_example(*command, "dealwright simulate scenarios --deal case-1-fjordline-dedicated --within 18");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace dealwright::native
