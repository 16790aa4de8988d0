// A partner's page: advice, duties, customers and the quarterly review.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/base/lookup.hpp"
#include "core/report/advice_report.hpp"
#include "tests/web/panels/screen.hpp"

namespace dealwright::web {
namespace {

// All of the page in sight.
struct TallScreen : Screen {
  explicit TallScreen(float width = 1280) : Screen(tests::shipped_bundle(), width, 9000) {}

  const model::Partner& partner(const std::string& id) { return *app.session().find<model::Partner>(id); }
  const model::Playbook& playbook(const std::string& of) {
    return *app.session().find<model::Playbook>(partner(of).playbook);
  }
  void choose(std::string_view field, std::string_view option) {
    press(Role::combobox, field);
    platform.activate(item(Role::option, option));
    platform.frame([&] { app.frame(); });
  }
};

std::string name_of(const model::Playbook& playbook, std::string_view capability) {
  return find_id(playbook.capabilities, capability)->name;
}

TEST_CASE("the advice shown is the core's") {
  TallScreen screen;
  screen.go("partner/brightwater");
  // By hand from its capabilities and the playbook's reasons for referral: (4 x 0.8 + 3 x 0.8 + 2 x 0.9 + 1 x 0.9)
  // / 10.
  CHECK(screen.says("suits by 83.0 %"));
  Diagnostics told;
  const auto advice = qualification::advise(screen.playbook("brightwater"), screen.partner("brightwater"), told);
  REQUIRE(advice.recommended == model::OfferModel::referral);
  CHECK(screen.says(report::offer_name(advice, *advice.recommended)));
  for (const auto& line : report::advice_remarks(advice)) CHECK_MESSAGE(screen.says(line), line);
  for (const report::Table& table : report::advice_tables(advice)) {
    if (table.rows.empty()) continue;
    CHECK_MESSAGE(screen.says(table.title), table.title);
    for (const auto& row : table.rows)
      for (const auto& cell : row.cells) CHECK_MESSAGE(screen.says(cell.shown), cell.shown);
  }
  for (const auto& missing : advice.next->missing) CHECK_MESSAGE(screen.says("Lacks " + missing.name), missing.name);
}

TEST_CASE("a level chosen in the interview changes the recommended model in the same frame, and undo takes it back") {
  TallScreen screen;
  Session& session = screen.app.session();
  session.edit<model::Partner>("brightwater", "", "", [](model::Partner& partner) {
    for (auto& one : partner.capabilities)
      if (one.capability == "own-brand" || one.capability == "delivery-team") one.level = Decimal::whole(1);
  });
  session.end_edit();
  screen.go("partner/brightwater");
  // White label still demands a support desk of 30 %.
  REQUIRE(session.advice("brightwater")->advice.recommended == model::OfferModel::referral);
  screen.choose(name_of(screen.playbook("brightwater"), "support-desk"), "100 %, fully");
  CHECK(session.advice("brightwater")->advice.recommended == model::OfferModel::white_label);
  screen.frames(2);
  // (3 x 1 + 4 x 0.5 + 3 x 1 + 2 x 1 + 3 x 0.9) / 15.
  CHECK(screen.says("suits by 84.7 %"));
  session.undo();
  CHECK(session.advice("brightwater")->advice.recommended == model::OfferModel::referral);
}

TEST_CASE("a level may be taken back, and is then asked for") {
  TallScreen screen;
  Session& session = screen.app.session();
  screen.go("partner/brightwater");
  screen.choose(name_of(screen.playbook("brightwater"), "standard-needs"), "Not stated");
  const auto& advice = session.advice("brightwater")->advice;
  REQUIRE(advice.open.size() == 1);
  CHECK(advice.open.front().capability == "standard-needs");
}

TEST_CASE("a party given to a duty mends its gap, and undo opens it again") {
  TallScreen screen;
  Session& session = screen.app.session();
  screen.go("partner/northbeam");
  // 28 of the playbook's 30 duties are listed in scenarios/partners/northbeam.json.
  REQUIRE(session.governance("northbeam")->duties.counts.gaps == 2);
  std::string name;
  for (const auto& duty : session.governance("northbeam")->duties.duties)
    if (duty.holding == governance::Holding::gap) name = duty.name;
  CHECK(screen.says("gap"));
  screen.choose("Accountable for " + name, "Partner");
  CHECK(session.governance("northbeam")->duties.counts.gaps == 1);
  screen.frames(2);
  CHECK(screen.item(Role::combobox, "Accountable for " + name).value == "Partner");
  session.undo();
  CHECK(session.governance("northbeam")->duties.counts.gaps == 2);
}

TEST_CASE("a party chosen for a duty that is assigned twice is the only one left, with the note of the first") {
  TallScreen screen;
  Session& session = screen.app.session();
  screen.go("partner/cargolane");
  REQUIRE(session.governance("cargolane")->duties.counts.twice == 1);
  CHECK(screen.says("assigned twice"));
  const std::string name = find_id(screen.playbook("cargolane").duties, "supports")->name;
  screen.choose("Accountable for " + name, "Third party");
  CHECK(session.governance("cargolane")->duties.counts.twice == 0);
  std::vector<model::DutyHolder> left;
  for (const auto& one : screen.partner("cargolane").duties)
    if (one.duty == "supports") left.push_back(one);
  REQUIRE(left.size() == 1);
  CHECK(left[0].accountable == model::Party::third_party);
  CHECK(left[0].note == "By day, from its own desk.");
}

TEST_CASE("the provider holding what is the partner's is told as a channel conflict") {
  TallScreen screen;
  Session& session = screen.app.session();
  screen.go("partner/mercier");
  const int before = session.governance("mercier")->duties.counts.channel_conflicts;
  screen.choose("Price", "Provider");
  REQUIRE(session.governance("mercier")->duties.counts.channel_conflicts == before + 1);
  screen.frames(2);
  for (const auto& conflict : session.governance("mercier")->duties.conflicts) CHECK(screen.says(conflict.words));
}

TEST_CASE("brand, price and relationship are only said to be the partner's where it holds what protects them") {
  TallScreen screen;
  Session& session = screen.app.session();
  constexpr const char* all_held = "Brand, price and relationship are the partner's.";
  session.edit<model::Partner>("northbeam", "", "", [&](model::Partner& partner) {
    partner.owns = {};
    partner.duties.clear();
    for (const model::Duty& duty : screen.playbook("northbeam").duties)
      if (duty.protects != model::Owned::nothing) partner.duties.push_back({duty.id, model::Party::partner, ""});
  });
  screen.go("partner/northbeam");
  CHECK(screen.says(all_held));
  const std::string id = screen.partner("northbeam").duties.front().duty;
  const std::string name = find_id(screen.playbook("northbeam").duties, id)->name;
  session.edit<model::Partner>("northbeam", "", "", [](model::Partner& partner) {
    partner.duties.front().accountable = model::Party::third_party;
  });
  screen.frames(2);
  CHECK_FALSE(screen.says(all_held));
  CHECK(screen.says("A third party holds the duty \"" + name + "\""));
  session.edit<model::Partner>("northbeam", "", "",
                               [](model::Partner& partner) { partner.duties.erase(partner.duties.begin()); });
  screen.frames(2);
  CHECK_FALSE(screen.says(all_held));
  CHECK(screen.says("Nobody holds the duty \"" + name + "\""));
}

TEST_CASE("every model is named with how it suits, those that are blocked in words, and has one name") {
  TallScreen screen(1000);
  screen.go("partner/brightwater");
  const auto& advice = screen.app.session().advice("brightwater")->advice;
  int blocked = 0;
  for (const auto& offer : advice.offers) {
    const auto& row = screen.item(Role::text, report::offer_name(advice, offer.model));
    CHECK(row.value.ends_with(offer.suits.blocked ? " %, blocked" : " %"));
    blocked += offer.suits.blocked ? 1 : 0;
  }
  CHECK(blocked > 0);
  for (const auto& revenue : advice.revenues) screen.item(Role::text, report::revenue_name(advice, revenue.model));
  CHECK(screen.item(Role::combobox, "Sells").value == report::offer_name(advice, advice.stated));
  screen.press(Role::combobox, "Sells");
  screen.item(Role::option, report::offer_name(advice, model::OfferModel::oem));
}

TEST_CASE("customers, deals and onboarding runs of a partner can be opened") {
  TallScreen screen;
  screen.go("partner/kite-and-anchor");
  screen.press(Role::row, "Fjordline Sport");
  CHECK(screen.app.view().shown() == DocumentRef{Kind::customer, "fjordline"});
  screen.go("partner/kite-and-anchor");
  screen.press(Role::row, "Fjordline Sport, first year on the shared platform");
  CHECK(screen.app.view().shown() == DocumentRef{Kind::deal, "case-1-fjordline-shared"});
  screen.go("partner/kite-and-anchor");
  screen.press(Role::row, screen.app.session().find<model::Onboarding>("kite-and-anchor-onboarding")->name);
  CHECK(screen.app.view().shown() == DocumentRef{Kind::onboarding, "kite-and-anchor-onboarding"});
}

TEST_CASE("the quarterly review opens and is handed over as the runner prints it") {
  TallScreen screen;
  Session& session = screen.app.session();
  screen.go("partner/northbeam");
  CHECK_FALSE(screen.says("Agenda"));
  screen.press(Role::button, "The sheet");
  CHECK(screen.says("Agenda"));
  screen.press(Role::button, "Export as Markdown");
  REQUIRE(screen.platform.saved.size() == 1);
  CHECK(screen.platform.saved[0].name ==
        fmt::format("northbeam-review-{}.md", session.governance("northbeam")->review->quarter));
  CHECK(screen.platform.saved[0].bytes == session.review_markdown("northbeam"));
}

TEST_CASE("a partner without a playbook is offered one, and says what to do where there is none") {
  TallScreen screen;
  Session& session = screen.app.session();
  const std::string playbook = screen.partner("inntal").playbook;
  session.edit<model::Partner>("inntal", "", "", [](model::Partner& partner) { partner.playbook.clear(); });
  screen.go("partner/inntal");
  CHECK(screen.says("Not advised yet"));
  screen.press(Role::button, "Use " + screen.app.session().find<model::Playbook>(playbook)->name);
  CHECK(screen.partner("inntal").playbook == playbook);
  CHECK(session.advice("inntal").has_value());
  session.edit<model::Partner>("inntal", "", "", [](model::Partner& partner) { partner.playbook.clear(); });
  session.remove({Kind::playbook, playbook});
  screen.go("partner/inntal");
  CHECK(screen.says("Add or import one."));
}

TEST_CASE("a partner's page draws in a narrow window") {
  TallScreen screen(360);
  for (const char* id : {"northbeam", "cargolane", "brightwater"}) screen.go(fmt::format("partner/{}", id));
}

}  // namespace
}  // namespace dealwright::web
