#pragma once
// What a governance report shows, as headings, lines and tables.

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

Table governed_partners_table(const GovernanceReport& report);
GovernanceSection partner_section(const GovernedPartner& partner);
GovernanceSection customer_section(const GovernedPartner& partner, const GovernedCustomer& customer);
GovernanceSection review_section(const governance::ReviewSheet& sheet);

}  // namespace dealwright::report
