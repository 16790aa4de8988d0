#include "core/pricing/cost.hpp"

#include "core/pricing/month.hpp"
#include "core/pricing/tiers.hpp"

namespace dealwright::pricing {

namespace {

Exact product(Decimal a, Decimal b) {
  return a.is_zero() || b.is_zero() ? Exact() : Exact::from(a) * Exact::from(b);
}

// Rounded minor units, or nothing beyond the limit.
bool rounded(const Exact& amount, Proration proration, int digits, Rounding mode, std::int64_t& out) {
  if (amount.is_zero()) return true;
  const auto minor = amount.to_minor(digits, mode, proration.days, proration.of_days);
  if (!minor || *minor > most_minor) return false;
  out = *minor;
  return true;
}

}  // namespace

bool costs_other_meter(const ActiveLine& line) {
  return line.resolved_cost->meter >= 0 && line.resolved_cost->meter != line.meter;
}

CostBasis cost_basis(const ActiveLine& line, Decimal metered, std::span<const Decimal> sizes) {
  CostBasis basis;
  basis.count = line.meter < 0 ? metered : Decimal::whole(1);
  basis.quantity = costs_other_meter(line) ? sizes[static_cast<std::size_t>(line.resolved_cost->meter)] : metered;
  return basis;
}

std::optional<CostParts> cost_of(const ActiveLine& line, const CostBasis& basis, std::int64_t net, Proration proration,
                                 int digits, Rounding mode) {
  const auto& cost = *line.cost;
  CostParts parts;
  Exact wholesale = product(cost.amount, basis.count) + product(cost.unit, basis.quantity);
  if (!cost.tiers.empty()) wholesale = wholesale + graduated_price(cost.tiers, basis.quantity, true);
  if (!rounded(wholesale, proration, digits, mode, parts.wholesale)) return std::nullopt;

  const Exact hours = product(cost.hours, basis.count) + product(cost.hours_per_unit, basis.quantity);
  if (!hours.is_zero()) {
    std::int64_t micro = 0;
    if (!rounded(hours, proration, Decimal::places, Rounding::half_up, micro)) return std::nullopt;
    parts.hours = Decimal::from_micro(micro);
    if (!rounded(hours * Exact::from(line.hourly_cost), proration, digits, mode, parts.work)) return std::nullopt;
  }

  // The rate is taken of a net that is prorated already: days cancel out of its part.
  Exact third_party = product(cost.third_party, cost.third_party.is_zero() ? Decimal() : basis.count);
  if (!cost.third_party_rate.is_zero() && net != 0) {
    if (proration.days != proration.of_days) {
      third_party = third_party * Exact::from_minor(proration.days, 0) + Exact::from_minor(net, digits) *
                                                                             Exact::from(cost.third_party_rate) *
                                                                             Exact::from_minor(proration.of_days, 0);
      proration.days = 1;
    } else {
      third_party = third_party + Exact::from_minor(net, digits) * Exact::from(cost.third_party_rate);
    }
  }
  if (!rounded(third_party, proration, digits, mode, parts.third_party)) return std::nullopt;
  return parts;
}

}  // namespace dealwright::pricing
