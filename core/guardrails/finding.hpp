#pragma once
// What a guardrail found in a deal, and what would clear it.

#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/money.hpp"
#include "core/model/vocabulary.hpp"

namespace dealwright::guardrails {

// One change of one number of the deal that clears a finding, found by solving and checked by evaluating the changed
// deal.
struct Change {
  model::Lever lever = model::Lever::deal_discount;
  std::string pointer;  // of the number in the deal's document (RFC 6901)
  std::string from;     // as a document would state it
  std::string to;
  std::string words;   // "Deal discount 25 % -> 18.4 %"
  std::string advice;  // the rule's text for this way out
  Money tcv_before;    // what it does to the customer's total ...
  Money tcv_after;
  Money margin_before;  // ... and to the partner's gross margin
  Money margin_after;
  bool clears_all = false;  // no error finding is left in the deal after it
};
BOOST_DESCRIBE_STRUCT(Change, (),
                      (lever, pointer, from, to, words, advice, tcv_before, tcv_after, margin_before, margin_after,
                       clears_all))

struct Finding {
  std::string rule;        // id
  std::string guardrails;  // id of the document that states the rule; "" for a rule of the product itself
  std::string title;
  model::RuleSeverity severity = model::RuleSeverity::error;
  std::string deal;
  std::string pointer;  // of what is wrong in the deal's document
  std::string metric;
  std::string subject;  // "deal", "service line support", "component orders"
  std::string value;    // as people read it: "28.4 %", "900.00 EUR", "45 days"
  std::string bound;    // "at least 30.0 %"
  std::string message;
  std::vector<Change> ways_out;   // smallest change of the preferred lever first; empty where none clears it
  bool search_cut_short = false;  // the deal is too large for all levers to be tried; what is listed holds
};
BOOST_DESCRIBE_STRUCT(Finding, (),
                      (rule, guardrails, title, severity, deal, pointer, metric, subject, value, bound, message,
                       ways_out, search_cut_short))

}  // namespace dealwright::guardrails
