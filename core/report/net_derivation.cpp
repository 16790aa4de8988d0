#include <algorithm>

#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "core/report/line_derivation.hpp"

namespace dealwright::report {
namespace {

// The changes from the list price to the net.
class NetTree {
 public:
  NetTree(const DealFacts& facts, const LineMonth& month)
      : facts_(facts),
        month_(month),
        line_(facts.active(month.line)),
        w_(*month.waterfall),
        deal_(facts.context().deal) {}

  Derivation grow() {
    children_.push_back(list_tree(facts_, month_));
    if (deal_.uplift) {
      change("Uplift", fmt::format("compounds every {}", counted(deal_.uplift->every_months, "month", "months")),
             w_.after_uplift - w_.list,
             facts_.in_deal("Uplift rate", deal_.uplift->rate, percent(deal_.uplift->rate), "/uplift/rate"));
    }
    agreed();
    rate_change("Term discount", step_of(model::DiscountKind::term), w_.term_rate, w_.after_term - w_.after_agreed);
    rate_change("Prepayment discount", step_of(model::DiscountKind::prepay), w_.prepay_rate,
                w_.after_prepay - w_.after_term);
    if (!w_.volume_rate.is_zero()) {
      rate_change("Volume discount", facts_.volume_step(month_, line_.component->service_line), w_.volume_rate,
                  w_.after_volume - w_.after_prepay);
    }
    line_discount();
    deal_discount();
    if (w_.free) {
      change("Free month", "nothing is charged", Exact() - w_.after_deal,
             facts_.in_deal("Free months", Decimal::whole(deal_.free_months->months),
                            counted(deal_.free_months->months, "month", "months"), "/free_months/months"));
    } else {
      bounds();
    }
    const Exact rounding = Exact::from_minor(month_.net.minor, facts_.currency().digits()) - w_.after_bounds;
    const std::string proration =
        month_.days > 0 ? fmt::format("{} of {} days, then rounded once", month_.days, month_.of_days) : "rounded once";
    change(month_.days > 0 ? "Part of the month, and rounding" : "Rounding", proration, rounding);
    const char* formula = children_.size() > 1 ? "list price and what changes it" : "list price";
    return money_node(facts_, Step::sum,
                      line_.monthly ? (month_.days > 0 ? "Net of the partial month" : "Net of a month") : "Net, once",
                      formula, month_.net, std::move(children_));
  }

 private:
  void change(std::string label, std::string formula, const Exact& delta, std::optional<Derivation> source = {}) {
    if (delta.is_zero()) return;
    std::vector<Derivation> sources;
    if (source) sources.push_back(std::move(*source));
    children_.push_back(node(Step::rule, std::move(label), std::move(formula), facts_.shown(delta), delta.to_string(),
                             std::move(sources)));
  }

  std::string line_pointer(std::string_view field) const { return fmt::format("/lines/{}/{}", line_.deal_line, field); }
  const model::RampSegment* segment() const {
    return line_.line != nullptr && line_.monthly ? pricing::ramp_segment(line_, month_.period) : nullptr;
  }
  std::string ramp_pointer(const model::RampSegment* segment, std::string_view field) const {
    return line_pointer(fmt::format("ramp/{}/{}", segment - line_.line->ramp.data(), field));
  }

  void agreed() {
    if (line_.line == nullptr) return;
    const model::RampSegment* ramp = segment();
    const bool of_ramp = ramp != nullptr && ramp->price;
    const std::optional<Decimal> price = of_ramp ? ramp->price : line_.line->price;
    if (!price) return;
    change("Agreed price", "in the place of the list price", w_.after_agreed - w_.after_uplift,
           facts_.in_deal("Agreed price", *price, facts_.price(*price),
                          of_ramp ? ramp_pointer(ramp, "price") : line_pointer("price")));
  }

