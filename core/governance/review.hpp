#pragma once
// The sheet that a partner's quarterly review goes through: the policy areas with their questions, and the figures.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/date.hpp"
#include "core/base/ratio.hpp"
#include "core/governance/controls.hpp"
#include "core/governance/duties.hpp"
#include "core/governance/risks.hpp"
#include "core/model/partner.hpp"
#include "core/model/playbook.hpp"

namespace dealwright::governance {

struct DealMargin {
  std::string deal;
  std::string name;
  std::string customer;
  Ratio gross_margin;  // no value where there is no revenue
};
BOOST_DESCRIBE_STRUCT(DealMargin, (), (deal, name, customer, gross_margin))

struct CustomerFigures {
  std::string customer;
  std::string name;
  ControlCounts controls;
  std::vector<RaisedRisk> risks;
};
BOOST_DESCRIBE_STRUCT(CustomerFigures, (), (customer, name, controls, risks))

struct OnboardingFigures {
  std::string run;
  std::string name;
  Ratio readiness;                               // share of what is done
  std::string gate;                              // name of the next one; "" where all are open
  Date forecast;                                 // of its completion
  std::vector<std::string> certifications = {};  // names of those held
};
BOOST_DESCRIBE_STRUCT(OnboardingFigures, (), (run, name, readiness, gate, forecast, certifications))

// What the caller has worked out of the partner.
struct ReviewFigures {
  DutyCounts duties;
  std::vector<DealMargin> deals;
  std::vector<CustomerFigures> customers;
  std::vector<RaisedRisk> partner_risks;  // raised by facts of the partner itself
  std::vector<OnboardingFigures> onboarding;
};
BOOST_DESCRIBE_STRUCT(ReviewFigures, (), (duties, deals, customers, partner_risks, onboarding))

struct ReviewArea {
  std::string area;
  std::string name;
  std::vector<std::string> questions;
};
BOOST_DESCRIBE_STRUCT(ReviewArea, (), (area, name, questions))

struct ReviewCustomer {
  std::string customer;
  std::string name;
  ControlCounts controls;
  int risks = 0;
};
BOOST_DESCRIBE_STRUCT(ReviewCustomer, (), (customer, name, controls, risks))

// A risk and where it is open.
struct ReviewRisk {
  std::string risk;
  std::string name;
  std::string mitigation;
  bool of_partner = false;
  std::vector<std::string> customers;  // their names
};
BOOST_DESCRIBE_STRUCT(ReviewRisk, (), (risk, name, mitigation, of_partner, customers))

struct ReviewSheet {
  std::string partner;
  std::string name;
  std::string playbook;
  Date on;
  std::string quarter;                         // of that day: "2026-Q3"; "" where none is stated
  std::vector<ReviewArea> areas;               // in the playbook's order
  std::optional<model::PartnerHealth> health;  // as the partner states it
  DutyCounts duties;
  std::vector<DealMargin> deals;  // the least margin first, those without a margin last
  std::vector<ReviewCustomer> customers;
  ControlCounts controls;         // of all customers
  int open_risks = 0;             // as open_risks() counts them
  std::vector<ReviewRisk> risks;  // one row for each of the playbook's that is open somewhere, in its order
  std::vector<OnboardingFigures> onboarding;
};
BOOST_DESCRIBE_STRUCT(ReviewSheet, (),
                      (partner, name, playbook, on, quarter, areas, health, duties, deals, customers, controls,
                       open_risks, risks, onboarding))

// The sheet of one partner on the day of its review. A customer counts once for each risk.
ReviewSheet review_of(const model::Playbook& playbook, const model::Partner& partner, const ReviewFigures& figures,
                      Date on);

}  // namespace dealwright::governance
