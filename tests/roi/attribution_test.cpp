#include "core/roi/attribution.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include <doctest/doctest.h>

#include "core/roi/shapley.hpp"
#include "tests/roi/drawn_case.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using pricing::Presence;
using tests::Case;
using tests::number;
using tests::small_case;

Attribution difference(const Case& before, const Case& after) {
  Diagnostics found;
  auto out = attribution({before.deal, before.customer, &before.playbook, before.priced},
                         {after.deal, after.customer, &after.playbook, after.priced}, found);
  for (const Diagnostic& diagnostic : found) CHECK(diagnostic.severity != Severity::error);
  REQUIRE(out);
  return *out;
}

const DifferenceRow& row_of(const Attribution& all, const std::string& id) {
  const auto at = std::find_if(all.rows.begin(), all.rows.end(), [&](const DifferenceRow& row) {
    return row.id == id || (row.id.empty() && row.name == id);
  });
  REQUIRE(at != all.rows.end());
  return *at;
}

std::vector<std::pair<std::string, std::int64_t>> causes_of(const DifferenceRow& row) {
  std::vector<std::pair<std::string, std::int64_t>> causes;
  for (const DifferenceCause& one : row.causes) causes.emplace_back(one.cause, one.part.minor);
  return causes;
}

using Causes = std::vector<std::pair<std::string, std::int64_t>>;

// Littlechild and Owen, "A simple expression for the Shapley value in a special case", 1973: a runway must be as long
// as its largest user needs; users who need 8, 11, 13 and 18 pay 2, 3, 4 and 9.
TEST_CASE("the runway of four users") {
  const double needs[] = {8, 11, 13, 18};
  const auto parts = shapley_parts(4, [&](std::uint32_t users) {
    double longest = 0;
    for (std::uint32_t i = 0; i < 4; ++i)
      if ((users >> i & 1) != 0) longest = std::max(longest, needs[i]);
    return longest;
  });
  const double published[] = {2, 3, 4, 9};
  for (std::size_t i = 0; i < 4; ++i) CHECK(parts[i] == doctest::Approx(published[i]).epsilon(1e-14));
}

TEST_CASE("whole parts add up, and the largest takes what is left") {
  const std::vector<double> thirds{10.0 / 3, 10.0 / 3, 10.0 / 3};
  CHECK(whole_parts(thirds, 10) == std::vector<std::int64_t>{4, 3, 3});
  const std::vector<double> mixed{1.4, -7.4, 2.4};
  CHECK(whole_parts(mixed, -4) == std::vector<std::int64_t>{1, -7, 2});
  CHECK(whole_parts(mixed, -6) == std::vector<std::int64_t>{1, -9, 2});
  CHECK(whole_parts({}, 0).empty());
  CHECK(shapley_parts(0, [](std::uint32_t) { return 1.0; }).empty());
}

// Without growth an hour saved is worth 36 x (10.5 / 1.1 + 12 / 1.21) = 36 x 19.46281 counted and discounted. From 100
// hours to 120 at half saved to 0.55: in one order 20 x 0.5 and 120 x 0.05, in the other 100 x 0.05 and 20 x 0.55; on
// average 10.5 and 5.5.
TEST_CASE("two causes of one driver, by hand") {
  Case before = small_case();
  before.stated().growth = Decimal();
  Case after = before;
  after.stated().drivers[0].volume = model::Estimate{{}, Decimal::whole(120), {}};
  after.stated().drivers[0].improvement = model::Estimate{{}, number("0.55"), {}};
  const Attribution all = difference(before, after);
  const DifferenceRow& row = row_of(all, "reconciliation");
  CHECK(row.before.minor == 3'503'306);
  CHECK(row.after.minor == 4'624'364);
  CHECK(causes_of(row) == Causes{{"volume", 735'694}, {"improvement", 385'364}});
  CHECK(row.causes[0].before == Decimal::whole(100));
  CHECK(row.causes[0].after == Decimal::whole(120));
  CHECK(all.difference.minor == 735'694 + 385'364);
  CHECK(row_of(all, "fees_recurring").causes.empty());
  CHECK(all.causes.size() == 2);
}

// One cause alone is the whole difference of its rows: at 12 % as in sensitivity_test.
TEST_CASE("the discount rate works on every row that flows later") {
  Case after = small_case();
  after.stated().discount_rate = number("0.12");
  const Attribution all = difference(small_case(), after);
  CHECK(causes_of(row_of(all, "reconciliation")) == Causes{{"discount_rate", 3'581'633 - 3'681'818}});
  CHECK(causes_of(row_of(all, "fees_one_off")) == Causes{{"discount_rate", 772'727 - 767'857}});
  CHECK(causes_of(row_of(all, "fees_recurring")) == Causes{{"discount_rate", 2'082'645 - 2'028'061}});
  CHECK(row_of(all, "Key users").difference.minor == 0);
  REQUIRE(all.causes.size() == 1);
  CHECK(all.causes[0].part == all.difference);
}

