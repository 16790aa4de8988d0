// What an evaluation says of a deal's worth to its partner.

#include <algorithm>

#include <doctest/doctest.h>

#include "core/document/writer.hpp"
#include "core/evaluate.hpp"
#include "tests/guardrails/fixtures.hpp"

namespace {

using namespace dealwright;
using guardrails_test::Whole;
using pricing_test::decimal;

// The Whole deal, 14,000 of gross margin a year, of a partner with economics. Its customer's orders pass the shared
// limit after half a year: 5,000 and 1,000 a year more, 5,500 shared.
model::Programme earning() {
  Whole whole;
  whole.book.effective_from = *Date::from(2026, 1, 1);
  whole.deal.commitment.reset();
  whole.deal.service_tier.clear();
  whole.book.packages.resize(2);
  whole.book.packages[0].id = "common";
  whole.book.packages[0].tenancy = model::Tenancy::shared;
  whole.book.packages[0].components = {"storage"};
  whole.book.packages[1].id = "own";
  whole.book.packages[1].tenancy = model::Tenancy::dedicated;
  whole.book.packages[1].components = {"servers"};
  model::Programme programme;
  model::Playbook& playbook = programme.playbooks.emplace_back();
  playbook.id = "book";
  playbook.migration.dedicated_package = "own";
  playbook.shared_limits = {{"orders", "Orders", "orders_per_month", false, true, decimal("5500")}};
  model::Criterion& criterion = playbook.criteria.emplace_back();
  criterion.id = "use";
  criterion.question = "Q";
  criterion.weight = decimal("1");
  criterion.answers.resize(2);
  criterion.answers[0].id = "no";
  criterion.answers[1].id = "yes";
  criterion.answers[1].points = decimal("1");
  whole.customer.playbook = "book";
  whole.customer.profile.growth_per_year = decimal("0.2");
  whole.customer.qualification.emplace();
  whole.partner.economics.emplace();
  programme.partners = {whole.partner};
  programme.customers = {whole.customer};
  programme.price_books = {whole.book};
  programme.deals = {whole.deal};
  return programme;
}

TEST_CASE("a deal has a partner's return where the partner states economics, and only there") {
  auto programme = earning();
  programme.customers[0].qualification.reset();
  const auto with = evaluate(programme, {}).deals[0];
  REQUIRE(with.priced);
  REQUIRE(with.partner_return);
  CHECK_FALSE(with.partner_return->move);
  // 2,000 of the setup, and 1,000 a month for 36: 14,000 a year less 2,000.
  CHECK(to_string(with.partner_return->total.margin.total) == "38000.00");
  programme.partners[0].economics.reset();
  const auto without = evaluate(programme, {}).deals[0];
  CHECK_FALSE(without.partner_return);
  CHECK(document::write_json(without).find("partner_return") == std::string::npos);
  CHECK(with.inputs != without.inputs);
}

TEST_CASE("a customer that outgrows the shared platform shows what moving is worth") {
  auto programme = earning();
  const auto shared = evaluate(programme, {}).deals[0];
  REQUIRE(shared.partner_return);
  REQUIRE(shared.partner_return->move);
  const auto& move = *shared.partner_return->move;
  CHECK(move.month == 7);  // 5,000 x (1 + 0.2 x 7 / 12)
  CHECK(move.until == shared.partner_return->cumulative[7]);
  programme.deals[0].tenancy = model::Tenancy::dedicated;
  CHECK_FALSE(evaluate(programme, {}).deals[0].partner_return->move);
}

TEST_CASE("growth plans of the partner are part of what a deal is checked against") {
  auto programme = earning();
  const auto before = evaluate(programme, {}).deals[0];
  model::Portfolio& plan = programme.portfolios.emplace_back();
  plan.id = "plan";
  plan.partner = programme.partners[0].id;
  plan.currency = programme.deals[0].currency;
  plan.start = *Date::from(2026, 1, 1);
  plan.months = 5;
  model::PlanRow& row = plan.rows.emplace_back();
  row.id = "row";
  row.opening_customers = decimal("10");
  row.price = decimal("100");
  row.support_hours = decimal("4");
  plan.support.emplace();
  plan.support->people = {decimal("0.3"), decimal("0.3"), decimal("0.5")};  // 40 hours are needed
  plan.support->hours = decimal("100");
  model::Guardrails& rules = programme.guardrails.emplace_back();
  rules.id = "rules";
  model::Rule& rule = rules.rules.emplace_back();
  rule.id = "plan";
  rule.metric = "plan_overcommitment";
  rule.max = decimal("1");
  const auto after = evaluate(programme, {}).deals[0];
  CHECK(before.inputs != after.inputs);
  REQUIRE(after.findings.size() == 1);
  CHECK(after.findings[0].rule == "plan");
  rule.max = decimal("2");
  CHECK(evaluate(programme, {}).deals[0].findings.empty());
}

TEST_CASE("amounts beyond what can be reckoned with are told, and the deal is priced all the same") {
  auto programme = earning();
  programme.customers[0].qualification.reset();
  programme.partners[0].economics->expansion = decimal("10");
  programme.partners[0].economics->horizon_months = 120;
  programme.price_books[0].components[3].price.amount = decimal("90000");
  const auto evaluation = evaluate(programme, {});
  CHECK(evaluation.deals[0].priced);
  CHECK_FALSE(evaluation.deals[0].partner_return);
  CHECK(std::any_of(evaluation.diagnostics.begin(), evaluation.diagnostics.end(),
                    [](const Diagnostic& one) { return one.code == "partner_return.too_large"; }));
}

}  // namespace
