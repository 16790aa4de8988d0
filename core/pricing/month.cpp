#include "core/pricing/month.hpp"

#include <algorithm>
#include <cstdlib>

#include "core/base/allocate.hpp"
#include "core/pricing/sizing.hpp"
#include "core/pricing/tiers.hpp"

namespace dealwright::pricing {

namespace {

constexpr int uplift_places = 9;

// The metered quantity of a line and where it came from.
struct Metered {
  std::optional<Decimal> quantity;  // nothing: does not fit
  bool from_readings = false;
};

// What a discount leaves of 1.
Exact kept_of(Decimal rate) {
  return Exact::from(Decimal::from_micro(Decimal::scale - rate.micro()));
}

Exact discounted(const Exact& amount, Decimal rate) {
  return rate.is_zero() ? amount : amount * kept_of(rate);
}

Exact not_negative(const Exact& amount) {
  return !amount.overflowed() && amount.mantissa() < 0 ? Exact() : amount;
}

// Whether two ramp segments (null: none) give a line the same quantity, so that its list price holds for both.
bool same_list(const model::RampSegment* a, const model::RampSegment* b) {
  if (a == b) return true;
  const auto quantity = [](const model::RampSegment* segment) {
    return segment != nullptr ? segment->quantity : std::optional<Decimal>();
  };
  return quantity(a) == quantity(b);
}

// Prices one month; a member function a stage, in the order of the page.
class MonthPricing {
 public:
  MonthPricing(const MonthInputs& inputs, const MonthView& view, std::span<MonthLine> out, MonthMemory& memory)
      : in_(inputs),
        deal_(inputs.context.deal),
        book_(inputs.context.book),
        view_(view),
        out_(out),
        memory_(memory),
        digits_(book_.source().currency.digits()),
        mode_(book_.rounding()) {
    if (view_.one_off) return;
    if (deal_.uplift) uplifts_ = (view_.period - 1) / deal_.uplift->every_months;
    covers_free_ = !view_.ignore_free && covers_free(deal_, view_.period);
  }

  int run() {
    // A share of the deal's amount, and with it a line, depends on all other lines.
    const bool shared = !view_.one_off && !deal_.discount_amount.is_zero();
    bool changed = false;
    for (std::size_t i = 0; i < in_.lines.size(); ++i) changed |= begin(in_.lines[i], out_[i], shared);
    if (!changed) return -1;
    for (const int index : in_.order) {
      if (!is_due(index) || line_at(index).of_components) continue;
      if (!out_at(index).list_known) {
        if (!measure(index)) return index;
        price_list(index);
        out_at(index).list_known = true;
      }
      raise(index);
    }
    // A line that is known still takes part in the volume discount, and its rate may change with the others.
    const bool by_volume = !book_.volume_steps().empty() && !view_.one_off;
    if (by_volume && list_moved_) find_volume_steps();
    for (const int index : in_.order) {
      auto& out = out_at(index);
      if (!out.active || line_at(index).of_components) continue;
      const Decimal volume = by_volume ? volume_rate(line_at(index)) : Decimal();
      if (out.known && volume == out.waterfall.volume_rate) continue;
      out.known = false;
      discount(index, volume);
    }
    if (shared) share_deal_discount();
    for (const int index : in_.order) {
      auto& out = out_at(index);
      if (!out.active) continue;
      if (line_at(index).of_components) {
        // What it is taken of may have changed.
        if (!measure(index)) return index;
        price_of_components(index);
        discount(index, by_volume ? volume_rate(line_at(index)) : Decimal());
        out.known = false;
      }
      if (out.known) continue;
      if (!finish(index)) return index;
      out.known = true;
      out.kept = false;
    }
    return -1;
  }

 private:
  const ActiveLine& line_at(int index) const { return in_.lines[static_cast<std::size_t>(index)]; }
  MonthLine& out_at(int index) const { return out_[static_cast<std::size_t>(index)]; }
  bool is_due(int index) const { return out_at(index).active && !out_at(index).known; }
  bool is_active(int index) const { return out_at(index).active; }

