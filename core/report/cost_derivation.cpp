#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "core/report/line_derivation.hpp"

namespace dealwright::report {
namespace {

// One period's cost, part by part.
class CostTree {
 public:
  CostTree(const DealFacts& facts, const LineMonth& month, const pricing::CostBasis& basis)
      : facts_(facts), month_(month), line_(facts.active(month.line)), cost_(*line_.cost), basis_(basis) {
    const bool varied =
        line_.variant >= 0 && line_.component->variants[static_cast<std::size_t>(line_.variant)].cost.has_value();
    pointer_ = fmt::format("/components/{}{}/cost", line_.component_index,
                           varied ? fmt::format("/variants/{}", line_.variant) : "");
  }

  Derivation wholesale(Money total) {
    std::vector<Derivation> parts;
    Exact sum;
    add_product(parts, sum, "Wholesale amount", "amount x count", cost_.amount, "/amount", count());
    add_product(parts, sum, "Wholesale units", "quantity x unit price", cost_.unit, "/unit", quantity_of_cost());
    if (!cost_.tiers.empty()) add_tiers(parts, sum);
    return finished("Wholesale", "what the provider charges the partner", std::move(parts), sum, total,
                    whole_prorated());
  }

  Derivation work(Money total) {
    std::vector<Derivation> parts;
    const Exact hours = Exact::from(cost_.hours) * Exact::from(basis_.count) +
                        Exact::from(cost_.hours_per_unit) * Exact::from(basis_.quantity);
    const Exact value = hours * Exact::from(line_.hourly_cost);
    if (!hours.is_zero()) {
      std::vector<Derivation> factors{hours_tree(hours), hourly_cost()};
      parts.push_back(node(Step::product, "Hours at their cost", "hours x hourly cost", facts_.shown(value),
                           value.to_string(), std::move(factors)));
    }
    return finished("Work", "hours at what they cost", std::move(parts), value, total, whole_prorated());
  }

  Derivation third_party(Money total, Money net) {
    std::vector<Derivation> parts;
    Exact sum;
    std::string proration = whole_prorated();
    add_product(parts, sum, "Third-party amount", "amount x count", cost_.third_party, "/third_party", count());
    if (!cost_.third_party_rate.is_zero() && net.minor != 0) {
      const Exact share =
          Exact::from_minor(net.minor, facts_.currency().digits()) * Exact::from(cost_.third_party_rate);
      std::vector<Derivation> factors{
          facts_.in_book("Third-party rate", cost_.third_party_rate, percent(cost_.third_party_rate),
                         pointer_ + "/third_party_rate"),
          money_node(facts_, Step::rule, "Net of the line in the period", "see its net", net, {})};
      parts.push_back(node(Step::product, "Third-party share", "rate x net", facts_.shown(share), share.to_string(),
                           std::move(factors)));
      sum = sum + share;
      // The net is prorated already.
      proration = fmt::format("the amount for {} of {} days, then rounded once", month_.days, month_.of_days);
    }
    return finished("Third party", "fees of others", std::move(parts), sum, total, proration);
  }

  Derivation hours_tree(const Exact& hours) {
    std::vector<Derivation> parts;
    Exact sum;
    const auto add = [&](std::string label, std::string formula, Decimal each, const std::string& field,
                         Derivation times, Decimal many) {
      if (each.is_zero() || many.is_zero()) return;
      const Exact value = Exact::from(each) * Exact::from(many);
      std::vector<Derivation> factors{facts_.in_book(field.ends_with("unit") ? "Hours per unit" : "Hours stated", each,
                                                     quantity(each), pointer_ + field),
                                      std::move(times)};
      parts.push_back(node(Step::product, std::move(label), std::move(formula), grouped(value.to_string()),
                           value.to_string(), std::move(factors)));
      sum = sum + value;
    };
    add("Hours", "hours x count", cost_.hours, "/hours", count(), basis_.count);
    add("Hours for units", "hours per unit x quantity", cost_.hours_per_unit, "/hours_per_unit", quantity_of_cost(),
        basis_.quantity);
    return node(Step::sum, "Hours", "of a whole month, or once", grouped(hours.to_string()), hours.to_string(),
                std::move(parts));
  }

