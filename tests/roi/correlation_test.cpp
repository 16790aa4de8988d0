#include "core/roi/correlation.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/roi/nearest_correlation.hpp"
#include "tests/support/draw.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;

SquareMatrix matrix(std::size_t size, std::initializer_list<double> values) {
  SquareMatrix result(size);
  std::size_t place = 0;
  for (const double value : values) {
    result.at(place / size, place % size) = value;
    ++place;
  }
  return result;
}

double distance(const SquareMatrix& a, const SquareMatrix& b) {
  double sum = 0;
  for (std::size_t row = 0; row < a.size(); ++row)
    for (std::size_t column = 0; column < a.size(); ++column)
      sum += (a.at(row, column) - b.at(row, column)) * (a.at(row, column) - b.at(row, column));
  return std::sqrt(sum);
}

TEST_CASE("Rank correlation to that of normal variables and back") {
  // 2 sin(pi / 12) is (sqrt 6 - sqrt 2) / 2.
  CHECK(std::fabs(pearson_of_rank(0.5) - (std::sqrt(6.0) - std::sqrt(2.0)) / 2) < 4e-16);
  CHECK(pearson_of_rank(0) == 0);
  CHECK(std::fabs(pearson_of_rank(1) - 1) < 4e-16);
  CHECK(std::fabs(pearson_of_rank(-1) + 1) < 4e-16);
  for (int i = -100; i <= 100; ++i) CHECK(std::fabs(rank_of_pearson(pearson_of_rank(i / 100.0)) - i / 100.0) < 1e-15);
}

TEST_CASE("Cholesky's method, by hand") {
  // 4 = 2^2, 2 = 2 * 1, 5 = 1^2 + 2^2.
  const auto root = cholesky(matrix(2, {4, 2, 2, 5}));
  REQUIRE(root);
  CHECK(root->at(0, 0) == 2);
  CHECK(root->at(0, 1) == 0);
  CHECK(root->at(1, 0) == 1);
  CHECK(root->at(1, 1) == 2);
  // Of rank 1: the second is the first.
  const auto same = cholesky(matrix(2, {1, 1, 1, 1}));
  REQUIRE(same);
  CHECK(same->at(1, 0) == 1);
  CHECK(same->at(1, 1) == 0);
  CHECK(!cholesky(matrix(2, {1, 1.5, 1.5, 1})));
  // The first two are the same, but the third is not correlated with them in the same way.
  CHECK(!cholesky(matrix(3, {1, 1, 0.5, 1, 1, 0.2, 0.5, 0.2, 1})));
}

TEST_CASE("Eigenvalues") {
  // 2 and 4 by hand: (3 - x)^2 = 1.
  const Eigen pair = eigen(matrix(2, {3, 1, 1, 3}));
  CHECK(std::fabs(std::min(pair.values[0], pair.values[1]) - 2) < 1e-14);
  CHECK(std::fabs(std::max(pair.values[0], pair.values[1]) - 4) < 1e-14);
  // Whatever the matrix: vectors times values times vectors is the matrix again.
  tests::Draw draw(7, 0);
  SquareMatrix any(8);
  for (std::size_t row = 0; row < 8; ++row)
    for (std::size_t column = 0; column <= row; ++column)
      any.at(row, column) = any.at(column, row) = static_cast<double>(draw.number(-100, 100)) / 100;
  const Eigen parts = eigen(any);
  SquareMatrix again(8);
  for (std::size_t row = 0; row < 8; ++row)
    for (std::size_t column = 0; column < 8; ++column)
      for (std::size_t k = 0; k < 8; ++k)
        again.at(row, column) += parts.values[k] * parts.vectors.at(row, k) * parts.vectors.at(column, k);
  CHECK(distance(any, again) < 1e-13);
}

