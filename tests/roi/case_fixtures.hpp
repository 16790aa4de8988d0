#pragma once
// A playbook, a customer and a priced deal, small enough to reckon by hand.

#include <string>

#include "core/model/customer.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::tests {

inline Decimal number(const char* digits) {
  Decimal value;
  Decimal::parse(digits, value);
  return value;
}

struct Case {
  model::Playbook playbook;
  model::Customer customer;
  model::Deal deal;
  pricing::PricedDeal priced;

  model::BusinessCase& stated() { return *deal.business_case; }
};

// Hours of reconciliation (100 a month at 40.00, half saved, nine tenths of it counted, all in use from the third
// month) against 1000.00 a month, 5000.00 once at the start, 3000.00 once in month 2, and 40 hours of the customer's
// own at 50.00 with a risk of 20 %. Two years; 10 % a year, of growth and of discount.
inline Case small_case() {
  Case made;
  const Currency euro = *Currency::from_code("EUR");
  made.playbook.id = "book";
  made.playbook.baselines = {{"hours", "Hours", "hours a month", ""},
                             {"hourly-cost", "Hour", "money", ""},
                             {"orders", "Orders", "a month", "orders_per_month"},
                             {"error-cost", "Error", "money", ""}};
  made.playbook.adoption_ramps = {{"usual", "Usual", {Decimal(), number("0.5"), Decimal::whole(1)}}};
  made.playbook.value_drivers = {{"reconciliation",
                                  "Less reconciliation",
                                  "",
                                  model::DriverKind::effort,
                                  "hours",
                                  "",
                                  "hourly-cost",
                                  {number("0.3"), number("0.5"), number("0.6")},
                                  number("0.9"),
                                  "usual"},
                                 {"errors",
                                  "Fewer errors",
                                  "",
                                  model::DriverKind::loss,
                                  "orders",
                                  "error-cost",
                                  "",
                                  {{}, number("0.01"), {}},
                                  Decimal::whole(1),
                                  ""},
                                 {"sales",
                                  "More sales",
                                  "",
                                  model::DriverKind::revenue,
                                  "orders",
                                  "",
                                  "",
                                  {{}, number("0.02"), {}},
                                  Decimal::whole(1),
                                  ""}};
  made.customer.id = "shop";
  made.customer.currency = euro;
  made.customer.playbook = "book";
  made.customer.baselines = {{"hours", Decimal::whole(100), "", {}}, {"hourly-cost", Decimal::whole(40), "", {}}};
  made.deal.customer = "shop";
  made.deal.currency = euro;
  made.deal.term_months = 36;
  model::BusinessCase& stated = made.deal.business_case.emplace();
  stated.horizon_months = 24;
  stated.growth = number("0.1");
  stated.cost_risk = number("0.2");
  stated.drivers.resize(1);
  stated.drivers[0].driver = "reconciliation";
  stated.internal_efforts = {{"Key users", {{}, Decimal::whole(40), {}}, Decimal::whole(50), 0, {}}};
  made.priced.currency = euro;
  made.priced.totals.mrr_exit = {110'000, euro};
  for (int period = 1; period <= 36; ++period) {
    pricing::PeriodRow& row = made.priced.schedule.emplace_back();
    row.period = period;
    row.billings = {period == 1 ? 600'000 : period == 2 ? 400'000 : 100'000, euro};
  }
  for (const int from : {1, 2}) {
    pricing::PricedLine& line = made.priced.lines.emplace_back();
    line.charge = model::Charge::one_off;
    line.net_total = {from == 1 ? 500'000 : 300'000, euro};
    line.spans.emplace_back().from_period = from;
  }
  return made;
}

}  // namespace dealwright::tests
