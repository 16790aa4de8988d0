#include "core/onboarding/readiness.hpp"

#include <doctest/doctest.h>

#include "tests/onboarding/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::onboarding;
using model::DueFrom;
using model::DueRule;
using model::ItemState;
using tests::day;
using tests::item;
using tests::pointer_of;
using tests::template_with;

using Ids = std::vector<std::string>;

// Stage one: contract (2 days) -> pricing (3) -> signed (a milestone). Stage two: platform (5, after contract) ->
// go-live (2, after platform and signed), and training (1). March 2026: Mondays are the 2nd, 9th, 16th, 23rd and 30th.
model::Playbook playbook() {
  model::Playbook all;
  all.roles = {{"sales", "Sales"}, {"cloud", "Cloud operations"}, {"support", "Support"}};
  all.calendars = {{"de", "Germany", {}, {{day("2026-03-11"), "A Wednesday off"}}}};
  auto onboarding = template_with({item("contract", 2), item("pricing", 3, {"contract"}),
                                   item("signed", 0, {"pricing"}), item("platform", 5, {"contract"}),
                                   item("go-live", 2, {"platform", "signed"}), item("training", 1)});
  auto& items = onboarding.items;
  for (std::size_t i = 3; i < 6; ++i) items[i].stage = "two";
  items[0].mandatory = items[2].mandatory = items[4].mandatory = true;
  items[0].track = items[1].track = items[2].track = "commercial";
  items[3].owner = items[4].owner = "cloud";
  items[4].enables = {"support", "cloud"};
  items[5].enables = {"support"};
  items[0].evidence = "the signed contract";
  items[1].due = DueRule{DueFrom::start, {}, "", 5};
  items[3].due = DueRule{DueFrom::item, {}, "contract", 4};
  items[4].due = DueRule{DueFrom::date, day("2026-03-15"), "", 0};
  onboarding.certifications = {
      {"small", "Small", model::Complexity::small, {model::Tenancy::shared}, {}, "one", {}},
      {"complex", "Complex", model::Complexity::complex, {}, {}, "two", {"training", "contract"}}};
  all.templates = {onboarding};
  return all;
}

model::Onboarding run() {
  model::Onboarding one;
  one.id = "run";
  one.template_id = "partners";
  one.partner = "agency";
  one.start = day("2026-03-02");
  one.target = day("2026-03-13");
  one.calendar = "de";
  one.people = {{"sales", "Ada", Decimal::whole(5)}, {"cloud", "Ben", Decimal::whole(1)}};
  return one;
}

const ItemResult& result_of(const RunResult& result, const std::string& id) {
  for (const ItemResult& one : result.items)
    if (one.item == id) return one;
  FAIL("no item " << id);
  return result.items.front();
}

RunResult evaluated(const model::Onboarding& one, const char* today) {
  Diagnostics diagnostics;
  RunResult result = evaluate_run(playbook(), one, day(today), diagnostics);
  CHECK(diagnostics.empty());
  return result;
}

TEST_CASE("before anything has happened") {
  const RunResult result = evaluated(run(), "2026-02-27");
  // contract Mon 2 to Tue 3; pricing Wed 4 to Fri 6; platform Wed 4 to Tue 10; go-live Thu 12 to Fri 13, for Wed 11 is
  // off. So pricing may end as late as Tue 10, 2 working days later.
  const ItemResult& pricing = result_of(result, "pricing");
  CHECK(pricing.early_start == day("2026-03-04"));
  CHECK(pricing.early_finish == day("2026-03-06"));
  CHECK(pricing.late_finish == day("2026-03-10"));
  CHECK(pricing.total_float == 2);
  CHECK_FALSE(pricing.critical);
  CHECK(result_of(result, "signed").early_finish == day("2026-03-06"));
  CHECK(result_of(result, "signed").late_finish == day("2026-03-10"));
  CHECK(result_of(result, "go-live").early_start == day("2026-03-12"));
  CHECK(result_of(result, "go-live").critical);
  CHECK(result.planned_finish == day("2026-03-13"));
  CHECK(result.forecast_finish == day("2026-03-13"));
  CHECK(result.days_late == 0);
  CHECK_FALSE(result.pace_used);
  CHECK(result.critical_path == Ids{"contract", "platform", "go-live"});
  // Due on the fifth working day after Mon 2: Mon 9. Four working days after Tue 3: Mon 9. Sun 15 as it is.
  CHECK(pricing.due == day("2026-03-09"));
  CHECK(pricing.days_late == -1);
  CHECK(result_of(result, "platform").due == day("2026-03-09"));
  CHECK(result_of(result, "platform").days_late == 1);
  CHECK(result_of(result, "go-live").due == day("2026-03-15"));
  CHECK(result_of(result, "go-live").days_late == 0);
  CHECK(result.overdue == 0);
  // go-live waits for platform and signed, and through them for pricing and contract.
  CHECK(result_of(result, "go-live").waits_for == Ids{"platform", "signed"});
  CHECK(result_of(result, "go-live").waits_for_all == 4);
  CHECK(result_of(result, "contract").blocks == 4);
  CHECK(result_of(result, "contract").person == "Ada");
  CHECK(result_of(result, "platform").person == "Ben");
  // In the four weeks from 27 February to 26 March Ada has 2 + 3 + 1 days, Ben 5 + 2 of 4.
  REQUIRE(result.workloads.size() == 2);
  CHECK(result.workloads[0].days == 6);
  CHECK(result.workloads[0].capacity == Decimal::whole(19));  // 20 working days but for the one off
  CHECK(result.workloads[0].over.is_zero());
  CHECK(result.workloads[0].items == Ids{"contract", "pricing", "training"});
  CHECK(result.workloads[1].days == 7);
  CHECK(result.workloads[1].capacity == Decimal::whole(4));
  CHECK(result.workloads[1].over == Decimal::whole(3));
}

