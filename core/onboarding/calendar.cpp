#include "core/onboarding/calendar.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/stable_order.hpp"
#include "core/onboarding/ids.hpp"

namespace dealwright::onboarding {

namespace {

constexpr std::int32_t first_day = -25'567;     // 1900-01-01, a Monday, in days since 1970
constexpr std::int32_t days_counted = 109'572;  // up to the end of 2199
constexpr int longest_gap = 366;

Date day_at(std::int32_t days) {
  static const Date first = *Date::from(1900, 1, 1);
  return first.plus_days(days);
}

}  // namespace

WorkingDays::WorkingDays(const model::WorkCalendar& calendar) {
  std::array<bool, 7> works{};
  for (const model::Weekday day : calendar.works) works[static_cast<std::size_t>(day)] = true;
  if (calendar.works.empty()) std::fill_n(works.begin(), 5, true);
  for (std::size_t day = 0; day < works.size(); ++day) {
    before_[day] = per_week_;
    if (works[day]) weekdays_[static_cast<std::size_t>(per_week_++)] = static_cast<int>(day);
  }
  for (const model::Holiday& holiday : calendar.holidays) {
    if (!holiday.date.is_stated()) continue;
    const std::int32_t days = holiday.date.days_since_epoch() - first_day;
    if (works[static_cast<std::size_t>(days % 7)]) holidays_.push_back(days);
  }
  sort_stably(holidays_, [](std::int32_t a, std::int32_t b) { return a < b; });
  holidays_.erase(std::unique(holidays_.begin(), holidays_.end()), holidays_.end());
  for (std::size_t i = 0; i < holidays_.size(); ++i)
    numbers_.push_back(weekday_number(holidays_[i]) - static_cast<int>(i));
}

int WorkingDays::weekday_number(std::int32_t days) const {
  return days / 7 * per_week_ + before_[static_cast<std::size_t>(days % 7)];
}

bool WorkingDays::works_on(Date day) const {
  return day.is_stated() && at(number_of(day)) == day;
}

int WorkingDays::number(std::int32_t days) const {
  const auto holidays = std::lower_bound(holidays_.begin(), holidays_.end(), days) - holidays_.begin();
  return weekday_number(days) - static_cast<int>(holidays);
}

int WorkingDays::number_of(Date day) const {
  return day.is_stated() ? number(day.days_since_epoch() - first_day) : 0;
}

int WorkingDays::number_after(Date day) const {
  return day.is_stated() ? number(day.days_since_epoch() - first_day + 1) : 0;
}

Date WorkingDays::at(int number) const {
  if (number < 0 || number > days_counted) return {};
  const auto passed = std::upper_bound(numbers_.begin(), numbers_.end(), number) - numbers_.begin();
  const int of_weekdays = number + static_cast<int>(passed);
  return day_at(of_weekdays / per_week_ * 7 + weekdays_[static_cast<std::size_t>(of_weekdays % per_week_)]);
}

Date WorkingDays::on_or_after(Date day) const {
  return day.is_stated() ? at(number_of(day)) : Date();
}

Date WorkingDays::plus(Date day, int n) const {
  if (!day.is_stated() || n > days_counted || n < -days_counted) return {};
  return at(n > 0 ? number_after(day) + n - 1 : number_of(day) + n);
}

int WorkingDays::between(Date from, Date to) const {
  if (!from.is_stated() || !to.is_stated()) return 0;
  return number_of(to) - number_of(from);
}

void check_calendar(const model::WorkCalendar& calendar, const std::string& pointer, Diagnostics& diagnostics) {
  std::array<bool, 7> seen{};
  for (std::size_t i = 0; i < calendar.works.size(); ++i) {
    bool& day = seen[static_cast<std::size_t>(calendar.works[i])];
    if (day)
      diagnostics.push_back(told(Severity::warning, "playbook.repeated_day", fmt::format("{}/works/{}", pointer, i),
                                 "the day of the week is stated above already", "each day once"));
    day = true;
  }
  const auto& holidays = calendar.holidays;
  const auto order =
      stable_order(holidays.size(), [&](std::size_t a, std::size_t b) { return holidays[a].date < holidays[b].date; });
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (holidays[order[i]].date != holidays[order[i - 1]].date) continue;
    diagnostics.push_back(
        told(Severity::warning, "playbook.repeated_day", fmt::format("{}/holidays/{}/date", pointer, order[i]),
             fmt::format("{} is stated above already", holidays[order[i]].date.to_string()), "each day once"));
  }
  // No day is worked for long only where holidays follow on one another.
  const WorkingDays days(calendar);
  Date told_of;
  for (const std::size_t i : order) {
    const int number = days.number_of(holidays[i].date);
    const Date before = number > 0 ? days.at(number - 1) : day_at(0);
    const Date next = days.at(number);
    const Date last = next.is_stated() ? next : day_at(days_counted - 1);
    if (days_between(before, last) <= longest_gap || told_of == last) continue;
    told_of = last;
    diagnostics.push_back(told(Severity::error, "playbook.no_working_day", pointer + "/holidays",
                               fmt::format("no day is worked between {} and {}", before.to_string(), last.to_string()),
                               "a working day in every year"));
  }
}

}  // namespace dealwright::onboarding