  const model::ProgrammeDiscount* step_of(model::DiscountKind kind) const {
    return pricing::step_in_force(facts_.context(), kind, line_.component->service_line);
  }
  void rate_change(std::string label, const model::ProgrammeDiscount* step, Decimal rate, const Exact& delta) {
    if (rate.is_zero() || step == nullptr) return;
    change(std::move(label), percent(rate) + " off", delta,
           facts_.in_book(step->id, rate, percent(rate),
                          fmt::format("/discounts/{}/rate", step - facts_.book().discounts.data())));
  }

  void line_discount() {
    if (line_.line == nullptr) return;
    const Exact by_rate = w_.line_rate.is_zero() ? Exact() : Exact() - w_.after_volume * Exact::from(w_.line_rate);
    if (!w_.line_rate.is_zero()) {
      const model::RampSegment* ramp = segment();
      const bool of_ramp = ramp != nullptr && ramp->discount;
      change("Line discount", percent(w_.line_rate) + " off", by_rate,
             facts_.in_deal("Discount", w_.line_rate, percent(w_.line_rate),
                            of_ramp ? ramp_pointer(ramp, "discount") : line_pointer("discount")));
    }
    change("Line discount amount", "off the line, not below zero", w_.after_line - w_.after_volume - by_rate,
           facts_.in_deal("Discount amount", line_.line->discount_amount, facts_.price(line_.line->discount_amount),
                          line_pointer("discount_amount")));
  }

  void deal_discount() {
    const Exact by_rate = w_.deal_rate.is_zero() ? Exact() : Exact() - w_.after_line * Exact::from(w_.deal_rate);
    if (!w_.deal_rate.is_zero()) {
      change("Deal discount", percent(w_.deal_rate) + " off", by_rate,
             facts_.in_deal("Deal discount", deal_.discount, percent(deal_.discount), "/discount"));
    }
    change("Share of the deal discount amount", "split over the discountable monthly lines by their price",
           w_.after_deal - w_.after_line - by_rate,
           facts_.in_deal("Deal discount amount", deal_.discount_amount, facts_.price(deal_.discount_amount),
                          "/discount_amount"));
  }

  void bounds() {
    const Exact delta = w_.after_bounds - w_.after_deal;
    if (delta.is_zero()) return;
    const model::Component& component = *line_.component;
    const bool raised = Exact::compare(delta, Exact()) > 0;
    const Decimal bound = raised ? component.minimum.value_or(Decimal()) : component.maximum.value_or(Decimal());
    change(raised ? "Raised to the minimum" : "Cut to the maximum", "of the component", delta,
           facts_.in_book(raised ? "Minimum" : "Maximum", bound, facts_.price(bound),
                          component_pointer(line_) + (raised ? "/minimum" : "/maximum")));
  }

