#include "core/report/boundary.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

constexpr Decimal one = Decimal::whole(1);

// The share of a list price that the agreed rates leave.
Exact factor_of(const pricing::Waterfall& waterfall) {
  Exact factor = Exact::from(one);
  for (const Decimal rate :
       {waterfall.term_rate, waterfall.prepay_rate, waterfall.volume_rate, waterfall.line_rate, waterfall.deal_rate}) {
    factor = factor * (Exact::from(one) - Exact::from(rate));
  }
  return factor;
}

const pricing::Span* first_paid(const pricing::PricedLine& line) {
  for (const pricing::Span& span : line.spans) {
    if (!span.waterfall.free) return &span;
  }
  return line.spans.empty() ? nullptr : &line.spans.front();
}

class Words {
 public:
  Words(const model::PriceBook& book, const model::Component& component, const model::Meter* meter,
        const model::Price& price, const pricing::Span& span, const std::vector<pricing::PricedLine>& lines)
      : book_(book),
        lines_(lines),
        component_(component),
        meter_(meter),
        price_(price),
        span_(span),
        factor_(factor_of(span.waterfall)) {}

  // Prices are the book's; what the agreed discounts take off all of them is said once.
  std::string say() const {
    std::string words = undiscounted();
    const Exact off = (Exact::from(one) - factor_) * Exact::from(Decimal::whole(100));
    if (words.empty() || off.is_zero() || more_is_free(words)) return words;
    const auto shown = off.to_minor(discount_places, Rounding::half_up);
    return shown ? fmt::format("{}; less {} %", words, to_digits(*shown, discount_places, 0)) : words;
  }

 private:
  static constexpr int discount_places = 4;

  // Nothing but a boundary: no price to take a discount off.
  static bool more_is_free(std::string_view words) {
    return words.find(", then ") == std::string_view::npos && words.starts_with("includes ");
  }

  std::string undiscounted() const {
    if (price_.model == model::PriceModel::percentage) return percentage();
    if (meter_ == nullptr) return {};
    const std::string inside = included();
    std::string outside = more();
    if (inside.empty()) return outside;
    return outside.empty() ? inside : inside + ", then " + outside;
  }

  std::string money(Decimal unit) const { return amount(unit, book_.currency); }

  std::string unit() const { return meter_->unit.empty() ? "unit" : meter_->unit; }

  // "each", or "per 100 GB" where one billed unit stands for many metered ones.
  std::string each() const {
    if (component_.units_per == one) return meter_->unit.empty() ? "each" : "per " + unit();
    return fmt::format("per {} {}", quantity(component_.units_per), plural(unit()));
  }

  std::string metered(Decimal billed) const {
    const auto units = Decimal::multiply(billed, component_.units_per);
    return units ? fmt::format("{} {}", quantity(*units), *units == one ? unit() : plural(unit())) : quantity(billed);
  }

  std::string included() const {
    if (span_.waterfall.included.is_zero()) return {};
    return fmt::format("includes {}{}", metered(span_.waterfall.included),
                       component_.charge == model::Charge::monthly ? " a month" : "");
  }

  std::string tier_price(const model::Tier& tier) const {
    if (!tier.block) return fmt::format("{} {}", money(tier.unit), each());
    return fmt::format("{} for each started {}", money(tier.unit), metered(*tier.block));
  }

  std::string more() const {
    using enum model::PriceModel;
    switch (price_.model) {
      case per_unit:
        return fmt::format("{} {}", money(price_.unit), each());
      case package:
        return fmt::format("{} for each started {}", money(price_.amount), metered(price_.size));
      case graduated:
        return graduated_tiers();
      case volume:
        return volume_tiers();
      case stairstep:
        return steps();
      case flat:
      case percentage:
        break;
    }
    return {};
  }

  std::string graduated_tiers() const {
    std::string out;
    Decimal below;
    for (const model::Tier& tier : price_.tiers) {
      if (!out.empty()) out += ", ";
      out += tier_price(tier);
      if (tier.up_to) {
        const auto width = Decimal::subtract(*tier.up_to, below);
        const bool single = width && Decimal::multiply(*width, component_.units_per) == one;
        out += fmt::format(" for the {} {}", below.is_zero() ? "first" : "next",
                           single  ? unit()
                           : width ? metered(*width)
                                   : "part");
        below = *tier.up_to;
      } else if (price_.tiers.size() > 1) {
        out += " beyond";
      }
      if (!tier.flat.is_zero() && !below_first(tier)) out += fmt::format(" plus {} once reached", money(tier.flat));
    }
    return out;
  }

  // The first tier's flat fee is part of the price shown beside the words.
  bool below_first(const model::Tier& tier) const { return &tier == &price_.tiers.front(); }

