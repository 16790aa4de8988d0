#include "core/report/simulation_report.hpp"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/document/writer.hpp"
#include "core/report/figures.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {
namespace {

using roi::SimulatedReturn;

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

Table figures_table(const SimulatedReturn& found) {
  Table table{fmt::format("Net present value ({})", found.currency.code()),
              {{"", false, "figure"}, {"", true, "value"}},
              {},
              false};
  const auto add = [&](std::string label, Cell value) { table.rows.push_back({text_cell(label), std::move(value)}); };
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
              {{"", false, "percentile"}, {"Net present value", true, "npv"}, {"There is", false, "words"}},
              {},
              false};
  for (const roi::Percentile& one : found.percentiles)
    table.rows.push_back(
        {text_cell(fmt::format("P{}", one.percent)), money_cell(one.npv), text_cell(words_of(one.percent))});
  return table;
}

Table inputs_table(const SimulatedReturn& found) {
  Table table{"What makes it unsure",
              {{"Input", false, "input"},
               {"Low", true, "low"},
               {"Likely", true, "likely"},
               {"High", true, "high"},
               {"Rank correlation", true, "rank"},
               {"Share of variance", true, "share"}},
              {},
              false};
  for (const roi::InputShare& one : found.inputs) {
    // Two places, rounded half away from zero.
    const std::int64_t rank = (one.rank.micro() + (one.rank.micro() < 0 ? -5'000 : 5'000)) / 10'000 * 10'000;
    table.rows.push_back({text_cell(one.name), quantity_cell(one.low), quantity_cell(one.likely),
                          quantity_cell(one.high),
                          Cell{Decimal::from_micro(rank).to_string(2), one.rank.to_string(), true},
                          percent_cell(Ratio{one.share.micro(), Decimal::scale})});
  }
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
  if (found.inputs.empty()) out += "\nNo input has a range, so every trial is the same.\n";
  return out;
}

std::string simulation_markdown(const SimulatedReturn& found) {
  std::string out = fmt::format("## {}\n\n{}\n", markdown_escaped(found.deal), setting(found));
  for (const Table& table : tables_of(found))
    if (!table.rows.empty()) out += '\n' + table_markdown(table);
  if (found.inputs.empty()) out += "\nNo input has a range, so every trial is the same.\n";
  return out;
}

std::string simulation_json(const SimulatedReturn& found) {
  return document::write_json(found);
}

}  // namespace dealwright::report
