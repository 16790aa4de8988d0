#pragma once
// A chart on a card of its own: painted, as the table behind it, and handed out as SVG and as CSV.

#include <span>
#include <string_view>

#include "core/report/chart.hpp"
#include "core/report/table.hpp"
#include "web/ui/theme.hpp"

namespace dealwright::web {

struct ChartCard {
  std::string_view file;                 // what exported files are named, without an ending; also tells cards apart
  float height = 240;                    // CSS pixels, of the chart
  std::string_view level = {};           // as a card's
  const report::Table* table = nullptr;  // that says more than the chart's own; null: chart_table()
  std::string_view empty = "Nothing to show yet.";
  std::span<const ui::Tone> tones = {};  // of the series of lines and bars; else colours in their order
  // A row of buttons over the chart of which one is down, where the caller has several charts for the place.
  std::string_view choice = {};
  std::span<const std::string_view> choices = {};
  int* chosen = nullptr;
};

// The title is the chart's. Whether chart or table is shown is remembered where the card stands.
void chart_card(const report::Chart& chart, const ChartCard& card);

// The chart alone, painted by the chart widgets.
void draw_chart(const report::Chart& chart, const ChartCard& card);

}  // namespace dealwright::web