model::Onboarding half_way() {
  auto one = run();
  // contract took 5 days for 2, pricing 4 for 3, training 2 for 1: 11 over 6.
  one.items = {{"contract", ItemState::done, "", "", day("2026-03-02"), day("2026-03-06"), {"contract.pdf"}},
               {"pricing", ItemState::done, "", "", day("2026-03-09"), day("2026-03-13"), {}},
               {"training", ItemState::done, "", "Cleo", day("2026-03-12"), day("2026-03-13"), {}},
               {"platform", ItemState::in_progress, "", "", day("2026-03-09"), {}, {}}};
  return one;
}

TEST_CASE("half way, at the pace so far") {
  const RunResult result = evaluated(half_way(), "2026-03-16");
  CHECK(result.paced_items == 3);
  CHECK(result.pace == Ratio{11, 6});
  CHECK(result.pace_used);
  // By estimate platform, begun on Mon 9, needs 9, 10, 12, 13 and 16; go-live 17 and 18. At the pace 5 days are 9.17,
  // which end on the tenth, Mon 23; go-live's 3.67 follow at once: 12.83, which end on the thirteenth, Thu 26.
  CHECK(result_of(result, "platform").early_finish == day("2026-03-16"));
  CHECK(result_of(result, "platform").forecast_finish == day("2026-03-23"));
  CHECK(result.planned_finish == day("2026-03-18"));
  CHECK(result.forecast_finish == day("2026-03-26"));
  CHECK(result.days_late == 9);
  CHECK(result.critical_path == Ids{"platform", "go-live"});
  // The milestone can be met today.
  CHECK(result_of(result, "signed").early_finish == day("2026-03-16"));
  CHECK(result_of(result, "signed").waits_for.empty());
  // pricing was due on Mon 9 and finished on Fri 13: 10, 12 and 13.
  CHECK(result_of(result, "pricing").days_late == 3);
  CHECK_FALSE(result_of(result, "pricing").overdue);
  CHECK(result_of(result, "pricing").early_start == day("2026-03-09"));
  CHECK_FALSE(result_of(result, "pricing").total_float.has_value());
  // platform is due 4 working days after Fri 6: Mon 9, 10, 12, 13. go-live since Sun 15.
  CHECK(result_of(result, "platform").due == day("2026-03-13"));
  CHECK(result_of(result, "platform").overdue);
  CHECK(result_of(result, "platform").days_late == 6);
  CHECK(result_of(result, "go-live").overdue);
  CHECK(result.overdue == 2);
}

TEST_CASE("readiness and gates half way") {
  auto one = half_way();
  RunResult result = evaluated(one, "2026-03-16");
  CHECK(result.ready.ready == Ratio{3, 6});
  CHECK(result.ready.mandatory_ready == Ratio{1, 3});
  REQUIRE(result.stages.size() == 2);
  CHECK(result.stages[0].ready == Ratio{2, 3});
  CHECK(result.stages[1].ready == Ratio{1, 3});
  CHECK(result.stages[1].mandatory_ready == Ratio{0, 1});
  CHECK(result.tracks[0].id == "technical");
  CHECK(result.tracks[0].ready == Ratio{1, 3});
  CHECK(result.tracks[0].mandatory_ready == Ratio{0, 1});
  REQUIRE(result.roles.size() == 2);  // support owns nothing
  CHECK(result.roles[0].ready == Ratio{3, 4});
  CHECK(result.roles[1].ready == Ratio{0, 2});
  REQUIRE(result.enablement.size() == 2);
  CHECK(result.enablement[0].id == "cloud");
  CHECK(result.enablement[0].ready == Ratio{0, 1});
  CHECK(result.enablement[1].ready == Ratio{1, 2});
  CHECK_FALSE(result.gates[0].open);
  CHECK(result.gates[0].missing == Ids{"signed"});
  CHECK(result.gates[1].missing == Ids{"go-live"});
  CHECK(result.gates[1].closed_gates == Ids{"one"});
  CHECK_FALSE(result.certifications[0].held);
  CHECK(result.certifications[0].closed_gates == Ids{"one"});
  CHECK(result.certifications[1].missing.empty());
  // A gate opens for what does not apply, a certification needs its items done.
  one.items.push_back({"signed", ItemState::not_applicable, "verbal agreement", "", {}, {}, {}});
  one.items[2] = {"training", ItemState::not_applicable, "trained last year", "", {}, {}, {}};
  result = evaluated(one, "2026-03-16");
  CHECK(result.gates[0].open);
  CHECK_FALSE(result.gates[1].open);
  CHECK(result.gates[1].closed_gates.empty());
  CHECK(result.certifications[0].held);
  CHECK(result.certifications[1].missing == Ids{"training"});
  CHECK(result.certifications[1].closed_gates == Ids{"two"});
  CHECK_FALSE(result.pace_used);
  CHECK_FALSE(result_of(result, "signed").early_finish.is_stated());
}

