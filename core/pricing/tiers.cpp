#include "core/pricing/tiers.hpp"

namespace dealwright::pricing {

namespace {

using model::PriceModel;
using model::Tier;

constexpr int product_scale = 2 * Decimal::places;
constexpr Int128 micro = Decimal::scale;

// A sum of products of two 6-place decimals. Each product fits 126 bits; a sum is kept far from the edge of 128 by
// giving up early, at 10^19 units of money, which no line may reach anyway.
class Sum {
 public:
  void add_product(Decimal a, Int128 b_micro) {
    const Int128 product = static_cast<Int128>(a.micro()) * b_micro;
    if (product > limit || product < -limit) too_large_ = true;
    total_ += too_large_ ? 0 : product;
    if (total_ > limit) too_large_ = true;
  }
  void add(Decimal a) { add_product(a, micro); }
  // Thousands come off, so that most of what is multiplied by it later stays within 64 bits.
  Exact value() const {
    if (too_large_) return Exact::overflow();
    if (!fits_64(total_)) return Exact::of(total_, product_scale);
    auto mantissa = static_cast<std::int64_t>(total_);
    int scale = product_scale;
    for (; scale > 0 && mantissa % 1000 == 0; scale -= 3) mantissa /= 1000;
    return Exact::of(mantissa, scale);
  }

 private:
  static constexpr Int128 limit = static_cast<Int128>(1'000'000'000'000'000'000) * 10 * micro * micro;
  Int128 total_ = 0;
  bool too_large_ = false;
};

Int128 started(Int128 part, Int128 block) {
  return (part + block - 1) / block;
}

// Units, or started blocks, of a part of the quantity, in millionths.
Int128 charged_micro(const Tier& tier, Int128 part) {
  return tier.block ? started(part, tier.block->micro()) * micro : part;
}

const Tier& tier_of(std::span<const Tier> tiers, Decimal quantity) {
  std::size_t i = 0;
  while (i + 1 < tiers.size() && tiers[i].up_to && quantity > *tiers[i].up_to) ++i;
  return tiers[i];
}

// Splits the quantity over the tiers and adds each part's price; `rate_of` picks the number that a tier charges by.
template <class RateOf>
void add_graduated(Sum& sum, std::span<const Tier> tiers, Decimal quantity, RateOf rate_of) {
  Int128 lower = 0;
  for (const auto& tier : tiers) {
    const Int128 upper = tier.up_to && *tier.up_to < quantity ? tier.up_to->micro() : quantity.micro();
    if (upper <= lower) break;
    sum.add_product(rate_of(tier), charged_micro(tier, upper - lower));
    sum.add(tier.flat);
    lower = upper;
  }
}

Exact volume(const model::Price& price, Decimal quantity) {
  const Tier& tier = tier_of(price.tiers, quantity);
  Sum sum;
  sum.add_product(tier.unit, charged_micro(tier, quantity.micro()));
  sum.add(tier.flat);
  return sum.value();
}

Exact at_zero(const model::Price& price) {
  const bool charged = price.flat_at_zero == model::FlatAtZero::charge && !price.tiers.empty();
  return charged ? Exact::from(price.tiers.front().flat) : Exact();
}

Exact clamp_events(const model::Price& price, Exact amount, Decimal events) {
  const auto bound = [&](Decimal per_event) {
    Sum sum;
    sum.add_product(per_event, events.micro());
    return sum.value();
  };
  if (price.least) {
    const Exact least = bound(*price.least);
    if (Exact::compare(amount, least) < 0) amount = least;
  }
  if (price.most) {
    const Exact most = bound(*price.most);
    if (Exact::compare(amount, most) > 0) amount = most;
  }
  return amount;
}

Exact percentage(const model::Price& price, const Asked& asked) {
  if (!asked.readings.empty()) {
    Exact total;
    for (const Decimal reading : asked.readings) {
      Sum sum;
      sum.add_product(price.rate, reading.micro());
      sum.add(price.event_fee);
      total = total + clamp_events(price, sum.value(), Decimal::whole(1));
    }
    return total;
  }
  if (asked.has_events && asked.events.is_zero()) return Exact();
  if (!price.tiers.empty() && asked.billable.is_zero()) return at_zero(price);
  Sum sum;
  if (price.tiers.empty()) {
    sum.add_product(price.rate, asked.billable.micro());
  } else {
    add_graduated(sum, price.tiers, asked.billable, [](const Tier& tier) { return tier.rate; });
  }
  if (!asked.has_events) return sum.value();
  sum.add_product(price.event_fee, asked.events.micro());
  return clamp_events(price, sum.value(), asked.events);
}

}  // namespace

Exact graduated_price(std::span<const Tier> tiers, Decimal quantity, bool flat_at_zero) {
  if (tiers.empty()) return Exact();
  if (quantity.is_zero()) return flat_at_zero ? Exact::from(tiers.front().flat) : Exact();
  Sum sum;
  add_graduated(sum, tiers, quantity, [](const Tier& tier) { return tier.unit; });
  return sum.value();
}

Exact list_price(const model::Price& price, const Asked& asked) {
  const Decimal q = asked.billable;
  Sum sum;
  switch (price.model) {
    case PriceModel::flat:
      sum.add_product(asked.agreed.value_or(price.amount), asked.count.micro());
      return sum.value();
    case PriceModel::per_unit:
      sum.add_product(asked.agreed.value_or(price.unit), q.micro());
      return sum.value();
    case PriceModel::package:
      sum.add_product(asked.agreed.value_or(price.amount), started(q.micro(), price.size.micro()) * micro);
      return sum.value();
    case PriceModel::graduated:
      return q.is_zero() ? at_zero(price) : graduated_price(price.tiers, q, true);
    case PriceModel::volume:
      return q.is_zero() ? at_zero(price) : volume(price, q);
    case PriceModel::stairstep:
      return q.is_zero() ? at_zero(price) : Exact::from(tier_of(price.tiers, q).flat);
    case PriceModel::percentage:
      return percentage(price, asked);
  }
  return Exact();
}

bool is_tiered(PriceModel price_model) {
  return price_model == PriceModel::graduated || price_model == PriceModel::volume ||
         price_model == PriceModel::stairstep;
}

bool takes_agreed_price(PriceModel price_model) {
  return price_model == PriceModel::flat || price_model == PriceModel::per_unit || price_model == PriceModel::package;
}

}  // namespace dealwright::pricing
