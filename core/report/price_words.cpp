#include "core/report/price_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

constexpr Decimal one = Decimal::whole(1);

const model::Meter* meter_of(const model::PriceBook& book, const pricing::ActiveLine& line) {
  return line.meter < 0 ? nullptr : &book.meters[static_cast<std::size_t>(line.meter)];
}

std::string unit_of(const model::Meter& meter) {
  return meter.unit.empty() ? "unit" : meter.unit;
}

// "Order value" -> "order value"; abbreviations stay.
std::string lower(std::string_view name) {
  std::string out(name);
  const bool abbreviation = out.size() > 1 && out[1] >= 'A' && out[1] <= 'Z';
  if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z' && !abbreviation) out[0] = static_cast<char>(out[0] - 'A' + 'a');
  return out;
}

std::string counted_money(const model::Meter* meter) {
  return meter == nullptr || meter->name.empty() ? "the amount counted" : lower(meter->name);
}

std::string event_of(const model::PriceBook& book, const model::Price& price) {
  const auto at =
      std::find_if(book.meters.begin(), book.meters.end(), [&](const auto& meter) { return meter.id == price.events; });
  return at == book.meters.end() || at->unit.empty() ? "event" : at->unit;
}

class Words {
 public:
  Words(const model::PriceBook& book, const std::vector<pricing::PricedLine>& lines, const pricing::ActiveLine& line,
        const PriceInForce& in_force)
      : book_(book),
        lines_(lines),
        line_(line),
        component_(*line.component),
        meter_(meter_of(book, line)),
        price_(*line.price),
        in_force_(in_force) {}

  PriceWords say() const {
    PriceWords words;
    if (line_.of_components) {
      words.outside = share_of_components();
      return words;
    }
    const bool of_money = price_.model == model::PriceModel::percentage;
    if (meter_ == nullptr && !of_money) return words;
    words.outside = of_money ? share_of_money() : more();
    const Decimal included = of_money && in_force_.by_readings ? Decimal() : line_.included;
    const std::string free = included.is_zero() ? ""
                             : of_money         ? fmt::format("{} of {}", money(included), counted_money(meter_))
                                                : metered(included);
    const std::string base = base_fee();
    if (!base.empty()) {
      words.inside = base + a_month() + (free.empty() ? "" : " includes " + free);
    } else if (!free.empty()) {
      words.inside = "includes " + free + a_month();
    }
    words.joint = free.empty() ? " plus " : ", then ";
    return words;
  }

 private:
  std::string money(Decimal unit) const { return amount(unit, book_.currency); }
  std::string a_month() const { return line_.monthly ? " a month" : ""; }
  bool charged_at_zero() const { return price_.flat_at_zero == model::FlatAtZero::charge; }
  bool rounds_up() const { return component_.unit_rounding == model::UnitRounding::up; }

  // "per order", or "per 100 GB" where one billed unit stands for many metered ones.
  std::string each() const {
    const char* started = rounds_up() ? "started " : "";
    if (component_.units_per == one) {
      return meter_->unit.empty() && !rounds_up() ? "each" : fmt::format("per {}{}", started, unit_of(*meter_));
    }
    return fmt::format("per {}{} {}", started, quantity(component_.units_per), plural(unit_of(*meter_)));
  }

  std::string metered(Decimal billed) const {
    const auto units = Decimal::multiply(billed, component_.units_per);
    if (!units) return quantity(billed);
    return fmt::format("{} {}", quantity(*units), *units == one ? unit_of(*meter_) : plural(unit_of(*meter_)));
  }

  // What is charged whatever the quantity.
  std::string base_fee() const {
    const bool graduated =
        price_.model == model::PriceModel::graduated || price_.model == model::PriceModel::percentage;
    if (!graduated || price_.tiers.empty() || !charged_at_zero()) return {};
    const Decimal flat = price_.tiers.front().flat;
    return flat.is_zero() ? "" : money(flat);
  }

  std::string tier_price(const model::Tier& tier) const {
    if (!tier.block) return fmt::format("{} {}", money(tier.unit), each());
    return fmt::format("{} for each started {}", money(tier.unit), metered(*tier.block));
  }

