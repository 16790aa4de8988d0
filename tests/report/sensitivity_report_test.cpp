#include "core/report/sensitivity_report.hpp"

#include <string>

#include <doctest/doctest.h>

#include "core/report/chart_set.hpp"
#include "core/report/comparison_report.hpp"
#include "core/report/comparison_tables.hpp"
#include "tests/roi/case_fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::report;
using tests::Case;
using tests::number;

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

SensitivityReport report_of(const Case& one) {
  Diagnostics found;
  const auto bound = roi::bind_case(one.deal, one.customer, &one.playbook, found);
  roi::CaseVariation variation(*bound, *roi::monthly_case(*bound, one.priced, found));
  SensitivityReport report;
  report.deal = "<deal>";
  report.currency = bound->currency;
  report.horizon_months = bound->horizon;
  report.tornado = roi::tornado(variation, found);
  report.two_way = roi::two_way(variation, {"fees", {}, 2}, {"reconciliation.improvement", {}, 3}, found);
  roi::BreakEvenGoal goal;
  goal.npv.currency = bound->currency;
  report.aim = aim_words(goal);
  report.break_even.push_back(roi::break_even(variation, 2, goal));
  return report;
}

// The figures are those of tests/roi/sensitivity_test.
TEST_CASE("a report of sensitivity says its figures in every form") {
  const SensitivityReport report = report_of(tests::small_case());
  const std::string text = sensitivity_text(report);
  CHECK(has(text, "net present value 5,864.46 EUR, 24 months"));
  CHECK(has(text, "-8,862.81"));
  CHECK(has(text, "* 5,038.01"));
  CHECK(has(text, "* marks a value on the other side of zero"));
  CHECK(has(text, "What just reaches a net present value of 0.00 EUR"));
  const std::string page = sensitivity_html(report);
  CHECK(has(page, "&lt;deal&gt;"));
  CHECK_FALSE(has(page, "<deal>"));
  CHECK(has(page, "<svg"));
  CHECK(has(page, "reconciliation.improvement moves the net present value most: from -8,862.81 EUR to 13,228.10 EUR."));
  CHECK(has(sensitivity_markdown(report), "\\* marks"));
  CHECK(has(sensitivity_json(report), "\"npv_low\""));
}

TEST_CASE("the chart of a tornado has the widest bar on top, and its base") {
  const Chart chart = tornado_chart(report_of(tests::small_case()));
  CHECK(chart.base == number("5864.46"));
  CHECK(chart.labels.front() == "reconciliation.improvement");
  CHECK(chart.series[0].values.front() == number("-8862.81"));
  CHECK(chart_value({5, *Currency::from_code("JPY")}) == Decimal::whole(5));
  CHECK(chart_value({INT64_MAX, *Currency::from_code("JPY")}) == Decimal::from_micro(INT64_MAX));
}

TEST_CASE("words of aims") {
  roi::BreakEvenGoal goal;
  goal.aim = roi::BreakEvenAim::roi;
  goal.roi = number("0.5");
  CHECK(aim_words(goal) == "a return on investment of 50 %");
  goal.aim = roi::BreakEvenAim::payback;
  goal.months = 18;
  CHECK(aim_words(goal) == "payback within 18 months");
}

Comparison compared(Case& first, Case& second) {
  first.deal.id = "first";
  second.deal.id = "second";
  const roi::Scenario pair[] = {{first.deal, first.customer, &first.playbook, first.priced},
                                {second.deal, second.customer, &second.playbook, second.priced}};
  Diagnostics found;
  const auto out = comparison(pair, 500, found);
  REQUIRE(out);
  return *out;
}

TEST_CASE("the causes of a difference add up in the table, and step by step in the chart") {
  Case first = tests::small_case(), second = tests::small_case();
  second.stated().drivers[0].volume = model::Estimate{{}, Decimal::whole(120), {}};
  second.stated().discount_rate = number("0.12");
  second.customer.id = "other";
  const Comparison found = compared(first, second);
  const ComparedDeal& base = found.deals[0];
  const ComparedDeal& other = found.deals[1];
  REQUIRE(other.attribution);
  CHECK(base.customer_return->npv.minor == 586'446);
  std::int64_t sum = base.customer_return->npv.minor;
  for (const roi::DifferenceRow& row : other.attribution->rows) sum += row.difference.minor;
  CHECK(sum == other.customer_return->npv.minor);
  const Chart chart = difference_chart(base, other);
  std::int64_t steps = 0;
  for (std::size_t i = 0; i + 1 < chart.labels.size(); ++i) steps += chart.series[0].values[i].micro();
  CHECK(steps == chart.series[0].values.back().micro());
  CHECK(chart.totals.front() == 1);
  CHECK(chart.totals.back() == 1);
  REQUIRE(found.notes.size() == 1);
  CHECK(has(found.notes[0], "first is of customer shop, second of other"));
  const std::string page = comparison_html(found);
  CHECK(has(page, "<svg"));
  CHECK(has(comparison_text(found), "discount rate"));
}

TEST_CASE("without a business case a deal is compared in what the partner gets, with a note") {
  Case first = tests::small_case(), second = tests::small_case();
  second.deal.business_case.reset();
  const Comparison found = compared(first, second);
  CHECK_FALSE(found.deals[1].attribution);
  CHECK(found.deals[1].offer);
  CHECK(causes_table(found.deals[0], found.deals[1]).rows.empty());
  CHECK(has(comparison_text(found), "second has no business case"));
  CHECK(has(comparison_text(found), "n/a"));
  CHECK_FALSE(has(comparison_html(found), "<svg"));
}

TEST_CASE("deals of two currencies are refused in words") {
  Case first = tests::small_case(), second = tests::small_case();
  second.deal.id = "second";
  second.deal.currency = *Currency::from_code("USD");
  const roi::Scenario pair[] = {{first.deal, first.customer, &first.playbook, first.priced},
                                {second.deal, second.customer, &second.playbook, second.priced}};
  Diagnostics found;
  CHECK_FALSE(comparison(pair, 0, found));
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "compare.currency");
  CHECK(found[0].file == "deal/second");
  CHECK(has(found[0].message, "amounts of two currencies do not compare"));
}

}  // namespace
