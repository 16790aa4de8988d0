#include "core/report/return_tables.hpp"

#include <utility>

#include <fmt/format.h>

#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

using roi::CustomerReturn;
using roi::ReturnRow;

std::string titled_with(std::string_view title, const CustomerReturn& found) {
  return fmt::format("{} ({})", title, found.currency.code());
}

Money negated(Money money, bool is_cost) {
  return {is_cost ? -money.minor : money.minor, money.currency};
}

std::string irr_words(const CustomerReturn& found) {
  if (found.irr.empty()) return "n/a: " + roi::diagnostic_of(found.irr_fault).message;
  std::string words;
  for (const Decimal rate : found.irr)
    words += (words.empty() ? "" : " and ") + to_percent(Ratio{rate.micro(), Decimal::scale});
  return words;
}

void add_row(const ReturnRow& row, bool is_cost, bool is_total, Table& table) {
  Row& cells = table.add_row()
                   .add(Cell{row.with_care ? row.name + ", with care" : row.name, row.id, false})
                   .add(is_total ? empty_cell() : percent_cell(Ratio{row.adjustment.micro(), Decimal::scale}));
  for (const Money year : row.years) cells.money(negated(year, is_cost));
  cells.money(negated(row.total, is_cost));
  cells.money(negated(row.present, is_cost));
}

}  // namespace

std::string payback_words(const roi::PaybackTime& payback, int horizon_months) {
  if (payback.status == roi::PaybackStatus::at_once) return "at once";
  if (!payback.months) return fmt::format("not within {} months", horizon_months);
  // Tenths of a month, rounded half up.
  const auto tenths = (payback.months->micro() + 50'000) / 100'000;
  return fmt::format("{}.{} months{}", tenths / 10, tenths % 10, payback.falls_again ? ", then below zero again" : "");
}

Table return_figures_table(const CustomerReturn& found) {
  Table table{titled_with("Customer return", found), {{"", false, "figure"}, {"", true, "value"}}};
  const auto add = [&](const char* label, Cell value) { table.add_row().text(label).add(std::move(value)); };
  const auto words = [](std::string text) { return Cell{text, text, true}; };
  add("Horizon", words(counted(found.horizon_months, "month", "months")));
  add("Discount rate a year", words(fmt::format("{}, {} flows", percent(found.discount_rate), word(found.convention))));
  add("Net present value", money_cell(found.net.present));
  add("Return on investment", percent_cell(found.roi));
  add("Internal rate of return", words(irr_words(found)));
  add("Payback", words(payback_words(found.payback, found.horizon_months)));
  add("Payback, discounted", words(payback_words(found.discounted_payback, found.horizon_months)));
  if (found.care_share.numerator != 0) add("Of benefits, from revenue", percent_cell(found.care_share));
  return table;
}

Table return_table(const CustomerReturn& found) {
  Table table{
      titled_with("Customer return by year", found), {{"", false, "row"}, {"Counts", true, "adjustment"}}, true};
  for (std::size_t year = 0; year < found.net.years.size(); ++year)
    table.columns.push_back({year == 0 ? "Initial" : fmt::format("Year {}", year), true, fmt::format("year_{}", year)});
  table.columns.push_back({"Total", true, "total"});
  table.columns.push_back({"Present value", true, "present"});
  for (const ReturnRow& row : found.benefits) add_row(row, false, false, table);
  add_row(found.total_benefits, false, true, table);
  for (const ReturnRow& row : found.costs) add_row(row, true, false, table);
  add_row(found.total_costs, true, true, table);
  add_row(found.net, false, true, table);
  return table;
}

Table cumulative_table(const CustomerReturn& found) {
  Table table{titled_with("Customer return by month", found),
              {{"Month", true, "month"}, {"Net benefits", true, "net"}, {"All so far", true, "cumulative"}}};
  std::int64_t before = 0;
  for (std::size_t month = 0; month < found.cumulative.size(); ++month) {
    const Money all = found.cumulative[month];
    table.add_row().count(static_cast<long long>(month)).money({all.minor - before, all.currency}).money(all);
    before = all.minor;
  }
  return table;
}

Table plain_return_table(const DealEvaluation& deal) {
  constexpr std::size_t most_years = 10;
  Table table{"Customer return",
              {{"Side", false, "side"},
               {"Row", false, "row"},
               {"Name", false, "name"},
               {"Counts", true, "adjustment"},
               {"Nominal", true, "nominal"},
               {"Initial", true, "initial"}}};
  for (std::size_t year = 1; year <= most_years; ++year)
    table.columns.push_back({fmt::format("Year {}", year), true, fmt::format("year_{}", year)});
  table.columns.push_back({"Total", true, "total"});
  table.columns.push_back({"Present value", true, "present"});
  if (!deal.customer_return) return table;
  const auto add = [&](const ReturnRow& row, bool is_cost) {
    Row& cells = table.add_row()
                     .text(is_cost ? "cost" : "benefit")
                     .text(row.id)
                     .text(row.name)
                     .percent(Ratio{row.adjustment.micro(), Decimal::scale})
                     .money(negated(row.nominal, is_cost));
    for (std::size_t year = 0; year <= most_years; ++year)
      cells.add(year < row.years.size() ? money_cell(negated(row.years[year], is_cost)) : empty_cell());
    cells.money(negated(row.total, is_cost));
    cells.money(negated(row.present, is_cost));
  };
  for (const ReturnRow& row : deal.customer_return->benefits) add(row, false);
  for (const ReturnRow& row : deal.customer_return->costs) add(row, true);
  return table;
}

std::vector<Table> return_tables(const DealEvaluation& deal, ScheduleStep step) {
  if (!deal.customer_return) return {};
  std::vector<Table> tables{return_figures_table(*deal.customer_return), return_table(*deal.customer_return)};
  if (step == ScheduleStep::month) tables.push_back(cumulative_table(*deal.customer_return));
  return tables;
}

}  // namespace dealwright::report
