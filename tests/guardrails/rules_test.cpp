#include "core/guardrails/rules.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "core/document/model_types.hpp"
#include "core/document/writer.hpp"
#include "tests/guardrails/fixtures.hpp"
#include "tests/support/allocations.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::guardrails;
using namespace dealwright::guardrails_test;
using model::RuleSeverity;

TEST_CASE("a value equal to the bound passes, one step beyond fails") {
  Whole whole;  // effective discount 0.04, TCV 28,800.00, hour price 100, line discount 0.1
  whole.at_most("effective_discount", "0.04");
  whole.at_most("line_discount", "0.1");
  whole.at_least("tcv", "28800");
  whole.at_most("tcv", "28800.00");
  whole.at_least("support_hour_price", "100");
  whole.at_most("payment_days", "30");
  CHECK(whole.passes());
  CHECK(whole.applied == 10);  // these and the four of the product

  const auto fails_alone = [](auto add) {
    Whole one;
    add(one);
    return one.finding().rule == "rule-1";
  };
  CHECK(fails_alone([](Whole& w) { w.at_most("effective_discount", "0.039999"); }));
  CHECK(fails_alone([](Whole& w) { w.at_most("line_discount", "0.099999"); }));
  CHECK(fails_alone([](Whole& w) { w.at_least("tcv", "28800.01"); }));
  CHECK(fails_alone([](Whole& w) { w.at_most("tcv", "28799.99"); }));
  CHECK(fails_alone([](Whole& w) { w.at_most("payment_days", "29"); }));
  CHECK(fails_alone([](Whole& w) {
    w.at_most("line_discount", "0.1");
    w.deal.lines[0].discount = decimal("0.1001");
  }));
}

TEST_CASE("discounts that binary floating point would call over their limit pass") {
  // 0.7 x 0.9 = 0.63 list is left: a discount of 0.37. In doubles 1 - 0.7 * 0.9 is 0.37 + 1 / 2^54 too much.
  Guarded guarded;
  guarded.sell(component("a", flat("1000"))).discount = decimal("0.3");
  guarded.deal.discount = decimal("0.1");
  guarded.at_most("line_discount", "0.37");
  guarded.at_most("effective_discount", "0.37");
  CHECK(guarded.passes());
  // Every discount from 0.0001 to 0.9999 stands exactly on its own limit.
  for (int step = 1; step < 10000; step += 7) {
    const Decimal discount = Decimal::from_micro(step * 100);
    guarded.deal.discount = {};
    guarded.deal.lines[0].discount = discount;
    guarded.book.components[0].price.amount = decimal("10000");
    guarded.rules.rules[0].max = discount;
    guarded.rules.rules[1].max = discount;
    if (!guarded.passes()) FAIL("not exact at " << discount.to_string());
    guarded.rules.rules[0].max = Decimal::from_micro(discount.micro() - 1);
    if (guarded.findings().size() != 1) FAIL("too lenient at " << discount.to_string());
  }
}

TEST_CASE("both bounds, words, flags and what is forbidden") {
  Whole whole;
  auto& both = whole.at_least("term_months", "6");
  both.max = decimal("11");
  CHECK(whole.finding().bound == "at most 11 months");
  both.min = decimal("13");
  both.max = decimal("24");
  CHECK(whole.finding().bound == "at least 13 months");
  whole.rules.rules.clear();
  whole.one_of("tenancy", {"shared"});
  whole.one_of("partner_owns_brand", {"true"});
  CHECK(whole.passes());
  whole.rules.rules[0].one_of = {"dedicated"};
  CHECK(whole.finding().value == "shared");
  whole.rules.rules.clear();
  whole.rule("partner_owns_price").forbidden = true;
  CHECK(whole.finding().value == "yes");
}

TEST_CASE("a tenancy sold against the qualification is found, and its way out is the other tenancy") {
  Whole whole;  // sold on the shared platform
  auto& rule = whole.one_of("tenancy_fit", {"fits", "review", "open", "not_qualified"});
  rule.ways_out.push_back({model::Lever::tenancy, ""});
  CHECK(whole.passes());
  for (const auto verdict :
       {qualification::Verdict::shared, qualification::Verdict::review, qualification::Verdict::open}) {
    whole.background.qualified = verdict;
    CHECK(whole.passes());
  }
  whole.background.qualified = qualification::Verdict::dedicated;
  const auto found = whole.findings(true);
  REQUIRE(found.size() == 1);
  CHECK(found[0].value == "contradicts");
  CHECK(found[0].pointer == "/tenancy");
  REQUIRE(found[0].ways_out.size() == 1);
  CHECK(found[0].ways_out[0].pointer == "/tenancy");
  CHECK(found[0].ways_out[0].to == "dedicated");
}

