#include "core/report/partner_return_tables.hpp"

#include <utility>

#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "core/report/return_tables.hpp"

namespace dealwright::report {
namespace {

using roi::PartnerReturn;
using roi::YearAmounts;

std::string titled_with(std::string_view title, const PartnerReturn& found) {
  return fmt::format("{} ({})", title, found.currency.code());
}

Cell words_cell(std::string text) {
  return {text, text, true};
}

Cell rate_cell(Decimal rate) {
  return percent_cell({rate.micro(), Decimal::scale});
}

Cell multiple_cell(Ratio ratio) {
  if (!ratio.has_value()) return words_cell("n/a");
  // Hundredths, rounded half away from zero.
  const Int128 scaled = Int128{ratio.numerator} * 200;
  const Int128 rounded =
      (scaled + (ratio.numerator < 0 ? -ratio.denominator : ratio.denominator)) / (Int128{2} * ratio.denominator);
  const auto hundredths = static_cast<std::int64_t>(rounded);
  const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
  return {fmt::format("{}{}.{:02} x", hundredths < 0 ? "-" : "", size / 100, size % 100), to_string(ratio), true};
}

std::vector<Column> year_columns(const PartnerReturn& found, std::size_t first) {
  std::vector<Column> columns{{"", false, "row"}};
  for (std::size_t year = first; year < found.total.margin.years.size(); ++year)
    columns.push_back({year == 0 ? "Initial" : fmt::format("Year {}", year), true, fmt::format("year_{}", year)});
  return columns;
}

void add_row(std::string name, const YearAmounts& amounts, bool is_cost, Table& table) {
  const auto shown = [&](Money money) { return money_cell({is_cost ? -money.minor : money.minor, money.currency}); };
  Row& cells = table.add_row().text(name);
  for (const Money year : amounts.years) cells.add(shown(year));
  cells.add(shown(amounts.total));
  cells.add(shown(amounts.present));
}

std::string payback_text(const PartnerReturn& found) {
  if (!found.acquisition_cost) return "n/a: no acquisition cost is stated";
  return payback_words(found.acquisition_payback, found.horizon_months);
}

}  // namespace

Table partner_figures_table(const PartnerReturn& found) {
  Table table{titled_with("Partner return", found), {{"", false, "figure"}, {"", true, "value"}}};
  const auto add = [&](const char* label, Cell value) { table.add_row().text(label).add(std::move(value)); };
  add("Horizon", words_cell(counted(found.horizon_months, "month", "months")));
  add("Discount rate a year", words_cell(percent(found.discount_rate)));
  if (found.horizon_months > found.term_months) add("Customers left at its end", rate_cell(found.retained));
  if (found.implementation) {
    add("Implementation margin", money_cell(found.implementation->margin));
    add("Implementation margin, share", percent_cell(found.implementation->share));
  } else {
    add("Implementation margin", words_cell("n/a: no one-off work"));
  }
  add("Lifetime value", money_cell(found.total.margin.total));
  add("Lifetime value, present", money_cell(found.total.margin.present));
  add("Gross margin, share", percent_cell(found.total.share));
  add("Acquisition cost", found.acquisition_cost ? money_cell(*found.acquisition_cost) : words_cell("not stated"));
  add("Acquisition payback", words_cell(payback_text(found)));
  add("Lifetime value over acquisition", multiple_cell(found.ltv_to_cac));
  add("Net present value", money_cell(found.net_present_value));
  return table;
}

Table partner_return_table(const PartnerReturn& found) {
  Table table{titled_with("Partner return by year", found), {}, true};
  table.columns = year_columns(found, 0);
  table.columns.push_back({"Total", true, "total"});
  table.columns.push_back({"Present value", true, "present"});
  const auto add = [&](const char* what, const roi::PartnerFigures& figures) {
    add_row(fmt::format("{} income", what), figures.income, false, table);
    add_row(fmt::format("{} cost", what), figures.cost, true, table);
  };
  const bool has_once = found.implementation.has_value();
  if (has_once) add("One-off", found.one_off);
  add("Recurring", found.recurring);
  for (const roi::PartnerRow& row : found.rows)
    add_row(fmt::format("{} margin{}", titled(word(row.service_line)),
                        row.charge == model::Charge::one_off ? ", one-off" : ""),
            row.figures.margin, false, table);
  add_row("Gross margin", found.total.margin, false, table);
  return table;
}

Table partner_mrr_table(const PartnerReturn& found) {
  Table table{titled_with("Expected MRR at the end of each year", found), {}, true};
  table.columns = year_columns(found, 1);
  const auto add = [&](std::string name, const roi::PartnerFigures& figures) {
    Row& row = table.add_row().text(name);
    for (const Money year : figures.mrr) row.money(year);
  };
  for (const roi::PartnerRow& row : found.rows)
    if (row.charge == model::Charge::monthly) add(titled(word(row.service_line)), row.figures);
  if (!table.rows.empty()) add("Total", found.total);
  return table;
}

Table delivery_table(const PartnerReturn& found) {
  Table table{titled_with("Implementation margin by hours of delivery", found),
              {{"", false, "case"},
               {"Of planned", true, "factor"},
               {"Hours", true, "hours"},
               {"Cost", true, "cost"},
               {"Margin", true, "margin"},
               {"Share", true, "share"}}};
  if (!found.implementation) return table;
  constexpr const char* names[] = {"Low", "Likely", "High"};
  std::size_t at = 0;
  for (const roi::DeliveryVariance& one : found.implementation->delivery)
    table.add_row()
        .text(names[at++ % 3])
        .add(rate_cell(one.factor))
        .quantity(one.hours)
        .money(one.cost)
        .money(one.margin)
        .percent(one.share);
  return table;
}

Table move_table(const PartnerReturn& found) {
  Table table{titled_with("Move to an own deployment", found), {{"", false, "figure"}, {"", true, "value"}}};
  if (!found.move) return table;
  const roi::MoveEffect& move = *found.move;
  const auto add = [&](std::string label, Cell value) { table.add_row().text(label).add(std::move(value)); };
  add("Shared platform is outgrown", words_cell(move.month == 0 ? "now" : fmt::format("in month {}", move.month)));
  add("Gross margin a month before", money_cell(move.margin_before));
  add("Gross margin a month after", money_cell(move.margin_after));
  add("Migration fee", money_cell(move.fee));
  add("Cost of the move", money_cell(move.move_cost));
  add(fmt::format("Value kept over {}", counted(move.months, "month", "months")), money_cell(move.value_kept));
  add("Lifetime value until then", money_cell(move.until));
  add("Lifetime value with the move", money_cell(move.lifetime));
  add("Against no limit and no move",
      money_cell({move.lifetime.minor - found.total.margin.total.minor, move.lifetime.currency}));
  add("Lifetime value with the move, present", money_cell(move.lifetime_present));
  return table;
}

Table partner_cumulative_table(const PartnerReturn& found) {
  Table table{titled_with("Partner return by month", found),
              {{"Month", true, "month"}, {"Margin less acquisition", true, "net"}, {"All so far", true, "cumulative"}}};
  std::int64_t before = 0;
  for (std::size_t month = 0; month < found.cumulative.size(); ++month) {
    const Money all = found.cumulative[month];
    table.add_row().count(static_cast<long long>(month)).money({all.minor - before, all.currency}).money(all);
    before = all.minor;
  }
  return table;
}

std::vector<Table> partner_return_tables(const DealEvaluation& deal, ScheduleStep step) {
  if (!deal.partner_return) return {};
  const PartnerReturn& found = *deal.partner_return;
  std::vector<Table> tables{partner_figures_table(found), partner_return_table(found), partner_mrr_table(found),
                            delivery_table(found), move_table(found)};
  if (step == ScheduleStep::month) tables.push_back(partner_cumulative_table(found));
  return tables;
}

}  // namespace dealwright::report
