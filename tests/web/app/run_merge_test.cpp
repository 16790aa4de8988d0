#include "web/app/run_merge.hpp"

#include <doctest/doctest.h>

#include "tests/web/app/work.hpp"

namespace dealwright::web {
namespace {

using model::ItemState;
using tests::Work;

constexpr const char* run_id = "bois-clair-onboarding";
const DocumentRef run_ref{Kind::onboarding, run_id};

void note(model::Onboarding& run, const std::string& id, const std::string& text) {
  model::Note note;
  note.id = id;
  note.text = text;
  run.notes.push_back(note);
}

model::ItemRecord& record(model::Onboarding& run, std::string_view item) {
  for (model::ItemRecord& one : run.items)
    if (one.item == item) return one;
  run.items.emplace_back().item = item;
  return run.items.back();
}

const model::Onboarding& run_of(const Work& work) {
  return *work.session.find<model::Onboarding>(run_id);
}

void edit(Work& work, FunctionRef<void(model::Onboarding&)> change) {
  REQUIRE(work.session.edit<model::Onboarding>(run_id, "Edit", "", change));
}

std::string file_of(const Work& work) {
  return work.session.export_document(run_ref);
}

ImportPlan plan_of(const Work& work, const std::string& bytes) {
  return work.session.plan_import(std::vector<FileIn>{{"theirs.json", bytes, {}}});
}

bool has_note(const model::Onboarding& run, std::string_view id) {
  for (const model::Note& one : run.notes)
    if (one.id == id) return true;
  return false;
}

TEST_CASE("what two people did in their copies of a run is in the one that is made of them") {
  Work mine, theirs;
  edit(mine, [](model::Onboarding& run) {
    note(run, "mine", "Ours to decide");
    record(run, "sizing-for-peak").person = "Aino Salmi";
  });
  edit(theirs, [](model::Onboarding& run) {
    note(run, "theirs", "Theirs to ask");
    record(run, "sizing-for-peak").evidence.push_back("sizing.pdf");
  });
  const ImportPlan plan = plan_of(mine, file_of(theirs));
  REQUIRE(plan.items.size() == 1);
  REQUIRE(plan.items[0].action == ImportAction::merge);
  CHECK(plan.items[0].merge->has_base);  // as it was shipped
  CHECK(plan.items[0].merge->conflicts.empty());
  const std::string before = file_of(mine);
  REQUIRE(mine.session.apply_import(plan));
  model::Onboarding run = run_of(mine);
  CHECK(has_note(run, "mine"));
  CHECK(has_note(run, "theirs"));
  CHECK(record(run, "sizing-for-peak").person == "Aino Salmi");
  CHECK(record(run, "sizing-for-peak").evidence.back() == "sizing.pdf");
  mine.session.undo();
  CHECK(file_of(mine) == before);
}

TEST_CASE("of what both changed one is chosen, each thing for itself") {
  Work mine, theirs;
  edit(mine, [](model::Onboarding& run) {
    run.target = *Date::from(2027, 3, 5);
    record(run, "sizing-for-peak").person = "Aino Salmi";
  });
  edit(theirs, [](model::Onboarding& run) {
    run.target = *Date::from(2027, 4, 2);
    record(run, "sizing-for-peak").person = "Jari Koski";
  });
  ImportPlan plan = plan_of(mine, file_of(theirs));
  RunMerge& merge = *plan.items.at(0).merge;
  REQUIRE(merge.conflicts.size() == 2);
  for (RunConflict& one : merge.conflicts) {
    CHECK(one.can_choose);
    REQUIRE(one.conflicts.size() == 1);
    if (one.pointer == "/target") {
      CHECK(one.conflicts[0].ours == "2027-03-05");
      CHECK(one.conflicts[0].theirs == "2027-04-02");
    } else {
      CHECK(one.conflicts[0].theirs == "Jari Koski");
      one.take_theirs = true;
    }
  }
  REQUIRE(mine.session.apply_import(plan));
  model::Onboarding run = run_of(mine);
  CHECK(run.target == *Date::from(2027, 3, 5));
  CHECK(record(run, "sizing-for-peak").person == "Jari Koski");
}

TEST_CASE("a copy is merged over what was handed out to its owner, not over what went to another") {
  Work mine, bob;
  const auto text_of = [](const Work& work, std::string_view id) {
    for (const model::Note& one : run_of(work).notes)
      if (one.id == id) return one.text;
    return std::string();
  };
  edit(mine, [](model::Onboarding& run) { note(run, "plan", "first"); });
  const std::string first = file_of(mine);
  mine.session.handed_out(run_ref);
  edit(mine, [](model::Onboarding& run) {
    run.notes.back().text = "second";
    run.target = *Date::from(2027, 3, 5);
  });
  mine.session.handed_out(run_ref);
  edit(mine, [](model::Onboarding& run) { record(run, "sizing-for-peak").person = "Aino Salmi"; });

  REQUIRE(bob.session.apply_import(plan_of(bob, first)));
  edit(bob, [](model::Onboarding& run) { note(run, "bob", "I was here"); });
  const auto merge_bobs = [&] {
    const ImportPlan plan = plan_of(mine, file_of(bob));
    REQUIRE(plan.items.size() == 1);
    CHECK(plan.items[0].merge->conflicts.empty());
    REQUIRE(mine.session.apply_import(plan));
    CHECK(text_of(mine, "plan") == "second");
    CHECK(run_of(mine).target == *Date::from(2027, 3, 5));
  };
  merge_bobs();
  CHECK(has_note(run_of(mine), "bob"));
  // The copy that came in is the next one's base: only Bob has changed his note since.
  edit(bob, [](model::Onboarding& run) { run.notes.back().text = "And am still"; });
  merge_bobs();
  CHECK(text_of(mine, "bob") == "And am still");
}

TEST_CASE("without a former copy nothing is lost either, and what differs is asked") {
  model::Onboarding mine, theirs;
  mine.id = theirs.id = "run";
  mine.name = "Mine";
  theirs.name = "Theirs";
  note(mine, "same", "Both");
  note(theirs, "same", "Both");
  note(mine, "a", "Only mine");
  note(theirs, "b", "Only theirs");
  record(mine, "x").state = ItemState::in_progress;
  record(theirs, "x").state = ItemState::done;
  record(theirs, "y").state = ItemState::done;
  auto merge = merge_copies(mine, theirs, {});
  REQUIRE(merge);
  CHECK_FALSE(merge->has_base);
  model::Onboarding run = merge->chosen();
  CHECK(run.notes.size() == 3);
  CHECK(run.name == "Mine");
  CHECK(record(run, "x").state == ItemState::in_progress);
  CHECK(record(run, "y").state == ItemState::done);
  for (RunConflict& one : merge->conflicts) one.take_theirs = true;
  run = merge->chosen();
  CHECK(run.notes.size() == 3);
  CHECK(run.name == "Theirs");
  CHECK(record(run, "x").state == ItemState::done);
}

TEST_CASE("runs of others are not merged") {
  model::Onboarding mine, theirs;
  mine.id = theirs.id = "run";
  mine.customer = "a";
  theirs.customer = "b";
  CHECK_FALSE(merge_copies(mine, theirs, {}));
}

TEST_CASE("copies are stored, few of each run, and found again after a restart") {
  Work work;
  for (int day = 1; day <= 12; ++day) {
    edit(work, [&](model::Onboarding& run) { run.target = *Date::from(2027, 5, day); });
    work.session.handed_out(run_ref);
  }
  work.session.handed_out(run_ref);  // the same again is no other copy
  work.now += 2;
  std::string copies;
  const auto kept = work.store();
  for (const auto& request : kept)
    if (request.key.find("/copies/") != std::string::npos) copies = request.bytes;
  const auto stored = read_copies(copies);
  REQUIRE(static_cast<std::ptrdiff_t>(stored.size()) == most_copies_of_run);
  CHECK(stored.front().target == Date::from(2027, 5, 5));
  CHECK(stored.back().target == Date::from(2027, 5, 12));
  CHECK(document::equal(kind_type(Kind::onboarding), &stored.back(), &run_of(work)));

  // Another session finds them: what was handed out first is the base.
  const std::string now = file_of(work);
  std::vector<Record> records;
  for (const auto& request : kept) records.push_back({request.key, request.bytes});
  web::Session session([] { return 100.0; });
  session.start(records, tests::shipped_bundle(), tests::test_day());
  std::string theirs = now;
  theirs.replace(theirs.find("\"target\": \"2027-05-12\""), 22, "\"target\": \"2027-05-13\"");
  const ImportPlan plan = session.plan_import(std::vector<FileIn>{{"theirs.json", theirs, {}}});
  REQUIRE(plan.items.size() == 1);
  CHECK(plan.items[0].merge->conflicts.empty());
}

}  // namespace
}  // namespace dealwright::web
