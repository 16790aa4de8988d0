#include "core/pricing/lint.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "core/base/money.hpp"
#include "core/base/stable_order.hpp"
#include "core/base/suggest.hpp"
#include "core/pricing/tiers.hpp"

namespace dealwright::pricing {

namespace {

using model::PriceModel;

constexpr Decimal one = Decimal::whole(1);

Diagnostic warning(const char* code, std::string pointer, std::string message, std::string expected) {
  Diagnostic diagnostic;
  diagnostic.severity = Severity::warning;
  diagnostic.code = code;
  diagnostic.pointer = std::move(pointer);
  diagnostic.message = std::move(message);
  diagnostic.expected = std::move(expected);
  return diagnostic;
}

// A price with the cost and boundary that hold where it does: the component's own, or those of a variant.
struct Offer {
  const model::Component& component;
  const model::Price& price;
  const model::Cost& cost;
  const ResolvedCost& resolved_cost;
  int meter;
  Decimal included;
  std::string price_pointer;
};

// The least quantity of interest above a bound: the next whole one, where there is one.
std::optional<Decimal> next_whole(Decimal bound) {
  return Decimal::add(Decimal::whole(bound.micro() / Decimal::scale), one);
}

// What is billed of a metered quantity beyond the included units.
Decimal billable_of(Decimal metered, const model::Component& component, Decimal included) {
  const Decimal units = Decimal::divide(metered, component.units_per).value_or(metered);
  return units > included ? Decimal::from_micro(units.micro() - included.micro()) : Decimal();
}

class BookLint {
 public:
  explicit BookLint(const Book& book) : book_(book), currency_(book.source().currency) {}

  Diagnostics run() {
    const auto& components = book_.source().components;
    for (std::size_t i = 0; i < components.size(); ++i) {
      const auto& component = components[i];
      const auto& resolved = book_.resolved_component(static_cast<int>(i));
      const std::string pointer = "/components/" + std::to_string(i);
      look_at({component, component.price, component.cost, resolved.cost, resolved.meter, component.included,
               pointer + "/price"});
      for (std::size_t v = 0; v < component.variants.size(); ++v) {
        const auto& variant = component.variants[v];
        const std::string where =
            variant.price ? pointer + "/variants/" + std::to_string(v) + "/price" : pointer + "/price";
        look_at({component, variant.price ? *variant.price : component.price,
                 variant.cost ? *variant.cost : component.cost,
                 variant.cost ? resolved.variants[v].cost : resolved.cost, resolved.meter,
                 variant.included.value_or(component.included), where});
      }
    }
    for (std::size_t i = 0; i < book_.source().packages.size(); ++i) look_for_idle_boundaries(i);
    return std::move(found_);
  }

 private:
  // Boundaries of a package for meters that none of its components is priced by.
  void look_for_idle_boundaries(std::size_t package) {
    const auto& source = book_.source().packages[package];
    const auto& resolved = book_.resolved_package(static_cast<int>(package));
    for (std::size_t i = 0; i < resolved.fair_use_meters.size(); ++i) {
      const bool is_used = std::any_of(resolved.components.begin(), resolved.components.end(), [&](int component) {
        return book_.resolved_component(component).meter == resolved.fair_use_meters[i];
      });
      if (is_used) continue;
      found_.push_back(warning("price_book.fair_use_idle",
                               "/packages/" + std::to_string(package) + "/fair_use/" + std::to_string(i) + "/meter",
                               "no component of package \"" + source.id + "\" is priced by meter \"" +
                                   source.fair_use[i].meter + "\", so this boundary has no effect",
                               "the meter of one of its components"));
    }
  }

  // In as many places as it takes that the amount does not look like the other.
  std::string money(const Exact& amount, const Exact& other) const {
    constexpr int most_places = 18;
    for (int places = currency_.digits(); places <= most_places; ++places) {
      const auto units = amount.to_minor(places, Rounding::half_even);
      if (!units) break;
      if (units == other.to_minor(places, Rounding::half_even)) continue;
      return grouped(to_digits(*units, places, places)) + " " + std::string(currency_.code());
    }
    return amount.to_string() + " " + std::string(currency_.code());
  }

  std::string unit_of(const Offer& offer) const {
    if (offer.meter < 0) return "";
    const auto& meter = book_.source().meters[static_cast<std::size_t>(offer.meter)];
    return " (" + (meter.unit.empty() ? meter.id : meter.unit) + ")";
  }

