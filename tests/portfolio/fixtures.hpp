#pragma once
// Growth plans in short.

#include <string>
#include <string_view>

#include "core/model/portfolio.hpp"
#include "tests/support/draw.hpp"

namespace dealwright::tests {

inline Decimal dec(std::string_view text) {
  Decimal value;
  Decimal::parse(text, value);
  return value;
}

inline model::PlanRow plan_row(std::string id, std::string_view price) {
  model::PlanRow row;
  row.id = std::move(id);
  row.price = dec(price);
  return row;
}

inline model::Portfolio plan_with(int months, std::vector<model::PlanRow> rows) {
  model::Portfolio plan;
  plan.id = "plan";
  plan.name = "Plan";
  plan.partner = "partner";
  plan.currency = *Currency::from_code("EUR");
  plan.start = *Date::parse("2026-01-01");
  plan.months = months;
  plan.rows = std::move(rows);
  return plan;
}

inline model::PlanTeam plan_team(std::string_view people, std::string_view hours, std::string_view hourly_cost) {
  model::PlanTeam team;
  team.people = {dec(people)};
  team.hours = dec(hours);
  team.hourly_cost = dec(hourly_cost);
  return team;
}

// A plan of everything at once, within what the reader accepts.
model::Portfolio drawn_plan(std::uint64_t seed, int most_months, int rows);

}  // namespace dealwright::tests