  const DealFacts& facts_;
  const LineMonth& month_;
  const pricing::ActiveLine& line_;
  const pricing::Waterfall& w_;
  const model::Deal& deal_;
  std::vector<Derivation> children_;
};

std::string months_label(int from, int to, bool monthly) {
  if (!monthly) return fmt::format("Once, in month {}", from);
  return from == to ? fmt::format("Month {}", from) : fmt::format("Months {} to {}", from, to);
}

LineMonth month_of(std::size_t line, const pricing::Span& span) {
  return {line, span.from_period, false, &span.waterfall, span.net_before_true_up, span.days, span.of_days, nullptr};
}

Derivation true_up(const DealFacts& facts, const pricing::Span& span) {
  const auto& commitment = facts.context().deal.commitment;
  std::vector<Derivation> sources;
  if (commitment)
    sources.push_back(
        facts.in_deal("Commitment", commitment->amount, facts.price(commitment->amount), "/commitment/amount"));
  return money_node(facts, Step::rule, "True-up",
                    "share of the commitment's shortfall, by the net of the monthly lines", span.true_up,
                    std::move(sources));
}

Derivation net_of_span(const DealFacts& facts, std::size_t line, const pricing::Span& span) {
  Derivation month = net_tree(facts, month_of(line, span));
  if (span.true_up.minor == 0) return month;
  std::vector<Derivation> children{std::move(month), true_up(facts, span)};
  return money_node(facts, Step::sum, "Net with true-up", "net before true-up plus true-up", span.net,
                    std::move(children));
}

Derivation list_of_span(const DealFacts& facts, std::size_t line, const pricing::Span& span) {
  const LineMonth month = month_of(line, span);
  std::vector<Derivation> children{list_tree(facts, month)};
  const auto& uplift = facts.context().deal.uplift;
  const auto add = [&](std::string label, std::string formula, const Exact& delta) {
    if (!delta.is_zero())
      children.push_back(
          node(Step::rule, std::move(label), std::move(formula), facts.shown(delta), delta.to_string(), {}));
  };
  if (uplift) {
    add("Uplift", fmt::format("{} every {}", percent(uplift->rate), counted(uplift->every_months, "month", "months")),
        span.waterfall.after_uplift - span.waterfall.list);
  }
  add(span.days > 0 ? "Part of the month, and rounding" : "Rounding",
      span.days > 0 ? fmt::format("{} of {} days, then rounded once", span.days, span.of_days) : "rounded once",
      Exact::from_minor(span.list.minor, facts.currency().digits()) - span.waterfall.after_uplift);
  return money_node(facts, Step::sum, "List price of a month, after uplift", "", span.list, std::move(children));
}

}  // namespace

Derivation net_tree(const DealFacts& facts, const LineMonth& month) {
  return NetTree(facts, month).grow();
}

Derivation over_spans(const DealFacts& facts, std::size_t line, std::optional<int> period, const std::string& what,
                      Money (*amount_of)(const pricing::Span&),
                      Derivation (*tree_of)(const DealFacts&, std::size_t, const pricing::Span&)) {
  const pricing::PricedLine& priced = facts.priced().lines[line];
  const bool monthly = priced.charge == model::Charge::monthly;
  Money total{0, facts.currency()};
  // Months that come about in the same way make one child.
  struct Run {
    int from, to;
    Money each;
    Derivation tree;
  };
  std::vector<Run> runs;
  for (const pricing::Span& span : priced.spans) {
    if (period && (*period < span.from_period || *period > span.to_period)) continue;
    const int from = period.value_or(span.from_period), to = period.value_or(span.to_period);
    Derivation tree = tree_of(facts, line, span);
    if (!runs.empty() && runs.back().each == amount_of(span) && runs.back().to + 1 == from &&
        runs.back().tree == tree) {
      runs.back().to = to;
    } else {
      runs.push_back({from, to, amount_of(span), std::move(tree)});
    }
  }
  std::vector<Derivation> children;
  for (Run& run : runs) {
    const int months = run.to - run.from + 1;
    const Money sum{run.each.minor * months, facts.currency()};
    total.minor += sum.minor;
    const std::string label = months_label(run.from, run.to, monthly);
    if (months > 1) {
      std::vector<Derivation> factors{fixed("Months", "", grouped(std::to_string(months)), std::to_string(months)),
                                      std::move(run.tree)};
      children.push_back(money_node(facts, Step::product, label, fmt::format("{} x {}", months, to_display(run.each)),
                                    sum, std::move(factors)));
    } else {
      run.tree.label = label;
      children.push_back(std::move(run.tree));
    }
  }
  const std::string where = period ? fmt::format(", month {}", *period) : "";
  const char* formula = children.empty() ? "not active there" : period ? "of that month" : "sum over the months";
  return money_node(facts, Step::sum, fmt::format("{} of {}{}", what, priced.name, where),
                    monthly ? formula : "charged once", total, std::move(children));
}

Derivation line_net(const DealFacts& facts, std::size_t line, std::optional<int> period) {
  return over_spans(
      facts, line, period, "Net", [](const pricing::Span& span) { return span.net; }, net_of_span);
}

Derivation line_list(const DealFacts& facts, std::size_t line, std::optional<int> period) {
  return over_spans(
      facts, line, period, "List price", [](const pricing::Span& span) { return span.list; }, list_of_span);
}

}  // namespace dealwright::report
