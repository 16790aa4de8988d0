#include "core/pricing/schedule.hpp"

#include <algorithm>
#include <array>

#include "core/base/allocate.hpp"

namespace dealwright::pricing {

namespace {

PeriodRow& row_at(std::vector<PeriodRow>& rows, int period) {
  return rows[static_cast<std::size_t>(period - 1)];
}

// Adds each span's amounts to the row of its first period and takes them from the row after its last, so that
// add_up_monthly() need only sum over the rows; bills of more than one period are added as they are.
void add_monthly(const PricedLine& line, int per_bill, std::vector<PeriodRow>& rows) {
  const int periods = static_cast<int>(rows.size());
  for (const auto& span : line.spans) {
    const std::int64_t cost = span.cost_minor();
    auto& first = row_at(rows, span.from_period);
    first.revenue.minor += span.net.minor;
    first.cost.minor += cost;
    if (span.to_period < periods) {
      auto& after = row_at(rows, span.to_period + 1);
      after.revenue.minor -= span.net.minor;
      after.cost.minor -= cost;
    }
    if (per_bill == 1) continue;
    for (int from = span.from_period; from <= span.to_period;) {
      const int bill = (from - 1) / per_bill * per_bill + 1;
      const int to = std::min(span.to_period, bill + per_bill - 1);
      row_at(rows, bill).billings.minor += (to - from + 1) * span.net_before_true_up.minor;
      from = to + 1;
    }
    if (span.true_up.minor == 0) continue;
    for (int period = span.from_period; period <= span.to_period; ++period) {
      row_at(rows, period).billings.minor += span.true_up.minor;
    }
  }
}

void add_up_monthly(int per_bill, std::vector<PeriodRow>& rows) {
  std::int64_t revenue = 0;
  std::int64_t cost = 0;
  for (auto& row : rows) {
    row.revenue.minor = revenue += row.revenue.minor;
    row.cost.minor = cost += row.cost.minor;
    if (per_bill == 1) row.billings.minor = revenue;
  }
}

void add_one_off(const PricedLine& line, int delivery_months, std::vector<PeriodRow>& rows) {
  constexpr std::size_t longest_delivery = 36;
  const auto& span = line.spans.front();
  const int last = std::min(span.from_period + delivery_months - 1, static_cast<int>(rows.size()));
  const auto n = static_cast<std::size_t>(last - span.from_period) + 1;
  std::array<std::int64_t, longest_delivery> equal{};
  std::array<std::int64_t, longest_delivery> parts{};
  const std::span weights(equal.data(), n);
  const auto spread = [&](std::int64_t amount, Money PeriodRow::*field) {
    allocate(amount, weights, std::span(parts.data(), n));
    for (std::size_t i = 0; i < n; ++i) (row_at(rows, span.from_period + static_cast<int>(i)).*field).minor += parts[i];
  };
  row_at(rows, span.from_period).billings.minor += span.net.minor;
  spread(span.net.minor, &PeriodRow::revenue);
  spread(span.wholesale.minor, &PeriodRow::cost);
  spread(span.work.minor, &PeriodRow::cost);
  spread(span.third_party.minor, &PeriodRow::cost);
}

}  // namespace

int periods_per_bill(model::Billing billing, int all) {
  switch (billing) {
    case model::Billing::monthly:
      return 1;
    case model::Billing::quarterly:
      return 3;
    case model::Billing::annual:
      return 12;
    case model::Billing::prepaid:
      return all;
  }
  return 1;
}

void lay_out_periods(const model::Deal& deal, Currency currency, std::vector<PeriodRow>& rows) {
  const int periods = period_count(deal);
  const bool calendar = periods != deal.term_months;
  rows.resize(static_cast<std::size_t>(periods));
  const Money none{0, currency};
  const int day = deal.start.day();
  const Month first = Month::of(deal.start);
  Date from = deal.start;
  Date first_day = first.first();
  int length = first.days();
  for (int period = 1; period <= periods; ++period) {
    const Month month = first.plus(period - 1);
    first_day = first_day.plus_days(length);
    length = month.plus(1).days();
    // The next period begins on the first of its month, or on the start's day or the month's last.
    const Date begins = calendar ? first_day : first_day.plus_days(std::min(day, length) - 1);
    const bool last_partial = calendar && period == periods;
    const Date next = last_partial ? deal.start.plus_months(deal.term_months) : begins;
    row_at(rows, period) = PeriodRow{period, month, from, next.plus_days(-1), none, none, none, none};
    from = next;
  }
}

Proration proration_of(const model::Deal& deal, const std::vector<PeriodRow>& rows, int period) {
  const int periods = static_cast<int>(rows.size());
  if (periods == deal.term_months || (period != 1 && period != periods)) return Proration{};
  const auto& row = rows[static_cast<std::size_t>(period - 1)];
  return Proration{days_between(row.from, row.to) + 1, row.month.days()};
}

void fill_schedule(const model::Deal& deal, std::span<const ActiveLine> active, std::span<const PricedLine> lines,
                   std::vector<PeriodRow>& rows) {
  const int per_bill = periods_per_bill(deal.billing, static_cast<int>(rows.size()));
  std::int64_t booked = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (active[i].monthly) add_monthly(lines[i], per_bill, rows);
    booked += lines[i].net_total.minor;
  }
  add_up_monthly(per_bill, rows);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!active[i].monthly) add_one_off(lines[i], active[i].component->delivery_months, rows);
  }
  rows.front().bookings.minor = booked;
}

}  // namespace dealwright::pricing