  static Exact price_of_billed(const Offer& offer, Decimal billable) {
    Asked asked;
    asked.billable = billable;
    return list_price(offer.price, asked);
  }

  void look_at(const Offer& offer) {
    if (is_tiered(offer.price.model)) {
      look_for_cheaper_more(offer);
      look_for_unreachable(offer);
    }
    look_for_below_cost(offer);
  }

  // Only crossing into a tier can lower a price: inside one it rises with the quantity.
  void look_for_cheaper_more(const Offer& offer) {
    if (offer.price.model == PriceModel::graduated) return;
    const auto& tiers = offer.price.tiers;
    for (std::size_t i = 0; i + 1 < tiers.size(); ++i) {
      const Decimal bound = *tiers[i].up_to;
      const auto more = next_whole(bound);
      if (!more || (tiers[i + 1].up_to && *more > *tiers[i + 1].up_to)) continue;
      const Exact at_bound = price_of_billed(offer, bound);
      const Exact beyond = price_of_billed(offer, *more);
      if (Exact::compare(beyond, at_bound) >= 0) continue;
      found_.push_back(warning(
          "price_book.cheaper_for_more", offer.price_pointer + "/tiers/" + std::to_string(i + 1),
          more->to_string() + unit_of(offer) + " of \"" + offer.component.id + "\" cost " + money(beyond, at_bound) +
              ", less than the " + money(at_bound, beyond) + " of " + bound.to_string(),
          "a price that never falls as the quantity rises: graduated tiers, or higher prices in this tier"));
    }
  }

  void look_for_unreachable(const Offer& offer) {
    const auto& tiers = offer.price.tiers;
    for (std::size_t i = 0; i < tiers.size(); ++i) {
      const Decimal lower = i == 0 ? Decimal() : *tiers[i - 1].up_to;
      const std::string pointer = offer.price_pointer + "/tiers/" + std::to_string(i);
      const bool whole = offer.component.unit_rounding == model::UnitRounding::up && offer.included.is_whole();
      const auto whole_above = next_whole(lower);
      if (i > 0 && whole && tiers[i].up_to && (!whole_above || *whole_above > *tiers[i].up_to)) {
        found_.push_back(warning("price_book.tier_unreachable", pointer,
                                 "units are billed whole, and there is no whole number above " + lower.to_string() +
                                     " and up to " + tiers[i].up_to->to_string(),
                                 "tier bounds with a whole number between them"));
        continue;
      }
      const auto limit = most_billable(offer);
      if (i > 0 && limit && lower >= *limit) {
        found_.push_back(warning("price_book.tier_unreachable", pointer,
                                 "the sizing rule of meter \"" + offer.component.meter + "\" bills at most " +
                                     limit->to_string() + " units, so the tier above " + lower.to_string() +
                                     " is never reached by sizing",
                                 "a higher limit, or no such tier"));
      }
    }
  }

  // Billed units at the constant limit of the meter's sizing rule, if it has one.
  std::optional<Decimal> most_billable(const Offer& offer) const {
    if (offer.meter < 0) return std::nullopt;
    const auto& sizing = book_.source().meters[static_cast<std::size_t>(offer.meter)].sizing;
    if (!sizing || !sizing->limit_base || !sizing->limit_terms.empty()) return std::nullopt;
    Decimal most = *sizing->limit_base;
    if (sizing->at_least) most = std::max(most, *sizing->at_least);
    if (sizing->step) {
      const auto stepped = Decimal::add(most, *sizing->step);
      if (!stepped) return std::nullopt;
      most = *stepped;
    }
    if (!Decimal::divide(most, offer.component.units_per)) return std::nullopt;
    return billable_of(most, offer.component, offer.included);
  }

  // Cost of a metered quantity; the count of fixed parts is the quantity where there is no meter.
  Exact cost_at(const Offer& offer, Decimal metered) const {
    const Exact m = Exact::from(metered);
    const Exact count = Exact::from(offer.meter < 0 ? metered : one);
    const int role = offer.resolved_cost.role;
    const Decimal hourly = role < 0 ? Decimal() : book_.source().roles[static_cast<std::size_t>(role)].hourly_cost;
    const Exact hours = Exact::from(offer.cost.hours) * count + Exact::from(offer.cost.hours_per_unit) * m;
    Exact cost = Exact::from(offer.cost.amount) * count + Exact::from(offer.cost.third_party) * count +
                 hours * Exact::from(hourly);
    const bool own_meter = offer.resolved_cost.meter < 0 || offer.resolved_cost.meter == offer.meter;
    if (own_meter) cost = cost + Exact::from(offer.cost.unit) * m + graduated_price(offer.cost.tiers, metered, true);
    return cost;
  }

