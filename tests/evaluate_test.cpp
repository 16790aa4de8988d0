#include "core/evaluate.hpp"

#include <algorithm>
#include <functional>

#include "core/base/sha256.hpp"
#include "core/document/model_types.hpp"
#include "core/document/writer.hpp"
#include "tests/guardrails/fixtures.hpp"
#include "tests/support/allocations.hpp"
#include "tests/support/generate.hpp"

namespace {

using namespace dealwright;
using guardrails_test::Whole;
using pricing_test::decimal;

model::Programme programme_of(const Whole& whole) {
  model::Programme programme;
  programme.partners = {whole.partner};
  programme.customers = {whole.customer};
  programme.price_books = {whole.book};
  programme.guardrails = {whole.rules};
  programme.deals = {whole.deal};
  return programme;
}

// The Whole deal with a rule that it keeps and one that it breaks by a warning.
model::Programme small_programme() {
  Whole whole;
  whole.book.effective_from = *Date::from(2026, 1, 1);
  whole.at_least("gross_margin", "0.3");
  whole.at_least("tcv", "30000").severity = model::RuleSeverity::warning;
  return programme_of(whole);
}

TEST_CASE("a programme is priced, guarded, solved and counted") {
  auto programme = small_programme();
  programme.deals.push_back(programme.deals[0]);
  programme.deals[1].id = "second";
  programme.deals[1].owns.brand = model::Party::provider;
  programme.deals.push_back(programme.deals[0]);
  programme.deals[2].id = "third";
  programme.deals[2].lines[1].component = "storag";
  const auto evaluation = evaluate(programme, {});
  CHECK(evaluation.engine == engine_version());
  CHECK(evaluation.coverage.documents == 7);
  CHECK(evaluation.coverage.deals == 3);
  CHECK(evaluation.coverage.deals_priced == 2);
  CHECK(evaluation.coverage.rules == 6);
  CHECK(evaluation.coverage.rule_checks == 12);
  CHECK(evaluation.coverage.failed_deals == 1);
  CHECK(evaluation.coverage.errors == 1);
  CHECK(evaluation.coverage.warnings == 2);
  CHECK(evaluation.coverage.infos == 0);
  REQUIRE(evaluation.deals.size() == 3);
  CHECK(evaluation.deals[0].deal == "deal");
  CHECK(evaluation.deals[0].priced);
  CHECK(to_string(evaluation.deals[0].pricing.totals.tcv) == "28800.00");
  REQUIRE(evaluation.deals[1].findings.size() == 2);
  CHECK(evaluation.deals[1].findings[0].rule == "principle.partner_owns_brand");
  CHECK_FALSE(evaluation.deals[1].findings[0].ways_out.empty());
  CHECK_FALSE(evaluation.deals[2].priced);
  CHECK(evaluation.deals[2].pricing.lines.empty());
  CHECK(evaluation.deals[2].findings.empty());
  REQUIRE(evaluation.diagnostics.size() == 1);
  CHECK(evaluation.diagnostics[0].file == "deal/third");
  CHECK(evaluation.diagnostics[0].pointer == "/lines/1/component");
  CHECK(evaluation.diagnostics[0].nearest == "storage");
}

TEST_CASE("what a deal refers to must be there") {
  struct Row {
    const char* pointer;
    const char* nearest;
    std::function<void(model::Deal&)> make;
  };
  const std::vector<Row> rows{
      {"/partner", "partner", [](auto& deal) { deal.partner = "partnr"; }},
      {"/customer", "customer", [](auto& deal) { deal.customer = "custommer"; }},
      {"/price_book", "book", [](auto& deal) { deal.price_book = "boook"; }},
      {"/guardrails/1", "rules",
       [](auto& deal) {
         deal.guardrails = {"rules", "rulse"};
       }},
      {"/lines/0/component", "platform", [](auto& deal) { deal.lines[0].component = "platfrom"; }},
      {"/service_tier", "standard", [](auto& deal) { deal.service_tier = "standrad"; }},
      {"/package", "", [](auto& deal) { deal.package = "any"; }},
  };
  for (const auto& row : rows) {
    CAPTURE(row.pointer);
    auto programme = small_programme();
    row.make(programme.deals[0]);
    const auto evaluation = evaluate(programme, {});
    REQUIRE(evaluation.diagnostics.size() == 1);
    CHECK(evaluation.diagnostics[0].code == "reference.unknown");
    CHECK(evaluation.diagnostics[0].severity == Severity::error);
    CHECK(evaluation.diagnostics[0].pointer == row.pointer);
    CHECK(evaluation.diagnostics[0].nearest == row.nearest);
    CHECK_FALSE(evaluation.deals[0].priced);
  }
}

TEST_CASE("all missing references are told at once") {
  auto programme = small_programme();
  programme.deals[0].partner = programme.deals[0].customer = programme.deals[0].price_book = "x";
  programme.deals[0].guardrails = {"y"};
  CHECK(evaluate(programme, {}).diagnostics.size() == 4);
}

TEST_CASE("references that the caller has told of are not told again") {
  auto programme = small_programme();
  programme.deals[0].partner = programme.deals[0].customer = programme.deals[0].price_book = "x";
  programme.deals[0].guardrails = {"y"};
  EvaluateOptions options;
  options.references_told = true;
  const auto evaluation = evaluate(programme, options);
  CHECK(evaluation.diagnostics.empty());
  CHECK(evaluation.coverage.deals_priced == 0);
  CHECK_FALSE(evaluation.deals[0].priced);
}

TEST_CASE("what is surprising in a deal is a warning and does not stop it") {
  const auto only = [](const model::Programme& programme) {
    const auto evaluation = evaluate(programme, {});
    REQUIRE(evaluation.diagnostics.size() == 1);
    CHECK(evaluation.diagnostics[0].severity == Severity::warning);
    CHECK(evaluation.deals[0].priced);
    return evaluation.diagnostics[0].code;
  };
  auto programme = small_programme();
  programme.deals[0].start = *Date::from(2025, 12, 31);
  CHECK(only(programme) == "deal.start_outside_book");
  programme = small_programme();  // 12 months
  programme.deals[0].free_months = model::FreeMonths{1, 12, {}};
  CHECK(evaluate(programme, {}).diagnostics.empty());
  programme.deals[0].free_months->months = 2;
  CHECK(only(programme) == "deal.free_months_after_term");
  programme.deals[0].free_months->from_month = 13;
  CHECK(only(programme) == "deal.free_months_after_term");
  programme = small_programme();
  programme.deals[0].lines[0].ramp.emplace_back().from_month = 12;
  CHECK(evaluate(programme, {}).diagnostics.empty());
  programme.deals[0].lines[0].ramp[0].from_month = 13;
  CHECK(only(programme) == "deal.ramp_after_term");
  programme = small_programme();
  programme.price_books[0].effective_to = *Date::from(2026, 1, 1);
  CHECK(evaluate(programme, {}).diagnostics.empty());
  programme.deals[0].start = *Date::from(2026, 1, 2);
  CHECK(only(programme) == "deal.start_outside_book");
  programme = small_programme();
  programme.partners.push_back(programme.partners[0]);
  programme.partners[1].id = "other";
  programme.customers[0].partner = "other";
  CHECK(only(programme) == "deal.customer_of_another_partner");
}

TEST_CASE("what is wrong in other documents names them") {
  auto programme = small_programme();
  programme.guardrails[0].rules[0].metric = "gros_margin";
  programme.price_books.push_back(programme.price_books[0]);
  programme.price_books[1].id = "broken";
  programme.price_books[1].components[1].meter = "tb";
  Evaluator evaluator(programme, {});
  REQUIRE(evaluator.diagnostics().size() == 2);
  CHECK(evaluator.diagnostics()[0].file == "price_book/broken");
  CHECK(evaluator.diagnostics()[1].file == "guardrails/rules");
  CHECK(evaluator.diagnostics()[1].pointer == "/rules/0/metric");
  CHECK(evaluator.rule_count() == 5);
  // A deal from the broken book cannot be priced; the others still are.
  auto deal = programme.deals[0];
  report::DealEvaluation out;
  Diagnostics found;
  CHECK(evaluator.evaluate(deal, out, found));
  CHECK(evaluator.rules_applied() == 5);
  deal.price_book = "broken";
  CHECK_FALSE(evaluator.evaluate(deal, out, found));
  CHECK(evaluator.rules_applied() == 0);
  CHECK(found.size() == 1);
  CHECK(out.pricing.lines.empty());
  // Validity that overlaps within a series.
  programme = small_programme();
  programme.price_books.push_back(programme.price_books[0]);
  programme.price_books[1].id = "next";
  for (auto& book : programme.price_books) book.series = "series";
  programme.price_books[1].effective_from = *Date::from(2026, 6, 1);
  const Evaluator overlapping(programme, {});
  REQUIRE(overlapping.diagnostics().size() == 1);
  CHECK(overlapping.diagnostics()[0].file == "price_book/next");
}

TEST_CASE("names that documents which were left out may hold are not told") {
  auto programme = small_programme();
  programme.guardrails[0].rules[0].when = {{"price_book", {}, {}, {"bok"}}};
  EvaluateOptions options;
  REQUIRE(Evaluator(programme, options).diagnostics().size() == 1);
  options.documents_left_out = true;
  CHECK(Evaluator(programme, options).diagnostics().empty());
}

TEST_CASE("a deal takes the guardrails it names, else all") {
  auto programme = small_programme();
  programme.guardrails.push_back({});
  programme.guardrails[1].id = "strict";
  auto rule = programme.guardrails[0].rules[0];
  rule.min = decimal("0.9");
  programme.guardrails[1].rules = {rule};
  Evaluator evaluator(programme, {});
  report::DealEvaluation out;
  Diagnostics found;
  auto deal = programme.deals[0];
  evaluator.evaluate(deal, out, found);
  CHECK(out.findings.size() == 2);
  CHECK(out.findings[0].guardrails == "strict");
  deal.guardrails = {"rules"};
  evaluator.evaluate(deal, out, found);
  CHECK(out.findings.size() == 1);
  deal.guardrails = {"strict", "strict"};
  evaluator.evaluate(deal, out, found);
  CHECK(out.findings.size() == 1);
  CHECK(evaluator.rules_applied() == 5);
  CHECK(found.empty());
}

TEST_CASE("fingerprints follow what goes in and what comes out") {
  const auto programme = small_programme();
  const auto first = evaluate(programme, {});
  const auto again = evaluate(programme, {});
  CHECK(first.inputs == again.inputs);
  CHECK(first.outputs == again.outputs);
  CHECK(first.deals[0].inputs.size() == 64);
  // The digest is of the result's own JSON.
  auto bare = first.deals[0];
  bare.inputs.clear();
  bare.outputs.clear();
  CHECK(first.deals[0].outputs == sha256_hex(document::write_json(bare, document::JsonStyle::line)));

  const auto changes = [&](bool outputs_too, const std::function<void(model::Programme&)>& make) {
    auto other = programme;
    make(other);
    const auto evaluation = evaluate(other, {});
    CHECK(evaluation.deals[0].inputs != first.deals[0].inputs);
    CHECK(evaluation.inputs != first.inputs);
    CHECK((evaluation.deals[0].outputs != first.deals[0].outputs) == outputs_too);
  };
  changes(false, [](auto& p) { p.deals[0].note = "note"; });
  changes(false, [](auto& p) { p.partners[0].note = "note"; });
  changes(false, [](auto& p) { p.customers[0].note = "note"; });
  changes(false, [](auto& p) { p.price_books[0].note = "note"; });
  changes(false, [](auto& p) { p.guardrails[0].note = "note"; });
  changes(true, [](auto& p) { p.deals[0].discount = decimal("0.01"); });
  changes(true, [](auto& p) { p.guardrails[0].rules[1].title = "Another"; });
  EvaluateOptions without;
  without.fingerprints = false;
  CHECK(evaluate(programme, without).deals[0].inputs == "");
  CHECK(evaluate(programme, without).outputs == "");
}

TEST_CASE("a deal is held against what certifies its partner, which is part of its inputs") {
  Whole whole;
  whole.one_of("certification_fit", {"covered"}).severity = model::RuleSeverity::warning;
  whole.customer.playbook = "playbook";
  auto programme = programme_of(whole);
  const auto look = [&] { return evaluate(programme, {}).deals.at(0); };
  const auto alone = look();
  CHECK(alone.findings.empty());

  model::Playbook& playbook = programme.playbooks.emplace_back();
  playbook.id = "playbook";
  model::Template& onboarding = playbook.templates.emplace_back();
  onboarding.id = "partners";
  onboarding.stages = {{"one", "One", "Go?"}};
  onboarding.items.resize(1);
  onboarding.items[0].id = "dry-run";
  onboarding.items[0].stage = "one";
  onboarding.items[0].mandatory = true;
  onboarding.certifications = {
      {"small", "Small deliveries", model::Complexity::small, {model::Tenancy::shared}, decimal("0.04"), "one", {}}};
  // Neither a playbook that nothing follows from nor a run of another partner's is an input.
  model::Onboarding& run = programme.onboardings.emplace_back();
  run.id = "run";
  run.playbook = "playbook";
  run.template_id = "partners";
  run.partner = "other";
  CHECK(look().inputs == alone.inputs);

  run.partner = whole.partner.id;
  auto result = look();
  CHECK(result.inputs != alone.inputs);
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].value == "not certified");

  // Each of what certifies it, and the customer's playbook, changes the inputs.
  auto before = result.inputs;
  const auto changes = [&] {
    result = look();
    const bool is_new = result.inputs != before;
    before = result.inputs;
    return is_new;
  };
  run.items.resize(1);
  run.items[0].item = "dry-run";
  run.items[0].state = model::ItemState::done;
  CHECK(changes());
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].value == "complexity unknown");
  model::Template& customers = playbook.templates.emplace_back();
  customers.id = "customers";
  customers.onboards = model::Onboards::customer;
  customers.complexity = model::Complexity::small;
  CHECK(changes());
  CHECK(result.findings.empty());
  programme.playbooks.push_back(playbook);
  programme.playbooks[1].id = "of-customers";
  programme.customers[0].playbook = "of-customers";
  CHECK(changes());
  programme.playbooks[1].templates[1].complexity = model::Complexity::mid_market;
  CHECK(changes());
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].value == "beyond complexity");
}

