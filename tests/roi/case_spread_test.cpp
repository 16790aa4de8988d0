#include "core/roi/case_spread.hpp"

#include <doctest/doctest.h>

namespace {

using namespace dealwright;
using namespace dealwright::roi;

const Currency eur = *Currency::from_code("EUR");

TEST_CASE("bins and quantiles of four trials, by hand") {
  const double npv[] = {3, 0, 1, 2};
  const CaseSpread spread = case_spread(npv, eur, 2, 3);
  // 0 to 3 in two bins: 0 to 1.50 holds 0 and 1, 1.50 to 3 holds 2 and 3.
  REQUIRE(spread.edges.size() == 3);
  CHECK(spread.edges[0].minor == 0);
  CHECK(spread.edges[1].minor == 150);
  CHECK(spread.edges[2].minor == 300);
  CHECK(spread.counts == std::vector<std::uint64_t>{2, 2});
  // The least, the median between 1 and 2, the greatest.
  REQUIRE(spread.quantiles.size() == 3);
  CHECK(spread.quantiles[0].minor == 0);
  CHECK(spread.quantiles[1].minor == 150);
  CHECK(spread.quantiles[2].minor == 300);
}

TEST_CASE("trials that are all the same, or nearly, have bins of some width") {
  const double same[] = {-5, -5, -5};
  const CaseSpread spread = case_spread(same, eur, 40, 11);
  REQUIRE(spread.counts.size() == 1);
  CHECK(spread.counts[0] == 3);
  CHECK(spread.edges[0].minor == -500);
  CHECK(spread.edges[1].minor == -499);
  const double near[] = {1, 1.00001};
  const CaseSpread narrow = case_spread(near, eur, 8, 2);
  for (std::size_t at = 1; at < narrow.edges.size(); ++at) CHECK(narrow.edges[at - 1].minor < narrow.edges[at].minor);
}

TEST_CASE("no trials have no bins") {
  const CaseSpread spread = case_spread({}, eur, 8, 5);
  CHECK(spread.edges.empty());
  CHECK(spread.counts.empty());
  CHECK(spread.quantiles.empty());
}

}  // namespace
