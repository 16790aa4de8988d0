#include "core/pricing/spans.hpp"

namespace dealwright::pricing {

namespace {

// Values that were computed alike have the same mantissa and scale; compare() settles the rest.
bool same(const Exact& a, const Exact& b) {
  if (a.mantissa() == b.mantissa() && a.scale() == b.scale()) return true;
  return Exact::compare(a, b) == 0;
}

Proration proration_of(const Span& span) {
  return span.days == 0 ? Proration{} : Proration{span.days, span.of_days};
}

}  // namespace

bool same_waterfall(const Waterfall& a, const Waterfall& b) {
  return a.metered == b.metered && a.converted == b.converted && a.included == b.included && a.billable == b.billable &&
         a.term_rate == b.term_rate && a.prepay_rate == b.prepay_rate && a.volume_rate == b.volume_rate &&
         a.line_rate == b.line_rate && a.deal_rate == b.deal_rate && a.deal_share == b.deal_share && a.free == b.free &&
         same(a.list, b.list) && same(a.after_uplift, b.after_uplift) && same(a.after_agreed, b.after_agreed) &&
         same(a.after_line, b.after_line) && same(a.after_deal, b.after_deal) && same(a.after_bounds, b.after_bounds);
}

void append_span(PricedLine& line, int from, int to, Proration proration, const MonthLine& month, int digits,
                 Rounding mode) {
  const bool partial = proration.days != proration.of_days;
  if (!line.spans.empty()) {
    Span& before = line.spans.back();
    if (before.to_period + 1 == from && !partial && before.days == 0 &&
        (month.kept || (before.net_before_true_up.minor == month.net && before.list.minor == month.list &&
                        same_waterfall(before.waterfall, month.waterfall)))) {
      before.to_period = to;
      return;
    }
  }
  const Currency currency = line.list_total.currency;
  const Money none{0, currency};
  Span& span = line.spans.emplace_back();
  span.from_period = from;
  span.to_period = to;
  span.days = partial ? proration.days : 0;
  span.of_days = partial ? proration.of_days : 0;
  span.waterfall = month.waterfall;
  span.list = {month.list, currency};
  span.net_before_true_up = {month.net, currency};
  if (partial) {
    // A share of a month is no larger than the month, so it fits.
    span.list.minor =
        month.waterfall.after_uplift.to_minor(digits, mode, proration.days, proration.of_days).value_or(0);
    span.net_before_true_up.minor =
        month.waterfall.after_bounds.to_minor(digits, mode, proration.days, proration.of_days).value_or(0);
  }
  span.net = span.net_before_true_up;
  span.true_up = span.wholesale = span.work = span.third_party = none;
}

namespace {

// Whether cost_of() gives both spans the same.
bool same_cost(const Span& a, const Span& b, const ActiveLine& active) {
  return a.waterfall.metered == b.waterfall.metered && a.days == b.days && a.of_days == b.of_days &&
         (active.cost->third_party_rate.is_zero() || a.net == b.net);
}

}  // namespace

bool complete_line(PricedLine& line, const ActiveLine& active, std::span<const Decimal> sizes, int digits,
                   Rounding mode) {
  std::int64_t hours = 0;
  CostParts cost;
  const Span* before = nullptr;  // the last span that was not idle; `cost` is its
  for (auto& span : line.spans) {
    const int n = span.periods();
    const bool idle = active.monthly && (span.from_period < active.first || span.from_period > active.last);
    if (idle || before == nullptr || !same_cost(*before, span, active)) {
      const CostBasis basis =
          idle ? CostBasis{Decimal(), Decimal()} : cost_basis(active, span.waterfall.metered, sizes);
      const auto computed = cost_of(active, basis, span.net.minor, proration_of(span), digits, mode);
      if (!computed) return false;
      cost = *computed;
      if (idle) cost.wholesale = 0;  // tiers charge a first flat fee at quantity zero too
    }
    before = idle ? nullptr : &span;
    span.wholesale.minor = cost.wholesale;
    span.work.minor = cost.work;
    span.third_party.minor = cost.third_party;
    span.hours = cost.hours;
    line.list_total.minor += n * span.list.minor;
    line.net_total.minor += n * span.net.minor;
    line.true_up_total.minor += n * span.true_up.minor;
    line.cost_total.minor += n * cost.total();
    hours += n * cost.hours.micro();
  }
  line.hours_total = Decimal::from_micro(hours);
  return true;
}

}  // namespace dealwright::pricing
