#include "core/pricing/book.hpp"

#include <algorithm>

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include "core/base/function_ref.hpp"
#include "core/base/stable_order.hpp"
#include "core/base/suggest.hpp"
#include "core/pricing/tiers.hpp"

namespace dealwright::pricing {

namespace {

std::string at(const std::string& pointer, std::size_t index) {
  return pointer + "/" + std::to_string(index);
}

// Depth-first order over a graph of n nodes. Returns the first circle found as a list of nodes (empty: none); `order`
// gets every node after those it leads to.
std::vector<int> topological_order(int n, FunctionRef<std::vector<int>(int)> leads_to, std::vector<int>& order) {
  enum class Mark : std::uint8_t { unseen, open, done };
  std::vector<Mark> marks(static_cast<std::size_t>(n), Mark::unseen);
  std::vector<int> path;
  std::vector<int> circle;
  const auto visit = [&](const auto& self, int node) -> void {
    auto& mark = marks[static_cast<std::size_t>(node)];
    if (mark == Mark::done || !circle.empty()) return;
    if (mark == Mark::open) {
      circle.assign(std::find(path.begin(), path.end(), node), path.end());
      return;
    }
    mark = Mark::open;
    path.push_back(node);
    for (const int next : leads_to(node)) self(self, next);
    path.pop_back();
    marks[static_cast<std::size_t>(node)] = Mark::done;
    order.push_back(node);
  };
  for (int node = 0; node < n; ++node) visit(visit, node);
  return circle;
}

template <class List>
std::string path_of(const std::vector<int>& circle, const List& list) {
  std::string text;
  for (const int node : circle) text += list[static_cast<std::size_t>(node)].id + " -> ";
  return text + list[static_cast<std::size_t>(circle.front())].id;
}

}  // namespace

const std::vector<Fact>& profile_facts() {
  static const std::vector<Fact> facts = [] {
    std::vector<Fact> list;
    boost::mp11::mp_for_each<boost::describe::describe_members<model::Profile, boost::describe::mod_public>>(
        [&](auto member) {
          list.push_back({member.name, member.pointer});
        });
    return list;
  }();
  return facts;
}

int Book::find(const Index& index, std::string_view id) {
  const auto it = std::lower_bound(index.begin(), index.end(), id,
                                   [](const Name& name, std::string_view key) { return name.id < key; });
  return it != index.end() && it->id == id ? it->index : -1;
}

template <class List>
Book::Index Book::index_of(const List& list) {
  Index index;
  index.reserve(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) index.push_back({list[i].id, static_cast<int>(i)});
  sort_stably(index, [](const Name& a, const Name& b) { return a.id < b.id; });
  return index;
}

Book::Book(const model::PriceBook& source)
    : source_(&source),
      component_ids_(index_of(source.components)),
      meter_ids_(index_of(source.meters)),
      service_tier_ids_(index_of(source.service_tiers)),
      package_ids_(index_of(source.packages)),
      role_ids_(index_of(source.roles)) {
  resolve_meters();
  order_sizing();
  resolve_components();
  order_percentages();
  resolve_packages();
  resolve_volume_steps();
}

void Book::report(const char* code, std::string pointer, std::string message, std::string expected,
                  std::string nearest) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.pointer = std::move(pointer);
  diagnostic.message = std::move(message);
  diagnostic.expected = std::move(expected);
  diagnostic.nearest = std::move(nearest);
  diagnostics_.push_back(std::move(diagnostic));
}

int Book::resolve(const Index& index, const std::string& id, const char* what, const std::string& pointer) {
  if (id.empty()) return -1;
  const int found = find(index, id);
  if (found < 0) {
    std::vector<std::string_view> names;
    for (const auto& name : index) names.push_back(name.id);
    report("reference.unknown", pointer,
           "there is no " + std::string(what) + " \"" + id + "\" in price book \"" + source_->id + "\"",
           "the id of a " + std::string(what), std::string(nearest_name(id, names)));
  }
  return found;
}

