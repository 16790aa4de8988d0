#include "core/roi/bound_growth.hpp"

#include <algorithm>
#include <string>

#include "core/roi/case_mistakes.hpp"
#include "core/roi/elementary.hpp"
#include "core/roi/rounding.hpp"

namespace dealwright::roi {

void grow(const model::BusinessCase& stated, CaseStream& stream) {
  stream.parts = stream.adoption;
  const double growth = 1 + to_double(stated.growth);
  for (std::size_t month = 1; month < stream.parts.size(); ++month)
    stream.parts[month] *= power(growth, static_cast<int>(month - 1) / 12);
}

void bind_growth(const model::BusinessCase& stated, BoundCase& bound, Diagnostics& diagnostics) {
  const Decimal low = stated.growth_low.value_or(stated.growth);
  const Decimal high = stated.growth_high.value_or(stated.growth);
  const auto tell = [&](const char* code, const char* place, const char* message, std::string expected) -> Diagnostic& {
    return diagnostics.emplace_back(mistake(code, place, message, std::move(expected)));
  };
  if (low > stated.growth)
    tell("case.range_order", "/business_case/growth_low",
         "the range is the wrong way round: its low end lies above what is likely",
         "at most " + stated.growth.to_string());
  if (high < stated.growth)
    tell("case.range_order", "/business_case/growth_high",
         "the range is the wrong way round: its high end lies below what is likely",
         "at least " + stated.growth.to_string());
  if (low == high) {
    if (!stated.growth_correlation.is_zero())
      tell("case.growth_certain", "/business_case/growth_correlation",
           "growth has no range, so that its years have nothing in common", "growth_low or growth_high")
          .severity = Severity::warning;
    return;
  }
  const bool has_growing = std::any_of(bound.streams.begin(), bound.streams.end(),
                                       [](const CaseStream& stream) { return !stream.adoption.empty(); });
  if (!has_growing) return;
  for (int year = 2; 12 * (year - 1) < bound.horizon; ++year) {
    bound.growth.push_back(bound.inputs.size());
    bound.inputs.push_back(
        {"growth.year_" + std::to_string(year), low, stated.growth, high, model::EstimateShape::pert, {}});
  }
}

void correlate_growth(const model::BusinessCase& stated, BoundCase& bound) {
  if (stated.growth_correlation.is_zero()) return;
  const auto own = static_cast<std::ptrdiff_t>(bound.correlations.size());
  for (std::size_t first = 0; first < bound.growth.size(); ++first) {
    double rank = 1;
    for (std::size_t second = first + 1; second < bound.growth.size(); ++second) {
      rank *= to_double(stated.growth_correlation);
      const std::size_t a = bound.growth[first];
      const std::size_t b = bound.growth[second];
      const bool is_stated =
          std::any_of(bound.correlations.begin(), bound.correlations.begin() + own, [&](const RankCorrelation& one) {
            return (one.first == a && one.second == b) || (one.first == b && one.second == a);
          });
      if (!is_stated) bound.correlations.push_back({a, b, rank});
    }
  }
}

}  // namespace dealwright::roi
