#include "core/roi/model_comparison.hpp"

#include <vector>

#include <doctest/doctest.h>

#include "core/roi/move_effect.hpp"
#include "tests/roi/partner_fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using model::OfferModel;
using model::RevenueModel;
using model::ServiceLine;
using tests::number;
using tests::small_deal;
using tests::Sold;

const std::vector<ServiceLine> all_lines{ServiceLine::implementation, ServiceLine::platform, ServiceLine::support};

model::Playbook playbook() {
  model::Playbook made;
  made.id = "book";
  made.offer_models.resize(2);
  made.offer_models[0].id = OfferModel::white_label;
  made.offer_models[0].name = "White label";
  made.offer_models[0].economics.emplace().service_lines = all_lines;
  made.offer_models[1].id = OfferModel::referral;
  made.offer_models[1].name = "Referral";
  made.offer_models[1].economics.emplace().referral_fee = number("0.1");
  made.revenue_models.resize(3);
  made.revenue_models[0].id = RevenueModel::fixed_scope;
  made.revenue_models[0].economics.emplace().service_lines = {ServiceLine::implementation};
  made.revenue_models[1].id = RevenueModel::managed_white_label;
  model::ModelEconomics& managed = made.revenue_models[1].economics.emplace();
  managed.service_lines = all_lines;
  managed.spreads_implementation = true;
  managed.price_factor = number("1.25");
  managed.extra_cost = number("0.1");
  made.revenue_models[2].id = RevenueModel::blended;  // nothing is said of it
  return made;
}

