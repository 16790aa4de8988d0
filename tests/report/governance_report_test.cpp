#include "core/report/governance_report.hpp"

#include <doctest/doctest.h>

#include "core/report/deal_metric_facts.hpp"
#include "tests/governance/conditions.hpp"
#include "tests/report/offer.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::report;
using model::FactSource;
using model::Party;

// One deal of 100.00 a month at a cost of 80.00, so with a margin of 20 %.
model::Programme programme() {
  pricing_test::Case one;
  auto sold = pricing_test::component("hosting", pricing_test::flat("100.00"));
  sold.cost.amount = pricing_test::decimal("80.00");
  one.sell(std::move(sold));
  model::Playbook book = tests::small_playbook();
  book.criteria.clear();
  book.duties = {{"host", "Hosting", model::Layer::cloud_operations, Party::provider, model::Owned::nothing},
                 {"support", "Support", model::Layer::customer_success, Party::partner, model::Owned::nothing},
                 {"invoice", "Invoicing", model::Layer::commercial, Party::partner, model::Owned::relationship}};
  book.decision_rights = {{"scope", "Scope change", Party::partner, ""}};
  book.policy_areas = {{"commercial", "Commercial policy", {"Do margins hold?"}}};
  model::Risk thin;
  thin.id = "thin";
  thin.name = "Thin margin";
  thin.effect = "Nothing is left";
  thin.mitigation = "Raise the price";
  thin.when = {tests::below(FactSource::metric, "gross_margin", pricing_test::decimal("0.3"))};
  model::Risk unproven;
  unproven.id = "unproven";
  unproven.name = "Untested restore";
  unproven.when = {tests::is(FactSource::control, "restore", {"missing"})};
  book.risks = {thin, unproven};
  one.partner.name = "Studio";
  one.partner.playbook = book.id;
  one.partner.duties = {{"host", Party::provider, ""}, {"invoice", Party::provider, ""}};
  one.customer.name = "Shop";
  one.customer.partner = one.partner.id;
  one.customer.playbook = book.id;
  one.customer.architecture = "stack";
  one.customer.bespoke = {"finance"};
  one.customer.controls = {{"audit", model::ControlState::in_place, "Ana", "log.pdf", {}}};
  model::Programme programme;
  programme.playbooks = {book};
  programme.partners = {one.partner};
  programme.customers = {one.customer};
  programme.price_books = {one.book};
  programme.deals = {one.deal};
  return programme;
}

