#include "core/portfolio/plan.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/portfolio/check.hpp"
#include "core/portfolio/cohorts.hpp"
#include "core/portfolio/gates.hpp"
#include "core/portfolio/sums.hpp"
#include "core/portfolio/team.hpp"

namespace dealwright::portfolio {

namespace {

constexpr int year = 12;
constexpr int most_delivery_months = 36;
constexpr int days_a_month = 30;

// Hours to one place, rounded up or down, so that more stays more.
std::string tenths(Decimal hours, bool up) {
  constexpr std::int64_t unit = Decimal::scale / 10;
  return Decimal::from_micro((hours.micro() + (up ? unit - 1 : 0)) / unit * unit).to_string();
}

class Planner {
 public:
  Planner(const model::Portfolio& plan, Diagnostics& told)
      : plan_(plan),
        told_(told),
        minor_per_major_(plan.currency.minor_per_major()),
        gates_(plan, plan.support ? minor(plan.support->hourly_cost) : 0),
        delivery_team_(plan.delivery ? &*plan.delivery : nullptr, minor_per_major_),
        support_team_(plan.support ? &*plan.support : nullptr, minor_per_major_),
        delivery_(static_cast<std::size_t>(plan.months + most_delivery_months)),
        receipts_(static_cast<std::size_t>(plan.months) + 14) {
    cohorts_.reserve(plan.rows.size());
    for (const model::PlanRow& row : plan.rows) {
      cohorts_.emplace_back(row, plan, minor_per_major_);
      phases_.push_back(gates_.phase_of(row));
      RowResult& result = out_.rows.emplace_back();
      result.row = row.id;
      result.name = row.name;
      result.segment = row.segment;
      result.package = row.package;
      result.months.reserve(static_cast<std::size_t>(plan.months));
    }
    out_.months.reserve(static_cast<std::size_t>(plan.months));
  }

  Result<PlanResult> run() {
    for (int month = 1; month <= plan_.months; ++month) {
      const int failed = advance(month);
      if (failed >= 0) return too_large(failed, month);
    }
    finish();
    return std::move(out_);
  }

 private:
  std::int64_t minor(Decimal amount) const { return amount.micro() / (Decimal::scale / minor_per_major_); }
  Money money(std::int64_t amount) const { return {amount, plan_.currency}; }

  // The row that passes a limit, or -1; the number of rows where their sum does.
  int advance(int month) {
    std::int64_t phase_cost = 0;
    for (const std::size_t phase : gates_.open(month, cohorts_)) phase_cost += minor(plan_.phases[phase].cost);
    Span& span = out_.months.emplace_back();
    span.from = Month::of(plan_.start).plus(month - 1);
    span.mrr = no_movements(plan_.currency);
    RowFlows sum;
    std::int64_t base = 0;
    for (std::size_t i = 0; i < cohorts_.size(); ++i) {
      RowMonth& row = out_.rows[i].months.emplace_back();
      row.mrr = no_movements(plan_.currency);
      RowFlows flows;
      if (!cohorts_[i].advance(month, gates_.month_of(phases_[i], month), row, flows, delivery_))
        return static_cast<int>(i);
      add_row(span, row);
      base += cohorts_[i].month_base.left;
      sum.fees += flows.fees;
      sum.running_cost += flows.running_cost;
      sum.acquisition_cost += flows.acquisition_cost;
      sum.support_hours += flows.support_hours;
      const int delay = (plan_.rows[i].payment_days + days_a_month - 1) / days_a_month;
      receipts_[static_cast<std::size_t>(month - 1 + delay)] += flows.billed;
    }
    const bool is_within =
        span.customers.closing.micro() <= most_customers * Decimal::scale && span.mrr.closing.minor <= most_mrr;
    if (!is_within) return static_cast<int>(cohorts_.size());
    const std::int64_t delivery = delivery_[static_cast<std::size_t>(month) - 1];
    const std::int64_t team_cost =
        delivery_team_.advance(month, delivery) + support_team_.advance(month, sum.support_hours);
    span.delivery_hours = Decimal::from_micro(delivery);
    span.support_hours = Decimal::from_micro(sum.support_hours);
    span.recurring = span.mrr.closing;
    span.fees = money(sum.fees);
    span.running_cost = money(sum.running_cost);
    span.acquisition_cost = money(sum.acquisition_cost);
    span.team_cost = money(team_cost);
    span.fixed_cost = money(minor(plan_.fixed_cost) + phase_cost);
    span.paid = money(sum.running_cost + sum.acquisition_cost + team_cost + span.fixed_cost.minor);
    span.profit = money(span.recurring.minor + sum.fees - span.paid.minor);
    span.received = money(receipts_[static_cast<std::size_t>(month) - 1]);
    cash_ += span.received.minor - span.paid.minor;
    span.cash = money(cash_);
    const std::int64_t opening = span.mrr.opening.minor;
    span.gross_retention = {std::max<std::int64_t>(0, base), opening};
    span.net_retention = {opening == 0 ? 0 : span.mrr.closing.minor - span.mrr.added.minor, opening};
    span.recurring_share = {span.recurring.minor, span.recurring.minor + sum.fees};
    if (sum.fees > most_minor || span.paid.minor > most_minor || span.received.minor > most_minor)
      return static_cast<int>(cohorts_.size());
    if (month % year == 0 || month == plan_.months) end_year(month);
    return -1;
  }

