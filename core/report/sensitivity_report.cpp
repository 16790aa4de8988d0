#include "core/report/sensitivity_report.hpp"

#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/document/writer.hpp"
#include "core/report/chart_set.hpp"
#include "core/report/figures.hpp"
#include "core/report/page.hpp"
#include "core/report/variance_chart.hpp"

namespace dealwright::report {
namespace {

Cell input_cell(Decimal value, bool is_rate) {
  return is_rate ? percent_cell(Ratio{value.micro(), Decimal::scale}) : quantity_cell(value);
}

std::vector<Table> tables_of(const SensitivityReport& report) {
  std::vector<Table> tables{tornado_table(report)};
  if (report.two_way) tables.push_back(two_way_table(report));
  if (!report.break_even.empty()) tables.push_back(break_even_table(report));
  return tables;
}

std::string setting(const SensitivityReport& report) {
  return fmt::format("net present value {}, {}", to_display(report.tornado.base),
                     counted(report.horizon_months, "month", "months"));
}

}  // namespace

std::string aim_words(const roi::BreakEvenGoal& goal) {
  if (goal.aim == roi::BreakEvenAim::roi) return "a return on investment of " + percent(goal.roi);
  if (goal.aim == roi::BreakEvenAim::payback) return "payback within " + counted(goal.months, "month", "months");
  return "a net present value of " + to_display(goal.npv);
}

Chart tornado_chart(const SensitivityReport& report) {
  Chart chart;
  chart.kind = ChartKind::tornado;
  chart.title = "What each input moves";
  chart.unit = std::string(report.currency.code());
  chart.base = chart_value(report.tornado.base);
  chart.series = {{"low", {}}, {"high", {}}};
  for (const roi::TornadoBar& bar : report.tornado.bars) {
    chart.labels.push_back(bar.input);
    chart.series[0].values.push_back(chart_value(bar.npv_low));
    chart.series[1].values.push_back(chart_value(bar.npv_high));
  }
  if (!report.tornado.bars.empty()) {
    const roi::TornadoBar& widest = report.tornado.bars.front();
    chart.sentence = fmt::format("{} moves the net present value most: from {} to {}.", widest.input,
                                 to_display(widest.npv_low), to_display(widest.npv_high));
  }
  return chart;
}

Table tornado_table(const SensitivityReport& report) {
  Table table{fmt::format("What each input moves ({})", report.currency.code()),
              {{"Input", false, "input"},
               {"Low", true, "low"},
               {"Likely", true, "likely"},
               {"High", true, "high"},
               {"Net present value at low", true, "npv_low"},
               {"at high", true, "npv_high"},
               {"Spread", true, "spread"}}};
  for (const roi::TornadoBar& bar : report.tornado.bars)
    table.add_row()
        .text(bar.input)
        .add(input_cell(bar.low, bar.is_rate))
        .add(input_cell(bar.likely, bar.is_rate))
        .add(input_cell(bar.high, bar.is_rate))
        .money(bar.npv_low)
        .money(bar.npv_high)
        .money(bar.spread);
  return table;
}

Table two_way_table(const SensitivityReport& report) {
  const roi::TwoWay& found = *report.two_way;
  Table table{
      fmt::format("Net present value by {} and {} ({})", found.row_input, found.column_input, report.currency.code()),
      {}};
  table.columns.push_back({fmt::format("{} / {}", found.row_input, found.column_input), true, "row"});
  for (const Decimal value : found.columns) {
    const Cell head = input_cell(value, found.column_is_rate);
    table.columns.push_back({head.shown, true, head.plain});
  }
  for (std::size_t r = 0; r < found.rows.size(); ++r) {
    Row& row = table.add_row().add(input_cell(found.rows[r], found.row_is_rate));
    for (std::size_t c = 0; c < found.columns.size(); ++c) {
      Cell cell = money_cell(found.npv[r][c]);
      if (found.turns[r][c] != 0) cell.shown.insert(0, "* ");
      row.add(std::move(cell));
    }
  }
  return table;
}

Table break_even_table(const SensitivityReport& report) {
  Table table{fmt::format("What just reaches {}", report.aim),
              {{"Input", false, "input"},
               {"Likely", true, "likely"},
               {"Just reached at", true, "value"},
               {"Change", true, "change"},
               {"Now", false, "now"},
               {"", false, "status"}}};
  for (const roi::BreakEven& one : report.break_even) {
    const bool is_found = one.status == roi::BreakEvenStatus::found;
    table.add_row()
        .text(one.input)
        .add(input_cell(one.likely, one.is_rate))
        .add(one.value ? input_cell(*one.value, one.is_rate) : empty_cell())
        .add(one.change.has_value() ? percent_cell(one.change) : empty_cell())
        .text(one.is_reached ? "reached" : "missed")
        .text(is_found ? "" : roi::words_of(one.status));
  }
  return table;
}

bool has_turns(const SensitivityReport& report) {
  if (!report.two_way) return false;
  for (const auto& row : report.two_way->turns)
    for (const std::uint8_t turn : row)
      if (turn != 0) return true;
  return false;
}

std::string varied_words(const roi::BoundCase& bound, const roi::VariedInput& input) {
  if (input.kind == roi::VariedKind::discount_rate) return "Discount rate a year";
  if (input.kind == roi::VariedKind::fees) return "Fees";
  constexpr std::string_view rate = ".hourly_rate";  // of an effort, which has no id
  const std::size_t at = input.name.rfind(rate);
  if (at == std::string::npos) return input_words(bound, input.name);
  return input.name.substr(0, at) + ": hourly rate" + input.name.substr(at + rate.size());
}

std::string sensitivity_text(const SensitivityReport& report) {
  std::string out = fmt::format("{}: {}\n", printable(report.deal), setting(report));
  for (const Table& table : tables_of(report))
    if (!table.rows.empty()) out += '\n' + table_text(table);
  if (has_turns(report)) out += fmt::format("\n{}\n", turn_note);
  return out;
}

std::string sensitivity_markdown(const SensitivityReport& report) {
  std::string out = fmt::format("## {}\n\n{}\n", markdown_escaped(report.deal), setting(report));
  for (const Table& table : tables_of(report))
    if (!table.rows.empty()) out += '\n' + table_markdown(table);
  if (has_turns(report)) out += fmt::format("\n{}\n", markdown_escaped(turn_note));
  return out;
}

std::string sensitivity_html(const SensitivityReport& report) {
  std::string out = page_begin("Sensitivity of " + report.deal);
  out += fmt::format("<section>\n<h2>{}</h2>\n<p>{}</p>\n", html_escaped(report.deal), html_escaped(setting(report)));
  out += chart_svg(tornado_chart(report));
  for (const Table& table : tables_of(report)) out += table_html(table);
  if (has_turns(report)) out += fmt::format("<p>{}</p>\n", turn_note);
  return out + "</section>\n" + page_end();
}

std::string sensitivity_json(const SensitivityReport& report) {
  return document::write_json(report);
}

}  // namespace dealwright::report
