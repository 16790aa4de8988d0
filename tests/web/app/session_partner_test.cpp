// What a session knows of a partner is what the runner tells of it.

#include <doctest/doctest.h>

#include "core/onboarding/readiness.hpp"
#include "core/report/advice_report.hpp"
#include "core/report/governance_report.hpp"
#include "tests/web/app/work.hpp"

namespace dealwright::web {
namespace {

TEST_CASE("advice and governance of every partner are those of the whole programme") {
  tests::Work work;
  const model::Programme programme = tests::read_scenarios(false).documents;
  REQUIRE(programme.partners.size() > 5);
  for (const model::Partner& partner : programme.partners) {
    CAPTURE(partner.id);
    Diagnostics told;
    const auto advice = report::advice_report(programme, {partner.id}, "", told);
    const auto& advised = work.session.advice(partner.id);
    REQUIRE(advised.has_value());
    CHECK(report::advice_json({"", {*advised}}) == report::advice_json(advice));
    const auto governance = report::governance_report(programme, {{partner.id}, {}, true, tests::test_day()}, "", told);
    const auto& governed = work.session.governance(partner.id);
    REQUIRE(governed.has_value());
    CHECK(report::governance_json({"", tests::test_day(), {*governed}}) == report::governance_json(governance));
    CHECK(work.session.review_markdown(partner.id) == report::governance_markdown(governance));
  }
}

TEST_CASE("they follow edits of any document that they are made of, and undo") {
  tests::Work work;
  Session& session = work.session;
  const auto required = [&] {
    for (const auto& customer : session.governance("kite-and-anchor")->customers)
      if (customer.customer == "fjordline") return customer.controls.counts.required;
    return -1;
  };
  const int before = required();
  REQUIRE(before > 0);
  const auto id = session.find<model::Partner>("kite-and-anchor")->playbook;
  const auto controls = session.find<model::Playbook>(id)->controls.size();
  session.edit<model::Playbook>(id, "", "", [&](model::Playbook& playbook) {
    model::Control control = playbook.controls.front();
    control.id = "one-more";
    control.when.clear();
    playbook.controls.push_back(control);
  });
  REQUIRE(session.find<model::Playbook>(id)->controls.size() == controls + 1);
  CHECK(required() == before + 1);
  session.undo();
  CHECK(required() == before);
}

TEST_CASE("a partner without a playbook that can be used has neither") {
  tests::Work work;
  Session& session = work.session;
  CHECK_FALSE(session.advice("nobody").has_value());
  CHECK_FALSE(session.governance("nobody").has_value());
  CHECK(session.review_markdown("nobody").empty());
  session.edit<model::Partner>("mercier", "", "", [](model::Partner& partner) { partner.playbook.clear(); });
  CHECK_FALSE(session.advice("mercier").has_value());
  CHECK_FALSE(session.governance("mercier").has_value());
  CHECK(session.advice("inntal").has_value());
}

TEST_CASE("the certifications of a review are those that its onboarding runs hold") {
  tests::Work work;
  const model::Programme& programme = work.session.programme();
  int held = 0;
  for (const model::Partner& partner : programme.partners) {
    const auto& governed = work.session.governance(partner.id);
    REQUIRE((governed && governed->review));
    for (const auto& told : governed->review->onboarding) {
      CAPTURE(told.run);
      const auto* const run = work.session.find<model::Onboarding>(told.run);
      REQUIRE(run != nullptr);
      Diagnostics found;
      const auto result =
          onboarding::evaluate_run(*work.session.find<model::Playbook>(run->playbook), *run, tests::test_day(), found);
      std::vector<std::string> names;
      for (const auto& one : result.certifications)
        if (one.held) names.push_back(one.name);
      CHECK(told.certifications == names);
      held += static_cast<int>(names.size());
    }
  }
  CHECK(held > 0);
}

}  // namespace
}  // namespace dealwright::web
