#pragma once
// What is not known for sure: a distribution as a person states it, with its mean, its variance and its quantiles.

#include <cstdint>
#include <string_view>
#include <vector>

#include <boost/describe/enum.hpp>

#include "core/base/diagnostic.hpp"

namespace dealwright::roi {

enum class DistributionKind : std::uint8_t {
  fixed,       // `likely`, for sure
  uniform,     // anything from `low` to `high`
  triangular,  // from `low` to `high` with its peak at `likely`
  pert,        // the same, smooth: a beta distribution with the mean (low + 4 likely + high) / 6
  normal,      // between `low` and `high` with the probability `confidence`, as likely below as above
  lognormal,   // its logarithm is normal; above 0
  discrete,    // one of `values`, each with the probability of its share of all weights
};
BOOST_DESCRIBE_ENUM(DistributionKind, fixed, uniform, triangular, pert, normal, lognormal, discrete)

struct WeightedValue {
  double value = 0;
  double weight = 0;

  friend bool operator==(const WeightedValue& a, const WeightedValue& b);
};

struct Distribution {
  DistributionKind kind = DistributionKind::fixed;
  double low = 0;
  double likely = 0;
  double high = 0;
  // Of normal and lognormal: 0.8 says that `low` is the P10, one chance in ten of being lower, and `high` the P90.
  double confidence = 0.8;
  std::vector<WeightedValue> values;  // of discrete

  friend bool operator==(const Distribution& a, const Distribution& b);
};

// What a distribution may hold.
constexpr double greatest_value = 1e13;  // of any number, either sign
constexpr double least_confidence = 0.5;
constexpr double greatest_confidence = 0.999;
constexpr double greatest_lognormal_ratio = 1e6;  // of high over low
constexpr std::size_t most_discrete_values = 64;

// What is wrong with it and what would be right; nothing when it is sound. `pointer` is the place of the distribution.
// Where low and high are the same, uniform, triangular and PERT are that one value. The functions below, and whoever
// simulates, expect a sound one.
Diagnostics check_distribution(const Distribution& distribution, std::string_view pointer);

// In closed form: Johnson, Kotz and Balakrishnan, "Continuous univariate distributions" (1994, 1995); PERT by Malcolm,
// Roseboom, Clark and Fazar, "Application of a technique for research and development program evaluation" (1959), with
// the variance (mean - low) (high - mean) / 7 of the beta distribution itself.
double mean_of(const Distribution& distribution);
double variance_of(const Distribution& distribution);

// The value that is not exceeded with a probability strictly between 0 and 1; of a discrete one the least whose
// cumulated probability reaches it. To a relative error of 1e-12 of the value or, of PERT, to 1e-12 of high - low.
double quantile_of(const Distribution& distribution, double probability);

// The normal distribution that a normal or lognormal one (then of the logarithm) has.
struct NormalNumbers {
  double mean = 0;
  double deviation = 0;
};
NormalNumbers normal_numbers(const Distribution& distribution);

// The values of a discrete distribution that have a weight, in ascending order, each with the probability that none
// greater is drawn; the last one's is 1.
struct CumulatedValue {
  double value = 0;
  double probability = 0;
};
std::vector<CumulatedValue> cumulated_values(const Distribution& distribution);

}  // namespace dealwright::roi
