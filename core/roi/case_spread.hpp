#pragma once
// How the net present values of the trials of a business case spread, rounded to minor units.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/money.hpp"

namespace dealwright::roi {

struct CaseSpread {
  std::vector<Money> edges;           // of the bins, ascending, one more than counts; none without trials
  std::vector<std::uint64_t> counts;  // add up to the trials
  std::vector<Money> quantiles;       // at probabilities that are even from 0 to 1; as many as were asked for
};

// `bins` is 1 to 4096, `points` 2 to 1001. Where all trials are the same there is one bin, of one minor unit. Edges
// that would be the same when rounded are one minor unit apart.
CaseSpread case_spread(std::span<const double> npv, Currency currency, std::size_t bins, std::size_t points);

}  // namespace dealwright::roi