  std::string range(const model::Tier& tier, bool open_ended) const {
    return tier.up_to ? fmt::format("up to {}", metered(*tier.up_to)) : open_ended ? "beyond" : "";
  }

  std::string volume_tiers() const {
    std::string out;
    for (const model::Tier& tier : price_.tiers) {
      if (!out.empty()) out += "; ";
      out += tier_price(tier);
      if (!tier.flat.is_zero()) out += " plus " + money(tier.flat);
      const std::string where = range(tier, price_.tiers.size() > 1);
      if (!where.empty()) out += ' ' + where;
    }
    return price_.tiers.size() > 1 ? "all at the price of the total: " + out : out;
  }

  std::string steps() const {
    std::string out;
    for (const model::Tier& tier : price_.tiers) {
      if (!out.empty()) out += ", ";
      out += money(tier.flat);
      const std::string where = range(tier, price_.tiers.size() > 1);
      if (!where.empty()) out += ' ' + where;
    }
    return out;
  }

  std::string percentage() const {
    if (!price_.of.empty()) {
      std::string names;
      for (const std::string& id : price_.of) {
        // What the deal does not hold counts nothing.
        const auto at =
            std::find_if(lines_.begin(), lines_.end(), [&](const auto& line) { return line.component == id; });
        if (at == lines_.end() || at->name == at->component) continue;
        names += (names.empty() ? "" : ", ") + at->name;
      }
      const std::string base = names.empty() ? "the services named in the contract" : "the price of " + names;
      return fmt::format("{} of {}", rate(price_.rate), base);
    }
    const std::string base =
        meter_ == nullptr || meter_->name.empty() ? "the amount counted" : spaced_lower(meter_->name);
    std::string out;
    if (price_.tiers.empty()) {
      out = fmt::format("{} of {}", rate(price_.rate), base);
    } else {
      Decimal below;
      for (const model::Tier& tier : price_.tiers) {
        if (!out.empty()) out += ", ";
        out += rate(tier.rate);
        if (out.find(" of ") == std::string::npos) out += " of " + base;
        if (tier.up_to) {
          out += fmt::format(" up to {}", amount(*tier.up_to, book_.currency));
          below = *tier.up_to;
        } else if (price_.tiers.size() > 1) {
          out += " beyond";
        }
      }
    }
    const std::string event = event_name();
    if (!price_.event_fee.is_zero()) out += fmt::format(", plus {} per {}", money(price_.event_fee), event);
    if (price_.least) out += fmt::format(", at least {} per {}", money(*price_.least), event);
    if (price_.most) out += fmt::format(", at most {} per {}", money(*price_.most), event);
    return out;
  }

  static std::string rate(Decimal value) { return percent(value); }

  static std::string spaced_lower(std::string_view name) {
    std::string out(name);
    const bool abbreviation = out.size() > 1 && out[1] >= 'A' && out[1] <= 'Z';
    if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z' && !abbreviation) out[0] = static_cast<char>(out[0] - 'A' + 'a');
    return out;
  }

  std::string event_name() const {
    const auto at =
        std::find_if(book_.meters.begin(), book_.meters.end(), [&](const auto& m) { return m.id == price_.events; });
    return at == book_.meters.end() || at->unit.empty() ? "event" : at->unit;
  }

  const model::PriceBook& book_;
  const std::vector<pricing::PricedLine>& lines_;
  const model::Component& component_;
  const model::Meter* meter_;
  const model::Price& price_;
  const pricing::Span& span_;
  Exact factor_;
};

}  // namespace

std::string plural(std::string_view unit) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  if (unit.empty() || !is_lower(unit.back()) || unit.back() == 's') return std::string(unit);
  const bool after_vowel =
      unit.size() > 1 && std::string_view("aeiou").find(unit[unit.size() - 2]) != std::string_view::npos;
  if (unit.back() == 'y' && !after_vowel) return std::string(unit.substr(0, unit.size() - 1)) + "ies";
  return std::string(unit) + 's';
}

std::string boundary(const model::PriceBook& book, const std::vector<pricing::PricedLine>& lines,
                     const pricing::PricedLine& line) {
  const pricing::Span* span = first_paid(line);
  if (span == nullptr || line.component_index < 0) return {};
  const model::Component& component = book.components[static_cast<std::size_t>(line.component_index)];
  const model::Variant* variant =
      line.variant < 0 ? nullptr : &component.variants[static_cast<std::size_t>(line.variant)];
  const model::Price& price = variant != nullptr && variant->price ? *variant->price : component.price;
  const auto meter =
      std::find_if(book.meters.begin(), book.meters.end(), [&](const auto& m) { return m.id == component.meter; });
  return Words(book, component, meter == book.meters.end() ? nullptr : &*meter, price, *span, lines).say();
}

}  // namespace dealwright::report
