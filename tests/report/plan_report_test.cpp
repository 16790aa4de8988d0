#include "core/report/plan_report.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "core/programme_checks.hpp"
#include "tests/portfolio/fixtures.hpp"

namespace {

using namespace dealwright;
using tests::dec;

model::Programme programme() {
  model::Programme out;
  model::PlanRow row = tests::plan_row("shops", "100");
  row.new_customers = dec("1");
  row.support_hours = dec("2");
  out.portfolios.push_back(tests::plan_with(14, {row}));
  out.portfolios[0].name = "Plan <b>|x";
  return out;
}

TEST_CASE("months are there where they are asked for") {
  Diagnostics told;
  report::PlanReport years = report::plan_report(programme(), {}, "1", told);
  REQUIRE(years.plans.size() == 1);
  CHECK(years.plans[0].years.size() == 2);
  CHECK(years.plans[0].months.empty());
  CHECK(years.plans[0].rows[0].months.empty());
  CHECK(years.plans[0].support.months.empty());
  CHECK(report::plan_text(years).find("by month") == std::string::npos);
  const report::PlanReport months = report::plan_report(programme(), {{}, true}, "1", told);
  CHECK(months.plans[0].months.size() == 14);
  CHECK(report::plan_text(months).find("People by month") != std::string::npos);
  CHECK(report::plan_report(programme(), {{"other"}, false}, "1", told).plans.empty());
}

TEST_CASE("names cannot break the page") {
  Diagnostics told;
  const report::PlanReport report = report::plan_report(programme(), {}, "1", told);
  CHECK(report::plan_html(report).find("<h2>Plan &lt;b&gt;|x: 14 months from 2026-01, EUR</h2>") != std::string::npos);
  CHECK(report::plan_html(report).find("<script") == std::string::npos);
  CHECK(report::plan_markdown(report).find("Plan \\<b\\>\\|x") != std::string::npos);
}

TEST_CASE("one cause is told once, and what is wrong is left out") {
  model::Programme documents = programme();
  model::Portfolio& plan = documents.portfolios[0];
  plan.phases = {{"pilot", "Pilot", 1, {}, {}},
                 {"scale", "Scale", 1, {}, {{model::GateMeasure::margin, dec("1.5"), {}}}}};
  plan.rows[0].phase = "pilot";
  plan.support = tests::plan_team("0", "100", "40");
  Diagnostics told;
  CHECK(report::plan_report(documents, {}, "1", told).plans.size() == 1);
  REQUIRE(told.size() == 2);
  CHECK(told[0].code == "portfolio.gate_never_opens");
  CHECK(told[1].code == "portfolio.no_capacity");
  CHECK(told[0].file == "portfolio/plan");
  // The same without the plan being computed.
  const Diagnostics checked = check_programme(documents, {});
  CHECK(checked == told);

  model::PriceBook book;
  book.id = "book";
  book.currency = *Currency::from_code("USD");
  documents.price_books.push_back(book);
  plan.price_book = "book";
  told.clear();
  CHECK(report::plan_report(documents, {}, "1", told).plans.empty());
  CHECK(std::any_of(told.begin(), told.end(), [](const Diagnostic& one) { return one.code == "portfolio.currency"; }));
}

}  // namespace
