#include "core/report/simulation_report.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/document/writer.hpp"
#include "core/report/figures.hpp"
#include "core/report/page.hpp"
#include "core/report/simulation_charts.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {
namespace {

using roi::SimulatedReturn;

constexpr const char* all_sure = "No input has a range, so every trial is the same.";

std::string words_of(int percent) {
  switch (percent) {
    case 5:
      return "one chance in twenty of being lower";
    case 10:
      return "one chance in ten of being lower";
    case 25:
      return "one chance in four of being lower";
    case 50:
      return "as likely to be higher as lower";
    case 75:
      return "one chance in four of being higher";
    case 90:
      return "one chance in ten of being higher";
    case 95:
      return "one chance in twenty of being higher";
    default:
      return "";
  }
}

// Of normal and lognormal, low and high are no ends.
std::string shape_words(model::EstimateShape shape) {
  if (shape == model::EstimateShape::pert) return "PERT";
  const bool has_tails = shape == model::EstimateShape::normal || shape == model::EstimateShape::lognormal;
  return std::string(word(shape)) + (has_tails ? ", low P10, high P90" : "");
}

Table figures_table(const SimulatedReturn& found) {
  Table table{fmt::format("Net present value ({})", found.currency.code()),
              {{"", false, "figure"}, {"", true, "value"}}};
  const auto add = [&](std::string label, Cell value) { table.add_row().text(label).add(std::move(value)); };
  add("Of the likely values", money_cell(found.npv));
  add("Mean", money_cell(found.mean));
  add("Standard error of the mean", money_cell(found.standard_error));
  add("Standard deviation", money_cell(found.deviation));
  add("Probability that it is above 0", percent_cell(found.positive));
  add(fmt::format("Probability of payback within {}", counted(found.within_months, "month", "months")),
      percent_cell(found.paid_back));
  return table;
}

Table percentiles_table(const SimulatedReturn& found) {
  Table table{fmt::format("How sure it is ({})", found.currency.code()),
              {{"", false, "percentile"}, {"Net present value", true, "npv"}, {"There is", false, "words"}}};
  for (const roi::Percentile& one : found.percentiles)
    table.add_row().text(fmt::format("P{}", one.percent)).money(one.npv).text(words_of(one.percent));
  return table;
}

// Lower bounds, counts and the share of all trials up to each bin's end.
Table distribution_table(const SimulatedReturn& found) {
  Table table{
      fmt::format("Distribution ({})", found.currency.code()),
      {{"From", true, "from"}, {"To", true, "to"}, {"Trials", true, "trials"}, {"Up to here", true, "cumulative"}}};
  const auto whole = static_cast<std::int64_t>(found.trials);
  std::int64_t sum = 0;
  for (const roi::Bin& bin : found.histogram) {
    const auto trials = static_cast<std::int64_t>(bin.trials);
    sum += trials;
    table.add_row().money(bin.from).money(bin.to).count(trials).percent(Ratio{sum, whole});
  }
  return table;
}

// The shapes are told where one is not PERT.
Table inputs_table(const SimulatedReturn& found) {
  const bool has_shapes = std::any_of(found.inputs.begin(), found.inputs.end(), [](const roi::InputShare& one) {
    return one.shape != model::EstimateShape::pert;
  });
  Table table{"What makes it unsure",
              {{"Input", false, "input"},
               {"Shape", false, "shape"},
               {"Low", true, "low"},
               {"Likely", true, "likely"},
               {"High", true, "high"},
               {"Rank correlation", true, "rank"},
               {"Share of variance", true, "share"}}};
  for (const roi::InputShare& one : found.inputs) {
    // Two places, rounded half away from zero.
    const std::int64_t rank = (one.rank.micro() + (one.rank.micro() < 0 ? -5'000 : 5'000)) / 10'000 * 10'000;
    table.add_row()
        .text(one.name)
        .text(shape_words(one.shape))
        .quantity(one.low)
        .quantity(one.likely)
        .quantity(one.high)
        .add(Cell{Decimal::from_micro(rank).to_string(2), one.rank.to_string(), true})
        .percent(Ratio{one.share.micro(), Decimal::scale});
  }
  if (has_shapes) return table;
  table.columns.erase(table.columns.begin() + 1);
  for (Row& row : table.rows) row.cells.erase(row.cells.begin() + 1);
  return table;
}

std::vector<Table> tables_of(const SimulatedReturn& found) {
  return {figures_table(found), percentiles_table(found), inputs_table(found)};
}

std::string setting(const SimulatedReturn& found) {
  return fmt::format("{} trials, seed {}, {}", grouped(std::to_string(found.trials)), found.seed,
                     counted(found.horizon_months, "month", "months"));
}

}  // namespace

std::string simulation_text(const SimulatedReturn& found) {
  std::string out = fmt::format("{}: {}\n", printable(found.deal), setting(found));
  for (const Table& table : tables_of(found))
    if (!table.rows.empty()) out += '\n' + table_text(table);
  if (found.inputs.empty()) out += fmt::format("\n{}\n", all_sure);
  return out;
}

std::string simulation_markdown(const SimulatedReturn& found, std::string_view charts) {
  std::string out = fmt::format("## {}\n\n{}\n", markdown_escaped(found.deal), setting(found));
  if (!charts.empty()) out += charts_markdown(found.deal, simulation_charts(found), charts);
  for (const Table& table : tables_of(found))
    if (!table.rows.empty()) out += '\n' + table_markdown(table);
  if (found.inputs.empty()) return out + '\n' + all_sure + '\n';
  return out + '\n' + table_markdown(distribution_table(found));
}

std::string simulation_html(const SimulatedReturn& found) {
  std::string out = page_begin("Simulation");
  out += fmt::format("<section>\n<h2>{}</h2>\n<p>{}</p>\n", html_escaped(found.deal), html_escaped(setting(found)));
  out += charts_html(simulation_charts(found));
  for (const Table& table : tables_of(found)) out += table_html(table);
  out += found.inputs.empty() ? fmt::format("<p>{}</p>\n", all_sure) : table_html(distribution_table(found));
  return out + "</section>\n" + page_end();
}

std::string simulation_json(const SimulatedReturn& found) {
  return document::write_json(found);
}

}  // namespace dealwright::report