  // Price less cost of a metered quantity above the boundary; what the boundary includes is left out of the cost.
  Exact margin_at(const Offer& offer, Decimal metered) const {
    Asked asked;
    asked.billable = billable_of(metered, offer.component, offer.included);
    asked.count = offer.meter < 0 ? metered : one;
    Exact price = list_price(offer.price, asked);
    if (offer.component.minimum && Exact::compare(price, Exact::from(*offer.component.minimum)) < 0)
      price = Exact::from(*offer.component.minimum);
    if (offer.component.maximum && Exact::compare(price, Exact::from(*offer.component.maximum)) > 0)
      price = Exact::from(*offer.component.maximum);
    const bool boundary = offer.meter >= 0 && !offer.included.is_zero() && offer.price.model != PriceModel::flat;
    if (!boundary) return price - cost_at(offer, metered);
    const Decimal inside = Decimal::multiply(offer.included, offer.component.units_per).value_or(offer.included);
    return price - (cost_at(offer, metered) - cost_at(offer, inside));
  }

  // Whole metered quantities at which price or cost change their slope, the one after each, and one far beyond the
  // last.
  std::vector<Decimal> quantities(const Offer& offer) const {
    std::vector<Decimal> list;
    const Decimal inside = Decimal::multiply(offer.included, offer.component.units_per).value_or(Decimal());
    const auto add_around = [&](Decimal total) {
      list.push_back(Decimal::whole(total.micro() / Decimal::scale));
      if (const auto after = next_whole(total)) list.push_back(*after);
    };
    const auto add = [&](Decimal billed) {
      const auto metered = Decimal::multiply(billed, offer.component.units_per);
      const auto total = metered ? Decimal::add(*metered, inside) : std::nullopt;
      if (total) add_around(*total);
    };
    add(Decimal());
    if (offer.meter < 0 || offer.price.model == PriceModel::flat) {
      // One of a fixed price, or what its boundary includes.
      return {inside.is_zero() || offer.meter < 0 ? one : inside};
    }
    if (offer.price.model == PriceModel::package) add(offer.price.size);
    for (const auto& tier : offer.price.tiers) {
      if (tier.up_to) add(*tier.up_to);
    }
    for (const auto& tier : offer.cost.tiers) {
      if (tier.up_to && *tier.up_to > inside) add_around(*tier.up_to);
    }
    sort_stably(list, std::less<>());
    constexpr int far = 1000;
    if (const auto beyond = Decimal::multiply(list.back(), Decimal::whole(far))) list.push_back(*beyond);
    list.erase(std::remove_if(list.begin(), list.end(), [](Decimal quantity) { return quantity.is_zero(); }),
               list.end());
    return list;
  }

  bool below_cost(const Offer& offer, Decimal metered) const {
    const Exact margin = margin_at(offer, metered);
    return !margin.overflowed() && margin.mantissa() < 0;
  }

  void look_for_below_cost(const Offer& offer) {
    if (offer.price.model == PriceModel::percentage) return;
    const auto list = quantities(offer);
    const auto bad =
        std::find_if(list.begin(), list.end(), [&](Decimal quantity) { return below_cost(offer, quantity); });
    if (bad == list.end()) return;
    Decimal high = *bad;
    Decimal low = bad == list.begin() ? Decimal() : *(bad - 1);
    // Between two neighbours of the list the margin is linear or falls in steps, so the first quantity below cost can
    // be bisected.
    while (bad != list.begin() && high.micro() - low.micro() > Decimal::scale) {
      const Decimal middle = Decimal::whole((low.micro() + (high.micro() - low.micro()) / 2) / Decimal::scale);
      (below_cost(offer, middle) ? high : low) = middle;
    }
    Asked asked;
    asked.billable = billable_of(high, offer.component, offer.included);
    asked.count = offer.meter < 0 ? high : one;
    const Exact price = list_price(offer.price, asked);
    const Exact cost = price - margin_at(offer, high);
    found_.push_back(warning("price_book.below_cost", offer.price_pointer,
                             "\"" + offer.component.id + "\" is priced below cost from a quantity of " +
                                 high.to_string() + unit_of(offer) + ": " + money(price, cost) + " against a cost of " +
                                 money(cost, price),
                             "a price of at least its cost"));
  }

