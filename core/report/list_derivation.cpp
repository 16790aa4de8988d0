#include <algorithm>

#include <fmt/format.h>

#include "core/pricing/sizing.hpp"
#include "core/report/figures.hpp"
#include "core/report/line_derivation.hpp"
#include "core/report/price_words.hpp"

namespace dealwright::report {
namespace {

using model::PriceModel;

constexpr Decimal one = Decimal::whole(1);

std::string price_pointer(const pricing::ActiveLine& line) {
  const bool varied =
      line.variant >= 0 && line.component->variants[static_cast<std::size_t>(line.variant)].price.has_value();
  return varied ? fmt::format("{}/variants/{}/price", component_pointer(line), line.variant)
                : component_pointer(line) + "/price";
}

// The list price under one price, piece by piece.
class ListTree {
 public:
  ListTree(const DealFacts& facts, const LineMonth& month)
      : facts_(facts),
        month_(month),
        line_(facts.active(month.line)),
        price_(*line_.price),
        pointer_(price_pointer(line_)),
        w_(*month.waterfall) {}

  Derivation grow() {
    switch (price_.model) {
      case PriceModel::flat:
        return product("amount x count", {stated("Amount", price_.amount, "/amount"), count()});
      case PriceModel::per_unit:
        return product("quantity x unit price",
                       {quantity_tree(facts_, month_), stated("Unit price", price_.unit, "/unit")});
      case PriceModel::package:
        return product("started packages x price of one",
                       {started(w_.billable, price_.size, "Started packages", "/size"),
                        stated("Price of a package", price_.amount, "/amount")});
      case PriceModel::graduated:
      case PriceModel::volume:
      case PriceModel::stairstep:
        return tiered();
      case PriceModel::percentage:
        return line_.of_components ? of_components() : of_money();
    }
    return {};
  }

 private:
  Derivation stated(std::string label, Decimal value, const std::string& field) const {
    return facts_.in_book(std::move(label), value, facts_.price(value), pointer_ + field);
  }
  Derivation rate(std::string label, Decimal value, const std::string& field) const {
    return facts_.in_book(std::move(label), value, percent(value), pointer_ + field);
  }

  Derivation list_node(Step step, std::string formula, std::vector<Derivation> children) const {
    return node(step, "List price", std::move(formula), facts_.shown(w_.list), w_.list.to_string(),
                std::move(children));
  }
  Derivation product(std::string formula, std::vector<Derivation> children) const {
    return list_node(Step::product, std::move(formula), std::move(children));
  }

  // How many of a flat price: the quantity where the component has no meter.
  Derivation count() const {
    return line_.meter < 0 ? metered_tree(facts_, month_)
                           : fixed("Count", "a flat price on a meter is charged once", "1", "1");
  }

  Derivation started(Decimal part, Decimal size, std::string label, const std::string& field) const {
    const std::int64_t blocks = (part.micro() + size.micro() - 1) / size.micro();
    return node(Step::rule, std::move(label), "quantity / size, rounded up", grouped(std::to_string(blocks)),
                std::to_string(blocks),
                {quantity_tree(facts_, month_), facts_.in_book("Size", size, quantity(size), pointer_ + field)});
  }

  Derivation product_of(std::string label, std::string formula, Derivation a, Derivation b, const Exact& value) const {
    std::vector<Derivation> children{std::move(a), std::move(b)};
    return node(Step::product, std::move(label), std::move(formula), facts_.shown(value), value.to_string(),
                std::move(children));
  }

  static std::string tier_label(const model::Tier& tier, std::size_t at) {
    return tier.up_to ? fmt::format("Tier {}, up to {}", at + 1, quantity(*tier.up_to))
                      : fmt::format("Tier {}", at + 1);
  }

