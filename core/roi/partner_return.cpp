#include "core/roi/partner_return.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "core/roi/case_mistakes.hpp"
#include "core/roi/rounding.hpp"

namespace dealwright::roi {

namespace {

using model::Charge;

// Low, likely and high; of a discrete estimate the least and the greatest outcome.
std::vector<Decimal> cases_of(const model::Estimate& hours) {
  Decimal low = hours.low.value_or(hours.likely), high = hours.high.value_or(hours.likely);
  if (hours.shape == model::EstimateShape::discrete) {
    low = high = hours.likely;
    for (const model::Outcome& outcome : hours.outcomes) {
      low = std::min(low, outcome.value);
      high = std::max(high, outcome.value);
    }
  }
  return {low, hours.likely, high};
}

class PartnerTabulator {
 public:
  PartnerTabulator(const pricing::PricedDeal& priced, int term_months, const model::PartnerEconomics& economics)
      : priced_(priced),
        economics_(economics),
        discounts_(year_discounts(economics.discount_rate, economics.horizon_months)) {
    out_.currency = priced.currency;
    out_.horizon_months = economics.horizon_months;
    out_.term_months = term_months;
    out_.discount_rate = economics.discount_rate;
  }

  PartnerReturn run(const PartnerFlows& flows, std::optional<Money> acquisition_cost) {
    out_.one_off = figures(false);
    out_.recurring = figures(true);
    out_.total = figures(true);
    for (const PartnerMonths& row : flows.rows) add(row);
    find_shares();
    find_implementation();
    Expectation expected(economics_, out_.term_months);
    for (int month = 1; month <= out_.horizon_months; ++month) expected.next_month();
    out_.retained = to_decimal(expected.left()).value_or(Decimal());
    measure(flows, acquisition_cost);
    return std::move(out_);
  }

 private:
  Money money(std::int64_t minor) const { return {minor, out_.currency}; }

  YearAmounts amounts() const { return {std::vector<Money>(discounts_.size(), money(0)), money(0), money(0)}; }

  PartnerFigures figures(bool has_mrr) const {
    PartnerFigures out{amounts(), amounts(), amounts(), {}, {}};
    if (has_mrr) out.mrr.assign(discounts_.size() - 1, money(0));
    return out;
  }

  YearAmounts by_year(std::span<const std::int64_t> months) const {
    YearAmounts out = amounts();
    for (std::size_t month = 0; month < months.size(); ++month) out.years[year_of_month(month)].minor += months[month];
    for (const Money year : out.years) out.total.minor += year.minor;
    out.present.minor = present_value_minor(months, discounts_);
    return out;
  }

  static void sum(const YearAmounts& part, YearAmounts& all, std::int64_t sign) {
    for (std::size_t year = 0; year < part.years.size(); ++year) all.years[year].minor += sign * part.years[year].minor;
    all.total.minor += sign * part.total.minor;
    all.present.minor += sign * part.present.minor;
  }

  static void sum(const PartnerFigures& part, PartnerFigures& all) {
    sum(part.income, all.income, 1);
    sum(part.cost, all.cost, 1);
    sum(part.margin, all.margin, 1);
    for (std::size_t year = 0; year < part.mrr.size(); ++year) all.mrr[year].minor += part.mrr[year].minor;
  }

  void add(const PartnerMonths& months) {
    PartnerRow row{months.service_line, months.charge, figures(months.charge == Charge::monthly)};
    row.figures.income = by_year(months.income);
    row.figures.cost = by_year(months.cost);
    sum(row.figures.income, row.figures.margin, 1);
    sum(row.figures.cost, row.figures.margin, -1);
    for (std::size_t year = 0; year < row.figures.mrr.size(); ++year)
      row.figures.mrr[year].minor = months.mrr[std::min(12 * (year + 1), months.mrr.size() - 1)];
    sum(row.figures, months.charge == Charge::monthly ? out_.recurring : out_.one_off);
    sum(row.figures, out_.total);
    out_.rows.push_back(std::move(row));
  }

  static void find_share(PartnerFigures& figures) {
    if (figures.income.total.minor > 0) figures.share = {figures.margin.total.minor, figures.income.total.minor};
  }

  void find_shares() {
    for (PartnerRow& row : out_.rows) find_share(row.figures);
    for (PartnerFigures* const figures : {&out_.one_off, &out_.recurring, &out_.total}) find_share(*figures);
  }

