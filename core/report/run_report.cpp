#include "core/report/run_report.hpp"

#include <utility>

#include <fmt/format.h>

#include "core/document/writer.hpp"
#include "core/report/deal_charts.hpp"
#include "core/report/figures.hpp"
#include "core/report/page.hpp"
#include "core/report/partner_return_tables.hpp"
#include "core/report/return_tables.hpp"

namespace dealwright::report {
namespace {

Table overview_table(const Evaluation& evaluation) {
  Table table{"Deals",
              {{"Deal", false, "deal"},
               {"Currency", false, "currency"},
               {"MRR at exit", true, "mrr_exit"},
               {"Total contract value", true, "tcv"},
               {"Gross margin", true, "gross_margin"},
               {"Margin", true, "margin"},
               {"Result", false, "result"}}};
  for (const DealEvaluation& deal : evaluation.deals) {
    const pricing::Totals& totals = deal.pricing.totals;
    if (deal.priced) {
      table.add_row()
          .text(deal.deal)
          .text(deal.pricing.currency.code())
          .money(totals.mrr_exit)
          .money(totals.tcv)
          .money(totals.gross_margin)
          .percent(totals.margin)
          .text(verdict(deal));
    } else {
      table.add_row().text(deal.deal).blank().blank().blank().blank().blank().text(verdict(deal));
    }
  }
  return table;
}

std::string setting(const DealEvaluation& deal) {
  const pricing::PricedDeal& priced = deal.pricing;
  std::string out = fmt::format("partner {}, customer {}, price book {}, {}", priced.partner, priced.customer,
                                priced.price_book, word(priced.tenancy));
  if (!priced.service_tier.empty()) out += ", service tier " + priced.service_tier;
  return out;
}

std::vector<Table> tables_of(const DealEvaluation& deal, ScheduleStep step) {
  std::vector<Table> tables{totals_table(deal), lines_table(deal), margins_table(deal), schedule_table(deal, step)};
  for (Table& table : return_tables(deal, step)) tables.push_back(std::move(table));
  for (Table& table : partner_return_tables(deal, step)) tables.push_back(std::move(table));
  tables.push_back(findings_table(deal));
  return tables;
}

Table table_of(const DealEvaluation& deal, RunTable table, ScheduleStep step) {
  switch (table) {
    case RunTable::lines:
      return lines_table(deal);
    case RunTable::schedule:
      return schedule_table(deal, step);
    case RunTable::margins:
      return margins_table(deal);
    case RunTable::findings:
      return findings_table(deal);
    case RunTable::customer_return:
      return plain_return_table(deal);
    case RunTable::totals:
      break;
  }
  Table wide;
  Row& row = wide.add_row();
  for (Figure& figure : figures_of(deal.pricing.totals)) {
    wide.columns.push_back({figure.label, figure.value.number, figure.key});
    row.add(std::move(figure.value));
  }
  return wide;
}

// HTML shows what a text cell is for programs, which here are ids.
std::string people_html(Table table) {
  for (Row& row : table.rows)
    for (Cell& cell : row.cells) cell.plain = cell.shown;
  return table_html(table);
}

}  // namespace

std::string run_text(const Evaluation& evaluation, ScheduleStep step) {
  std::string out;
  if (evaluation.deals.size() > 1) out += table_text(overview_table(evaluation)) + '\n';
  for (std::size_t at = 0; at < evaluation.deals.size(); ++at) {
    const DealEvaluation& deal = evaluation.deals[at];
    if (at > 0) out += '\n';
    out += fmt::format("{}: {}\n", printable(deal.deal), verdict(deal));
    if (!deal.priced) continue;
    out += fmt::format("  {}\n", printable(setting(deal)));
    for (const Table& table : tables_of(deal, step)) {
      if (!table.rows.empty()) out += '\n' + table_text(table);
    }
  }
  return out;
}

std::string run_markdown(const Evaluation& evaluation, ScheduleStep step, std::string_view charts) {
  std::string out;
  if (evaluation.deals.size() > 1) {
    Table overview = overview_table(evaluation);
    overview.title.clear();
    out += "## Deals\n\n" + table_markdown(overview) + '\n';
  }
  for (std::size_t at = 0; at < evaluation.deals.size(); ++at) {
    const DealEvaluation& deal = evaluation.deals[at];
    if (at > 0) out += '\n';
    out += fmt::format("## {}: {}\n", markdown_escaped(deal.deal), verdict(deal));
    if (!deal.priced) continue;
    out += fmt::format("\n{}\n", markdown_escaped(setting(deal)));
    if (!charts.empty()) out += charts_markdown(deal.deal, deal_charts(deal), charts);
    for (const Table& table : tables_of(deal, step)) {
      if (!table.rows.empty()) out += '\n' + table_markdown(table);
    }
  }
  return out;
}

std::string run_html(const Evaluation& evaluation, ScheduleStep step) {
  std::string out = page_begin("Results");
  if (evaluation.deals.size() > 1) out += people_html(overview_table(evaluation));
  for (const DealEvaluation& deal : evaluation.deals) {
    out += fmt::format("<section>\n<h2>{}: {}</h2>\n", html_escaped(deal.deal), verdict(deal));
    if (deal.priced) {
      out += fmt::format("<p>{}</p>\n", html_escaped(setting(deal)));
      out += charts_html(deal_charts(deal));
      for (const Table& table : tables_of(deal, step)) out += people_html(table);
    }
    out += "</section>\n";
  }
  return out + page_end();
}

std::vector<ChartFile> run_charts(const Evaluation& evaluation) {
  std::vector<ChartFile> out;
  for (const DealEvaluation& deal : evaluation.deals)
    for (ChartFile& file : chart_files(deal.deal, deal_charts(deal))) out.push_back(std::move(file));
  return out;
}

std::string run_csv(const Evaluation& evaluation, RunTable table, ScheduleStep step) {
  Table all = table_of(DealEvaluation{}, table, step);
  all.columns.insert(all.columns.begin(), {Column{"Deal", false, "deal"}, Column{"Currency", false, "currency"}});
  all.rows.clear();
  all.has_total = false;
  for (const DealEvaluation& deal : evaluation.deals) {
    if (!deal.priced) continue;
    Table one = table_of(deal, table, step);
    if (one.has_total) one.rows.pop_back();
    for (Row& row : one.rows) {
      Row& whole = all.add_row().text(deal.deal).text(deal.pricing.currency.code());
      for (Cell& cell : row.cells) whole.add(std::move(cell));
    }
  }
  return table_csv(all);
}

std::string run_json(const Evaluation& evaluation) {
  return document::write_json(evaluation);
}

int exit_code(const Coverage& coverage, const Diagnostics& diagnostics) {
  if (has_errors(diagnostics)) return 2;
  return coverage.errors > 0 ? 1 : 0;
}

}  // namespace dealwright::report
