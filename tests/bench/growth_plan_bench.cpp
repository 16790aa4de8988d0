// Speed of a growth plan, one core.

#include <benchmark/benchmark.h>

#include "core/portfolio/plan.hpp"
#include "tests/portfolio/fixtures.hpp"

namespace dealwright::tests {

namespace {

// Twelve packages for ten years, everything stated: churn, expansion, contraction, uplift, moves to dedicated
// deployments, billing in advance, seasons, phases with gates, hiring.
model::Portfolio large_plan() {
  model::Portfolio plan = plan_with(120, {});
  plan.phases = {{"pilot", "Pilot", 6, {}, {}},
                 {"scale", "Scale", 0, {}, {{model::GateMeasure::customers_live, dec("4"), {}}}}};
  plan.season = {dec("0.8"), dec("0.9"), dec("1.1"), dec("1.1"), dec("1"),   dec("1"),
                 dec("0.7"), dec("0.6"), dec("1.2"), dec("1.4"), dec("1.2"), dec("1")};
  plan.support_season = plan.season;
  for (int i = 0; i < 12; ++i) {
    model::PlanRow& row = plan.rows.emplace_back(plan_row("row-" + std::to_string(i), "1000"));
    row.phase = i < 6 ? "pilot" : "scale";
    row.price = dec(std::to_string(1000 + 371 * i));
    row.opening_customers = Decimal::whole(i);
    row.new_customers = dec("1.25");
    row.growth = dec("0.01");
    row.fee = dec("12000");
    row.churn = dec("0.012");
    row.expansion = dec("0.007");
    row.contraction = dec("0.002");
    row.uplift = dec("0.03");
    row.upgrade = model::PlanUpgrade{18, dec("0.3"), dec("9000"), dec("15000"), dec("3500"), dec("120")};
    row.billing_months = i % 3 == 0 ? 12 : 1;
    row.payment_days = 30;
    row.cost = dec("400");
    row.acquisition_cost = dec("1500");
    row.delivery_hours = dec("120");
    row.delivery_months = 4;
    row.support_hours = dec("4.5");
    row.standard_share = dec("0.75");
  }
  plan.delivery = plan_team("6", "120", "60");
  plan.support = plan_team("3", "125", "38");
  for (model::PlanTeam* const team : {&*plan.delivery, &*plan.support}) {
    team->hire_above = dec("0.85");
    team->most_hires = 1000;
  }
  return plan;
}

void growth_plan(benchmark::State& state) {
  const model::Portfolio plan = large_plan();
  for (auto _ : state) {
    Diagnostics told;
    const auto result = portfolio::plan_of(plan, told);
    if (!result.has_value() || result->phases[1].opened == 0) state.SkipWithError("the plan is not as it was meant");
    benchmark::DoNotOptimize(result);
  }
}
BENCHMARK(growth_plan)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace dealwright::tests
