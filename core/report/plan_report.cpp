#include "core/report/plan_report.hpp"

#include <algorithm>
#include <utility>

#include "core/base/lookup.hpp"
#include "core/document/writer.hpp"
#include "core/portfolio/check.hpp"
#include "core/report/page.hpp"
#include "core/report/plan_charts.hpp"
#include "core/report/plan_tables.hpp"

namespace dealwright::report {
namespace {

// What the check says can never be is not told again of how the plan went.
bool is_told(const Diagnostics& checked, const Diagnostic& one) {
  return std::any_of(checked.begin(), checked.end(), [&](const Diagnostic& before) {
    if (before.code == one.code && before.pointer == one.pointer) return true;
    if (one.code == "portfolio.gate_closed")
      return before.code == "portfolio.gate_never_opens" &&
             one.pointer.starts_with(before.pointer.substr(0, before.pointer.find("/gate")));
    return one.code == "portfolio.overcommitted" && before.code == "portfolio.no_capacity" &&
           before.pointer == one.pointer;
  });
}

void leave_out_months(portfolio::PlanResult& plan) {
  plan.months.clear();
  plan.delivery.months.clear();
  plan.support.months.clear();
  for (portfolio::RowResult& row : plan.rows) row.months.clear();
}

}  // namespace

PlanReport plan_report(const model::Programme& programme, const PlanRequest& request, std::string engine,
                       Diagnostics& diagnostics) {
  PlanReport report;
  report.engine = std::move(engine);
  report.monthly = request.monthly;
  for (const model::Portfolio& one : programme.portfolios) {
    const auto& ids = request.portfolios;
    if (!ids.empty() && std::find(ids.begin(), ids.end(), one.id) == ids.end()) continue;
    Diagnostics found = portfolio::check_portfolio(one, find_id(programme.price_books, one.price_book));
    Diagnostics told;
    Result<portfolio::PlanResult> plan = portfolio::plan_of(one, told);
    const bool is_sound = !has_errors(found) && plan.has_value();
    if (!plan.has_value()) told = plan.diagnostics();
    std::erase_if(told, [&](const Diagnostic& after) { return is_told(found, after); });
    found.insert(found.end(), told.begin(), told.end());
    for (Diagnostic& diagnostic : found) {
      diagnostic.file = "portfolio/" + one.id;
      diagnostics.push_back(std::move(diagnostic));
    }
    if (!is_sound) continue;
    report.plans.push_back(std::move(plan).value());
    if (request.charts) report.charts.push_back(plan_charts(report.plans.back()));
    if (!request.monthly) leave_out_months(report.plans.back());
  }
  return report;
}

std::string plan_text(const PlanReport& report) {
  std::string out;
  if (report.plans.size() > 1) out += table_text(plans_table(report.plans));
  for (const portfolio::PlanResult& plan : report.plans) {
    if (!out.empty()) out += '\n';
    out += printable(plan_head(plan)) + '\n';
    for (const std::string& line : plan_lines(plan)) out += wrapped(line, 100, 2);
    for (const Table& table : plan_tables(plan, report.monthly))
      if (!table.rows.empty()) out += '\n' + table_text(table);
  }
  return out;
}

std::string plan_markdown(const PlanReport& report, std::string_view charts) {
  std::string out;
  if (report.plans.size() > 1) out += "## Growth plans\n\n" + table_markdown(plans_table(report.plans));
  for (std::size_t at = 0; at < report.plans.size(); ++at) {
    const portfolio::PlanResult& plan = report.plans[at];
    if (!out.empty()) out += '\n';
    out += "## " + markdown_escaped(plan_head(plan)) + "\n\n";
    for (const std::string& line : plan_lines(plan)) out += "- " + markdown_escaped(line) + '\n';
    if (at < report.charts.size()) out += charts_markdown(plan.portfolio, report.charts[at], charts);
    for (const Table& table : plan_tables(plan, report.monthly))
      if (!table.rows.empty()) out += '\n' + table_markdown(table);
  }
  return out;
}

std::string plan_html(const PlanReport& report) {
  std::string out = page_begin("Growth plan");
  if (report.plans.size() > 1) out += table_html(plans_table(report.plans));
  for (std::size_t at = 0; at < report.plans.size(); ++at) {
    const portfolio::PlanResult& plan = report.plans[at];
    out += "<section>\n<h2>" + html_escaped(plan_head(plan)) + "</h2>\n<ul>\n";
    for (const std::string& line : plan_lines(plan)) out += "<li>" + html_escaped(line) + "</li>\n";
    out += "</ul>\n";
    if (at < report.charts.size()) out += charts_html(report.charts[at]);
    for (const Table& table : plan_tables(plan, report.monthly)) out += table_html(table);
    out += "</section>\n";
  }
  return out + page_end();
}

std::vector<ChartFile> plan_chart_files(const PlanReport& report) {
  std::vector<ChartFile> out;
  for (std::size_t at = 0; at < report.charts.size(); ++at)
    for (ChartFile& file : chart_files(report.plans[at].portfolio, report.charts[at])) out.push_back(std::move(file));
  return out;
}

std::string plan_json(const PlanReport& report) {
  return document::write_json(report);
}

}  // namespace dealwright::report