// The third year's benefit is 12 x 1980 x 1.1 = 26136, over 1.331: 19636.364 on top of 36818.182, which are 56454.545
// and 36818.18 rounded. Fees of 12000 / 1.331 = 9015.778 come to 20826.446, so that 29842.224 and 20826.45 are rounded.
TEST_CASE("a longer horizon brings the months beyond the shorter one") {
  Case after = small_case();
  after.stated().horizon_months = 36;
  const Attribution all = difference(small_case(), after);
  CHECK(causes_of(row_of(all, "reconciliation")) == Causes{{"horizon", 1'963'637}});
  CHECK(row_of(all, "reconciliation").causes[0].after == Decimal::whole(36));
  CHECK(causes_of(row_of(all, "fees_recurring")) == Causes{{"horizon", -901'577}});
}

// Growth alone: 12 x 1980 / 1.21 becomes 12 x 1800 / 1.21. Confidence alone: 0.9 to 0.8 of 36818.18. Live in month 4:
// three months of 1800 less, 0.5 of them in the first of it.
TEST_CASE("growth, confidence and adoption are causes of their own") {
  Case after = small_case();
  after.stated().growth = Decimal();
  CHECK(causes_of(row_of(difference(small_case(), after), "reconciliation")) == Causes{{"growth", -178'512}});
  after = small_case();
  after.stated().confidence = number("0.8");
  CHECK(causes_of(row_of(difference(small_case(), after), "reconciliation")) == Causes{{"confidence", -409'091}});
  after = small_case();
  after.stated().live_from = 4;
  // 540000 / 1.1.
  CHECK(causes_of(row_of(difference(small_case(), after), "reconciliation")) == Causes{{"adoption", -490'909}});
}

TEST_CASE("what only one case has is added or removed") {
  Case after = small_case();
  after.stated().internal_efforts[0].name = "Project lead";
  after.stated().one_off_benefits = {{"Sale", Decimal::whole(1000), {}, {}, 0, {}}};
  const Attribution all = difference(small_case(), after);
  CHECK(row_of(all, "Key users").presence == Presence::removed);
  CHECK(causes_of(row_of(all, "Key users")) == Causes{{"removed", 240'000}});
  CHECK(causes_of(row_of(all, "Project lead")) == Causes{{"added", -240'000}});
  CHECK(causes_of(row_of(all, "Sale")) == Causes{{"added", 100'000}});
  CHECK(all.difference.minor == 100'000);
}

TEST_CASE("hours, rates and risk of efforts") {
  Case after = small_case();
  after.stated().internal_efforts[0].hourly_rate = Decimal::whole(60);
  after.stated().cost_risk = Decimal();
  // 40 x 10 x (1.2 + 1) / 2 more, and 40 x 55 x 0.2 less.
  CHECK(causes_of(row_of(difference(small_case(), after), "Key users")) ==
        Causes{{"hourly_rate", -44'000}, {"risk", 44'000}});
}

TEST_CASE("deals of two currencies are not compared") {
  Case after = small_case();
  after.deal.currency = *Currency::from_code("USD");
  const Case before = small_case();
  Diagnostics found;
  CHECK_FALSE(attribution({before.deal, before.customer, &before.playbook, before.priced},
                          {after.deal, after.customer, &after.playbook, after.priced}, found));
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "compare.currency");
}

TEST_CASE("rows and causes of drawn pairs add up to the last minor unit, and turn round with the pair") {
  std::size_t causes = 0;
  for (std::uint64_t index = 0; index < 4000; ++index) {
    tests::Draw draw(17, index);
    const Case before = tests::drawn_case(draw), after = tests::drawn_case(draw);
    CAPTURE(index);
    const Attribution all = difference(before, after);
    REQUIRE(all.before == tests::return_of(before).net.present);
    REQUIRE(all.after == tests::return_of(after).net.present);
    REQUIRE(all.difference.minor == all.after.minor - all.before.minor);
    std::int64_t rows = 0, by_cause = 0;
    for (const DifferenceRow& row : all.rows) {
      std::int64_t parts = 0;
      for (const DifferenceCause& one : row.causes) parts += one.part.minor;
      REQUIRE(parts == row.difference.minor);
      rows += parts;
      causes += row.causes.size();
    }
    for (const CauseTotal& one : all.causes) by_cause += one.part.minor;
    REQUIRE(rows == all.difference.minor);
    REQUIRE(by_cause == all.difference.minor);
    if (index % 8 != 0) continue;
    const Attribution back = difference(after, before);
    for (const CauseTotal& one : all.causes) {
      const std::string name = one.cause == "added" ? "removed" : one.cause == "removed" ? "added" : one.cause;
      const auto other = std::find_if(back.causes.begin(), back.causes.end(),
                                      [&](const CauseTotal& each) { return each.cause == name; });
      REQUIRE(other != back.causes.end());
      // Of a tie in the last unit either side may round away from zero, once a row.
      CHECK(std::abs(one.part.minor + other->part.minor) <= 2 * static_cast<std::int64_t>(all.rows.size()));
    }
  }
  CHECK(causes > 40'000);
}

TEST_CASE("a case against itself has no cause") {
  tests::Draw draw(18, 0);
  const Case one = tests::drawn_case(draw);
  const Attribution all = difference(one, one);
  CHECK(all.difference.minor == 0);
  CHECK(all.causes.empty());
}

}  // namespace