TEST_CASE("a rule measures every subject of its scope") {
  Whole whole;
  whole.at_least("component_margin", "0.5");  // storage 0.25, support 0.4 and setup 0.33 fail
  auto found = whole.findings();
  REQUIRE(found.size() == 3);
  CHECK(found[0].subject == "component storage");
  CHECK(found[0].pointer == "/lines/1");
  CHECK(found[1].subject == "component support");
  CHECK(found[2].subject == "component setup");
  whole.rules.rules.clear();
  whole.at_least("service_line_margin", "0.5");
  found = whole.findings();
  REQUIRE(found.size() == 2);
  CHECK(found[0].subject == "service line implementation");
  CHECK(found[0].pointer == "/lines/4");
  CHECK(found[1].subject == "service line support");
}

TEST_CASE("prices against list and cost") {
  Whole whole;
  whole.at_least("price", "0.9").base = model::RuleBase::list;
  whole.at_least("price", "1.3").base = model::RuleBase::cost;
  CHECK(whole.passes());
  whole.rules.rules[0].min = decimal("0.900001");
  auto finding = whole.finding();
  CHECK(finding.subject == "component platform");
  CHECK(finding.value == "0.90 x list");
  CHECK(finding.bound == "at least 0.900001 x list");
  whole.rules.rules[0].min = decimal("0.9");
  whole.rules.rules[1].min = decimal("1.333334");  // storage: 2,400 / 1,800 = 1.333333...
  finding = whole.finding();
  CHECK(finding.value == "1.33 x cost");
  CHECK(finding.subject == "component storage");
}

TEST_CASE("filters select deals, service lines and lines") {
  Whole whole;
  auto& rule = whole.at_least("component_margin", "0.99");
  const auto subjects = [&](std::vector<model::Condition> when) {
    rule.when = std::move(when);
    std::string all;
    for (const auto& finding : whole.findings()) all += finding.subject.substr(10) + " ";
    return all;
  };
  CHECK(subjects({}) == "platform storage servers support setup ");
  CHECK(subjects({{"component", {}, {}, {"storage", "support"}}}) == "storage support ");
  CHECK(subjects({{"service_line", {}, {}, {"infrastructure"}}}) == "storage servers ");
  CHECK(subjects({{"charge", {}, {}, {"one_off"}}}) == "setup ");
  CHECK(subjects({{"charge", {}, {}, {"monthly"}},
                  {"service_line", {}, {}, {"infrastructure"}},
                  {"line_discount", decimal("0"), {}, {}}}) == "storage servers ");
  CHECK(subjects({{"line_discount", decimal("0.1"), {}, {}}}) == "platform ");
  CHECK(subjects({{"service_line_margin", {}, decimal("0.4"), {}}}) == "support setup ");
  CHECK(subjects({{"tenancy", {}, {}, {"dedicated"}}}) == "");
  CHECK(whole.applied == 4);  // the product's own
  CHECK(subjects({{"tcv", decimal("28800"), decimal("28800"), {}}, {"component", {}, {}, {"setup"}}}) == "setup ");
  CHECK(subjects({{"tcv", decimal("28800.01"), {}, {}}}) == "");
  CHECK(subjects({{"partner_owns_brand", {}, {}, {"false"}}}) == "");
  CHECK(subjects({{"package", {}, {}, {""}}, {"component", {}, {}, {"setup"}}}) == "setup ");
}

TEST_CASE("conditions narrower than the metric hold where one line meets them all") {
  Whole whole;
  auto& rule = whole.at_least("gross_margin", "0.99");
  rule.when = {{"component", {}, {}, {"storage"}}};
  CHECK_FALSE(whole.passes());
  rule.when = {{"component", {}, {}, {"unknown"}}};
  CHECK(whole.passes());
  // No one line is both.
  rule.when = {{"component", {}, {}, {"storage"}}, {"charge", {}, {}, {"one_off"}}};
  CHECK(whole.passes());
  rule.when = {{"service_line", {}, {}, {"infrastructure"}}, {"component", {}, {}, {"servers"}}};
  CHECK_FALSE(whole.passes());
  rule.metric = "service_line_margin";
  rule.when = {{"component", {}, {}, {"servers"}}};
  CHECK(whole.finding().subject == "service line infrastructure");
}

TEST_CASE("a condition on a metric without value does not hold") {
  Whole whole;
  whole.book.components[2].price.amount = {};
  whole.book.components[2].cost = {};
  auto& rule = whole.at_least("component_margin", "0.99");
  rule.when = {{"component", {}, {}, {"servers"}}};
  CHECK(whole.passes());  // and a rule on one passes
  rule.metric = "standard_share";
  rule.when = {{"component_margin", decimal("-1000"), decimal("1"), {}}, {"component", {}, {}, {"servers"}}};
  CHECK(whole.passes());
}

