#include "core/roi/move_effect.hpp"

#include "core/roi/rounding.hpp"

namespace dealwright::roi {

namespace {

// Sum, and sum by year discounted.
struct Lifetime {
  std::vector<std::int64_t> years;

  void add(std::size_t month, std::int64_t amount) { years[year_of_month(month)] += amount; }
};

}  // namespace

std::optional<MoveEffect> move_effect(const PartnerFlows& flows, int term_months,
                                      const model::PartnerEconomics& economics, int month,
                                      const qualification::MigrationStep& step) {
  if (month >= economics.horizon_months) return std::nullopt;
  const Currency currency = step.price_step.currency;
  MoveEffect out;
  out.month = month;
  out.fee = step.fee.value_or(Money{0, currency});
  out.move_cost = step.move_cost;
  out.margin_before = step.before.gross_margin;
  out.margin_after = step.after.gross_margin;
  out.months = step.months;
  out.value_kept = step.value_kept;

  Lifetime all;
  all.years.resize(year_of_month(static_cast<std::size_t>(economics.horizon_months)) + 1);
  std::int64_t until = 0;
  Expectation before(economics, term_months);
  for (std::size_t at = 0; at <= static_cast<std::size_t>(month); ++at) {
    if (at > 0) before.next_month();
    until += flows.margin(at);
    all.add(at, flows.margin(at));
  }
  const double left = before.left();
  Expectation after(economics, step.months);
  for (int at = month + 1; at <= economics.horizon_months; ++at) {
    after.next_month();
    auto income = rounded(static_cast<double>(step.after.price.minor) * left * after.income());
    auto cost = rounded(static_cast<double>(step.after.cost.minor) * left * after.cost());
    if (!income || !cost || *income > greatest_month_minor || *cost > greatest_month_minor) return std::nullopt;
    all.add(static_cast<std::size_t>(at), *income - *cost);
    if (at > month + 1) continue;
    const auto once = rounded(static_cast<double>(out.fee.minor - out.move_cost.minor) * left);
    if (!once || *once > greatest_month_minor || *once < -greatest_month_minor) return std::nullopt;
    all.add(static_cast<std::size_t>(at), *once);
  }
  const auto discounts = year_discounts(economics.discount_rate, economics.horizon_months);
  std::int64_t total = 0;
  double present = 0;
  for (std::size_t year = 0; year < all.years.size(); ++year) {
    total += all.years[year];
    present += static_cast<double>(all.years[year]) * discounts[year];
  }
  out.until = {until, currency};
  out.lifetime = {total, currency};
  out.lifetime_present = {rounded(present).value_or(0), currency};
  return out;
}

}  // namespace dealwright::roi
