#pragma once
// Calendar days and months (proleptic Gregorian, years 1900 to 2199); no clock, no time zone.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dealwright {

// A calendar day. The default is "none stated".
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
  // Days since 1970-01-01.
  constexpr std::int32_t days_since_epoch() const { return days_; }
  // 1 Monday to 7 Sunday.
  int iso_weekday() const;
  std::string to_string() const;

  Date plus_days(int days) const;
  // The same day of the month `months` later, or that month's last day where it has no such day: Jan 31 + 1 = Feb 28 or 29.
  Date plus_months(int months) const;
  Date first_of_month() const;
  Date last_of_month() const;

  friend constexpr bool operator==(Date, Date) = default;
  friend constexpr std::strong_ordering operator<=>(Date, Date) = default;

 private:
  static constexpr std::int32_t unstated = INT32_MIN;
  std::int32_t days_ = unstated;
};

// Days from `from` to `to`, `to` not counted; negative where `to` is earlier.
int days_between(Date from, Date to);
bool is_leap_year(int year);
int days_in_month(int year, int month);

// A calendar month.
struct Month {
  std::int32_t index = 0;  // year x 12 + month - 1

  static Month of(Date day);
  static std::optional<Month> parse(std::string_view text);  // "2026-02"
  int year() const { return index / 12; }
  int month() const { return index % 12 + 1; }
  Date first() const;
  Date last() const;
  int days() const;
  Month plus(int months) const { return Month{index + months}; }
  std::string to_string() const;

  friend constexpr bool operator==(Month, Month) = default;
  friend constexpr std::strong_ordering operator<=>(Month, Month) = default;
};

}  // namespace dealwright
