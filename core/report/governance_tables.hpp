#pragma once
// What a governance report shows, as headings, lines and tables.

#include <optional>
#include <string>
#include <vector>

#include "core/report/governance_report.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {

// One heading with what stands below it.
struct GovernanceSection {
  std::string head;
  std::vector<std::string> lines;
  std::vector<Table> tables;  // without rows where there is nothing to show
};

// "channel conflict: brand", "gap", "assigned twice", "not as usual", or more than one of them; "" where all is well.
std::string duty_remark(const governance::DutyResult& duty);
// "nobody named", "assigned twice", "not as usual", as above.
std::string decision_remark(const governance::DecisionResult& decision);
// "30 duties: 1 channel conflict, ..." and "5 of 7 controls in place, 3 verified".
std::string duties_text(const governance::DutyCounts& counts);
std::string controls_text(const governance::ControlCounts& counts);
// The share of the solution that is standard, against the aim, and what is bespoke: a sentence.
std::string standard_text(const governance::StandardResult& standard);
// Why metrics of the customer's deals are not known, a sentence each.
std::vector<std::string> unknown_metrics_text(const GovernedCustomer& customer);
// What is stated of the health, a row each.
Table health_table(const std::optional<model::PartnerHealth>& health);

Table governed_partners_table(const GovernanceReport& report);
GovernanceSection partner_section(const GovernedPartner& partner);
GovernanceSection customer_section(const GovernedPartner& partner, const GovernedCustomer& customer);
// Of a partner with a sheet.
GovernanceSection review_section(const GovernedPartner& partner);

}  // namespace dealwright::report
