// dealwright check: validates documents and applies guardrails.

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "core/report/run_report.hpp"
#include "native/commands/checker.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/options.hpp"
#include "native/commands/unpriced.hpp"
#include "native/io/parallel.hpp"

namespace dealwright::native {
namespace {

struct CheckOptions {
  CommonOptions common;
  std::vector<std::string> paths;
};

// Diagnostics of files, references and books first, at the place of their file; then those of deals.
Diagnostics in_order(const Programme& programme, Diagnostics of_documents, std::vector<OrderedDiagnostic> of_deals) {
  std::stable_sort(of_deals.begin(), of_deals.end(), [](const OrderedDiagnostic& a, const OrderedDiagnostic& b) {
    return std::tie(a.file, a.diagnostic.line, a.diagnostic.column) <
           std::tie(b.file, b.diagnostic.line, b.diagnostic.column);
  });
  Diagnostics out = programme.diagnostics;
  for (OrderedDiagnostic& one : of_deals) of_documents.push_back(std::move(one.diagnostic));
  add_found(programme, out, std::move(of_documents));
  sort_worst_first(out);
  return out;
}

void add(report::Coverage& to, const report::Coverage& from) {
  to.documents += from.documents;
  to.deals += from.deals;
  to.deals_priced += from.deals_priced;
  to.rule_checks += from.rule_checks;
  to.failed_deals += from.failed_deals;
  to.errors += from.errors;
  to.warnings += from.warnings;
  to.infos += from.infos;
}

// Every thread takes batches until none is left.
void check_stream(DealQueue& queue, std::vector<std::unique_ptr<Checker>>& checkers, const Programme& programme,
                  const EvaluateOptions& options) {
  Progress progress;
  in_parallel(static_cast<int>(checkers.size()), [&](int job) {
    auto& checker = checkers[static_cast<std::size_t>(job)];
    DealBatch batch;
    while (queue.next(batch)) {
      if (!checker) checker = std::make_unique<Checker>(programme, options);
      checker->check_batch(batch);
      if (job == 0) {
        // The other threads' share is about the same; a line that is overwritten ten times a second need not be exact.
        const auto threads = static_cast<long long>(checkers.size());
        progress.say(checker->coverage().deals * threads, checker->bytes() * threads);
      }
    }
  });
}

report::CheckReport check(const CheckOptions& options) {
  const int jobs = options.common.threads();
  const InputFiles files = find_input_files(options.paths);
  const Programme programme = read_programme(files, DealHandling::stream, jobs);
  EvaluateOptions evaluate_options = options.common.evaluation(programme);
  evaluate_options.fingerprints = false;

  const bool many =
      programme.deal_files.size() > 16 || std::any_of(programme.deal_files.begin(), programme.deal_files.end(),
                                                      [](const DealFile& f) { return f.is_lines; });
  std::vector<std::unique_ptr<Checker>> checkers(many ? static_cast<std::size_t>(jobs) : 1);
  checkers[0] = std::make_unique<Checker>(programme, evaluate_options);
  const int deal_kind = document::kind_index(document::type_of<model::Programme>(), "deal");
  int other_documents = 0;
  for (const document::Entry& entry : programme.library.entries) {
    if (entry.kind == deal_kind) {
      checkers[0]->check_entry(entry);
    } else {
      ++other_documents;
    }
  }
  DealQueue queue(programme.deal_files);
  check_stream(queue, checkers, programme, evaluate_options);
  std::erase(checkers, nullptr);

  report::CheckReport report;
  report.engine = engine_version();
  report.today = evaluate_options.today;
  report.coverage.documents = other_documents;
  report.coverage.rules = checkers[0]->evaluator().rule_count();
  std::vector<OrderedFinding> findings;
  Unpriced unpriced;
  std::vector<OrderedDiagnostic> of_deals = take_back_repeats(checkers, files.files);
  for (const auto& checker : checkers) {
    add(report.coverage, checker->coverage());
    findings.insert(findings.end(), checker->findings().begin(), checker->findings().end());
    of_deals.insert(of_deals.end(), checker->diagnostics().begin(), checker->diagnostics().end());
    for (const auto& [book, deals] : checker->unpriced()) {
      if (!deals.empty()) unpriced[book] += deals.size();
    }
  }

  Diagnostics of_documents = checkers[0]->evaluator().diagnostics();
  tell_unpriced(programme.library, unpriced, of_documents);
  const bool is_whole = std::none_of(files.files.begin(), files.files.end(),
                                     [](const InputFile& file) { return file.role == FileRole::reference; });
  for (Diagnostic& one : check_planned(programme, checkers, is_whole)) of_documents.push_back(std::move(one));
  of_documents.insert(of_documents.end(), queue.diagnostics().begin(), queue.diagnostics().end());
  report.diagnostics = in_order(programme, std::move(of_documents), std::move(of_deals));

  // The findings of one deal keep their order: all come from one thread.
  std::stable_sort(findings.begin(), findings.end(), [](const OrderedFinding& a, const OrderedFinding& b) {
    const auto key = [](const OrderedFinding& f) {
      return std::tuple(-static_cast<int>(f.placed.finding.severity), f.file, f.placed.place.line,
                        f.placed.place.column);
    };
    return key(a) < key(b);
  });
  for (OrderedFinding& finding : findings) report.findings.push_back(std::move(finding.placed));
  report.result = has_errors(report.diagnostics) ? "error" : report.coverage.errors > 0 ? "fail" : "pass";
  return report;
}

std::string rendered(const report::CheckReport& report, const CommonOptions& options) {
  if (options.format == "json") return report::check_json(report);
  if (options.format == "markdown") return report::check_markdown(report);
  if (options.format == "csv") return report::check_csv(report);
  return report::check_text(report, options.result_style());
}

}  // namespace

void add_check(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<CheckOptions>();
  CLI::App* command = application.add_subcommand("check", "Validate documents and apply guardrails; for pipelines");
  command->add_option("paths", options->paths,
                      "Files or folders; - is standard input; none: the programme around this folder");
  add_format(*command, options->common, {"text", "json", "markdown", "csv"});
  add_output(*command, options->common);
  add_today(*command, options->common);
  add_jobs(*command, options->common);
  add_color(*command, options->common);
  add_example(*command, "dealwright check scenarios\n  generate-deals | dealwright check price-books guardrails -");
  command->callback([options, &exit_code] {
    const report::CheckReport report = check(*options);
    const int code = report::exit_code(report.coverage, report.diagnostics);
    exit_code = finish(options->common, rendered(report, options->common), {}, code);
  });
}

}  // namespace dealwright::native
