#include "core/report/chart_table.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/report/plan_charts.hpp"
#include "core/report/team_chart.hpp"
#include "core/report/variance_chart.hpp"
#include "tests/portfolio/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::report;
using tests::dec;

std::vector<std::vector<std::string>> shown(const Table& table) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : table.rows) {
    auto& to = rows.emplace_back();
    for (const Cell& cell : row.cells) to.push_back(cell.shown);
  }
  return rows;
}

TEST_CASE("a place has a value of each series, and none where a series ends before") {
  Chart chart;
  chart.title = "Revenue";
  chart.unit = "EUR";
  chart.labels = {"2026-01", "2026-02"};
  chart.series = {{"Net", {dec("1249.5"), dec("-3")}}, {"Cost", {dec("7")}}};
  for (const ChartKind kind : {ChartKind::line, ChartKind::bars, ChartKind::stacked_bars, ChartKind::tornado}) {
    chart.kind = kind;
    const Table table = chart_table(chart);
    CHECK(table.title == "Revenue (EUR)");
    CHECK(shown(table) ==
          std::vector<std::vector<std::string>>{{"2026-01", "1,249.50", "7.00"}, {"2026-02", "-3.00", ""}});
  }
  // For programs: no groups, the currency's places.
  CHECK(table_csv(chart_table(chart)) == "place,Net,Cost\r\n2026-01,1249.50,7.00\r\n2026-02,-3.00,\r\n");
}

TEST_CASE("steps of a waterfall say what stands after them") {
  Chart chart;
  chart.kind = ChartKind::waterfall;
  chart.labels = {"Opening", "New", "Churned", "Closing"};
  chart.series = {{"", {dec("100"), dec("30"), dec("-12.5"), dec("117.5")}}};
  chart.totals = {1, 0, 0, 1};
  CHECK(shown(chart_table(chart)) == std::vector<std::vector<std::string>>{{"Opening", "100", "100"},
                                                                           {"New", "30", "130"},
                                                                           {"Churned", "-12.5", "117.5"},
                                                                           {"Closing", "117.5", "117.5"}});
}

TEST_CASE("bins have two edges, a curve its numbers") {
  Chart chart;
  chart.kind = ChartKind::histogram;
  chart.numbers_unit = "EUR";
  chart.numbers = {dec("-1"), dec("0"), dec("1.5")};
  chart.series = {{"Trials", {dec("4"), dec("6000")}}};
  CHECK(shown(chart_table(chart)) ==
        std::vector<std::vector<std::string>>{{"-1.00", "0.00", "4"}, {"0.00", "1.50", "6,000"}});
  chart.kind = ChartKind::curve;
  chart.unit = "%";
  chart.series = {{"At most", {dec("0"), dec("50"), dec("100")}}};
  CHECK(shown(chart_table(chart)) ==
        std::vector<std::vector<std::string>>{{"-1.00", "0"}, {"0.00", "50"}, {"1.50", "100"}});
}

TEST_CASE("a chart without a value has a table without rows") {
  for (int kind = 0; kind <= static_cast<int>(ChartKind::curve); ++kind) {
    Chart chart;
    chart.kind = static_cast<ChartKind>(kind);
    CHECK(chart_table(chart).rows.empty());
    chart.series.emplace_back();
    CHECK(chart_table(chart).rows.empty());
  }
}

TEST_CASE("money is in major units, of every currency, and never overflows") {
  const auto major = [](std::int64_t minor, const char* code) {
    return chart_value({minor, *Currency::from_code(code)}).to_string();
  };
  CHECK(major(124'950, "EUR") == "1249.5");
  CHECK(major(-7, "JPY") == "-7");
  CHECK(major(1'001, "KWD") == "1.001");
  CHECK(chart_value({INT64_MAX, *Currency::from_code("JPY")}) > Decimal());
  CHECK(chart_value({INT64_MIN + 1, *Currency::from_code("EUR")}) < Decimal());
}

TEST_CASE("charts of a plan hold what the plan holds") {
  model::PlanRow row = tests::plan_row("shops", "100");
  row.opening_customers = dec("10");
  row.new_customers = dec("2");
  row.churn = dec("0.05");
  row.expansion = dec("0.01");
  row.support_hours = dec("9");
  model::Portfolio document = tests::plan_with(18, {row});
  document.support = tests::plan_team("1", "120", "40");
  Diagnostics told;
  const auto plan = portfolio::plan_of(document, told);
  REQUIRE(plan.has_value());
  const Chart steps = movements_chart(plan->years[1], "year 2");
  CHECK(steps.title.ends_with("year 2"));
  // Opening and what is gained and lost come to the closing.
  Decimal sum;
  for (std::size_t i = 0; i + 1 < steps.series[0].values.size(); ++i)
    sum = *Decimal::add(sum, steps.series[0].values[i]);
  CHECK(sum == steps.series[0].values.back());
  CHECK(sum == chart_value(plan->years[1].mrr.closing));
  const Chart hours = team_chart(*plan, plan->support, "Support");
  REQUIRE(!plan->support.over.empty());
  for (std::size_t month = 0; month < plan->support.months.size(); ++month) {
    const auto& of = plan->support.months[month];
    const auto value = [&](std::size_t series) { return hours.series[series].values[month].micro(); };
    CHECK(value(0) + value(1) == of.needed.micro());
    CHECK((value(1) > 0) == of.over);
    CHECK((value(1) > 0 || value(0) + value(2) == of.capacity.micro()));
  }
  const Chart revenue = mrr_chart(*plan);
  CHECK(revenue.labels.size() == 18);
  CHECK(revenue.series[0].values.back() == chart_value(plan->total.mrr.closing));
  CHECK(cash_chart(*plan).series[0].values.back() == chart_value(plan->total.cash));
}

TEST_CASE("an input is named as people name it") {
  roi::BoundCase bound;
  bound.streams.emplace_back();
  bound.streams[0].id = "close";
  bound.streams[0].name = "Faster close";
  CHECK(input_words(bound, "close.per_unit") == "Faster close: per unit");
  CHECK(input_words(bound, "closed.rate") == "closed.rate");
  CHECK(input_words(bound, "Key users") == "Key users");
}

}  // namespace