  // A part of the quantity at its tier's unit price, or started blocks of it.
  Derivation tier_part(const model::Tier& tier, std::size_t at, Decimal part) const {
    const std::string field = fmt::format("/tiers/{}", at);
    if (!tier.block) {
      return product_of(tier_label(tier, at), "part of the quantity x unit price",
                        fixed("Part of the quantity", "", quantity(part), part.to_string()),
                        stated("Unit price", tier.unit, field + "/unit"), Exact::from(part) * Exact::from(tier.unit));
    }
    const Decimal blocks = Decimal::whole((part.micro() + tier.block->micro() - 1) / tier.block->micro());
    Derivation counted_blocks =
        node(Step::rule, "Started blocks", fmt::format("{} / block size, rounded up", quantity(part)), quantity(blocks),
             blocks.to_string(),
             {facts_.in_book("Block size", *tier.block, quantity(*tier.block), pointer_ + field + "/block")});
    return product_of(tier_label(tier, at), "started blocks x price of one", std::move(counted_blocks),
                      stated("Price of a block", tier.unit, field + "/unit"),
                      Exact::from(blocks) * Exact::from(tier.unit));
  }

  Derivation flat_fee(const model::Tier& tier, std::size_t at) const {
    return stated(fmt::format("Flat fee of tier {}", at + 1), tier.flat, fmt::format("/tiers/{}/flat", at));
  }

  Derivation tiered() const {
    std::vector<Derivation> parts;
    const Decimal q = w_.billable;
    std::string formula;
    if (q.is_zero()) {
      formula = "the first tier's flat fee: the billable quantity is zero";
      if (price_.flat_at_zero == model::FlatAtZero::charge) {
        parts.push_back(flat_fee(price_.tiers.front(), 0));
      } else {
        formula = "nothing: the billable quantity is zero";
      }
    } else if (price_.model == PriceModel::graduated) {
      formula = "each part of the quantity at its tier's price, plus the flat fee of each tier entered";
      Decimal lower;
      for (std::size_t at = 0; at < price_.tiers.size() && lower < q; ++at) {
        const model::Tier& tier = price_.tiers[at];
        const Decimal upper = tier.up_to ? std::min(*tier.up_to, q) : q;
        if (!tier.unit.is_zero())
          parts.push_back(tier_part(tier, at, Decimal::from_micro(upper.micro() - lower.micro())));
        if (!tier.flat.is_zero()) parts.push_back(flat_fee(tier, at));
        lower = upper;
      }
    } else {
      std::size_t at = 0;
      while (at + 1 < price_.tiers.size() && price_.tiers[at].up_to && q > *price_.tiers[at].up_to) ++at;
      const model::Tier& tier = price_.tiers[at];
      const bool stairs = price_.model == PriceModel::stairstep;
      formula = stairs ? "the flat fee of the tier that the quantity falls in"
                       : "the whole quantity at the price of the tier it falls in";
      if (!stairs) parts.push_back(tier_part(tier, at, q));
      if (stairs || !tier.flat.is_zero()) parts.push_back(flat_fee(tier, at));
    }
    Derivation by_tiers = list_node(Step::sum, std::move(formula), std::move(parts));
    by_tiers.label = "Price by tiers";
    std::vector<Derivation> children{quantity_tree(facts_, month_), std::move(by_tiers)};
    return list_node(Step::rule, "tiers applied to the quantity", std::move(children));
  }

  // The net of a named component on a full month, in minor units.
  Derivation net_of(std::size_t other) const {
    const pricing::PricedLine& priced = facts_.priced().lines[other];
    Money net{0, facts_.currency()};
    if (month_.month != nullptr) {
      const pricing::MonthLine& one_month = (*month_.month)[other];
      if (one_month.active) net.minor = one_month.net;
    } else {
      for (const pricing::Span& span : priced.spans) {
        const bool covers = !line_.monthly || (month_.period >= span.from_period && month_.period <= span.to_period);
        if (covers)
          net.minor = span.waterfall.after_bounds.to_minor(facts_.currency().digits(), facts_.context().book.rounding())
                          .value_or(0);
      }
    }
    return money_node(facts_, Step::rule, "Net of " + priced.name,
                      line_.monthly ? "of a whole month; see net of that line" : "see net of that line", net, {});
  }

  Derivation of_components() const {
    std::vector<Derivation> nets;
    Money sum{0, facts_.currency()};
    for (const int component : line_.resolved_price->of) {
      for (std::size_t other = 0; other < facts_.line_count(); ++other) {
        if (facts_.active(other).component_index != component) continue;
        nets.push_back(net_of(other));
        sum.minor += to_minor(nets.back());
      }
    }
    Derivation base = money_node(facts_, Step::sum, "Net of the named components", "sum", sum, std::move(nets));
    return product("rate x net of the named components", {rate("Rate", price_.rate, "/rate"), std::move(base)});
  }