  // Decides whether the line takes part and whether what is known of it still holds. Returns whether anything may
  // differ from the month before.
  bool begin(const ActiveLine& line, MonthLine& out, bool shared) {
    const bool was_active = out.active;
    out.active =
        view_.one_off ? !line.monthly : line.monthly && view_.period >= line.first && view_.period <= line.last;
    if (was_active != out.active) list_moved_ = true;
    if (!out.active) return was_active;
    MonthKey key;
    if (!view_.one_off) {
      key.segment = ramp_segment(line, view_.period);
      key.uplifts = line.uplifted ? uplifts_ : 0;
      key.free = covers_free_ && line.may_be_free;
      key.peak = view_.peak && line.follows_peak;
    }
    out.list_known = out.list_known && out.key.peak == key.peak && same_list(out.key.segment, key.segment);
    if (!out.list_known || out.key.uplifts != key.uplifts) list_moved_ = true;
    out.known = out.known && !shared && out.key == key;
    out.kept = out.known && was_active;
    out.key = key;
    return !out.known || !was_active || line.of_components;
  }
  const model::Meter& meter_at(int meter) const { return book_.source().meters[static_cast<std::size_t>(meter)]; }

  std::optional<Decimal> sized(int meter) const {
    const Decimal quantity = in_.sizes[static_cast<std::size_t>(meter)];
    return view_.peak ? at_peak(meter_at(meter), quantity, in_.context.customer.profile.peak_factor)
                      : std::optional(quantity);
  }

  Metered metered(const ActiveLine& line, const model::RampSegment* segment) const {
    Metered result;
    if (segment != nullptr && segment->quantity) {
      result.quantity = segment->quantity;
    } else if (line.line != nullptr && line.line->quantity) {
      result.quantity = line.line->quantity;
    } else if (line.line != nullptr && !line.line->readings.empty()) {
      result.quantity = combine_readings(meter_at(line.meter).bills, line.line->readings);
      result.from_readings = true;
    } else if (line.meter >= 0 && meter_at(line.meter).sizing) {
      result.quantity = in_.sizes[static_cast<std::size_t>(line.meter)];
    } else {
      result.quantity = Decimal::whole(1);
    }
    if (view_.peak && line.meter >= 0 && result.quantity) {
      result.quantity = at_peak(meter_at(line.meter), *result.quantity, in_.context.customer.profile.peak_factor);
    }
    return result;
  }

  std::optional<Decimal> converted(const model::Component& component, Decimal quantity) const {
    std::optional<Decimal> units = quantity;
    if (component.units_per != Decimal::whole(1)) units = Decimal::divide(quantity, component.units_per);
    if (units && component.unit_rounding == model::UnitRounding::up) units = round_up(*units, Decimal::whole(1));
    return units;
  }

  // Stages 1 to 4, and the quantities that costs follow. False where one does not fit.
  bool measure(int index) {
    const auto& line = line_at(index);
    auto& out = out_at(index);
    out.waterfall = Waterfall();
    auto& w = out.waterfall;
    const Metered m = metered(line, out.key.segment);
    if (!m.quantity) return false;
    from_readings_ = m.from_readings;
    const auto units = converted(*line.component, *m.quantity);
    if (!units) return false;
    w.metered = *m.quantity;
    w.converted = *units;
    w.included = line.of_components ? Decimal() : line.included;
    w.billable =
        line.of_components ? *units : std::max(Decimal(), Decimal::from_micro(units->micro() - w.included.micro()));
    out.cost = cost_basis(line, w.metered, in_.sizes);
    if (view_.peak && costs_other_meter(line)) {
      const auto quantity = sized(line.resolved_cost->meter);
      if (!quantity) return false;
      out.cost.quantity = *quantity;
    }
    return true;
  }

  // Each reading by itself, converted and at peak as the quantity is. False where one does not fit.
  bool readings_of(const ActiveLine& line) {
    memory_.readings.clear();
    for (Decimal reading : line.line->readings) {
      if (view_.peak) {
        const auto peak = at_peak(meter_at(line.meter), reading, in_.context.customer.profile.peak_factor);
        if (!peak) return false;
        reading = *peak;
      }
      const auto units = converted(*line.component, reading);
      if (!units) return false;
      memory_.readings.push_back(*units);
    }
    return true;
  }

