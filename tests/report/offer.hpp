#pragma once
// A small deal as its customer reads it.

#include <string>
#include <vector>

#include "core/report/explain.hpp"
#include "core/report/proposal.hpp"
#include "tests/pricing/fixtures.hpp"

namespace dealwright::report_test {

using pricing_test::component;
using pricing_test::decimal;
using pricing_test::flat;
using pricing_test::per_unit;
using pricing_test::tier;
using pricing_test::tiered;

// Meters: 0 "orders", 1 "value" (order value, money).
struct Offer : pricing_test::Case {
  Offer() {
    book.meters.resize(2);
    book.meters[0].id = "orders";
    book.meters[0].name = "Orders";
    book.meters[0].unit = "order";
    book.meters[1].id = "value";
    book.meters[1].name = "Order value";
    book.meters[1].money = true;
    partner.name = "Partner";
    customer.name = "Customer";
  }

  // A component on a meter and a line that sells a quantity of it.
  model::Line& sell_metered(model::Price price, std::string_view quantity, std::string meter = "orders") {
    auto c = component("c" + std::to_string(book.components.size() + 1), std::move(price));
    c.meter = std::move(meter);
    auto& line = sell(std::move(c));
    line.quantity = decimal(quantity);
    return line;
  }
  model::Component& sold() { return book.components.back(); }

  report::Proposal proposal() {
    price();
    return report::make_proposal({deal, customer, partner, nullptr, book}, priced, Date());
  }

  // The boundary of the monthly line, or of the one-off one.
  std::string boundary(std::size_t at = 0) { return proposal().monthly.at(at).boundary; }

  // The term that begins so; "" where there is none.
  std::string term(std::string_view beginning) {
    std::string found;
    for (const std::string& term : proposal().terms) {
      if (term.rfind(beginning, 0) == 0) found = term;
    }
    return found;
  }

  // The first tree of a metric.
  report::Derivation explained(const char* metric, std::optional<int> period = std::nullopt) {
    price();
    const pricing::Book ready(book);
    return report::explain({deal, partner, customer, ready}, priced, {metric, "", period}).value().front();
  }
};

// The first node with that label, depth first; null where there is none.
inline const report::Derivation* find(const report::Derivation& tree, std::string_view label) {
  if (tree.label == label) return &tree;
  for (const auto& child : tree.children) {
    if (const auto* found = find(child, label)) return found;
  }
  return nullptr;
}

// "label number; label number" of the children.
inline std::string parts(const report::Derivation& tree) {
  std::string out;
  for (const auto& child : tree.children) out += (out.empty() ? "" : "; ") + child.label + ' ' + child.number;
  return out;
}

}  // namespace dealwright::report_test
