// Speed of the parts of a check, one core: reading, evaluating, pricing.

#include <cstddef>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/document/model_types.hpp"
#include "core/document/reader.hpp"
#include "core/document/writer.hpp"
#include "core/evaluate.hpp"
#include "core/pricing/pricer.hpp"
#include "tests/support/generate.hpp"

namespace dealwright::tests {

namespace {

constexpr std::uint64_t deal_count = 1000;

// One programme and its deals, as documents and as text.
struct Deals {
  model::Programme programme = generate_programme(Kind::realistic, 1);
  std::vector<model::Deal> deals;
  std::vector<std::string> lines;
  std::size_t bytes = 0;

  Deals() {
    for (std::uint64_t index = 0; index < deal_count; ++index) {
      deals.push_back(generate_deal(Kind::realistic, programme, 1, index));
      lines.push_back(document::write_line(deals.back()));
      bytes += lines.back().size();
    }
  }
};

const Deals& shared_deals() {
  static const Deals deals;
  return deals;
}

void count(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(deal_count));
}

void read(benchmark::State& state) {
  const auto& deals = shared_deals();
  document::Reader reader;
  model::Deal deal;
  Diagnostics diagnostics;
  for (auto _ : state) {
    for (const auto& line : deals.lines) {
      if (!reader.read(line, deal, diagnostics)) state.SkipWithError("a generated deal cannot be read");
      benchmark::DoNotOptimize(deal);
    }
  }
  count(state);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(deals.bytes));
}
BENCHMARK(read)->Unit(benchmark::kMillisecond);

void evaluate(benchmark::State& state) {
  const auto& deals = shared_deals();
  EvaluateOptions options;
  options.fingerprints = false;
  Evaluator evaluator(deals.programme, options);
  report::DealEvaluation evaluation;
  Diagnostics diagnostics;
  for (auto _ : state) {
    for (const auto& deal : deals.deals) {
      if (!evaluator.evaluate(deal, evaluation, diagnostics)) state.SkipWithError("a generated deal cannot be priced");
      benchmark::DoNotOptimize(evaluation);
    }
  }
  count(state);
}
BENCHMARK(evaluate)->Unit(benchmark::kMillisecond);

// The first deals that break a rule once they are given a discount of 40 %: what finding, and solving ways out, add.
void evaluate_failing(benchmark::State& state) {
  const auto& shared = shared_deals();
  constexpr std::size_t wanted = 50;
  EvaluateOptions options;
  options.fingerprints = false;
  Evaluator evaluator(shared.programme, options);
  report::DealEvaluation evaluation;
  Diagnostics diagnostics;
  std::vector<model::Deal> deals;
  for (model::Deal deal : shared.deals) {
    deal.discount = Decimal::from_micro(400'000);
    if (deals.size() == wanted) break;
    if (evaluator.evaluate(deal, evaluation, diagnostics) && !evaluation.findings.empty()) deals.push_back(deal);
  }
  if (deals.size() < wanted) state.SkipWithError("too few deals at 40 % discount break a rule");
  for (auto _ : state) {
    for (const auto& deal : deals) {
      evaluator.evaluate(deal, evaluation, diagnostics);
      benchmark::DoNotOptimize(evaluation);
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(deals.size()));
}
BENCHMARK(evaluate_failing)->Unit(benchmark::kMillisecond);

void price(benchmark::State& state) {
  const auto& deals = shared_deals();
  const auto& programme = deals.programme;
  std::vector<pricing::Book> books(programme.price_books.begin(), programme.price_books.end());
  const auto index_of = [](const auto& list, const std::string& id) {
    std::size_t index = 0;
    while (list[index].id != id) ++index;
    return index;
  };
  std::vector<pricing::Context> contexts;
  for (const auto& deal : deals.deals) {
    contexts.push_back({deal, programme.partners[index_of(programme.partners, deal.partner)],
                        programme.customers[index_of(programme.customers, deal.customer)],
                        books[index_of(programme.price_books, deal.price_book)]});
  }
  pricing::Pricer pricer;
  pricing::PricedDeal priced;
  Diagnostics diagnostics;
  for (auto _ : state) {
    for (const auto& context : contexts) {
      if (!pricer.price(context, priced, diagnostics)) state.SkipWithError("a generated deal cannot be priced");
      benchmark::DoNotOptimize(priced);
    }
  }
  count(state);
}
BENCHMARK(price)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace dealwright::tests

BENCHMARK_MAIN();
