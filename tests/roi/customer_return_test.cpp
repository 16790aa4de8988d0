#include "core/roi/customer_return.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/document/writer.hpp"
#include "core/roi/elementary.hpp"
#include "core/roi/rounding.hpp"
#include "tests/roi/case_fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using tests::Case;
using tests::number;
using tests::small_case;

CustomerReturn sound(const Case& one) {
  Diagnostics found;
  const auto result = customer_return(one.deal, one.customer, &one.playbook, one.priced, found);
  for (const Diagnostic& diagnostic : found) FAIL_CHECK(to_line(diagnostic));
  REQUIRE(result);
  return *result;
}

std::vector<std::int64_t> minor(const std::vector<Money>& amounts) {
  std::vector<std::int64_t> out;
  for (const Money amount : amounts) out.push_back(amount.minor);
  return out;
}

using Row = std::vector<std::int64_t>;

// Month 1 brings nothing, month 2 half of 100 x 40 x 0.5, the others all of it; a tenth more in the second year. Nine
// tenths count: 900 + 10 x 1800 and 12 x 1980. By 10 %: 18900 / 1.1 + 23760 / 1.21 is 36818.1818.
TEST_CASE("the small case, by hand") {
  const CustomerReturn found = sound(small_case());
  REQUIRE(found.benefits.size() == 1);
  CHECK(found.benefits[0].id == "reconciliation");
  CHECK(minor(found.benefits[0].years) == Row{0, 1'890'000, 2'376'000});
  CHECK(found.benefits[0].nominal.minor == 4'740'000);
  CHECK(found.benefits[0].total.minor == 4'266'000);
  CHECK(found.benefits[0].present.minor == 3'681'818);
  REQUIRE(found.costs.size() == 3);
  // 5000 at the start, and 3000 / 1.1.
  CHECK(minor(found.costs[0].years) == Row{500'000, 300'000, 0});
  CHECK(found.costs[0].present.minor == 772'727);
  // 12000 / 1.1 + 12000 / 1.21 is 20826.4463.
  CHECK(minor(found.costs[1].years) == Row{0, 1'200'000, 1'200'000});
  CHECK(found.costs[1].present.minor == 2'082'645);
  // 40 hours at 50, and a fifth more.
  CHECK(minor(found.costs[2].years) == Row{240'000, 0, 0});
  CHECK(found.costs[2].nominal.minor == 200'000);
  CHECK(minor(found.net.years) == Row{-740'000, 390'000, 1'176'000});
  CHECK(found.net.present.minor == 3'681'818 - 772'727 - 2'082'645 - 240'000);
  CHECK(found.roi == Ratio{586'446, 3'095'372});
  CHECK(found.care_share == Ratio{0, 3'681'818});
  // 7400 x^2 - 3900 x - 11760 = 0 at x = 1.5513910...: from the formula for quadratic equations.
  CHECK(found.irr_status == RateStatus::one);
  CHECK(found.irr == std::vector{number("0.551391")});
  // -7400, -1000, -3100, ten times 800, then 980 a month: 3500 are left after a year.
  CHECK(found.cumulative.size() == 25);
  CHECK(found.cumulative[0].minor == -740'000);
  CHECK(found.cumulative[2].minor == -1'150'000);
  CHECK(found.cumulative[12].minor == -350'000);
  CHECK(found.cumulative[24].minor == 826'000);
  CHECK(found.payback.status == PaybackStatus::reached);
  CHECK(found.payback.months == number("15.571429"));
  CHECK(found.payback.month == 16);
  // By the twelfth root of 1.1 a month, to as many places as one likes: 16.479077 months.
  CHECK(found.discounted_payback.months == number("16.479077"));
  CHECK(found.discounted_payback.month == 17);
}

// Every column is the sum of its rows, to the last cent.
TEST_CASE("what is shown adds up") {
  Case one = small_case();
  one.stated().drivers.clear();
  one.customer.profile.orders_per_month = number("1234.567");
  one.customer.baselines.push_back({"error-cost", number("7.77"), "", {}});
  one.stated().growth = number("0.0333");
  one.stated().convention = model::CaseConvention::monthly;
  one.stated().horizon_months = 31;
  one.stated().one_off_benefits = {{"Old system sold", number("333.33"), {}, {}, 3, 5}};
  const CustomerReturn found = sound(one);
  REQUIRE(found.benefits.size() == 3);
  const auto check = [&](auto get) {
    std::int64_t benefits = 0, costs = 0;
    for (const ReturnRow& row : found.benefits) benefits += get(row).minor;
    for (const ReturnRow& row : found.costs) costs += get(row).minor;
    CHECK(get(found.total_benefits).minor == benefits);
    CHECK(get(found.total_costs).minor == costs);
    CHECK(get(found.net).minor == benefits - costs);
  };
  check([](const ReturnRow& row) { return row.nominal; });
  check([](const ReturnRow& row) { return row.total; });
  check([](const ReturnRow& row) { return row.present; });
  for (std::size_t year = 0; year < 4; ++year) check([&](const ReturnRow& row) { return row.years[year]; });
  CHECK(found.net.years.size() == 4);
  CHECK(found.cumulative.back().minor == found.net.total.minor);
}

// Month 12 is a year in either convention; month 6 is half of one, or counts at the end of the year.
TEST_CASE("conventions differ in when a month counts") {
  Case one = small_case();
  one.stated().one_off_benefits = {{"Late", Decimal::whole(1000), {}, {}, 12, {}},
                                   {"Early", Decimal::whole(1000), {}, {}, 6, {}}};
  const CustomerReturn annual = sound(one);
  CHECK(annual.benefits[1].present.minor == 90'909);
  CHECK(annual.benefits[2].present.minor == 90'909);
  one.stated().convention = model::CaseConvention::monthly;
  const CustomerReturn monthly = sound(one);
  CHECK(monthly.benefits[1].present.minor == 90'909);
  CHECK(monthly.benefits[2].present.minor == 95'346);  // 1000 / sqrt(1.1) = 953.4626
}

TEST_CASE("beyond its term a deal is renewed at its exit fees, or all ends") {
  Case one = small_case();
  one.deal.term_months = 12;
  one.priced.schedule.resize(12);
  CHECK(minor(sound(one).costs[1].years) == Row{0, 1'200'000, 1'320'000});
  CHECK(minor(sound(one).benefits[0].years) == Row{0, 1'890'000, 2'376'000});
  one.stated().after_term = model::AfterTerm::ended;
  CHECK(minor(sound(one).costs[1].years) == Row{0, 1'200'000, 0});
  CHECK(minor(sound(one).benefits[0].years) == Row{0, 1'890'000, 0});
}

TEST_CASE("a case takes from the deal, then the case, then the playbook") {
  Case one = small_case();
  one.stated().confidence = number("0.8");
  CHECK(sound(one).benefits[0].adjustment == number("0.8"));
  one.stated().drivers[0].confidence = number("0.7");
  CHECK(sound(one).benefits[0].adjustment == number("0.7"));
  one.stated().growth = Decimal();
  one.stated().live_from = 3;
  one.stated().drivers[0].volume = model::Estimate{{}, Decimal::whole(200), {}};
  one.stated().drivers[0].improvement = model::Estimate{{}, number("0.25"), {}};
  // 200 x 40 x 0.25 is 2000 again: half of it in month 4, all of it from month 5 on.
  CHECK(sound(one).benefits[0].nominal.minor == 100'000 + 20 * 200'000);
  one.stated().ramp = "usual";
  CHECK(sound(one).benefits[0].nominal.minor == 100'000 + 20 * 200'000);
}

TEST_CASE("a case without drivers takes those whose baselines are known, but none of revenue") {
  Case one = small_case();
  one.stated().drivers.clear();
  one.customer.profile.orders_per_month = Decimal::whole(1000);
  CHECK(sound(one).benefits.size() == 1);
  one.customer.baselines.push_back({"error-cost", Decimal::whole(10), "", {}});
  const CustomerReturn found = sound(one);
  REQUIRE(found.benefits.size() == 2);
  CHECK(found.benefits[1].id == "errors");
  // 1000 x 10 x 0.01 a month, and a tenth more in the second year.
  CHECK(minor(found.benefits[1].years) == Row{0, 120'000, 132'000});
  one.stated().drivers = {{"sales", {}, {}, {}, {}, {}, ""}};
  const CustomerReturn careful = sound(one);
  CHECK(careful.benefits[0].with_care);
  CHECK(compare(careful.care_share, Decimal::whole(1)) == 0);
}

TEST_CASE("without costs there is no return on them, and no rate without a change of sign") {
  Case one = small_case();
  one.priced.schedule.clear();
  one.priced.lines.clear();
  one.priced.totals.mrr_exit.minor = 0;
  one.stated().internal_efforts.clear();
  const CustomerReturn found = sound(one);
  CHECK_FALSE(found.roi.has_value());
  CHECK(found.irr_status == RateStatus::none);
  CHECK(found.irr_fault == Fault::no_sign_change);
  CHECK(found.payback.status == PaybackStatus::at_once);
  CHECK_FALSE(found.payback.months);
}

// Rows of a published study, in whole dollars at the end of each year.
MonthlyRow published(const char* name, const std::vector<std::int64_t>& years) {
  MonthlyRow row;
  row.name = name;
  row.nominal.resize(12 * years.size() - 11);
  for (std::size_t year = 0; year < years.size(); ++year) row.nominal[12 * year] = 100 * years[year];
  row.adjusted = row.nominal;
  return row;
}

BoundCase years_of(int years, double rate) {
  BoundCase bound;
  bound.currency = *Currency::from_code("USD");
  bound.horizon = 12 * years;
  bound.discount_rate = *to_decimal(rate);
  for (int month = 0; month <= bound.horizon; ++month) bound.discount.push_back(1 / power(1 + rate, (month + 11) / 12));
  return bound;
}

std::int64_t dollars(Money amount) {
  return *rounded(static_cast<double>(amount.minor) / 100);
}

// "The Total Economic Impact of SalesLoft", a study by Forrester Consulting, page 19, "Cash Flow Table
// (Risk-Adjusted)", at 10 % a year. Its net benefits of years 2 and 3 were rounded apart from the others, and differ by
// a dollar from the difference of what stands above them.
TEST_CASE("the cash flow table of a published total economic impact study, line by line") {
  MonthlyCase monthly;
  monthly.costs = {published("Total costs", {53'150, 666'715, 636'772, 647'783})};
  monthly.benefits = {published("Total benefits", {0, 1'606'511, 3'061'331, 4'229'760})};
  const CustomerReturn found = customer_return(years_of(3, 0.1), monthly);
  CHECK(minor(found.total_costs.years) == Row{5'315'000, 66'671'500, 63'677'200, 64'778'300});
  CHECK(dollars(found.total_costs.total) == 2'004'420);
  CHECK(dollars(found.total_costs.present) == 1'672'201);
  CHECK(minor(found.total_benefits.years) == Row{0, 160'651'100, 306'133'100, 422'976'000});
  CHECK(dollars(found.total_benefits.total) == 8'897'602);
  CHECK(dollars(found.total_benefits.present) == 7'168'371);
  const Row printed{-53'150, 939'796, 2'424'560, 3'581'976};
  for (std::size_t year = 0; year < 4; ++year) CHECK(std::abs(dollars(found.net.years[year]) - printed[year]) <= 1);
  CHECK(dollars(found.net.total) == 6'893'182);
  CHECK(dollars(found.net.present) == 5'496'170);
  CHECK(to_percent(found.roi, 0) == "329 %");
  REQUIRE(found.payback.month);
}

// Brown, DeHayes, Hoffer, Martin and Perkins, "Managing Information Technology", case study III-3, exhibit 3: the ERP
// purchase of Benton Manufacturing. Its first flow counts after a year, as spreadsheets' NPV has it. "IRR = 20%, NPV @
// 20% = $156,046.83."
TEST_CASE("the cost/benefit analysis of a textbook's ERP purchase") {
  MonthlyCase monthly;
  monthly.costs = {published("Costs", {0, 20'000'000, 10'000'000, 4'000'000, 750'000, 750'000, 750'000, 750'000})};
  monthly.benefits = {
      published("Benefits", {0, 0, 6'000'000, 9'800'000, 11'593'000, 11'593'000, 11'593'000, 11'593'000})};
  const CustomerReturn found = customer_return(years_of(7, 0.2), monthly);
  CHECK(minor(found.net.years) ==
        Row{0, -2'000'000'000, -400'000'000, 580'000'000, 1'084'300'000, 1'084'300'000, 1'084'300'000, 1'084'300'000});
  CHECK(found.net.present.minor == 15'604'683);
  CHECK(found.irr_status == RateStatus::one);
  CHECK(to_percent(Ratio{found.irr.at(0).micro(), Decimal::scale}, 0) == "20 %");
}

TEST_CASE("what comes to more than can be reckoned with is told") {
  Case one = small_case();
  one.stated().drivers[0].volume = model::Estimate{{}, Decimal::whole(9'000'000'000'000), {}};
  Diagnostics found;
  CHECK_FALSE(customer_return(one.deal, one.customer, &one.playbook, one.priced, found));
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "case.too_large");
}

TEST_CASE("rounding is half away from zero, and beyond 64 bits there is nothing") {
  CHECK(rounded(2.5) == 3);
  CHECK(rounded(-2.5) == -3);
  CHECK(rounded(0.49999999999999994) == 0);
  CHECK_FALSE(rounded(1e19));
  CHECK_FALSE(rounded(0.0 / 0.0 * 1));
  CHECK(to_minor(1.005, *Currency::from_code("JPY")) == 1);
  CHECK(to_decimal(-0.5) == number("-0.5"));
}

}  // namespace
