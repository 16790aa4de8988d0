#pragma once
// A partner and a priced deal, small enough to reckon by hand.

#include "core/model/deal.hpp"
#include "core/model/partner.hpp"
#include "core/pricing/result.hpp"
#include "tests/roi/case_fixtures.hpp"

namespace dealwright::tests {

struct Sold {
  model::Deal deal;
  model::Partner partner;
  pricing::PricedDeal priced;

  model::PartnerEconomics& economics() { return *partner.economics; }

  // In minor units a month, from one period to another; the cost is all wholesale.
  pricing::PricedLine& monthly(model::ServiceLine service_line, std::int64_t net, std::int64_t cost, int from, int to) {
    pricing::PricedLine& line = priced.lines.emplace_back();
    line.service_line = service_line;
    pricing::Span& span = line.spans.emplace_back();
    span.from_period = from;
    span.to_period = to;
    span.net = span.net_before_true_up = {net, deal.currency};
    span.wholesale = {cost, deal.currency};
    span.waterfall.after_deal = span.waterfall.after_bounds = Exact::from_minor(net, deal.currency.digits());
    return line;
  }
  pricing::PricedLine& once(std::int64_t net, std::int64_t wholesale, std::int64_t work, int hours, int period) {
    pricing::PricedLine& line = monthly(model::ServiceLine::implementation, net, wholesale, period, period);
    line.charge = model::Charge::one_off;
    line.spans[0].work = {work, deal.currency};
    line.net_total = {net, deal.currency};
    line.cost_total = {wholesale + work, deal.currency};
    line.hours_total = Decimal::whole(hours);
    return line;
  }
};

// A year of a platform for 800.00 a month that costs 400.00 and of support for 480.00 that costs 300.00, after a setup
// for 6000.00 that costs 4500.00, of which 50 hours cost 4000.00. The customer is won for 2500.00. After the year half
// of those who are left leave each month; prices rise by 5 %, quantities by 10 %. Fifteen months, 10 % a year.
inline Sold small_deal() {
  Sold made;
  made.deal.id = "small";
  made.deal.currency = made.priced.currency = *Currency::from_code("EUR");
  made.deal.term_months = 12;
  made.priced.schedule.resize(12);
  made.monthly(model::ServiceLine::platform, 80'000, 40'000, 1, 12);
  made.monthly(model::ServiceLine::support, 48'000, 30'000, 1, 12);
  made.once(600'000, 50'000, 400'000, 50, 1);
  made.priced.totals.mrr_exit = {128'000, made.deal.currency};
  made.priced.totals.acv = {1'536'000, made.deal.currency};
  model::PartnerEconomics& economics = made.partner.economics.emplace();
  economics.horizon_months = 15;
  economics.churn = number("0.5");
  economics.uplift = number("0.05");
  economics.expansion = number("0.1");
  economics.acquisition_costs = {{made.deal.currency, Decimal::whole(2500)}};
  economics.delivery_hours = model::Estimate{number("0.9"), number("1.1"), number("1.5")};
  return made;
}

}  // namespace dealwright::tests
