#pragma once
// Arithmetic over the working days of a calendar.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/diagnostic.hpp"
#include "core/model/onboarding.hpp"

namespace dealwright::onboarding {

// The working days of 1900 to 2199, counted from 0: whole weeks by arithmetic, holidays by binary search.
class WorkingDays {
 public:
  // Days of the week that the calendar states, Monday to Friday where it states none, without its holidays.
  explicit WorkingDays(const model::WorkCalendar& calendar);

  bool works_on(Date day) const;
  // How many working days lie before the day: the number of that day where it is a working one, else of the next one. 0
  // where no day is stated.
  int number_of(Date day) const;
  // How many lie before the end of the day: the number of the first working day after it.
  int number_after(Date day) const;
  // The working day of that number; none stated where it is negative or lies after 2199.
  Date at(int number) const;

  // None stated where the calendar has no such day, here and below.
  Date on_or_after(Date day) const;
  // The n-th working day after the day, whether that is one or not; before it where n is negative; for 0 the first on
  // or after it.
  Date plus(Date day, int n) const;
  // Working days from `from` to `to`, `to` not counted; negative where `to` is earlier; 0 where either is not stated.
  int between(Date from, Date to) const;

 private:
  // Of days since the first of 1900.
  int weekday_number(std::int32_t days) const;
  int number(std::int32_t days) const;

  int per_week_ = 0;
  std::array<int, 7> before_{};    // of each day of the week: how many working ones the week has before it
  std::array<int, 7> weekdays_{};  // the working days of the week
  // The holidays that fall on working days of the week, in order: days since the first of 1900, and how many working
  // days lie before each.
  std::vector<std::int32_t> holidays_;
  std::vector<int> numbers_;
};

// Tells of more than a year in which no day is worked (playbook.no_working_day, an error), and of days of the week and
// holidays that are stated twice (playbook.repeated_day, warnings). `pointer` leads to the calendar.
void check_calendar(const model::WorkCalendar& calendar, const std::string& pointer, Diagnostics& diagnostics);

}  // namespace dealwright::onboarding