TEST_CASE("models of the small deal, by hand") {
  const Sold one = small_deal();
  Diagnostics told;
  const auto found = compare_models(one.deal, one.partner, playbook(), one.priced, told);
  CHECK(told.empty());
  REQUIRE(found);
  REQUIRE(found->offer_models.size() == 2);
  REQUIRE(found->revenue_models.size() == 2);

  // The baseline stands first: a tenth of 15360.00, once, and the 2500.00 never come back.
  const ModelFigures& referral = found->offer_models[0];
  CHECK(referral.id == "referral");
  CHECK_FALSE(referral.is_chosen);
  CHECK(referral.first_year_income.minor == 153'600);
  CHECK(referral.monthly_income.minor == 0);
  CHECK(referral.gross_margin.minor == 153'600);
  CHECK(referral.present.minor == 153'600);
  CHECK(referral.payback.status == PaybackStatus::never);
  CHECK(referral.over_referral->minor == 0);

  // All of it as it is priced: the partner's own return.
  Diagnostics none;
  const auto own = partner_return(one.deal, one.partner, one.priced, none);
  const ModelFigures& white_label = found->offer_models[1];
  CHECK(white_label.is_chosen);
  CHECK(white_label.first_year_income.minor == 600'000 + 960'000 + 576'000);
  CHECK(white_label.monthly_income.minor == 128'000);
  CHECK(white_label.gross_margin == own->total.margin.total);
  CHECK(white_label.present == own->total.margin.present);
  CHECK(white_label.payback.months == own->acquisition_payback.months);
  CHECK(white_label.over_referral->minor == white_label.present.minor - 153'600);

  const ModelFigures& fixed_scope = found->revenue_models[0];
  CHECK(fixed_scope.first_year_income.minor == 600'000);
  CHECK(fixed_scope.monthly_income.minor == 0);
  CHECK(fixed_scope.gross_margin.minor == 150'000);

  // 500.00 of the setup and 1600.00 a month, of which a tenth costs 160.00; the setup costs 4500.00 at once, the months
  // 700.00. After the year 462 + 277.20 and so on by 1.25, less a tenth, less cost: 831.60 - 385, and half and a
  // quarter of that.
  const ModelFigures& managed = found->revenue_models[1];
  CHECK(managed.first_year_income.minor == 600'000 + 12 * 160'000);
  CHECK(managed.monthly_income.minor == 210'000);
  CHECK(managed.gross_margin.minor == 600'000 - 450'000 + 12 * (160'000 - 16'000 - 70'000) + 44'660 + 22'330 + 11'166);
  // 7000 to pay back by 500 + 740 a month: 5.645161 months.
  CHECK(managed.payback.months == number("5.645161"));
}

TEST_CASE("a comparison needs economics of partner and models") {
  Sold one = small_deal();
  model::Playbook models = playbook();
  Diagnostics told;
  for (auto& rule : models.offer_models) rule.economics.reset();
  const auto without_baseline = compare_models(one.deal, one.partner, models, one.priced, told);
  REQUIRE(without_baseline);
  CHECK_FALSE(without_baseline->revenue_models[0].over_referral);
  for (auto& rule : models.revenue_models) rule.economics.reset();
  CHECK_FALSE(compare_models(one.deal, one.partner, models, one.priced, told));
  REQUIRE(told.size() == 1);
  CHECK(told[0].code == "playbook.no_model_economics");
  one.partner.economics.reset();
  CHECK_FALSE(compare_models(one.deal, one.partner, models, one.priced, told));
  CHECK(told[1].code == "partner.no_economics");
}

TEST_CASE("a model that sells nothing of the deal earns nothing") {
  Sold one = small_deal();
  model::Playbook models = playbook();
  models.offer_models[0].economics->service_lines = {ServiceLine::automation_ai};
  Diagnostics told;
  const auto found = compare_models(one.deal, one.partner, models, one.priced, told);
  REQUIRE(found);
  CHECK(found->offer_models[1].gross_margin.minor == 0);
  CHECK(found->offer_models[1].payback.status == PaybackStatus::never);
}

TEST_CASE("a fee or a factor beyond what can be reckoned with is told") {
  Sold one = small_deal();
  one.priced.totals.acv.minor = 900'000'000'000'000;
  Diagnostics told;
  CHECK_FALSE(compare_models(one.deal, one.partner, playbook(), one.priced, told));
  REQUIRE(told.size() == 1);
  CHECK(told[0].code == "partner_return.too_large");
}

qualification::MigrationStep step_of_small(const Currency euro) {
  qualification::MigrationStep step;
  step.before.gross_margin = {58'000, euro};
  step.after.price = {200'000, euro};
  step.after.cost = {120'000, euro};
  step.after.gross_margin = {80'000, euro};
  step.price_step = {72'000, euro};
  step.fee = Money{100'000, euro};
  step.move_cost = {60'000, euro};
  step.months = 36;
  step.value_kept = {36 * 80'000 + 40'000, euro};
  return step;
}

// Until month 13: 1500.00 of the setup, twelve times 580.00, and 739.20 less 385.00. Half of the customers are left
// then: 400.00 in months 14 and 15 each, and 200.00 of the fee less the cost of moving.
TEST_CASE("a move from the shared platform, by hand") {
  Sold one = small_deal();
  const auto flows = partner_flows(one.priced, one.deal.term_months, one.economics(), nullptr);
  REQUIRE(flows);
  const auto step = step_of_small(one.deal.currency);
  const auto found = move_effect(*flows, 12, one.economics(), 13, step);
  REQUIRE(found);
  CHECK(found->month == 13);
  CHECK(found->fee.minor == 100'000);
  CHECK(found->value_kept == step.value_kept);
  CHECK(found->until.minor == 150'000 + 12 * 58'000 + 35'420);
  CHECK(found->lifetime.minor == 881'420 + 2 * 40'000 + 20'000);
  // 1500 + 6960 / 1.1 + (354.20 + 1000) / 1.21 = 8946.4463.
  CHECK(found->lifetime_present.minor == 894'645);
  // Already now: the one-off work alone lies before it.
  CHECK(move_effect(*flows, 12, one.economics(), 0, step)->until.minor == 150'000);
  CHECK(move_effect(*flows, 12, one.economics(), 0, step)->lifetime.minor == 150'000 + 40'000 + 15 * 80'000);
  CHECK_FALSE(move_effect(*flows, 12, one.economics(), 15, step));
}

// Without a fee there is none; after the moved deal's own term customers leave again.
TEST_CASE("a moved deal's term ends too") {
  Sold one = small_deal();
  one.economics().uplift = one.economics().expansion = {};
  const auto flows = partner_flows(one.priced, one.deal.term_months, one.economics(), nullptr);
  auto step = step_of_small(one.deal.currency);
  step.fee.reset();
  step.move_cost.minor = 0;
  step.months = 2;
  const auto found = move_effect(*flows, 12, one.economics(), 12, step);
  REQUIRE(found);
  CHECK(found->fee.minor == 0);
  CHECK(found->lifetime.minor == found->until.minor + 2 * 80'000 + 40'000);
}

}  // namespace
