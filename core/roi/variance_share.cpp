#include "core/roi/variance_share.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/stable_order.hpp"

namespace dealwright::roi {

namespace {

// Ranks of the values less their mean; equal values have the middle of theirs.
std::vector<double> centred_ranks(std::span<const double> values) {
  const std::vector<std::size_t> order =
      stable_order(values.size(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  const double mean = static_cast<double>(values.size() - 1) / 2;
  std::vector<double> ranks(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first + 1;
    while (end < order.size() && !(values[order[first]] < values[order[end]])) ++end;
    const double rank = static_cast<double>(first + end - 1) / 2 - mean;
    for (; first < end; ++first) ranks[order[first]] = rank;
  }
  return ranks;
}

double correlation(std::span<const double> x, std::span<const double> y) {
  double mean = 0;
  for (const double value : x) mean += value;
  mean /= static_cast<double>(x.size());
  double xx = 0;
  double yy = 0;
  double xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mean) * (x[i] - mean);
    yy += y[i] * y[i];
    xy += (x[i] - mean) * y[i];
  }
  return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : 0;
}

}  // namespace

std::vector<VarianceShare> variance_shares(const Simulation& simulation, std::uint64_t seed,
                                           std::span<const double> npv) {
  std::vector<VarianceShare> shares(simulation.model().inputs.size());
  if (npv.empty()) return shares;
  const std::size_t trials = std::min(npv.size(), trials_for_shares);
  const std::vector<double> results = centred_ranks(npv.first(trials));
  Workspace workspace(simulation);
  std::vector<double> input_ranks;
  double whole = 0;
  for (std::size_t input = 0; input < shares.size(); ++input) {
    if (!simulation.is_used(input)) continue;
    input_ranks.clear();
    for (std::uint64_t strip = 0; strip < strips_of(trials); ++strip) {
      const std::span<const double> ranks = workspace.ranks(seed, strip, input);
      input_ranks.insert(input_ranks.end(), ranks.begin(), ranks.end());
    }
    shares[input].rank = correlation({input_ranks.data(), trials}, results);
    whole += shares[input].rank * shares[input].rank;
  }
  if (whole > 0)
    for (VarianceShare& one : shares) one.share = one.rank * one.rank / whole;
  return shares;
}

}  // namespace dealwright::roi
