#pragma once
// Small documents for the tests of pricing.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "core/model/customer.hpp"
#include "core/model/deal.hpp"
#include "core/model/partner.hpp"
#include "core/pricing/pricer.hpp"

namespace dealwright::pricing_test {

inline Decimal decimal(std::string_view text) {
  Decimal value;
  REQUIRE(Decimal::parse(text, value) == DecimalError::none);
  return value;
}

inline model::Tier tier(std::string_view up_to, std::string_view unit, std::string_view flat = "0") {
  model::Tier t;
  if (!up_to.empty()) t.up_to = decimal(up_to);
  t.unit = decimal(unit);
  t.flat = decimal(flat);
  return t;
}

inline model::Price flat(std::string_view amount) {
  model::Price price;
  price.amount = decimal(amount);
  return price;
}

inline model::Price per_unit(std::string_view unit) {
  model::Price price;
  price.model = model::PriceModel::per_unit;
  price.unit = decimal(unit);
  return price;
}

inline model::Price tiered(model::PriceModel price_model, std::vector<model::Tier> tiers) {
  model::Price price;
  price.model = price_model;
  price.tiers = std::move(tiers);
  return price;
}

inline model::Component component(std::string id, model::Price price, model::Charge charge = model::Charge::monthly) {
  model::Component c;
  c.id = std::move(id);
  c.charge = charge;
  c.price = std::move(price);
  return c;
}

inline model::Line line(std::string component_id) {
  model::Line l;
  l.component = std::move(component_id);
  return l;
}

// One deal with the documents it needs, in EUR, starting 2026-01-01, 12 months.
struct Case {
  model::PriceBook book;
  model::Partner partner;
  model::Customer customer;
  model::Deal deal;
  Diagnostics diagnostics;
  pricing::PricedDeal priced;

  Case() {
    const Currency eur = *Currency::from_code("EUR");
    book.id = "book";
    book.currency = eur;
    partner.id = "partner";
    customer.id = "customer";
    customer.currency = eur;
    deal.id = "deal";
    deal.partner = "partner";
    deal.customer = "customer";
    deal.price_book = "book";
    deal.currency = eur;
    deal.start = *Date::from(2026, 1, 1);
  }

  // Adds a component and a line that sells it.
  model::Line& sell(model::Component c) {
    deal.lines.push_back(line(c.id));
    book.components.push_back(std::move(c));
    return deal.lines.back();
  }

  bool try_price() {
    diagnostics.clear();
    const pricing::Book ready(book);
    pricing::Pricer pricer;
    return pricer.price({deal, partner, customer, ready}, priced, diagnostics);
  }

  const pricing::PricedDeal& price() {
    const bool done = try_price();
    for (const auto& diagnostic : diagnostics) MESSAGE(to_line(diagnostic));
    REQUIRE(done);
    return priced;
  }

  // The one diagnostic of a deal that cannot be priced: its code.
  std::string refusal() {
    REQUIRE_FALSE(try_price());
    REQUIRE(diagnostics.size() == 1);
    return diagnostics.front().code;
  }
};

inline std::string text(Money amount) {
  return to_string(amount);
}

}  // namespace dealwright::pricing_test
