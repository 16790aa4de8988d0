#pragma once
// What pricing a deal yields: lines with their waterfalls, the schedule, totals and margins. Amounts are in the deal's
// currency.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/date.hpp"
#include "core/base/decimal.hpp"
#include "core/base/exact.hpp"
#include "core/base/money.hpp"
#include "core/base/ratio.hpp"
#include "core/model/vocabulary.hpp"

namespace dealwright::pricing {

// The stages of a line for one whole month (monthly) or once (one-off), in their order; each amount is what is left
// after its stage. Exact until `net`. The rates are the rules that led from one stage to the next.
struct Waterfall {
  Decimal metered;
  Decimal converted;
  Decimal included;
  Decimal billable;
  Exact list;
  Exact after_uplift;
  Exact after_agreed;
  Decimal term_rate;
  Exact after_term;
  Decimal prepay_rate;
  Exact after_prepay;
  Decimal volume_rate;
  Exact after_volume;
  Decimal line_rate;
  Exact after_line;
  Decimal deal_rate;
  Money deal_share;  // of the deal's discount amount
  Exact after_deal;
  bool free = false;
  Exact after_bounds;
};
BOOST_DESCRIBE_STRUCT(Waterfall, (),
                      (metered, converted, included, billable, list, after_uplift, after_agreed, term_rate, after_term,
                       prepay_rate, after_prepay, volume_rate, after_volume, line_rate, after_line, deal_rate,
                       deal_share, after_deal, free, after_bounds))

// Consecutive periods in which a line has the same waterfall and amounts. Amounts are for each of its periods.
struct Span {
  int from_period = 1;  // from 1, inclusive
  int to_period = 1;
  int days = 0;  // of a partial period; 0: whole
  int of_days = 0;
  Waterfall waterfall;
  Money list;  // after uplift, prorated and rounded
  Money net_before_true_up;
  Money true_up;
  Money net;
  Money wholesale;
  Money work;
  Money third_party;
  Decimal hours;

  std::int64_t cost_minor() const { return wholesale.minor + work.minor + third_party.minor; }
  int periods() const { return to_period - from_period + 1; }
};
BOOST_DESCRIBE_STRUCT(Span, (),
                      (from_period, to_period, days, of_days, waterfall, list, net_before_true_up, true_up, net,
                       wholesale, work, third_party, hours))

struct PricedLine {
  std::string component;
  std::string name;
  model::ServiceLine service_line = model::ServiceLine::platform;
  model::Charge charge = model::Charge::monthly;
  int deal_line = -1;        // index in the deal's lines; -1: brought by the package
  int component_index = -1;  // in the price book
  int variant = -1;          // index of the component's variant that applies; -1: none
  std::vector<Span> spans;   // one-off lines have one, at the period of delivery start
  Money list_total;
  Money net_total;
  Money true_up_total;
  Money cost_total;
  Decimal hours_total;
  Money peak_net;  // monthly lines: net and cost of one month of peak trading at the end of the term
  Money peak_cost;
};
BOOST_DESCRIBE_STRUCT(PricedLine, (),
                      (component, name, service_line, charge, deal_line, component_index, variant, spans, list_total,
                       net_total, true_up_total, cost_total, hours_total, peak_net, peak_cost))

// One row of the schedule.
struct PeriodRow {
  int period = 1;
  Month month;  // the calendar month in which it starts
  Date from;
  Date to;
  Money bookings;
  Money billings;
  Money revenue;
  Money cost;
};
BOOST_DESCRIBE_STRUCT(PeriodRow, (), (period, month, from, to, bookings, billings, revenue, cost))

struct ServiceLineMargin {
  model::ServiceLine service_line = model::ServiceLine::platform;
  Money list;
  Money net;
  Money cost;
  Money gross_margin;
  Ratio margin;
  Decimal hours;
};
BOOST_DESCRIBE_STRUCT(ServiceLineMargin, (), (service_line, list, net, cost, gross_margin, margin, hours))

struct Totals {
  Money mrr_start;
  Money mrr_exit;
  Money arr;
  Money acv;
  Money tcv;
  Money one_off_total;
  Money recurring_total;
  Money list_total;
  Money discount_total;
  Ratio effective_discount;
  Money true_up_total;
  Money cost_total;
  Money gross_margin;
  Ratio margin;
  Money peak_net;
  Money peak_cost;
  Ratio peak_margin;
  std::optional<int> payback_month;
  Ratio payback;  // periods, exact; no value where it is not reached
  Ratio standard_share;
};
BOOST_DESCRIBE_STRUCT(Totals, (),
                      (mrr_start, mrr_exit, arr, acv, tcv, one_off_total, recurring_total, list_total, discount_total,
                       effective_discount, true_up_total, cost_total, gross_margin, margin, peak_net, peak_cost,
                       peak_margin, payback_month, payback, standard_share))

struct PricedDeal {
  std::string deal;
  std::string partner;
  std::string customer;
  std::string price_book;
  Currency currency;
  model::Tenancy tenancy = model::Tenancy::shared;
  std::string service_tier;  // the one in force: the deal's, else its package's
  std::vector<PricedLine> lines;
  std::vector<PeriodRow> schedule;
  std::vector<ServiceLineMargin> service_lines;  // those with a line, in the order of the word list
  Totals totals;
};
BOOST_DESCRIBE_STRUCT(PricedDeal, (),
                      (deal, partner, customer, price_book, currency, tenancy, service_tier, lines, schedule,
                       service_lines, totals))

}  // namespace dealwright::pricing
