#include "core/portfolio/check.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "core/document/model_types.hpp"
#include "core/document/reader.hpp"
#include "core/portfolio/plan.hpp"
#include "tests/portfolio/fixtures.hpp"

namespace {

using namespace dealwright;
using portfolio::check_portfolio;
using tests::dec;
using tests::plan_row;
using tests::plan_with;

// What is told of the code, "pointer: message"; "" where it is not told.
std::string told(const model::Portfolio& plan, const std::string& code, const model::PriceBook* book = nullptr) {
  std::string out;
  for (const Diagnostic& one : check_portfolio(plan, book)) {
    if (one.code != code) continue;
    CHECK_FALSE(one.expected.empty());
    out += (out.empty() ? "" : "\n") + one.pointer + ": " + one.message;
  }
  return out;
}

model::Portfolio good() {
  model::PlanRow row = plan_row("merchants", "400");
  row.new_customers = dec("1");
  return plan_with(12, {row});
}

TEST_CASE("a plan in order") {
  CHECK(check_portfolio(good(), nullptr).empty());
}

TEST_CASE("errors name the place and what to do") {
  model::Portfolio plan = good();
  plan.rows[0].phase = "pilott";
  plan.phases = {{"design", "Design", 1, {}, {}}, {"pilot", "Pilot", 1, {}, {}}};
  plan.season.assign(5, dec("1"));
  plan.support = model::PlanTeam{};
  model::PriceBook book;
  book.id = "book";
  book.currency = *Currency::from_code("USD");
  CHECK(told(plan, "portfolio.unknown_phase") == "/rows/0/phase: \"pilott\" is not the id of a phase of this plan");
  CHECK(told(plan, "portfolio.season") == "/season: there are 5 factors");
  CHECK(told(plan, "portfolio.no_people") == "/support/people: the list of people is empty");
  CHECK(told(plan, "portfolio.currency", &book) == "/currency: the price book \"book\" is in USD");
  const auto found = check_portfolio(plan, nullptr);
  CHECK(std::any_of(found.begin(), found.end(), [](const Diagnostic& one) { return one.nearest == "pilot"; }));
  Diagnostics warnings;
  const auto result = portfolio::plan_of(plan, warnings);
  CHECK_FALSE(result.has_value());
  CHECK(result.diagnostics().size() == 3);
}

TEST_CASE("capacity of zero") {
  model::Portfolio plan = good();
  plan.rows[0].support_hours = dec("2");
  CHECK(told(plan, "portfolio.no_team") ==
        "/rows/0: there is no team for the hours of support, which then cost nothing");
  plan.support = tests::plan_team("0", "130", "40");
  CHECK(told(plan, "portfolio.no_capacity") == "/support: the capacity for support is zero");
  Diagnostics after;
  const auto result = portfolio::plan_of(plan, after);
  REQUIRE(result.has_value());
  CHECK(result->support.over.size() == 12);
  CHECK_FALSE(result->support.months[0].utilisation.has_value());
  REQUIRE(after.size() == 1);
  CHECK(after[0].code == "portfolio.overcommitted");
  plan.support->hire_above = dec("0.8");
  CHECK(told(plan, "portfolio.no_capacity").empty());
}

TEST_CASE("gates that can never open") {
  model::Portfolio plan = good();
  plan.phases = {{"design", "Design", 3, {}, {}}, {"scale", "Scale", 9, {}, {}}, {"late", "Late", 0, {}, {}}};
  using enum model::GateMeasure;
  plan.phases[1].gate = {{customers_live, dec("3"), {}}, {margin, dec("0.4"), dec("0.3")}};
  CHECK(told(plan, "portfolio.gate_never_opens") ==
        "/phases/1/gate/0: the gate of \"scale\" can never open: no customers belong to an earlier phase\n"
        "/phases/1/gate/1: the gate of \"scale\" can never open: 0.3 was measured\n"
        "/phases/2: the phases before \"late\" take 12 months, as long as the plan or longer");
  plan.rows[0].phase = "design";
  plan.rows[0].standard_share = dec("0.6");
  plan.phases.pop_back();
  plan.phases[1].gate = {{standard_share, dec("0.7"), {}}, {margin, dec("1.5"), {}}, {customers_live, dec("3"), {}}};
  CHECK(told(plan, "portfolio.gate_never_opens") ==
        "/phases/1/gate/0: the gate of \"scale\" can never open: the greatest standard share before it is 0.6\n"
        "/phases/1/gate/1: the gate of \"scale\" can never open: no margin is above 1");
}

TEST_CASE("rows that do nothing") {
  model::Portfolio plan = good();
  plan.rows[0].start_month = 13;
  plan.rows[0].price = {};
  plan.rows.push_back(plan_row("idle", "1"));
  plan.rows.back().new_by_month.assign(13, {});
  CHECK(told(plan, "portfolio.after_end") ==
        "/rows/0/start_month: new customers start in month 13, after the plan has ended\n"
        "/rows/1/new_by_month/12: 13 months are stated of a plan of 12");
  CHECK(told(plan, "portfolio.no_price") == "/rows/0/price: these customers pay nothing a month");
  CHECK(told(plan, "portfolio.idle_row") == "/rows/1: the row has no customers, now or later");
}

TEST_CASE("the reader refuses what is out of range") {
  const auto refused = [](const std::string& months, const std::string& row) {
    document::Reader reader;
    model::Portfolio plan;
    Diagnostics diagnostics;
    reader.read(R"({"dealwright": 1, "kind": "portfolio", "id": "p", "name": "P", "partner": "x", "currency": "EUR",)"
                R"( "start": "2026-01-01", "months": )" +
                    months + R"(, "rows": [{"id": "r", "segment": "b2b_wholesaler", "price": "1.00")" + row + "}]}",
                plan, diagnostics);
    return diagnostics.empty() ? std::string() : diagnostics[0].pointer + " " + to_line(diagnostics[0]);
  };
  CHECK(refused("12", "").empty());
  CHECK(refused("0", "").starts_with("/months"));
  CHECK(refused("121", "").starts_with("/months"));
  CHECK(refused("12", R"(, "churn": 1.01)").starts_with("/rows/0/churn"));
  CHECK(refused("12", R"(, "churn": -0.01)").starts_with("/rows/0/churn"));
  CHECK(refused("12", R"(, "growth": -1.5)").starts_with("/rows/0/growth"));
  CHECK(refused("12", R"(, "billing_months": 0)").starts_with("/rows/0/billing_months"));
  CHECK(refused("12", R"(, "price_month": 0)").starts_with("/rows/0"));
}

}  // namespace
