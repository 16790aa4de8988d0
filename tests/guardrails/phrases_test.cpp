#include "core/guardrails/phrases.hpp"

#include "tests/guardrails/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::guardrails;
using namespace dealwright::guardrails_test;

const Currency eur = *Currency::from_code("EUR");

std::string shown(std::string_view metric, std::int64_t numerator, std::int64_t denominator,
                  std::optional<Decimal> apart_from = {}, Currency currency = eur) {
  return value_text(*find_metric(metric), Value{numerator, denominator, {}}, currency, apart_from);
}
std::string bound(std::string_view metric, std::string_view value, Currency currency = eur) {
  return bound_text(*find_metric(metric), decimal(value), currency);
}

TEST_CASE("values for people, by unit") {
  CHECK(shown("gross_margin", 284, 1000) == "28.4 %");
  CHECK(shown("gross_margin", -1, 3) == "-33.3 %");
  CHECK(shown("gross_margin", 0, 0) == "n/a");
  CHECK(shown("gross_margin", -1, 0) == "no revenue");
  CHECK(shown("price", 6, 5) == "1.20 x");
  CHECK(shown("tcv", 123456789, 100) == "1,234,567.89 EUR");
  CHECK(shown("tcv", -100000, 100) == "-1,000.00 EUR");
  CHECK(shown("tcv", 123456, 1, {}, *Currency::from_code("JPY")) == "123,456 JPY");
  CHECK(shown("support_hour_price", 200, 3) == "66.67 EUR");
  CHECK(shown("term_months", 1, 1) == "1 month");
  CHECK(shown("term_months", 24, 1) == "24 months");
  CHECK(shown("payback_months", 5, 2) == "2.5 months");
  CHECK(shown("payback_months", 1, 0) == "not within the term");
  CHECK(shown("payment_days", 1, 1) == "1 day");
  CHECK(shown("users_priced", 2, 1) == "2");
  CHECK(shown("orders_per_month", 12000, 1) == "12,000");
  CHECK(bound("gross_margin", "0.3") == "30.0 %");
  CHECK(bound("gross_margin", "0.30125") == "30.125 %");
  CHECK(bound("price", "1") == "1.00 x");
  CHECK(bound("tcv", "1500") == "1,500.00 EUR");
  CHECK(bound("tcv", "1500.005") == "1,500.005 EUR");
  CHECK(bound("term_months", "1") == "1 month");
}

TEST_CASE("a value never looks equal to a bound that it is not") {
  CHECK(shown("gross_margin", 299999, 1000000, decimal("0.3")) == "29.9999 %");
  CHECK(shown("gross_margin", 29996, 100000, decimal("0.3")) == "29.996 %");
  CHECK(shown("gross_margin", 2994, 10000, decimal("0.3")) == "29.9 %");
  CHECK(shown("gross_margin", 3, 10, decimal("0.3")) == "30.0 %");
  CHECK(shown("gross_margin", 30001, 100000, decimal("0.3")) == "30.001 %");
  CHECK(shown("gross_margin", 333333, 1000000, decimal("0.333334")) == "33.3 %");
  CHECK(shown("price", 119999, 100000, decimal("1.2")) == "1.19999 x");
  CHECK(shown("support_hour_price", 79999, 1000, decimal("80")) == "79.999 EUR");
  CHECK(shown("payback_months", 180001, 10000, decimal("18")) == "18.0001 months");
  // 1/3 against the nearest decimal of six places.
  CHECK(shown("recurring_share", 1, 3, decimal("0.333333")) == "33.3 %");
  CHECK(shown("recurring_share", 999999999999, 1000000000000, decimal("1")) == "99.9999999999 %");
}

TEST_CASE("messages are filled in, or said for the rule") {
  Whole whole;
  auto& rule = whole.at_least("service_line_margin", "0.5");
  rule.when = {{"service_line", {}, {}, {"support"}}};
  rule.title = "Support pays";
  CHECK(whole.finding().message == "Margin of service line support is 40.0 %, must be at least 50.0 %.");
  rule.message = "{subject}: {value} is not {bound}, {value}!";
  const auto finding = whole.finding();
  CHECK(finding.message == "service line support: 40.0 % is not at least 50.0 %, 40.0 %!");
  CHECK(finding.title == "Support pays");
  CHECK(finding.guardrails == "rules");
  CHECK(finding.rule == "rule-1");
  CHECK(finding.deal == "deal");
  CHECK(finding.metric == "service_line_margin");
  CHECK(finding.value == "40.0 %");
  CHECK(finding.bound == "at least 50.0 %");
  CHECK(finding.ways_out.empty());

  whole.rules.rules.clear();
  whole.one_of("billing", {"annual", "prepaid"});
  CHECK(whole.finding().message == "Billing of the deal is monthly, must be one of annual, prepaid.");
  whole.rules.rules[0].metric = "package";
  whole.rules.rules[0].one_of = {"starter"};
  CHECK(whole.finding().message == "Package of the deal is not stated, must be starter.");
  whole.rules.rules[0].metric = "partner_owns_brand";
  whole.rules.rules[0].one_of = {"false"};
  CHECK(whole.finding().message == "Brand owned by the partner: yes, must be no.");
}

TEST_CASE("findings point at what is wrong") {
  Whole whole;
  const auto pointer = [&](auto add) {
    whole.rules.rules.clear();
    add();
    return whole.finding().pointer;
  };
  CHECK(pointer([&] { whole.at_least("gross_margin", "0.9"); }) == "");
  CHECK(pointer([&] { whole.at_most("payment_days", "10"); }) == "/payment_days");
  CHECK(pointer([&] { whole.at_least("commitment_cover", "9"); }) == "/commitment");
  CHECK(pointer([&] { whole.one_of("segment", {"startup_scale_up"}); }) == "/customer");
  CHECK(pointer([&] { whole.at_most("line_discount", "0.05"); }) == "/lines/0");
  // A line that the package brings has no place of its own.
  whole.book.packages.resize(1);
  whole.book.packages[0].id = "package";
  whole.book.packages[0].components = {"platform"};
  whole.deal.package = "package";
  whole.deal.lines.erase(whole.deal.lines.begin());
  CHECK(pointer([&] {
          whole.at_most("component_margin", "0.59").when = {{"component", {}, {}, {"platform"}}};
        }) == "/package");
}

}  // namespace
