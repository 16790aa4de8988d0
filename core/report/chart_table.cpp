#include "core/report/chart_table.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

Column number_column(std::string head) {
  return {std::move(head), true, {}};
}

std::string in_unit(std::string_view head, std::string_view unit) {
  std::string out(head);
  if (!unit.empty()) out.append(out.empty() ? "" : " in ").append(unit);
  return out;
}

Cell series_cell(const ChartSeries& series, std::size_t at, std::string_view unit) {
  return at < series.values.size() ? value_cell(series.values[at], unit) : empty_cell();
}

// Each place with a value of each series.
void add_places(const Chart& chart, bool is_curve, Table& table) {
  table.columns.push_back(
      {is_curve ? in_unit(chart.numbers_name, chart.numbers_unit) : std::string(), is_curve, "place"});
  for (const ChartSeries& one : chart.series) table.columns.push_back({one.name, true, one.name});
  const std::size_t places = is_curve ? chart.numbers.size() : chart.labels.size();
  for (std::size_t at = 0; at < places; ++at) {
    Row& cells =
        table.add_row().add(is_curve ? value_cell(chart.numbers[at], chart.numbers_unit) : text_cell(chart.labels[at]));
    for (const ChartSeries& one : chart.series) cells.add(series_cell(one, at, chart.unit));
  }
}

void add_steps(const Chart& chart, Table& table) {
  table.columns = {{"Step", false, {}}, number_column("Amount"), number_column("After it")};
  const auto& amounts = chart.series.front().values;
  Decimal sum;
  for (std::size_t at = 0; at < std::min(chart.labels.size(), amounts.size()); ++at) {
    const bool is_total = at < chart.totals.size() && chart.totals[at] != 0;
    sum = is_total ? amounts[at] : Decimal::add(sum, amounts[at]).value_or(sum);
    table.add_row().text(chart.labels[at]).add(value_cell(amounts[at], chart.unit)).add(value_cell(sum, chart.unit));
  }
}

void add_bins(const Chart& chart, Table& table) {
  table.columns = {number_column("From"), number_column("To"), number_column(chart.series.front().name)};
  const auto& counts = chart.series.front().values;
  const std::string_view unit = chart.numbers_unit;
  for (std::size_t at = 0; at + 1 < chart.numbers.size() && at < counts.size(); ++at)
    table.add_row()
        .add(value_cell(chart.numbers[at], unit))
        .add(value_cell(chart.numbers[at + 1], unit))
        .quantity(counts[at]);
}

}  // namespace

Cell value_cell(Decimal value, std::string_view unit) {
  const std::optional<Currency> currency = Currency::from_code(unit);
  if (!currency) return quantity_cell(value);
  return {amount(value, *currency), value.to_string(currency->digits()), true};
}

Table chart_table(const Chart& chart) {
  Table table;
  table.title = chart.unit.empty() ? chart.title : chart.title + " (" + chart.unit + ")";
  if (chart.series.empty()) return table;
  switch (chart.kind) {
    case ChartKind::line:
    case ChartKind::bars:
    case ChartKind::stacked_bars:
    case ChartKind::tornado:
      add_places(chart, false, table);
      break;
    case ChartKind::curve:
      add_places(chart, true, table);
      break;
    case ChartKind::waterfall:
      add_steps(chart, table);
      break;
    case ChartKind::histogram:
      add_bins(chart, table);
      break;
  }
  return table;
}

}  // namespace dealwright::report