  // The months since the last year's end as one.
  Span span_of(std::size_t first) const {
    Span sum = out_.months[first];
    for (std::size_t i = first + 1; i < out_.months.size(); ++i) append(sum, out_.months[i]);
    return sum;
  }

  void end_year(int month) {
    const auto first = static_cast<std::size_t>((month - 1) / year * year);
    Span& sum = out_.years.emplace_back(span_of(first));
    std::int64_t left = 0, stayed = 0;
    for (std::size_t i = 0; i < cohorts_.size(); ++i) {
      left += cohorts_[i].year_base.left;
      stayed += cohorts_[i].mrr_from_before(static_cast<int>(first) + 1);
      const std::vector<RowMonth>& months = out_.rows[i].months;
      RowMonth& row = out_.rows[i].years.emplace_back(months[first]);
      for (std::size_t at = first + 1; at < months.size(); ++at) {
        append(row.customers, months[at].customers);
        append(row.mrr, months[at].mrr);
      }
    }
    retain(sum, left, stayed);
  }

  static void retain(Span& span, std::int64_t left, std::int64_t stayed) {
    const std::int64_t opening = span.mrr.opening.minor;
    span.gross_retention = {opening == 0 ? 0 : left, opening};
    span.net_retention = {opening == 0 ? 0 : stayed, opening};
  }

  void finish() {
    out_.portfolio = plan_.id;
    out_.name = plan_.name;
    out_.partner = plan_.partner;
    out_.total = span_of(0);
    std::int64_t left = 0, stayed = 0;
    for (const Cohorts& row : cohorts_) {
      left += row.plan_base.left;
      stayed += row.mrr_from_before(1);
    }
    retain(out_.total, left, stayed);
    out_.phases = gates_.take(cohorts_);
    out_.delivery = delivery_team_.take();
    out_.support = support_team_.take();
    for (std::vector<int>* const hires : {&out_.delivery.hires, &out_.support.hires})
      std::erase_if(*hires, [&](int month) { return month > plan_.months; });
    find_break_even();
    find_season();
    std::int64_t outstanding = 0, after = 0;
    const auto months = static_cast<std::size_t>(plan_.months);
    for (std::size_t i = months; i < receipts_.size(); ++i) outstanding += receipts_[i];
    for (std::size_t i = months; i < delivery_.size(); ++i) after += delivery_[i];
    out_.outstanding = money(outstanding);
    out_.delivery_after = Decimal::from_micro(after);
    tell();
  }

  void find_break_even() {
    out_.least_cash = money(0);
    int month = plan_.months;
    while (month > 0 && at(month).profit.minor >= 0) --month;
    if (month < plan_.months) out_.break_even = month + 1;
    month = plan_.months;
    while (month > 0 && at(month).cash.minor >= 0) --month;
    if (month < plan_.months) out_.payback = month + 1;
    for (month = 1; month <= plan_.months; ++month) {
      if (at(month).cash.minor >= out_.least_cash.minor) continue;
      out_.least_cash = at(month).cash;
      out_.least_cash_month = month;
    }
  }

