#include "core/governance/facts.hpp"

#include <fmt/format.h>

#include "core/base/money.hpp"
#include "core/base/wide.hpp"
#include "core/base/words.hpp"
#include "core/governance/lookup.hpp"
#include "core/governance/standard.hpp"
#include "core/pricing/book.hpp"

namespace dealwright::governance {

namespace {

using model::FactCondition;
using model::FactSource;

Ratio ratio_of(Decimal number) {
  return {number.micro(), Decimal::scale};
}

KnownFact number_fact(FactSource source, std::string_view name, Ratio number, bool is_rate) {
  KnownFact fact;
  fact.source = source;
  fact.fact = name;
  fact.number = number;
  fact.is_rate = is_rate;
  return fact;
}

KnownFact word_fact(FactSource source, std::string_view name, std::string_view word) {
  KnownFact fact;
  fact.source = source;
  fact.fact = name;
  fact.word = word;
  return fact;
}

bool is_known(const Facts& facts, FactSource source, std::string_view name) {
  for (const KnownFact& fact : facts)
    if (fact.source == source && fact.fact == name) return true;
  return false;
}

// The note of a number of the profile, or null.
const FieldNote* profile_note(std::string_view name) {
  static constexpr auto notes = notes_of(static_cast<const model::Profile*>(nullptr));
  for (const FieldNote& note : notes)
    if (name == note.name) return &note;
  return nullptr;
}

bool is_profile_rate(std::string_view name) {
  const FieldNote* const note = profile_note(name);
  return note != nullptr && note->unit_kind == Unit::rate;
}

void add_profile(const model::Profile& profile, Facts& facts) {
  for (const pricing::Fact& number : pricing::profile_facts()) {
    const bool zero_is_unknown = number.member == &model::Profile::recovery_point_minutes ||
                                 number.member == &model::Profile::recovery_time_minutes;
    const Decimal value = profile.*number.member;
    if (zero_is_unknown && value.is_zero()) continue;
    facts.push_back(number_fact(FactSource::profile, number.name, ratio_of(value), is_profile_rate(number.name)));
  }
}

void add_answers(const model::Playbook& playbook, const model::Customer& customer,
                 const qualification::TenancyResult* qualified, Facts& facts) {
  Facts answers;
  if (qualified != nullptr) {
    for (const auto& row : qualified->criteria)
      if (!row.answer.empty()) answers.push_back(word_fact(FactSource::answer, row.criterion, row.answer));
  } else if (customer.qualification) {
    for (const auto& given : customer.qualification->answers) {
      const auto* const criterion = find_id(playbook.criteria, given.criterion);
      if (criterion == nullptr || criterion->measure != model::Measure::asked) continue;
      if (find_id(criterion->answers, given.answer) == nullptr) continue;
      if (!is_known(answers, FactSource::answer, given.criterion))
        answers.push_back(word_fact(FactSource::answer, given.criterion, given.answer));
    }
  }
  facts.insert(facts.end(), answers.begin(), answers.end());
}

void add_controls(const model::Playbook& playbook, const model::Customer& customer, Facts& facts) {
  Facts states;
  for (const auto& status : customer.controls) {
    if (find_id(playbook.controls, status.control) == nullptr) continue;
    if (!is_known(states, FactSource::control, status.control))
      states.push_back(word_fact(FactSource::control, status.control, word_of(counted_state(status))));
  }
  facts.insert(facts.end(), states.begin(), states.end());
}

template <class List>
std::string name_in(const List& list, std::string_view id) {
  const auto* const found = find_id(list, id);
  return found == nullptr ? std::string(id) : found->name;
}

std::string name_of(const model::Playbook& playbook, const FactCondition& condition) {
  switch (condition.source) {
    case FactSource::profile: {
      const FieldNote* const note = profile_note(condition.fact);
      return note == nullptr ? condition.fact : note->label;
    }
    case FactSource::answer:
      return name_in(playbook.criteria, condition.fact);
    case FactSource::tenancy:
      return "tenancy";
    case FactSource::capability:
      return name_in(playbook.capabilities, condition.fact);
    case FactSource::metric:
      return titled(condition.fact);
    case FactSource::control:
      return name_in(playbook.controls, condition.fact);
    case FactSource::standard:
      return "standard share";
  }
  return condition.fact;
}

std::string word_for_people(const model::Playbook& playbook, const FactCondition& condition, const std::string& word) {
  if (condition.source != FactSource::answer) return spaced(word);
  const auto* const criterion = find_id(playbook.criteria, condition.fact);
  return criterion == nullptr ? word : name_in(criterion->answers, word);
}

bool is_rate(const FactCondition& condition, const KnownFact* fact) {
  if (fact != nullptr) return fact->is_rate;
  return condition.source == FactSource::capability || condition.source == FactSource::standard ||
         (condition.source == FactSource::profile && is_profile_rate(condition.fact));
}

// A number as people read it: "10,000", "120 minutes".
std::string number_words(const FactCondition& condition, const std::string& digits) {
  std::string words = grouped(digits);
  const FieldNote* const note = condition.source == FactSource::profile ? profile_note(condition.fact) : nullptr;
  if (note != nullptr && note->unit_kind == Unit::minutes) words += digits == "1" ? " minute" : " minutes";
  return words;
}

// A bound is shown with all its places.
std::string bound_words(const FactCondition& condition, Decimal bound, bool rate) {
  if (rate) return to_digits(Int128{bound.micro()} * 100, Decimal::places, 0) + " %";
  return number_words(condition, bound.to_string());
}

}  // namespace

KnownFact metric_fact(std::string_view deal, std::string_view metric, Decimal number) {
  return metric_fact(deal, metric, ratio_of(number), false);
}

KnownFact metric_fact(std::string_view deal, std::string_view metric, Ratio number, bool is_rate) {
  KnownFact fact = number_fact(FactSource::metric, metric, number, is_rate);
  fact.deal = deal;
  return fact;
}

KnownFact metric_fact(std::string_view deal, std::string_view metric, std::string_view word) {
  KnownFact fact = word_fact(FactSource::metric, metric, word);
  fact.deal = deal;
  return fact;
}

void add_customer_facts(const model::Playbook& playbook, const model::Customer& customer,
                        std::optional<model::Tenancy> sold, const qualification::TenancyResult* qualified,
                        Facts& facts) {
  add_profile(customer.profile, facts);
  add_answers(playbook, customer, qualified, facts);
  if (sold) facts.push_back(word_fact(FactSource::tenancy, "", word_of(*sold)));
  add_controls(playbook, customer, facts);
  if (const auto* const architecture = find_id(playbook.architectures, customer.architecture)) {
    const Ratio share = standard_share(*architecture, customer.bespoke);
    if (share.has_value()) facts.push_back(number_fact(FactSource::standard, "", share, true));
  }
}

void add_partner_facts(const model::Playbook& playbook, const model::Partner& partner, Facts& facts) {
  Facts levels;
  for (const auto& stated : partner.capabilities) {
    if (find_id(playbook.capabilities, stated.capability) == nullptr) continue;
    if (!is_known(levels, FactSource::capability, stated.capability))
      levels.push_back(number_fact(FactSource::capability, stated.capability, ratio_of(stated.level), true));
  }
  facts.insert(facts.end(), levels.begin(), levels.end());
}

model::ControlState counted_state(const model::ControlStatus& status) {
  const bool unproven = status.state == model::ControlState::verified && status.evidence.empty();
  return unproven ? model::ControlState::in_place : status.state;
}

bool has_names(FactSource source) {
  return source != FactSource::tenancy && source != FactSource::standard;
}

bool holds(const FactCondition& condition, const KnownFact& fact) {
  if (fact.source != condition.source) return false;
  if (has_names(fact.source) && fact.fact != condition.fact) return false;
  if (!fact.word.empty()) return contains(condition.is, fact.word);
  if (!fact.number.has_value() || (!condition.above && !condition.below)) return false;
  return !(condition.above && compare(fact.number, *condition.above) <= 0) &&
         !(condition.below && compare(fact.number, *condition.below) >= 0);
}

bool holds(const FactCondition& condition, const Facts& facts) {
  for (const KnownFact& fact : facts)
    if (holds(condition, fact)) return true;
  return false;
}

std::vector<const KnownFact*> holding(const FactCondition& condition, const Facts& facts) {
  std::vector<const KnownFact*> found;
  for (const KnownFact& fact : facts)
    if (holds(condition, fact)) found.push_back(&fact);
  return found;
}

std::string condition_words(const model::Playbook& playbook, const FactCondition& condition, const KnownFact* fact) {
  std::string words = name_of(playbook, condition);
  const bool rate = is_rate(condition, fact);
  const char* before = " ";
  if (condition.above) {
    words += fmt::format(" above {}", bound_words(condition, *condition.above, rate));
    before = " and ";
  }
  if (condition.below) words += fmt::format("{}below {}", before, bound_words(condition, *condition.below, rate));
  before = condition.above || condition.below ? " or is " : " is ";
  for (const std::string& word : condition.is) {
    // An answer is a sentence of its own.
    const char* const quote = condition.source == FactSource::answer ? "\"" : "";
    words += before + fmt::format("{}{}{}", quote, word_for_people(playbook, condition, word), quote);
    before = " or ";
  }
  return words;
}

std::string value_words(const model::Playbook& playbook, const FactCondition& condition, const KnownFact& fact) {
  if (!fact.word.empty()) return word_for_people(playbook, condition, fact.word);
  if (fact.is_rate) {
    if (condition.above) return to_percent(fact.number, *condition.above);
    return condition.below ? to_percent(fact.number, *condition.below) : to_percent(fact.number);
  }
  if (!fact.number.has_value()) return to_percent(fact.number);
  const Int128 millionths = Int128{fact.number.numerator} * Decimal::scale;
  if (millionths % fact.number.denominator != 0) return to_string(fact.number);
  return number_words(condition, to_digits(millionths / fact.number.denominator, Decimal::places, 0));
}

}  // namespace dealwright::governance
