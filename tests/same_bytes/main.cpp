// Prints the evaluation of every deal it is given, with what trials of its business case and other models come to, and
// the reports on customers, partners, onboarding runs and success plans: what the native and the WebAssembly build must
// agree on, byte for byte.
//
// Usage: same_bytes [FILE | FOLDER | --list FILE | --generated NUMBER SEED | --cash-flows | --simulations |
// --growth-plans | --shaped-cases]...
// A list names a file on each line. Without arguments: every document of scenarios/, 1,000 generated deals, the
// figures over cash flows, the bits of simulations, growth plans and trials of every shape.

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/collection.hpp"
#include "core/document/model_types.hpp"
#include "core/document/references.hpp"
#include "core/document/writer.hpp"
#include "core/evaluate.hpp"
#include "tests/same_bytes/cash_flows.hpp"
#include "tests/same_bytes/charts.hpp"
#include "tests/same_bytes/files.hpp"
#include "tests/same_bytes/growth_plans.hpp"
#include "tests/same_bytes/models.hpp"
#include "tests/same_bytes/reports.hpp"
#include "tests/same_bytes/returns.hpp"
#include "tests/same_bytes/reviews.hpp"
#include "tests/same_bytes/sensitivities.hpp"
#include "tests/same_bytes/simulations.hpp"
#include "tests/support/generate.hpp"

namespace dealwright::tests {

namespace {

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void print(const Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics) print(to_line(diagnostic) + "\n");
}

// Reads the sources as one programme and evaluates its deals.
void evaluate_sources(std::vector<document::Source> sources) {
  document::Library<model::Programme> library;
  document::Reader reader;
  Diagnostics diagnostics;
  for (auto& source : sources) document::add_source(library, std::move(source), reader, diagnostics);
  document::check_references(library, diagnostics);
  print(diagnostics);

  EvaluateOptions options;
  options.today = *Date::from(2026, 6, 1);
  Evaluator evaluator(library.documents, options);
  print(evaluator.diagnostics());
  report::DealEvaluation evaluation;
  std::vector<PricedCase> cases;
  for (const auto& deal : library.documents.deals) {
    print("deal " + deal.id + "\n");
    diagnostics.clear();
    evaluator.evaluate(deal, evaluation, diagnostics);
    print(diagnostics);
    print(document::write_json(evaluation));
    print(chart_lines(evaluation));
    if (evaluation.partner_return) print(compared_models(library.documents, deal, evaluation.pricing));
    if (!evaluation.customer_return) continue;
    print(simulated_case(library.documents, deal, evaluation.pricing));
    print(moved_case(library.documents, deal, evaluation.pricing));
    cases.push_back({&deal, evaluation.pricing});
  }
  print(compared_cases(library.documents, cases));
  print(std::to_string(library.documents.deals.size()) + " deals\n");
  diagnostics.clear();
  for (const auto& text : reports_of(library.documents, options.today, diagnostics)) print(text);
  print(diagnostics);
  diagnostics.clear();
  print(reviews_of(library.documents, *Date::from(2026, 11, 20), diagnostics));
  print(diagnostics);
}

template <class T>
void append_lines(std::string& text, const std::vector<T>& documents) {
  for (const auto& document : documents) text += document::write_line(document) + "\n";
}

// Generated documents take the way of all others: as text.
void evaluate_generated(Kind kind, std::uint64_t deals, std::uint64_t seed) {
  const auto programme = generate_programme(kind, seed);
  std::string text;
  append_lines(text, programme.price_books);
  append_lines(text, programme.partners);
  append_lines(text, programme.customers);
  append_lines(text, programme.guardrails);
  for (std::uint64_t index = 0; index < deals; ++index) {
    text += document::write_line(generate_deal(kind, programme, seed, index)) + "\n";
  }
  evaluate_sources({{"generated.jsonl", std::move(text)}});
}

bool read_number(std::string_view text, std::uint64_t& number) {
  return std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc{};
}

int run(std::vector<std::string_view> arguments) {
  if (arguments.empty())
    arguments = {"scenarios",    "--generated",   "1000",           "1",
                 "--cash-flows", "--simulations", "--growth-plans", "--shaped-cases"};
  std::vector<std::string> paths;
  std::uint64_t deals = 0, seed = 0;
  bool has_cash_flows = false, has_simulations = false, has_growth_plans = false, has_shaped_cases = false;
  for (std::size_t next = 0; next < arguments.size(); ++next) {
    bool* const part = arguments[next] == "--cash-flows"     ? &has_cash_flows
                       : arguments[next] == "--simulations"  ? &has_simulations
                       : arguments[next] == "--growth-plans" ? &has_growth_plans
                       : arguments[next] == "--shaped-cases" ? &has_shaped_cases
                                                             : nullptr;
    if (part != nullptr) {
      *part = true;
      continue;
    }
    const bool sound = arguments[next] == "--list" ? next + 1 < arguments.size() && read_list(arguments[++next], paths)
                       : arguments[next] == "--generated"
                           ? next + 2 < arguments.size() && read_number(arguments[++next], deals) &&
                                 read_number(arguments[++next], seed)
                           : add_documents(std::string(arguments[next]), paths);
    if (!sound) {
      std::fprintf(stderr, "same_bytes: %s is not usable\n", std::string(arguments[next]).c_str());
      return 2;
    }
  }
  std::vector<document::Source> sources;
  for (const auto& path : paths) {
    document::Source source{path, {}};
    if (!read_file(path, source.text)) {
      std::fprintf(stderr, "same_bytes: cannot read %s\n", path.c_str());
      return 2;
    }
    sources.push_back(std::move(source));
  }
  if (!sources.empty()) evaluate_sources(std::move(sources));
  if (deals != 0) {
    evaluate_generated(Kind::adversarial, deals - deals / 2, seed);
    evaluate_generated(Kind::realistic, deals / 2, seed);
  }
  if (has_cash_flows) print(cash_flow_figures());
  if (has_simulations) print(simulations_of());
  if (has_growth_plans) print(growth_plans_of());
  if (has_growth_plans) print(drawn_plan_charts());
  if (has_shaped_cases) print(shaped_cases());
  return 0;
}

}  // namespace

}  // namespace dealwright::tests

int main(int count, char** arguments) {
  return dealwright::tests::run({arguments + 1, arguments + count});
}
