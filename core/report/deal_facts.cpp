#include <algorithm>
#include <numeric>

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
  // Percentages of components come after all they may be taken of.
  order_.resize(lines_.size());
  std::iota(order_.begin(), order_.end(), 0);
  std::sort(order_.begin(), order_.end(), [&](int a, int b) {
    const auto& x = lines_[static_cast<std::size_t>(a)];
    const auto& y = lines_[static_cast<std::size_t>(b)];
    return x.of_components != y.of_components ? y.of_components : x.rank < y.rank;
  });
  line_of_component_.assign(book().components.size(), -1);
  for (std::size_t at = 0; at < lines_.size(); ++at) {
    line_of_component_[static_cast<std::size_t>(lines_[at].component_index)] = static_cast<int>(at);
  }
}

std::vector<pricing::MonthLine> DealFacts::month(const pricing::MonthView& view) const {
  std::vector<pricing::MonthLine> out(lines_.size());
  std::vector<std::int64_t> weights, shares;
  const auto& discounts = book().discounts;
  const bool by_volume = std::any_of(discounts.begin(), discounts.end(),
                                     [](const auto& discount) { return discount.kind == model::DiscountKind::volume; });
  const pricing::MonthInputs inputs{context_, lines_, order_, line_of_component_, sizes_, by_volume};
  pricing::price_month(inputs, view, out, weights, shares);
  return out;
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
