#pragma once
// The metrics of guardrails of a programme's deals, as facts that the conditions of governance are about.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/base/ratio.hpp"
#include "core/governance/facts.hpp"
#include "core/guardrails/metrics.hpp"
#include "core/model/programme.hpp"

namespace dealwright::report {

struct DealMetricFacts {
  std::string deal;
  bool priced = false;  // else there are no facts
  Ratio gross_margin;   // no value where there is no revenue, or the deal is not priced
  governance::Facts facts;
};

// One for each deal, in the programme's order. A metric of service lines or of lines gives a fact for each of them;
// prices are measured against the list. customer_npv_probability is there where a condition of a control or a risk is
// about it. What has no value is not known, and neither is
// what lies beyond every bound (a margin without revenue). Numbers keep their exact ratio. Appends why deals and price
// books could not be priced, and what is wrong in customers' qualifications, with "kind/id" as the file; of a deal that
// refers to a document which is not there nothing is said: who reads the documents tells of it.
std::vector<DealMetricFacts> deal_metric_facts(const model::Programme& programme, Diagnostics& diagnostics);

// A metric's value of one deal as a fact; nothing where it is not known. `is_rate` as its unit says.
std::optional<governance::KnownFact> fact_of(std::string_view deal, const guardrails::Metric& metric,
                                             const guardrails::Value& value);

}  // namespace dealwright::report