  // Stage 5.
  void price_list(int index) {
    const auto& line = line_at(index);
    auto& out = out_at(index);
    auto& w = out.waterfall;
    Asked asked;
    asked.billable = w.billable;
    asked.count = out.cost.count;
    if (line.price->model == model::PriceModel::percentage) {
      if (from_readings_) {
        if (!readings_of(line)) {
          w.list = Exact::overflow();
          return;
        }
        asked.readings = memory_.readings;
      } else if (line.resolved_price->events >= 0) {
        asked.events = sized(line.resolved_price->events).value_or(Decimal());
        asked.has_events = true;
      }
    }
    w.list = list_price(*line.price, asked);
  }

  // Stages 6 and 7.
  void raise(int index) {
    const auto& line = line_at(index);
    auto& out = out_at(index);
    auto& w = out.waterfall;
    w.after_uplift = uplifted(w.list, out.key.uplifts);
    const auto* segment = out.key.segment;
    Asked asked;
    asked.agreed = segment != nullptr && segment->price ? segment->price
                   : line.line != nullptr               ? line.line->price
                                                        : std::nullopt;
    if (!asked.agreed) {
      w.after_agreed = w.after_uplift;
      return;
    }
    asked.billable = w.billable;
    asked.count = out.cost.count;
    w.after_agreed = uplifted(list_price(*line.price, asked), out.key.uplifts);
  }

  Exact uplifted(const Exact& amount, int uplifts) {
    if (uplifts == 0) return amount;
    if (!factor_) factor_ = uplift_factor(*deal_.uplift, view_.period);
    return amount * *factor_;
  }

  void price_of_components(int index) {
    const auto& line = line_at(index);
    auto& w = out_at(index).waterfall;
    std::int64_t sum = 0;
    for (const int component : line.resolved_price->of) {
      const int other = in_.line_of_component[static_cast<std::size_t>(component)];
      if (other >= 0 && is_active(other)) sum += out_at(other).net;
    }
    w.list = Exact::from_minor(sum, digits_) * Exact::from(line.price->rate);
    w.after_uplift = uplifted(w.list, out_at(index).key.uplifts);
    w.after_agreed = w.after_uplift;
  }

  // What the volume discount looks at: list after uplift of the month, percentages of components left out.
  Exact monthly_list() const {
    Exact sum;
    for (std::size_t i = 0; i < out_.size(); ++i) {
      if (out_[i].active && !in_.lines[i].of_components) sum = sum + out_[i].waterfall.after_uplift;
    }
    return sum;
  }

  // For each service line the highest step that the month reaches.
  void find_volume_steps() {
    const Exact listed = monthly_list();
    auto& best = memory_.volume_steps;
    best.fill(nullptr);
    for (const auto& step : book_.volume_steps()) {
      if (listed.overflowed() || Exact::compare(listed, step.from) < 0) continue;
      for (std::size_t i = 0; i < best.size(); ++i) {
        if (step.means[i] && (best[i] == nullptr || step.from_amount > best[i]->from_amount)) best[i] = &step;
      }
    }
  }

  Decimal volume_rate(const ActiveLine& line) const {
    const auto* step = memory_.volume_steps[static_cast<std::size_t>(line.component->service_line)];
    return step == nullptr || !line.component->discountable ? Decimal() : step->rate;
  }

  // Stages 8, 9 and the rate of stage 10.
  void discount(int index, Decimal volume) {
    const auto& line = line_at(index);
    auto& w = out_at(index).waterfall;
    const bool open = line.component->discountable;
    w.term_rate = line.term_rate;
    w.prepay_rate = line.prepay_rate;
    w.volume_rate = volume;
    w.after_term = discounted(w.after_agreed, w.term_rate);
    w.after_prepay = discounted(w.after_term, w.prepay_rate);
    w.after_volume = discounted(w.after_prepay, w.volume_rate);
    w.line_rate = Decimal();
    w.after_line = w.after_volume;
    if (open && line.line != nullptr) {
      const auto* segment = out_at(index).key.segment;
      w.line_rate = segment != nullptr && segment->discount ? *segment->discount : line.line->discount;
      w.after_line = discounted(w.after_volume, w.line_rate);
      if (!line.line->discount_amount.is_zero()) {
        w.after_line = not_negative(w.after_line - Exact::from(line.line->discount_amount));
      }
    }
    w.deal_rate = open ? deal_.discount : Decimal();
    w.after_deal = discounted(w.after_line, w.deal_rate);
    w.deal_share = Money{0, book_.source().currency};
  }