TEST_CASE("done without the evidence that is asked for does not count") {
  auto one = run();
  one.items = {{"contract", ItemState::done, "", "", day("2026-03-02"), day("2026-03-03"), {}}};
  Diagnostics diagnostics;
  const RunResult result = evaluate_run(playbook(), one, day("2026-03-04"), diagnostics);
  CHECK(pointer_of(diagnostics, "onboarding.no_evidence") == "/items/0/evidence");
  CHECK(result_of(result, "contract").state == Standing::in_progress);
  CHECK(result_of(result, "contract").lacks_evidence);
  CHECK(result.gates[0].missing == Ids{"contract", "signed"});
  CHECK(result_of(result, "pricing").waits_for == Ids{"contract"});
  // It keeps today busy.
  CHECK(result_of(result, "pricing").early_start == day("2026-03-05"));
}

TEST_CASE("all done") {
  auto one = half_way();
  one.items[3] = {"platform", ItemState::done, "", "", day("2026-03-09"), day("2026-03-16"), {}};
  one.items.push_back({"signed", ItemState::done, "", "", {}, day("2026-03-16"), {}});
  one.items.push_back({"go-live", ItemState::done, "", "", day("2026-03-17"), day("2026-03-18"), {}});
  const RunResult result = evaluated(one, "2026-04-01");
  CHECK(result.complete);
  CHECK(result.forecast_finish == day("2026-03-18"));
  CHECK(result.planned_finish == day("2026-03-18"));
  CHECK(result.days_late == 3);
  CHECK(result.critical_path.empty());
  CHECK(result.gates[1].open);
  CHECK(result.certifications[1].held);
  CHECK(result.overdue == 0);
}

TEST_CASE("roles without a person, people that only records name, items that went") {
  auto one = run();
  one.people.pop_back();
  one.items = {{"training", ItemState::to_do, "", "Cleo", {}, {}, {}},
               {"kick-off", ItemState::done, "", "Ada", {}, day("2026-03-02"), {}}};
  Diagnostics diagnostics;
  const RunResult result = evaluate_run(playbook(), one, day("2026-03-03"), diagnostics);
  CHECK(diagnostics.size() == 2);
  CHECK(pointer_of(diagnostics, "onboarding.unknown_item") == "/items/1/item");
  CHECK(pointer_of(diagnostics, "onboarding.role_unassigned") == "/people");
  CHECK(result.unassigned_roles == Ids{"cloud"});
  CHECK(result.items.size() == 7);
  CHECK(result.items.back().item == "kick-off");
  CHECK(result.items.back().state == Standing::missing);
  CHECK(result.ready.ready == Ratio{0, 6});
  REQUIRE(result.workloads.size() == 2);
  CHECK(result.workloads[1].person == "Cleo");
  CHECK(result.workloads[1].capacity == Decimal::whole(19));
  CHECK(result.workloads[1].days == 1);
}

TEST_CASE("items on a cycle leave the end open") {
  auto all = playbook();
  all.templates[0].items[1].after.push_back("signed");
  Diagnostics diagnostics;
  const RunResult result = evaluate_run(all, run(), day("2026-03-02"), diagnostics);
  CHECK(result_of(result, "signed").on_cycle);
  CHECK_FALSE(result_of(result, "signed").early_start.is_stated());
  CHECK(result_of(result, "go-live").early_start == day("2026-03-12"));
  CHECK(result_of(result, "go-live").waits_for_all == 4);
  CHECK_FALSE(result.forecast_finish.is_stated());
  CHECK_FALSE(result.days_late.has_value());
}

TEST_CASE("without its template a run has no items") {
  auto one = run();
  one.template_id = "other";
  one.items = {{"a", ItemState::not_applicable, "", "", {}, {}, {}}};
  one.notes.resize(1);
  one.notes[0].kind = model::NoteKind::action;
  Diagnostics diagnostics;
  const RunResult result = evaluate_run(playbook(), one, day("2026-03-02"), diagnostics);
  CHECK(result.items.empty());
  CHECK(result.template_version == 0);
  CHECK(diagnostics.size() == 4);
  CHECK(pointer_of(diagnostics, "onboarding.unknown_template") == "/template_id");
  CHECK(pointer_of(diagnostics, "onboarding.no_reason") == "/items/0");
  CHECK(pointer_of(diagnostics, "onboarding.action_without_owner") == "/notes/0");
}

}  // namespace