  const Book& book_;
  Currency currency_;
  Diagnostics found_;
};

}  // namespace

Diagnostics lint(const Book& book) {
  return BookLint(book).run();
}

Diagnostics lint_validity(const std::vector<const model::PriceBook*>& books) {
  std::map<std::string_view, std::vector<const model::PriceBook*>> series;
  Diagnostics found;
  for (const auto* book : books) {
    if (book->effective_to.is_stated() && book->effective_to < book->effective_from) {
      auto& diagnostic = found.emplace_back();
      diagnostic.file = book->id;
      diagnostic.code = "price_book.validity_backwards";
      diagnostic.pointer = "/effective_to";
      diagnostic.message = "the price book ends before it begins, so it is never valid";
      diagnostic.expected = "at least " + book->effective_from.to_string();
    } else if (!book->series.empty()) {
      series[book->series].push_back(book);
    }
  }
  for (auto& [name, list] : series) {
    sort_stably(list, [](const auto* a, const auto* b) {
      return a->effective_from != b->effective_from ? a->effective_from < b->effective_from : a->id < b->id;
    });
    const auto* last_in_force = list.front();  // of the books before, the one in force longest
    for (std::size_t i = 1; i < list.size(); ++i) {
      const auto& before = *last_in_force;
      const auto& after = *list[i];
      const bool is_longer = before.effective_to.is_stated() &&
                             (!after.effective_to.is_stated() || after.effective_to > before.effective_to);
      if (is_longer) last_in_force = &after;
      Diagnostic diagnostic;
      diagnostic.file = after.id;
      diagnostic.pointer = "/effective_from";
      if (!before.effective_to.is_stated() || before.effective_to >= after.effective_from) {
        diagnostic.code = "price_book.validity_overlap";
        diagnostic.message = "from " + after.effective_from.to_string() + " on, price book \"" + before.id +
                             "\" of series \"" + std::string(name) + "\" is in force too";
        diagnostic.expected =
            "effective_to of \"" + before.id + "\" at most " + after.effective_from.plus_days(-1).to_string();
      } else if (before.effective_to.plus_days(1) < after.effective_from) {
        diagnostic.severity = Severity::warning;
        diagnostic.code = "price_book.validity_gap";
        diagnostic.message = "no price book of series \"" + std::string(name) + "\" is in force from " +
                             before.effective_to.plus_days(1).to_string() + " to " +
                             after.effective_from.plus_days(-1).to_string();
        diagnostic.expected = "effective_from on " + before.effective_to.plus_days(1).to_string();
      } else {
        continue;
      }
      found.push_back(std::move(diagnostic));
    }
  }
  return found;
}

Diagnostics lint_roles(const model::Partner& partner, const std::vector<const model::PriceBook*>& books) {
  Diagnostics found;
  if (partner.roles.empty()) return found;
  std::vector<std::string_view> names;
  for (const auto* book : books) {
    for (const auto& role : book->roles) names.push_back(role.id);
  }
  for (std::size_t i = 0; i < partner.roles.size(); ++i) {
    const auto& own = partner.roles[i];
    const std::string pointer = "/roles/" + std::to_string(i) + "/role";
    const auto earlier =
        std::find_if(partner.roles.begin(), partner.roles.begin() + static_cast<std::ptrdiff_t>(i),
                     [&](const auto& role) { return role.role == own.role && role.currency == own.currency; });
    if (earlier != partner.roles.begin() + static_cast<std::ptrdiff_t>(i)) {
      auto& diagnostic = found.emplace_back();
      diagnostic.code = "partner.role_twice";
      diagnostic.pointer = pointer;
      diagnostic.message = "role \"" + own.role + "\" has two costs in " + std::string(own.currency.code());
      diagnostic.expected = "one for each role and currency";
    } else if (!books.empty() && std::find(names.begin(), names.end(), own.role) == names.end()) {
      auto& diagnostic = found.emplace_back(warning(
          "partner.unknown_role", pointer, "no price book has a role \"" + own.role + "\", so this cost is never used",
          "the id of a role of a price book"));
      diagnostic.nearest = nearest_name(own.role, names);
    }
  }
  return found;
}

}  // namespace dealwright::pricing
