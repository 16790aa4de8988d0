#pragma once
// The quarterly review of a customer, in the partner's brand, for the customer to read; and what could be automated at
// customers. What the partner keeps to itself has one place of its own, which is empty unless it is asked for.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/diagnostic.hpp"
#include "core/model/programme.hpp"
#include "core/roi/automation.hpp"
#include "core/success/result.hpp"

namespace dealwright::report {

struct QuarterNote {
  Date from;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(QuarterNote, (), (from, note))

// Not for the customer.
struct ReviewInternal {
  std::optional<success::RenewalResult> renewal;
  std::optional<Money> gross_margin;  // of the contract; none where it cannot be priced
  Ratio margin;
  std::string note;
  std::vector<QuarterNote> notes;
};
BOOST_DESCRIBE_STRUCT(ReviewInternal, (), (renewal, gross_margin, margin, note, notes))

struct Review {
  std::string brand;
  std::string contact;
  std::string accent;  // "#rrggbb" or ""
  std::string title;
  std::string customer;
  std::string contract;
  std::string owner;
  Date date;
  Currency currency;
  success::SuccessResult result;  // without the renewal risk
  std::vector<roi::RankedAutomation> automations;
  std::vector<std::string> next_steps;
  std::string legal;
  std::optional<ReviewInternal> internal;
};
BOOST_DESCRIBE_STRUCT(Review, (),
                      (brand, contact, accent, title, customer, contract, owner, date, currency, result, automations,
                       next_steps, legal, internal))

struct ReviewReport {
  std::vector<Review> reviews;  // in the programme's order
};
BOOST_DESCRIBE_STRUCT(ReviewReport, (), (reviews))

struct ReviewRequest {
  std::vector<std::string> plans;  // ids; none: all
  bool internal = false;
};

// Plans that have errors, or name what is not there, are left out. Appends what check_success() and the business case
// say, with "success_plan/id" and "deal/id" as the file. `today` must be stated.
ReviewReport review_report(const model::Programme& programme, const ReviewRequest& request, Date today,
                           Diagnostics& diagnostics);

std::string review_text(const ReviewReport& report);
std::string review_markdown(const ReviewReport& report);
// With charts: value realised beside what was promised, and the course of each target.
std::string review_html(const ReviewReport& report);
std::string review_json(const ReviewReport& report);

struct CustomerAutomations {
  std::string id;
  std::string customer;
  Currency currency;
  std::vector<roi::RankedAutomation> automations;
};
BOOST_DESCRIBE_STRUCT(CustomerAutomations, (), (id, customer, currency, automations))

struct AutomationReport {
  std::vector<CustomerAutomations> customers;  // in the programme's order
};
BOOST_DESCRIBE_STRUCT(AutomationReport, (), (customers))

// Of the customers of these ids, or of all who state how ready their areas of work are. Those whose playbook is not
// there or has no automations are left out. What deals of a customer choose counts as chosen.
AutomationReport automation_report(const model::Programme& programme, const std::vector<std::string>& customers);

std::string automation_text(const AutomationReport& report);
std::string automation_markdown(const AutomationReport& report);
std::string automation_html(const AutomationReport& report);
std::string automation_json(const AutomationReport& report);

}  // namespace dealwright::report