TEST_CASE("a sound business case has a return, and its playbook is part of the inputs") {
  auto programme = small_programme();
  model::Playbook& playbook = programme.playbooks.emplace_back();
  playbook.id = "drivers";
  playbook.baselines.push_back({"hours", "Hours", "a month", ""});
  model::ValueDriver& driver = playbook.value_drivers.emplace_back();
  driver.id = "less-work";
  driver.volume = "hours";
  driver.improvement.likely = decimal("0.5");
  programme.customers[0].playbook = "drivers";
  programme.customers[0].currency = programme.deals[0].currency;
  programme.customers[0].baselines.push_back({"hours", decimal("9000"), "", {}});
  programme.deals.push_back(programme.deals[0]);
  programme.deals[1].id = "with-case";
  programme.deals[1].business_case.emplace();
  const auto before = evaluate(programme, {});
  CHECK_FALSE(before.deals[0].customer_return);
  REQUIRE(before.deals[1].customer_return);
  CHECK(before.deals[1].customer_return->benefits.at(0).years.at(1).minor == 12 * 450'000);
  CHECK(document::write_json(before.deals[0]).find("customer_return") == std::string::npos);

  programme.playbooks[0].value_drivers[0].confidence = decimal("0.9");
  const auto after = evaluate(programme, {});
  CHECK(after.deals[0].inputs == before.deals[0].inputs);
  CHECK(after.deals[0].outputs == before.deals[0].outputs);
  CHECK(after.deals[1].inputs != before.deals[1].inputs);
  CHECK(after.deals[1].outputs != before.deals[1].outputs);
  CHECK(document::write_json(after.deals[1].pricing) == document::write_json(before.deals[1].pricing));

  // A mistake in the case is told, and the deal is priced all the same.
  programme.deals[1].business_case->ramp = "slow";
  const auto wrong = evaluate(programme, {});
  CHECK(wrong.deals[1].priced);
  CHECK_FALSE(wrong.deals[1].customer_return);
  REQUIRE_FALSE(wrong.diagnostics.empty());
  CHECK(wrong.diagnostics.back().code == "case.unknown_ramp");
  CHECK(wrong.diagnostics.back().file == "deal/with-case");
  CHECK(wrong.diagnostics.back().pointer == "/business_case/ramp");
}

TEST_CASE("a deal that would take minutes to solve is cut short, and says so") {
  auto programme = small_programme();
  auto& rules = programme.guardrails[0].rules;
  rules.resize(1);
  rules[0].metric = "component_margin";
  rules[0].min = decimal("0.95");
  rules[0].max.reset();
  auto& book = programme.price_books[0];
  auto& deal = programme.deals[0];
  deal.lines.clear();
  for (int i = 0; i < 40; ++i) {
    auto component = pricing_test::component("c" + std::to_string(i), pricing_test::per_unit("2"));
    component.cost.unit = decimal("1");
    book.components.push_back(component);
    auto& line = deal.lines.emplace_back(pricing_test::line(component.id));
    for (int month = 1; month <= 12; ++month) {
      auto& segment = line.ramp.emplace_back();
      segment.from_month = month;
      segment.to_month = month;
      segment.quantity = Decimal::whole(100 + month);
      segment.price = decimal("1.5");
    }
  }
  const auto first = evaluate(programme, {});
  REQUIRE(first.deals[0].findings.size() == 40);
  CHECK(std::any_of(first.deals[0].findings.begin(), first.deals[0].findings.end(),
                    [](const auto& finding) { return finding.search_cut_short; }));
  CHECK(evaluate(programme, {}).outputs == first.outputs);
  programme = small_programme();
  CHECK_FALSE(evaluate(programme, {}).deals[0].findings[0].search_cut_short);
}

TEST_CASE("ways out are left out where nobody asks for them") {
  auto programme = small_programme();
  EvaluateOptions options;
  CHECK_FALSE(evaluate(programme, options).deals[0].findings[0].ways_out.empty());
  options.ways_out = false;
  CHECK(evaluate(programme, options).deals[0].findings[0].ways_out.empty());
}

TEST_CASE("an evaluator gives what a fresh one gives, whatever it saw before") {
  for (const auto kind : {tests::Kind::realistic, tests::Kind::adversarial}) {
    auto programme = tests::generate_programme(kind, 7);
    Evaluator used(programme, {});
    report::DealEvaluation out;
    Diagnostics ignored;
    for (std::uint64_t i = 0; i < 60; ++i) used.evaluate(tests::generate_deal(kind, programme, 7, i), out, ignored);
    for (std::uint64_t i = 0; i < 60; i += 7) {
      CAPTURE(i);
      const auto deal = tests::generate_deal(kind, programme, 7, i);
      Evaluator fresh(programme, {});
      report::DealEvaluation expected;
      Diagnostics found, expected_found;
      CHECK(used.evaluate(deal, out, found) == fresh.evaluate(deal, expected, expected_found));
      CHECK(out.inputs == expected.inputs);
      CHECK(document::write_json(out) == document::write_json(expected));
      CHECK(found == expected_found);
    }
  }
}

TEST_CASE("checking deals that pass allocates nothing in the long run") {
  if (!tests::counts_allocations()) return;
  auto programme = small_programme();
  programme.guardrails[0].rules.pop_back();
  EvaluateOptions options;
  options.fingerprints = false;
  Evaluator evaluator(programme, options);
  report::DealEvaluation out;
  Diagnostics found;
  for (int i = 0; i < 3; ++i) evaluator.evaluate(programme.deals[0], out, found);
  const long before = tests::allocations();
  for (int i = 0; i < 100; ++i) CHECK(evaluator.evaluate(programme.deals[0], out, found));
  const long after = tests::allocations();
  CHECK(after - before == 0);
  CHECK(out.findings.empty());
}

TEST_CASE("a price book that cannot be used is told once where references are told") {
  auto programme = small_programme();
  programme.deals.push_back(programme.deals[0]);
  programme.deals[1].id = "second";
  programme.price_books[0].components[1].meter = "tb";
  EvaluateOptions options;
  CHECK(evaluate(programme, options).diagnostics.size() == 3);
  options.references_told = true;
  const auto evaluation = evaluate(programme, options);
  REQUIRE(evaluation.diagnostics.size() == 1);
  CHECK(evaluation.diagnostics[0].file == "price_book/book");
  CHECK(evaluation.coverage.deals == 2);
  CHECK(evaluation.coverage.deals_priced == 0);
}

TEST_CASE("a misspelt role of a partner is told") {
  auto programme = small_programme();
  const Currency eur = programme.deals[0].currency;
  programme.partners[0].roles = {{"consultent", eur, decimal("70")}};
  EvaluateOptions options;
  const auto evaluation = evaluate(programme, options);
  REQUIRE(evaluation.diagnostics.size() == 1);
  CHECK(evaluation.diagnostics[0].code == "partner.unknown_role");
  CHECK(evaluation.diagnostics[0].file == "partner/partner");
  CHECK(evaluation.deals[0].priced);
  // It may be the role of a book that was left out; two costs of one role are wrong whatever was.
  options.documents_left_out = true;
  CHECK(evaluate(programme, options).diagnostics.empty());
  programme.partners[0].roles = {{"agent", eur, decimal("70")}, {"agent", eur, decimal("71")}};
  REQUIRE(evaluate(programme, options).diagnostics.size() == 1);
  CHECK(evaluate(programme, options).diagnostics[0].code == "partner.role_twice");
}

TEST_CASE("an approval of a later day does not count yet") {
  // TCV 28,800 is under the 30,000 of the rule; the lead may go down to 20,000.
  auto programme = small_programme();
  programme.guardrails[0].rules[1].by_role = {{"sales_lead", decimal("20000"), {}}};
  programme.deals[0].approvals = {{"sales_lead", "", *Date::from(2026, 3, 2)}};
  const auto on = [&](int day) {
    EvaluateOptions options;
    if (day > 0) options.today = *Date::from(2026, 3, day);
    return evaluate(programme, options);
  };
  CHECK(on(2).deals[0].findings.empty());
  CHECK(on(2).diagnostics.empty());
  const auto before = on(1);
  REQUIRE(before.deals[0].findings.size() == 1);
  CHECK(before.deals[0].findings[0].message.ends_with("Sales lead may approve at least 20,000.00 EUR."));
  REQUIRE(before.diagnostics.size() == 1);
  CHECK(before.diagnostics[0].code == "deal.approval_in_future");
  CHECK(before.diagnostics[0].severity == Severity::warning);
  CHECK(before.diagnostics[0].pointer == "/approvals/0/on");
  CHECK(before.diagnostics[0].message == "the approval by sales lead is dated 2026-03-02, so it does not count yet");
  CHECK(before.diagnostics[0].expected == "at most 2026-03-01");
  // The deal stays what it is, and without a day all approvals count.
  CHECK(before.deals[0].inputs == on(2).deals[0].inputs);
  CHECK(on(0).deals[0].findings.empty());
  CHECK(on(0).diagnostics.empty());
}

}  // namespace
