#include "core/portfolio/team.hpp"

#include <algorithm>

#include "core/base/wide.hpp"
#include "core/portfolio/parts.hpp"

namespace dealwright::portfolio {

namespace {

// The list's value of a month, the last one for those after it.
Decimal in_month(const std::vector<Decimal>& people, int month) {
  return people[std::min(people.size(), static_cast<std::size_t>(month)) - 1];
}

}  // namespace

std::int64_t Team::capacity_of(std::int64_t people_micro) const {
  return times(people_micro, team_->hours.micro());
}

// One more is decided at the end of a month whose hours pass the threshold of what the team could give with all who are
// on their way, and works `hire_months` later.
void Team::hire(int month, std::int64_t needed) {
  if (!team_->hire_above || static_cast<int>(result_.hires.size()) >= team_->most_hires) return;
  const std::int64_t people =
      in_month(team_->people, month).micro() + static_cast<std::int64_t>(result_.hires.size()) * Decimal::scale;
  if (Int128{needed} * Decimal::scale > Int128{capacity_of(people)} * team_->hire_above->micro())
    result_.hires.push_back(month + team_->hire_months);
}

std::int64_t Team::advance(int month, std::int64_t needed) {
  TeamMonth& at = result_.months.emplace_back();
  std::int64_t capacity = 0;
  if (team_ != nullptr) {
    const auto working =
        std::count_if(result_.hires.begin(), result_.hires.end(), [&](int from) { return from <= month; });
    const std::int64_t people = in_month(team_->people, month).micro() + working * Decimal::scale;
    at.people = Decimal::from_micro(people);
    capacity = capacity_of(people);
    hire(month, needed);
  }
  at.capacity = Decimal::from_micro(capacity);
  at.needed = Decimal::from_micro(needed);
  at.utilisation = {needed, capacity};
  at.over = needed > capacity;
  if (at.over) result_.over.push_back(month);
  if (needed > peak_) {
    peak_ = needed;
    result_.peak = month;
  }
  if (team_ == nullptr) return 0;
  // Millionths of an hour times millionths of the hourly cost. Past the limit it is refused whatever it is.
  const Int128 cost = Int128{std::max(capacity, needed)} * team_->hourly_cost.micro() * minor_per_major_;
  const Int128 rounded = divide_rounded(cost, Int128{Decimal::scale} * Decimal::scale, Rounding::half_up);
  return static_cast<std::int64_t>(std::min(rounded, Int128{2 * most_minor}));
}

}  // namespace dealwright::portfolio