  // The amount of stage 10.
  void share_deal_discount() {
    auto& weights = memory_.weights;
    auto& shares = memory_.shares;
    weights.assign(out_.size(), 0);
    shares.assign(out_.size(), 0);
    std::int64_t there = 0;
    for (std::size_t i = 0; i < out_.size(); ++i) {
      if (!out_[i].active || in_.lines[i].of_components || !in_.lines[i].component->discountable) continue;
      const auto weight = out_[i].waterfall.after_deal.to_minor(digits_, mode_);
      weights[i] = weight && *weight <= most_minor ? *weight : 0;
      there += weights[i];
    }
    const auto stated = Exact::from(deal_.discount_amount).to_minor(digits_, mode_);
    const std::int64_t amount = stated ? std::min(*stated, there) : there;
    if (amount == 0) return;
    allocate(amount, weights, shares);
    for (std::size_t i = 0; i < out_.size(); ++i) {
      if (shares[i] == 0) continue;
      auto& w = out_[i].waterfall;
      w.deal_share.minor = shares[i];
      w.after_deal = not_negative(w.after_deal - Exact::from_minor(shares[i], digits_));
    }
  }

  // Stages 11 to 13. False where the line is too large.
  bool finish(int index) {
    const auto& line = line_at(index);
    auto& out = out_at(index);
    auto& w = out.waterfall;
    w.free = out.key.free;
    w.after_bounds = w.free ? Exact() : w.after_deal;
    if (!w.free && !w.after_bounds.overflowed()) {
      const auto& component = *line.component;
      if (component.minimum && Exact::compare(w.after_bounds, Exact::from(*component.minimum)) < 0) {
        w.after_bounds = Exact::from(*component.minimum);
      }
      if (component.maximum && Exact::compare(w.after_bounds, Exact::from(*component.maximum)) > 0) {
        w.after_bounds = Exact::from(*component.maximum);
      }
    }
    const auto list = w.after_uplift.to_minor(digits_, mode_);
    const auto net = w.after_bounds.to_minor(digits_, mode_);
    if (!list || !net || *list > most_minor || *net > most_minor) return false;
    out.list = *list;
    out.net = *net;
    return true;
  }

  const MonthInputs& in_;
  const model::Deal& deal_;
  const Book& book_;
  const MonthView& view_;
  std::span<MonthLine> out_;
  MonthMemory& memory_;
  int digits_;
  Rounding mode_;
  int uplifts_ = 0;              // anniversaries of the uplift before this period
  bool covers_free_ = false;     // the deal's free months cover this period
  bool list_moved_ = false;      // what the volume discount looks at may differ from the month before
  bool from_readings_ = false;   // the line measured last
  std::optional<Exact> factor_;  // of the uplift in this period, once it is asked for
};

}  // namespace

int price_month(const MonthInputs& inputs, const MonthView& view, std::span<MonthLine> out, MonthMemory& memory) {
  return MonthPricing(inputs, view, out, memory).run();
}

Exact uplift_factor(const model::Uplift& uplift, int period) {
  constexpr Int128 one = 1'000'000'000;
  Int128 factor = one;
  const Int128 step = Decimal::scale + static_cast<Int128>(uplift.rate.micro());
  for (int anniversary = uplift.every_months; anniversary < period; anniversary += uplift.every_months) {
    factor = divide_rounded(factor * step, Decimal::scale, Rounding::half_up);
    if (factor > one * one) return Exact::overflow();
  }
  // Fewer digits keep what is multiplied by it within 64 bits.
  int places = uplift_places;
  for (; places > 0 && factor % 10 == 0; --places) factor /= 10;
  return Exact::of(factor, places);
}

}  // namespace dealwright::pricing
