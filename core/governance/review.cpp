#include "core/governance/review.hpp"

#include <fmt/format.h>

#include "core/base/stable_order.hpp"

namespace dealwright::governance {

namespace {

bool is_raised(const std::vector<RaisedRisk>& risks, const std::string& risk) {
  for (const RaisedRisk& raised : risks)
    if (raised.risk == risk) return true;
  return false;
}

bool earns_less(const DealMargin& a, const DealMargin& b) {
  if (!a.gross_margin.has_value() || !b.gross_margin.has_value())
    return a.gross_margin.has_value() && !b.gross_margin.has_value();
  return compare(a.gross_margin, b.gross_margin) < 0;
}

void add_risks(const model::Playbook& playbook, const ReviewFigures& figures, ReviewSheet& sheet) {
  for (const model::Risk& risk : playbook.risks) {
    ReviewRisk row{risk.id, risk.name, risk.mitigation, is_raised(figures.partner_risks, risk.id), {}};
    for (const CustomerFigures& customer : figures.customers)
      if (is_raised(customer.risks, risk.id)) row.customers.push_back(customer.name);
    if (row.of_partner || !row.customers.empty()) sheet.risks.push_back(std::move(row));
  }
}

}  // namespace

ReviewSheet review_of(const model::Playbook& playbook, const model::Partner& partner, const ReviewFigures& figures,
                      Date on) {
  ReviewSheet sheet;
  sheet.partner = partner.id;
  sheet.name = partner.name;
  sheet.playbook = playbook.id;
  sheet.on = on;
  if (on.is_stated()) sheet.quarter = fmt::format("{}-Q{}", on.year(), (on.month() + 2) / 3);
  for (const model::PolicyArea& area : playbook.policy_areas)
    sheet.areas.push_back({area.id, area.name, area.questions});
  sheet.health = partner.health;
  sheet.duties = figures.duties;
  sheet.deals = figures.deals;
  sort_stably(sheet.deals, earns_less);
  for (const CustomerFigures& customer : figures.customers) {
    sheet.customers.push_back(
        {customer.customer, customer.name, customer.controls, static_cast<int>(customer.risks.size())});
    sheet.controls.required += customer.controls.required;
    sheet.controls.in_place += customer.controls.in_place;
    sheet.controls.verified += customer.controls.verified;
  }
  sheet.open_risks = open_risks(figures.partner_risks, figures.customers);
  add_risks(playbook, figures, sheet);
  sheet.onboarding = figures.onboarding;
  return sheet;
}

}  // namespace dealwright::governance
