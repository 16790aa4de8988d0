#include "core/portfolio/cohorts.hpp"

#include <algorithm>

#include "core/portfolio/parts.hpp"

namespace dealwright::portfolio {

namespace {

constexpr std::int64_t most_price = 1'000'000'000'000;                     // minor units, after all uplifts
constexpr std::int64_t most_new = std::int64_t{100'000} * Decimal::scale;  // in one month
constexpr int year = 12;

Decimal factor(const std::vector<Decimal>& season, int calendar_month) {
  return season.empty() ? Decimal::whole(1) : season[static_cast<std::size_t>(calendar_month)];
}

std::int64_t grown(std::int64_t value, Decimal rate) {
  return rate.micro() < 0 ? value - part_of(value, Decimal::from_micro(-rate.micro())) : value + part_of(value, rate);
}

}  // namespace

std::int64_t Cohorts::minor(Decimal amount) const {
  return amount.micro() / (Decimal::scale / minor_per_major_);
}

Cohorts::Cohorts(const model::PlanRow& row, const model::Portfolio& plan, std::int64_t minor_per_major)
    : row_(row),
      plan_(plan),
      minor_per_major_(minor_per_major),
      calendar_(plan.start.month() - 1),
      customers_(static_cast<std::size_t>(plan.months) + 1),
      dedicated_(customers_.size()),
      mrr_(customers_.size()),
      price_(minor(row.price)),
      growing_(row.new_customers.micro()) {
  if (row.upgrade) upgrade_price_ = minor(row.upgrade->price);
  customers_[0] = all_ = live_ = row.opening_customers.micro();
  mrr_[0] = all_mrr_ = times(price_, all_);
  year_base.left = plan_base.left = all_mrr_;
  add_costs(last_);
  last_.support_hours = times(all_, row.support_hours.micro());
}

std::int64_t Cohorts::mrr_from_before(int month) const {
  std::int64_t sum = 0;
  for (int i = 0; i < month; ++i) sum += mrr_[static_cast<std::size_t>(i)];
  return sum;
}

// Churn, then contraction and expansion, both of what those who stay pay.
void Cohorts::lose(int month, RowMonth& out) {
  std::int64_t lost = 0, churned = 0, contraction = 0, expansion = 0;
  const auto count = static_cast<std::size_t>(month);
  const Decimal churn = row_.churn;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t leaving = part_of(customers_[i], churn);
    lost += leaving;
    customers_[i] -= leaving;
    // Who is the last to leave takes all that is left.
    const std::int64_t gone = customers_[i] == 0 ? mrr_[i] : part_of(mrr_[i], churn);
    const std::int64_t stays = mrr_[i] - gone;
    const std::int64_t less = part_of(stays, row_.contraction);
    const std::int64_t more = part_of(stays, row_.expansion);
    churned += gone;
    contraction += less;
    expansion += more;
    mrr_[i] = stays - less + more;
  }
  if (row_.upgrade) {
    std::int64_t dedicated = 0;
    for (std::size_t i = 0; i < count; ++i) {
      dedicated_[i] -= part_of(dedicated_[i], churn);
      dedicated += dedicated_[i];
    }
    all_dedicated_ = dedicated;
  }
  all_ -= lost;
  all_mrr_ += expansion - contraction - churned;
  out.customers.churned = Decimal::from_micro(lost);
  out.mrr.churned.minor = churned;
  out.mrr.contraction.minor = contraction;
  out.mrr.expansion.minor = expansion;
  month_base.left -= churned + contraction;
  for (RetentionBase* const base : {&year_base, &plan_base}) {
    base->left -= part_of(base->left, churn);
    base->left -= part_of(base->left, row_.contraction);
    if (all_ == 0) base->left = 0;
  }
}

// The anniversaries: of customers, and of the plan for what new ones pay.
void Cohorts::raise(int month, RowMonth& out) {
  if (row_.uplift.is_zero()) return;
  if (month > 1 && (month - 1) % year == 0) {
    price_ += part_of(price_, row_.uplift);
    upgrade_price_ += part_of(upgrade_price_, row_.uplift);
  }
  std::int64_t uplift = 0;
  for (int i = month % year; i < month; i += year) {
    std::int64_t& mrr = mrr_[static_cast<std::size_t>(i)];
    const std::int64_t more = part_of(mrr, row_.uplift);
    uplift += more;
    mrr += more;
  }
  all_mrr_ += uplift;
  out.mrr.uplift.minor = uplift;
  out.mrr.expansion.minor += uplift;
}

// What is lost in a cohort's move is no longer retained.
void Cohorts::shrink(std::int64_t amount, int cohort) {
  for (RetentionBase* const base : {&month_base, &year_base, &plan_base})
    if (cohort < base->from) base->left = std::max<std::int64_t>(0, base->left - amount);
}

void Cohorts::upgrade(int month, RowMonth& out, RowFlows& flows, std::vector<std::int64_t>& delivery) {
  if (!row_.upgrade || month < row_.upgrade->after_months) return;
  const model::PlanUpgrade& move = *row_.upgrade;
  const int cohort = month - move.after_months;
  const auto at = static_cast<std::size_t>(cohort);
  const std::int64_t moved = part_of(customers_[at], move.share);
  const std::int64_t before = part_of(mrr_[at], move.share);
  if (moved == 0) return;
  const std::int64_t after = times(upgrade_price_, moved);
  dedicated_[at] += moved;
  all_dedicated_ += moved;
  mrr_[at] += after - before;
  all_mrr_ += after - before;
  out.customers.upgraded = Decimal::from_micro(moved);
  if (after >= before) {
    out.mrr.upgrade.minor = after - before;
    out.mrr.expansion.minor += after - before;
  } else {
    out.mrr.contraction.minor += before - after;
    shrink(before - after, cohort);
  }
  flows.fees += times(minor(move.fee), moved);
  delivery[static_cast<std::size_t>(month) - 1] += times(moved, move.hours.micro());
}

bool Cohorts::add_new(int month, int phase_month, RowMonth& out, RowFlows& flows, std::vector<std::int64_t>& delivery) {
  const int since = phase_month - row_.start_month;
  if (phase_month == 0 || since < 0) return true;
  std::int64_t wished = growing_;
  if (static_cast<std::size_t>(since) < row_.new_by_month.size()) {
    wished = row_.new_by_month[static_cast<std::size_t>(since)].micro();
  } else {
    growing_ = std::min(grown(growing_, row_.growth), 2 * most_new);
  }
  const std::int64_t added = part_of(wished, factor(plan_.season, (calendar_ + month - 1) % year));
  if (added > most_new) return false;
  const auto at = static_cast<std::size_t>(month);
  customers_[at] = added;
  mrr_[at] = times(price_, added);
  all_ += added;
  all_mrr_ += mrr_[at];
  out.customers.added = Decimal::from_micro(added);
  out.mrr.added.minor = mrr_[at];
  flows.fees += times(minor(row_.fee), added);
  flows.acquisition_cost = times(minor(row_.acquisition_cost), added);
  const std::int64_t hours = times(added, row_.delivery_hours.micro());
  const std::int64_t each = hours / row_.delivery_months;
  const std::int64_t left = hours % row_.delivery_months;
  for (int i = 0; i < row_.delivery_months; ++i)
    delivery[static_cast<std::size_t>(month - 1 + i)] += each + (i < left ? 1 : 0);
  return true;
}

void Cohorts::bill(int month, RowFlows& flows) const {
  flows.billed = flows.fees + mrr_[0];
  const int every = row_.billing_months;
  for (int i = month; i > 0; i -= every) flows.billed += mrr_[static_cast<std::size_t>(i)] * every;
}

bool Cohorts::is_countable() const {
  return all_ <= most_customers * Decimal::scale && all_mrr_ <= most_mrr;
}

void Cohorts::add_costs(RowFlows& flows) const {
  flows.running_cost = times(minor(row_.cost), all_ - all_dedicated_);
  if (row_.upgrade) flows.running_cost += times(minor(row_.upgrade->cost), all_dedicated_);
}

bool Cohorts::advance(int month, int phase_month, RowMonth& out, RowFlows& flows, std::vector<std::int64_t>& delivery) {
  if (!is_countable()) return false;
  out.customers.opening = Decimal::from_micro(all_);
  out.mrr.opening.minor = all_mrr_;
  month_base = {month, all_mrr_};
  if ((month - 1) % year == 0) year_base = {month, all_mrr_};
  lose(month, out);
  raise(month, out);
  if (price_ > most_price || upgrade_price_ > most_price) return false;
  upgrade(month, out, flows, delivery);
  if (!add_new(month, phase_month, out, flows, delivery) || !is_countable()) return false;
  live_ = all_;
  for (int i = std::max(1, month - row_.delivery_months + 1); i <= month; ++i)
    live_ -= customers_[static_cast<std::size_t>(i)];
  bill(month, flows);
  add_costs(flows);
  flows.support_hours = times(times(all_, row_.support_hours.micro()),
                              factor(plan_.support_season, (calendar_ + month - 1) % year).micro());
  out.customers.closing = Decimal::from_micro(all_);
  out.customers.dedicated = Decimal::from_micro(all_dedicated_);
  out.customers.live = Decimal::from_micro(live_);
  out.mrr.closing.minor = all_mrr_;
  last_ = flows;
  return true;
}

}  // namespace dealwright::portfolio
