#include "core/onboarding/records.hpp"

#include <doctest/doctest.h>

#include "tests/onboarding/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::onboarding;
using model::ItemState;
using tests::day;
using tests::find_code;
using tests::item;
using tests::pointer_of;
using tests::template_with;

const Date today = day("2026-03-31");

model::Onboarding begun() {
  model::Onboarding run;
  run.id = "run";
  run.template_id = "partners";
  run.start = day("2026-03-02");
  return run;
}

Diagnostics checked(const model::Template& onboarding, const model::Onboarding& run) {
  Diagnostics diagnostics;
  IdIndex items = index_of_ids(onboarding.items);
  match_records(&onboarding, items, run, today, diagnostics);
  check_notes(&onboarding, items, run, today, diagnostics);
  return diagnostics;
}

Diagnostics checked(model::ItemRecord record) {
  auto run = begun();
  run.items.push_back(std::move(record));
  auto onboarding = template_with({item("a"), item("contract")});
  onboarding.items[1].evidence = "the signed contract";
  return checked(onboarding, run);
}

TEST_CASE("a record in order") {
  CHECK(checked({"a", ItemState::done, "", "", day("2026-03-03"), day("2026-03-04"), {}}).empty());
  CHECK(checked({"contract", ItemState::done, "", "", {}, day("2026-03-04"), {"contract.pdf"}}).empty());
  CHECK(checked({"a", ItemState::blocked, "waits for legal", "", day("2026-03-02"), {}, {}}).empty());
}

TEST_CASE("what a record lacks") {
  auto found = checked({"contract", ItemState::done, "", "", {}, day("2026-03-04"), {" "}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "onboarding.no_evidence");
  CHECK(found[0].pointer == "/items/0/evidence");
  CHECK(found[0].expected == "the signed contract");
  CHECK(found[0].severity == Severity::error);
  found = checked({"a", ItemState::not_applicable, "", "", {}, {}, {}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "onboarding.no_reason");
  CHECK(found[0].severity == Severity::error);
  found = checked({"a", ItemState::blocked, " ", "", {}, {}, {}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::warning);
  found = checked({"a", ItemState::done, "", "", {}, {}, {}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "onboarding.no_finish");
}

TEST_CASE("days that cannot be") {
  auto found = checked({"a", ItemState::done, "", "", day("2026-03-05"), day("2026-03-04"), {}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "onboarding.finished_before_started");
  found = checked({"a", ItemState::in_progress, "", "", day("2026-03-05"), day("2026-03-06"), {}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "onboarding.finished_but_not_done");
  found = checked({"a", ItemState::done, "", "", day("2026-03-01"), day("2026-04-01"), {}});
  REQUIRE(found.size() == 2);
  CHECK(pointer_of(found, "onboarding.before_start") == "/items/0/started");
  CHECK(pointer_of(found, "onboarding.after_today") == "/items/0/finished");
  CHECK_FALSE(has_errors(found));
  // Many such days are told once.
  found = checked({"a", ItemState::done, "", "", day("2026-04-01"), day("2026-04-02"), {}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].pointer == "/items/0/started");
  CHECK(found[0].message == "2026-04-01 lies in the future, and 1 more day");
}

TEST_CASE("records of items that are not there, or twice") {
  auto run = begun();
  run.items = {{"contract", ItemState::in_progress, "", "", day("2026-03-05"), {}, {}},
               {"contrat", ItemState::done, "", "", {}, {}, {}},
               {"contract", ItemState::not_applicable, "", "", {}, {}, {}}};
  const auto onboarding = template_with({item("a"), item("contract")});
  Diagnostics diagnostics;
  IdIndex items = index_of_ids(onboarding.items);
  const Records records = match_records(&onboarding, items, run, today, diagnostics);
  REQUIRE(records.of_item.size() == 2);
  CHECK(records.of_item[0] == nullptr);
  CHECK(records.of_item[1] == &run.items[0]);
  REQUIRE(records.missing.size() == 1);
  CHECK(records.missing[0] == &run.items[1]);
  REQUIRE(diagnostics.size() == 2);
  CHECK(find_code(diagnostics, "onboarding.unknown_item")->nearest == "contract");
  CHECK(pointer_of(diagnostics, "onboarding.item_twice") == "/items/2/item");
}

TEST_CASE("notes, agendas and the run itself") {
  auto run = begun();
  run.target = day("2026-03-01");
  run.notes.resize(5);
  run.notes[0].kind = model::NoteKind::action;
  run.notes[1].kind = model::NoteKind::risk;
  run.notes[1].impact = 2;
  run.notes[2].item = "b";
  run.notes[3].on = day("2026-04-02");
  run.notes[4].kind = model::NoteKind::action;
  run.notes[4].owner = "Ada";
  run.notes[4].due = day("2026-09-01");
  run.workshops.push_back({"kick-off", "Kick-off", day("2026-05-01"), {}, {{"a", "A", 15, "technical", ""}}});
  run.workshops[0].agenda.push_back({"b", "B", 15, "techincal", ""});
  auto onboarding = template_with({item("a")});
  onboarding.onboards = model::Onboards::customer;
  const auto found = checked(onboarding, run);
  CHECK(found.size() == 8);
  CHECK(pointer_of(found, "onboarding.action_without_owner") == "/notes/0");
  CHECK(pointer_of(found, "onboarding.action_without_due") == "/notes/0");
  CHECK(pointer_of(found, "onboarding.risk_not_rated") == "/notes/1");
  CHECK(find_code(found, "onboarding.risk_not_rated")->message.find("by its likelihood") != std::string::npos);
  CHECK(pointer_of(found, "onboarding.unknown_item") == "/notes/2/item");
  CHECK(pointer_of(found, "onboarding.after_today") == "/notes/3/on");
  CHECK(pointer_of(found, "onboarding.unknown_track") == "/workshops/0/agenda/1/track");
  CHECK(find_code(found, "onboarding.unknown_track")->nearest == "technical");
  CHECK(pointer_of(found, "onboarding.no_customer") == "/customer");
  CHECK(pointer_of(found, "onboarding.target_before_start") == "/target");
}

TEST_CASE("the template that a run follows") {
  model::Playbook playbook;
  for (const int version : {2, 5, 3}) {
    playbook.templates.push_back(template_with({}));
    playbook.templates.back().version = version;
  }
  auto run = begun();
  run.template_version = 3;
  Diagnostics diagnostics;
  CHECK(template_of(playbook, run, diagnostics) == &playbook.templates[2]);
  CHECK(diagnostics.empty());
  run.template_version = 4;
  CHECK(template_of(playbook, run, diagnostics) == &playbook.templates[1]);
  CHECK(pointer_of(diagnostics, "onboarding.unknown_template_version") == "/template_version");
  CHECK(diagnostics[0].severity == Severity::warning);
  run.template_id = "partner";
  CHECK(template_of(playbook, run, diagnostics) == nullptr);
  CHECK(pointer_of(diagnostics, "onboarding.unknown_template") == "/template_id");
  CHECK(diagnostics[1].nearest == "partners");
}

}  // namespace
