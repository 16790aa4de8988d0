#include "core/report/comparison_report.hpp"

#include <fmt/format.h>

#include "core/document/writer.hpp"
#include "core/report/chart_set.hpp"
#include "core/report/comparison_tables.hpp"
#include "core/report/figures.hpp"
#include "core/report/page.hpp"

namespace dealwright::report {
namespace {

std::string setting(const Comparison& comparison) {
  std::string out;
  for (const ComparedDeal& deal : comparison.deals)
    out += (out.empty() ? "" : &deal == &comparison.deals[1] ? " against " : ", ") + deal.id;
  for (const ComparedDeal& deal : comparison.deals)
    if (deal.customer_return && deal.customer_return->positive.has_value())
      return out + fmt::format("; probabilities of {} trials, seed 1", grouped(std::to_string(comparison.trials)));
  return out;
}

}  // namespace

Chart difference_chart(const ComparedDeal& base, const ComparedDeal& other) {
  Chart chart;
  chart.kind = ChartKind::waterfall;
  chart.title = fmt::format("Net present value: {} to {}", base.id, other.id);
  if (!other.attribution) return chart;
  const roi::Attribution& found = *other.attribution;
  chart.unit = std::string(found.before.currency.code());
  chart.series.push_back({"Net present value", {}});
  const auto add = [&](const std::string& label, Money amount, bool is_total) {
    chart.labels.push_back(label);
    chart.series[0].values.push_back(chart_value(amount));
    chart.totals.push_back(is_total ? 1 : 0);
  };
  add(base.id, found.before, true);
  for (const roi::DifferenceRow& row : found.rows)
    if (row.difference.minor != 0) add(row.name, row.difference, false);
  add(other.id, found.after, true);
  chart.sentence =
      fmt::format("The net present value goes from {} to {}.", to_display(found.before), to_display(found.after));
  return chart;
}

std::string comparison_text(const Comparison& comparison) {
  std::string out = printable(setting(comparison)) + "\n\n" + table_text(side_by_side_table(comparison));
  for (const ComparedDeal& other : comparison.deals)
    for (const Table& table : difference_tables(comparison.deals.front(), other)) out += '\n' + table_text(table);
  for (const std::string& note : comparison.notes) out += '\n' + wrapped(note, 100, 0);
  return out;
}

std::string comparison_markdown(const Comparison& comparison) {
  std::string out =
      "## " + markdown_escaped(setting(comparison)) + "\n\n" + table_markdown(side_by_side_table(comparison));
  for (const ComparedDeal& other : comparison.deals)
    for (const Table& table : difference_tables(comparison.deals.front(), other)) out += '\n' + table_markdown(table);
  for (const std::string& note : comparison.notes) out += '\n' + markdown_escaped(note) + '\n';
  return out;
}

std::string comparison_html(const Comparison& comparison) {
  std::string out = page_begin("Deals side by side");
  out += "<section>\n<h2>" + html_escaped(setting(comparison)) + "</h2>\n";
  for (const std::string& note : comparison.notes) out += "<p>" + html_escaped(note) + "</p>\n";
  out += table_html(side_by_side_table(comparison)) + "</section>\n";
  const ComparedDeal& base = comparison.deals.front();
  for (const ComparedDeal& other : comparison.deals) {
    if (&other == &base) continue;
    out += fmt::format("<section>\n<h2>{}</h2>\n", html_escaped(fmt::format("{} to {}", base.id, other.id)));
    if (other.attribution) out += chart_svg(difference_chart(base, other));
    for (const Table& table : difference_tables(base, other)) out += table_html(table);
    out += "</section>\n";
  }
  return out + page_end();
}

std::string comparison_json(const Comparison& comparison) {
  return document::write_json(comparison);
}

}  // namespace dealwright::report