void Book::resolve_terms(const std::vector<model::SizingTerm>& terms, const std::string& pointer,
                         std::vector<ResolvedTerm>& out) {
  for (std::size_t i = 0; i < terms.size(); ++i) {
    ResolvedTerm term;
    term.factor = terms[i].factor;
    term.per = terms[i].per;
    for (const auto& fact : profile_facts()) {
      if (terms[i].of == fact.name) term.fact = fact.member;
    }
    if (term.fact == nullptr) {
      term.meter = meter(terms[i].of);
      if (term.meter < 0) {
        std::vector<std::string_view> names;
        for (const auto& fact : profile_facts()) names.emplace_back(fact.name);
        for (const auto& name : meter_ids_) names.push_back(name.id);
        report("price_book.sizing_term", at(pointer, i) + "/of",
               "\"" + terms[i].of + "\" is neither a number of the customer's profile nor a meter of price book \"" +
                   source_->id + "\"",
               "a number of the profile such as orders_per_month, or the id of a meter",
               std::string(nearest_name(terms[i].of, names)));
        continue;
      }
    }
    out.push_back(term);
  }
}

void Book::resolve_meters() {
  meters_.resize(source_->meters.size());
  for (std::size_t i = 0; i < meters_.size(); ++i) {
    const auto& sizing = source_->meters[i].sizing;
    if (!sizing) continue;
    const std::string pointer = at("/meters", i) + "/sizing";
    resolve_terms(sizing->terms, pointer + "/terms", meters_[i].terms);
    resolve_terms(sizing->limit_terms, pointer + "/limit_terms", meters_[i].limit_terms);
  }
}

void Book::order_sizing() {
  const auto leads_to = [&](int node) {
    std::vector<int> next;
    const auto& meter = meters_[static_cast<std::size_t>(node)];
    for (const auto* terms : {&meter.terms, &meter.limit_terms}) {
      for (const auto& term : *terms) {
        if (term.meter >= 0) next.push_back(term.meter);
      }
    }
    return next;
  };
  const auto circle = topological_order(static_cast<int>(meters_.size()), leads_to, sizing_order_);
  if (!circle.empty()) {
    report("price_book.sizing_circle", at("/meters", static_cast<std::size_t>(circle.front())) + "/sizing",
           "meters size each other in a circle: " + path_of(circle, source_->meters),
           "sizing rules that end at numbers of the profile");
    return;
  }
  for (const int index : sizing_order_) {
    auto& meter = meters_[static_cast<std::size_t>(index)];
    for (const auto* terms : {&meter.terms, &meter.limit_terms}) {
      for (const auto& term : *terms) {
        const ResolvedMeter* other = term.meter >= 0 ? &meters_[static_cast<std::size_t>(term.meter)] : nullptr;
        meter.uses_money |=
            term.fact == &model::Profile::average_order_value || (other != nullptr && other->uses_money);
        meter.uses_users |= term.fact == &model::Profile::users || (other != nullptr && other->uses_users);
      }
    }
  }
}

void Book::check_tiers(const std::vector<model::Tier>& tiers, model::PriceModel model, const std::string& pointer) {
  const bool by_rate = model == model::PriceModel::percentage;
  const bool by_flat = model == model::PriceModel::stairstep;
  const char* used = by_rate ? "rate" : by_flat ? "flat" : "unit";
  const auto idle = [&](bool is_stated, std::size_t tier, const char* field) {
    if (!is_stated) return;
    report("price_book.tier_field", at(pointer, tier) + "/" + field,
           "\"" + std::string(field) + "\" has no effect in these tiers: they are priced by \"" + used + "\"",
           "\"" + std::string(used) + "\"");
  };
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    idle(!tiers[i].unit.is_zero() && (by_rate || by_flat), i, "unit");
    idle(!tiers[i].rate.is_zero() && !by_rate, i, "rate");
    idle(tiers[i].block && (by_rate || by_flat), i, "block");
    const bool last = i + 1 == tiers.size();
    if (last && tiers[i].up_to) {
      report("price_book.open_tier_missing", at(pointer, i) + "/up_to",
             "the last tier ends at " + tiers[i].up_to->to_string() + ": quantities above it have no price",
             "a last tier without up_to");
    }
    if (!last && !tiers[i].up_to) {
      report("price_book.tier_after_open", at(pointer, i), "this tier is open, so the tiers after it are never reached",
             "up_to on every tier but the last");
    }
    if (i > 0 && tiers[i].up_to && tiers[i - 1].up_to && *tiers[i].up_to <= *tiers[i - 1].up_to) {
      report(
          "price_book.tier_order", at(pointer, i) + "/up_to",
          "tier bounds must rise: " + tiers[i].up_to->to_string() + " comes after " + tiers[i - 1].up_to->to_string(),
          "more than " + tiers[i - 1].up_to->to_string());
    }
  }
}

