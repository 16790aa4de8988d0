#include "core/report/comparison_tables.hpp"

#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "core/report/return_tables.hpp"

namespace dealwright::report {
namespace {

Cell words_cell(std::string words) {
  return {words, words, true};
}

Cell irr_cell(const ComparedReturn& found) {
  if (found.irr.empty()) return {"n/a", "", true};
  std::string words;
  for (const Decimal rate : found.irr)
    words += (words.empty() ? "" : " and ") + to_percent(Ratio{rate.micro(), Decimal::scale});
  return words_cell(std::move(words));
}

struct DealFigure {
  const char* label;
  Cell (*cell)(const ComparedDeal&);
};
constexpr std::array<DealFigure, 6> deal_figures{{
    {"MRR at start", [](const ComparedDeal& deal) { return money_cell(deal.mrr_start); }},
    {"MRR at exit", [](const ComparedDeal& deal) { return money_cell(deal.mrr_exit); }},
    {"TCV", [](const ComparedDeal& deal) { return money_cell(deal.tcv); }},
    {"Cost", [](const ComparedDeal& deal) { return money_cell(deal.cost); }},
    {"Gross margin", [](const ComparedDeal& deal) { return money_cell(deal.gross_margin); }},
    {"Margin", [](const ComparedDeal& deal) { return percent_cell(deal.margin); }},
}};

struct ReturnFigure {
  const char* label;
  Cell (*cell)(const ComparedReturn&);
};
constexpr std::array<ReturnFigure, 7> return_figures{{
    {"Customer's net present value", [](const ComparedReturn& one) { return money_cell(one.npv); }},
    {"Customer's return on investment", [](const ComparedReturn& one) { return percent_cell(one.roi); }},
    {"Customer's internal rate of return", irr_cell},
    {"Customer's payback",
     [](const ComparedReturn& one) { return words_cell(payback_words(one.payback, one.horizon_months)); }},
    {"Probability of a net present value above 0",
     [](const ComparedReturn& one) { return percent_cell(one.positive); }},
    {"Horizon", [](const ComparedReturn& one) { return words_cell(counted(one.horizon_months, "month", "months")); }},
    {"Discount rate a year",
     [](const ComparedReturn& one) {
       return words_cell(fmt::format("{}, {} flows", percent(one.discount_rate), word(one.convention)));
     }},
}};

// Numbers that are shares of something.
bool is_share(std::string_view cause) {
  for (const std::string_view one : {"improvement", "saving", "confidence", "growth", "discount_rate", "risk"})
    if (cause == one) return true;
  return false;
}

Cell value_cell(const std::optional<Decimal>& value, std::string_view cause) {
  if (!value) return empty_cell();
  return is_share(cause) ? percent_cell(Ratio{value->micro(), Decimal::scale}) : quantity_cell(*value);
}

std::string cause_words(const roi::DifferenceCause& one, const ComparedDeal& base, const ComparedDeal& other) {
  if (one.cause == "added") return "only in " + other.id;
  if (one.cause == "removed") return "only in " + base.id;
  if (one.cause != "charges") return spaced(one.cause);
  std::string words = one.service_line.empty() ? "other charges" : "charges for " + spaced(one.service_line);
  if (one.presence == pricing::Presence::added) words += ", only in " + other.id;
  if (one.presence == pricing::Presence::removed) words += ", only in " + base.id;
  return words;
}

std::string versus(std::string_view title, const ComparedDeal& base, const ComparedDeal& other) {
  return fmt::format("{}: {} to {} ({})", title, base.id, other.id, base.tcv.currency.code());
}

Table offer_table(std::string title, const char* head, const std::vector<pricing::OfferLineChange>& rows,
                  const pricing::OfferLineChange& total, bool names_service_line) {
  Table table{std::move(title), {{head, false, "line"}}, true};
  if (names_service_line) table.columns.push_back({"Service line", false, "service_line"});
  for (const char* amount :
       {"TCV before", "TCV after", "Cost before", "Cost after", "Margin before", "Margin after", "Margin, difference"})
    table.columns.push_back({amount, true, {}});
  const auto add = [&](const pricing::OfferLineChange& one, std::string_view name) {
    Row& cells = table.add_row().text(name);
    const bool is_total = &one == &total;
    if (names_service_line) cells.add(is_total ? empty_cell() : text_cell(spaced(word(one.service_line))));
    for (const pricing::AmountChange* amount : {&one.tcv, &one.cost, &one.margin}) {
      cells.money(amount->before);
      cells.money(amount->after);
    }
    cells.money(one.margin.difference);
  };
  for (const pricing::OfferLineChange& one : rows) {
    std::string name = names_service_line ? one.name : titled(word(one.service_line));
    if (one.presence == pricing::Presence::added) name += ", added";
    if (one.presence == pricing::Presence::removed) name += ", removed";
    add(one, name);
  }
  add(total, "Total");
  return table;
}

}  // namespace

Table side_by_side_table(const Comparison& comparison) {
  Table table{fmt::format("Side by side ({})", comparison.currency.code()), {{"", false, "figure"}}};
  bool has_return = false;
  for (const ComparedDeal& deal : comparison.deals) {
    table.columns.push_back({deal.id, true, deal.id});
    has_return = has_return || deal.customer_return.has_value();
  }
  for (const DealFigure& figure : deal_figures) {
    Row& cells = table.add_row().text(figure.label);
    for (const ComparedDeal& deal : comparison.deals) cells.add(figure.cell(deal));
  }
  if (!has_return) return table;
  for (const ReturnFigure& figure : return_figures) {
    Row& cells = table.add_row().text(figure.label);
    for (const ComparedDeal& deal : comparison.deals)
      cells.add(deal.customer_return ? figure.cell(*deal.customer_return) : Cell{"n/a", "", true});
  }
  return table;
}

Table causes_table(const ComparedDeal& base, const ComparedDeal& other) {
  Table table{versus("What makes the customer's net present value differ", base, other),
              {{"Row", false, "row"},
               {"Cause", false, "cause"},
               {"From", true, "from"},
               {"To", true, "to"},
               {"Net present value", true, "npv"}},
              true};
  if (!other.attribution) return table;
  const auto add_end = [&](const ComparedDeal& deal, Money npv) {
    table.add_row().text(deal.id).blank().blank().blank().money(npv);
  };
  add_end(base, other.attribution->before);
  for (const roi::DifferenceRow& row : other.attribution->rows)
    for (const roi::DifferenceCause& one : row.causes)
      if (one.part.minor != 0)
        table.add_row()
            .text(row.name)
            .text(cause_words(one, base, other))
            .add(value_cell(one.before, one.cause))
            .add(value_cell(one.after, one.cause))
            .money(one.part);
  add_end(other, other.attribution->after);
  return table;
}

Table cause_totals_table(const ComparedDeal& base, const ComparedDeal& other) {
  Table table{versus("By cause", base, other), {{"Cause", false, "cause"}, {"Net present value", true, "npv"}}, true};
  if (!other.attribution || other.attribution->causes.empty()) return table;
  for (const roi::CauseTotal& one : other.attribution->causes) {
    roi::DifferenceCause cause;
    cause.cause = one.cause;
    table.add_row().text(one.cause == "charges" ? "charges" : cause_words(cause, base, other)).money(one.part);
  }
  table.add_row().text("Difference").money(other.attribution->difference);
  return table;
}

Table offer_lines_table(const ComparedDeal& base, const ComparedDeal& other) {
  if (!other.offer) return {};
  return offer_table(versus("What the partner gets, by line", base, other), "Line", other.offer->lines,
                     other.offer->total, true);
}

Table offer_service_lines_table(const ComparedDeal& base, const ComparedDeal& other) {
  if (!other.offer) return {};
  return offer_table(versus("What the partner gets, by service line", base, other), "Service line",
                     other.offer->service_lines, other.offer->total, false);
}

std::vector<Table> difference_tables(const ComparedDeal& base, const ComparedDeal& other) {
  std::vector<Table> tables;
  for (const auto make : {causes_table, cause_totals_table, offer_lines_table, offer_service_lines_table}) {
    Table table = make(base, other);
    if (!table.rows.empty()) tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace dealwright::report
