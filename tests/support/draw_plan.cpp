#include "tests/portfolio/fixtures.hpp"

namespace dealwright::tests {

namespace {

// Often nothing, now and then all, else small.
Decimal drawn_rate(Draw& draw, int greatest_per_cent) {
  if (draw.chance(25)) return {};
  if (draw.chance(3)) return Decimal::whole(1);
  return Decimal::from_micro(draw.whole(0, std::int64_t{greatest_per_cent} * 10'000));
}

Decimal drawn_money(Draw& draw, std::int64_t greatest) {
  return draw.chance(20) ? Decimal{} : draw.decimal(greatest, 2);
}

model::PlanRow drawn_row(Draw& draw, int at, const model::Portfolio& plan) {
  model::PlanRow row = plan_row("row-" + std::to_string(at), "0");
  row.segment = static_cast<model::Segment>(draw.number(0, 5));
  if (!plan.phases.empty() && draw.chance(70)) row.phase = draw.one_of(plan.phases).id;
  if (draw.chance(50)) row.opening_customers = draw.decimal(40, draw.number(0, 6));
  row.start_month = draw.number(1, 6);
  for (int i = draw.number(0, 8); i > 0; --i) row.new_by_month.push_back(draw.decimal(5, draw.number(0, 2)));
  if (draw.chance(70)) row.new_customers = draw.decimal(3, 2);
  row.growth = Decimal::from_micro(draw.whole(-100'000, 100'000));
  row.price = drawn_money(draw, 4000);
  row.fee = drawn_money(draw, 20'000);
  row.churn = drawn_rate(draw, 6);
  row.expansion = drawn_rate(draw, 3);
  if (row.expansion == Decimal::whole(1)) row.expansion = Decimal::from_micro(250'000);
  row.contraction = drawn_rate(draw, 3);
  row.uplift = drawn_rate(draw, 8);
  if (draw.chance(50))
    row.upgrade = model::PlanUpgrade{draw.number(1, 18),        drawn_rate(draw, 60),    drawn_money(draw, 9000),
                                     drawn_money(draw, 10'000), drawn_money(draw, 3000), draw.decimal(90, 1)};
  row.billing_months = draw.chance(50) ? 1 : draw.number(1, 12);
  row.payment_days = draw.chance(50) ? 0 : draw.number(0, 100);
  row.cost = drawn_money(draw, 900);
  row.acquisition_cost = drawn_money(draw, 5000);
  row.delivery_hours = draw.decimal(300, 2);
  row.delivery_months = draw.number(1, 9);
  row.support_hours = draw.decimal(12, 2);
  row.standard_share = draw.decimal(1, 2);
  return row;
}

model::PlanTeam drawn_team(Draw& draw) {
  model::PlanTeam team;
  for (int i = draw.number(1, 3); i > 0; --i) team.people.push_back(draw.decimal(8, 1));
  team.hours = draw.decimal(140, 0);
  team.hourly_cost = draw.decimal(80, 2);
  if (draw.chance(60)) team.hire_above = draw.decimal(1, 2);
  team.hire_months = draw.number(1, 6);
  team.most_hires = draw.number(0, 9);
  return team;
}

}  // namespace

model::Portfolio drawn_plan(std::uint64_t seed, int most_months, int rows) {
  Draw draw(20261123, seed);
  model::Portfolio plan = plan_with(draw.number(1, most_months), {});
  plan.currency = *Currency::from_code(draw.one_of({"EUR", "EUR", "KWD"}));
  plan.start = plan.start.plus_months(draw.number(0, 11));
  for (std::vector<Decimal>* const season : {&plan.season, &plan.support_season})
    for (int i = 0; i < 12 && (i > 0 || draw.chance(50)); ++i) season->push_back(draw.decimal(2, 2));
  for (std::vector<Decimal>* const season : {&plan.season, &plan.support_season})
    if (season->size() != 12) season->clear();
  plan.fixed_cost = drawn_money(draw, 20'000);
  for (int i = draw.number(0, 4), at = 0; at < i; ++at) {
    model::PlanPhase& phase = plan.phases.emplace_back();
    phase.id = "phase-" + std::to_string(at);
    phase.name = "Phase";
    phase.months = draw.number(0, 4);
    phase.cost = drawn_money(draw, 50'000);
    if (at > 0 && draw.chance(60))
      phase.gate.push_back({static_cast<model::GateMeasure>(draw.number(0, 3)), draw.decimal(3, 2), {}});
  }
  for (int i = 0; i < rows; ++i) plan.rows.push_back(drawn_row(draw, i, plan));
  if (draw.chance(80)) plan.delivery = drawn_team(draw);
  if (draw.chance(80)) plan.support = drawn_team(draw);
  return plan;
}

}  // namespace dealwright::tests
