#include "core/guardrails/metrics.hpp"

#include <set>

#include "tests/guardrails/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::guardrails;
using namespace dealwright::guardrails_test;
using model::RuleBase;

// A line or service line by its name; "" is the deal.
Subject subject_of(const pricing::PricedDeal& priced, std::string_view name) {
  for (int i = 0; i < static_cast<int>(priced.lines.size()); ++i) {
    if (priced.lines[static_cast<std::size_t>(i)].component == name) return line_subject(priced, i);
  }
  for (int i = 0; i < static_cast<int>(priced.service_lines.size()); ++i) {
    const Subject service_line = service_line_subject(priced, i);
    if (subject_text(priced, service_line) == "service line " + std::string(name)) return service_line;
  }
  REQUIRE(name.empty());
  return deal_subject();
}

Value measure(Guarded& guarded, std::string_view metric, std::string_view subject = "",
              RuleBase base = RuleBase::none) {
  return guarded.with_facts([&](const Facts& facts) {
    REQUIRE(find_metric(metric) != nullptr);
    return find_metric(metric)->value(facts, subject_of(facts.priced, subject), base);
  });
}

bool is(const Value& value, std::int64_t numerator, std::int64_t denominator = 1) {
  return value.denominator > 0 && value.numerator * denominator == value.denominator * numerator;
}

struct Number {
  const char* metric;
  const char* subject;
  RuleBase base;
  std::int64_t numerator, denominator;
};

// Worked out from the amounts that stand above Whole.
const std::vector<Number> numbers{
    {"gross_margin", "", RuleBase::none, 14000, 28800},                     // (28,800 - 14,800) / 28,800
    {"service_line_margin", "infrastructure", RuleBase::none, 3600, 6000},  // net 2,400 + 3,600, cost 1,800 + 600
    {"service_line_margin", "platform", RuleBase::none, 6000, 10800},
    {"component_margin", "storage", RuleBase::none, 600, 2400},
    {"component_margin", "setup", RuleBase::none, 2000, 6000},
    {"peak_margin", "", RuleBase::none, 1000, 2300},  // net 900 + 600 + 300 + 500, cost 400 + 450 + 150 + 300
    {"effective_discount", "", RuleBase::none, 1200, 30000},
    {"line_discount", "platform", RuleBase::none, 1, 10},
    {"line_discount", "storage", RuleBase::none, 0, 1},
    {"standard_share", "", RuleBase::none, 24000, 30000},
    {"recurring_share", "", RuleBase::none, 22800, 28800},
    {"price", "platform", RuleBase::list, 9, 10},
    {"price", "platform", RuleBase::cost, 10800, 4800},
    {"infrastructure_peak_cover", "", RuleBase::none, 900, 600},  // net 600 + 300, cost 450 + 150
    {"support_hours_cover", "", RuleBase::none, 6000, 3600},
    {"commitment_cover", "", RuleBase::none, 18000, 10800},  // 12 x 1,500; 4,800 + 1,800 + 600 + 3,600
    {"tcv", "", RuleBase::none, 28800, 1},
    {"acv", "", RuleBase::none, 22800, 1},
    {"arr", "", RuleBase::none, 22800, 1},
    {"mrr_start", "", RuleBase::none, 1900, 1},
    {"mrr_exit", "", RuleBase::none, 1900, 1},
    {"one_off_total", "", RuleBase::none, 6000, 1},
    {"support_hour_price", "", RuleBase::none, 100, 1},  // 6,000 / 60
    {"term_months", "", RuleBase::none, 12, 1},
    {"payment_days", "", RuleBase::none, 30, 1},
    {"free_months", "", RuleBase::none, 0, 1},
    {"payback_months", "", RuleBase::none, 0, 1},  // the setup earns more than it costs
    {"users_priced", "", RuleBase::none, 0, 1},
    {"orders_per_month", "", RuleBase::none, 5000, 1},
    {"peak_factor", "", RuleBase::none, 3, 1},
};

struct Word {
  const char* metric;
  const char* subject;
  const char* word;
};

