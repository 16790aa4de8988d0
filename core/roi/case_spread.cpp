#include "core/roi/case_spread.hpp"

#include <algorithm>

#include "core/roi/order_statistics.hpp"
#include "core/roi/rounding.hpp"

namespace dealwright::roi {

CaseSpread case_spread(std::span<const double> npv, Currency currency, std::size_t bins, std::size_t points) {
  CaseSpread out;
  if (npv.empty()) return out;
  const auto money = [&](double amount) { return Money{to_minor(amount, currency).value_or(0), currency}; };
  Histogram found = histogram(npv, bins);
  out.counts = std::move(found.counts);
  out.edges.push_back(money(found.low));
  for (std::size_t at = 1; at <= out.counts.size(); ++at) {
    Money edge = money(found.low + found.width * static_cast<double>(at));
    edge.minor = std::max(edge.minor, out.edges.back().minor + 1);
    out.edges.push_back(edge);
  }
  for (const CurvePoint& point : s_curve(npv, points)) out.quantiles.push_back(money(point.value));
  return out;
}

}  // namespace dealwright::roi