void Book::check_percentage(const model::Price& price, const model::Component& component, const std::string& pointer) {
  const int meter = this->meter(component.meter);
  if (!price.of.empty()) {
    if (!price.tiers.empty()) {
      report("price_book.tiers_with_of", pointer + "/tiers", "tiers have no effect on a percentage of components",
             "\"rate\" without tiers, or no \"of\"");
    }
  } else if (component.meter.empty()) {
    report("price_book.percentage_of_nothing", pointer,
           "a percentage needs the components or the meter of money that it is taken of",
           "\"of\", or a meter on component \"" + component.id + "\"");
  } else if (meter >= 0 && !source_->meters[static_cast<std::size_t>(meter)].money) {
    report("price_book.percentage_not_money", pointer,
           "the percentage is taken of meter \"" + component.meter + "\", which does not count money",
           "a meter with \"money\": true, or \"of\"");
  }
  const bool by_event = price.of.empty() && (!price.event_fee.is_zero() || price.least);
  if (price.rate.is_zero() && price.tiers.empty() && !by_event) {
    report("price_book.percentage_without_rate", pointer, "the percentage states no rate, so its price is always zero",
           price.of.empty() ? "\"rate\" or tiers with rates" : "\"rate\"");
  } else if (price.of.empty() && !price.rate.is_zero() && !price.tiers.empty()) {
    report("price_book.rate_and_tiers", pointer + "/rate", "the rate has no effect beside tiers, which state their own",
           "\"rate\" or tiers");
  }
}

ResolvedPrice Book::resolve_price(const model::Price& price, const model::Component& component,
                                  const std::string& pointer) {
  ResolvedPrice resolved;
  if (is_tiered(price.model) && price.tiers.empty()) {
    report("price_book.tiers_missing", pointer + "/tiers", "the price has no tiers, so no quantity has a price",
           "at least one tier, the last one without up_to");
  }
  check_tiers(price.tiers, price.model, pointer + "/tiers");
  for (std::size_t i = 0; i < price.of.size(); ++i) {
    const std::string where = at(pointer + "/of", i);
    const int index = resolve(component_ids_, price.of[i], "component", where);
    if (index < 0) continue;
    if (source_->components[static_cast<std::size_t>(index)].charge != component.charge) {
      report("price_book.mixed_charges", where,
             "a percentage of components must be charged as they are: \"" + component.id + "\" and \"" + price.of[i] +
                 "\" differ, one is charged monthly and one once",
             "components with the same charge");
      continue;
    }
    resolved.of.push_back(index);
  }
  resolved.events = resolve(meter_ids_, price.events, "meter", pointer + "/events");
  if (resolved.events >= 0 && !source_->meters[static_cast<std::size_t>(resolved.events)].sizing) {
    report("price_book.events_unsized", pointer + "/events",
           "meter \"" + price.events + "\" has no sizing, so events cannot be counted", "a meter with sizing");
  }
  if (price.model == model::PriceModel::percentage) check_percentage(price, component, pointer);
  if (price.least && price.most && *price.most < *price.least) {
    report("price_book.least_above_most", pointer + "/most", "the greatest amount per event is under the least one",
           "at least " + price.least->to_string());
  }
  return resolved;
}

ResolvedCost Book::resolve_cost(const model::Cost& cost, const std::string& pointer) {
  ResolvedCost resolved;
  check_tiers(cost.tiers, model::PriceModel::graduated, pointer + "/tiers");
  resolved.meter = resolve(meter_ids_, cost.meter, "meter", pointer + "/meter");
  if (resolved.meter >= 0 && !source_->meters[static_cast<std::size_t>(resolved.meter)].sizing) {
    report("price_book.cost_unsized", pointer + "/meter",
           "meter \"" + cost.meter + "\" has no sizing, so its cost cannot be known", "a meter with sizing");
  }
  resolved.role = resolve(role_ids_, cost.role, "role", pointer + "/role");
  if (cost.role.empty() && !(cost.hours.is_zero() && cost.hours_per_unit.is_zero())) {
    report("price_book.hours_without_role", pointer, "hours are stated without the role that works them",
           "\"role\": the id of a role");
  }
  return resolved;
}

