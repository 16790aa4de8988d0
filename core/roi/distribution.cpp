#include "core/roi/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

#include "core/base/stable_order.hpp"
#include "core/roi/elementary.hpp"
#include "core/roi/normal.hpp"
#include "core/roi/pert.hpp"

namespace dealwright::roi {

namespace {

// Neither too large, nor infinite, nor no number at all.
bool is_sound(double value) {
  return value >= -greatest_value && value <= greatest_value;
}

class DistributionCheck {
 public:
  DistributionCheck(const Distribution& distribution, std::string_view pointer)
      : stated_(distribution), pointer_(pointer) {}

  Diagnostics run() {
    if (stated_.kind == DistributionKind::discrete) {
      check_values();
    } else if (check_numbers()) {
      check_range();
    }
    return std::move(found_);
  }

 private:
  void add(const char* code, const char* field, const char* message, const char* expected) {
    Diagnostic& diagnostic = found_.emplace_back();
    diagnostic.code = code;
    diagnostic.pointer = pointer_ + field;
    diagnostic.message = message;
    diagnostic.expected = expected;
  }

  bool check_numbers() {
    const bool has_range = stated_.kind != DistributionKind::fixed;
    const bool has_peak = !has_range || is_peaked();
    if ((!has_peak || is_sound(stated_.likely)) && (!has_range || (is_sound(stated_.low) && is_sound(stated_.high))))
      return true;
    add("distribution.too_large", "", "A value is not within ten million millions", "values that money can have");
    return false;
  }

  bool is_peaked() const {
    return stated_.kind == DistributionKind::triangular || stated_.kind == DistributionKind::pert;
  }

  void check_range() {
    if (stated_.kind == DistributionKind::fixed) return;
    if (stated_.low > stated_.high) {
      add("distribution.range_reversed", "/low", "The range is the wrong way round: low is above high",
          "low and high exchanged");
      return;
    }
    if (is_peaked() && (stated_.likely < stated_.low || stated_.likely > stated_.high))
      add("distribution.likely_outside", "/likely", "The likely value lies outside of the range",
          "a likely value from low to high, or a range that has it");
    if (stated_.kind == DistributionKind::normal || stated_.kind == DistributionKind::lognormal) check_interval();
  }

  void check_interval() {
    if (!(stated_.confidence >= least_confidence && stated_.confidence <= greatest_confidence))
      add("distribution.confidence", "/confidence",
          "How sure the interval is has no use: too little says nothing, certainty has no normal distribution",
          "0.5 to 0.999; 0.8 where low is the P10 and high the P90");
    if (!(stated_.low < stated_.high))
      add("distribution.no_interval", "/high", "Low and high are the same, which no normal distribution allows",
          "high above low, or a fixed value");
    if (stated_.kind != DistributionKind::lognormal) return;
    if (stated_.low <= 0) {
      add("distribution.lognormal_not_positive", "/low", "A lognormal value is always above 0, and low is not",
          "low above 0, or a normal distribution");
    } else if (stated_.high > stated_.low * greatest_lognormal_ratio) {
      add("distribution.lognormal_too_wide", "/high", "High is more than a million times low",
          "a narrower interval: so wide a one says nothing");
    }
  }

  void check_values() {
    if (stated_.values.empty() || stated_.values.size() > most_discrete_values) {
      add("distribution.value_count", "/values", "A discrete distribution has no values, or too many",
          "1 to 64 values, each with its weight");
      return;
    }
    bool has_weight = false;
    for (const WeightedValue& one : stated_.values) {
      if (!is_sound(one.value) || !(one.weight >= 0 && one.weight <= greatest_value)) {
        add("distribution.value", "/values", "A value or its weight is no use: too large, or a weight below 0",
            "values that money can have, weights of 0 or more");
        return;
      }
      has_weight = has_weight || one.weight > 0;
    }
    if (!has_weight)
      add("distribution.weights_zero", "/values", "Every weight is 0, so that nothing can be drawn",
          "a weight above 0 for what may happen");
  }

