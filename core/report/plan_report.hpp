#pragma once
// Growth plans as text, Markdown, JSON and a page to print.

#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/diagnostic.hpp"
#include "core/model/programme.hpp"
#include "core/portfolio/plan.hpp"
#include "core/report/chart_set.hpp"

namespace dealwright::report {

struct PlanReport {
  std::string engine;
  bool monthly = false;
  std::vector<portfolio::PlanResult> plans;  // in the programme's order; without months where they were not asked for
  std::vector<std::vector<NamedChart>> charts;  // of each plan, where they were asked for; no part of the JSON
};
BOOST_DESCRIBE_STRUCT(PlanReport, (), (engine, monthly, plans))

struct PlanRequest {
  std::vector<std::string> portfolios;  // ids; none: all
  bool monthly = false;                 // tables by month beside those by year
  bool charts = false;
};

// Plans that have errors are left out. Appends what check_portfolio() and plan_of() say, with "portfolio/id" as the
// file; of one cause once.
PlanReport plan_report(const model::Programme& programme, const PlanRequest& request, std::string engine,
                       Diagnostics& diagnostics);

// Of several plans a table before them.
std::string plan_text(const PlanReport& report);
// Where there is a folder of charts, with links to them: `charts` is the way from the report to it.
std::string plan_markdown(const PlanReport& report, std::string_view charts = {});
// With the charts that the report has.
std::string plan_html(const PlanReport& report);
// The charts that Markdown refers to.
std::vector<ChartFile> plan_chart_files(const PlanReport& report);
std::string plan_json(const PlanReport& report);

}  // namespace dealwright::report
