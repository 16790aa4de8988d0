#pragma once
// What is known of a customer, of its partner and of its deals, and whether a condition on it holds.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/ratio.hpp"
#include "core/model/customer.hpp"
#include "core/model/partner.hpp"
#include "core/model/playbook.hpp"
#include "core/qualification/tenancy.hpp"

namespace dealwright::governance {

// One fact: a number or a word. What is not known has no entry; a metric may have one for each deal.
struct KnownFact {
  model::FactSource source = model::FactSource::profile;
  std::string fact;      // name or id as conditions name it; "" of the tenancy and the standard share
  std::string deal;      // id of the deal that a metric is of; "" of other facts
  Ratio number;          // no value where the fact is a word
  bool is_rate = false;  // the number is shown in per cent
  std::string word;      // "" where the fact is a number only; of the standard share how it stands to its aim
};
BOOST_DESCRIBE_STRUCT(KnownFact, (), (source, fact, deal, number, is_rate, word))

using Facts = std::vector<KnownFact>;

// A metric of guardrails, of one deal. A ratio is compared with bounds without being rounded.
KnownFact metric_fact(std::string_view deal, std::string_view metric, Decimal number);
KnownFact metric_fact(std::string_view deal, std::string_view metric, Ratio number, bool is_rate);
KnownFact metric_fact(std::string_view deal, std::string_view metric, std::string_view word);

// Appends the numbers of the profile (a recovery point or time of 0 is not stated, hence not known), the answers to the
// tenancy criteria, the tenancy that is sold, the states of the controls that the customer states, and the standard
// share of its solution. `qualified` (may be null) adds the answers that are measured. Of what is stated twice the
// first counts; an answer that its criterion does not have is not known.
void add_customer_facts(const model::Playbook& playbook, const model::Customer& customer,
                        std::optional<model::Tenancy> sold, const qualification::TenancyResult* qualified,
                        Facts& facts);

// Appends the partner's levels of the playbook's capabilities; of one that is stated twice the first counts.
void add_partner_facts(const model::Playbook& playbook, const model::Partner& partner, Facts& facts);

// The state that counts: a verified control without evidence is only in place.
model::ControlState counted_state(const model::ControlStatus& status);

// Whether the source has named facts; the tenancy and the standard share stand for themselves.
bool has_names(model::FactSource source);

// Whether the condition is about this fact and holds of it: its word is one of the condition's, or its number lies on
// the named side of each bound that is stated, the bound itself excluded, and at least one is.
bool holds(const model::FactCondition& condition, const KnownFact& fact);
// Whether it holds of any of them. What is not known never holds.
bool holds(const model::FactCondition& condition, const Facts& facts);
// Those it holds of, in their order.
std::vector<const KnownFact*> holding(const model::FactCondition& condition, const Facts& facts);

// For people: "Orders a month above 20000", "tenancy is dedicated". `fact` (may be null) is one it holds of, and says
// whether the bound of a metric is a rate.
std::string condition_words(const model::Playbook& playbook, const model::FactCondition& condition,
                            const KnownFact* fact);
// The value for people: "24000", "62.5 %", "Contractual isolation". A rate is shown with as many places as set it apart
// from the bound of `condition` (`above` where it has both).
std::string value_words(const model::Playbook& playbook, const model::FactCondition& condition, const KnownFact& fact);

}  // namespace dealwright::governance
