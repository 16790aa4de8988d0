#pragma once
// Calendar days and months (proleptic Gregorian, years 1900 to 2199); no clock, no time zone.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dealwright {

// A calendar day. The default is "none stated", which sorts before every day; its year, month, day and weekday are 0,
// its text is empty, and days and months from it are again none.
class Date {
 public:
  constexpr Date() = default;
  // Nothing where there is no such day or the year is outside 1900 to 2199.
  static std::optional<Date> from(int year, int month, int day);
  // ISO 8601: "2026-02-28" exactly.
  static std::optional<Date> parse(std::string_view text);

  constexpr bool is_stated() const { return days_ != unstated; }
  int year() const;
  int month() const;  // 1 to 12
  int day() const;    // 1 to 31
  // Days since 1970-01-01. The day must be stated.
  constexpr std::int32_t days_since_epoch() const { return days_; }
  // 1 Monday to 7 Sunday.
  int iso_weekday() const;
  // "2026-02-28".
  std::string to_string() const;

  // None stated where the result would lie outside 1900 to 2199, here and below.
  Date plus_days(int days) const;
  // The same day of the month `months` later, or that month's last day where it has no such day: Jan 31 + 1 = Feb 28
  // or 29.
  Date plus_months(int months) const;
  Date first_of_month() const;
  Date last_of_month() const;

  friend constexpr bool operator==(Date, Date) = default;
  friend constexpr std::strong_ordering operator<=>(Date, Date) = default;

 private:
  static constexpr std::int32_t unstated = INT32_MIN;
  std::int32_t days_ = unstated;
};

// Days from `from` to `to`, `to` not counted; negative where `to` is earlier; 0 where either is not stated.
int days_between(Date from, Date to);
bool is_leap_year(int year);
// month is 1 to 12.
int days_in_month(int year, int month);

// A calendar month. Index 0 stands for "none stated": no month of the years 1900 to 2199 has it.
struct Month {
  std::int32_t index = 0;  // year x 12 + month - 1

  // The month that holds the day; index 0 where none is stated.
  static Month of(Date day);
  static std::optional<Month> parse(std::string_view text);  // "2026-02"
  int year() const { return index / 12; }
  int month() const { return index % 12 + 1; }
  // None stated where the month lies outside 1900 to 2199.
  Date first() const;
  Date last() const;
  int days() const;
  // index + months must not be negative.
  Month plus(int months) const { return Month{index + months}; }
  // "2026-02".
  std::string to_string() const;

  friend constexpr bool operator==(Month, Month) = default;
  friend constexpr std::strong_ordering operator<=>(Month, Month) = default;
};

}  // namespace dealwright