  std::string more() const {
    using enum model::PriceModel;
    switch (price_.model) {
      case per_unit:
        return fmt::format("{} {}", money(in_force_.agreed.value_or(price_.unit)), each());
      case package:
        return fmt::format("{} for each started {}", money(in_force_.agreed.value_or(price_.amount)),
                           metered(price_.size));
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

  // The fee of a tier, where it is not charged whatever the quantity.
  std::string fee_once_reached(std::size_t at) const {
    const Decimal flat = price_.tiers[at].flat;
    if (flat.is_zero() || (at == 0 && charged_at_zero())) return {};
    return fmt::format(" plus {} once reached", money(flat));
  }

  std::string graduated_tiers() const {
    std::string out;
    Decimal below;
    for (std::size_t at = 0; at < price_.tiers.size(); ++at) {
      const model::Tier& tier = price_.tiers[at];
      if (!out.empty()) out += ", ";
      out += tier_price(tier);
      if (tier.up_to) {
        const auto width = Decimal::subtract(*tier.up_to, below);
        const bool single = width && Decimal::multiply(*width, component_.units_per) == one;
        out += fmt::format(" for the {} {}", below.is_zero() ? "first" : "next",
                           single  ? unit_of(*meter_)
                           : width ? metered(*width)
                                   : "part");
        below = *tier.up_to;
      } else if (price_.tiers.size() > 1) {
        out += " beyond";
      }
      out += fee_once_reached(at);
    }
    return out;
  }

  std::string range(const model::Tier& tier) const {
    if (tier.up_to) return " up to " + metered(*tier.up_to);
    return price_.tiers.size() > 1 ? " beyond" : "";
  }

  // The first flat fee of a volume or stairstep price where nothing beyond what is included is used.
  std::string fee_within_included() const {
    const Decimal flat = price_.tiers.front().flat;
    if (line_.included.is_zero() || flat.is_zero() || !charged_at_zero()) return {};
    return fmt::format("; {} where there is no more", money(flat));
  }

  std::string volume_tiers() const {
    std::string out;
    for (const model::Tier& tier : price_.tiers) {
      if (!out.empty()) out += "; ";
      out += tier_price(tier);
      if (!tier.flat.is_zero()) out += " plus " + money(tier.flat);
      out += range(tier);
    }
    return (price_.tiers.size() > 1 ? "all at the price of the total: " + out : out) + fee_within_included();
  }

  std::string steps() const {
    std::string out;
    for (const model::Tier& tier : price_.tiers) {
      if (!out.empty()) out += ", ";
      out += money(tier.flat) + range(tier);
    }
    return out + fee_within_included();
  }

  // "" where the deal holds none of the components: then there is nothing to take a share of.
  std::string share_of_components() const {
    std::string names;
    for (const std::string& id : price_.of) {
      const auto at =
          std::find_if(lines_.begin(), lines_.end(), [&](const auto& line) { return line.component == id; });
      if (at != lines_.end()) names += (names.empty() ? "" : ", ") + customer_name(*at);
    }
    return names.empty() ? "" : fmt::format("{} of the price of {}", percent(price_.rate), names);
  }

  std::string share_of_money() const {
    const std::string base = counted_money(meter_);
    std::string out;
    if (price_.tiers.empty()) out = fmt::format("{} of {}", percent(price_.rate), base);
    Decimal below;
    for (std::size_t at = 0; at < price_.tiers.size(); ++at) {
      const model::Tier& tier = price_.tiers[at];
      const std::string of_base = at == 0 ? " of " + base : "";
      if (at > 0) out += ", ";
      if (tier.up_to) {
        const auto width = Decimal::subtract(*tier.up_to, below);
        out += fmt::format("{} of the {} {}{}", percent(tier.rate), at == 0 ? "first" : "next",
                           width ? money(*width) : "part", of_base);
        below = *tier.up_to;
      } else {
        out += percent(tier.rate) + of_base + (at > 0 ? " beyond" : "");
      }
      out += fee_once_reached(at);
    }
    return out + per_event();
  }

  // Without events and readings the fee and the bounds per event have no effect. With a meter of events the bounds are
  // of all events together.
  std::string per_event() const {
    if (price_.events.empty() && !in_force_.by_readings) return {};
    const std::string event = event_of(book_, price_);
    std::string out;
    if (!price_.event_fee.is_zero()) out += fmt::format(", plus {} per {}", money(price_.event_fee), event);
    std::string bounds;
    if (price_.least) bounds = "at least " + money(*price_.least);
    if (price_.most) bounds += (bounds.empty() ? "" : " and ") + ("at most " + money(*price_.most));
    if (!bounds.empty()) {
      out += fmt::format(", {} per {}{}", bounds, event, in_force_.by_readings ? "" : " on average");
    }
    return out;
  }

  const model::PriceBook& book_;
  const std::vector<pricing::PricedLine>& lines_;
  const pricing::ActiveLine& line_;
  const model::Component& component_;
  const model::Meter* meter_;
  const model::Price& price_;
  const PriceInForce& in_force_;
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

std::string customer_name(const pricing::PricedLine& line) {
  return !line.name.empty() && line.name != line.component ? line.name : titled(word(line.service_line));
}

bool priced_by_readings(const pricing::ActiveLine& line, int period) {
  if (line.line == nullptr || line.line->readings.empty() || line.line->quantity) return false;
  const model::RampSegment* segment = line.monthly ? pricing::ramp_segment(line, period) : nullptr;
  return segment == nullptr || !segment->quantity;
}

PriceWords price_words(const model::PriceBook& book, const std::vector<pricing::PricedLine>& lines,
                       const pricing::ActiveLine& line, const PriceInForce& in_force) {
  return Words(book, lines, line, in_force).say();
}

std::string quantity_words(const model::PriceBook& book, const pricing::ActiveLine& line, const pricing::Span& span,
                           Decimal events) {
  const pricing::Waterfall& waterfall = span.waterfall;
  const model::Meter* meter = meter_of(book, line);
  if (line.of_components) return {};
  if (line.price->model == model::PriceModel::percentage) {
    if (priced_by_readings(line, span.from_period))
      return counted(static_cast<long long>(line.line->readings.size()), "event", "events");
    std::string out = fmt::format("{} of {}", amount(waterfall.converted, book.currency), counted_money(meter));
    const std::string event = event_of(book, *line.price);
    if (!line.price->events.empty())
      out += fmt::format(", {} {}", quantity(events), events == one ? event : plural(event));
    return out;
  }
  if (meter == nullptr) return waterfall.metered == one ? "" : quantity(waterfall.metered);
  if (line.price->model == model::PriceModel::flat) return {};
  const std::string unit = unit_of(*meter);
  return fmt::format("{} {}", quantity(waterfall.metered), waterfall.metered == one ? unit : plural(unit));
}

}  // namespace dealwright::report
