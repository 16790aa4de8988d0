#include <fmt/format.h>

#include "core/pricing/sizing.hpp"
#include "core/report/figures.hpp"
#include "core/report/line_derivation.hpp"

namespace dealwright::report {
namespace {

Derivation leaf(std::string label, Decimal number, std::string value, std::string kind, std::string id,
                std::string pointer) {
  Derivation out;
  out.label = std::move(label);
  out.value = std::move(value);
  out.number = number.to_string();
  out.kind = std::move(kind);
  out.id = std::move(id);
  out.pointer = std::move(pointer);
  return out;
}

}  // namespace

DealFacts::DealFacts(const pricing::Context& context, const pricing::PricedDeal& priced)
    : context_(context), priced_(priced) {
  Diagnostics ignored;  // the deal is priced, so there are none
  pricing::resolve_lines(context_, lines_, ignored);
  pricing::size_meters(context_.book, context_.customer.profile, sizes_);
  pricing::put_in_order(lines_, context_.book, order_, line_of_component_);
}

std::vector<pricing::MonthLine> DealFacts::month(const pricing::MonthView& view) const {
  pricing::MonthMemory memory;
  return month(view, memory);
}

std::vector<pricing::MonthLine> DealFacts::month(const pricing::MonthView& view, pricing::MonthMemory& memory) const {
  std::vector<pricing::MonthLine> out(lines_.size());
  pricing::price_month({context_, lines_, order_, line_of_component_, sizes_}, view, out, memory);
  return out;
}

const model::ProgrammeDiscount* DealFacts::volume_step(const LineMonth& month, model::ServiceLine service_line) const {
  pricing::MonthMemory memory;
  this->month({.period = month.period, .peak = month.peak}, memory);
  const auto* step = memory.volume_steps[static_cast<std::size_t>(service_line)];
  return step == nullptr ? nullptr : &book().discounts[step->index];
}

Derivation DealFacts::in_book(std::string label, Decimal number, std::string value, std::string pointer) const {
  return leaf(std::move(label), number, std::move(value), "price_book", book().id, std::move(pointer));
}

Derivation DealFacts::in_deal(std::string label, Decimal number, std::string value, std::string pointer) const {
  return leaf(std::move(label), number, std::move(value), "deal", context_.deal.id, std::move(pointer));
}

Derivation DealFacts::in_customer(std::string label, Decimal number, std::string value, std::string pointer) const {
  return leaf(std::move(label), number, std::move(value), "customer", context_.customer.id, std::move(pointer));
}

Derivation DealFacts::in_partner(std::string label, Decimal number, std::string value, std::string pointer) const {
  return leaf(std::move(label), number, std::move(value), "partner", context_.partner.id, std::move(pointer));
}

std::string DealFacts::shown(Money value) const {
  return to_display(value);
}

std::string DealFacts::shown(const Exact& value) const {
  return fmt::format("{} {}", amount(value, currency()), currency().code());
}

std::string DealFacts::price(Decimal value) const {
  return fmt::format("{} {}", amount(value, currency()), currency().code());
}

std::string component_pointer(const pricing::ActiveLine& line) {
  return fmt::format("/components/{}", line.component_index);
}

Derivation node(Step step, std::string label, std::string formula, std::string value, std::string number,
                std::vector<Derivation> children) {
  Derivation out;
  out.step = step;
  out.label = std::move(label);
  out.formula = std::move(formula);
  out.value = std::move(value);
  out.number = std::move(number);
  out.children = std::move(children);
  return out;
}

Derivation money_node(const DealFacts& facts, Step step, std::string label, std::string formula, Money value,
                      std::vector<Derivation> children) {
  return node(step, std::move(label), std::move(formula), facts.shown(value), to_string(value), std::move(children));
}

Derivation fixed(std::string label, std::string formula, std::string value, std::string number) {
  return node(Step::value, std::move(label), std::move(formula), std::move(value), std::move(number), {});
}

}  // namespace dealwright::report
