#include "core/onboarding/update.hpp"

#include <doctest/doctest.h>

#include "tests/onboarding/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::onboarding;
using tests::item;
using tests::template_with;

using Ids = std::vector<std::string>;

TEST_CASE("what an update changes, by hand") {
  auto from = template_with({item("a", 2), item("b", 1, {"a"}), item("c"), item("d"), item("e", 1, {"d", "b"})});
  auto to = template_with({item("new", 3), item("a", 4), item("b", 1, {"new"}), item("d"), item("e", 1, {"b", "d"})});
  from.version = 1;
  to.version = 2;
  to.items[1].mandatory = true;
  to.items[3].due = model::DueRule{model::DueFrom::start, {}, "", 4};
  to.items[0].stage = "two";
  model::Onboarding run;
  run.items = {{"c", model::ItemState::in_progress, "", "", {}, {}, {"a.pdf", "b.pdf"}},
               {"a", model::ItemState::done, "", "", {}, {}, {}}};
  run.notes.resize(3);
  run.notes[0].item = run.notes[2].item = "c";
  const TemplateUpdate update = what_an_update_changes(from, to, run);
  CHECK(update.template_id == "partners");
  CHECK(update.from_version == 1);
  CHECK(update.to_version == 2);
  REQUIRE(update.added.size() == 1);
  CHECK(update.added[0].item == "new");
  CHECK(update.added[0].stage == "two");
  CHECK_FALSE(update.added[0].recorded.has_value());
  REQUIRE(update.removed.size() == 1);
  CHECK(update.removed[0].item == "c");
  CHECK(update.removed[0].recorded == model::ItemState::in_progress);
  CHECK(update.removed[0].evidence == 2);
  CHECK(update.removed[0].notes == 2);
  // The order of prerequisites says nothing, so e is as it was.
  REQUIRE(update.changed.size() == 3);
  CHECK(update.changed[0].item == "a");
  CHECK(update.changed[0].fields == Ids{"days", "mandatory"});
  CHECK(update.changed[0].recorded == model::ItemState::done);
  CHECK(update.changed[1].item == "b");
  CHECK(update.changed[1].fields.empty());
  CHECK(update.changed[1].prerequisites_added == Ids{"new"});
  CHECK(update.changed[1].prerequisites_removed == Ids{"a"});
  CHECK(update.changed[2].fields == Ids{"due"});
}

TEST_CASE("every field of an item is compared") {
  const auto from = template_with({item("a")});
  const auto changed = [&](void (*change)(model::TemplateItem&)) {
    auto to = from;
    change(to.items[0]);
    const TemplateUpdate update = what_an_update_changes(from, to, {});
    return update.changed.empty() ? Ids{} : update.changed[0].fields;
  };
  CHECK(changed([](model::TemplateItem&) {}).empty());
  CHECK(changed([](model::TemplateItem& one) { one.name = "x"; }) == Ids{"name"});
  CHECK(changed([](model::TemplateItem& one) { one.help = "x"; }) == Ids{"help"});
  CHECK(changed([](model::TemplateItem& one) { one.stage = "x"; }) == Ids{"stage"});
  CHECK(changed([](model::TemplateItem& one) { one.track = "x"; }) == Ids{"track"});
  CHECK(changed([](model::TemplateItem& one) { one.owner = "x"; }) == Ids{"owner"});
  CHECK(changed([](model::TemplateItem& one) { one.enables = {"x"}; }) == Ids{"enables"});
  CHECK(changed([](model::TemplateItem& one) { one.evidence = "x"; }) == Ids{"evidence"});
}

TEST_CASE("a record that an added item takes up") {
  model::Onboarding run;
  run.items = {{"b", model::ItemState::done, "", "", {}, {}, {}}};
  const auto update = what_an_update_changes(template_with({}), template_with({item("b")}), run);
  CHECK(update.added[0].recorded == model::ItemState::done);
}

}  // namespace
