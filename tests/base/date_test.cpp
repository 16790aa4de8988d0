#include "core/base/date.hpp"

#include <string>

#include <doctest/doctest.h>

namespace {

using namespace dealwright;

Date day(std::string_view text) {
  const auto date = Date::parse(text);
  REQUIRE(date.has_value());
  return *date;
}

TEST_CASE("day numbers") {
  struct Row {
    std::string date;
    int modified_julian_day;
  };
  constexpr int epoch = 40'587;  // the Modified Julian Day of 1970-01-01
  // RFC 5905 (NTP version 4), figure 4; the last row is J2000.0 - 0.5 by the IAU (Julian Day 2451545.0 at noon).
  for (const Row& row : {Row{"1900-01-01", 15'020}, Row{"1970-01-01", 40'587}, Row{"1972-01-01", 41'317},
                         Row{"1999-12-31", 51'543}, Row{"2036-02-08", 64'731}, Row{"2000-01-01", 51'544}}) {
    CAPTURE(row.date);
    CHECK(day(row.date).days_since_epoch() == row.modified_julian_day - epoch);
    CHECK(day("1970-01-01").plus_days(row.modified_julian_day - epoch).to_string() == row.date);
  }
  // The last second of a signed 32-bit time_t, 2147483647 = 24855 x 86400 + 11647, is on 2038-01-19 (POSIX).
  CHECK(day("2038-01-19").days_since_epoch() == 24'855);
}

TEST_CASE("weekdays") {
  CHECK(day("1985-04-12").iso_weekday() == 5);  // ISO 8601's own example: 1985-W15-5
  CHECK(day("1900-01-01").iso_weekday() == 1);
  CHECK(day("1969-07-20").iso_weekday() == 7);  // the landing on the Moon, a Sunday
  CHECK(day("1970-01-01").iso_weekday() == 4);
  CHECK(day("2000-01-01").iso_weekday() == 6);
  CHECK(day("2026-01-01").iso_weekday() == 4);
}

TEST_CASE("every day of the range, counted one by one") {
  int year = 1900;
  int month = 1;
  int day_of_month = 1;
  int weekday = 1;  // 1900-01-01 was a Monday
  int number = -25'567;
  int counted = 0;
  Date before;
  for (; year < 2200; ++counted) {
    const auto date = Date::from(year, month, day_of_month);
    REQUIRE(date.has_value());
    REQUIRE(date->days_since_epoch() == number);
    REQUIRE(date->year() == year);
    REQUIRE(date->month() == month);
    REQUIRE(date->day() == day_of_month);
    REQUIRE(date->iso_weekday() == weekday);
    REQUIRE(before < *date);
    REQUIRE((counted == 0 || before.plus_days(1) == *date));
    before = *date;

    // Lengths by the nursery rhyme; leap years as the bull Inter gravissimas (1582) has them.
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int length = month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    REQUIRE_FALSE(Date::from(year, month, length + 1).has_value());
    if (++day_of_month > length) {
      day_of_month = 1;
      if (++month > 12) {
        month = 1;
        ++year;
      }
    }
    weekday = weekday % 7 + 1;
    ++number;
  }
  CHECK(counted == 300 * 365 + 73);  // leap years 1904 to 2196 but 2100
  CHECK(before.to_string() == "2199-12-31");
}

TEST_CASE("leap years") {
  for (const int year : {1904, 1996, 2000, 2024, 2028, 2096, 2104}) {
    CHECK(is_leap_year(year));
    CHECK(days_in_month(year, 2) == 29);
    CHECK(Date::from(year, 2, 29).has_value());
  }
  for (const int year : {1900, 1901, 2023, 2025, 2026, 2100}) {
    CHECK_FALSE(is_leap_year(year));
    CHECK(days_in_month(year, 2) == 28);
    CHECK_FALSE(Date::from(year, 2, 29).has_value());
  }
}

TEST_CASE("reading dates") {
  CHECK(day("2026-02-28").to_string() == "2026-02-28");
  CHECK(day("2199-12-31").to_string() == "2199-12-31");
  for (const std::string text :
       {"",           "2026",       "2026-2-28",   "2026-02-8",   "2026-02-29",       "2026-02-30", "2026-13-01",
        "2026-00-01", "2026-01-00", "2026-01-32",  "2026-04-31",  "1899-12-31",       "2200-01-01", "0000-00-00",
        "26-02-28",   "2026/02/28", "2026-02-28 ", " 2026-02-28", "2026-02-28T00:00", "20260228",   "-026-02-28",
        "2026-+2-28", "2026-02--8", "2O26-02-28"}) {
    CAPTURE(text);
    CHECK_FALSE(Date::parse(text).has_value());
  }
  CHECK_FALSE(Date::from(INT32_MAX, 1, 1).has_value());
  CHECK_FALSE(Date::from(INT32_MIN, 1, 1).has_value());
  CHECK_FALSE(Date::from(2026, INT32_MAX, INT32_MIN).has_value());
}

TEST_CASE("adding months keeps the day or takes the month's last") {
  struct Row {
    std::string from;
    int months;
    std::string to;
  };
  for (const Row& row :
       {Row{"2026-01-31", 1, "2026-02-28"}, Row{"2028-01-31", 1, "2028-02-29"}, Row{"2026-01-31", 2, "2026-03-31"},
        Row{"2026-01-31", 3, "2026-04-30"}, Row{"2026-01-30", 1, "2026-02-28"}, Row{"2026-01-28", 1, "2026-02-28"},
        Row{"2026-03-31", -1, "2026-02-28"}, Row{"2026-12-15", 1, "2027-01-15"}, Row{"2026-01-15", -1, "2025-12-15"},
        Row{"2024-02-29", 12, "2025-02-28"}, Row{"2024-02-29", 48, "2028-02-29"}, Row{"2096-02-29", 48, "2100-02-28"},
        Row{"2026-05-31", 0, "2026-05-31"}, Row{"2026-08-31", 6, "2027-02-28"}, Row{"1900-01-31", 3'599, "2199-12-31"},
        Row{"2199-12-31", -3'599, "1900-01-31"}}) {
    CAPTURE(row.from);
    CAPTURE(row.months);
    CHECK(day(row.from).plus_months(row.months).to_string() == row.to);
  }
  CHECK(day("2026-02-10").first_of_month().to_string() == "2026-02-01");
  CHECK(day("2026-02-10").last_of_month().to_string() == "2026-02-28");
  CHECK(day("2028-02-10").last_of_month().to_string() == "2028-02-29");
}

TEST_CASE("days between") {
  CHECK(days_between(day("2026-01-01"), day("2026-02-01")) == 31);
  CHECK(days_between(day("2026-02-01"), day("2026-01-01")) == -31);
  CHECK(days_between(day("2026-01-01"), day("2026-01-01")) == 0);
  CHECK(days_between(day("2024-01-01"), day("2025-01-01")) == 366);
  CHECK(days_between(day("1900-01-01"), day("1901-01-01")) == 365);
  CHECK(days_between(day("2000-01-01"), day("2001-01-01")) == 366);
  CHECK(days_between(day("1900-01-01"), day("2199-12-31")) == 109'572);
}

TEST_CASE("beyond the range, and no date stated") {
  const Date none;
  CHECK_FALSE(day("2199-12-31").plus_days(1).is_stated());
  CHECK_FALSE(day("1900-01-01").plus_days(-1).is_stated());
  CHECK_FALSE(day("2026-01-01").plus_days(INT32_MAX).is_stated());
  CHECK_FALSE(day("2026-01-01").plus_days(INT32_MIN).is_stated());
  CHECK_FALSE(day("2199-12-01").plus_months(1).is_stated());
  CHECK_FALSE(day("1900-01-31").plus_months(-1).is_stated());
  CHECK_FALSE(day("2026-01-01").plus_months(INT32_MAX).is_stated());
  CHECK_FALSE(day("2026-01-01").plus_months(INT32_MIN).is_stated());
  CHECK_FALSE(none.is_stated());
  CHECK(none.to_string() == "");
  CHECK(none.year() == 0);
  CHECK(none.month() == 0);
  CHECK(none.day() == 0);
  CHECK(none.iso_weekday() == 0);
  CHECK_FALSE(none.plus_days(1).is_stated());
  CHECK_FALSE(none.plus_months(1).is_stated());
  CHECK_FALSE(none.first_of_month().is_stated());
  CHECK_FALSE(none.last_of_month().is_stated());
  CHECK(days_between(none, day("2026-01-01")) == 0);
  CHECK(none < day("1900-01-01"));
  CHECK(none == Date());
}

TEST_CASE("months") {
  const Month february = Month::of(day("2026-02-10"));
  CHECK(february.to_string() == "2026-02");
  CHECK(february.year() == 2026);
  CHECK(february.month() == 2);
  CHECK(february.days() == 28);
  CHECK(february.first().to_string() == "2026-02-01");
  CHECK(february.last().to_string() == "2026-02-28");
  CHECK(february.plus(11).to_string() == "2027-01");
  CHECK(february.plus(-2).to_string() == "2025-12");
  CHECK(february.plus(24).days() == 29);
  CHECK(february < february.plus(1));
  CHECK(Month::parse("2026-02") == february);
  CHECK(Month::parse("1900-01").has_value());
  CHECK(Month::parse("2199-12").has_value());
  for (const std::string text : {"", "2026", "2026-2", "2026-13", "2026-00", "1899-12", "2200-01", "2026-02-01",
                                 "2026/02", "2026-0x", "-026-02"}) {
    CAPTURE(text);
    CHECK_FALSE(Month::parse(text).has_value());
  }
  CHECK_FALSE(Month::parse("2199-12")->plus(1).first().is_stated());
  CHECK_FALSE(Month::parse("1900-01")->plus(-1).last().is_stated());
  CHECK(Month::of(Date()) == Month());
  CHECK_FALSE(Month().first().is_stated());
}

}  // namespace
