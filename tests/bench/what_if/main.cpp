// Times one what-if: the discount of a deal of 60 months and 30 lines changes, and the deal is evaluated against 12
// rules. Prints the least and the median time in microseconds. Built natively and as WebAssembly.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "core/evaluate.hpp"
#include "tests/bench/what_if/large_deal.hpp"

int main() {
  using namespace dealwright;
  using Clock = std::chrono::steady_clock;
  constexpr int repetitions = 300;
  constexpr int together = 20;  // evaluations in one reading of the clock, which a browser engine makes coarse

  const auto programme = tests::large_deal(60, 30);
  auto deal = programme.deals.front();
  EvaluateOptions options;
  options.ways_out = false;  // solved once the person stops changing
  options.fingerprints = false;
  Evaluator evaluator(programme, options);
  report::DealEvaluation evaluation;
  Diagnostics diagnostics;
  std::vector<std::int64_t> nanoseconds;
  for (int repetition = 0; repetition < repetitions; ++repetition) {
    const auto start = Clock::now();
    for (int change = 0; change < together; ++change) {
      deal.discount = Decimal::from_micro(10'000 + repetition * 100 + change);
      if (!evaluator.evaluate(deal, evaluation, diagnostics)) {
        for (const auto& diagnostic : diagnostics) std::fprintf(stderr, "%s\n", to_line(diagnostic).c_str());
        return 1;
      }
    }
    const auto taken = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count();
    nanoseconds.push_back(taken / together);
  }
  std::sort(nanoseconds.begin(), nanoseconds.end());
  const auto print = [](const char* what, std::int64_t value) {
    std::printf("%s %lld.%lld\n", what, static_cast<long long>(value / 1000),
                static_cast<long long>(value % 1000 / 100));
  };
  print("least", nanoseconds.front());
  print("median", nanoseconds[nanoseconds.size() / 2]);
  return 0;
}
