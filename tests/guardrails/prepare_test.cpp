#include <functional>

#include "core/document/type.hpp"
#include "tests/guardrails/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::guardrails;
using namespace dealwright::guardrails_test;

struct Mistake {
  const char* code;
  const char* pointer;
  const char* nearest;
  std::function<void(model::Rule&)> make;
};

model::Rule good_rule() {
  model::Rule rule;
  rule.id = "rule";
  rule.metric = "gross_margin";
  rule.min = decimal("0.3");
  return rule;
}

Diagnostics diagnostics_of(const model::Guardrails& document) {
  return RuleSet(document).diagnostics();
}

TEST_CASE("each mistake of a rule is told where it stands, and the rule is not applied") {
  const std::vector<Mistake> mistakes{
      {"guardrails.unknown_metric", "/rules/0/metric", "gross_margin", [](auto& r) { r.metric = "gros_margin"; }},
      {"guardrails.bound_kind", "/rules/0", "", [](auto& r) { r.min.reset(); }},
      {"guardrails.bound_kind", "/rules/0", "", [](auto& r) { r.forbidden = true; }},
      {"guardrails.bound_kind", "/rules/0/one_of", "",
       [](auto& r) {
         r.min.reset();
         r.one_of = {"high"};
       }},
      {"guardrails.bound_kind", "/rules/0/min", "", [](auto& r) { r.metric = "tenancy"; }},
      {"guardrails.bound_kind", "/rules/0/max", "",
       [](auto& r) {
         r.metric = "partner_owns_brand";
         r.min.reset();
         r.max = decimal("1");
       }},
      {"guardrails.bound_kind", "/rules/0/forbidden", "",
       [](auto& r) {
         r.min.reset();
         r.forbidden = true;
       }},
      {"guardrails.bound_impossible", "/rules/0/min", "", [](auto& r) { r.min = decimal("30"); }},
      {"guardrails.bound_impossible", "/rules/0/min", "", [](auto& r) { r.max = decimal("0.2"); }},
      {"guardrails.bound_impossible", "/rules/0/max", "",
       [](auto& r) {
         r.metric = "payment_days";
         r.min.reset();
         r.max = decimal("-1");
       }},
      {"guardrails.bound_kind", "/rules/0/min", "",
       [](auto& r) {
         r.metric = "payment_days";
         r.min = decimal("7.5");
       }},
      {"guardrails.bound_kind", "/rules/0/min", "",
       [](auto& r) {
         r.metric = "tcv";
         r.min = decimal("10.005");
       }},
      {"guardrails.base", "/rules/0/base", "", [](auto& r) { r.base = model::RuleBase::list; }},
      {"guardrails.base", "/rules/0/base", "", [](auto& r) { r.metric = "price"; }},
      {"guardrails.unknown_word", "/rules/0/one_of/1", "dedicated",
       [](auto& r) {
         r.metric = "tenancy";
         r.min.reset();
         r.one_of = {"shared", "dedicatd"};
       }},
      {"guardrails.unknown_word", "/rules/0/one_of/0", "",
       [](auto& r) {
         r.metric = "partner_owns_brand";
         r.min.reset();
         r.one_of = {"yes"};
       }},
      {"guardrails.role_limit", "/rules/0/by_role/0", "",
       [](auto& r) {
         r.by_role = {{"lead", {}, {}}};
       }},
      {"guardrails.role_limit", "/rules/0/by_role/0/max", "",
       [](auto& r) {
         r.by_role = {{"lead", {}, decimal("0.5")}};
       }},
      {"guardrails.bound_impossible", "/rules/0/by_role/0/min", "",
       [](auto& r) {
         r.by_role = {{"lead", decimal("2"), {}}};
       }},
      {"guardrails.unknown_metric", "/rules/0/when/0/metric", "tenancy",
       [](auto& r) {
         r.when = {{"tenanci", {}, {}, {"shared"}}};
       }},
      {"guardrails.condition", "/rules/0/when/0", "",
       [](auto& r) {
         r.when = {{"tenancy", {}, {}, {}}};
       }},
      {"guardrails.condition", "/rules/0/when/0/metric", "",
       [](auto& r) {
         r.when = {{"price", decimal("1"), {}, {}}};
       }},
      {"guardrails.unknown_word", "/rules/0/when/0/one_of/0", "support",
       [](auto& r) {
         r.when = {{"service_line", {}, {}, {"suport"}}};
       }},
      {"guardrails.bound_kind", "/rules/0/when/0/min", "",
       [](auto& r) {
         r.when = {{"segment", decimal("1"), {}, {}}};
       }},
  };
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    CAPTURE(i);
    model::Guardrails document;
    document.id = "rules";
    document.currency = *Currency::from_code("EUR");
    document.rules = {good_rule()};
    mistakes[i].make(document.rules[0]);
    const RuleSet set(document);
    REQUIRE(set.diagnostics().size() == 1);
    CHECK(set.diagnostics()[0].code == mistakes[i].code);
    CHECK(set.diagnostics()[0].pointer == mistakes[i].pointer);
    CHECK(set.diagnostics()[0].nearest == mistakes[i].nearest);
    CHECK(set.diagnostics()[0].severity == Severity::error);
    CHECK(set.rules().empty());
  }
}

TEST_CASE("a rate written in per cent is told as such") {
  model::Guardrails document;
  document.rules = {good_rule()};
  document.rules[0].min = decimal("30");
  CHECK(diagnostics_of(document)[0].expected == "0.3 for 30 %");
}

TEST_CASE("all mistakes of a document are told at once") {
  model::Guardrails document;
  document.id = "rules";
  document.rules = {good_rule(), good_rule(), good_rule()};
  document.rules[1].metric = "nothing";
  document.rules[2].id = "other";
  document.rules[2].base = model::RuleBase::cost;
  document.rules[2].when = {{"tenancy", {}, {}, {"none"}}};
  const RuleSet set(document);
  CHECK(set.diagnostics().size() == 3);  // unknown metric; base; word
  CHECK(set.rules().size() == 1);
  document.rules[1].metric = "tcv";
  CHECK(diagnostics_of(document)[0].code == "guardrails.rule_twice");
}

TEST_CASE("what is odd but not wrong is a warning") {
  model::Guardrails document;
  document.id = "rules";
  document.rules = {good_rule()};
  document.rules[0].by_role = {{"lead", decimal("0.3"), {}}};
  document.rules[0].message = "Only {value} of {deal}, {bound}.";
  const RuleSet set(document);
  REQUIRE(set.diagnostics().size() == 2);
  CHECK_FALSE(has_errors(set.diagnostics()));
  CHECK(set.diagnostics()[0].code == "guardrails.role_limit");
  CHECK(set.diagnostics()[1].code == "guardrails.placeholder");
  CHECK(set.rules().size() == 1);
}

TEST_CASE("money without a stated currency takes any number of places") {
  model::Guardrails document;
  document.rules = {good_rule()};
  document.rules[0].metric = "tcv";
  document.rules[0].min = decimal("10.005");
  CHECK(diagnostics_of(document).empty());
  document.currency = *Currency::from_code("JPY");
  CHECK(diagnostics_of(document).size() == 1);
}

}  // namespace
