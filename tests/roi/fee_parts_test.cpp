#include "core/roi/fee_parts.hpp"

#include <doctest/doctest.h>

#include "core/base/lookup.hpp"
#include "core/pricing/offer_difference.hpp"
#include "core/pricing/pricer.hpp"
#include "core/roi/customer_return.hpp"
#include "tests/support/draw.hpp"
#include "tests/support/generate.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;

// Generated deals of every billing, alignment and ramp, priced; with a case of some horizon.
template <class Check>
void for_each_deal(tests::Kind kind, std::uint64_t deals, const Check& check) {
  const model::Programme programme = tests::generate_programme(kind, 5);
  pricing::Pricer pricer;
  for (std::uint64_t index = 0; index < deals; ++index) {
    CAPTURE(index);
    model::Deal deal = tests::generate_deal(kind, programme, 5, index);
    tests::Draw draw(19, index);
    model::BusinessCase& stated = deal.business_case.emplace();
    stated.horizon_months = draw.number(12, 60);
    stated.after_term = draw.one_of({model::AfterTerm::renewed, model::AfterTerm::ended});
    const pricing::Book book(*find_id(programme.price_books, deal.price_book));
    Diagnostics found;
    pricing::PricedDeal priced;
    if (pricer.price(
            {deal, *find_id(programme.partners, deal.partner), *find_id(programme.customers, deal.customer), book},
            priced, found))
      check(deal, priced);
  }
}

TEST_CASE("fees by service line are the fees of the case, month by month") {
  int months = 0;
  for (const tests::Kind kind : {tests::Kind::adversarial, tests::Kind::realistic})
    for_each_deal(kind, 400, [&](const model::Deal& deal, const pricing::PricedDeal& priced) {
      BoundCase bound;
      bound.currency = deal.currency;
      bound.horizon = deal.business_case->horizon_months;
      bound.term_months = deal.term_months;
      bound.after_term = deal.business_case->after_term;
      Diagnostics found;
      const auto monthly = monthly_case(bound, priced, found);
      if (!monthly) return;
      std::vector<std::int64_t> sums[2];
      for (auto& sum : sums) sum.resize(static_cast<std::size_t>(bound.horizon) + 1);
      for (const FeePart& part : fee_parts(deal, priced, bound.horizon))
        for (std::size_t month = 0; month < part.months.size(); ++month)
          sums[part.is_one_off ? 0 : 1][month] += part.months[month];
      CHECK(sums[0] == monthly->costs[0].adjusted);
      CHECK(sums[1] == monthly->costs[1].adjusted);
      months += bound.horizon;
    });
  CHECK(months > 10'000);
}

TEST_CASE("two offers differ by the sum of their lines, and by that of their service lines") {
  pricing::PricedDeal before;
  for_each_deal(tests::Kind::realistic, 200, [&](const model::Deal&, const pricing::PricedDeal& after) {
    if (before.currency == after.currency) {
      const pricing::OfferDifference all = pricing::offer_difference(before, after);
      CHECK(all.total.tcv.difference.minor == after.totals.tcv.minor - before.totals.tcv.minor);
      CHECK(all.total.cost.difference.minor == after.totals.cost_total.minor - before.totals.cost_total.minor);
      CHECK(all.total.margin.difference.minor == after.totals.gross_margin.minor - before.totals.gross_margin.minor);
      for (const auto* list : {&all.lines, &all.service_lines}) {
        std::int64_t tcv = 0, cost = 0, margin = 0;
        for (const pricing::OfferLineChange& one : *list) {
          tcv += one.tcv.difference.minor;
          cost += one.cost.difference.minor;
          margin += one.margin.difference.minor;
          CHECK(one.margin.difference.minor == one.tcv.difference.minor - one.cost.difference.minor);
          if (one.presence == pricing::Presence::added) CHECK(one.tcv.before.minor == 0);
          if (one.presence == pricing::Presence::removed) CHECK(one.tcv.after.minor == 0);
        }
        CHECK(tcv == all.total.tcv.difference.minor);
        CHECK(cost == all.total.cost.difference.minor);
        CHECK(margin == all.total.margin.difference.minor);
      }
    }
    before = after;
  });
}

}  // namespace