  // The minor units that a node made by money_node shows.
  std::int64_t to_minor(const Derivation& money) const {
    Decimal value;
    if (Decimal::parse(money.number, value) != DecimalError::none) return 0;
    const auto minor = to_money(value, facts_.currency());
    return minor ? minor->minor : 0;
  }

  // In the order of pricing: readings, no events, no metered money, then shares, fees and bounds.
  Derivation of_money() const {
    if (priced_by_readings(line_, month_.period)) return of_readings();
    const Decimal q = w_.billable;
    const int events_meter = line_.resolved_price->events;
    const Decimal events = events_meter < 0 ? Decimal() : events_of(events_meter);
    if (events_meter >= 0 && events.is_zero())
      return list_node(Step::rule, "nothing: there are no events", {events_tree(events_meter, events)});
    if (!price_.tiers.empty() && q.is_zero()) return of_no_money();
    Parts parts;
    if (price_.tiers.empty()) {
      const Exact share = Exact::from(q) * Exact::from(price_.rate);
      parts.add(product_of("Share of the metered money", "rate x metered money", rate("Rate", price_.rate, "/rate"),
                           quantity_tree(facts_, month_), share),
                share);
    } else {
      add_tiers_of_money(parts, q);
    }
    std::string formula = "share of the metered money";
    if (events_meter >= 0) {
      if (!price_.event_fee.is_zero()) {
        formula += " plus a fee per event";
        const Exact fees = Exact::from(events) * Exact::from(price_.event_fee);
        parts.add(product_of("Fees of events", "events x fee per event", events_tree(events_meter, events),
                             stated("Fee per event", price_.event_fee, "/event_fee"), fees),
                  fees);
      }
      if (add_bounds(parts, events, [&] { return events_tree(events_meter, events); }))
        formula += ", at least and at most an amount per event";
    }
    return list_node(Step::sum, formula, std::move(parts.nodes));
  }

  // Nodes and what they add up to.
  struct Parts {
    std::vector<Derivation> nodes;
    Exact sum;

    void add(Derivation part, const Exact& value) {
      nodes.push_back(std::move(part));
      sum = sum + value;
    }
  };

  Derivation of_no_money() const {
    std::vector<Derivation> fee;
    if (price_.flat_at_zero == model::FlatAtZero::charge) fee.push_back(flat_fee(price_.tiers.front(), 0));
    const char* formula =
        fee.empty() ? "nothing: the metered money is zero" : "the first tier's flat fee: the metered money is zero";
    return list_node(Step::sum, formula, std::move(fee));
  }

  void add_tiers_of_money(Parts& parts, Decimal q) const {
    Decimal lower;
    for (std::size_t at = 0; at < price_.tiers.size() && lower < q; ++at) {
      const model::Tier& tier = price_.tiers[at];
      const Decimal upper = tier.up_to ? std::min(*tier.up_to, q) : q;
      const Decimal part = Decimal::from_micro(upper.micro() - lower.micro());
      const Exact share = Exact::from(part) * Exact::from(tier.rate);
      parts.add(product_of(tier_label(tier, at), "part of the metered money x rate",
                           fixed("Part of the metered money", "", quantity(part), part.to_string()),
                           rate("Rate", tier.rate, fmt::format("/tiers/{}/rate", at)), share),
                share);
      if (!tier.flat.is_zero()) parts.add(flat_fee(tier, at), Exact::from(tier.flat));
      lower = upper;
    }
  }

