#pragma once
// Derives a number of a priced deal from its documents.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/guardrails/background.hpp"
#include "core/pricing/pricer.hpp"
#include "core/pricing/result.hpp"
#include "core/report/derivation.hpp"

namespace dealwright::report {

// A number that explain() knows.
struct Explainable {
  std::string_view id;
  std::string_view label;
  std::string_view help;
};

// The totals of a deal, the net, list and cost of lines, and every metric of guardrails; in this order.
const std::vector<Explainable>& explainables();

struct ExplainQuestion {
  std::string metric;
  std::string line;           // component id; "": all lines
  std::optional<int> period;  // of net, list and cost: this month only
};

// The trees of the metric: one for a deal's metric, one a service line or line for theirs (only the asked one where a
// line is named). Unknown metric, component or period is a diagnostic. The deal must be priced. `background` is of the
// deal's partner and customer; `programme`, which holds both, shows what that follows from.
Result<std::vector<Derivation>> explain(const pricing::Context& context, const pricing::PricedDeal& priced,
                                        const ExplainQuestion& question, const guardrails::Background& background = {},
                                        const model::Programme* programme = nullptr);

}  // namespace dealwright::report
