#include "tests/pricing/reference/list_price.hpp"

#include <algorithm>

namespace dealwright::reference {

namespace {

// What a quantity costs at a tier's unit price.
Rational at_tier(const model::Tier& tier, const Rational& quantity) {
  if (tier.block) return round_up(quantity / exact(*tier.block)) * exact(tier.unit);
  return quantity * exact(tier.unit);
}

// The part of a quantity that falls between the bound of the tier before and the tier's own.
template <class PriceOfPart>
Rational by_parts(const std::vector<model::Tier>& tiers, const Rational& quantity, PriceOfPart price_of_part) {
  if (quantity == 0) return exact(tiers.front().flat);
  Rational sum = 0;
  Rational below = 0;
  for (const auto& tier : tiers) {
    if (quantity <= below) break;
    const Rational upper = tier.up_to ? std::min(quantity, exact(*tier.up_to)) : quantity;
    sum += price_of_part(tier, Rational(upper - below)) + exact(tier.flat);
    below = upper;
  }
  return sum;
}

const model::Tier& tier_of(const std::vector<model::Tier>& tiers, const Rational& quantity) {
  for (const auto& tier : tiers) {
    if (!tier.up_to || quantity <= exact(*tier.up_to)) return tier;
  }
  return tiers.back();
}

Rational rate_on(const model::Price& price, const Rational& money) {
  if (price.tiers.empty()) return exact(price.rate) * money;
  if (money == 0 && price.flat_at_zero == model::FlatAtZero::skip) return 0;
  return by_parts(price.tiers, money,
                  [](const model::Tier& tier, const Rational& part) { return Rational(part * exact(tier.rate)); });
}

// The rate on an amount that was paid in so many events, with the fee, the least and the most for each of them.
Rational with_events(const model::Price& price, const Rational& money, const Rational& events) {
  Rational amount = rate_on(price, money) + exact(price.event_fee) * events;
  if (price.least) amount = std::max(amount, Rational(exact(*price.least) * events));
  if (price.most) amount = std::min(amount, Rational(exact(*price.most) * events));
  return amount;
}

Rational percentage(const model::Price& price, const Quantities& quantities, const std::optional<Rational>& events) {
  if (!quantities.readings.empty()) {
    Rational sum = 0;
    for (const auto& reading : quantities.readings) sum += with_events(price, reading, 1);
    return sum;
  }
  if (events && *events == 0) return 0;
  const bool is_first_flat_fee = quantities.billable == 0 && !price.tiers.empty();
  if (!events || is_first_flat_fee) return rate_on(price, quantities.billable);
  return with_events(price, quantities.billable, *events);
}

}  // namespace

Rational graduated(const std::vector<model::Tier>& tiers, const Rational& quantity) {
  return by_parts(tiers, quantity, at_tier);
}

Rational list_price(const model::Price& price, const Quantities& quantities, const std::optional<Rational>& events,
                    const std::optional<Decimal>& agreed) {
  const Rational& q = quantities.billable;
  const bool skips_zero = q == 0 && price.flat_at_zero == model::FlatAtZero::skip;
  switch (price.model) {
    case model::PriceModel::flat:
      return exact(agreed.value_or(price.amount)) * quantities.count;
    case model::PriceModel::per_unit:
      return q * exact(agreed.value_or(price.unit));
    case model::PriceModel::graduated:
      return skips_zero ? Rational(0) : graduated(price.tiers, q);
    case model::PriceModel::volume: {
      const auto& tier = tier_of(price.tiers, q);
      return skips_zero ? Rational(0) : Rational(at_tier(tier, q) + exact(tier.flat));
    }
    case model::PriceModel::stairstep:
      return skips_zero ? Rational(0) : exact(tier_of(price.tiers, q).flat);
    case model::PriceModel::package:
      return round_up(q / exact(price.size)) * exact(agreed.value_or(price.amount));
    case model::PriceModel::percentage:
      return percentage(price, quantities, events);
  }
  return 0;
}

}  // namespace dealwright::reference
