#include "core/pricing/offer_difference.hpp"

#include <cstddef>
#include <utility>

namespace dealwright::pricing {

namespace {

OfferLineChange empty_change(Currency currency) {
  const Money none{0, currency};
  const AmountChange level{none, none, none};
  OfferLineChange change;
  change.tcv = change.cost = change.margin = level;
  return change;
}

void add(const PricedLine& line, Money AmountChange::*side, std::int64_t sign, OfferLineChange& change) {
  const auto put = [&](AmountChange& amount, std::int64_t minor) {
    (amount.*side).minor += minor;
    amount.difference.minor += sign * minor;
  };
  put(change.tcv, line.net_total.minor);
  put(change.cost, line.cost_total.minor);
  put(change.margin, line.net_total.minor - line.cost_total.minor);
}

// The change of this line's component that has no line of the second offer yet.
OfferLineChange* open_change(std::vector<OfferLineChange>& changes, const std::string& component) {
  for (OfferLineChange& one : changes)
    if (one.presence == Presence::removed && one.id == component) return &one;
  return nullptr;
}

OfferLineChange of_service_line(const PricedDeal& before, const PricedDeal& after, model::ServiceLine service_line) {
  OfferLineChange change = empty_change(after.currency);
  change.service_line = service_line;
  bool is_before = false, is_after = false;
  for (const PricedLine& line : before.lines) {
    if (line.service_line != service_line) continue;
    is_before = true;
    add(line, &AmountChange::before, -1, change);
  }
  for (const PricedLine& line : after.lines) {
    if (line.service_line != service_line) continue;
    is_after = true;
    add(line, &AmountChange::after, 1, change);
  }
  change.presence = is_before && is_after ? Presence::both : is_after ? Presence::added : Presence::removed;
  return change;
}

}  // namespace

OfferDifference offer_difference(const PricedDeal& before, const PricedDeal& after) {
  OfferDifference out;
  out.total = empty_change(after.currency);
  out.total.id = "total";
  for (const PricedLine& line : before.lines) {
    OfferLineChange& change = out.lines.emplace_back(empty_change(after.currency));
    change.id = line.component;
    change.name = line.name;
    change.service_line = line.service_line;
    change.presence = Presence::removed;
    add(line, &AmountChange::before, -1, change);
    add(line, &AmountChange::before, -1, out.total);
  }
  for (const PricedLine& line : after.lines) {
    OfferLineChange* change = open_change(out.lines, line.component);
    if (change == nullptr) {
      change = &out.lines.emplace_back(empty_change(after.currency));
      change->id = line.component;
      change->service_line = line.service_line;
      change->presence = Presence::added;
    } else {
      change->presence = Presence::both;
    }
    change->name = line.name;
    add(line, &AmountChange::after, 1, *change);
    add(line, &AmountChange::after, 1, out.total);
  }
  for (std::size_t s = 0; s < model::service_line_count; ++s) {
    const auto service_line = static_cast<model::ServiceLine>(s);
    bool is_there = false;
    for (const PricedDeal* deal : {&before, &after})
      for (const PricedLine& line : deal->lines) is_there = is_there || line.service_line == service_line;
    if (is_there) out.service_lines.push_back(of_service_line(before, after, service_line));
  }
  return out;
}

}  // namespace dealwright::pricing
