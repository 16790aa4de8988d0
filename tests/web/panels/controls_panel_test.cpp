// A customer's controls, risks and standard share as they are seen and changed.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/governance/lookup.hpp"
#include "core/report/governance_tables.hpp"
#include "tests/web/panels/screen.hpp"

namespace dealwright::web {
namespace {

// The page of scenarios/customers/fjordline.json, all of it in sight.
struct CustomerScreen : Screen {
  explicit CustomerScreen(float width = 1280) : Screen(tests::shipped_bundle(), width, 9000) {
    go("customer/fjordline");
  }

  const report::GovernedCustomer& governed() {
    for (const auto& one : app.session().governance("kite-and-anchor")->customers)
      if (one.customer == "fjordline") return one;
    FAIL("fjordline is not governed");
    return app.session().governance("kite-and-anchor")->customers.front();
  }
  const model::ControlStatus* stated(std::string_view control) {
    for (const auto& one : app.session().find<model::Customer>("fjordline")->controls)
      if (one.control == control) return &one;
    return nullptr;
  }
};

TEST_CASE("the mirror names every control, and the counts are those of the document") {
  CustomerScreen screen;
  const auto& session = screen.app.session();
  for (const auto& control : session.find<model::Playbook>("commerce")->controls)
    CHECK_MESSAGE(screen.says(control.name), control.name);
  // By hand from scenarios/customers/fjordline.json: four are verified with evidence, one is in place.
  CHECK(screen.governed().controls.counts.verified == 4);
  CHECK(screen.governed().controls.counts.in_place == 5);
  CHECK(screen.says(fmt::format("5 of {} controls in place, 4 verified", screen.governed().controls.counts.required)));
}

TEST_CASE("a verified control without evidence counts as in place only") {
  CustomerScreen screen;
  CHECK_FALSE(screen.says("in place only"));
  screen.platform.activate(screen.item(Role::textbox, "Evidence of Encryption in transit and at rest"),
                           MirrorAction::change, "");
  screen.frames(3);
  REQUIRE(screen.stated("encryption")->state == model::ControlState::verified);
  CHECK(screen.stated("encryption")->evidence.empty());
  CHECK(screen.governed().controls.counts.verified == 3);
  CHECK(screen.governed().controls.counts.in_place == 5);
  CHECK(screen.says("in place only"));
  CHECK(screen.item(Role::combobox, "State of Encryption in transit and at rest").value == "Verified");
  screen.app.session().undo();
  CHECK(screen.governed().controls.counts.verified == 4);
}

TEST_CASE("state and owner of a control that was not stated are, with the day") {
  CustomerScreen screen;
  REQUIRE(screen.stated("patching") == nullptr);
  screen.press(Role::combobox, "State of Patching");
  screen.platform.activate(screen.item(Role::option, "In place"));
  screen.platform.frame([&] { screen.app.frame(); });
  CHECK(screen.governed().controls.counts.in_place == 6);
  screen.frames(2);
  screen.platform.activate(screen.item(Role::textbox, "Owner of Patching"), MirrorAction::change, "Jana Vogt");
  screen.frames(3);
  REQUIRE(screen.stated("patching") != nullptr);
  CHECK(screen.stated("patching")->state == model::ControlState::in_place);
  CHECK(screen.stated("patching")->owner == "Jana Vogt");
  CHECK(screen.stated("patching")->on == screen.platform.today());
  screen.app.session().undo();
  screen.app.session().undo();
  CHECK(screen.stated("patching") == nullptr);
}

TEST_CASE("the filter leaves what is missing, and nothing else") {
  CustomerScreen screen;
  screen.press(Role::checkbox, "Only what is missing");
  CHECK(screen.platform.find(Role::row, "Encryption in transit and at rest") == nullptr);
  CHECK(screen.platform.find(Role::row, "Monitoring of business flows") == nullptr);
  CHECK(screen.platform.find(Role::row, "Patching") != nullptr);
  CHECK(screen.platform.find(Role::row, "Rollback rehearsed") != nullptr);
}

TEST_CASE("risks tell what raised them, and the standard share its aim") {
  CustomerScreen screen;
  REQUIRE_FALSE(screen.governed().risks.empty());
  for (const auto& risk : screen.governed().risks) {
    CHECK_MESSAGE(screen.says(risk.name), risk.name);
    CHECK(screen.says(risk.effect));
    CHECK(screen.says(risk.mitigation));
    for (const auto& trigger : risk.raised_by) {
      CHECK_MESSAGE(screen.says(trigger.condition), trigger.condition);
      CHECK(screen.says(trigger.value));
    }
  }
  REQUIRE(screen.governed().standard.has_value());
  CHECK(screen.item(Role::image, report::standard_text(*screen.governed().standard)).width > 0);
}

TEST_CASE("a customer without a partner is asked for it, and one whose partner has no playbook is led there") {
  CustomerScreen screen;
  Session& session = screen.app.session();
  session.edit<model::Customer>("fjordline", "", "", [](model::Customer& customer) { customer.partner = "gone"; });
  screen.frames(3);
  CHECK(screen.says("There is no partner \"gone\"."));
  screen.press(Role::combobox, "Partner");
  screen.press(Role::option, session.find<model::Partner>("mercier")->name);
  CHECK(session.find<model::Customer>("fjordline")->partner == "mercier");
  CHECK_FALSE(screen.says("No controls yet"));
  session.edit<model::Partner>("mercier", "", "", [](model::Partner& partner) { partner.playbook.clear(); });
  screen.frames(3);
  CHECK(screen.says("names no playbook"));
  screen.press(Role::button, "Open the partner");
  CHECK(screen.app.view().shown() == DocumentRef{Kind::partner, "mercier"});
}

TEST_CASE("a customer that names no partner is shown as the first with a playbook has it, and the others are told") {
  CustomerScreen screen;
  Session& session = screen.app.session();
  session.edit<model::Customer>("fjordline", "", "", [](model::Customer& customer) { customer.partner.clear(); });
  std::vector<std::string> deals;
  for (const auto& deal : session.programme().deals)
    if (deal.customer == "fjordline") deals.push_back(deal.id);
  REQUIRE(deals.size() > 1);
  session.edit<model::Deal>(deals[0], "", "", [](model::Deal& deal) { deal.partner = "mercier"; });
  session.edit<model::Partner>("mercier", "", "", [](model::Partner& partner) { partner.playbook.clear(); });
  screen.frames(3);
  CHECK_FALSE(screen.says("No controls yet"));
  CHECK(screen.says("2 partners have deals with this customer."));
}

TEST_CASE("a customer without controls draws in a narrow window") {
  CustomerScreen screen(360);
  screen.app.session().edit<model::Customer>("fjordline", "", "",
                                             [](model::Customer& customer) { customer.controls.clear(); });
  screen.frames(3);
  CHECK(screen.governed().controls.counts.in_place == 0);
}

}  // namespace
}  // namespace dealwright::web