  // What the least and the greatest amount per event add or take: each is the bound less what there was. Returns
  // whether one does.
  template <class EventsTree>
  bool add_bounds(Parts& parts, Decimal events, EventsTree grow_events) const {
    const std::size_t before = parts.nodes.size();
    const auto bring_to = [&](const char* label, const char* name, Decimal each, const char* field) {
      const Exact bound = Exact::from(each) * Exact::from(events);
      const Exact change = bound - parts.sum;
      std::vector<Derivation> children{
          product_of("All events", "events x amount per event", grow_events(), stated(name, each, field), bound),
          fixed("Amount before", "", facts_.shown(parts.sum), parts.sum.to_string())};
      parts.add(node(Step::difference, label, "bound of all events less the amount before", facts_.shown(change),
                     change.to_string(), std::move(children)),
                change);
    };
    const auto compared = [&](Decimal each) {
      return Exact::compare(parts.sum, Exact::from(each) * Exact::from(events));
    };
    if (price_.least && compared(*price_.least) < 0)
      bring_to("Raised to the least amount", "Least per event", *price_.least, "/least");
    if (price_.most && compared(*price_.most) > 0)
      bring_to("Cut to the greatest amount", "Most per event", *price_.most, "/most");
    return parts.nodes.size() > before;
  }

  Decimal events_of(int meter) const {
    const auto index = static_cast<std::size_t>(meter);
    const Decimal average = facts_.sizes()[index];
    if (!month_.peak) return average;
    return pricing::at_peak(facts_.book().meters[index], average, facts_.context().customer.profile.peak_factor)
        .value_or(average);
  }

  Derivation events_tree(int meter, Decimal events) const {
    const model::Meter& source = facts_.book().meters[static_cast<std::size_t>(meter)];
    Derivation out = facts_.in_book(source.name.empty() ? "Events" : source.name, events, quantity(events),
                                    fmt::format("/meters/{}/sizing", meter));
    out.formula = month_.peak ? "sized from the customer's profile, at peak" : "sized from the customer's profile";
    return out;
  }

  // What becomes of a reading before it is priced.
  std::string converted_words() const {
    std::string words = "the reading";
    if (month_.peak) words += " at peak";
    if (line_.component->units_per != one) words += " / units per billed unit";
    if (line_.component->unit_rounding == model::UnitRounding::up) words += ", rounded up";
    return words;
  }

  // Each reading is one event with a price of its own.
  Derivation of_readings() const {
    std::vector<Derivation> parts;
    const model::Component& component = *line_.component;
    for (std::size_t at = 0; at < line_.line->readings.size(); ++at) {
      Decimal reading = line_.line->readings[at];
      const std::string pointer = fmt::format("/lines/{}/readings/{}", line_.deal_line, at);
      Derivation source = facts_.in_deal("Reading", reading, quantity(reading), pointer);
      if (month_.peak) {
        const auto& meter = facts_.book().meters[static_cast<std::size_t>(line_.meter)];
        reading = pricing::at_peak(meter, reading, facts_.context().customer.profile.peak_factor).value_or(reading);
      }
      if (component.units_per != one) reading = Decimal::divide(reading, component.units_per).value_or(reading);
      if (component.unit_rounding == model::UnitRounding::up)
        reading = pricing::round_up(reading, one).value_or(reading);
      // Conversion and peak make another number of it.
      Derivation units = std::move(source);
      if (reading != line_.line->readings[at]) {
        std::vector<Derivation> children{std::move(units)};
        units = node(Step::rule, "Metered money", converted_words(), quantity(reading), reading.to_string(),
                     std::move(children));
      }
      Parts event;
      const Exact share = Exact::from(reading) * Exact::from(price_.rate);
      event.add(product_of("Share of the reading", "rate x metered money", rate("Rate", price_.rate, "/rate"),
                           std::move(units), share),
                share);
      if (!price_.event_fee.is_zero())
        event.add(stated("Fee per event", price_.event_fee, "/event_fee"), Exact::from(price_.event_fee));
      add_bounds(event, one, [] { return fixed("Events", "each reading is one", "1", "1"); });
      parts.push_back(node(Step::sum, fmt::format("Event {}", at + 1),
                           "rate x reading plus the fee, within the bounds per event", facts_.shown(event.sum),
                           event.sum.to_string(), std::move(event.nodes)));
    }
    return list_node(Step::sum, "sum over the readings, each an event", std::move(parts));
  }

  const DealFacts& facts_;
  const LineMonth& month_;
  const pricing::ActiveLine& line_;
  const model::Price& price_;
  std::string pointer_;
  const pricing::Waterfall& w_;
};

}  // namespace

Derivation list_tree(const DealFacts& facts, const LineMonth& month) {
  return ListTree(facts, month).grow();
}

}  // namespace dealwright::report
