#pragma once
// Everything computed from a programme. Never stored in documents; every renderer, exit code and panel reads it.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/date.hpp"
#include "core/base/diagnostic.hpp"
#include "core/guardrails/finding.hpp"
#include "core/pricing/result.hpp"
#include "core/qualification/tenancy.hpp"
#include "core/roi/customer_return.hpp"
#include "core/roi/partner_return.hpp"

namespace dealwright::report {

struct DealEvaluation {
  std::string deal;
  bool priced = false;  // false: see the evaluation's diagnostics
  std::string inputs;   // SHA-256 of the deal and what it depends on, in canonical form: partner, customer, price book,
                        // guardrails, the playbook of a customer that it says something of or whose return is found by
                        // it, the partner's onboarding runs that can certify it and their playbooks, the partner's
                        // growth plans
  std::string outputs;  // SHA-256 of this object's JSON with both fingerprints empty
  pricing::PricedDeal pricing;
  std::vector<guardrails::Finding> findings;           // errors first, then in the order of the rules
  std::optional<roi::CustomerReturn> customer_return;  // of a deal with a sound business case
  std::optional<roi::PartnerReturn> partner_return;    // of a deal whose partner states economics
};
BOOST_DESCRIBE_STRUCT(DealEvaluation, (),
                      (deal, priced, inputs, outputs, pricing, findings, customer_return, partner_return))

// What was looked at.
struct Coverage {
  int documents = 0;
  int deals = 0;
  int deals_priced = 0;
  int rules = 0;         // rules of all guardrails, the product's own included
  int rule_checks = 0;   // rules applied to deals, counted per deal
  int failed_deals = 0;  // deals with an error finding
  int errors = 0;        // findings by severity
  int warnings = 0;
  int infos = 0;
};
BOOST_DESCRIBE_STRUCT(Coverage, (),
                      (documents, deals, deals_priced, rules, rule_checks, failed_deals, errors, warnings, infos))

struct Evaluation {
  std::string engine;  // version of the product
  Date today;
  Coverage coverage;
  std::vector<qualification::TenancyResult> qualifications;  // of the customers that were asked, in its order
  std::vector<DealEvaluation> deals;                         // in the order of the programme
  Diagnostics diagnostics;                                   // of reading, linking, linting and pricing
  std::string inputs;
  std::string outputs;
};
BOOST_DESCRIBE_STRUCT(Evaluation, (), (engine, today, coverage, qualifications, deals, diagnostics, inputs, outputs))

}  // namespace dealwright::report