const std::vector<Word> words{
    {"partner_owns_brand", "", "true"},
    {"partner_owns_price", "", "true"},
    {"partner_owns_relationship", "", "true"},
    {"tenancy", "", "shared"},
    {"service_tier", "", "standard"},
    {"billing", "", "monthly"},
    {"currency", "", "EUR"},
    {"offer_model", "", "white_label"},
    {"revenue_model", "", "blended"},
    {"price_book", "", "book"},
    {"package", "", ""},
    {"partner", "", "partner"},
    {"partner_type", "", "digital_agency"},
    {"customer", "", "customer"},
    {"segment", "", "b2b_wholesaler"},
    {"country", "", "AT"},
    {"service_line", "support", "support"},
    {"service_line", "storage", "infrastructure"},
    {"component", "storage", "storage"},
    {"charge", "setup", "one_off"},
    {"charge", "servers", "monthly"},
    {"tenancy", "setup", "shared"},
    {"tenancy_fit", "", "not_qualified"},
    {"delivery_complexity", "", ""},  // nothing says
    {"certification_fit", "", ""},    // nothing certifies the partner
};

TEST_CASE("every metric gives its value exactly") {
  Whole whole;
  for (const auto& row : numbers) {
    CAPTURE(row.metric);
    CAPTURE(row.subject);
    CHECK(is(measure(whole, row.metric, row.subject, row.base), row.numerator, row.denominator));
  }
  for (const auto& row : words) {
    CAPTURE(row.metric);
    CAPTURE(row.subject);
    CHECK(measure(whole, row.metric, row.subject).word == row.word);
  }
}

// The setup before, 1,900 a month against 3,000 a month for a year, not discounted: 36,000 - 28,800. 6,000 come back at
// 1,100 a month.
struct Returned : Whole {
  model::Playbook playbook;

  Returned() {
    customer.currency = deal.currency;
    background.playbook = &playbook;
    deal.commitment.reset();
    model::BusinessCase& stated = deal.business_case.emplace();
    stated.horizon_months = 12;
    stated.discount_rate = {};
    stated.one_off_benefits = {{"Less work", decimal("3000"), {}, {}, 1, 12}};
  }
};

const std::vector<Number> numbers_of_return{
    {"customer_npv", "", RuleBase::none, 7200, 1},
    {"customer_roi", "", RuleBase::none, 1, 4},
    {"customer_payback_months", "", RuleBase::none, 5454545, 1000000},
    {"customer_npv_probability", "", RuleBase::none, 1, 1},
};

TEST_CASE("a deal with a business case has the metrics of its customer's return") {
  Returned returned;
  for (const auto& row : numbers_of_return) {
    CAPTURE(row.metric);
    CHECK(is(measure(returned, row.metric), row.numerator, row.denominator));
  }
  returned.deal.business_case->one_off_benefits[0].amount = decimal("1000");
  CHECK(measure(returned, "customer_payback_months").is_beyond());
  Whole without;
  for (const auto& row : numbers_of_return) CHECK(measure(without, row.metric).is_missing());
}

// Sold by a partner that wins a customer for 1,000 and looks at 12 months, not discounted: 28,800 less 14,800.
struct Earned : Whole {
  model::Playbook playbook;

  Earned() {
    background.playbook = &playbook;
    background.overcommitted = 4;
    playbook.hours_per_ticket = decimal("0.5");
    customer.profile.tickets_per_month = decimal("8");
    deal.commitment.reset();
    model::PartnerEconomics& economics = partner.economics.emplace();
    economics.horizon_months = 12;
    economics.discount_rate = {};
    deal.acquisition_cost = decimal("1000");
  }
};

const std::vector<Number> numbers_of_partner{
    {"partner_lifetime_margin", "", RuleBase::none, 13000, 1},
    {"partner_ltv_to_cac", "", RuleBase::none, 14, 1},
    {"support_hours_sufficiency", "", RuleBase::none, 5, 4},  // 5 hours a month for 8 tickets of half an hour
    {"plan_overcommitment", "", RuleBase::none, 4, 1},
};

