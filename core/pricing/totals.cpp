#include "core/pricing/totals.hpp"

#include <numeric>

namespace dealwright::pricing {

namespace {

Ratio ratio(std::int64_t numerator, std::int64_t denominator) {
  return denominator > 0 ? Ratio{numerator, denominator} : Ratio{};
}

void add_service_lines(PricedDeal& out) {
  const Money none{0, out.currency};
  out.service_lines.clear();
  for (std::size_t s = 0; s < model::service_line_count; ++s) {
    const auto service_line = static_cast<model::ServiceLine>(s);
    ServiceLineMargin row{service_line, none, none, none, none, {}, {}};
    std::int64_t hours = 0;
    bool any = false;
    for (const auto& line : out.lines) {
      if (line.service_line != service_line) continue;
      any = true;
      row.list.minor += line.list_total.minor;
      row.net.minor += line.net_total.minor;
      row.cost.minor += line.cost_total.minor;
      hours += line.hours_total.micro();
    }
    if (!any) continue;
    row.hours = Decimal::from_micro(hours);
    row.gross_margin.minor = row.net.minor - row.cost.minor;
    row.margin = ratio(row.gross_margin.minor, row.net.minor);
    out.service_lines.push_back(row);
  }
}

}  // namespace

std::int64_t monthly_net(std::span<const MonthLine> month) {
  std::int64_t sum = 0;
  for (const auto& line : month) {
    if (line.active) sum += line.net;
  }
  return sum;
}

void add_up(const model::Deal& deal, Rounding mode, std::span<const ActiveLine> active, PricedDeal& out) {
  auto& t = out.totals;
  const Currency currency = out.currency;
  std::int64_t list = 0, net = 0, true_up = 0, cost = 0, one_off = 0, standard = 0, peak_net = 0, peak_cost = 0;
  for (std::size_t i = 0; i < out.lines.size(); ++i) {
    const auto& line = out.lines[i];
    list += line.list_total.minor;
    net += line.net_total.minor;
    true_up += line.true_up_total.minor;
    cost += line.cost_total.minor;
    peak_net += line.peak_net.minor;
    peak_cost += line.peak_cost.minor;
    if (!active[i].monthly) one_off += line.net_total.minor;
    if (active[i].component->standard) standard += line.list_total.minor;
  }
  t.tcv = {net, currency};
  t.one_off_total = {one_off, currency};
  t.recurring_total = {net - one_off, currency};
  // 12 x a sum below 2^60 stays within 64 bits.
  t.acv = {static_cast<std::int64_t>(divide_rounded(static_cast<Int128>(net - one_off) * 12, deal.term_months, mode)),
           currency};
  t.arr = {12 * t.mrr_exit.minor, currency};
  t.list_total = {list, currency};
  t.discount_total = {list - (net - true_up), currency};
  t.effective_discount = ratio(t.discount_total.minor, list);
  t.true_up_total = {true_up, currency};
  t.cost_total = {cost, currency};
  t.gross_margin = {net - cost, currency};
  t.margin = ratio(net - cost, net);
  t.peak_net = {peak_net, currency};
  t.peak_cost = {peak_cost, currency};
  t.peak_margin = ratio(peak_net - peak_cost, peak_net);
  t.standard_share = ratio(standard, list);
  add_service_lines(out);
}

void find_flows(const PricedDeal& priced, std::vector<std::int64_t>& flows) {
  // First how much more each period brings than the one before it, then what it brings.
  flows.assign(priced.schedule.size() + 1, 0);
  for (const auto& line : priced.lines) {
    for (const auto& span : line.spans) {
      const std::int64_t flow = span.net.minor - span.cost_minor();
      flows[static_cast<std::size_t>(span.from_period - 1)] += flow;
      flows[static_cast<std::size_t>(span.to_period)] -= flow;
    }
  }
  flows.pop_back();
  std::partial_sum(flows.begin(), flows.end(), flows.begin());
}

void find_payback(PricedDeal& out, std::vector<std::int64_t>& flows) {
  find_flows(out, flows);
  int last_below = 0;  // period; 0: none
  std::int64_t sum = 0;
  std::int64_t shortfall = 0;
  for (std::size_t i = 0; i < flows.size(); ++i) {
    sum += flows[i];
    if (sum < 0) {
      last_below = static_cast<int>(i) + 1;
      shortfall = -sum;
    }
  }
  auto& t = out.totals;
  t.payback_month.reset();
  t.payback = Ratio{};
  if (last_below == 0) {
    t.payback_month = 0;
    t.payback = Ratio{0, 1};
  } else if (last_below < static_cast<int>(flows.size())) {
    // The sum rises from below zero to zero or more in the next period, so its flow is positive.
    const std::int64_t flow = flows[static_cast<std::size_t>(last_below)];
    t.payback_month = last_below + 1;
    t.payback = Ratio{last_below * flow + shortfall, flow};
  }
}

}  // namespace dealwright::pricing
