#include <algorithm>

#include <fmt/format.h>

#include "core/pricing/sizing.hpp"
#include "core/report/figures.hpp"
#include "core/report/line_derivation.hpp"

namespace dealwright::report {
namespace {

constexpr Decimal one = Decimal::whole(1);

std::string label_of(const model::Meter& meter) {
  return meter.name.empty() ? "Meter " + meter.id : meter.name;
}

Derivation sized_tree(const DealFacts& facts, int meter);

// The terms of a sizing rule: each is value x factor / per, rounded half up to six places.
void add_terms(const DealFacts& facts, const std::vector<model::SizingTerm>& terms,
               const std::vector<pricing::ResolvedTerm>& resolved, const std::string& pointer,
               std::vector<Derivation>& out) {
  for (std::size_t at = 0; at < terms.size(); ++at) {
    const std::string here = fmt::format("{}/{}", pointer, at);
    const auto& term = resolved[at];
    Derivation value =
        term.fact != nullptr
            ? facts.in_customer(titled(terms[at].of), facts.context().customer.profile.*term.fact,
                                quantity(facts.context().customer.profile.*term.fact), "/profile/" + terms[at].of)
            : sized_tree(facts, term.meter);
    if (term.factor == one && term.per == one) {
      out.push_back(std::move(value));
      continue;
    }
    const Decimal number =
        pricing::term_quantity(term, facts.context().customer.profile, facts.sizes()).value_or(Decimal());
    std::vector<Derivation> children{std::move(value)};
    std::string formula = terms[at].of;
    if (term.factor != one) {
      children.push_back(facts.in_book("Factor", term.factor, quantity(term.factor), here + "/factor"));
      formula += " x " + quantity(term.factor);
    }
    if (term.per != one) {
      children.push_back(facts.in_book("Per", term.per, quantity(term.per), here + "/per"));
      formula += " / " + quantity(term.per);
    }
    out.push_back(node(Step::rule, fmt::format("Term {}", at + 1), spaced(formula), quantity(number),
                       number.to_string(), std::move(children)));
  }
}

Derivation sized_tree(const DealFacts& facts, int meter) {
  const auto index = static_cast<std::size_t>(meter);
  const model::Meter& source = facts.book().meters[index];
  const Decimal result = facts.sizes()[index];
  if (!source.sizing)
    return fixed(label_of(source), "the deal states no quantity and the meter has no sizing rule", quantity(result),
                 result.to_string());
  const model::Sizing& sizing = *source.sizing;
  const std::string pointer = fmt::format("/meters/{}/sizing", meter);
  std::vector<Derivation> children;
  std::string formula;
  if (!sizing.base.is_zero()) {
    children.push_back(facts.in_book("Base", sizing.base, quantity(sizing.base), pointer + "/base"));
    formula = "base";
  }
  add_terms(facts, sizing.terms, facts.context().book.resolved_meter(meter).terms, pointer + "/terms", children);
  if (!sizing.terms.empty()) formula += std::string(formula.empty() ? "" : " + ") + "terms";
  bool plain = true;
  const auto change = [&](std::string_view words, Derivation child) {
    formula += words;
    children.push_back(std::move(child));
    plain = false;
  };
  if (sizing.at_peak) {
    const Decimal factor = facts.context().customer.profile.peak_factor;
    change(", times the peak factor",
           facts.in_customer("Peak factor", factor, quantity(factor), "/profile/peak_factor"));
  }
  if (sizing.limit_base || !sizing.limit_terms.empty()) {
    formula += ", at most limit base + limit terms";
    plain = false;
    if (sizing.limit_base)
      children.push_back(
          facts.in_book("Limit base", *sizing.limit_base, quantity(*sizing.limit_base), pointer + "/limit_base"));
    add_terms(facts, sizing.limit_terms, facts.context().book.resolved_meter(meter).limit_terms,
              pointer + "/limit_terms", children);
  }
  if (sizing.step) {
    change(", rounded up to a multiple of " + quantity(*sizing.step),
           facts.in_book("Step", *sizing.step, quantity(*sizing.step), pointer + "/step"));
  }
  if (sizing.at_least)
    change(", at least " + quantity(*sizing.at_least),
           facts.in_book("At least", *sizing.at_least, quantity(*sizing.at_least), pointer + "/at_least"));
  const Step step = plain && result >= Decimal() && !children.empty() ? Step::sum : Step::rule;
  Derivation out = node(step, label_of(source), formula.empty() ? "nothing" : formula, quantity(result),
                        result.to_string(), std::move(children));
  out.kind = "price_book";
  out.id = facts.book().id;
  out.pointer = pointer;
  return out;
}

// Where the metered quantity of an average month is stated.
Derivation stated_quantity(const DealFacts& facts, const LineMonth& month) {
  const pricing::ActiveLine& line = facts.active(month.line);
  if (line.line != nullptr) {
    const std::string pointer = fmt::format("/lines/{}", line.deal_line);
    if (line.monthly) {
      const model::RampSegment* segment = pricing::ramp_segment(line, month.period);
      if (segment != nullptr && segment->quantity) {
        return facts.in_deal("Quantity of the ramp", *segment->quantity, quantity(*segment->quantity),
                             fmt::format("{}/ramp/{}/quantity", pointer, segment - line.line->ramp.data()));
      }
    }
    if (line.line->quantity)
      return facts.in_deal("Quantity", *line.line->quantity, quantity(*line.line->quantity), pointer + "/quantity");
    if (!line.line->readings.empty()) {
      const auto bills = facts.book().meters[static_cast<std::size_t>(line.meter)].bills;
      std::vector<Derivation> readings;
      for (std::size_t at = 0; at < line.line->readings.size(); ++at) {
        const Decimal reading = line.line->readings[at];
        readings.push_back(facts.in_deal(fmt::format("Reading {}", at + 1), reading, quantity(reading),
                                         fmt::format("{}/readings/{}", pointer, at)));
      }
      const bool sum = bills == model::MeterBills::sum;
      const Decimal together = pricing::combine_readings(bills, line.line->readings).value_or(Decimal());
      return node(sum ? Step::sum : Step::rule, "Readings",
                  sum                                ? "sum of the readings"
                  : bills == model::MeterBills::last ? "the last reading"
                                                     : "the greatest reading",
                  quantity(together), together.to_string(), std::move(readings));
    }
  }
  if (line.meter >= 0 && facts.book().meters[static_cast<std::size_t>(line.meter)].sizing)
    return sized_tree(facts, line.meter);
  return fixed("Quantity", "none is stated", "1", "1");
}

// The boundary in billed units: the package's in metered units first, then the variant's, then the component's.
Derivation included_tree(const DealFacts& facts, const pricing::ActiveLine& line, Decimal included) {
  const model::Component& component = *line.component;
  const int package = facts.context().book.package(facts.context().deal.package);
  if (package >= 0) {
    const auto& boundaries = facts.book().packages[static_cast<std::size_t>(package)].fair_use;
    const auto& brought = facts.book().packages[static_cast<std::size_t>(package)].components;
    const bool brings = std::find(brought.begin(), brought.end(), component.id) != brought.end();
    for (std::size_t at = 0; brings && at < boundaries.size(); ++at) {
      if (boundaries[at].meter != component.meter) continue;
      Derivation stated = facts.in_book("Fair use", boundaries[at].included, quantity(boundaries[at].included),
                                        fmt::format("/packages/{}/fair_use/{}/included", package, at));
      if (boundaries[at].included == included) return stated;
      std::vector<Derivation> children{
          std::move(stated), facts.in_book("Metered units per billed unit", component.units_per,
                                           quantity(component.units_per), component_pointer(line) + "/units_per")};
      return node(Step::rule, "Included units", "fair use / units per billed unit", quantity(included),
                  included.to_string(), std::move(children));
    }
  }
  const bool varied =
      line.variant >= 0 && component.variants[static_cast<std::size_t>(line.variant)].included.has_value();
  return facts.in_book("Included units", included, quantity(included),
                       varied ? fmt::format("{}/variants/{}/included", component_pointer(line), line.variant)
                              : component_pointer(line) + "/included");
}

}  // namespace

Derivation metered_tree(const DealFacts& facts, const LineMonth& month) {
  const pricing::Waterfall& w = *month.waterfall;
  Derivation out = stated_quantity(facts, month);
  if (month.peak && out.number != w.metered.to_string()) {
    const Decimal factor = facts.context().customer.profile.peak_factor;
    std::vector<Derivation> children{
        std::move(out), facts.in_customer("Peak factor", factor, quantity(factor), "/profile/peak_factor")};
    out = node(Step::rule, "Quantity at peak", "average quantity x peak factor", quantity(w.metered),
               w.metered.to_string(), std::move(children));
  }
  return out;
}

Derivation quantity_tree(const DealFacts& facts, const LineMonth& month) {
  const pricing::ActiveLine& line = facts.active(month.line);
  const pricing::Waterfall& w = *month.waterfall;
  Derivation out = metered_tree(facts, month);
  const model::Component& component = *line.component;
  if (w.converted != w.metered) {
    std::vector<Derivation> children{
        std::move(out), facts.in_book("Metered units per billed unit", component.units_per,
                                      quantity(component.units_per), component_pointer(line) + "/units_per")};
    const bool up = component.unit_rounding == model::UnitRounding::up;
    out = node(Step::rule, "Billed units",
               up ? "quantity / units per billed unit, rounded up" : "quantity / units per billed unit",
               quantity(w.converted), w.converted.to_string(), std::move(children));
  }
  if (w.billable != w.converted) {
    std::vector<Derivation> children{std::move(out), included_tree(facts, line, w.included)};
    const bool inside = w.billable.is_zero() && w.included > w.converted;
    out = node(inside ? Step::rule : Step::difference, "Billable quantity",
               inside ? "nothing: the quantity lies inside the boundary" : "quantity less included units",
               quantity(w.billable), w.billable.to_string(), std::move(children));
  }
  return out;
}

}  // namespace dealwright::report
