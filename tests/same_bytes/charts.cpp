#include "tests/same_bytes/charts.hpp"

#include <cstdint>
#include <vector>

#include "core/base/sha256.hpp"
#include "core/report/chart_table.hpp"
#include "core/report/plan_charts.hpp"
#include "core/report/team_chart.hpp"
#include "core/roi/case_spread.hpp"
#include "tests/portfolio/fixtures.hpp"

namespace dealwright::tests {

std::string charts_of() {
  std::string out;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    Diagnostics told;
    const Result<portfolio::PlanResult> plan = portfolio::plan_of(drawn_plan(seed, 36, 3), told);
    if (!plan.has_value()) continue;
    std::string text;
    for (const report::Chart& chart :
         {report::mrr_chart(*plan), report::movements_chart(plan->years.back(), "last year"),
          report::team_chart(*plan, plan->delivery, "Delivery"), report::cash_chart(*plan)}) {
      text += chart_svg(chart);
      text += table_csv(chart_table(chart));
    }
    out += "charts " + std::to_string(seed) + " " + sha256_hex(text) + "\n";
  }
  std::vector<double> trials;
  for (int i = 0; i < 5000; ++i) trials.push_back(static_cast<double>(i * i % 7919) / 7 - 300);
  const roi::CaseSpread spread = roi::case_spread(trials, *Currency::from_code("EUR"), 40, 101);
  for (const Money edge : spread.edges) out += to_display(edge) + "\n";
  for (const std::uint64_t count : spread.counts) out += std::to_string(count) + "\n";
  for (const Money quantile : spread.quantiles) out += to_display(quantile) + "\n";
  return out;
}

}  // namespace dealwright::tests
