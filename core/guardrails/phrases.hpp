#pragma once
// Values, bounds and findings in words for people.

#include <optional>
#include <string>
#include <string_view>

#include "core/guardrails/finding.hpp"
#include "core/guardrails/rules.hpp"

namespace dealwright::guardrails {

// "28.4 %", "1.20 x", "900.00 EUR", "45 days", "dedicated"; a missing value is "n/a". Where rounding would make it look
// equal to `apart_from` though it is not, as many more places are shown as it takes.
std::string value_text(const Metric& metric, const Value& value, Currency currency,
                       std::optional<Decimal> apart_from = {});

// A bound of the metric with all its places: "30.0 %", "900.00 EUR".
std::string bound_text(const Metric& metric, Decimal bound, Currency currency);

// "deal", "service line support", "component orders".
std::string subject_text(const pricing::PricedDeal& priced, Subject subject);

// JSON Pointer of what is wrong, within the deal's document. The place may be one that the document leaves to its
// default.
std::string pointer_of(const Breach& breach, const Facts& facts);

// Whether {name} is filled in messages.
bool is_placeholder(std::string_view name_in_braces);

// "21.3 %, must be at least 30.0 %". Where any of several words of a closed list would do, the value alone: what is
// wanted then stands in the message.
std::string measured_text(const Finding& finding);

// The breach as a finding, without ways out.
Finding to_finding(const Breach& breach, const Facts& facts);

}  // namespace dealwright::guardrails
