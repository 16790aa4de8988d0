#pragma once
// What a deal is worth to its partner: margins by service line over time, acquisition and its payback, lifetime value,
// and how far deliveries stray from their plan (docs/partner-returns.md).

#include <optional>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/money.hpp"
#include "core/base/ratio.hpp"
#include "core/model/deal.hpp"
#include "core/model/partner.hpp"
#include "core/pricing/result.hpp"
#include "core/roi/customer_return.hpp"
#include "core/roi/move_effect.hpp"
#include "core/roi/partner_flows.hpp"

namespace dealwright::roi {

// By year as a customer's table has it: initial, year 1, year 2, ...; the last year may be shorter.
struct YearAmounts {
  std::vector<Money> years;
  Money total;
  Money present;
};
BOOST_DESCRIBE_STRUCT(YearAmounts, (), (years, total, present))

struct PartnerFigures {
  YearAmounts income;
  YearAmounts cost;
  YearAmounts margin;
  Ratio share;             // margin over income, in all; no value without income
  std::vector<Money> mrr;  // in the last month of each year, from year 1; empty where nothing is charged monthly
};
BOOST_DESCRIBE_STRUCT(PartnerFigures, (), (income, cost, margin, share, mrr))

struct PartnerRow {
  model::ServiceLine service_line = model::ServiceLine::platform;
  model::Charge charge = model::Charge::monthly;
  PartnerFigures figures;
};
BOOST_DESCRIBE_STRUCT(PartnerRow, (), (service_line, charge, figures))

// The one-off lines, should delivery take `factor` times the hours that were planned.
struct DeliveryVariance {
  Decimal factor;
  Decimal hours;
  Money cost;
  Money margin;
  Ratio share;  // no value without a price
};
BOOST_DESCRIBE_STRUCT(DeliveryVariance, (), (factor, hours, cost, margin, share))

// All one-off lines of the deal, whenever they are delivered.
struct ImplementationMargin {
  Money net;
  Money cost;
  Money margin;
  Ratio share;
  Decimal hours;
  std::vector<DeliveryVariance>
      delivery;  // low, likely, high; none where no hours are planned or nothing is known of deliveries
};
BOOST_DESCRIBE_STRUCT(ImplementationMargin, (), (net, cost, margin, share, hours, delivery))

struct PartnerReturn {
  Currency currency;
  int horizon_months = 0;
  int term_months = 0;
  Decimal discount_rate;
  Decimal retained;                                    // share of customers expected to be left at the horizon's end
  std::optional<ImplementationMargin> implementation;  // where there are one-off lines
  std::vector<PartnerRow> rows;
  PartnerFigures one_off;
  PartnerFigures recurring;
  PartnerFigures total;                   // its margin is the lifetime value: in all, and its present value
  std::optional<Money> acquisition_cost;  // where deal or partner states one
  PaybackTime acquisition_payback;        // unknown where no cost is stated
  Ratio ltv_to_cac;                       // present lifetime value over the acquisition cost; no value where that is 0
  Money net_present_value;                // of the margins, less the acquisition cost where one is stated
  std::vector<Money> cumulative;          // margins less acquisition cost at the end of months 0 to the horizon
  std::optional<MoveEffect> move;         // of a shared deal whose customer outgrows the shared platform
};
BOOST_DESCRIBE_STRUCT(PartnerReturn, (),
                      (currency, horizon_months, term_months, discount_rate, retained, implementation, rows, one_off,
                       recurring, total, acquisition_cost, acquisition_payback, ltv_to_cac, net_present_value,
                       cumulative, move))

// What winning the customer cost: the deal's figure, else the partner's in the deal's currency.
std::optional<Money> acquisition_cost_of(const model::Deal& deal, const model::PartnerEconomics& economics);

// When the margins have paid back the acquisition cost and what was lost on delivery; unknown without a cost.
PaybackTime acquisition_payback(const PartnerFlows& flows, std::optional<Money> cost);

// Nothing where the partner has no economics, or (told as partner_return.too_large) where a month's amount is more than
// can be reckoned with. Amounts are rounded once a month and row, present values once a row; all else is sums.
// Without `move`.
std::optional<PartnerReturn> partner_return(const model::Deal& deal, const model::Partner& partner,
                                            const pricing::PricedDeal& priced, Diagnostics& diagnostics);

// Ranges of delivery hours that are the wrong way round, a currency with two acquisition costs; pointers inside the
// partner's document.
Diagnostics check_economics(const model::Partner& partner);

}  // namespace dealwright::roi
