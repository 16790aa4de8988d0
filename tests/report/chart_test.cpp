#include "core/report/chart.hpp"

#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/report/chart_axis.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::report;

constexpr std::int64_t million = 1'000'000;

std::vector<Decimal> wholes(std::initializer_list<std::int64_t> values) {
  std::vector<Decimal> out;
  for (const std::int64_t value : values) out.push_back(Decimal::whole(value));
  return out;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

int count(const std::string& text, std::string_view part) {
  int found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

// Every element that is opened is closed, in order; attributes are in quotes; nothing runs and nothing is loaded.
void check_markup(const std::string& svg) {
  std::vector<std::string> open;
  for (std::size_t at = svg.find('<'); at != std::string::npos; at = svg.find('<', at + 1)) {
    const std::size_t end = svg.find('>', at);
    REQUIRE(end != std::string::npos);
    const std::string tag = svg.substr(at + 1, end - at - 1);
    REQUIRE(count(tag, "\"") % 2 == 0);
    const std::string name = tag.substr(tag[0] == '/' ? 1 : 0, tag.find_first_of(" ", 1) - (tag[0] == '/' ? 1 : 0));
    if (tag[0] == '/') {
      REQUIRE(!open.empty());
      CHECK(open.back() == name);
      open.pop_back();
    } else if (tag.back() != '/') {
      open.push_back(name);
    }
  }
  CHECK(open.empty());
  CHECK_FALSE(has(svg, "<script"));
  CHECK_FALSE(has(svg, "href"));
  CHECK_FALSE(has(svg, "style"));
  CHECK_FALSE(has(svg, "-0\""));
}

TEST_CASE("axes end on round numbers") {
  // 0 to 870 with 7 ticks at most: steps of 200 give 0, 200, ... 1000, steps of 100 would be ten ticks.
  RoundAxis axis = round_axis(0, 870 * million, 7);
  CHECK(axis.low == 0);
  CHECK(axis.high == 1000 * million);
  CHECK(axis.step == 200 * million);
  CHECK(axis.ticks().size() == 6);
  // -35 to 12: steps of 10, from -40 to 20.
  axis = round_axis(-35 * million, 12 * million, 7);
  CHECK(axis.low == -40 * million);
  CHECK(axis.high == 20 * million);
  CHECK(axis.step == 10 * million);
  // 0.031 to 0.034: steps of 0.0005, as many as 7 of them.
  axis = round_axis(31'000, 34'000, 7);
  CHECK(axis.low == 31'000);
  CHECK(axis.high == 34'000);
  CHECK(axis.step == 500);
  // One value alone, and none at all, have room around them.
  for (const std::int64_t value : {std::int64_t{0}, 5 * million, -5 * million}) {
    axis = round_axis(value, value, 7);
    CHECK(axis.low < value);
    CHECK(axis.high > value);
  }
}

TEST_CASE("every axis covers its values with few ticks, in steps of 1, 2 or 5") {
  const std::vector<std::int64_t> values{0,           1,         -1,           7,         999,         12'345,
                                         -40'000'000, 1LL << 40, -(1LL << 50), 1LL << 59, -(1LL << 59)};
  for (const std::int64_t low : values) {
    for (const std::int64_t high : values) {
      if (low > high) continue;
      for (const int most : {2, 3, 7, 12}) {
        CAPTURE(low);
        CAPTURE(high);
        CAPTURE(most);
        const RoundAxis axis = round_axis(low, high, most);
        CHECK(axis.low <= low);
        CHECK(axis.high >= high);
        CHECK(axis.low < axis.high);
        // Around zero two steps cannot be avoided.
        CHECK(axis.ticks().size() <= static_cast<std::size_t>(most < 3 ? 3 : most));
        std::int64_t digit = axis.step;
        while (digit % 10 == 0) digit /= 10;
        CHECK((digit == 1 || digit == 2 || digit == 5));
        CHECK(axis.low % axis.step == 0);
      }
    }
  }
}

TEST_CASE("ticks are short") {
  CHECK(tick_text(0, 200 * million) == "0");
  CHECK(tick_text(1500 * million, 500 * million) == "1.5k");
  CHECK(tick_text(2000 * million, 500 * million) == "2.0k");
  CHECK(tick_text(-20'000'000 * million, 10'000'000 * million) == "-20M");
  CHECK(tick_text(3'000'000'000 * million, 1'000'000'000 * million) == "3bn");
  CHECK(tick_text(250'000, 50'000) == "0.25");
  CHECK(tick_text(300'000, 50'000) == "0.30");
}

TEST_CASE("bars stand where their values are") {
  Chart chart;
  chart.kind = ChartKind::bars;
  chart.title = "Net by year";
  chart.sentence = "Net rises from 100 to 400.";
  chart.unit = "EUR";
  chart.labels = {"2027", "2028"};
  chart.series = {{"Net", wholes({100, 400})}};
  const std::string svg = chart_svg(chart);
  check_markup(svg);
  // The axis goes from 0 to 400 in steps of 100. The plot is 240 high, from 280 up to 40: 100 stands 60 high, at 220.
  // It is 640 wide from 64 on: slots of 320, of which a sixth, 53.33, is free at each side.
  CHECK(has(svg, "<rect x=\"117.33\" y=\"220\" width=\"213.34\" height=\"60\""));
  CHECK(has(svg, "<rect x=\"437.33\" y=\"40\" width=\"213.34\" height=\"240\""));
  CHECK(has(svg, "<title>2028, Net: 400 EUR</title>"));
  CHECK(has(svg, "<title>Net by year</title>\n<desc>Net rises from 100 to 400.</desc>"));
}

TEST_CASE("stacked bars lie on each other, what is negative below zero") {
  Chart chart;
  chart.kind = ChartKind::stacked_bars;
  chart.labels = {"a"};
  chart.series = {{"new", wholes({300})}, {"churn", wholes({-100})}, {"expansion", wholes({100})}};
  const std::string svg = chart_svg(chart);
  check_markup(svg);
  // -100 to 400 in steps of 100: 48 pixels a hundred, zero at 280 - 48 = 232.
  CHECK(has(svg, "y=\"88\" width=\"426.68\" height=\"144\""));  // 0 to 300
  CHECK(has(svg, "y=\"232\" width=\"426.68\" height=\"48\""));  // 0 to -100
  CHECK(has(svg, "y=\"40\" width=\"426.68\" height=\"48\""));   // 300 to 400
}

TEST_CASE("a waterfall ends where its steps lead") {
  Chart chart;
  chart.kind = ChartKind::waterfall;
  chart.labels = {"List", "Discount", "Net"};
  chart.series = {{"", wholes({400, -100, 300})}};
  chart.totals = {1, 0, 1};
  const std::string svg = chart_svg(chart);
  check_markup(svg);
  // 0 to 400: 60 pixels a hundred. Slots end at 277.33, 490.67 and 704; an eighth of each is free at both sides.
  CHECK(has(svg, "<rect x=\"90.66\" y=\"40\" width=\"160.01\" height=\"240\""));
  CHECK(has(svg, "<rect x=\"303.99\" y=\"40\" width=\"160.02\" height=\"60\""));
  CHECK(has(svg, "<rect x=\"517.33\" y=\"100\" width=\"160.01\" height=\"180\""));
  CHECK(has(svg, "<title>Discount: -100</title>"));
}

TEST_CASE("a tornado's bars begin at the base, the longer behind the shorter") {
  Chart chart;
  chart.kind = ChartKind::tornado;
  chart.labels = {"Volume", "Rate"};
  chart.series = {{"low", wholes({100, 250})}, {"high", wholes({300, 400})}};
  chart.base = Decimal::whole(200);
  const std::string svg = chart_svg(chart);
  check_markup(svg);
  // 100 to 400 in steps of 50 over 484 pixels from 220 on: 200 lies at 220 + 484 / 3 = 381.33.
  CHECK(has(svg, "<rect x=\"220\" y=\"44\" width=\"161.33\" height=\"18\""));
  CHECK(has(svg, "<rect x=\"381.33\" y=\"44\" width=\"161.34\" height=\"18\""));
  CHECK(svg.find("Rate, high: 400") < svg.find("Rate, low: 250"));
  CHECK(has(svg, "viewBox=\"0 0 720 132\""));
}

TEST_CASE("a histogram and its marks share an axis of numbers") {
  Chart chart;
  chart.kind = ChartKind::histogram;
  chart.unit = "trials";
  chart.numbers = wholes({0, 10, 20, 30, 40});
  chart.series = {{"", wholes({1, 5, 3, 1})}};
  chart.marks = {{"P50", Decimal::whole(20)}, {"beyond", Decimal::whole(90)}};
  const std::string svg = chart_svg(chart);
  check_markup(svg);
  // 0 to 40 over 640 pixels from 64 on: the bar from 10 to 20 is 160 wide at 224; 5 is the axis' end.
  CHECK(has(svg, "<rect x=\"224\" y=\"40\" width=\"160\" height=\"240\""));
  CHECK(has(svg, "<title>10 to 20: 5 trials</title>"));
  CHECK(has(svg, ">P50</text>"));
  CHECK(has(svg, "M384 40L384 280"));
  CHECK_FALSE(has(svg, "beyond"));
}

TEST_CASE("lines go through their points; several are told apart without colour") {
  Chart chart;
  chart.kind = ChartKind::line;
  chart.labels = {"1", "2", "3", "4"};
  chart.series = {{"ours", wholes({0, 100, 200, 400})}, {"theirs", wholes({400, 0})}};
  const std::string svg = chart_svg(chart);
  check_markup(svg);
  // Slots of 160 from 64 on, their middles at 144, 304, 464 and 624; 60 pixels a hundred.
  CHECK(has(svg, "<path d=\"M144 280L304 220L464 160L624 40\""));
  CHECK(has(svg, "<path d=\"M144 40L304 280\""));
  CHECK(count(svg, "stroke-dasharray=\"8 4\"") == 2);  // in the plot and in the legend
  CHECK(count(svg, "<circle") == 6);
}

TEST_CASE("a curve stands over its numbers") {
  Chart chart;
  chart.kind = ChartKind::curve;
  chart.numbers = wholes({0, 100});
  chart.numbers_name = "Orders";
  chart.series = {{"", wholes({0, 100})}};
  const std::string svg = chart_svg(chart);
  check_markup(svg);
  CHECK(has(svg, "<path d=\"M64 280L704 40\""));
  CHECK(has(svg, ">Orders</text>"));
}

TEST_CASE("hostile words stay words, great values stay on the paper, and nothing is said where nothing is") {
  Chart chart;
  chart.kind = ChartKind::bars;
  chart.title = "</title><script>alert(1)</script>";
  chart.labels = {"\"><x", "b"};
  chart.series = {{"<b>",
                   {Decimal::from_micro(std::numeric_limits<std::int64_t>::max()),
                    Decimal::from_micro(std::numeric_limits<std::int64_t>::min())}},
                  {"&", wholes({1})}};
  for (const ChartKind kind :
       {ChartKind::bars, ChartKind::stacked_bars, ChartKind::waterfall, ChartKind::line, ChartKind::tornado}) {
    chart.kind = kind;
    const std::string svg = chart_svg(chart);
    check_markup(svg);
    CHECK_FALSE(has(svg, "<script"));
  }
  for (int kind = 0; kind <= static_cast<int>(ChartKind::curve); ++kind) {
    Chart bare;
    bare.kind = static_cast<ChartKind>(kind);
    CHECK(has(chart_svg(bare), "Nothing to show yet."));
    bare.series = {{"a", {}}};
    CHECK(has(chart_svg(bare), "Nothing to show yet."));
    bare.series = {{"a", wholes({1})}};  // more values than places
    check_markup(chart_svg(bare));
  }
}

// Seven names of 26 letters need 222 of 720 pixels each: three in a row.
TEST_CASE("names that have no room beside each other go below each other") {
  Chart chart;
  chart.kind = ChartKind::stacked_bars;
  chart.labels = {"Year 1"};
  for (int i = 0; i < 7; ++i) chart.series.push_back({"abcdefghijklmnopqrstuvwxyz", wholes({1})});
  const std::string svg = chart_svg(chart);
  check_markup(svg);
  CHECK(has(svg, "viewBox=\"0 0 720 356\""));
  CHECK(has(svg, "<g transform=\"translate(0 36)\">"));
  chart.series.resize(2);
  CHECK(has(chart_svg(chart), "viewBox=\"0 0 720 320\""));
  CHECK_FALSE(has(chart_svg(chart), "<g "));
}

// Eight names of 12 letters need 91 of the 80 pixels that each has: two rows. Of 40 there is no room for all.
TEST_CASE("labels that have no room in one row take turns in two") {
  Chart chart;
  chart.kind = ChartKind::bars;
  chart.series = {{"", {}}};
  for (int i = 0; i < 40; ++i) {
    chart.labels.push_back("abcdefghij" + std::to_string(10 + i));
    chart.series[0].values.push_back(Decimal::whole(1));
    const std::string svg = chart_svg(chart);
    check_markup(svg);
    const int shown = count(svg, ">abcdefghij") - count(svg, "<title>abcdefghij");
    const bool is_staggered = has(svg, "y=\"312\"");
    if (i < 7) CHECK((shown == i + 1 && !is_staggered));
    if (i > 6 && i < 14) CHECK((shown == i + 1 && is_staggered));
    if (i > 15) CHECK((shown < i + 1 && !is_staggered));
  }
}

}  // namespace
