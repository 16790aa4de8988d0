#pragma once
// What rules measure: a table of metrics, each with the function that gives its exact value (docs/guardrails.md,
// "Metrics").

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/decimal.hpp"
#include "core/base/wide.hpp"
#include "core/guardrails/background.hpp"
#include "core/guardrails/users_priced.hpp"
#include "core/model/vocabulary.hpp"
#include "core/pricing/pricer.hpp"
#include "core/pricing/result.hpp"
#include "core/roi/case_trials.hpp"
#include "core/roi/customer_return.hpp"
#include "core/roi/partner_return.hpp"

namespace dealwright::guardrails {

// What everything here is read from. None of it is copied.
struct Facts {
  const pricing::Context& context;
  const pricing::PricedDeal& priced;
  const UsersPriced& users;    // of the context's book
  Background background = {};  // of the context's partner and customer
  // What customer_npv_probability keeps from one question to the next; null: nothing.
  roi::CaseTrials* trials = nullptr;
};

enum class MetricUnit : std::uint8_t {
  rate,      // shown as per cent
  multiple,  // shown as "1.20 x"
  money,     // major units of the deal's currency
  months,
  days,
  count,
  number,
  flag,  // 0 or 1; its words are "false" and "true"
  word,
};

enum class Scope : std::uint8_t { deal, service_line, line };

// What a metric is asked of.
struct Subject {
  int service_line = -1;  // index in PricedDeal::service_lines; -1: of the whole deal
  int line = -1;          // index in PricedDeal::lines; -1: not of one line

  friend bool operator==(const Subject&, const Subject&) = default;
};

Subject deal_subject();
Subject service_line_subject(const pricing::PricedDeal& priced, int service_line);
// With the service line of the line.
Subject line_subject(const pricing::PricedDeal& priced, int line);

// A number as numerator / denominator with denominator >= 0, or a word. A number over 0 lies beyond every bound on the
// side of its sign; 0 over 0 is no value, and so is no word of a closed list.
struct Value {
  Int128 numerator = 0;
  Int128 denominator = 0;
  std::string_view word;  // of words and flags; lives as long as the documents

  bool is_missing() const { return numerator == 0 && denominator == 0; }
  bool is_beyond() const { return numerator != 0 && denominator == 0; }
};

// (List total - (TCV - true-ups)) / list total of the deal: the metric effective_discount.
Value discount_given(const Facts& facts);

// What the deal is worth to its customer; nothing where it has no business case, or one with a mistake.
std::optional<roi::CustomerReturn> customer_return_of(const Facts& facts);

// What it is worth to its partner, without a move; nothing where the partner states no economics, or amounts are too
// large.
std::optional<roi::PartnerReturn> partner_return_of(const Facts& facts);

// Hours of support over the term.
struct SupportHours {
  bool is_sold = false;    // the deal has a line of support
  Int128 sold_micro = 0;   // of its lines, in millionths
  Int128 needed_pico = 0;  // tickets x hours for each x months of the term, in millionths of millionths; 0 where the
                           // playbook does not say what a ticket takes, or the customer has no tickets
};
SupportHours support_hours_of(const Facts& facts);

// Sign of value - bound, exactly: -1, 0, 1. The value is a number and not missing.
int compare(const Value& value, Decimal bound);

struct Metric {
  std::string_view id;
  std::string_view label;  // "Gross margin"
  MetricUnit unit;
  Scope scope;
  std::string_view help;                   // what it measures
  std::string_view beyond;                 // what people read where the number lies beyond every bound: "no revenue"
  std::string_view pointer;                // of what it measures, within the deal; "": the deal, or its subject
  std::uint32_t levers;                    // bit n: the lever of value n makes sense for it
  std::optional<Decimal> least, greatest;  // values it can have
  Value (*value)(const Facts& facts, Subject subject, model::RuleBase base);
  std::span<const std::string_view> (*words)();  // of a closed list; null: any word

  bool is_number() const { return unit != MetricUnit::word && unit != MetricUnit::flag; }
};

// All metrics, in the order of docs/guardrails.md.
std::span<const Metric> metrics();
// The metric of that id, or null.
const Metric* find_metric(std::string_view id);
// The nearest id to a misspelt one, or "".
std::string_view nearest_metric(std::string_view id);

constexpr std::uint32_t lever_bit(model::Lever lever) {
  return 1u << static_cast<unsigned>(lever);
}

}  // namespace dealwright::guardrails
