#pragma once
// The customer's minimum commitment: what is missing at the end of each commitment period, shared over the lines.

#include <span>
#include <vector>

#include "core/pricing/lines.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::pricing {

// Puts true-ups into the spans of the monthly lines (splitting them where needed) and sets their net. The spans must
// hold list and net before true-up. `weights` and `shares` are working memory. Returns false where the amount of a
// commitment period is too large.
bool add_true_ups(const model::Deal& deal, int periods, int digits, Rounding mode, std::span<const ActiveLine> active,
                  std::span<PricedLine> lines, std::vector<std::int64_t>& weights, std::vector<std::int64_t>& shares);

// What the commitment of a priced deal asks for over the whole term, minor units; 0 without one.
std::int64_t committed_total(const model::Deal& deal, int periods, int digits, Rounding mode);

}  // namespace dealwright::pricing
