#pragma once
// Inputs that move together: rank correlations as a person states them, and what the simulation makes of them.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/roi/matrix.hpp"

namespace dealwright::roi {

// Spearman's rank correlation of two inputs, by their indices: 1 where the one is always high when the other is, -1
// where it is always low then. Pairs that are not stated have 0.
struct RankCorrelation {
  std::size_t first = 0;
  std::size_t second = 0;
  double rank = 0;
};

constexpr std::size_t most_correlated_inputs = 40;

// The correlation of two normal variables whose rank correlation is `rank`, 2 sin(pi / 6 rank), and the way back
// (Pearson, "On further methods of determining correlation", 1907). Both from -1 to 1, to 4e-16.
double pearson_of_rank(double rank);
double rank_of_pearson(double pearson);

// What joins normal variables as their ranks are to be: a Gaussian copula. For each correlated input a row of weights
// of independent normal variables, whose weighted sum is that input's.
struct Copula {
  std::vector<std::size_t> inputs;  // that are correlated, ascending
  SquareMatrix weights{0};          // lower triangle
};

// What is wrong with the correlations of `inputs` inputs: one of an input that there is not, of an input with itself,
// stated twice, not from -1 to 1, or altogether impossible, with the nearest possible ones. Nothing when they are
// sound. `pointer` is the place of the list.
Diagnostics check_correlations(std::span<const RankCorrelation> correlations, std::size_t inputs,
                               std::string_view pointer);

// Of sound correlations.
Copula copula_of(std::span<const RankCorrelation> correlations);

// The nearest possible rank correlations to four places, of every pair that has one, in the order of the indices. They
// are sound; they are those stated, rounded, where these are. Each of the given ones must be sound by itself.
std::vector<RankCorrelation> nearest_correlations(std::span<const RankCorrelation> correlations);

}  // namespace dealwright::roi