// Higham, "Computing the nearest correlation matrix" (2002), section 4: this matrix and its nearest one, at a distance
// of 0.5278.
TEST_CASE("The nearest correlation matrix, from its paper") {
  const SquareMatrix stated = matrix(3, {1, 1, 0, 1, 1, 1, 0, 1, 1});
  const SquareMatrix nearest = nearest_correlation(stated);
  for (std::size_t i = 0; i < 3; ++i) CHECK(nearest.at(i, i) == 1);
  CHECK(std::fabs(nearest.at(0, 1) - 0.7607) < 5e-5);
  CHECK(std::fabs(nearest.at(1, 2) - 0.7607) < 5e-5);
  CHECK(std::fabs(nearest.at(0, 2) - 0.1573) < 5e-5);
  CHECK(std::fabs(distance(stated, nearest) - 0.5278) < 5e-5);
}

TEST_CASE("What is possible already is its own nearest") {
  const SquareMatrix stated = matrix(3, {1, 0.5, 0.25, 0.5, 1, 0.5, 0.25, 0.5, 1});
  CHECK(distance(stated, nearest_correlation(stated)) < 1e-12);
}

TEST_CASE("An impossible set of correlations is refused, and what is offered instead is possible") {
  const std::vector<RankCorrelation> stated{{0, 4, 0.9}, {4, 7, 0.9}, {0, 7, -0.9}};
  const Diagnostics found = check_correlations(stated, 8, "/correlations");
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "correlation.impossible");
  CHECK(found[0].expected.find("of inputs 1 and 5") != std::string::npos);
  const auto offered = nearest_correlations(stated);
  REQUIRE(offered.size() == 3);
  CHECK(check_correlations(offered, 8, "").empty());
  // Between numbers that are as near to what was stated as can be, all of a size: by symmetry 0.5 of the normal
  // variables, for three with correlations r, r, -r are possible up to r = 1/2.
  const double half = rank_of_pearson(0.5);
  CHECK(std::fabs(offered[0].rank - half) < 2e-4);
  CHECK(std::fabs(offered[1].rank + half) < 2e-4);
  CHECK(std::fabs(offered[2].rank - half) < 2e-4);
}

TEST_CASE("Whatever is stated, what is offered is possible") {
  tests::Draw draw(11, 3);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const int inputs = draw.number(2, 9);
    std::vector<RankCorrelation> stated;
    for (int a = 0; a < inputs; ++a)
      for (int b = a + 1; b < inputs; ++b)
        if (draw.chance(60))
          stated.push_back({static_cast<std::size_t>(a), static_cast<std::size_t>(b),
                            static_cast<double>(draw.number(-100, 100)) / 100});
    CHECK(check_correlations(nearest_correlations(stated), 9, "").empty());
  }
}

std::string code_of(const std::vector<RankCorrelation>& stated) {
  const Diagnostics found = check_correlations(stated, 3, "/correlations");
  return found.empty() ? "" : found[0].code;
}

TEST_CASE("What correlations may not say") {
  CHECK(code_of({}).empty());
  CHECK(code_of({{0, 1, 1}, {1, 2, 1}, {0, 2, 1}}).empty());
  CHECK(code_of({{0, 1, -1}}).empty());
  CHECK(code_of({{0, 3, 0.5}}) == "correlation.unknown_input");
  CHECK(code_of({{1, 1, 0.5}}) == "correlation.of_itself");
  CHECK(code_of({{0, 1, 1.01}}) == "correlation.out_of_range");
  CHECK(code_of({{0, 1, std::nan("")}}) == "correlation.out_of_range");
  CHECK(code_of({{0, 1, 0.5}, {1, 0, 0.5}}) == "correlation.twice");
  CHECK(code_of({{0, 1, 1}, {1, 2, 1}, {0, 2, -1}}) == "correlation.impossible");
  std::vector<RankCorrelation> many;
  for (std::size_t i = 0; i < 41; ++i) many.push_back({i, i + 1, 0.1});
  CHECK(check_correlations(many, 50, "")[0].code == "correlation.too_many");
}

}  // namespace