  const Distribution& stated_;
  std::string pointer_;
  Diagnostics found_;
};

double sum_of_weights(const Distribution& distribution) {
  double sum = 0;
  for (const WeightedValue& one : distribution.values) sum += one.weight;
  return sum;
}

double triangular_quantile(const Distribution& d, double probability) {
  const double width = d.high - d.low;
  if (!(width > 0)) return d.low;
  const double rise = d.likely - d.low;
  if (probability < rise / width) return d.low + std::sqrt(width * rise * probability);
  return d.high - std::sqrt(width * (d.high - d.likely) * (1 - probability));
}

double discrete_quantile(const Distribution& distribution, double probability) {
  const std::vector<CumulatedValue> values = cumulated_values(distribution);
  for (const CumulatedValue& one : values)
    if (probability <= one.probability) return one.value;
  return values.back().value;
}

}  // namespace

// Number by number: what was prepared for one may serve the other.
bool operator==(const WeightedValue& a, const WeightedValue& b) {
  const std::equal_to<> same;
  return same(a.value, b.value) && same(a.weight, b.weight);
}

bool operator==(const Distribution& a, const Distribution& b) {
  const std::equal_to<> same;
  return a.kind == b.kind && same(a.low, b.low) && same(a.likely, b.likely) && same(a.high, b.high) &&
         same(a.confidence, b.confidence) && a.values == b.values;
}

Diagnostics check_distribution(const Distribution& distribution, std::string_view pointer) {
  return DistributionCheck(distribution, pointer).run();
}

NormalNumbers normal_numbers(const Distribution& d) {
  const bool is_log = d.kind == DistributionKind::lognormal;
  const double low = is_log ? logarithm(d.low) : d.low;
  const double high = is_log ? logarithm(d.high) : d.high;
  return {(low + high) / 2, (high - low) / (2 * normal_quantile((1 + d.confidence) / 2))};
}

std::vector<CumulatedValue> cumulated_values(const Distribution& distribution) {
  std::vector<WeightedValue> sorted;
  for (const WeightedValue& one : distribution.values)
    if (one.weight > 0) sorted.push_back(one);
  sort_stably(sorted, [](const WeightedValue& a, const WeightedValue& b) { return a.value < b.value; });
  const double whole = sum_of_weights(distribution);
  std::vector<CumulatedValue> cumulated;
  double sum = 0;
  for (const WeightedValue& one : sorted) {
    sum += one.weight;
    cumulated.push_back({one.value, sum / whole});
  }
  cumulated.back().probability = 1;
  return cumulated;
}

double mean_of(const Distribution& d) {
  switch (d.kind) {
    case DistributionKind::fixed:
      return d.likely;
    case DistributionKind::uniform:
    case DistributionKind::normal:
      return (d.low + d.high) / 2;
    case DistributionKind::triangular:
      return (d.low + d.likely + d.high) / 3;
    case DistributionKind::pert:
      return (d.low + 4 * d.likely + d.high) / 6;
    case DistributionKind::lognormal: {
      const NormalNumbers n = normal_numbers(d);
      return exponential(n.mean + n.deviation * n.deviation / 2);
    }
    case DistributionKind::discrete:
      break;
  }
  double sum = 0;
  for (const WeightedValue& one : d.values) sum += one.value * one.weight;
  return sum / sum_of_weights(d);
}

double variance_of(const Distribution& d) {
  const double width = d.high - d.low;
  switch (d.kind) {
    case DistributionKind::fixed:
      return 0;
    case DistributionKind::uniform:
      return width * width / 12;
    case DistributionKind::triangular: {
      const double rise = d.likely - d.low;
      return (width * width - rise * (d.high - d.likely)) / 18;
    }
    case DistributionKind::pert: {
      const double mean = mean_of(d);
      return (mean - d.low) * (d.high - mean) / 7;
    }
    case DistributionKind::normal: {
      const double deviation = normal_numbers(d).deviation;
      return deviation * deviation;
    }
    case DistributionKind::lognormal: {
      const NormalNumbers n = normal_numbers(d);
      const double mean = mean_of(d);
      return exponential_less_one(n.deviation * n.deviation) * mean * mean;
    }
    case DistributionKind::discrete:
      break;
  }
  const double mean = mean_of(d);
  double sum = 0;
  for (const WeightedValue& one : d.values) sum += one.weight * (one.value - mean) * (one.value - mean);
  return sum / sum_of_weights(d);
}

double quantile_of(const Distribution& d, double probability) {
  switch (d.kind) {
    case DistributionKind::fixed:
      return d.likely;
    case DistributionKind::uniform:
      return d.low + (d.high - d.low) * probability;
    case DistributionKind::triangular:
      return triangular_quantile(d, probability);
    case DistributionKind::pert: {
      if (!(d.high > d.low)) return d.low;
      PertQuantile standard((d.likely - d.low) / (d.high - d.low));
      return d.low + (d.high - d.low) * standard.at(probability).value;
    }
    case DistributionKind::normal:
    case DistributionKind::lognormal: {
      const NormalNumbers n = normal_numbers(d);
      const double value = n.mean + n.deviation * normal_quantile(probability);
      return d.kind == DistributionKind::normal ? value : exponential(value);
    }
    case DistributionKind::discrete:
      break;
  }
  return discrete_quantile(d, probability);
}

}  // namespace dealwright::roi
