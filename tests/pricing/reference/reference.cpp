#include "tests/pricing/reference/reference.hpp"

#include <algorithm>

namespace dealwright::reference {

namespace {

int months_of(model::CommitmentPeriod period, int last_period) {
  switch (period) {
    case model::CommitmentPeriod::month:
      return 1;
    case model::CommitmentPeriod::year:
      return 12;
    case model::CommitmentPeriod::term:
      return last_period;
  }
  return 1;
}

int months_of(model::Billing billing, int last_period) {
  switch (billing) {
    case model::Billing::monthly:
      return 1;
    case model::Billing::quarterly:
      return 3;
    case model::Billing::annual:
      return 12;
    case model::Billing::prepaid:
      return last_period;
  }
  return 1;
}

LinePeriod& at(PricedLine& line, int period) {
  return line.periods[static_cast<std::size_t>(period - 1)];
}
const LinePeriod& at(const PricedLine& line, int period) {
  return line.periods[static_cast<std::size_t>(period - 1)];
}

// Stage 14 for the commitment period of periods `from` to `to`.
void true_up(const Layout& layout, PricedDeal& deal, int from, int to) {
  const auto& commitment = *layout.documents.deal.commitment;
  Rational wanted = exact(commitment.amount);
  if (commitment.period == model::CommitmentPeriod::year && to - from + 1 < 12) wanted = wanted * (to - from + 1) / 12;
  std::int64_t shortfall = to_minor(wanted, layout.digits, layout.rounding);
  std::vector<PricedLine*> active;
  std::vector<std::int64_t> weights;
  PricedLine* first_monthly = nullptr;
  for (auto& line : deal.lines) {
    if (!line.line.is_monthly()) continue;
    if (!first_monthly) first_monthly = &line;
    for (int period = from; period <= to; ++period) {
      const auto& stages = at(line, period).stages;
      const bool counts_list = commitment.basis == model::CommitmentBasis::before_discount;
      shortfall -= counts_list ? stages.list_minor : stages.net_before_true_up;
    }
    if (line.line.is_active(to)) {
      active.push_back(&line);
      weights.push_back(at(line, to).stages.net_before_true_up);
    }
  }
  if (shortfall <= 0 || !first_monthly) return;
  if (active.empty()) {
    at(*first_monthly, to).true_up = shortfall;
    return;
  }
  const auto parts = split(shortfall, weights);
  for (std::size_t index = 0; index < active.size(); ++index) at(*active[index], to).true_up = parts[index];
}

void fill_lines(const Layout& layout, PricedDeal& deal) {
  for (const auto& line : layout.lines) {
    deal.lines.emplace_back();
    deal.lines.back().line = line;
    deal.lines.back().periods.resize(deal.periods.size());
  }
  const auto one_off = price_one_off_lines(layout);
  for (std::size_t index = 0; index < deal.lines.size(); ++index) {
    auto& line = deal.lines[index];
    if (!line.line.is_monthly()) at(line, line.line.first_period).stages = one_off[index];
  }
  for (int period = 1; period <= layout.last_period(); ++period) {
    const auto monthly = price_monthly_lines(layout, period, View::contract);
    for (std::size_t index = 0; index < deal.lines.size(); ++index) {
      if (deal.lines[index].line.is_monthly()) at(deal.lines[index], period).stages = monthly[index];
    }
  }
  if (const auto& commitment = layout.documents.deal.commitment) {
    const int length = months_of(commitment->period, layout.last_period());
    for (int from = 1; from <= layout.last_period(); from += length) {
      true_up(layout, deal, from, std::min(from + length - 1, layout.last_period()));
    }
  }
  for (auto& line : deal.lines) {
    for (int period = 1; period <= layout.last_period(); ++period) {
      auto& own = at(line, period);
      if (own.stages.is_active) {
        own.cost = cost_of(layout, line.line, own.stages, period, View::contract, own.net());
      } else {
        own.cost.third_party = third_party_share(layout, line.line, own.true_up);
      }
      line.list_total += own.stages.list_minor;
      line.net_total += own.net();
      line.true_up_total += own.true_up;
      line.cost_total += own.cost.total();
      line.hours_total = Decimal::from_micro(line.hours_total.micro() + own.cost.hours.micro());
    }
  }
}

void note_limits(PricedDeal& deal) {
  const Integer greatest = 10'000'000'000'000;
  for (const auto& line : deal.lines) {
    for (const auto& period : line.periods) {
      const auto& stages = period.stages;
      if (stages.list_minor > greatest) deal.is_beyond_limits = true;
      for (const auto* amount : {&stages.after_uplift, &stages.after_agreed, &stages.after_line, &stages.after_deal}) {
        deal.most_digits = std::max(deal.most_digits, digits_needed(*amount));
      }
    }
  }
}

void fill_schedule(const Layout& layout, PricedDeal& deal) {
  const Currency currency = layout.documents.book.currency;
  const int last = layout.last_period();
  for (int period = 1; period <= last; ++period) {
    const auto& span = deal.periods[static_cast<std::size_t>(period - 1)];
    pricing::PeriodRow row;
    row.period = period;
    row.from = span.from;
    row.to = span.to;
    row.month = Month::of(span.from);
    row.bookings = row.billings = row.revenue = row.cost = Money{0, currency};
    deal.schedule.push_back(row);
  }
  const int billing_months = months_of(layout.documents.deal.billing, last);
  for (const auto& line : deal.lines) {
    for (int period = 1; period <= last; ++period) {
      const auto& own = at(line, period);
      auto& row = deal.schedule[static_cast<std::size_t>(period - 1)];
      deal.schedule.front().bookings.minor += own.net();
      if (line.line.is_monthly()) {
        row.revenue.minor += own.net();
        row.cost.minor += own.cost.total();
        row.billings.minor += own.true_up;
        const int billed_in = (period - 1) / billing_months * billing_months + 1;
        deal.schedule[static_cast<std::size_t>(billed_in - 1)].billings.minor += own.stages.net_before_true_up;
      } else if (own.stages.is_active) {
        row.billings.minor += own.net();
        const int months = std::min(line.line.component->delivery_months, last - period + 1);
        const auto revenue = split_evenly(own.net(), months);
        const auto wholesale = split_evenly(own.cost.wholesale, months);
        const auto work = split_evenly(own.cost.work, months);
        const auto third_party = split_evenly(own.cost.third_party, months);
        for (int month = 0; month < months; ++month) {
          const auto part = static_cast<std::size_t>(month);
          auto& delivery = deal.schedule[static_cast<std::size_t>(period - 1 + month)];
          delivery.revenue.minor += revenue[part];
          delivery.cost.minor += wholesale[part] + work[part] + third_party[part];
        }
      }
    }
  }
}

Ratio ratio(std::int64_t numerator, std::int64_t denominator) {
  return denominator == 0 ? Ratio{} : Ratio{numerator, denominator};
}

void fill_service_lines(const Layout& layout, PricedDeal& deal) {
  const Currency currency = layout.documents.book.currency;
  for (int word = 0; word <= static_cast<int>(model::ServiceLine::automation_ai); ++word) {
    pricing::ServiceLineMargin margin;
    margin.service_line = static_cast<model::ServiceLine>(word);
    margin.list = margin.net = margin.cost = margin.gross_margin = Money{0, currency};
    bool has_line = false;
    for (const auto& line : deal.lines) {
      if (line.line.component->service_line != margin.service_line) continue;
      has_line = true;
      margin.list.minor += line.list_total;
      margin.net.minor += line.net_total;
      margin.cost.minor += line.cost_total;
      margin.hours = Decimal::from_micro(margin.hours.micro() + line.hours_total.micro());
    }
    margin.gross_margin.minor = margin.net.minor - margin.cost.minor;
    margin.margin = ratio(margin.gross_margin.minor, margin.net.minor);
    if (has_line) deal.service_lines.push_back(margin);
  }
}

// MRR of a period: as if it were whole and not free, without true-up.
std::int64_t monthly_recurring(const Layout& layout, int period) {
  std::int64_t sum = 0;
  for (const auto& stages : price_monthly_lines(layout, period, View::run_rate)) sum += stages.net_before_true_up;
  return sum;
}

void fill_peak(const Layout& layout, PricedDeal& deal) {
  const int last = layout.last_period();
  const auto all = price_monthly_lines(layout, last, View::peak);
  auto& totals = deal.totals;
  for (std::size_t index = 0; index < all.size(); ++index) {
    if (!all[index].is_active) continue;
    auto& line = deal.lines[index];
    line.peak_net = all[index].net_before_true_up;
    line.peak_cost = cost_of(layout, line.line, all[index], last, View::peak, line.peak_net).total();
    totals.peak_net.minor += line.peak_net;
    totals.peak_cost.minor += line.peak_cost;
  }
  totals.peak_margin = ratio(totals.peak_net.minor - totals.peak_cost.minor, totals.peak_net.minor);
}

void fill_payback(const PricedDeal& deal, pricing::Totals& totals) {
  std::vector<std::int64_t> cumulative{0};  // at the start, then at the end of every period
  for (std::size_t period = 0; period < deal.periods.size(); ++period) {
    std::int64_t flow = 0;
    for (const auto& line : deal.lines) flow += line.periods[period].net() - line.periods[period].cost.total();
    cumulative.push_back(cumulative.back() + flow);
  }
  if (cumulative.back() < 0) return;
  auto month = cumulative.size() - 1;
  while (month > 0 && cumulative[month] >= 0) --month;  // the last period that ends below zero
  if (month == 0) {
    totals.payback_month = 0;
    totals.payback = {0, 1};
    return;
  }
  const auto shortfall = -cumulative[month];
  const auto flow = cumulative[month + 1] - cumulative[month];
  totals.payback_month = static_cast<int>(month) + 1;
  totals.payback = {static_cast<std::int64_t>(month) * flow + shortfall, flow};
}

void fill_totals(const Layout& layout, PricedDeal& deal) {
  auto& totals = deal.totals;
  const Currency currency = layout.documents.book.currency;
  for (auto* money : {&totals.mrr_start, &totals.mrr_exit, &totals.arr, &totals.acv, &totals.tcv, &totals.one_off_total,
                      &totals.recurring_total, &totals.list_total, &totals.discount_total, &totals.true_up_total,
                      &totals.cost_total, &totals.gross_margin, &totals.peak_net, &totals.peak_cost}) {
    *money = Money{0, currency};
  }
  std::int64_t standard_list = 0;
  for (const auto& line : deal.lines) {
    totals.tcv.minor += line.net_total;
    totals.list_total.minor += line.list_total;
    totals.true_up_total.minor += line.true_up_total;
    totals.cost_total.minor += line.cost_total;
    if (!line.line.is_monthly()) totals.one_off_total.minor += line.net_total;
    if (line.line.component->standard) standard_list += line.list_total;
  }
  totals.recurring_total.minor = totals.tcv.minor - totals.one_off_total.minor;
  const Rational a_year =
      from_minor(totals.recurring_total.minor, layout.digits) * 12 / layout.documents.deal.term_months;
  totals.acv.minor = to_minor(a_year, layout.digits, layout.rounding);
  totals.mrr_start.minor = monthly_recurring(layout, 1);
  totals.mrr_exit.minor = monthly_recurring(layout, layout.last_period());
  totals.arr.minor = 12 * totals.mrr_exit.minor;
  totals.discount_total.minor = totals.list_total.minor - (totals.tcv.minor - totals.true_up_total.minor);
  totals.effective_discount = ratio(totals.discount_total.minor, totals.list_total.minor);
  totals.gross_margin.minor = totals.tcv.minor - totals.cost_total.minor;
  totals.margin = ratio(totals.gross_margin.minor, totals.tcv.minor);
  totals.standard_share = ratio(standard_list, totals.list_total.minor);
  fill_peak(layout, deal);
  fill_payback(deal, totals);
}

}  // namespace

PricedDeal price(const Documents& documents) {
  PricedDeal deal;
  deal.periods = periods_of(documents.deal);
  const int last_period = static_cast<int>(deal.periods.size());
  const Layout layout{documents, deal.periods, lines_of(documents, last_period), documents.book.currency.digits(),
                      documents.book.rounding};
  fill_lines(layout, deal);
  note_limits(deal);
  if (deal.is_beyond_limits) return deal;
  fill_schedule(layout, deal);
  fill_service_lines(layout, deal);
  fill_totals(layout, deal);
  return deal;
}

}  // namespace dealwright::reference
