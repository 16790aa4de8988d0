// What holds of a partner's return whatever the deal.

#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/document/writer.hpp"
#include "core/roi/partner_return.hpp"
#include "core/roi/rounding.hpp"
#include "tests/roi/partner_fixtures.hpp"
#include "tests/support/draw.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;
using model::Charge;
using model::ServiceLine;
using tests::small_deal;
using tests::Sold;

PartnerReturn sound(const Sold& one) {
  Diagnostics found;
  const auto result = partner_return(one.deal, one.partner, one.priced, found);
  CHECK(found.empty());
  REQUIRE(result);
  return *result;
}

// A deal with lines that begin and end anywhere.
Sold drawn(tests::Draw& draw) {
  Sold one = small_deal();
  one.priced.lines.clear();
  const int term = one.deal.term_months = static_cast<int>(draw.whole(1, 40));
  one.priced.schedule.resize(static_cast<std::size_t>(term));
  std::int64_t exit = 0;
  for (int line = 0; line < 9; ++line) {
    const auto service_line = static_cast<ServiceLine>(draw.whole(0, 7));
    const int from = static_cast<int>(draw.whole(1, term)), to = static_cast<int>(draw.whole(from, term));
    const auto net = draw.whole(0, 1'000'000), cost = draw.whole(0, 800'000);
    if (line % 3 == 0) {
      one.once(net, cost, cost / 3, 10, from);
    } else {
      one.monthly(service_line, net, cost, from, to);
      exit += to == term ? net : 0;
    }
  }
  one.priced.totals.mrr_exit.minor = exit;
  one.economics().horizon_months = static_cast<int>(draw.whole(12, 120));
  one.economics().churn = Decimal::from_micro(draw.whole(0, 200'000));
  one.economics().uplift = Decimal::from_micro(draw.whole(0, 100'000));
  one.economics().expansion = Decimal::from_micro(draw.whole(0, 300'000));
  one.economics().discount_rate = Decimal::from_micro(draw.whole(0, 500'000));
  return one;
}

TEST_CASE("what is shown adds up, whatever the deal") {
  tests::Draw draw(11, 0);
  for (int round = 0; round < 200; ++round) {
    const PartnerReturn found = sound(drawn(draw));
    const auto check = [&](const std::function<std::int64_t(const PartnerFigures&)>& get) {
      std::int64_t monthly = 0, once = 0;
      for (const PartnerRow& row : found.rows) (row.charge == Charge::monthly ? monthly : once) += get(row.figures);
      CHECK(get(found.recurring) == monthly);
      CHECK(get(found.one_off) == once);
      CHECK(get(found.total) == monthly + once);
    };
    for (YearAmounts PartnerFigures::*const kind :
         {&PartnerFigures::income, &PartnerFigures::cost, &PartnerFigures::margin}) {
      check([&](const PartnerFigures& figures) { return (figures.*kind).present.minor; });
      check([&](const PartnerFigures& figures) { return (figures.*kind).total.minor; });
      for (std::size_t year = 0; year < found.total.income.years.size(); ++year)
        check([&](const PartnerFigures& figures) { return (figures.*kind).years[year].minor; });
      std::int64_t total = 0;
      for (const Money year : (found.total.*kind).years) total += year.minor;
      CHECK((found.total.*kind).total.minor == total);
    }
    CHECK(found.total.margin.present.minor == found.total.income.present.minor - found.total.cost.present.minor);
    CHECK(found.cumulative.back().minor == found.total.margin.total.minor - found.acquisition_cost->minor);
    CHECK(found.cumulative.size() == static_cast<std::size_t>(found.horizon_months) + 1);
    const std::string json = document::write_json(found);
    CHECK(json.find("nan") == std::string::npos);
    CHECK(json.find("inf\"") == std::string::npos);
  }
}

// Customer by customer: who leaves before month term + k, which happens with chance (1 - churn)^(k - 1) x churn, has
// brought all months before it; who never leaves, all of them.
double slow_margin(const Sold& one) {
  const model::PartnerEconomics& economics = *one.partner.economics;
  const double churn = to_double(economics.churn);
  std::vector<double> months(static_cast<std::size_t>(economics.horizon_months) + 1);
  for (std::size_t month = 0; month < months.size(); ++month) {
    const int period = month == 0 ? 1 : static_cast<int>(month), term = one.deal.term_months;
    const int rises = std::max(0, (period - 1) / 12 - (term - 1) / 12);
    const double volume = std::pow(1 + to_double(economics.expansion), rises);
    const double price = volume * std::pow(1 + to_double(economics.uplift), rises);
    for (const auto& line : one.priced.lines) {
      const pricing::Span& span = line.spans[0];
      const auto net = static_cast<double>(span.net.minor), cost = static_cast<double>(span.cost_minor());
      if (line.charge == Charge::one_off) {
        if (month == static_cast<std::size_t>(span.from_period == 1 ? 0 : span.from_period))
          months[month] += net - cost;
      } else if (month > 0 && period <= term) {
        if (period >= span.from_period && period <= span.to_period) months[month] += net - cost;
      } else if (month > 0 && span.to_period == term) {
        months[month] += net * price - cost * volume;
      }
    }
  }
  double expected = 0, left = 1, brought = 0;
  for (std::size_t month = 0; month < months.size(); ++month) {
    if (static_cast<int>(month) > one.deal.term_months) {
      expected += left * churn * brought;
      left *= 1 - churn;
    }
    brought += months[month];
  }
  return expected + left * brought;
}

TEST_CASE("the expected margin is that of customers one by one") {
  tests::Draw draw(12, 0);
  for (int round = 0; round < 200; ++round) {
    const Sold one = drawn(draw);
    const PartnerReturn found = sound(one);
    // Each month of each row is rounded by half a unit at most.
    const double allowed = 0.5 * 2 * static_cast<double>(found.rows.size()) * found.horizon_months + 1;
    CHECK(std::abs(static_cast<double>(found.total.margin.total.minor) - slow_margin(one)) < allowed);
  }
}

}  // namespace
