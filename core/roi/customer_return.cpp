#include "core/roi/customer_return.hpp"

#include <algorithm>
#include <span>

#include "core/roi/rates.hpp"
#include "core/roi/rounding.hpp"

namespace dealwright::roi {

namespace {

// 0: initial; month 1 is of year 1.
std::size_t year_of(std::size_t month) {
  return (month + 11) / 12;
}

class Tabulator {
 public:
  explicit Tabulator(const BoundCase& bound) : bound_(bound), months_(static_cast<std::size_t>(bound.horizon) + 1) {}

  CustomerReturn run(const MonthlyCase& monthly) {
    out_.currency = bound_.currency;
    out_.horizon_months = bound_.horizon;
    out_.discount_rate = bound_.discount_rate;
    out_.convention = bound_.convention;
    out_.total_benefits = total("benefits", "Total benefits");
    out_.total_costs = total("costs", "Total costs");
    out_.net = total("net", "Net benefits");
    std::vector<std::int64_t> net(months_);
    for (const MonthlyRow& row : monthly.benefits) add(row, out_.benefits, out_.total_benefits, net, 1);
    for (const MonthlyRow& row : monthly.costs) add(row, out_.costs, out_.total_costs, net, -1);
    sum(out_.total_benefits, out_.net, 1);
    sum(out_.total_costs, out_.net, -1);
    if (out_.total_costs.present.minor > 0) out_.roi = {out_.net.present.minor, out_.total_costs.present.minor};
    Ratio& care = out_.care_share;
    care.denominator = out_.total_benefits.present.minor;
    for (const ReturnRow& row : out_.benefits) care.numerator += row.with_care ? row.present.minor : 0;
    measure(net);
    return std::move(out_);
  }

 private:
  Money money(std::int64_t minor) const { return {minor, bound_.currency}; }

  ReturnRow total(const char* id, const char* name) const {
    ReturnRow row;
    row.id = id;
    row.name = name;
    row.adjustment = Decimal::whole(1);
    row.years.assign(year_of(months_ - 1) + 1, money(0));
    row.nominal = row.total = row.present = money(0);
    return row;
  }

  static void sum(const ReturnRow& row, ReturnRow& total, std::int64_t sign) {
    for (std::size_t year = 0; year < row.years.size(); ++year) total.years[year].minor += sign * row.years[year].minor;
    total.nominal.minor += sign * row.nominal.minor;
    total.total.minor += sign * row.total.minor;
    total.present.minor += sign * row.present.minor;
  }

  void add(const MonthlyRow& monthly, std::vector<ReturnRow>& rows, ReturnRow& all, std::vector<std::int64_t>& net,
           std::int64_t sign) const {
    ReturnRow row = total(monthly.id.c_str(), monthly.name.c_str());
    row.with_care = monthly.with_care;
    row.adjustment = monthly.adjustment;
    for (std::size_t month = 0; month < months_; ++month) {
      const std::int64_t minor = monthly.adjusted[month];
      row.years[year_of(month)].minor += minor;
      row.nominal.minor += monthly.nominal[month];
      row.total.minor += minor;
      net[month] += sign * minor;
    }
    row.present.minor = present_value(monthly.adjusted, bound_.discount);
    sum(row, all, 1);
    rows.push_back(std::move(row));
  }

  static PaybackTime payback_time(const Payback& payback) {
    PaybackTime time;
    time.status = payback.status;
    time.falls_again = payback.falls_again;
    if (payback.status != PaybackStatus::reached) return time;
    time.months = to_decimal(payback.periods);
    time.month = payback.first_whole_period;
    return time;
  }

  void measure(std::span<const std::int64_t> net) {
    std::vector<double> by_month, by_year(out_.net.years.size());
    std::int64_t balance = 0;
    for (const std::int64_t minor : net) {
      const auto flow = static_cast<double>(minor);
      by_year[year_of(by_month.size())] += flow;
      by_month.push_back(flow);
      out_.cumulative.push_back(money(balance += minor));
    }
    const bool is_annual = bound_.convention == model::CaseConvention::annual;
    const RatesOfReturn found = rates_of_return(is_annual ? by_year : by_month);
    out_.irr_status = found.status;
    out_.irr_fault = found.fault;
    for (const RateOfReturn& one : found.rates) {
      const Answer rate = is_annual ? Answer{one.rate} : annual_rate(one.rate, RateConvention::effective);
      out_.irr.push_back(to_decimal(rate.value).value_or(Decimal()));
    }
    out_.payback = payback_time(simple_payback(by_month));
    const double rate = monthly_rate(to_double(bound_.discount_rate), RateConvention::effective).value;
    out_.discounted_payback = payback_time(roi::discounted_payback(by_month, rate));
  }

  const BoundCase& bound_;
  std::size_t months_;
  CustomerReturn out_;
};

}  // namespace

std::int64_t present_value(std::span<const std::int64_t> adjusted, std::span<const double> discount) {
  double present = 0;
  for (std::size_t month = 0; month < adjusted.size(); ++month)
    present += static_cast<double>(adjusted[month]) * discount[month];
  return rounded(present).value_or(0);  // of amounts that fit, discounted
}

CustomerReturn customer_return(const BoundCase& bound, const MonthlyCase& monthly) {
  return Tabulator(bound).run(monthly);
}

std::optional<CustomerReturn> customer_return(const model::Deal& deal, const model::Customer& customer,
                                              const model::Playbook* playbook, const pricing::PricedDeal& priced,
                                              Diagnostics& diagnostics) {
  const auto bound = bind_case(deal, customer, playbook, diagnostics);
  if (!bound) return std::nullopt;
  const auto monthly = monthly_case(*bound, priced, diagnostics);
  if (!monthly) return std::nullopt;
  return customer_return(*bound, *monthly);
}

}  // namespace dealwright::roi