TEST_CASE("a deal whose partner states economics has the metrics of its return") {
  Earned earned;
  for (const auto& row : numbers_of_partner) {
    CAPTURE(row.metric);
    CHECK(is(measure(earned, row.metric), row.numerator, row.denominator));
  }
  earned.deal.acquisition_cost = decimal("0");
  CHECK(measure(earned, "partner_ltv_to_cac").is_beyond());
  earned.deal.acquisition_cost.reset();
  CHECK(measure(earned, "partner_ltv_to_cac").is_missing());
  CHECK(is(measure(earned, "partner_lifetime_margin"), 14000, 1));
  Whole without;
  for (const auto& row : numbers_of_partner) CHECK(measure(without, row.metric).is_missing());
}

TEST_CASE("support is sufficient only where something is sold and something needed") {
  Earned earned;
  earned.customer.profile.tickets_per_month = {};
  CHECK(measure(earned, "support_hours_sufficiency").is_missing());
  earned.customer.profile.tickets_per_month = decimal("8");
  earned.playbook.hours_per_ticket.reset();
  CHECK(measure(earned, "support_hours_sufficiency").is_missing());
  earned.playbook.hours_per_ticket = decimal("0.5");
  std::erase_if(earned.deal.lines, [](const model::Line& line) { return line.component == "support"; });
  CHECK(measure(earned, "support_hours_sufficiency").is_missing());
}

TEST_CASE("a rule on the customer's return has ways out that price the changed deal") {
  Returned returned;
  returned.at_least("customer_npv", "8000");
  const auto finding = returned.finding(true);
  CHECK(finding.pointer == "/business_case");
  REQUIRE_FALSE(finding.ways_out.empty());
}

TEST_CASE("no metric of the table is without a test") {
  std::set<std::string_view> exercised;
  for (const auto& row : numbers) exercised.insert(row.metric);
  for (const auto& row : words) exercised.insert(row.metric);
  for (const auto& row : numbers_of_return) exercised.insert(row.metric);
  for (const auto& row : numbers_of_partner) exercised.insert(row.metric);
  CHECK(metrics().size() == exercised.size());
  for (const auto& metric : metrics()) {
    CAPTURE(metric.id);
    CHECK(exercised.count(metric.id) == 1);
    CHECK(find_metric(metric.id) == &metric);
    CHECK_FALSE(metric.label.empty());
    CHECK_FALSE(metric.help.empty());
  }
}

TEST_CASE("a misspelt metric has a nearest one") {
  CHECK(find_metric("gros_margin") == nullptr);
  CHECK(nearest_metric("gros_margin") == "gross_margin");
  CHECK(nearest_metric("zzz") == "");
}

TEST_CASE("true-ups are no discount") {
  // Commitment 2,000 a month: 100 a month is billed on top of 1,900. List less net before true-up stays 1,200 of
  // 30,000.
  Whole whole;
  whole.deal.commitment->amount = decimal("2000");
  CHECK(is(measure(whole, "effective_discount"), 1, 25));
  CHECK(is(measure(whole, "line_discount", "platform"), 1, 10));
  CHECK(is(measure(whole, "tcv"), 30000));
  CHECK(is(measure(whole, "gross_margin"), 15200, 30000));
}

TEST_CASE("an agreed price above list is a negative discount") {
  Whole whole;
  whole.deal.lines[1].price = decimal("2.5");
  CHECK(is(measure(whole, "line_discount", "storage"), -1, 4));
  CHECK(is(measure(whole, "price", "storage", RuleBase::list), 5, 4));
}

TEST_CASE("cover of a commitment by period") {
  Whole whole;
  whole.deal.term_months = 18;  // recurring cost 900 a month: 16,200
  CHECK(is(measure(whole, "commitment_cover"), 27000, 16200));
  whole.deal.commitment->period = model::CommitmentPeriod::term;
  CHECK(is(measure(whole, "commitment_cover"), 1500, 16200));
  // One whole year and half of one, the half rounded once: 1,500.01 x 6 / 12 = 750.005 -> 750.01.
  whole.deal.commitment->period = model::CommitmentPeriod::year;
  whole.deal.commitment->amount = decimal("1500.01");
  CHECK(is(measure(whole, "commitment_cover"), 225002, 1620000));
  whole.book.rounding = model::RoundingMode::half_even;
  CHECK(is(measure(whole, "commitment_cover"), 225001, 1620000));
  whole.deal.commitment.reset();
  CHECK(is(measure(whole, "commitment_cover"), 0));
}

