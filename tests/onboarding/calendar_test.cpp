#include "core/onboarding/calendar.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/onboarding/fixtures.hpp"
#include "tests/support/draw.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::onboarding;
using tests::day;

model::WorkCalendar with_holidays(std::vector<Date> days) {
  model::WorkCalendar calendar;
  for (const Date one : days) calendar.holidays.push_back({one, ""});
  return calendar;
}

TEST_CASE("the examples of Microsoft's pages on WORKDAY and NETWORKDAYS") {
  const WorkingDays plain{model::WorkCalendar()};
  const WorkingDays with{with_holidays({day("2009-01-21"), day("2008-11-26"), day("2008-12-04")})};
  // WORKDAY: 151 working days after 2008-10-01.
  CHECK(plain.plus(day("2008-10-01"), 151) == day("2009-04-30"));
  CHECK(with.plus(day("2008-10-01"), 151) == day("2009-05-05"));
  // NETWORKDAYS, which counts both ends: 2008-10-01 to 2009-03-01.
  CHECK(plain.between(day("2008-10-01"), day("2009-03-02")) == 108);
  CHECK(WorkingDays(with_holidays({day("2008-11-26")})).between(day("2008-10-01"), day("2009-03-02")) == 107);
}

TEST_CASE("around a weekend by hand") {
  // 2026-11-20 is a Friday; the Monday after it is off.
  const WorkingDays days{with_holidays({day("2026-11-23")})};
  CHECK(days.works_on(day("2026-11-20")));
  CHECK_FALSE(days.works_on(day("2026-11-21")));
  CHECK_FALSE(days.works_on(day("2026-11-23")));
  CHECK(days.on_or_after(day("2026-11-20")) == day("2026-11-20"));
  CHECK(days.on_or_after(day("2026-11-21")) == day("2026-11-24"));
  CHECK(days.plus(day("2026-11-20"), 1) == day("2026-11-24"));
  CHECK(days.plus(day("2026-11-21"), 1) == day("2026-11-24"));
  CHECK(days.plus(day("2026-11-21"), 0) == day("2026-11-24"));
  CHECK(days.plus(day("2026-11-24"), -1) == day("2026-11-20"));
  CHECK(days.between(day("2026-11-20"), day("2026-11-25")) == 2);
  CHECK(days.between(day("2026-11-25"), day("2026-11-20")) == -2);
  CHECK(days.between(Date(), day("2026-11-20")) == 0);
  CHECK_FALSE(days.plus(Date(), 3).is_stated());
  CHECK_FALSE(days.works_on(Date()));
}

TEST_CASE("the first and the last days there are") {
  const WorkingDays days{model::WorkCalendar()};
  CHECK(days.number_of(day("1900-01-01")) == 0);
  CHECK(days.plus(day("2199-12-30"), 1) == day("2199-12-31"));
  CHECK_FALSE(days.plus(day("2199-12-31"), 1).is_stated());
  CHECK_FALSE(days.plus(day("1900-01-01"), -1).is_stated());
  CHECK_FALSE(days.plus(day("2026-01-01"), 2'000'000'000).is_stated());
}

TEST_CASE("the same as going from day to day") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    tests::Draw draw(7, seed);
    model::WorkCalendar calendar;
    for (int weekday = 0; weekday < 7; ++weekday)
      if (draw.chance(60)) calendar.works.push_back(static_cast<model::Weekday>(weekday));
    const Date start = day("2026-01-01").plus_days(draw.number(0, 400));
    for (int i = draw.number(0, 40); i > 0; --i) calendar.holidays.push_back({start.plus_days(draw.number(0, 90)), ""});
    const WorkingDays days(calendar);
    const auto works = [&](Date one) {
      for (const model::Holiday& holiday : calendar.holidays)
        if (holiday.date == one) return false;
      if (calendar.works.empty()) return one.iso_weekday() <= 5;
      return std::any_of(calendar.works.begin(), calendar.works.end(),
                         [&](model::Weekday weekday) { return static_cast<int>(weekday) + 1 == one.iso_weekday(); });
    };
    for (int i = 0; i < 20; ++i) {
      const Date from = start.plus_days(draw.number(-10, 100));
      CHECK(days.works_on(from) == works(from));
      const int wanted = draw.number(1, 30);
      Date slow = from;
      for (int left = wanted; left > 0;) {
        slow = slow.plus_days(1);
        if (works(slow)) --left;
      }
      CHECK(days.plus(from, wanted) == slow);
      CHECK(days.between(from.plus_days(1), slow.plus_days(1)) == wanted);
      Date back = from;
      for (int left = wanted; left > 0;) {
        back = back.plus_days(-1);
        if (works(back)) --left;
      }
      CHECK(days.plus(from, -wanted) == back);
      Date next = from;
      while (!works(next)) next = next.plus_days(1);
      CHECK(days.on_or_after(from) == next);
    }
  }
}

TEST_CASE("a calendar without working days is told, and ends") {
  model::WorkCalendar calendar;
  calendar.works = {model::Weekday::monday};
  for (Date monday = day("1900-01-01"); monday.is_stated(); monday = monday.plus_days(7))
    calendar.holidays.push_back({monday, ""});
  const WorkingDays days(calendar);
  CHECK_FALSE(days.on_or_after(day("2026-11-20")).is_stated());
  CHECK_FALSE(days.plus(day("2026-11-20"), 5).is_stated());
  CHECK(days.between(day("2026-01-01"), day("2027-01-01")) == 0);
  Diagnostics diagnostics;
  check_calendar(calendar, "/calendars/0", diagnostics);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "playbook.no_working_day");
  CHECK(diagnostics[0].pointer == "/calendars/0/holidays");
  CHECK(diagnostics[0].severity == Severity::error);
}

TEST_CASE("more than a year without a working day, and days stated twice") {
  model::WorkCalendar calendar;
  calendar.works = {model::Weekday::friday, model::Weekday::friday};
  // 2026-01-02 is a Friday: 52 of them off leave 2025-12-26 and 2027-01-01, 371 days apart.
  for (int week = 0; week < 52; ++week) calendar.holidays.push_back({day("2026-01-02").plus_days(7 * week), ""});
  Diagnostics diagnostics;
  check_calendar(calendar, "/calendars/3", diagnostics);
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].pointer == "/calendars/3/works/1");
  CHECK(diagnostics[1].message == "no day is worked between 2025-12-26 and 2027-01-01");
  calendar.works.pop_back();
  calendar.holidays.pop_back();
  calendar.holidays.push_back(calendar.holidays.front());
  diagnostics.clear();
  check_calendar(calendar, "/calendars/3", diagnostics);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].pointer == "/calendars/3/holidays/51/date");
}

}  // namespace