  const Span& at(int month) const { return out_.months[static_cast<std::size_t>(month) - 1]; }

  void find_season() {
    out_.season.resize(year);
    for (int month = 1; month <= plan_.months; ++month) {
      const Span& span = at(month);
      const int calendar = span.from.month();
      SeasonMonth& season = out_.season[static_cast<std::size_t>(calendar) - 1];
      season.month = calendar;
      ++season.times;
      add(season.new_customers, span.customers.added);
      add(season.delivery_hours, span.delivery_hours);
      add(season.support_hours, span.support_hours);
      const auto i = static_cast<std::size_t>(month) - 1;
      if (out_.delivery.months[i].over || out_.support.months[i].over) ++season.over;
    }
    std::erase_if(out_.season, [](const SeasonMonth& one) { return one.times == 0; });
  }

  void tell() {
    for (std::size_t i = 0; i < out_.phases.size(); ++i) {
      const PhaseResult& phase = out_.phases[i];
      if (phase.opened != 0) continue;
      told_.push_back(closed(phase, i));
      break;  // those after it wait for it
    }
    if (plan_.delivery) tell_over(out_.delivery, "delivery");
    if (plan_.support) tell_over(out_.support, "support");
  }

  Diagnostic closed(const PhaseResult& phase, std::size_t at) const;
  void tell_over(const TeamResult& team, const char* name);
  Diagnostics too_large(int row, int month) const;

  const model::Portfolio& plan_;
  Diagnostics& told_;
  std::int64_t minor_per_major_;
  Gates gates_;
  Team delivery_team_;
  Team support_team_;
  std::vector<Cohorts> cohorts_;
  std::vector<int> phases_;             // of the rows
  std::vector<std::int64_t> delivery_;  // hours needed by month
  std::vector<std::int64_t> receipts_;  // by month
  std::int64_t cash_ = 0;
  PlanResult out_;
};

Diagnostic Planner::closed(const PhaseResult& phase, std::size_t at) const {
  Diagnostic one;
  one.severity = Severity::warning;
  one.code = "portfolio.gate_closed";
  one.pointer = fmt::format("/phases/{}/gate", at);
  std::string missing;
  for (const ConditionResult& condition : phase.gate) {
    if (condition.met) continue;
    missing += (missing.empty() ? "" : "; ") + to_words(condition);
  }
  if (missing.empty()) missing = "the phases before take as long as the plan";
  one.message = fmt::format("the phase \"{}\" does not begin within the plan: {}", phase.phase, missing);
  one.expected = "a gate that the earlier phases can meet, or more months";
  return one;
}

void Planner::tell_over(const TeamResult& team, const char* name) {
  if (team.over.empty()) return;
  const int month = team.over.front();
  const TeamMonth& first = team.months[static_cast<std::size_t>(month) - 1];
  Diagnostic one;
  one.severity = Severity::warning;
  one.code = "portfolio.overcommitted";
  one.pointer = fmt::format("/{}", name);
  one.message = fmt::format("{} is overcommitted in {} of {} months, first in month {}: {} hours are needed, {} there",
                            name, team.over.size(), team.months.size(), month, tenths(first.needed, true),
                            tenths(first.capacity, false));
  one.expected = "more people, hiring earlier, or fewer customers";
  told_.push_back(std::move(one));
}

Diagnostics Planner::too_large(int row, int month) const {
  Diagnostic one;
  one.code = "portfolio.too_large";
  if (row < static_cast<int>(plan_.rows.size())) one.pointer = fmt::format("/rows/{}", row);
  one.message = fmt::format("the plan grows beyond what can be counted in month {}", month);
  one.expected = fmt::format("at most {} customers and {} a month, less growth or fewer months",
                             grouped(std::to_string(most_customers)), to_display(money(most_mrr)));
  return {std::move(one)};
}

}  // namespace

Result<PlanResult> plan_of(const model::Portfolio& portfolio, Diagnostics& told) {
  Diagnostics wrong = check_portfolio(portfolio, nullptr);
  if (has_errors(wrong)) {
    std::erase_if(wrong, [](const Diagnostic& one) { return one.severity != Severity::error; });
    return wrong;
  }
  return Planner(portfolio, told).run();
}

}  // namespace dealwright::portfolio
