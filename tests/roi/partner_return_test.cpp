#include "core/roi/partner_return.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/roi/rounding.hpp"
#include "tests/roi/partner_fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using model::Charge;
using model::ServiceLine;
using tests::number;
using tests::small_deal;
using tests::Sold;

PartnerReturn sound(const Sold& one) {
  Diagnostics found;
  const auto result = partner_return(one.deal, one.partner, one.priced, found);
  for (const Diagnostic& diagnostic : found) FAIL_CHECK(to_line(diagnostic));
  REQUIRE(result);
  return *result;
}

using Row = std::vector<std::int64_t>;

Row minor(const std::vector<Money>& amounts) {
  Row out;
  for (const Money amount : amounts) out.push_back(amount.minor);
  return out;
}

// Months 13 to 15 of the platform: 800 x 1.05 x 1.1 of a half, a quarter and an eighth are 462.00, 231.00 and 115.50;
// it costs 400 x 1.1 of them, 220.00, 110.00 and 55.00. Support: 277.20, 138.60, 69.30 and 165.00, 82.50, 41.25.
TEST_CASE("the small deal, by hand") {
  const PartnerReturn found = sound(small_deal());
  REQUIRE(found.rows.size() == 3);
  const PartnerRow& setup = found.rows[0];
  CHECK(setup.service_line == ServiceLine::implementation);
  CHECK(setup.charge == Charge::one_off);
  CHECK(minor(setup.figures.margin.years) == Row{150'000, 0, 0});
  CHECK(setup.figures.mrr.empty());
  const PartnerRow& platform = found.rows[1];
  CHECK(platform.service_line == ServiceLine::platform);
  CHECK(minor(platform.figures.income.years) == Row{0, 960'000, 80'850});
  CHECK(minor(platform.figures.cost.years) == Row{0, 480'000, 38'500});
  CHECK(minor(platform.figures.margin.years) == Row{0, 480'000, 42'350});
  CHECK(minor(platform.figures.mrr) == Row{80'000, 11'550});
  // 9600 / 1.1 + 808.50 / 1.21 = 9395.4545; 4800 / 1.1 + 385 / 1.21 = 4681.8182.
  CHECK(platform.figures.income.present.minor == 939'545);
  CHECK(platform.figures.cost.present.minor == 468'182);
  CHECK(platform.figures.margin.present.minor == 471'363);
  CHECK(platform.figures.share == Ratio{522'350, 1'040'850});
  const PartnerRow& support = found.rows[2];
  CHECK(minor(support.figures.income.years) == Row{0, 576'000, 48'510});
  CHECK(minor(support.figures.cost.years) == Row{0, 360'000, 28'875});
  // 5760 / 1.1 + 485.10 / 1.21 = 5637.2727; 3600 / 1.1 + 288.75 / 1.21 = 3511.3636.
  CHECK(support.figures.margin.present.minor == 563'727 - 351'136);
  CHECK(found.total.margin.total.minor == 907'985);
  CHECK(found.total.margin.present.minor == 833'954);
  CHECK(found.recurring.margin.total.minor == 757'985);
  CHECK(found.one_off.margin.total.minor == 150'000);
  CHECK(minor(found.total.mrr) == Row{128'000, 18'480});
  CHECK(found.retained == number("0.125"));
  CHECK(found.net_present_value.minor == 583'954);
  CHECK(found.ltv_to_cac == Ratio{833'954, 250'000});
  // 1000 are left to pay back after the setup, by 580 a month.
  CHECK(found.acquisition_payback.status == PaybackStatus::reached);
  CHECK(found.acquisition_payback.months == number("1.724138"));
  CHECK(found.acquisition_payback.month == 2);
  CHECK(found.cumulative.size() == 16);
  CHECK(found.cumulative[0].minor == -100'000);
  CHECK(found.cumulative[15].minor == 657'985);
}

// 4000.00 of the setup's 4500.00 are work.
TEST_CASE("deliveries that take other hours than planned leave another margin") {
  const PartnerReturn found = sound(small_deal());
  REQUIRE(found.implementation);
  const ImplementationMargin& setup = *found.implementation;
  CHECK(setup.margin.minor == 150'000);
  CHECK(setup.share == Ratio{150'000, 600'000});
  REQUIRE(setup.delivery.size() == 3);
  CHECK(setup.delivery[0].factor == number("0.9"));
  CHECK(setup.delivery[0].hours == Decimal::whole(45));
  CHECK(setup.delivery[0].cost.minor == 410'000);
  CHECK(setup.delivery[0].margin.minor == 190'000);
  CHECK(setup.delivery[1].margin.minor == 110'000);
  CHECK(setup.delivery[2].hours == Decimal::whole(75));
  CHECK(setup.delivery[2].margin.minor == -50'000);
  CHECK(setup.delivery[2].share == Ratio{-50'000, 600'000});

  Sold discrete = small_deal();
  discrete.economics().delivery_hours = model::Estimate{{},
                                                        Decimal::whole(1),
                                                        {},
                                                        model::EstimateShape::discrete,
                                                        {{number("0.8"), Decimal::whole(1)}, {number("2"), {}}}};
  const auto of_outcomes = sound(discrete).implementation->delivery;
  CHECK(of_outcomes[0].margin.minor == 230'000);
  CHECK(of_outcomes[2].margin.minor == -250'000);
  discrete.economics().delivery_hours.reset();
  CHECK(sound(discrete).implementation->delivery.empty());
}

TEST_CASE("what is missing is said, not reckoned with") {
  Sold one = small_deal();
  one.partner.economics.reset();
  Diagnostics none;
  CHECK_FALSE(partner_return(one.deal, one.partner, one.priced, none));
  CHECK(none.empty());

  one = small_deal();
  one.economics().acquisition_costs[0].currency = *Currency::from_code("USD");
  const PartnerReturn uncosted = sound(one);
  CHECK_FALSE(uncosted.acquisition_cost);
  CHECK(uncosted.acquisition_payback.status == PaybackStatus::unknown);
  CHECK_FALSE(uncosted.ltv_to_cac.has_value());
  CHECK(uncosted.net_present_value == uncosted.total.margin.present);

  one = small_deal();
  one.priced.lines.pop_back();
  CHECK_FALSE(sound(one).implementation);
  CHECK(minor(sound(one).one_off.income.years) == Row{0, 0, 0});
  CHECK_FALSE(sound(one).one_off.share.has_value());

  one.priced.lines.clear();
  one.priced.totals.mrr_exit.minor = 0;
  const PartnerReturn empty = sound(one);
  CHECK(empty.rows.empty());
  CHECK(empty.total.margin.total.minor == 0);
  CHECK(empty.acquisition_payback.status == PaybackStatus::never);
  CHECK(empty.net_present_value.minor == -250'000);
}

TEST_CASE("the deal's own acquisition cost stands before the partner's") {
  Sold one = small_deal();
  one.deal.acquisition_cost = Decimal::whole(100);
  CHECK(sound(one).acquisition_cost->minor == 10'000);
  CHECK(sound(one).acquisition_payback.status == PaybackStatus::at_once);  // the setup earns 1500
  one.deal.acquisition_cost = Decimal();
  CHECK_FALSE(sound(one).ltv_to_cac.has_value());
}

TEST_CASE("who sells below cost never has the acquisition back") {
  Sold one = small_deal();
  one.priced.lines[0].spans[0].wholesale.minor = 160'000;
  const PartnerReturn found = sound(one);
  CHECK(found.acquisition_payback.status == PaybackStatus::never);
  CHECK(found.rows[1].figures.share == Ratio{-960'000 + 80'850 - 154'000, 1'040'850});
  CHECK(found.net_present_value.minor < 0);
}

TEST_CASE("where all leave with the term, nothing follows it") {
  Sold one = small_deal();
  one.economics().churn = Decimal::whole(1);
  const PartnerReturn found = sound(one);
  CHECK(found.retained.is_zero());
  CHECK(minor(found.recurring.income.years) == Row{0, 1'536'000, 0});
  CHECK(minor(found.total.mrr) == Row{128'000, 0});
}

// 18 months of term: the first anniversary after it begins month 25.
TEST_CASE("prices and quantities rise at the anniversaries of the start that follow the term") {
  Sold one = small_deal();
  one.deal.term_months = 18;
  one.priced.schedule.resize(18);
  for (auto& line : one.priced.lines)
    if (line.charge == Charge::monthly) line.spans[0].to_period = 18;
  one.economics().churn = {};
  one.economics().horizon_months = 36;
  const PartnerReturn found = sound(one);
  CHECK(minor(found.rows[1].figures.mrr) == Row{80'000, 80'000, 92'400});
  CHECK(minor(found.rows[1].figures.cost.years) == Row{0, 480'000, 480'000, 528'000});
  CHECK(found.retained == Decimal::whole(1));
}

TEST_CASE("a horizon within the term takes what lies in it") {
  Sold one = small_deal();
  one.deal.term_months = 60;
  one.priced.schedule.resize(60);
  for (auto& line : one.priced.lines)
    if (line.charge == Charge::monthly) line.spans[0].to_period = 60;
  one.once(100'000, 0, 20'000, 5, 30);
  const PartnerReturn found = sound(one);
  CHECK(minor(found.rows[1].figures.income.years) == Row{0, 960'000, 240'000});
  CHECK(found.one_off.income.total.minor == 600'000);  // month 30 is beyond
  CHECK(found.implementation->net.minor == 700'000);   // but of the deal
}

// By calendar months the term may end with a partial one: 14 of 28 days here.
TEST_CASE("a partial month at the term's end is a whole one of those who stay") {
  Sold one = small_deal();
  one.economics().uplift = one.economics().expansion = {};
  one.priced.schedule.resize(13);
  for (auto& line : one.priced.lines) {
    if (line.charge != Charge::monthly) continue;
    pricing::Span tail = line.spans[0];
    tail.from_period = tail.to_period = 13;
    tail.days = 14;
    tail.of_days = 28;
    tail.net.minor /= 2;
    tail.net_before_true_up.minor /= 2;
    tail.wholesale.minor /= 2;
    line.spans.push_back(tail);
  }
  one.priced.lines[0].spans[1].true_up.minor = 7'000;
  const PartnerReturn found = sound(one);
  // 800 x (1/2 + 1/4 + 1/8), and a shortfall of the commitment that is owed by then.
  CHECK(minor(found.rows[1].figures.income.years) == Row{0, 960'000, 77'000});
  CHECK(minor(found.rows[1].figures.cost.years) == Row{0, 480'000, 35'000});
}

TEST_CASE("a free last month does not make those who stay pay nothing") {
  Sold one = small_deal();
  one.economics().uplift = one.economics().expansion = {};
  pricing::PricedLine& platform = one.priced.lines[0];
  platform.spans[0].to_period = 11;
  pricing::Span free = platform.spans[0];
  free.from_period = free.to_period = 12;
  free.net.minor = free.net_before_true_up.minor = 0;
  free.waterfall.free = true;
  free.waterfall.after_bounds = {};
  platform.spans.push_back(free);
  CHECK(minor(sound(one).rows[1].figures.income.years) == Row{0, 880'000, 70'000});
}

TEST_CASE("what comes to more than can be reckoned with is told") {
  for (const bool is_expanding : {false, true}) {
    Sold one = small_deal();
    if (is_expanding) {
      one.economics().expansion = Decimal::whole(10);
      one.economics().churn = {};
      one.economics().horizon_months = 120;
      one.priced.totals.mrr_exit.minor = one.priced.lines[0].spans[0].net.minor = 9'000'000'000'000;
    } else {
      one.priced.lines[0].spans[0].net.minor = greatest_month_minor + 1;
    }
    Diagnostics found;
    CHECK_FALSE(partner_return(one.deal, one.partner, one.priced, found));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "partner_return.too_large");
  }
}

TEST_CASE("economics that contradict themselves are told") {
  Sold one = small_deal();
  CHECK(check_economics(one.partner).empty());
  one.economics().delivery_hours->low = Decimal::whole(2);
  one.economics().acquisition_costs.push_back({one.deal.currency, Decimal::whole(1)});
  const Diagnostics found = check_economics(one.partner);
  REQUIRE(found.size() == 2);
  CHECK(found[0].pointer == "/economics/delivery_hours/low");
  CHECK(found[1].pointer == "/economics/acquisition_costs/1/currency");
}

}  // namespace