void Book::resolve_components() {
  components_.resize(source_->components.size());
  for (std::size_t i = 0; i < components_.size(); ++i) {
    const auto& component = source_->components[i];
    auto& resolved = components_[i];
    const std::string pointer = at("/components", i);
    resolved.meter = resolve(meter_ids_, component.meter, "meter", pointer + "/meter");
    resolved.price = resolve_price(component.price, component, pointer + "/price");
    resolved.cost = resolve_cost(component.cost, pointer + "/cost");
    if (component.minimum && component.maximum && *component.maximum < *component.minimum) {
      report("price_book.maximum_under_minimum", pointer + "/maximum", "the maximum is under the minimum",
             "at least " + component.minimum->to_string());
    }
    for (std::size_t v = 0; v < component.variants.size(); ++v) {
      const auto& variant = component.variants[v];
      const std::string where = at(pointer + "/variants", v);
      ResolvedVariant out;
      out.service_tier = resolve(service_tier_ids_, variant.service_tier, "service tier", where + "/service_tier");
      if (variant.price) out.price = resolve_price(*variant.price, component, where + "/price");
      if (variant.cost) out.cost = resolve_cost(*variant.cost, where + "/cost");
      if (!variant.tenancy && variant.service_tier.empty()) {
        report("price_book.variant_of_nothing", where, "a variant must say which tenancy or service tier it is for",
               "tenancy or service_tier");
      }
      for (std::size_t earlier = 0; earlier < v; ++earlier) {
        if (component.variants[earlier].tenancy == variant.tenancy &&
            component.variants[earlier].service_tier == variant.service_tier) {
          report("price_book.variant_twice", where,
                 "this variant is for the same tenancy and service tier as variant " + std::to_string(earlier + 1),
                 "one variant for each");
        }
      }
      resolved.variants.push_back(std::move(out));
    }
  }
}

void Book::order_percentages() {
  const auto leads_to = [&](int node) {
    const auto& component = components_[static_cast<std::size_t>(node)];
    std::vector<int> next = component.price.of;
    for (const auto& variant : component.variants)
      next.insert(next.end(), variant.price.of.begin(), variant.price.of.end());
    return next;
  };
  std::vector<int> order;
  const auto circle = topological_order(static_cast<int>(components_.size()), leads_to, order);
  if (!circle.empty()) {
    report("price_book.percentage_circle", at("/components", static_cast<std::size_t>(circle.front())) + "/price/of",
           "percentages are taken of each other in a circle: " + path_of(circle, source_->components),
           "percentages that end at other prices");
    return;
  }
  for (std::size_t rank = 0; rank < order.size(); ++rank)
    components_[static_cast<std::size_t>(order[rank])].rank = static_cast<int>(rank);
}

void Book::resolve_packages() {
  packages_.resize(source_->packages.size());
  for (std::size_t i = 0; i < packages_.size(); ++i) {
    const auto& package = source_->packages[i];
    const std::string pointer = at("/packages", i);
    packages_[i].service_tier =
        resolve(service_tier_ids_, package.service_tier, "service tier", pointer + "/service_tier");
    for (std::size_t c = 0; c < package.components.size(); ++c) {
      const std::string where = at(pointer + "/components", c);
      const int index = resolve(component_ids_, package.components[c], "component", where);
      auto& list = packages_[i].components;
      if (index >= 0 && std::find(list.begin(), list.end(), index) != list.end()) {
        report("price_book.package_component_twice", where,
               "component \"" + package.components[c] + "\" stands in the package twice", "each component once");
      } else {
        list.push_back(index);
      }
    }
    auto& meters = packages_[i].fair_use_meters;
    for (std::size_t f = 0; f < package.fair_use.size(); ++f) {
      const std::string where = at(pointer + "/fair_use", f) + "/meter";
      const int meter = resolve(meter_ids_, package.fair_use[f].meter, "meter", where);
      if (meter >= 0 && std::find(meters.begin(), meters.end(), meter) != meters.end()) {
        report("price_book.fair_use_twice", where,
               "meter \"" + package.fair_use[f].meter + "\" has two boundaries in the package", "one for each meter");
      }
      meters.push_back(meter);
    }
  }
}

void Book::resolve_volume_steps() {
  for (std::size_t i = 0; i < source_->discounts.size(); ++i) {
    const auto& discount = source_->discounts[i];
    if (discount.kind != model::DiscountKind::volume) continue;
    auto& step = volume_steps_.emplace_back();
    step.index = i;
    step.from = Exact::from(discount.from_amount);
    step.from_amount = discount.from_amount;
    step.rate = discount.rate;
    step.means.fill(discount.service_lines.empty());
    for (const auto service_line : discount.service_lines) step.means[static_cast<std::size_t>(service_line)] = true;
  }
}

}  // namespace dealwright::pricing
