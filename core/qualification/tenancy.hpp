#pragma once
// Whether a customer fits the shared platform or needs a dedicated deployment, and why.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/diagnostic.hpp"
#include "core/base/ratio.hpp"
#include "core/model/customer.hpp"
#include "core/model/playbook.hpp"
#include "core/qualification/score.hpp"

namespace dealwright::qualification {

// What one criterion says of the customer.
struct CriterionResult {
  std::string criterion;
  std::string name;
  std::string answer;  // id; "" where it is not answered
  std::string words;   // of the answer, or the question where there is none
  std::string fact;    // what was measured or what the customer said
  std::string reason;  // why the answer points where it does
  Decimal weight;
  Decimal points;      // of the answer, 0 (shared) to 1 (dedicated)
  Ratio contribution;  // weight x points over all weights: what it adds to the score
  bool forces_dedicated = false;
  bool could_decide = false;  // not answered, and an answer may change the verdict
};
BOOST_DESCRIBE_STRUCT(CriterionResult, (),
                      (criterion, name, answer, words, fact, reason, weight, points, contribution, forces_dedicated,
                       could_decide))

struct FlipChange {
  std::string criterion;
  std::string from;
  std::string to;
  std::string words;  // "Customisation: Own workflows -> Configuration only"
};
BOOST_DESCRIBE_STRUCT(FlipChange, (), (criterion, from, to, words))

// The fewest answers that would have to be others for another verdict.
struct Flip {
  Verdict to = Verdict::shared;
  std::vector<FlipChange> changes;
};
BOOST_DESCRIBE_STRUCT(Flip, (), (to, changes))

struct LimitUse {
  std::string limit;
  std::string name;
  Decimal used;  // today, at peak where the limit is of the peak
  Decimal most;
  Ratio use;
  std::optional<int> passed_in_month;  // first month above it within the horizon, 0 today; absent: none
};
BOOST_DESCRIBE_STRUCT(LimitUse, (), (limit, name, used, most, use, passed_in_month))

struct TenancyResult {
  std::string customer;
  std::string playbook;
  Verdict verdict = Verdict::open;
  bool forced = false;
  Ratio score_least;  // the least and the greatest that the open questions allow; equal where none is open
  Ratio score_greatest;
  Decimal review_from;
  Decimal review_to;
  Ratio to_border;  // how far the score may move before the verdict is another; no value where forced or open
  std::vector<CriterionResult> criteria;  // in the playbook's order
  std::string ask_next;                   // the open question that settles most; ""
  std::vector<Flip> flips;                // to each other verdict that a change of answers can lead to
  std::vector<LimitUse> limits;
  std::string first_limit;  // the limit that is passed first; ""
  std::optional<int> first_limit_month;
};
BOOST_DESCRIBE_STRUCT(TenancyResult, (),
                      (customer, playbook, verdict, forced, score_least, score_greatest, review_from, review_to,
                       to_border, criteria, ask_next, flips, limits, first_limit, first_limit_month))

// What is wrong in the tenancy part of a playbook; pointers are inside its document. A playbook with an error must not
// be asked.
Diagnostics check_playbook(const model::Playbook& playbook);

// The verdict alone, for the fraction of the work; otherwise as qualify().
Verdict verdict_of(const model::Playbook& playbook, const model::Customer& customer, Diagnostics& diagnostics);

// Qualifies a customer by a playbook without errors. What is wrong in the customer's answers is appended to
// `diagnostics`, with pointers inside the customer's document; an answer with a mistake counts as not given. A customer
// without a qualification has answered nothing; what is measured counts all the same.
TenancyResult qualify(const model::Playbook& playbook, const model::Customer& customer, Diagnostics& diagnostics);

// TenancyResult::first_limit_month alone.
std::optional<int> first_limit_month(const model::Playbook& playbook, const model::Customer& customer);

}  // namespace dealwright::qualification