  void find_implementation() {
    std::int64_t net = 0, cost = 0, work = 0, hours = 0;
    bool is_there = false;
    for (const pricing::PricedLine& line : priced_.lines) {
      if (line.charge != Charge::one_off) continue;
      is_there = true;
      net += line.net_total.minor;
      cost += line.cost_total.minor;
      hours += line.hours_total.micro();
      for (const pricing::Span& span : line.spans) work += span.work.minor * span.periods();
    }
    if (!is_there) return;
    const auto share = [&](std::int64_t margin) { return net > 0 ? Ratio{margin, net} : Ratio{}; };
    ImplementationMargin& out = out_.implementation.emplace();
    out.net = money(net);
    out.cost = money(cost);
    out.margin = money(net - cost);
    out.share = share(net - cost);
    out.hours = Decimal::from_micro(hours);
    if (!economics_.delivery_hours || hours == 0) return;
    for (const Decimal factor : cases_of(*economics_.delivery_hours)) {
      const auto of_work = rounded(static_cast<double>(work) * to_double(factor));
      const auto of_hours = Decimal::multiply(out.hours, factor);
      if (!of_work || !of_hours || *of_work > greatest_month_minor) continue;
      const std::int64_t then = cost - work + *of_work;
      out.delivery.push_back({factor, *of_hours, money(then), money(net - then), share(net - then)});
    }
  }

  void measure(const PartnerFlows& flows, std::optional<Money> acquisition_cost) {
    const std::int64_t cost = acquisition_cost ? acquisition_cost->minor : 0;
    std::int64_t balance = -cost;
    for (std::size_t month = 0; month < flows.fees.size(); ++month)
      out_.cumulative.push_back(money(balance += flows.margin(month)));
    out_.acquisition_cost = acquisition_cost;
    out_.acquisition_payback = acquisition_payback(flows, acquisition_cost);
    const std::int64_t lifetime = out_.total.margin.present.minor;
    if (cost > 0) out_.ltv_to_cac = {lifetime, cost};
    out_.net_present_value = money(lifetime - cost);
  }

  const pricing::PricedDeal& priced_;
  const model::PartnerEconomics& economics_;
  std::vector<double> discounts_;
  PartnerReturn out_;
};

}  // namespace

std::optional<Money> acquisition_cost_of(const model::Deal& deal, const model::PartnerEconomics& economics) {
  if (deal.acquisition_cost) return to_money(*deal.acquisition_cost, deal.currency);
  for (const model::AcquisitionCost& cost : economics.acquisition_costs)
    if (cost.currency == deal.currency) return to_money(cost.amount, cost.currency);
  return std::nullopt;
}

PaybackTime acquisition_payback(const PartnerFlows& flows, std::optional<Money> cost) {
  PaybackTime out;
  if (!cost) return out;
  std::vector<double> balance;
  for (std::size_t month = 0; month < flows.fees.size(); ++month)
    balance.push_back(static_cast<double>(flows.margin(month) - (month == 0 ? cost->minor : 0)));
  const Payback found = simple_payback(balance);
  out.status = found.status;
  out.falls_again = found.falls_again;
  if (found.status != PaybackStatus::reached) return out;
  out.months = to_decimal(found.periods);
  out.month = found.first_whole_period;
  return out;
}

std::optional<PartnerReturn> partner_return(const model::Deal& deal, const model::Partner& partner,
                                            const pricing::PricedDeal& priced, Diagnostics& diagnostics) {
  if (!partner.economics) return std::nullopt;
  const auto flows = partner_flows(priced, deal.term_months, *partner.economics, nullptr);
  const auto cost = acquisition_cost_of(deal, *partner.economics);
  const bool is_in_range = !cost || cost->minor <= greatest_month_minor;
  if (!flows || !is_in_range) {
    diagnostics.push_back(
        mistake("partner_return.too_large", is_in_range ? "" : "/acquisition_cost",
                "what the partner earns by the deal comes to more in a month than can be reckoned with",
                "smaller prices, costs or a smaller expansion"));
    return std::nullopt;
  }
  return PartnerTabulator(priced, deal.term_months, *partner.economics).run(*flows, cost);
}

Diagnostics check_economics(const model::Partner& partner) {
  Diagnostics found;
  if (!partner.economics) return found;
  if (partner.economics->delivery_hours)
    check_estimate(*partner.economics->delivery_hours, "/economics/delivery_hours", false, found);
  const auto& costs = partner.economics->acquisition_costs;
  for (std::size_t i = 0; i < costs.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (costs[j].currency == costs[i].currency)
        found.push_back(mistake(
            "partner.acquisition_twice", "/economics/acquisition_costs/" + std::to_string(i) + "/currency",
            "the acquisition cost is stated twice in this currency; the first counts", "one for each currency"));
  return found;
}

}  // namespace dealwright::roi