TEST_CASE("roles widen bounds, never narrow them") {
  Whole whole;
  auto& rule = whole.at_most("line_discount", "0.05");
  rule.by_role = {
      {"lead", {}, decimal("0.08")}, {"managing_director", {}, decimal("0.1")}, {"intern", {}, decimal("0.01")}};
  CHECK(whole.finding().bound == "at most 5.0 %");
  CHECK(
      whole.finding().message ==
      "Discount of component platform is 10.0 %, must be at most 5.0 %. Managing director may approve at most 10.0 %.");
  whole.deal.approvals = {{"intern", "", {}}};
  CHECK(whole.finding().bound == "at most 5.0 %");
  whole.deal.approvals = {{"lead", "", {}}, {"intern", "", {}}};
  CHECK(whole.finding().bound == "at most 8.0 %");
  whole.deal.approvals = {{"lead", "", {}}, {"managing_director", "", {}}};
  CHECK(whole.passes());
  whole.deal.lines[0].discount = decimal("0.1001");
  CHECK(whole.finding().bound == "at most 10.0 %");
  CHECK(whole.finding().value == "10.01 %");

  Whole margin;
  margin.at_least("gross_margin", "0.5").by_role = {{"director", decimal("0.48"), {}}};
  CHECK_FALSE(margin.passes());
  margin.deal.approvals = {{"director", "", {}}};
  CHECK(margin.passes());
}

TEST_CASE("bounds in money hold for their currency") {
  Whole whole;
  whole.at_least("tcv", "30000");
  CHECK_FALSE(whole.passes());
  whole.rules.currency = *Currency::from_code("EUR");
  CHECK_FALSE(whole.passes());
  whole.rules.currency = *Currency::from_code("USD");
  CHECK(whole.passes());
  whole.rules.rules.clear();
  whole.at_least("gross_margin", "0.99").when = {{"mrr_exit", decimal("1"), {}, {}}};
  CHECK(whole.passes());
  whole.rules.rules[0].when.clear();
  CHECK_FALSE(whole.passes());  // a rate has no currency
}

TEST_CASE("errors come first, then the order of the rules") {
  Whole whole;
  whole.at_least("gross_margin", "0.9").severity = RuleSeverity::info;
  whole.at_least("tcv", "90000").severity = RuleSeverity::warning;
  whole.at_most("term_months", "6");
  whole.at_least("acv", "90000").severity = RuleSeverity::warning;
  whole.at_most("payment_days", "6");
  std::string order;
  for (const auto& finding : whole.findings()) order += finding.rule.back();
  CHECK(order == "35241");
}

TEST_CASE("the product's own rules always apply") {
  Whole whole;
  CHECK(whole.passes());
  CHECK(whole.applied == 4);
  whole.deal.owns.brand = model::Party::provider;
  CHECK(whole.finding().rule == "principle.partner_owns_brand");
  CHECK(whole.finding().guardrails == "");
  CHECK(whole.finding().pointer == "/owns/brand");
  whole.deal.owns.brand = model::Party::partner;
  whole.partner.owns.price = model::Party::provider;
  CHECK(whole.finding().rule == "principle.partner_owns_price");
  CHECK(whole.finding().pointer == "/partner");
  whole.partner.owns.price = model::Party::partner;
  whole.deal.owns.relationship = model::Party::third_party;
  CHECK(whole.finding().rule == "principle.partner_owns_relationship");
  whole.deal.owns.relationship = model::Party::partner;
  whole.book.meters[0].unit = "user";
  const auto finding = whole.finding();
  CHECK(finding.rule == "principle.users_never_priced");
  CHECK(finding.severity == RuleSeverity::error);
  CHECK(finding.pointer == "/lines/1");
  CHECK(finding.value == "1");
  CHECK(finding.bound == "none");
}

// How many error findings a broken principle gives beside this rule of the document.
std::size_t errors_with(std::string_view metric, const std::function<void(model::Rule&)>& shape) {
  Whole whole;
  whole.book.meters[0].unit = "user";
  whole.deal.owns.brand = model::Party::provider;
  shape(whole.rule(metric));
  const auto found = whole.findings();
  return static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [&](const Finding& finding) {
    return finding.metric == metric && finding.guardrails.empty() && finding.severity == RuleSeverity::error;
  }));
}

