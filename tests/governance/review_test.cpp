#include "core/governance/review.hpp"

#include <doctest/doctest.h>

namespace {

using namespace dealwright;
using namespace dealwright::governance;

RaisedRisk raised(const char* risk) {
  RaisedRisk made;
  made.risk = risk;
  return made;
}

model::Playbook playbook() {
  model::Playbook book;
  book.id = "programme";
  book.policy_areas = {{"commercial", "Commercial policy", {"Which margins fell?", "Who gave discounts?"}},
                       {"operations", "Service operations", {}}};
  book.risks = {{"scope", "Scope creep", "", "Change control.", {}},
                {"restore", "Untested restore", "", "Test it.", {}},
                {"drift", "Cloud cost drift", "", "Watch it.", {}}};
  return book;
}

TEST_CASE("the sheet of a quarter") {
  model::Partner partner;
  partner.id = "studio";
  partner.name = "Studio";
  partner.health = model::PartnerHealth{};
  partner.health->days_to_first_deal = 41;
  ReviewFigures figures;
  figures.duties.gaps = 2;
  figures.deals = {
      {"a", "A", "shop", {3, 10}}, {"b", "B", "shop", {}}, {"c", "C", "mart", {1, 4}}, {"d", "D", "mart", {2, 8}}};
  figures.customers = {{"shop", "Shop", {10, 6, 2}, {raised("drift"), raised("scope")}},
                       {"mart", "Mart", {12, 12, 9}, {raised("drift")}}};
  figures.partner_risks = {raised("scope")};
  figures.onboarding = {{"run", "First run", {3, 4}, "Technical readiness", *Date::from(2026, 10, 1)}};
  const auto sheet = review_of(playbook(), partner, figures, *Date::from(2026, 9, 30));
  CHECK(sheet.partner == "studio");
  CHECK(sheet.playbook == "programme");
  CHECK(sheet.quarter == "2026-Q3");
  REQUIRE(sheet.areas.size() == 2);
  CHECK(sheet.areas[0].questions.size() == 2);
  CHECK(sheet.areas[1].name == "Service operations");
  CHECK(sheet.health->days_to_first_deal == 41);
  CHECK(sheet.duties.gaps == 2);
  // 1/4 and 2/8 are worth the same and stay as they stand; 3/10 is more; B has no revenue.
  std::string order;
  for (const DealMargin& deal : sheet.deals) order += deal.deal;
  CHECK(order == "cdab");
  REQUIRE(sheet.customers.size() == 2);
  CHECK(sheet.customers[0].risks == 2);
  CHECK(sheet.controls.required == 22);
  CHECK(sheet.controls.in_place == 18);
  CHECK(sheet.controls.verified == 11);
  REQUIRE(sheet.risks.size() == 2);
  // Two at Shop and one at Mart; the partner's own is open at Shop already.
  CHECK(sheet.open_risks == 3);
  CHECK(sheet.risks[0].risk == "scope");
  CHECK(sheet.risks[0].of_partner);
  CHECK(sheet.risks[0].customers == std::vector<std::string>{"Shop"});
  CHECK(sheet.risks[1].mitigation == "Watch it.");
  CHECK_FALSE(sheet.risks[1].of_partner);
  CHECK(sheet.risks[1].customers == std::vector<std::string>{"Shop", "Mart"});
  CHECK(sheet.onboarding[0].gate == "Technical readiness");
}

TEST_CASE("a risk of the partner alone is open once") {
  ReviewFigures figures;
  figures.customers = {{"mart", "Mart", {}, {raised("drift")}}};
  figures.partner_risks = {raised("scope")};
  CHECK(review_of(playbook(), {}, figures, Date()).open_risks == 2);
}

TEST_CASE("the quarter of a day") {
  const char* const quarters[] = {"2026-Q1", "2026-Q1", "2026-Q1", "2026-Q2", "2026-Q2", "2026-Q2",
                                  "2026-Q3", "2026-Q3", "2026-Q3", "2026-Q4", "2026-Q4", "2026-Q4"};
  for (int month = 1; month <= 12; ++month)
    CHECK(review_of({}, {}, {}, *Date::from(2026, month, 1)).quarter == quarters[month - 1]);
  CHECK(review_of({}, {}, {}, Date()).quarter == "");
}

}  // namespace
