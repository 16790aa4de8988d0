#include "core/roi/estimate.hpp"

#include <optional>
#include <utility>

#include "core/roi/case_mistakes.hpp"
#include "core/roi/rounding.hpp"

namespace dealwright::roi {

namespace {

using model::EstimateShape;

// Of so many values one may lie where none can: the tails of normal and lognormal have no end.
constexpr double least_probability = 0.001;

class EstimateCheck {
 public:
  EstimateCheck(const model::Estimate& stated, const std::string& pointer, bool is_share, Diagnostics& found)
      : stated_(stated), pointer_(pointer), is_share_(is_share), found_(found) {}

  void run() {
    const std::size_t before = found_.size();
    if (stated_.shape == EstimateShape::discrete) {
      check_outcomes();
    } else {
      check_range();
    }
    if (is_share_) check_share();
    if (found_.size() == before) check_shape();
  }

 private:
  void tell(const char* code, const std::string& field, std::string message, std::string expected) {
    found_.push_back(mistake(code, pointer_ + field, std::move(message), std::move(expected)));
  }

  void check_range() {
    if (stated_.low && *stated_.low > stated_.likely)
      tell("case.range_order", "/low", "the range is the wrong way round: its low end lies above what is likely",
           "at most " + stated_.likely.to_string());
    if (stated_.high && *stated_.high < stated_.likely)
      tell("case.range_order", "/high", "the range is the wrong way round: its high end lies below what is likely",
           "at least " + stated_.likely.to_string());
    if (!stated_.outcomes.empty())
      tell("case.shape", "/outcomes", "outcomes are for estimates of discrete shape, and this one has another",
           "\"shape\": \"discrete\", or no outcomes");
  }

  void check_outcomes() {
    if (stated_.low || stated_.high)
      tell("case.shape", stated_.low ? "/low" : "/high", "a discrete estimate has outcomes instead of a range",
           "outcomes alone, or another shape");
    std::optional<Decimal> least, greatest;
    for (const model::Outcome& one : stated_.outcomes) {
      if (one.weight.is_zero()) continue;
      if (!least || one.value < *least) least = one.value;
      if (!greatest || one.value > *greatest) greatest = one.value;
    }
    // Without any weight nothing can be drawn, which the check of the distribution tells.
    if (least && (stated_.likely < *least || stated_.likely > *greatest))
      tell("case.likely_outside", "/likely", "the likely value lies outside of the outcomes",
           "from " + least->to_string() + " to " + greatest->to_string());
  }

  void check_share() {
    const Decimal all = Decimal::whole(1);
    const auto over = [&](const std::string& field) {
      tell("case.improvement_over_all", field, "nothing improves by more than 100 %", "at most 1");
    };
    if (stated_.high && *stated_.high > all) {
      over("/high");
    } else if (stated_.likely > all) {
      over("/likely");
    }
    for (std::size_t i = 0; i < stated_.outcomes.size(); ++i)
      if (stated_.outcomes[i].value > all) over("/outcomes/" + std::to_string(i) + "/value");
  }

  // What is wrong with the distribution; and nothing here is ever below 0.
  void check_shape() {
    if (stated_.shape == EstimateShape::pert) return;
    const std::size_t before = found_.size();
    const Distribution drawn = distribution_of(input_of("", stated_));
    for (Diagnostic& one : check_distribution(drawn, "")) {
      one.pointer = pointer_ + (one.pointer == "/values" ? "/outcomes" : one.pointer);
      found_.push_back(std::move(one));
    }
    const bool has_tails = drawn.kind == DistributionKind::normal || drawn.kind == DistributionKind::lognormal;
    if (!has_tails || found_.size() > before) return;
    if (quantile_of(drawn, least_probability) < 0)
      tell("case.shape_below_zero", "/low",
           "so wide a normal distribution goes below 0: more than one value in a thousand does",
           "low at least 41.4 % of high, or \"shape\": \"lognormal\"");
    if (is_share_ && quantile_of(drawn, 1 - least_probability) > 1)
      tell("case.improvement_over_all", "/high",
           "nothing improves by more than 100 %, and more than one value in a thousand would",
           "a lower high end, or \"shape\": \"pert\"");
  }

  const model::Estimate& stated_;
  const std::string& pointer_;
  bool is_share_;
  Diagnostics& found_;
};

DistributionKind kind_of(EstimateShape shape) {
  switch (shape) {
    case EstimateShape::pert:
      return DistributionKind::pert;
    case EstimateShape::triangular:
      return DistributionKind::triangular;
    case EstimateShape::uniform:
      return DistributionKind::uniform;
    case EstimateShape::normal:
      return DistributionKind::normal;
    case EstimateShape::lognormal:
      return DistributionKind::lognormal;
    case EstimateShape::discrete:
      break;
  }
  return DistributionKind::discrete;
}

}  // namespace

CaseInput input_of(std::string name, const model::Estimate& estimate) {
  CaseInput input{std::move(name), estimate.low.value_or(estimate.likely),
                  estimate.likely, estimate.high.value_or(estimate.likely),
                  estimate.shape,  {}};
  if (estimate.shape != EstimateShape::discrete) return input;
  bool is_first = true;
  for (const model::Outcome& one : estimate.outcomes) {
    if (one.weight.is_zero()) continue;
    if (is_first || one.value < input.low) input.low = one.value;
    if (is_first || one.value > input.high) input.high = one.value;
    is_first = false;
  }
  input.outcomes = estimate.outcomes;
  return input;
}

Distribution distribution_of(const CaseInput& input) {
  Distribution out;
  out.low = to_double(input.low);
  out.likely = to_double(input.likely);
  out.high = to_double(input.high);
  // Where outcomes have no weight there are no bounds; whoever draws is told so.
  bool has_weight = input.shape != EstimateShape::discrete;
  for (const model::Outcome& one : input.outcomes) has_weight = has_weight || !one.weight.is_zero();
  if (input.is_certain() && has_weight) return out;
  out.kind = kind_of(input.shape);
  for (const model::Outcome& one : input.outcomes) out.values.push_back({to_double(one.value), to_double(one.weight)});
  return out;
}

void check_estimate(const model::Estimate& estimate, const std::string& pointer, bool is_share,
                    Diagnostics& diagnostics) {
  EstimateCheck(estimate, pointer, is_share, diagnostics).run();
}

}  // namespace dealwright::roi
