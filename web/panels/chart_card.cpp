#include "web/panels/chart_card.hpp"

#include <string>
#include <vector>

#include <imgui.h>

#include "core/report/chart_table.hpp"
#include "web/panels/report_table.hpp"
#include "web/ui/chart/chart.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

using report::Chart;
using report::ChartKind;

double number_of(Decimal value) {
  return static_cast<double>(value.micro()) / static_cast<double>(Decimal::scale);
}

std::vector<double> numbers_of(const std::vector<Decimal>& values) {
  std::vector<double> out;
  out.reserve(values.size());
  for (const Decimal value : values) out.push_back(number_of(value));
  return out;
}

std::vector<ui::Series> series_of(const Chart& chart, std::span<const ui::Tone> tones) {
  std::vector<ui::Series> out;
  for (const report::ChartSeries& one : chart.series) {
    ui::Series& series = out.emplace_back(ui::Series{one.name, numbers_of(one.values), {}, false});
    if (out.size() <= tones.size()) series.colour = ui::theme().fill_of(tones[out.size() - 1]);
  }
  return out;
}

std::vector<ui::WaterfallStep> steps_of(const Chart& chart, bool are_totals) {
  std::vector<ui::WaterfallStep> steps;
  if (chart.series.empty()) return steps;
  const auto& values = chart.series.front().values;
  for (std::size_t at = 0; at < chart.labels.size() && at < values.size(); ++at)
    steps.push_back(
        {chart.labels[at], number_of(values[at]), are_totals || (at < chart.totals.size() && chart.totals[at] != 0)});
  return steps;
}

std::vector<ui::TornadoBar> bars_of(const Chart& chart) {
  std::vector<ui::TornadoBar> bars;
  if (chart.series.size() < 2) return bars;
  const auto &low = chart.series[0].values, &high = chart.series[1].values;
  for (std::size_t at = 0; at < chart.labels.size() && at < low.size() && at < high.size(); ++at)
    bars.push_back({chart.labels[at], number_of(low[at]), number_of(high[at]), {}, {}});
  return bars;
}

std::vector<ui::ChartMark> marks_of(const Chart& chart) {
  std::vector<ui::ChartMark> marks;
  for (const report::ChartMark& mark : chart.marks)
    marks.push_back({mark.label, number_of(mark.at), ui::Tone::neutral});
  return marks;
}

void hand_out(std::string_view file, const char* ending, const std::string& bytes) {
  const std::string name = std::string(file) + ending;
  ui::current().platform().save(name, bytes);
  ui::current().toast("The chart was handed to you as " + name + ".", ui::Tone::positive);
}

}  // namespace

void draw_chart(const Chart& chart, const ChartCard& card) {
  const bool is_histogram = chart.kind == ChartKind::histogram;
  const ui::ChartOptions options{.name = chart.title,
                                 .sentence = chart.sentence,
                                 .height = card.height,
                                 .unit = is_histogram ? chart.numbers_unit : chart.unit,
                                 .value_text = {},
                                 .empty = card.empty};
  switch (chart.kind) {
    case ChartKind::line:
      ui::line_chart(options, chart.labels, series_of(chart, card.tones));
      break;
    case ChartKind::bars:
      // One bar a label lies where its name has no room below it.
      if (chart.series.size() == 1) {
        ui::waterfall_chart(options, steps_of(chart, true));
      } else {
        ui::bar_chart(options, chart.labels, series_of(chart, card.tones));
      }
      break;
    case ChartKind::stacked_bars:
      ui::stacked_bar_chart(options, chart.labels, series_of(chart, card.tones));
      break;
    case ChartKind::waterfall:
      ui::waterfall_chart(options, steps_of(chart, false));
      break;
    case ChartKind::tornado:
      ui::tornado_chart(options, number_of(chart.base), bars_of(chart));
      break;
    case ChartKind::histogram:
      ui::histogram(options, numbers_of(chart.numbers),
                    chart.series.empty() ? std::vector<double>() : numbers_of(chart.series.front().values),
                    marks_of(chart));
      break;
    case ChartKind::curve: {
      std::vector<ui::Curve> curves;
      for (const report::ChartSeries& one : chart.series)
        curves.push_back({one.name, numbers_of(chart.numbers), numbers_of(one.values), false, {}});
      ui::curve_chart(options, chart.numbers_unit.empty() ? chart.numbers_name : chart.numbers_unit, curves,
                      marks_of(chart));
      break;
    }
  }
}

void chart_card(const Chart& chart, const ChartCard& card) {
  constexpr ui::ButtonOptions small{.kind = ui::ButtonKind::quiet, .small = true};
  ui::ButtonOptions as_svg = small, as_csv = small;
  as_svg.help = "Hands you the chart as a picture (SVG)";
  as_csv.help = "Hands you the figures behind the chart (CSV)";
  ImGui::PushID(card.file.data(), card.file.data() + card.file.size());
  auto* const kept = ImGui::GetStateStorage();
  const ImGuiID key = ImGui::GetID("table");
  bool is_table = kept->GetBool(key);
  const char* const other = is_table ? "Show chart" : "Show table";
  const float width =
      ui::button_width("Show table", small) + ui::button_width("SVG", small) + ui::button_width("CSV", small);
  bool wants_svg = false, wants_csv = false;
  const bool shows_table = is_table;
  const auto actions = [&] {
    const float y = ImGui::GetCursorPosY();
    const auto next = [&] {
      ui::beside(0);
      ImGui::SetCursorPosY(y);  // the title's line lies elsewhere
    };
    if (ui::button(other, small)) is_table = !is_table;
    next();
    wants_svg = ui::button("SVG", as_svg);
    next();
    wants_csv = ui::button("CSV", as_csv);
  };
  {
    // Where the title leaves too little room, the buttons go below it.
    const bool is_narrow = ImGui::GetContentRegionAvail().x - 2 * ui::theme().card_padding <
                           ui::width_of(chart.title, ui::Type::heading) + width + ui::theme().space.small;
    ui::CardOptions options{
        .title = chart.title, .level = shows_table ? std::string_view() : card.level, .flush = shows_table};
    if (!is_narrow) {
      options.actions = actions;
      options.actions_width = width;
    }
    ui::Card surface("chart", options);
    if (is_narrow) {
      actions();
      ui::space_small();
    }
    if (card.chosen != nullptr && !shows_table) {
      ui::segmented(card.choice, card.choices, *card.chosen);
      ui::space_small();
    }
    if (!shows_table) {
      draw_chart(chart, card);
    } else if (card.table != nullptr) {
      report_table(*card.table);
    } else {
      report_table(report::chart_table(chart));
    }
  }
  kept->SetBool(key, is_table);
  ImGui::PopID();
  if (wants_svg) hand_out(card.file, ".svg", report::chart_svg(chart));
  if (wants_csv)
    hand_out(card.file, ".csv", report::table_csv(card.table != nullptr ? *card.table : report::chart_table(chart)));
}

}  // namespace dealwright::web
