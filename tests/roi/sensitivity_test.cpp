#include "core/roi/sensitivity.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "core/roi/break_even.hpp"
#include "tests/roi/drawn_case.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using tests::Case;
using tests::number;
using tests::small_case;

CaseVariation variation_of(const Case& one, const VariedRanges& ranges = {}) {
  Diagnostics found;
  const auto bound = bind_case(one.deal, one.customer, &one.playbook, found);
  REQUIRE(bound);
  const auto monthly = monthly_case(*bound, one.priced, found);
  REQUIRE(monthly);
  return {*bound, *monthly, ranges};
}

// Each by hand, from the small case of customer_return_test: benefits of 36818.18 are of an improvement of 0.5, so
// 22090.91 of 0.3 and 44181.82 of 0.6, against costs of 30953.72. At 8 %: 18900 / 1.08 + 23760 / 1.1664 is 37870.37;
// 5000 + 3000 / 1.08 is 7777.78; 12000 / 1.08 + 12000 / 1.1664 is 21399.18; at 12 % 35816.33, 7678.57 and 20280.61.
// Nine tenths of the fees are 4500 + 2700 / 1.1 and 10800 / 1.1 + 10800 / 1.21, or 6954.55 and 18743.80; eleven tenths
// 8500.00 and 22909.09. Efforts are 2400.
TEST_CASE("a tornado by hand") {
  CaseVariation variation = variation_of(small_case());
  Diagnostics found;
  const Tornado all = tornado(variation, found);
  CHECK(found.empty());
  CHECK(all.base.minor == 586'446);
  REQUIRE(all.bars.size() == 3);
  CHECK(all.bars[0].input == "reconciliation.improvement");
  CHECK(all.bars[0].npv_low.minor == 2'209'091 - 3'095'372);
  CHECK(all.bars[0].npv_high.minor == 4'418'182 - 3'095'372);
  CHECK(all.bars[0].spread.minor == 2'209'091);
  CHECK(all.bars[1].input == "fees");
  CHECK(all.bars[1].npv_low.minor == 3'681'818 - 695'455 - 1'874'380 - 240'000);
  CHECK(all.bars[1].npv_high.minor == 3'681'818 - 850'000 - 2'290'909 - 240'000);
  CHECK(all.bars[2].input == "discount_rate");
  CHECK(all.bars[2].low == number("0.08"));
  CHECK(all.bars[2].npv_low.minor == 3'787'037 - 777'778 - 2'139'918 - 240'000);
  CHECK(all.bars[2].npv_high.minor == 3'581'633 - 767'857 - 2'028'061 - 240'000);
  CHECK(variation.worth().npv() == 586'446);
}

// The small case again: of the benefits 18900 are of year 1 and 21600 times the growth of year 2, so that 17181.82 and
// 17851.24, or 21421.49 at 20 %, are their present values. Nothing is left where a month of year 2 brings 1388.67 of its
// 1800: at -22.8519 %.
TEST_CASE("the growth of a year by hand") {
  Case one = small_case();
  one.stated().growth_low = Decimal();
  one.stated().growth_high = number("0.2");
  CaseVariation variation = variation_of(one);
  Diagnostics found;
  const Tornado all = tornado(variation, found);
  const auto is_growth = [](const TornadoBar& bar) { return bar.input == "growth.year_2"; };
  const auto bar = std::find_if(all.bars.begin(), all.bars.end(), is_growth);
  REQUIRE(bar != all.bars.end());
  CHECK(bar->is_rate);
  CHECK(bar->npv_low.minor == 3'503'306 - 3'095'372);
  CHECK(bar->npv_high.minor == 3'860'331 - 3'095'372);
  CHECK(variation.worth().npv() == 586'446);
  const BreakEven even = break_even(variation, variation.find("growth.year_2", found), {});
  CHECK(even.status == BreakEvenStatus::found);
  CHECK(even.value == number("-0.228519"));
  CHECK(found.empty());
}

TEST_CASE("the caller states the points of the discount rate and the fees; of a point there is no bar") {
  VariedRanges ranges;
  ranges.discount_low = ranges.discount_high = number("0.1");
  ranges.fees_high = Decimal::whole(2);
  CaseVariation variation = variation_of(small_case(), ranges);
  Diagnostics found;
  const Tornado all = tornado(variation, found);
  REQUIRE(all.bars.size() == 2);
  CHECK(all.bars[0].high == Decimal::whole(2));
  CHECK(all.bars[0].npv_high.minor == 3'681'818 - 1'545'455 - 4'165'289 - 240'000);
}

TEST_CASE("the bars of drawn cases are the returns of edited documents, to the cent") {
  int bars = 0;
  for (std::uint64_t index = 0; index < 300; ++index) {
    tests::Draw draw(11, index);
    const Case one = tests::drawn_case(draw);
    CAPTURE(index);
    CaseVariation variation = variation_of(one);
    Diagnostics found;
    const Tornado all = tornado(variation, found);
    CHECK(all.base == tests::return_of(one).net.present);
    CHECK(variation.worth().npv() == all.base.minor);
    std::int64_t before = INT64_MAX;
    for (const TornadoBar& bar : all.bars) {
      CAPTURE(bar.input);
      CHECK(bar.npv_low == tests::return_of(tests::with_input(one, bar.input, bar.low)).net.present);
      CHECK(bar.npv_high == tests::return_of(tests::with_input(one, bar.input, bar.high)).net.present);
      CHECK(bar.spread.minor <= before);
      before = bar.spread.minor;
      ++bars;
    }
  }
  CHECK(bars > 1000);
}

TEST_CASE("a range that months cannot hold has no bar, and a warning") {
  Case one = small_case();
  one.stated().drivers[0].volume = model::Estimate{{}, Decimal::whole(100), Decimal::whole(9'000'000'000'000)};
  CaseVariation variation = variation_of(one);
  Diagnostics found;
  const Tornado all = tornado(variation, found);
  CHECK(all.bars.size() == 3);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "sensitivity.too_large");
  CHECK(found[0].severity == Severity::warning);
  CHECK(variation.worth().npv() == 586'446);
}

// Improvements of 0.3, 0.45 and 0.6 bring 22090.91, 33136.36 and 44181.82; as the tornado above has fees.
TEST_CASE("a two-way table by hand, with its sign changes") {
  CaseVariation variation = variation_of(small_case());
  Diagnostics found;
  const auto table = two_way(variation, {"fees", {}, 2}, {"reconciliation.improvement", {}, 3}, found);
  REQUIRE(table);
  CHECK(table->rows == std::vector{number("0.9"), number("1.1")});
  CHECK(table->columns == std::vector{number("0.3"), number("0.45"), number("0.6")});
  const std::int64_t cheap = 695'455 + 1'874'380 + 240'000, dear = 850'000 + 2'290'909 + 240'000;
  const std::int64_t brings[] = {2'209'091, 3'313'636, 4'418'182};
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(table->npv[0][i].minor == brings[i] - cheap);
    CHECK(table->npv[1][i].minor == brings[i] - dear);
  }
  // 33136.36 lies between 28098.35 and 33809.09.
  CHECK(table->turns == std::vector<std::vector<std::uint8_t>>{{0, 1, 0}, {0, 1, 1}});
  CHECK(variation.worth().npv() == 586'446);
}

TEST_CASE("cells of drawn cases are the returns of documents edited twice") {
  for (std::uint64_t index = 0; index < 100; ++index) {
    tests::Draw draw(12, index);
    const Case one = tests::drawn_case(draw);
    CAPTURE(index);
    CaseVariation variation = variation_of(one);
    Diagnostics found;
    const std::string name = one.deal.business_case->drivers[0].driver;
    const AxisRequest rows{name + ".volume", {Decimal::whole(3), draw.decimal(900, 3)}, 5};
    for (const std::string& column : {name + ".improvement", std::string("discount_rate"), std::string("fees")}) {
      const auto table = two_way(variation, rows, {column, {draw.decimal(1, 4), number("0.5")}, 5}, found);
      REQUIRE(table);
      for (std::size_t r = 0; r < 2; ++r)
        for (std::size_t c = 0; c < 2; ++c) {
          const Case edited = tests::with_input(one, rows.input, table->rows[r]);
          CHECK(table->npv[r][c] == tests::return_of(tests::with_input(edited, column, table->columns[c])).net.present);
        }
    }
    CHECK(variation.worth().npv() == tests::return_of(one).net.present.minor);
  }
}

struct Mistake {
  AxisRequest rows, columns;
  const char* code;
  const char* nearest;
};

TEST_CASE("each mistake in a table is told, with what would be right") {
  const AxisRequest good{"fees", {}, 3};
  const Mistake mistakes[] = {
      {{"reconcilation.improvement", {}, 3}, good, "sensitivity.unknown_input", "reconciliation.improvement"},
      {good, {"fee", {}, 3}, "sensitivity.unknown_input", "fees"},
      {{"reconciliation.volume", {}, 3}, good, "sensitivity.no_range", ""},
      {{"reconciliation.improvement", {}, 1}, good, "sensitivity.grid_of_one", ""},
      {{"reconciliation.volume", {Decimal::whole(5)}, 3}, good, "sensitivity.grid_of_one", ""},
      {{"reconciliation.improvement", {}, 51}, good, "sensitivity.grid_too_large", ""},
      {{"reconciliation.improvement", {Decimal::whole(0), Decimal::whole(2)}, 3},
       good,
       "sensitivity.value_out_of_range",
       ""},
      {good, good, "sensitivity.same_input", ""},
  };
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.code);
    CaseVariation variation = variation_of(small_case());
    Diagnostics found;
    CHECK_FALSE(two_way(variation, mistake.rows, mistake.columns, found));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == mistake.code);
    CHECK(found[0].nearest == mistake.nearest);
    CHECK_FALSE(found[0].expected.empty());
  }
}

TEST_CASE("names that come twice are told apart") {
  Case one = small_case();
  one.stated().other_costs = {{"Scanners", Decimal::whole(1), {}, {}, 1, {}},
                              {"Scanners", Decimal::whole(2), {}, {}, 2, {}}};
  const CaseVariation variation = variation_of(one);
  std::vector<std::string> names;
  for (const VariedInput& input : variation.inputs()) names.push_back(input.name);
  CHECK(names == std::vector<std::string>{"reconciliation.volume", "reconciliation.rate", "reconciliation.improvement",
                                          "Key users", "Key users.hourly_rate", "Scanners", "Scanners (2)",
                                          "discount_rate", "fees"});
}

}  // namespace
