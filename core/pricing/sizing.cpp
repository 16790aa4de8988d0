#include "core/pricing/sizing.hpp"

#include <algorithm>

namespace dealwright::pricing {

namespace {

// base + terms; nothing where a term or the sum does not fit.
std::optional<Decimal> linear(Decimal base, const std::vector<ResolvedTerm>& terms, const model::Profile& profile,
                              const std::vector<Decimal>& quantities) {
  Decimal sum = base;
  for (const auto& term : terms) {
    const auto part = term_quantity(term, profile, quantities);
    if (!part) return std::nullopt;
    const auto next = Decimal::add(sum, *part);
    if (!next) return std::nullopt;
    sum = *next;
  }
  return sum;
}

std::optional<Decimal> size_one(const model::Sizing& sizing, const ResolvedMeter& resolved,
                                const model::Profile& profile, const std::vector<Decimal>& quantities) {
  auto quantity = linear(sizing.base, resolved.terms, profile, quantities);
  if (quantity && sizing.at_peak) quantity = Decimal::multiply(*quantity, profile.peak_factor);
  if (quantity && (sizing.limit_base || !sizing.limit_terms.empty())) {
    const auto limit = linear(sizing.limit_base.value_or(Decimal()), resolved.limit_terms, profile, quantities);
    if (!limit) return std::nullopt;
    quantity = std::min(*quantity, *limit);
  }
  if (quantity && sizing.step) quantity = round_up(*quantity, *sizing.step);
  if (quantity && sizing.at_least) quantity = std::max(*quantity, *sizing.at_least);
  if (quantity) quantity = std::max(*quantity, Decimal());
  return quantity;
}

}  // namespace

std::optional<Decimal> term_quantity(const ResolvedTerm& term, const model::Profile& profile,
                                     std::span<const Decimal> quantities) {
  const Decimal value = term.fact != nullptr ? profile.*term.fact : quantities[static_cast<std::size_t>(term.meter)];
  // value x factor / per: (micro x micro) / micro is again millionths.
  const Int128 product = static_cast<Int128>(value.micro()) * term.factor.micro();
  const auto micro = narrow(divide_rounded(product, term.per.micro(), Rounding::half_up));
  return micro ? std::optional(Decimal::from_micro(*micro)) : std::nullopt;
}

std::optional<Decimal> round_up(Decimal value, Decimal step) {
  const std::int64_t remainder = value.micro() % step.micro();
  if (remainder == 0) return value;
  const std::int64_t gap = remainder > 0 ? step.micro() - remainder : -remainder;
  return Decimal::add(value, Decimal::from_micro(gap));
}

int size_meters(const Book& book, const model::Profile& profile, std::vector<Decimal>& quantities) {
  const auto& meters = book.source().meters;
  quantities.assign(meters.size(), Decimal());
  for (const int index : book.sizing_order()) {
    const auto i = static_cast<std::size_t>(index);
    if (!meters[i].sizing) continue;
    const auto quantity = size_one(*meters[i].sizing, book.resolved_meter(index), profile, quantities);
    if (!quantity) return index;
    quantities[i] = *quantity;
  }
  return -1;
}

std::optional<Decimal> combine_readings(model::MeterBills bills, std::span<const Decimal> readings) {
  if (bills == model::MeterBills::last) return readings.back();
  if (bills == model::MeterBills::peak) return *std::max_element(readings.begin(), readings.end());
  std::optional<Decimal> total = Decimal();
  for (const Decimal reading : readings) {
    total = Decimal::add(*total, reading);
    if (!total) return std::nullopt;
  }
  return total;
}

std::optional<Decimal> at_peak(const model::Meter& meter, Decimal quantity, Decimal peak_factor) {
  const bool holds_peak = meter.bills == model::MeterBills::peak || (meter.sizing && meter.sizing->at_peak);
  return meter.follows_peak && !holds_peak ? Decimal::multiply(quantity, peak_factor) : std::optional(quantity);
}

}  // namespace dealwright::pricing
