#pragma once
// What a deal is worth to its customer, by year and by driver (docs/returns.md).

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/money.hpp"
#include "core/base/ratio.hpp"
#include "core/pricing/result.hpp"
#include "core/roi/bound_case.hpp"
#include "core/roi/payback.hpp"
#include "core/roi/rate_of_return.hpp"

namespace dealwright::roi {

// A benefit or a cost month by month, in minor units, both above 0; months 0 (initial) to the horizon.
struct MonthlyRow {
  std::string id;    // a driver's; "fees_one_off", "fees_recurring"; "" of what the case names itself
  std::string name;  // for people
  bool with_care = false;
  Decimal adjustment = Decimal::whole(1);
  std::vector<std::int64_t> nominal;
  std::vector<std::int64_t> adjusted;  // nominal times the adjustment, rounded for itself
};

struct MonthlyCase {
  std::vector<MonthlyRow> benefits;
  std::vector<MonthlyRow> costs;
};

// Every month of every row, each rounded once, half away from zero; all else is sums of these. Costs begin with what
// the customer pays for the deal, as it is billed. Nothing where a month is beyond greatest_month_minor, which is
// appended to `diagnostics`.
std::optional<MonthlyCase> monthly_case(const BoundCase& bound, const pricing::PricedDeal& priced,
                                        Diagnostics& diagnostics);

// One stream's row, at the likely values of its inputs; nothing where a month is beyond greatest_month_minor.
std::optional<MonthlyRow> monthly_row(const BoundCase& bound, const CaseStream& stream);

// What the adjusted months of a row are worth now, rounded once to minor units.
std::int64_t present_value(std::span<const std::int64_t> adjusted, std::span<const double> discount);

// A line of the table by year. Costs are above 0.
struct ReturnRow {
  std::string id;
  std::string name;
  bool with_care = false;
  Decimal adjustment;
  std::vector<Money> years;  // adjusted: initial, year 1, year 2, ...; the last year may be shorter
  Money nominal;             // total before adjustment
  Money total;
  Money present;
};
BOOST_DESCRIBE_STRUCT(ReturnRow, (), (id, name, with_care, adjustment, years, nominal, total, present))

struct PaybackTime {
  PaybackStatus status = PaybackStatus::unknown;
  std::optional<Decimal> months;  // where reached: interpolated, to six places
  std::optional<int> month;       // the first at whose end all is paid back
  bool falls_again = false;
};
BOOST_DESCRIBE_STRUCT(PaybackTime, (), (status, months, month, falls_again))

struct CustomerReturn {
  Currency currency;
  int horizon_months = 0;
  Decimal discount_rate;
  model::CaseConvention convention = model::CaseConvention::annual;
  std::vector<ReturnRow> benefits;
  std::vector<ReturnRow> costs;
  ReturnRow total_benefits;
  ReturnRow total_costs;
  ReturnRow net;  // its present value is the net present value
  Ratio roi;      // net present value over the present value of costs; no value without costs
  RateStatus irr_status = RateStatus::none;
  std::vector<Decimal> irr;  // a year; every one, to six places
  Fault irr_fault = Fault::none;
  PaybackTime payback;
  PaybackTime discounted_payback;
  Ratio care_share;               // revenue-side drivers in the present value of benefits
  std::vector<Money> cumulative;  // adjusted, undiscounted, at the end of months 0 to the horizon
};
BOOST_DESCRIBE_STRUCT(CustomerReturn, (),
                      (currency, horizon_months, discount_rate, convention, benefits, costs, total_benefits,
                       total_costs, net, roi, irr_status, irr, irr_fault, payback, discounted_payback, care_share,
                       cumulative))

// Present values are rounded once a row, half away from zero; totals are sums of rows, so that every column adds up.
// Paybacks count months in either convention.
CustomerReturn customer_return(const BoundCase& bound, const MonthlyCase& monthly);

// Both at once; the deal must have a business case.
std::optional<CustomerReturn> customer_return(const model::Deal& deal, const model::Customer& customer,
                                              const model::Playbook* playbook, const pricing::PricedDeal& priced,
                                              Diagnostics& diagnostics);

}  // namespace dealwright::roi
