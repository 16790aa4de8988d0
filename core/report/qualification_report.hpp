#pragma once
// What customers are qualified for, and why: text, Markdown, JSON.

#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/model/programme.hpp"
#include "core/qualification/migration.hpp"
#include "core/qualification/qualified.hpp"

namespace dealwright::report {

// A deal of the customer, and how its tenancy stands to the verdict.
struct SoldTenancy {
  std::string deal;
  std::string name;  // its id where it has none
  model::Tenancy tenancy = model::Tenancy::shared;
  qualification::TenancyFit fit = qualification::TenancyFit::fits;
};
BOOST_DESCRIBE_STRUCT(SoldTenancy, (), (deal, name, tenancy, fit))

struct QualifiedCustomer {
  std::string name;
  qualification::TenancyResult result;
  std::vector<SoldTenancy> deals;  // in the programme's order
  qualification::MigrationResult migration;
};
BOOST_DESCRIBE_STRUCT(QualifiedCustomer, (), (name, result, deals, migration))

struct QualificationReport {
  std::string engine;
  std::vector<QualifiedCustomer> customers;  // in the programme's order
};
BOOST_DESCRIBE_STRUCT(QualificationReport, (), (engine, customers))

// The customers of these ids, or all where none is stated; those that were not asked, or whose playbook cannot be, are
// left out. Appends what keeps a move to a dedicated deployment from being priced, with "kind/id" as the file.
QualificationReport qualification_report(const model::Programme& programme, const std::vector<std::string>& customers,
                                         std::string engine, Diagnostics& diagnostics);

// "62.5 %", or "40.0 to 75.0 %" while questions are open.
std::string score_text(const qualification::TenancyResult& result);
// What decides it, in one line: "forced by customisation", "12.5 points above the review band".
std::string verdict_reason(const qualification::TenancyResult& result);

// One customer with all that explains its verdict; of several a table before them.
std::string qualification_text(const QualificationReport& report);
std::string qualification_markdown(const QualificationReport& report);
std::string qualification_json(const QualificationReport& report);

}  // namespace dealwright::report
