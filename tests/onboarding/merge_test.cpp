#include "core/onboarding/merge.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/onboarding/fixtures.hpp"
#include "tests/onboarding/merge_runs.hpp"

namespace {

using namespace dealwright;
using onboarding::merge_runs;
using tests::day;
using tests::run_of;

TEST_CASE("copies of different runs are refused by what they differ in") {
  const auto base = run_of({});
  auto theirs = base;
  theirs.partner = "other";
  theirs.customer = "shop";
  const auto refused = merge_runs(base, base, theirs);
  CHECK(!refused.run);
  REQUIRE(refused.diagnostics.size() == 2);
  CHECK(to_line(refused.diagnostics[0]) ==
        "#/partner: error: theirs is no copy of the base's run: its partner is \"other\", the base's \"studio\" "
        "(expected copies of one run) [merge.unrelated]");
  CHECK(refused.diagnostics[1].message ==
        "theirs is no copy of the base's run: its customer is \"shop\", the base's none");
  auto ours = base;
  ours.id = "another";
  ours.playbook = "elsewhere";
  ours.template_id = "customers";
  const auto both = merge_runs(base, ours, base);
  REQUIRE(both.diagnostics.size() == 3);
  CHECK(both.diagnostics[0].pointer == "/id");
  CHECK(both.diagnostics[1].pointer == "/playbook");
  CHECK(both.diagnostics[2].pointer == "/template_id");
}

TEST_CASE("a state that both changed differently is a conflict with its day and reason") {
  using enum model::ItemState;
  const auto base = run_of({{"a", to_do, "", "", {}, {}, {}}});
  auto ours = base;
  auto theirs = base;
  ours.items[0].state = blocked;
  theirs.items[0].state = done;
  theirs.items[0].finished = day("2026-03-04");
  theirs.items[0].evidence = {"a.pdf"};
  const auto merged = merge_runs(base, ours, theirs);
  REQUIRE(merged.run);
  CHECK(merged.run->items[0].state == blocked);
  CHECK(!merged.run->items[0].finished.is_stated());
  CHECK(merged.run->items[0].evidence == std::vector<std::string>{"a.pdf"});
  REQUIRE(merged.conflicts.size() == 2);
  CHECK(merged.conflicts[0].pointer == "/items/0/state");
  CHECK(merged.conflicts[0].theirs == "done");
  CHECK(merged.conflicts[1] == document::Conflict{document::ConflictKind::changed, "/items/0/finished",
                                                  "Item record a > Finished", "", "", "2026-03-04"});
}

TEST_CASE("a day of finish does not stand beside the other side's open state") {
  using enum model::ItemState;
  const auto base = run_of({{"a", done, "", "", {}, {}, {}}});
  auto ours = base;
  auto theirs = base;
  ours.items[0].state = in_progress;
  theirs.items[0].finished = day("2026-03-04");
  auto merged = merge_runs(base, ours, theirs);
  CHECK(merged.run->items[0].state == in_progress);
  CHECK(!merged.run->items[0].finished.is_stated());
  REQUIRE(merged.conflicts.size() == 1);
  CHECK(merged.conflicts[0].pointer == "/items/0/finished");
  CHECK(merged.conflicts[0].theirs == "2026-03-04");
  merged = merge_runs(base, theirs, ours);
  CHECK(merged.run->items[0].state == done);
  CHECK(merged.run->items[0].finished == day("2026-03-04"));
  REQUIRE(merged.conflicts.size() == 1);
  CHECK(merged.conflicts[0] == document::Conflict{document::ConflictKind::changed, "/items/0/state",
                                                  "Item record a > State", "done", "done", "in_progress"});
}

TEST_CASE("an item does not end before the other side's start") {
  using enum model::ItemState;
  const auto base = run_of({{"a", done, "", "", {}, {}, {"a.pdf"}}});
  auto ours = base;
  auto theirs = base;
  ours.items[0].finished = day("2026-03-10");
  theirs.items[0].started = day("2026-03-16");
  const auto merged = merge_runs(base, ours, theirs);
  CHECK(merged.run->items[0].finished == day("2026-03-10"));
  CHECK(!merged.run->items[0].started.is_stated());
  REQUIRE(merged.conflicts.size() == 1);
  CHECK(merged.conflicts[0].pointer == "/items/0/started");
  CHECK(merged.conflicts[0].theirs == "2026-03-16");
}

TEST_CASE("an item is not done beside the removal of its evidence") {
  using enum model::ItemState;
  const auto base = run_of({{"a", in_progress, "", "", {}, {}, {"a.pdf"}}});
  auto ours = base;
  auto theirs = base;
  ours.items[0].state = done;
  theirs.items[0].evidence = {};
  auto merged = merge_runs(base, ours, theirs);
  CHECK(merged.run->items[0].state == done);
  CHECK(merged.run->items[0].evidence == std::vector<std::string>{"a.pdf"});
  REQUIRE(merged.conflicts.size() == 1);
  CHECK(merged.conflicts[0] == document::Conflict{document::ConflictKind::changed, "/items/0/evidence",
                                                  "Item record a > Evidence", "a.pdf", "a.pdf", ""});
  merged = merge_runs(base, theirs, ours);
  CHECK(merged.run->items[0].state == in_progress);
  CHECK(merged.run->items[0].evidence.empty());
  CHECK(merged.conflicts.size() == 1);
  // Done without evidence, by one side alone, is that side's word.
  const auto plain = run_of({{"a", in_progress, "", "", {}, {}, {}}});
  theirs = plain;
  theirs.items[0].state = done;
  merged = merge_runs(plain, plain, theirs);
  CHECK(merged.run->items[0].state == done);
  CHECK(merged.conflicts.empty());
}

}  // namespace
