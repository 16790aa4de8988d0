#include "core/roi/correlation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

#include "core/base/decimal.hpp"
#include "core/roi/nearest_correlation.hpp"

namespace dealwright::roi {

namespace {

constexpr double pi_sixth = 0.52359877559829887308;

// The sine for |x| <= pi / 6, by its power series: what is left out is below 1e-19.
double small_sine(double x) {
  double sum = 1;
  for (int n = 16; n >= 2; n -= 2) sum = 1 - sum * (x * x) / (n * (n + 1));
  return x * sum;
}

std::vector<std::size_t> correlated_inputs(std::span<const RankCorrelation> correlations) {
  std::vector<std::size_t> inputs;
  const auto add = [&](std::size_t input) {
    const auto place = std::lower_bound(inputs.begin(), inputs.end(), input);
    if (place == inputs.end() || *place != input) inputs.insert(place, input);
  };
  for (const RankCorrelation& one : correlations) {
    add(one.first);
    add(one.second);
  }
  return inputs;
}

// The correlations of the normal variables; `inputs` are those of the rows.
SquareMatrix pearson_matrix(std::span<const RankCorrelation> correlations, const std::vector<std::size_t>& inputs) {
  SquareMatrix matrix = SquareMatrix::identity(inputs.size());
  const auto row_of = [&](std::size_t input) {
    return static_cast<std::size_t>(std::lower_bound(inputs.begin(), inputs.end(), input) - inputs.begin());
  };
  for (const RankCorrelation& one : correlations) {
    const std::size_t a = row_of(one.first);
    const std::size_t b = row_of(one.second);
    matrix.at(a, b) = matrix.at(b, a) = pearson_of_rank(one.rank);
  }
  return matrix;
}

bool is_possible(std::span<const RankCorrelation> correlations) {
  return cholesky(pearson_matrix(correlations, correlated_inputs(correlations))).has_value();
}

bool is_same_pair(const RankCorrelation& a, const RankCorrelation& b) {
  return (a.first == b.first && a.second == b.second) || (a.first == b.second && a.second == b.first);
}

// To four places, towards 0 by `shrink` of its size.
double offered(double rank, double shrink) {
  return std::trunc(rank * (1 - shrink) * 1e4 + std::copysign(0.5, rank)) / 1e4;
}

std::string words_of(std::span<const RankCorrelation> correlations) {
  std::string words;
  for (const RankCorrelation& one : correlations) {
    if (!words.empty()) words += ", ";
    words += Decimal::from_micro(static_cast<std::int64_t>(one.rank * 1e6 + std::copysign(0.5, one.rank))).to_string();
    words += " of inputs " + std::to_string(one.first + 1) + " and " + std::to_string(one.second + 1);
  }
  return words;
}

}  // namespace

double pearson_of_rank(double rank) {
  return 2 * small_sine(pi_sixth * rank);
}

double rank_of_pearson(double pearson) {
  // Newton's method on sin x = pearson / 2; the cosine is at least sqrt(3) / 2 there, so four steps are enough.
  const double sine = pearson / 2;
  double x = sine;
  for (int step = 0; step < 5; ++step) {
    const double at = small_sine(x);
    x -= (at - sine) / std::sqrt(1 - at * at);
  }
  return std::min(std::max(x / pi_sixth, -1.0), 1.0);
}

Diagnostics check_correlations(std::span<const RankCorrelation> correlations, std::size_t inputs,
                               std::string_view pointer) {
  Diagnostics found;
  const auto add = [&](const char* code, std::string place, std::string message, std::string expected) {
    Diagnostic& diagnostic = found.emplace_back();
    diagnostic.code = code;
    diagnostic.pointer = std::move(place);
    diagnostic.message = std::move(message);
    diagnostic.expected = std::move(expected);
  };
  for (std::size_t i = 0; i < correlations.size(); ++i) {
    const RankCorrelation& one = correlations[i];
    const std::string place = std::string(pointer) + "/" + std::to_string(i);
    if (one.first >= inputs || one.second >= inputs) {
      add("correlation.unknown_input", place, "The correlation is of an input that there is not", "two of the inputs");
    } else if (one.first == one.second) {
      add("correlation.of_itself", place, "The correlation is of an input with itself", "two inputs");
    } else if (!(one.rank >= -1 && one.rank <= 1)) {
      add("correlation.out_of_range", place, "A rank correlation lies between -1 and 1", "a number from -1 to 1");
    } else if (std::any_of(correlations.begin(), correlations.begin() + static_cast<std::ptrdiff_t>(i),
                           [&](const RankCorrelation& other) { return is_same_pair(one, other); })) {
      add("correlation.twice", place, "The correlation of these inputs is stated above already", "one for each pair");
    }
  }
  if (!found.empty()) return found;
  if (correlated_inputs(correlations).size() > most_correlated_inputs) {
    add("correlation.too_many", std::string(pointer), "Too many inputs are correlated",
        "at most " + std::to_string(most_correlated_inputs));
  } else if (!is_possible(correlations)) {
    add("correlation.impossible", std::string(pointer),
        "No numbers can be correlated in all of these ways at once: where two move with a third, they move together",
        "the nearest that is possible: " + words_of(nearest_correlations(correlations)));
  }
  return found;
}

Copula copula_of(std::span<const RankCorrelation> correlations) {
  Copula copula;
  copula.inputs = correlated_inputs(correlations);
  if (auto weights = cholesky(pearson_matrix(correlations, copula.inputs))) copula.weights = *std::move(weights);
  return copula;
}

std::vector<RankCorrelation> nearest_correlations(std::span<const RankCorrelation> correlations) {
  const std::vector<std::size_t> inputs = correlated_inputs(correlations);
  const SquareMatrix stated = pearson_matrix(correlations, inputs);
  const SquareMatrix nearest = cholesky(stated) ? stated : nearest_correlation(stated);
  // Rounding may leave what is possible again: then a little less correlation does. None at all always does.
  for (double shrink = 0;; shrink = shrink > 0 ? shrink * 2 : 1e-4) {
    std::vector<RankCorrelation> result;
    for (std::size_t a = 0; a < inputs.size(); ++a) {
      for (std::size_t b = a + 1; b < inputs.size(); ++b) {
        const double rank = shrink < 1 ? offered(rank_of_pearson(nearest.at(a, b)), shrink) : 0;
        if (std::fabs(rank) > 0) result.push_back({inputs[a], inputs[b], rank});
      }
    }
    if (result.empty() || is_possible(result)) return result;
  }
}

}  // namespace dealwright::roi