 private:
  void add_product(std::vector<Derivation>& parts, Exact& sum, std::string label, std::string formula, Decimal price,
                   const std::string& field, Derivation times) {
    Decimal many;
    if (price.is_zero() || Decimal::parse(times.number, many) != DecimalError::none || many.is_zero()) return;
    const Exact value = Exact::from(price) * Exact::from(many);
    std::vector<Derivation> factors{
        facts_.in_book(field.ends_with("unit") ? "Unit price" : "Amount", price, facts_.price(price), pointer_ + field),
        std::move(times)};
    parts.push_back(node(Step::product, std::move(label), std::move(formula), facts_.shown(value), value.to_string(),
                         std::move(factors)));
    sum = sum + value;
  }

  // Graduated with flat fees, as in a list price; at zero the first flat fee.
  void add_tiers(std::vector<Derivation>& parts, Exact& sum) {
    const Decimal q = basis_.quantity;
    const auto add_flat = [&](std::size_t at) {
      const Decimal flat = cost_.tiers[at].flat;
      if (flat.is_zero()) return;
      parts.push_back(facts_.in_book(fmt::format("Flat fee of tier {}", at + 1), flat, facts_.price(flat),
                                     fmt::format("{}/tiers/{}/flat", pointer_, at)));
      sum = sum + Exact::from(flat);
    };
    if (q.is_zero()) add_flat(0);
    Decimal lower;
    for (std::size_t at = 0; at < cost_.tiers.size() && lower < q; ++at) {
      const model::Tier& tier = cost_.tiers[at];
      const Decimal upper = tier.up_to ? std::min(*tier.up_to, q) : q;
      Decimal part = Decimal::from_micro(upper.micro() - lower.micro());
      std::string label = "Part of the quantity";
      if (tier.block) {
        part = Decimal::whole((part.micro() + tier.block->micro() - 1) / tier.block->micro());
        label = "Started blocks of the part";
      }
      add_product(parts, sum, fmt::format("Tier {}", at + 1), "part of the quantity x unit price", tier.unit,
                  fmt::format("/tiers/{}/unit", at), fixed(std::move(label), "", quantity(part), part.to_string()));
      add_flat(at);
      lower = upper;
    }
  }

  Derivation count() const {
    if (basis_.count.is_zero() && line_.meter >= 0) return fixed("Count", "outside the line's own months", "0", "0");
    if (line_.meter >= 0) return fixed("Count", "a fixed part of a component with a meter counts once", "1", "1");
    return metered_tree(facts_, month_);
  }

  // Cost follows the metered quantity, before conversion and included units.
  Derivation quantity_of_cost() const {
    if (!pricing::costs_other_meter(line_)) return metered_tree(facts_, month_);
    const int meter = line_.resolved_cost->meter;
    const model::Meter& source = facts_.book().meters[static_cast<std::size_t>(meter)];
    Derivation out = facts_.in_book(source.name.empty() ? "Cost meter" : source.name, basis_.quantity,
                                    quantity(basis_.quantity), fmt::format("/meters/{}/sizing", meter));
    out.formula = month_.peak ? "sized from the customer's profile, at peak" : "sized from the customer's profile";
    return out;
  }

  // The partner's figure for the role and the book's currency, else the book's.
  Derivation hourly_cost() const {
    const std::string label = "Hourly cost of " + cost_.role;
    const auto& roles = facts_.context().partner.roles;
    for (std::size_t at = 0; at < roles.size(); ++at) {
      if (roles[at].role != cost_.role || roles[at].currency != facts_.currency()) continue;
      return facts_.in_partner(label, line_.hourly_cost, facts_.price(line_.hourly_cost),
                               fmt::format("/roles/{}/hourly_cost", at));
    }
    return facts_.in_book(label, line_.hourly_cost, facts_.price(line_.hourly_cost),
                          fmt::format("/roles/{}/hourly_cost", line_.resolved_cost->role));
  }

  std::string whole_prorated() const {
    return fmt::format("{} of {} days, then rounded once", month_.days, month_.of_days);
  }

  Derivation finished(std::string label, std::string formula, std::vector<Derivation> parts, const Exact& sum,
                      Money total, const std::string& proration) {
    const Exact rest = Exact::from_minor(total.minor, facts_.currency().digits()) - sum;
    if (!rest.is_zero()) {
      parts.push_back(node(Step::rule, month_.days > 0 ? "Part of the month, and rounding" : "Rounding",
                           month_.days > 0 ? proration : "rounded once", facts_.shown(rest), rest.to_string(), {}));
    }
    return money_node(facts_, Step::sum, std::move(label), std::move(formula), total, std::move(parts));
  }

  const DealFacts& facts_;
  const LineMonth& month_;
  const pricing::ActiveLine& line_;
  const model::Cost& cost_;
  const pricing::CostBasis& basis_;
  std::string pointer_;
};

struct SpanCost {
  LineMonth month;
  pricing::CostBasis basis;

