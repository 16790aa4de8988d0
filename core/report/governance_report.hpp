#pragma once
// Who answers for what at partners, which controls their customers must have, which risks are raised, and the sheet of
// the quarterly review: text, Markdown, JSON.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/date.hpp"
#include "core/base/diagnostic.hpp"
#include "core/governance/controls.hpp"
#include "core/governance/duties.hpp"
#include "core/governance/review.hpp"
#include "core/governance/risks.hpp"
#include "core/governance/standard.hpp"
#include "core/model/programme.hpp"

namespace dealwright::report {

struct GovernedCustomer {
  std::string customer;
  std::string name;
  std::string playbook;                // its own, else its partner's
  std::vector<std::string> deals;      // of the partner with the customer, in the programme's order
  std::vector<std::string> not_known;  // those of them that could not be priced, so that no metric of them is known
  governance::ControlsResult controls;
  std::vector<governance::RaisedRisk> risks;
  std::optional<governance::StandardResult> standard;
};
BOOST_DESCRIBE_STRUCT(GovernedCustomer, (), (customer, name, playbook, deals, not_known, controls, risks, standard))

struct GovernedPartner {
  std::string name;
  governance::DutiesResult duties;
  std::optional<model::PartnerHealth> health;
  std::vector<governance::RaisedRisk> risks;  // by facts of the partner itself
  std::vector<GovernedCustomer> customers;    // in the programme's order
  std::optional<governance::ReviewSheet> review;
};
BOOST_DESCRIBE_STRUCT(GovernedPartner, (), (name, duties, health, risks, customers, review))

struct GovernanceReport {
  std::string engine;
  Date today;
  std::vector<GovernedPartner> partners;  // in the programme's order
};
BOOST_DESCRIBE_STRUCT(GovernanceReport, (), (engine, today, partners))

struct GovernanceRequest {
  std::vector<std::string> partners;   // ids; none: all
  std::vector<std::string> customers;  // ids; none: all. Partners without any of them are left out
  bool review = false;                 // the sheets of the quarterly review as well, over the customers asked for
  Date today;                          // day of the review, and of the onboarding it looks at
};

// Ids of the partners that a customer is of: the one that it names, or, where it names none, those that have deals with
// it, in the order of these deals.
std::vector<std::string> partners_of(const model::Programme& programme, const model::Customer& customer);

// Partners that name no playbook of the programme are left out. A customer's tenancy is that of its deals; dedicated
// where they differ, for that asks for more. Appends what is wrong in the governance parts of playbooks, in partners
// and customers that are told of, the errors of their onboarding runs, and what keeps deals from being priced, with
// "kind/id" as the file.
GovernanceReport governance_report(const model::Programme& programme, const GovernanceRequest& request,
                                   std::string engine, Diagnostics& diagnostics);

// Partners with their customers; of several a table before them. Where sheets of the review were asked for these alone.
std::string governance_text(const GovernanceReport& report);
std::string governance_markdown(const GovernanceReport& report);
// All that is known, sheets of the review included where they were asked for.
std::string governance_json(const GovernanceReport& report);

}  // namespace dealwright::report
