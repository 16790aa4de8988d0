#include "core/report/terms.hpp"

#include "tests/report/offer.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::report_test;

struct Flat : Offer {
  Flat() { sell(component("platform", flat("100"))); }
};

TEST_CASE("free months end with the term") {
  Flat offer;
  offer.deal.free_months = model::FreeMonths{10, 12, {}};
  CHECK(offer.term("Free") == "Free of charge in month 12: all monthly services.");
  offer.deal.free_months = model::FreeMonths{10, 11, {model::ServiceLine::platform}};
  CHECK(offer.term("Free") == "Free of charge in months 11 to 12: platform.");
  offer.deal.free_months = model::FreeMonths{10, 13, {}};
  CHECK(offer.term("Free").empty());
  // Calendar months of a start inside one: a 13th period.
  offer.deal.alignment = model::Alignment::calendar;
  offer.deal.start = *Date::from(2026, 1, 15);
  CHECK(offer.term("Free") == "Free of charge in month 13: all monthly services.");
}

TEST_CASE("partial months") {
  Flat offer;
  CHECK(offer.term("Term") == "Term: 12 months, 2026-01-01 to 2026-12-31.");
  offer.deal.alignment = model::Alignment::calendar;
  offer.deal.start = *Date::from(2026, 1, 15);
  CHECK(offer.term("Term") ==
        "Term: 12 months, 2026-01-15 to 2027-01-14. Months are those of the calendar; months 1 and 13 are partial and "
        "charged by days.");
}

TEST_CASE("prices rise within the term only, and what rises is said") {
  Flat offer;
  offer.deal.uplift = model::Uplift{decimal("0.03"), 12, {}};
  CHECK(offer.term("Monthly prices").empty());
  offer.deal.term_months = 24;
  CHECK(offer.term("Monthly prices") ==
        "Monthly prices rise by 3 % in month 13. Unit prices, fees and rates under What is included are those of month "
        "1 and rise with them.");
  offer.deal.uplift->every_months = 6;
  offer.deal.uplift->service_lines = {model::ServiceLine::platform};
  offer.deal.lines[0].discount_amount = decimal("1");
  CHECK(offer.term("Monthly prices") ==
        "Monthly prices for platform rise by 3 % in month 7 and every 6 months after it, each time on the price "
        "before. Unit prices, fees and rates under What is included are those of month 1 and rise with them; amounts "
        "off, least and greatest amounts stay.");
}

TEST_CASE("billing") {
  Flat offer;
  CHECK(offer.term("Billed") == "Billed every month in advance, payable within 30 days.");
  offer.sell(component("setup", flat("100"), model::Charge::one_off));
  offer.deal.payment_days = 0;
  CHECK(offer.term("Billed") ==
        "Billed every month in advance, what is charged once in the month stated; payable on receipt.");
  offer.deal.lines.erase(offer.deal.lines.begin());
  CHECK(offer.term("Billed") == "Billed in the month stated, payable on receipt.");
}

TEST_CASE("the deal's discount amount") {
  Flat offer;
  CHECK(offer.term("The monthly prices").empty());
  offer.deal.discount_amount = decimal("15");
  CHECK(offer.term("The monthly prices") ==
        "The monthly prices hold a discount of 15.00 EUR a month, shared out by price.");
  offer.deal.free_months = model::FreeMonths{1, 1, {}};
  CHECK(offer.term("The monthly prices") ==
        "The monthly prices hold a discount of 15.00 EUR a month, shared out by price; services that are free in a "
        "month take their share too.");
}

TEST_CASE("a volume discount is told by its steps, where one is reached") {
  Flat offer;
  const auto step = [](std::string_view from, std::string_view rate, std::vector<model::ServiceLine> lines) {
    model::ProgrammeDiscount out;
    out.kind = model::DiscountKind::volume;
    out.from_amount = decimal(from);
    out.rate = decimal(rate);
    out.service_lines = std::move(lines);
    return out;
  };
  offer.book.discounts = {step("500", "0.1", {}), step("90", "0.05", {model::ServiceLine::platform}),
                          step("10", "0.02", {model::ServiceLine::support})};
  CHECK(offer.term("Monthly prices hold") ==
        "Monthly prices hold a volume discount that follows the month's list price of all monthly services: 5 % from "
        "90.00 EUR for platform, 10 % from 500.00 EUR.");
  offer.book.discounts[1].from_amount = decimal("101");
  CHECK(offer.term("Monthly prices hold").empty());
}

TEST_CASE("a minimum commitment says what counts and what does not") {
  using enum model::CommitmentPeriod;
  using enum model::CommitmentBasis;
  Flat offer;
  offer.deal.commitment = model::Commitment{decimal("1500"), month, before_discount};
  CHECK(offer.term("Minimum") ==
        "Minimum commitment over the monthly services: 1,500.00 EUR a month, counted at list price; a shortfall is "
        "billed at the end of its period.");
  offer.deal.commitment = model::Commitment{decimal("1500"), year, after_discount};
  offer.deal.term_months = 18;
  offer.deal.free_months = model::FreeMonths{1, 1, {}};
  CHECK(offer.term("Minimum") ==
        "Minimum commitment over the monthly services: 1,500.00 EUR a year, counted after discounts; a shortfall is "
        "billed at the end of its period. Months that are free count nothing towards it. For the last 6 months it is "
        "6 of 12 parts.");
  offer.deal.free_months->from_month = 19;
  offer.deal.commitment->period = month;
  offer.deal.alignment = model::Alignment::calendar;
  offer.deal.start = *Date::from(2026, 1, 15);
  offer.deal.free_months->from_month = 20;
  CHECK(offer.term("Minimum") ==
        "Minimum commitment over the monthly services: 1,500.00 EUR a month, counted after discounts; a shortfall is "
        "billed at the end of its period. A partial month counts as a whole one in its amount.");
}

TEST_CASE("any number of users, unless users are priced") {
  Offer offer;
  offer.book.meters[0].sizing.emplace().terms.push_back({"users", decimal("1"), decimal("1")});
  offer.customer.profile.users = decimal("10");
  offer.sell_metered(per_unit("1"), "10").quantity.reset();
  CHECK(offer.term("Any number").empty());
  offer.book.meters[0].sizing->terms[0].of = "orders_per_month";
  CHECK(offer.term("Any number") == "Any number of users.");
}

}  // namespace