TEST_CASE("free months are those inside the term") {
  Whole whole;
  whole.deal.free_months = model::FreeMonths{3, 2, {}};
  CHECK(is(measure(whole, "free_months"), 3));
  whole.deal.free_months = model::FreeMonths{5, 11, {}};
  CHECK(is(measure(whole, "free_months"), 2));
  whole.deal.free_months = model::FreeMonths{0, 1, {}};
  CHECK(is(measure(whole, "free_months"), 0));
}

TEST_CASE("payback is exact, and beyond every bound where it is not reached") {
  // Setup for 1,000 costs 4,000; the months earn 1,900 - 900 = 1,000: -2,000, -1,000, 0 after the third.
  Whole whole;
  whole.book.components[4].price.amount = decimal("1000");
  CHECK(is(measure(whole, "payback_months"), 3));
  // For 1,500: -1,500, -500, then 500 / 1,000 into the third.
  whole.book.components[4].price.amount = decimal("1500");
  CHECK(is(measure(whole, "payback_months"), 5, 2));
  whole.book.components[4].cost.hours = decimal("5000");
  const Value never = measure(whole, "payback_months");
  CHECK(never.is_beyond());
  CHECK(compare(never, Decimal::whole(120)) > 0);
}

TEST_CASE("what has no value and what lies beyond every bound") {
  Whole whole;
  whole.book.components[2].price.amount = decimal("0");  // servers: cost without revenue
  CHECK(compare(measure(whole, "component_margin", "servers"), decimal("-1000000")) < 0);
  CHECK(measure(whole, "line_discount", "servers").is_missing());
  whole.book.components[2].cost = {};
  CHECK(measure(whole, "component_margin", "servers").is_missing());
  CHECK(measure(whole, "price", "servers", RuleBase::cost).is_missing());
  whole.book.components[2].price.amount = decimal("10");  // revenue without cost
  CHECK(compare(measure(whole, "price", "servers", RuleBase::cost), decimal("9000000000000")) > 0);
  whole.book.components[3].cost = {};  // support without hours
  CHECK(measure(whole, "support_hours_cover").is_beyond());
  CHECK(measure(whole, "support_hour_price").is_beyond());
}

TEST_CASE("ownership asks the deal and the partner") {
  Whole whole;
  whole.deal.owns.brand = model::Party::provider;
  whole.partner.owns.price = model::Party::customer;
  CHECK(measure(whole, "partner_owns_brand").word == "false");
  CHECK(measure(whole, "partner_owns_price").word == "false");
  CHECK(measure(whole, "partner_owns_relationship").word == "true");
}

TEST_CASE("comparison is exact, also beyond 128 bits") {
  const auto value = [](Int128 numerator, Int128 denominator) { return Value{numerator, denominator, {}}; };
  // 0.1 + 0.2 is 0.3, which binary floating point does not know.
  CHECK(compare(value(1 * 10 + 2 * 10, 100), decimal("0.3")) == 0);
  CHECK(compare(value(30000001, 100000000), decimal("0.3")) > 0);
  CHECK(compare(value(29999999, 100000000), decimal("0.3")) < 0);
  CHECK(compare(value(-30, 100), decimal("-0.3")) == 0);
  CHECK(compare(value(-31, 100), decimal("-0.3")) < 0);
  // 3 x 10^36 / 10^37 is 0.3; both products leave 128 bits.
  const Int128 large = power_of_ten(36);
  CHECK(compare(value(large * 3, large * 10), decimal("0.3")) == 0);
  CHECK(compare(value(large * 3 + 1, large * 10), decimal("0.3")) > 0);
  CHECK(compare(value(large * 3 - 1, large * 10), decimal("0.3")) < 0);
  CHECK(compare(value(-(large * 3) - 1, large * 10), decimal("-0.3")) < 0);
  CHECK(compare(value(-(large * 3) + 1, large * 10), decimal("-0.3")) > 0);
  CHECK(compare(value(large * 20, large), decimal("20")) == 0);
}

}  // namespace
