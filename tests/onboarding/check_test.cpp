#include "core/onboarding/check.hpp"

#include <doctest/doctest.h>

#include "tests/onboarding/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::onboarding;
using tests::item;
using tests::pointer_of;
using tests::template_with;

Diagnostics checked(const model::Template& onboarding) {
  Diagnostics diagnostics;
  check_template(onboarding, "/templates/4", diagnostics);
  return diagnostics;
}

TEST_CASE("a template in order") {
  CHECK(checked(template_with({item("a"), item("b", 1, {"a"})})).empty());
}

TEST_CASE("ids that lead nowhere or to two places") {
  auto onboarding = template_with({item("contract"), item("b", 1, {"contract", "contrcat"}), item("contract")});
  onboarding.items[0].stage = "tow";
  onboarding.items[1].track = "tehnical";
  onboarding.items[2].due = model::DueRule{model::DueFrom::item, {}, "contrac", 3};
  onboarding.certifications.push_back({"small", "Small", model::Complexity::small, {}, {}, "too", {"b", "missing"}});
  onboarding.stages.push_back(onboarding.stages[0]);
  const Diagnostics diagnostics = checked(onboarding);
  CHECK(diagnostics.size() == 8);
  const Diagnostic* const prerequisite = tests::find_code(diagnostics, "playbook.unknown_prerequisite");
  REQUIRE(prerequisite != nullptr);
  CHECK(prerequisite->pointer == "/templates/4/items/1/after/1");
  CHECK(prerequisite->nearest == "contract");
  CHECK(pointer_of(diagnostics, "playbook.unknown_stage") == "/templates/4/items/0/stage");
  CHECK(tests::find_code(diagnostics, "playbook.unknown_stage")->nearest == "two");
  CHECK(pointer_of(diagnostics, "playbook.unknown_track") == "/templates/4/items/1/track");
  CHECK(pointer_of(diagnostics, "playbook.unknown_due_item") == "/templates/4/items/2/due/item");
  CHECK(pointer_of(diagnostics, "playbook.unknown_item") == "/templates/4/certifications/0/items/1");
  CHECK(pointer_of(diagnostics, "playbook.repeated_id") == "/templates/4/stages/2/id");
  CHECK(diagnostics[1].pointer == "/templates/4/items/2/id");
  CHECK(diagnostics[1].message == "\"contract\" is the id of item 1 already");
}

TEST_CASE("one diagnostic for each cycle, with its path") {
  const Diagnostics diagnostics = checked(template_with({item("x"), item("a", 1, {"x", "b"}), item("b", 1, {"a"})}));
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "playbook.cycle");
  CHECK(diagnostics[0].pointer == "/templates/4/items/1/after/1");
  CHECK(diagnostics[0].message.find("a -> b -> a") != std::string::npos);
}

TEST_CASE("an item due after itself, a prerequisite twice") {
  auto onboarding = template_with({item("a"), item("b", 1, {"a", "a"})});
  onboarding.items[0].due = model::DueRule{model::DueFrom::item, {}, "a", 0};
  const Diagnostics diagnostics = checked(onboarding);
  REQUIRE(diagnostics.size() == 2);
  CHECK(pointer_of(diagnostics, "playbook.due_by_itself") == "/templates/4/items/0/due/item");
  CHECK(pointer_of(diagnostics, "playbook.repeated_prerequisite") == "/templates/4/items/1/after/1");
  CHECK(diagnostics[1].severity == Severity::warning);
}

TEST_CASE("a version that is there twice") {
  const std::vector<model::Template> templates = {template_with({item("a")}), template_with({item("a")})};
  CHECK(pointer_of(check_templates(templates, {}), "playbook.repeated_version") == "/templates/1/version");
}

}  // namespace
