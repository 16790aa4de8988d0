#include "core/report/chart_set.hpp"

#include <limits>
#include <string>

#include <doctest/doctest.h>

#include "core/report/deal_charts.hpp"
#include "core/report/plan_charts.hpp"
#include "core/report/return_charts.hpp"
#include "core/report/simulation_charts.hpp"
#include "tests/portfolio/fixtures.hpp"
#include "tests/roi/case_trials.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::report;
using tests::number;

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Money money(std::int64_t minor, const char* currency) {
  return {minor, *Currency::from_code(currency)};
}

TEST_CASE("amounts become numbers in major units") {
  CHECK(chart_value(money(-124'950, "EUR")) == number("-1249.5"));
  CHECK(chart_value(money(500, "JPY")) == number("500"));
  CHECK(chart_value(money(5, "KWD")) == number("0.005"));
  CHECK(chart_value(money(std::numeric_limits<std::int64_t>::max(), "JPY")).micro() ==
        std::numeric_limits<std::int64_t>::max());
  CHECK(chart_value(money(std::numeric_limits<std::int64_t>::min(), "JPY")).micro() ==
        -std::numeric_limits<std::int64_t>::max());
}

TEST_CASE("of many series the greatest are kept in their order, and the others are one") {
  std::vector<ChartSeries> series;
  for (const int size : {5, 1, 90, 2, -80, 70, 60, 50, 3}) {
    std::string name = "of ";
    name += std::to_string(size);
    series.push_back({name, {Decimal::whole(size), Decimal::whole(size)}});
  }
  CHECK(told_apart({series.begin(), series.begin() + 7}).size() == 7);
  const auto found = told_apart(series);
  REQUIRE(found.size() == 7);
  CHECK(found[0].name == "of 5");
  CHECK(found[1].name == "of 90");
  CHECK(found[2].name == "of -80");
  CHECK(found[5].name == "of 50");
  CHECK(found[6].name == "Others");
  CHECK(found[6].values == std::vector<Decimal>{Decimal::whole(6), Decimal::whole(6)});
}

TEST_CASE("a report holds charts, or refers to them with what they show") {
  Chart chart;
  chart.title = "Cash [so far]";
  chart.sentence = "Never <below> zero.";
  const std::vector<NamedChart> charts{{"cash", chart}};
  const std::string html = charts_html(charts);
  CHECK(has(html, "<figure"));
  CHECK(has(html, "<svg"));
  CHECK(has(html, "<figcaption>Never &lt;below&gt; zero.</figcaption>"));
  CHECK(charts_markdown("plan-1", charts, "").empty());
  CHECK(charts_markdown("plan-1", charts, "../my charts(1)") ==
        "\n![Cash \\[so far\\]. Never \\<below\\> zero.](../my%20charts%281%29/plan-1-cash.svg)\n");
  const auto files = chart_files("plan-1", charts);
  REQUIRE(files.size() == 1);
  CHECK(files[0].name == "plan-1-cash.svg");
  CHECK(files[0].svg == chart_svg(chart));
}

// The small case by hand: -7400 at the start, then 1000 a month and 3000 once in month 2; 900 in month 2, 1800 a month
// from month 3 on and 1980 in the second year.
TEST_CASE("the charts of a return hold its figures") {
  const tests::Case one = tests::small_case();
  Diagnostics told;
  const auto found = roi::customer_return(one.deal, one.customer, &one.playbook, one.priced, told);
  REQUIRE(found);
  const Chart cumulative = cumulative_chart(*found);
  CHECK(cumulative.kind == ChartKind::curve);
  REQUIRE(cumulative.numbers.size() == 25);
  const auto& sums = cumulative.series[0].values;
  CHECK(sums[0] == number("-7400"));
  CHECK(sums[1] == number("-8400"));
  CHECK(sums[2] == number("-11500"));
  CHECK(sums[3] == number("-10700"));
  CHECK(sums[12] == number("-3500"));
  CHECK(sums[24] == number("8260"));
  REQUIRE(cumulative.marks.size() == 1);
  // 3500 at 980 a month.
  CHECK(cumulative.marks[0].at == number("15.571429"));
  CHECK(cumulative.sentence == "After 24 months all net benefits come to 8,260.00 EUR; payback after 15.6 months.");

  const Chart benefits = benefits_chart(*found);
  CHECK(benefits.kind == ChartKind::stacked_bars);
  CHECK(benefits.labels == std::vector<std::string>{"Initial", "Year 1", "Year 2"});
  REQUIRE(benefits.series.size() == 1);
  CHECK(benefits.series[0].name == "Less reconciliation");
  CHECK(benefits.series[0].values == std::vector<Decimal>{Decimal(), number("18900"), number("23760")});
}

TEST_CASE("the charts of trials count all of them") {
  const roi::SimulatedReturn found = tests::simulated(tests::small_case(), 5000);
  const auto charts = simulation_charts(found);
  REQUIRE(charts.size() == 2);
  const Chart& histogram = charts[0].chart;
  REQUIRE(histogram.numbers.size() == histogram.series[0].values.size() + 1);
  std::int64_t trials = 0;
  for (const Decimal count : histogram.series[0].values) trials += count.micro() / Decimal::scale;
  CHECK(trials == 5000);
  REQUIRE(histogram.marks.size() == 3);
  CHECK(histogram.marks[1].label == "P50");
  CHECK(histogram.marks[1].at == chart_value(found.percentiles[3].npv));
  const Chart& curve = charts[1].chart;
  CHECK(curve.series[0].values.front() == Decimal());
  CHECK(curve.series[0].values.back() == number("100"));
  CHECK(curve.numbers.back() == chart_value(found.curve.back().npv));
  CHECK(has(curve.sentence, "Of 5,000 trials "));
  CHECK(has(curve.sentence, "eight in ten lie from "));

  tests::Case sure = tests::small_case();
  sure.playbook.value_drivers[0].improvement = {{}, number("0.5"), {}};
  CHECK(simulation_charts(tests::simulated(sure, 100)).empty());
}

TEST_CASE("the charts of a growth plan hold its figures") {
  Diagnostics told;
  const auto plan = portfolio::plan_of(tests::drawn_plan(7, 36, 3), told);
  REQUIRE(plan.has_value());
  const auto charts = plan_charts(*plan);
  REQUIRE(charts.size() == 5);
  for (const NamedChart& one : charts) {
    CHECK(!one.chart.sentence.empty());
    CHECK(!has(chart_svg(one.chart), "Nothing to show"));
  }
  const Chart& mrr = charts[0].chart;
  REQUIRE(mrr.labels.size() == plan->months.size());
  std::int64_t last = 0;
  for (const ChartSeries& series : mrr.series) last += series.values.back().micro();
  CHECK(last == chart_value(plan->total.mrr.closing).micro());
  // Steps lead from the opening to the closing.
  const auto& steps = charts[1].chart.series[0].values;
  REQUIRE(steps.size() == 6);
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < 5; ++i) sum += steps[i].micro();
  CHECK(sum == steps[5].micro());
  CHECK(charts[1].chart.totals == std::vector<std::uint8_t>{1, 0, 0, 0, 0, 1});
  // Hours that are needed stand on what can be given and on what cannot.
  const auto& hours = charts[2].chart.series;
  CHECK(*Decimal::add(hours[0].values.back(), hours[1].values.back()) == plan->delivery.months.back().needed);
  CHECK(charts[4].chart.series[0].values.back() == chart_value(plan->total.cash));
}

TEST_CASE("a deal that is not priced has no charts, and one without months says so") {
  DealEvaluation deal;
  CHECK(deal_charts(deal).empty());
  deal.priced = true;
  deal.pricing.currency = *Currency::from_code("EUR");
  pricing::Totals& totals = deal.pricing.totals;
  totals.tcv = totals.cost_total = totals.gross_margin = money(0, "EUR");
  for (const NamedChart& one : deal_charts(deal)) CHECK(has(chart_svg(one.chart), "Nothing to show yet."));
}

}  // namespace
