#include <vector>

#include "tests/web/bench_page/gallery.hpp"
#include "web/ui/chart/chart.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {

void Gallery::draw_time_charts() {
  std::vector<std::string> months;
  ui::Series net{.name = "Net", .values = {}};
  ui::Series cost{.name = "Cost", .values = {}};
  ui::Series hosting{.name = "Hosting", .values = {}};
  ui::Series support{.name = "Support", .values = {}};
  ui::Series success{.name = "Success", .values = {}};
  ui::Band band{.name = "Ten of a hundred lower, ten higher", .low = {}, .middle = {}, .high = {}};
  constexpr int count = 24;
  for (int i = 0; i < count; ++i) {
    months.push_back(start_.plus_months(i).to_string().substr(0, 7));
    const double ramp = i < 6 ? 0.6 + 0.07 * i : 1.0 + (i >= 12 ? 0.04 : 0);
    net.values.push_back(4830 * ramp);
    cost.values.push_back(3310 * ramp * (i % 12 == 0 ? 1.35 : 1));
    hosting.values.push_back(1240 * ramp);
    support.values.push_back(870 * ramp);
    success.values.push_back(i == 0 ? -400 : 420 * ramp);
    band.low.push_back(200.0 * i - 2200 - 26.0 * i);
    band.middle.push_back(200.0 * i - 2000);
    band.high.push_back(200.0 * i - 1900 + 40.0 * i);
  }
  {
    const ui::Card card("Net and cost by month");
    const ui::Series both[] = {net, cost};
    ui::line_chart({.name = "Net and cost by month",
                    .sentence = "Net rises from 2,898 to 5,023 EUR over 24 months; cost stays below it.",
                    .unit = "EUR"},
                   months, both);
  }
  {
    const ui::Card card("Cumulated result");
    ui::band_chart(
        {.name = "Cumulated result", .sentence = "The result passes zero after eleven months.", .unit = "EUR"}, months,
        band);
  }
  {
    const ui::Card card("Net by service line");
    const ui::Series parts[] = {hosting, support, success};
    ui::stacked_bar_chart({.name = "Net by service line", .sentence = "Hosting is the largest part.", .unit = "EUR"},
                          months, parts);
  }
  {
    const ui::Card card("By year");
    const std::vector<std::string> years = {"2026", "2027", "2028"};
    const ui::Series bars[] = {{.name = "Net", .values = {28980, 58900, 60276}},
                               {.name = "Margin", .values = {9120, 17890, -2400}}};
    ui::bar_chart({.name = "Net and margin by year", .sentence = "Net doubles in 2027.", .height = 180, .unit = "EUR"},
                  years, bars);
  }
}

void Gallery::draw_part_charts() {
  {
    const ui::Card card("From list to net");
    const ui::WaterfallStep steps[] = {{"List price", 6210, true}, {"Ramp", -480, false}, {"Term", -310.5, false},
                                       {"Volume", -124.2, false},  {"Deal", -621, false}, {"True-up", 155.7, false},
                                       {"Net", 4830, true}};
    ui::waterfall_chart(
        {
            .name = "From list price to net",
            .sentence = "6,210 EUR list price, 4,830 EUR net.",
            .unit = "",
        },
        steps);
  }
  {
    const ui::Card card("What moves the margin");
    const ui::TornadoBar bars[] = {{"Orders a month", 24.1, 39.6, "-20 %", "+20 %"},
                                   {"Deal discount", 36.2, 26.4, "0 %", "15 %"},
                                   {"Cost of hosting", 34.9, 28.7, "-10 %", "+10 %"},
                                   {"Term", 30.2, 32.4, "24", "48"},
                                   {"Uplift", 31.0, 31.9, "0 %", "3 %"}};
    ui::tornado_chart({.name = "What moves the margin",
                       .sentence = "Orders a month move the margin most: 24.1 to 39.6 %.",
                       .unit = "%"},
                      31.4, bars);
  }
  {
    const ui::Card card("Simulated margin");
    std::vector<double> edges;
    std::vector<double> counts;
    for (int i = 0; i <= 24; ++i) edges.push_back(20 + i);
    for (int i = 0; i < 24; ++i) counts.push_back(1200.0 / (1 + 0.09 * (i - 11) * (i - 11)) - 60 * (i % 3));
    const ui::ChartMark marks[] = {{"Least 25 %", 25, ui::Tone::negative},
                                   {"P10", 26.2, ui::Tone::neutral},
                                   {"P50", 31.4, ui::Tone::accent},
                                   {"P90", 38.2, ui::Tone::neutral}};
    ui::histogram({.name = "Simulated margin",
                   .sentence = "Half of 10,000 trials reach 31.4 %; one in ten stays below 26.2 %.",
                   .unit = "%"},
                  edges, counts, marks);
  }
  {
    const ui::Card card("Price of orders");
    const ui::Curve curves[] = {
        {.name = "Volume", .x = {0, 10000, 10000, 50000, 50000, 120000}, .y = {10, 20, 16, 80, 60, 144}},
        {.name = "Graduated", .x = {0, 10000, 50000, 120000}, .y = {10, 20, 68, 138}}};
    const ui::ChartMark marks[] = {{"Cliff", 50000, ui::Tone::warning}, {"This deal", 65000, ui::Tone::accent}};
    ui::curve_chart({.name = "Price of orders a month",
                     .sentence = "Past 50,000 orders the price falls from 80 to 60 EUR.",
                     .unit = "EUR"},
                    "orders", curves, marks);
  }
  {
    const ui::Card card("Small and empty");
    const std::vector<double> trend = {3.1, 3.4, 3.2, 3.9, 4.2, 4.1, 4.83};
    ui::text("Net monthly");
    ui::beside();
    ui::sparkline("Net monthly over seven months", trend);
    ui::line_chart({.name = "Not simulated", .height = 96, .empty = "Run the simulation to see its result."}, {}, {});
  }
}

}  // namespace dealwright::web