  SpanCost(const DealFacts& facts, std::size_t line, const pricing::Span& span)
      : month{line,      span.from_period, false,  &span.waterfall, span.net_before_true_up,
              span.days, span.of_days,     nullptr},
        basis(idle(facts.active(line), span)
                  ? pricing::CostBasis{Decimal(), Decimal()}
                  : pricing::cost_basis(facts.active(line), span.waterfall.metered, facts.sizes())) {}

  // Outside the line's own months there is nothing but a shortfall, and only the third-party rate of it costs.
  static bool idle(const pricing::ActiveLine& line, const pricing::Span& span) {
    return line.monthly && (span.from_period < line.first || span.from_period > line.last);
  }
};

Derivation parts_of(const DealFacts& facts, const LineMonth& month, const pricing::CostBasis& basis, Money wholesale,
                    Money work, Money third_party, Money net) {
  CostTree tree(facts, month, basis);
  std::vector<Derivation> parts;
  if (wholesale.minor != 0) parts.push_back(tree.wholesale(wholesale));
  if (work.minor != 0) parts.push_back(tree.work(work));
  if (third_party.minor != 0) parts.push_back(tree.third_party(third_party, net));
  const Money total{wholesale.minor + work.minor + third_party.minor, facts.currency()};
  const char* formula = parts.empty() ? "none" : "wholesale + work + third party";
  return money_node(facts, Step::sum, facts.active(month.line).monthly ? "Cost of a month" : "Cost, once", formula,
                    total, std::move(parts));
}

}  // namespace

Derivation line_cost(const DealFacts& facts, std::size_t line, std::optional<int> period) {
  return over_spans(
      facts, line, period, "Cost",
      [](const pricing::Span& span) {
        return Money{span.cost_minor(), span.net.currency};
      },
      [](const DealFacts& all, std::size_t at, const pricing::Span& span) {
        const SpanCost cost(all, at, span);
        return parts_of(all, cost.month, cost.basis, span.wholesale, span.work, span.third_party, span.net);
      });
}

Derivation line_work(const DealFacts& facts, std::size_t line) {
  return over_spans(
      facts, line, std::nullopt, "Cost of the hours", [](const pricing::Span& span) { return span.work; },
      [](const DealFacts& all, std::size_t at, const pricing::Span& span) {
        const SpanCost cost(all, at, span);
        return CostTree(all, cost.month, cost.basis).work(span.work);
      });
}

Derivation line_hours(const DealFacts& facts, std::size_t line) {
  const pricing::PricedLine& priced = facts.priced().lines[line];
  std::vector<Derivation> children;
  for (const pricing::Span& span : priced.spans) {
    const SpanCost cost(facts, line, span);
    const model::Cost& source = *facts.active(line).cost;
    const Exact hours = Exact::from(source.hours) * Exact::from(cost.basis.count) +
                        Exact::from(source.hours_per_unit) * Exact::from(cost.basis.quantity);
    Derivation month = CostTree(facts, cost.month, cost.basis).hours_tree(hours);
    const Exact all = Exact::from(span.hours) * Exact::from_minor(span.periods(), 0);
    std::vector<Derivation> factors{
        fixed("Months", "", std::to_string(span.periods()), std::to_string(span.periods())),
        node(Step::rule, "Hours of a month", span.days > 0 ? "prorated by days" : "rounded to six places",
             quantity(span.hours), span.hours.to_string(), {std::move(month)})};
    children.push_back(node(Step::product, fmt::format("Months {} to {}", span.from_period, span.to_period),
                            "months x hours", grouped(all.to_string()), all.to_string(), std::move(factors)));
  }
  return node(Step::sum, "Hours of " + priced.name, "sum over the months", quantity(priced.hours_total),
              priced.hours_total.to_string(), std::move(children));
}

Derivation month_cost(const DealFacts& facts, const LineMonth& month, const pricing::CostBasis& basis) {
  const auto parts = pricing::cost_of(facts.active(month.line), basis, month.net.minor, {}, facts.currency().digits(),
                                      facts.context().book.rounding());
  if (!parts) return fixed("Cost", "too large", "n/a", "");
  const auto money = [&](std::int64_t minor) { return Money{minor, facts.currency()}; };
  return parts_of(facts, month, basis, money(parts->wholesale), money(parts->work), money(parts->third_party),
                  month.net);
}

}  // namespace dealwright::report