TEST_CASE("data cannot switch a principle off, only say it as strictly") {
  const auto forbidden = [](model::Rule& rule) { rule.forbidden = true; };
  CHECK(errors_with("users_priced", forbidden) == 0);
  CHECK(errors_with("users_priced", [](model::Rule& rule) { rule.max = Decimal(); }) == 0);
  CHECK(errors_with("users_priced", [](model::Rule& rule) { rule.max = Decimal::whole(5); }) == 1);
  CHECK(errors_with("users_priced", [](model::Rule& rule) {
          rule.forbidden = true;
          rule.severity = RuleSeverity::warning;
        }) == 1);
  CHECK(errors_with("users_priced", [](model::Rule& rule) {
          rule.forbidden = true;
          rule.when = {{"tenancy", {}, {}, {"dedicated"}}};
        }) == 1);
  CHECK(errors_with("users_priced", [](model::Rule& rule) {
          rule.max = Decimal();
          rule.by_role = {{"director", {}, Decimal::whole(9)}};
        }) == 1);
  CHECK(errors_with("partner_owns_brand", [](model::Rule& rule) { rule.one_of = {"true"}; }) == 0);
  CHECK(errors_with("partner_owns_brand", [](model::Rule& rule) { rule.one_of = {"true", "false"}; }) == 1);
  CHECK(errors_with("partner_owns_brand", [](model::Rule& rule) { rule.one_of = {"false"}; }) == 1);
  CHECK(errors_with("partner_owns_brand", [](model::Rule& rule) { rule.forbidden = true; }) == 1);
  // A rule on another metric takes nobody's place.
  CHECK(errors_with("partner_owns_brand", [](model::Rule& rule) {
          rule.metric = "partner_owns_price";
          rule.one_of = {"true"};
        }) == 1);
}

TEST_CASE("every field of a rule has an effect") {
  const auto findings_with = [](const std::function<void(model::Rule&)>& change) {
    Whole whole;
    whole.deal.approvals = {{"director", "", {}}};
    auto& rule = whole.at_most("price", "0.5");
    rule.base = model::RuleBase::list;
    change(rule);
    std::string all;
    for (const auto& finding : whole.findings(true)) all += document::write_json(finding);
    return all;
  };
  const std::map<std::string_view, std::function<void(model::Rule&)>> changes{
      {"id", [](auto& rule) { rule.id = "other"; }},
      {"title", [](auto& rule) { rule.title = "Other"; }},
      {"severity", [](auto& rule) { rule.severity = RuleSeverity::info; }},
      {"metric",
       [](auto& rule) {
         rule.metric = "peak_margin";
         rule.base = model::RuleBase::none;
         rule.max = decimal("0.1");
       }},
      {"base", [](auto& rule) { rule.base = model::RuleBase::cost; }},
      {"min", [](auto& rule) { rule.min = decimal("0.4"), rule.max.reset(); }},
      {"max", [](auto& rule) { rule.max = decimal("0.6"); }},
      {"one_of",
       [](auto& rule) {
         rule = {};
         rule.metric = "tenancy";
         rule.one_of = {"dedicated"};
       }},
      {"forbidden",
       [](auto& rule) {
         rule = {};
         rule.metric = "partner_owns_brand";
         rule.forbidden = true;
       }},
      {"by_role",
       [](auto& rule) {
         rule.by_role = {{"director", {}, decimal("0.7")}};
       }},
      {"when",
       [](auto& rule) {
         rule.when = {{"component", {}, {}, {"setup"}}};
       }},
      {"message", [](auto& rule) { rule.message = "Other"; }},
      {"ways_out",
       [](auto& rule) {
         rule.ways_out = {{model::Lever::line_price, "Advice"}};
       }},
  };
  const std::string as_stated = findings_with([](auto&) {});
  for (const auto& field : document::type_of<model::Rule>().fields) {
    CAPTURE(field.name);
    REQUIRE(changes.count(field.name) == 1);
    CHECK(findings_with(changes.at(field.name)) != as_stated);
  }
}

TEST_CASE("checking a deal that passes allocates nothing") {
  if (!tests::counts_allocations()) return;
  Whole whole;
  whole.at_least("gross_margin", "0.3").by_role = {{"director", decimal("0.2"), {}}};
  whole.at_most("line_discount", "0.5").when = {{"service_line", {}, {}, {"platform"}}, {"tcv", decimal("1"), {}, {}}};
  whole.at_least("price", "0.5").base = model::RuleBase::cost;
  whole.at_least("commitment_cover", "0.1").when = {{"component", {}, {}, {"storage"}}};
  whole.one_of("tenancy", {"shared"});
  whole.with_facts([&](const Facts& facts) {
    const RuleSet set(whole.rules);
    const std::vector<const RuleSet*> sets{&set};
    std::vector<Breach> breaches;
    apply(sets, facts, breaches);
    const long before = tests::allocations();
    CHECK(apply(sets, facts, breaches) == 9);
    CHECK_FALSE(fails(sets, facts));
    CHECK(tests::allocations() == before);
    CHECK(breaches.empty());
  });
}

}  // namespace
