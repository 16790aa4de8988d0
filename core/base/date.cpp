#include "core/base/date.hpp"

#include <algorithm>

namespace dealwright {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2199;

struct Civil {
  int year;
  int month;
  int day;
};

// Years are counted from 1 March, so that the leap day is the last of its year and month lengths repeat every five
// months (31 30 31 30 31, together 153 days); 400 years have 146,097 days. Days before 0000-03-01 do not occur.
constexpr int days_to_epoch = 719'468;  // from 0000-03-01 to 1970-01-01

constexpr std::int32_t days_from_civil(int year, int month, int day) {
  const int march_year = month > 2 ? year : year - 1;
  const int march_month = month > 2 ? month - 3 : month + 9;
  const int day_of_year = (153 * march_month + 2) / 5 + day - 1;
  return march_year * 365 + march_year / 4 - march_year / 100 + march_year / 400 + day_of_year - days_to_epoch;
}

constexpr Civil civil_from_days(std::int32_t days) {
  const int since_march = days + days_to_epoch;
  const int cycle = since_march / 146'097;
  const int day_of_cycle = since_march % 146'097;
  // Take out the leap days: one after 1,460 days (4 years), but not after 36,524 (100 years), but again on the last of
  // the cycle.
  const int year_of_cycle =
      (day_of_cycle - day_of_cycle / 1'460 + day_of_cycle / 36'524 - day_of_cycle / 146'096) / 365;
  const int day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
  const int march_month = (5 * day_of_year + 2) / 153;
  const int month = march_month < 10 ? march_month + 3 : march_month - 9;
  return {cycle * 400 + year_of_cycle + (month <= 2 ? 1 : 0), month, day_of_year - (153 * march_month + 2) / 5 + 1};
}

constexpr std::int32_t first_day = days_from_civil(first_year, 1, 1);
constexpr std::int32_t last_day = days_from_civil(last_year, 12, 31);

// The number that `text` is written as, all of it digits; -1 where it is not.
int number(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

}  // namespace

bool is_leap_year(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month) {
  if (month == 2) return is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int days_between(Date from, Date to) {
  if (!from.is_stated() || !to.is_stated()) return 0;
  return to.days_since_epoch() - from.days_since_epoch();
}

std::optional<Date> Date::from(int year, int month, int day) {
  if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) {
    return std::nullopt;
  }
  Date date;
  date.days_ = days_from_civil(year, month, day);
  return date;
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return from(number(text.substr(0, 4)), number(text.substr(5, 2)), number(text.substr(8, 2)));
}

int Date::year() const {
  return is_stated() ? civil_from_days(days_).year : 0;
}
int Date::month() const {
  return is_stated() ? civil_from_days(days_).month : 0;
}
int Date::day() const {
  return is_stated() ? civil_from_days(days_).day : 0;
}

int Date::iso_weekday() const {
  if (!is_stated()) return 0;
  constexpr std::int32_t a_monday =
      -3 - 7 * 4'000;  // 1969-12-29 less 4,000 weeks: earlier than any day that can be stated
  return (days_ - a_monday) % 7 + 1;
}

std::string Date::to_string() const {
  if (!is_stated()) return "";
  const Civil civil = civil_from_days(days_);
  return padded(civil.year, 4) + '-' + padded(civil.month, 2) + '-' + padded(civil.day, 2);
}

Date Date::plus_days(int days) const {
  if (!is_stated()) return {};
  const std::int64_t moved = std::int64_t{days_} + days;
  if (moved < first_day || moved > last_day) return {};
  Date date;
  date.days_ = static_cast<std::int32_t>(moved);
  return date;
}

Date Date::plus_months(int months) const {
  if (!is_stated()) return {};
  const Civil civil = civil_from_days(days_);
  const std::int64_t index = std::int64_t{civil.year} * 12 + civil.month - 1 + months;
  if (index < first_year * 12 || index >= (last_year + 1) * 12) return {};
  const int year = static_cast<int>(index / 12);
  const int month = static_cast<int>(index % 12) + 1;
  Date date;
  date.days_ = days_from_civil(year, month, std::min(civil.day, days_in_month(year, month)));
  return date;
}

Date Date::first_of_month() const {
  return Month::of(*this).first();
}

Date Date::last_of_month() const {
  return Month::of(*this).last();
}

Month Month::of(Date day) {
  if (!day.is_stated()) return {};
  return Month{day.year() * 12 + day.month() - 1};
}

std::optional<Month> Month::parse(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const std::optional<Date> first = Date::from(number(text.substr(0, 4)), number(text.substr(5, 2)), 1);
  if (!first) return std::nullopt;
  return of(*first);
}

Date Month::first() const {
  return Date::from(year(), month(), 1).value_or(Date{});
}

Date Month::last() const {
  return Date::from(year(), month(), days()).value_or(Date{});
}

int Month::days() const {
  return days_in_month(year(), month());
}

std::string Month::to_string() const {
  return padded(year(), 4) + '-' + padded(month(), 2);
}

}  // namespace dealwright