GovernanceReport governed(const model::Programme& programme, const GovernanceRequest& request = {}) {
  Diagnostics found;
  GovernanceReport report = governance_report(programme, request, "1", found);
  for (const auto& diagnostic : found) MESSAGE(to_line(diagnostic));
  CHECK(found.empty());
  return report;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("duties: the channel conflict first, then the gap") {
  const std::string text = governance_markdown(governed(programme()));
  CHECK(has(text, "3 duties: 1 channel conflict, 1 gap, 0 assigned twice"));
  const auto invoice = text.find("| Invoicing | commercial | provider | partner | channel conflict: relationship |");
  const auto support = text.find("| Support | customer success | nobody | partner | gap |");
  const auto host = text.find("| Hosting | cloud operations | provider | provider |  |");
  REQUIRE(host != std::string::npos);
  CHECK(invoice < support);
  CHECK(support < host);
  CHECK(has(text, "| Scope change | partner | partner | nobody named |"));
}

TEST_CASE("a customer's controls, risks with the value of their fact, and its standard share") {
  const std::string text = governance_markdown(governed(programme()));
  CHECK(has(text, "## Shop, customer of Studio\n"));
  CHECK(has(text, "1 of 2 controls in place, 0 verified; 2 risks raised."));
  CHECK(has(text, "| Tested restore | every customer | provider | missing | asked: Protocol of the last restore |"));
  CHECK(has(text, "| Audit log | every customer | partner, Ana | in place | log.pdf |"));
  // (100 - 80) / 100 = 20 %.
  CHECK(has(text, "| Thin margin | Gross margin below 30 % | 20.0 % | deal | Nothing is left | Raise the price |"));
  CHECK(has(text, "| Untested restore | Tested restore is missing | missing |"));
  // Blocks of the weights 2, 1 and 3, the last one bespoke: 3 / 6 = 50 %, 20 points under 70 %.
  CHECK(has(text, "50.0 % of Standard stack is standard; the aim is 70 % to 80 %, it lies 20.0 points under"));
}

TEST_CASE("a metric that lies on the bound raises nothing, and neither does a deal that is not priced") {
  model::Programme on_bound = programme();
  on_bound.playbooks[0].risks[0].when[0].below = pricing_test::decimal("0.2");
  CHECK_FALSE(has(governance_text(governed(on_bound)), "Thin margin"));
  model::Programme unpriced = programme();
  unpriced.deals[0].price_book = "none";
  const GovernanceReport report = governed(unpriced);
  CHECK(report.partners.at(0).customers.at(0).not_known == std::vector<std::string>{"deal"});
  CHECK_FALSE(has(governance_text(report), "Thin margin"));
}

TEST_CASE("the review's sheet stands alone, with quarter, agenda and margins") {
  GovernanceRequest request;
  request.review = true;
  request.today = *Date::from(2026, 8, 3);
  const std::string text = governance_markdown(governed(programme(), request));
  CHECK(has(text, "## Studio: quarterly review 2026-Q3\n"));
  CHECK(has(text, "| Commercial policy | Do margins hold? |"));
  CHECK(has(text, "| deal | Shop | 20.0 % |"));
  CHECK(has(text, "| Shop | 2 | 1 | 0 | 2 |"));
  CHECK(has(text, "| Thin margin | Shop | Raise the price |"));
  CHECK_FALSE(has(text, "customer of Studio"));
  // What the counts are about.
  CHECK(has(text, "| relationship | The provider holds the duty \"Invoicing\""));
  CHECK(has(text, "| Support | gap | partner |"));
  CHECK(has(text, "| Scope change | nobody named | partner |"));
  CHECK_FALSE(has(text, "| Hosting |"));
}

TEST_CASE("the overview and the sheet count open risks alike: each once at every customer") {
  model::Programme two = programme();
  two.customers.push_back(two.customers[0]);
  two.customers[1].id = "mart";
  two.customers[1].name = "Mart";
  two.partners.push_back(two.partners[0]);
  two.partners[1].id = "other";
  two.partners[1].name = "Other";
  // Thin margin at Shop, which has the deal, and an untested restore at both: 3 open, of 2 kinds.
  GovernanceRequest request;
  request.review = true;
  const std::string text = governance_markdown(governed(two, request));
  CHECK(has(text, "| Studio | 1 | 1 | 0 | 2 | 4 | 2 | 0 | 3 |"));
  CHECK(has(text, "2 of 4 controls in place, 0 verified; 3 risks open, of 2 kinds."));
}

TEST_CASE("the next gate of a run is named as onboarding names it") {
  model::Programme one = programme();
  model::Template& steps = one.playbooks[0].templates.emplace_back();
  steps.id = "steps";
  steps.stages = {{"begin", "Commercial alignment", "May it sell?"}};
  steps.tracks = {{"all", "All"}};
  model::TemplateItem& item = steps.items.emplace_back();
  item.id = "contract";
  item.stage = "begin";
  item.track = "all";
  item.mandatory = true;
  model::Onboarding& run = one.onboardings.emplace_back();
  run.id = "run";
  run.name = "First run";
  run.partner = one.partners[0].id;
  run.playbook = one.playbooks[0].id;
  run.template_id = "steps";
  run.start = *Date::from(2026, 8, 3);
  GovernanceRequest request;
  request.review = true;
  request.today = run.start;
  const GovernanceReport report = governed(one, request);
  REQUIRE(report.partners.at(0).review->onboarding.size() == 1);
  CHECK(report.partners[0].review->onboarding[0].gate == "Commercial alignment");
}

TEST_CASE("partners and customers are chosen by their ids") {
  GovernanceRequest request;
  request.customers = {"customer"};
  CHECK(governed(programme(), request).partners.size() == 1);
  request.customers = {"other"};
  CHECK(governed(programme(), request).partners.empty());
}

TEST_CASE("what is wrong is told of the document in which it stands") {
  model::Programme wrong = programme();
  wrong.playbooks[0].risks[0].when[0].fact = "gross_margn";
  wrong.partners[0].duties.push_back({"host", Party::partner, ""});
  wrong.customers[0].controls[0] = {"audit", model::ControlState::verified, "", "", {}};
  Diagnostics found;
  governance_report(wrong, {}, "1", found);
  REQUIRE(found.size() == 3);
  CHECK(found[0].file == "playbook/programme");
  CHECK(found[0].nearest == "gross_margin");
  CHECK(found[1].file == "partner/partner");
  CHECK(found[2].file == "customer/customer");
}

// A case that pays for sure, in the customer's currency.
TEST_CASE("the chance of a positive net present value is known where a condition asks for it") {
  model::Programme one = programme();
  one.customers[0].currency = one.deals[0].currency;
  one.deals[0].business_case.emplace().one_off_benefits = {{"Sale", pricing_test::decimal("1000000"), {}, {}, 1, {}}};
  const auto chance = [&]() -> std::optional<Ratio> {
    Diagnostics found;
    const auto deals = deal_metric_facts(one, found);
    for (const auto& fact : deals.at(0).facts)
      if (fact.fact == "customer_npv_probability") return fact.number;
    return std::nullopt;
  };
  CHECK_FALSE(chance());
  one.playbooks[0].risks[0].when.push_back(
      tests::below(FactSource::metric, "customer_npv_probability", pricing_test::decimal("0.8")));
  CHECK(chance() == Ratio{1, 1});
}

TEST_CASE("a metric as a fact: exact, in 64 bits, and not known where it has no value") {
  const auto& margin = *guardrails::find_metric("gross_margin");
  const auto fact = fact_of("a", margin, {20, 100, {}});
  REQUIRE(fact);
  CHECK(fact->number == Ratio{1, 5});
  CHECK(fact->is_rate);
  CHECK_FALSE(fact_of("a", margin, {0, 0, {}}));
  CHECK_FALSE(fact_of("a", margin, {-100, 0, {}}));
  // 3 x 2^70 over 2^70 is 3.
  const auto wide = fact_of("a", margin, {Int128{3} << 70, Int128{1} << 70, {}});
  REQUIRE(wide);
  CHECK(wide->number == Ratio{3, 1});
  const auto owned = fact_of("a", *guardrails::find_metric("partner_owns_brand"), {0, 1, "false"});
  REQUIRE(owned);
  CHECK(owned->word == "false");
}

TEST_CASE("a customer is of the partner that it names, else of each that has a deal with it, once") {
  model::Programme all = programme();
  all.deals.push_back(all.deals[0]);
  all.deals.push_back(all.deals[0]);
  all.deals[1].partner = "other";
  const std::string own = all.deals[0].partner;
  CHECK(partners_of(all, all.customers[0]) == std::vector<std::string>{own});
  all.customers[0].partner.clear();
  CHECK(partners_of(all, all.customers[0]) == std::vector<std::string>{own, "other"});
  all.deals.clear();
  CHECK(partners_of(all, all.customers[0]).empty());
}

}  // namespace
