#pragma once
// Offer models and revenue models compared on deals: text, Markdown, JSON.

#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/model/programme.hpp"
#include "core/report/chart.hpp"
#include "core/report/evaluation.hpp"
#include "core/report/table.hpp"
#include "core/roi/model_comparison.hpp"

namespace dealwright::report {

struct ModelsReport {
  std::string engine;
  std::vector<roi::ModelComparison> deals;
};
BOOST_DESCRIBE_STRUCT(ModelsReport, (), (engine, deals))

// Of each priced deal of the evaluation, by the playbook of its partner, else of its customer. Appends why deals could
// not be compared, with "deal/id" as the file.
ModelsReport models_report(const model::Programme& programme, const Evaluation& evaluation, Diagnostics& diagnostics);

// Offer models with the referral first, then revenue models.
std::vector<Table> model_tables(const roi::ModelComparison& comparison);
// A bar a model of each of these tables: the present value of its gross margin, that of the referral first where one is
// known.
std::vector<Chart> model_charts(const roi::ModelComparison& comparison);

std::string models_text(const ModelsReport& report);
std::string models_markdown(const ModelsReport& report);
std::string models_json(const ModelsReport& report);

}  // namespace dealwright::report
