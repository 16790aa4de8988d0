#pragma once
// Growth plans as text, Markdown, JSON and a page to print.

#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/diagnostic.hpp"
#include "core/model/programme.hpp"
#include "core/portfolio/plan.hpp"

namespace dealwright::report {

struct PlanReport {
  std::string engine;
  bool monthly = false;
  std::vector<portfolio::PlanResult> plans;  // in the programme's order; without months where they were not asked for
};
BOOST_DESCRIBE_STRUCT(PlanReport, (), (engine, monthly, plans))

struct PlanRequest {
  std::vector<std::string> portfolios;  // ids; none: all
  bool monthly = false;                 // tables by month beside those by year
};

// Plans that have errors are left out. Appends what check_portfolio() and plan_of() say, with "portfolio/id" as the
// file; of one cause once.
PlanReport plan_report(const model::Programme& programme, const PlanRequest& request, std::string engine,
                       Diagnostics& diagnostics);

// Of several plans a table before them.
std::string plan_text(const PlanReport& report);
std::string plan_markdown(const PlanReport& report);
std::string plan_html(const PlanReport& report);
std::string plan_json(const PlanReport& report);

}  // namespace dealwright::report
