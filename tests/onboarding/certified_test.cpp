#include "core/onboarding/certified.hpp"

#include <doctest/doctest.h>

#include "core/onboarding/readiness.hpp"
#include "tests/onboarding/fixtures.hpp"
#include "tests/support/draw.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::onboarding;
using model::Complexity;
using tests::day;
using tests::item;
using tests::template_with;

// Item a is mandatory in stage one, b in stage two; "small" wants the first gate, "complex" both and item c.
model::Programme programme() {
  model::Programme all;
  model::Playbook& playbook = all.playbooks.emplace_back();
  playbook.id = "playbook";
  model::Template& onboarding =
      playbook.templates.emplace_back(template_with({item("a"), item("b"), item("c"), item("d")}));
  onboarding.items[0].mandatory = true;
  onboarding.items[1].mandatory = true;
  onboarding.items[1].stage = "two";
  onboarding.stages[0].name = "First stage";
  onboarding.stages[1].name.clear();
  onboarding.items[2].name = "Third item";
  onboarding.certifications = {{"small", "Small", Complexity::small, {model::Tenancy::shared}, {}, "one", {}},
                               {"complex", "Complex", Complexity::complex, {}, {}, "two", {"c"}}};
  for (const char* id : {"first", "second"}) all.partners.emplace_back().id = id;
  model::Onboarding& run = all.onboardings.emplace_back();
  run.id = "run";
  run.playbook = "playbook";
  run.template_id = onboarding.id;
  run.partner = "second";
  return all;
}

void set_done(model::Onboarding& run, const std::string& id) {
  model::ItemRecord& record = run.items.emplace_back();
  record.item = id;
  record.state = model::ItemState::done;
}

TEST_CASE("what a partner holds, by hand") {
  model::Programme all = programme();
  auto certified = certified_partners(all);
  REQUIRE(certified.size() == 2);
  CHECK(certified[0].certifications.empty());
  CHECK(certified[0].runs.empty());
  REQUIRE(certified[1].runs.size() == 1);
  CHECK(certified[1].runs[0].onboarding == 0);
  CHECK(certified[1].runs[0].playbook == 0);
  REQUIRE(certified[1].certifications.size() == 2);
  CHECK_FALSE(certified[1].certifications[0].held);
  // By name, and by id where there is none.
  CHECK(certified[1].certifications[1].closed_gates == std::vector<std::string>{"First stage", "two"});
  CHECK(certified[1].certifications[1].missing == std::vector<std::string>{"Third item"});
  set_done(all.onboardings[0], "a");
  certified = certified_partners(all);
  CHECK(certified[1].certifications[0].held);
  CHECK_FALSE(certified[1].certifications[1].held);
  // A second run of the partner's adds what it holds.
  model::Onboarding more = all.onboardings[0];
  set_done(more, "b");
  set_done(more, "c");
  all.onboardings.push_back(more);
  certified = certified_partners(all);
  CHECK(certified[1].runs.size() == 2);
  REQUIRE(certified[1].certifications.size() == 4);
  CHECK(certified[1].certifications[3].held);
}

TEST_CASE("runs that certify nobody") {
  model::Programme all = programme();
  SUBCASE("of a customer's template") {
    all.playbooks[0].templates[0].onboards = model::Onboards::customer;
  }
  SUBCASE("without certifications") {
    all.playbooks[0].templates[0].certifications.clear();
  }
  SUBCASE("of a playbook that is not there") {
    all.onboardings[0].playbook = "other";
  }
  SUBCASE("of a template that is not there") {
    all.onboardings[0].template_id = "other";
  }
  SUBCASE("of a partner that is not there") {
    all.onboardings[0].partner = "other";
  }
  for (const CertifiedPartner& partner : certified_partners(all)) {
    CHECK(partner.runs.empty());
    CHECK(partner.certifications.empty());
  }
}

TEST_CASE("certifications are those of the whole evaluation, whatever the day") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    tests::Draw draw(17, seed);
    model::Programme all = programme();
    for (auto& one : all.playbooks[0].templates[0].items) {
      if (draw.chance(30)) one.evidence = "A report";
      if (draw.chance(30)) one.mandatory = true;
      if (!draw.chance(80)) continue;
      model::ItemRecord& record = all.onboardings[0].items.emplace_back();
      record.item = one.id;
      record.state = static_cast<model::ItemState>(draw.number(0, 4));
      record.finished = day("2026-06-01");
      if (draw.chance(50)) record.evidence = {"report.pdf"};
    }
    const auto alone = certifications_of(all.playbooks[0], all.onboardings[0]);
    for (const char* today : {"2026-01-01", "2026-12-31"}) {
      Diagnostics told;
      const RunResult whole = evaluate_run(all.playbooks[0], all.onboardings[0], day(today), told);
      REQUIRE(alone.size() == whole.certifications.size());
      for (std::size_t i = 0; i < alone.size(); ++i) {
        CHECK(alone[i].certification == whole.certifications[i].certification);
        CHECK(alone[i].held == whole.certifications[i].held);
        CHECK(alone[i].missing == whole.certifications[i].missing);
        CHECK(alone[i].closed_gates == whole.certifications[i].closed_gates);
      }
    }
  }
}

TEST_CASE("how complex a delivery is") {
  model::Playbook playbook;
  model::Customer customer;
  customer.segment = model::Segment::b2b_wholesaler;
  customer.architecture = "wholesale";
  CHECK_FALSE(delivery_complexity(playbook, customer).has_value());
  const auto add = [&](model::Onboards onboards, std::optional<Complexity> complexity,
                       std::vector<model::Segment> segments) {
    model::Template& one = playbook.templates.emplace_back();
    one.onboards = onboards;
    one.complexity = complexity;
    one.segments = std::move(segments);
  };
  add(model::Onboards::customer, Complexity::small, {model::Segment::direct_to_consumer});
  add(model::Onboards::partner, Complexity::small, {});
  add(model::Onboards::customer, std::nullopt, {});
  CHECK_FALSE(delivery_complexity(playbook, customer).has_value());
  add(model::Onboards::customer, Complexity::complex, {});  // of all segments
  CHECK(delivery_complexity(playbook, customer) == Complexity::complex);
  add(model::Onboards::customer, Complexity::mid_market, {model::Segment::b2b_wholesaler});
  CHECK(delivery_complexity(playbook, customer) == Complexity::mid_market);
  // An architecture without a complexity says nothing; with one it decides.
  model::ReferenceArchitecture& wholesale = playbook.architectures.emplace_back();
  wholesale.id = "wholesale";
  CHECK(delivery_complexity(playbook, customer) == Complexity::mid_market);
  wholesale.complexity = Complexity::complex;
  CHECK(delivery_complexity(playbook, customer) == Complexity::complex);
}

}  // namespace
