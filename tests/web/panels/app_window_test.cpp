#include "web/panels/app_window.hpp"

#include <algorithm>
#include <array>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <imgui.h>

#include "tests/web/app/work.hpp"
#include "tests/web/panels/screen.hpp"
#include "web/panels/route.hpp"
#include "web/platform/null/null_platform.hpp"

namespace dealwright::web {
namespace {

TEST_CASE("every panel draws every shipped document without a complaint, broken ones too") {
  Screen screen(tests::bundle_with_violations());
  static constexpr std::array<const char*, deal_tabs> tabs{"",         "/quote",      "/schedule",   "/margins",
                                                           "/return",  "/partner",    "/simulation", "/sensitivity",
                                                           "/compare", "/guardrails", "/document"};
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    for (const auto& entry : screen.app.session().documents(static_cast<Kind>(kind))) {
      const std::string address = to_string(entry.ref);
      for (const char* tab : tabs) {
        if (*tab != '\0' && entry.ref.kind != Kind::deal) break;
        CAPTURE(address + tab);
        screen.go(address + tab);
        CHECK(address_of(screen.app.view()) == address + tab);
        CHECK(screen.says(entry.name));
      }
    }
  }
  screen.go("diagnostics");
  CHECK(screen.says("Diagnostics"));
}

TEST_CASE("the app draws at every size, in both colours and densities") {
  for (const auto& [width, height] :
       {std::pair{360.0F, 640.0F}, std::pair{1280.0F, 800.0F}, std::pair{2560.0F, 1440.0F}}) {
    Screen screen(tests::shipped_bundle(), width, height);
    for (const char* address : {"", "deal/case-1-fjordline-dedicated", "price_book/emea-2026"}) {
      screen.go(address);
      screen.press(Role::button,
                   screen.platform.find(Role::button, "Dark colours") != nullptr ? "Dark colours" : "Light colours");
      screen.press(Role::button,
                   screen.platform.find(Role::button, "Compact rows") != nullptr ? "Compact rows" : "Comfortable rows");
    }
  }
}

TEST_CASE("a change of the deal's discount shows in the same frame, and is undone and redone") {
  Screen screen;
  screen.go(fmt::format("deal/{}", deal_id));
  screen.platform.settle([&] { screen.app.frame(); });
  auto& session = screen.app.session();
  const Money before = session.evaluation(deal_id)->pricing.totals.tcv;
  REQUIRE(screen.says(to_display(before)));
  const std::int64_t evaluated = session.evaluations();
  screen.platform.activate(screen.item(Role::spinbutton, "Deal discount"), MirrorAction::change, "20");
  screen.platform.frame([&] { screen.app.frame(); });
  const Money after = session.evaluation(deal_id)->pricing.totals.tcv;
  CHECK(after.minor < before.minor);
  CHECK(session.evaluations() >= evaluated + 1);
  screen.platform.frame([&] { screen.app.frame(); });
  CHECK(screen.says(to_display(after)));
  screen.press(Role::button, "Undo");
  CHECK(session.evaluation(deal_id)->pricing.totals.tcv == before);
  CHECK(screen.says(to_display(before)));
  screen.press(Role::button, "Redo");
  CHECK(session.evaluation(deal_id)->pricing.totals.tcv == after);
}

TEST_CASE("a figure says where it comes from") {
  Screen screen;
  screen.go(fmt::format("deal/{}", deal_id));
  screen.app.view().ask(deal_id, "Total contract value", "tcv");
  screen.frames(2);
  CHECK(screen.says("Where this figure comes from"));
  const auto trees = screen.app.session().explain(deal_id, {"tcv", "", std::nullopt});
  REQUIRE(trees);
  CHECK(screen.says(trees->front().value));
  screen.press(Role::button, "Close the explanation");
  CHECK_FALSE(screen.says("Where this figure comes from"));
}

TEST_CASE("the way out of a finding is applied by one press, and undone") {
  Screen screen(tests::bundle_with_violations());
  screen.go("deal/breaks-margin-managed-hosting/guardrails");
  screen.platform.settle([&] { screen.app.frame(); }, 400);
  auto& session = screen.app.session();
  const auto* evaluation = session.evaluation("breaks-margin-managed-hosting");
  REQUIRE(evaluation != nullptr);
  REQUIRE(evaluation->findings.size() == 1);
  screen.press(Role::button, "Apply");
  CHECK(session.evaluation("breaks-margin-managed-hosting")->findings.empty());
  CHECK(screen.says("Every guardrail holds."));
  session.undo();
  CHECK(session.evaluation("breaks-margin-managed-hosting")->findings.size() == 1);
}

TEST_CASE("at rest nothing is drawn") {
  Screen screen;
  screen.platform.settle([&] { screen.app.frame(); }, 1000, 3);
  CHECK(screen.platform.settle([&] { screen.app.frame(); }, 100, 10) == 0);
}

TEST_CASE("a dropped file is shown before it is taken in") {
  Screen screen;
  const std::string deal = screen.app.session().export_document({Kind::deal, deal_id});
  FileIn changed{"deal.json", deal, ""};
  changed.bytes.replace(changed.bytes.find("\"term_months\": "), 17, "\"term_months\": 24");
  screen.platform.incoming.files.push_back(changed);
  screen.platform.incoming.files.push_back({"broken.json", "{\"dealwright\": 1, ", ""});
  screen.frames(3);
  CHECK(screen.app.session().export_document({Kind::deal, deal_id}) == deal);
  CHECK(screen.says("broken.json"));
  screen.press(Role::button, "Import 1 document");
  CHECK(screen.app.session().export_document({Kind::deal, deal_id}) == changed.bytes);
}

TEST_CASE("where saved work cannot be read, nothing is written over it, and that is said") {
  NullPlatform platform;
  platform.resources["programme.json"] = tests::shipped_bundle();
  platform.records["programme/shipped"] = "what is there";
  platform.storage_problem = "The browser does not let this page keep anything.";
  App app(platform);
  const auto frames = [&](int count) {
    for (int i = 0; i < count; ++i) platform.frame([&] { app.frame(); });
  };
  frames(3);
  platform.storage_problem.clear();
  const auto records = platform.records;
  REQUIRE(app.session().edit_text({Kind::deal, deal_id}, "/discount", "0.2"));
  platform.pass(5);
  frames(5);
  CHECK(platform.records == records);
  CHECK(app.session().save_state() == SaveState::failed);
  CHECK(std::any_of(platform.announced.begin(), platform.announced.end(), [](const auto& told) {
    return told.urgent && told.text.find("does not let this page keep") != std::string::npos;
  }));
  const MirrorItem* const button = platform.find(Role::button, "Export the programme");
  REQUIRE(button != nullptr);
  platform.activate(*button);
  frames(3);
  REQUIRE(platform.saved.size() == 1);
  CHECK(platform.saved[0].bytes.find("\"discount\": 0.2") != std::string::npos);
}

TEST_CASE("what is typed stays with its deal when the address leads to another one") {
  Screen screen;
  constexpr const char* other = "case-1-fjordline-shared";
  screen.go(fmt::format("deal/{}", deal_id));
  const Decimal before = screen.app.session().find<model::Deal>(other)->discount;
  screen.platform.activate(screen.item(Role::spinbutton, "Deal discount"), MirrorAction::focus);
  screen.frames(2);
  screen.platform.press_key(ImGuiKey_Backspace, true);
  screen.frames(1);
  screen.platform.press_key(ImGuiKey_Backspace, false);
  screen.platform.type("17");
  screen.frames(3);
  REQUIRE(screen.app.session().find<model::Deal>(deal_id)->discount == Decimal::from_micro(170'000));
  screen.go(fmt::format("deal/{}", other));
  screen.frames(3);
  CHECK(screen.app.session().find<model::Deal>(other)->discount == before);
  CHECK(screen.app.session().find<model::Deal>(deal_id)->discount == Decimal::from_micro(170'000));
}

TEST_CASE("a mistake leads to the field that has it") {
  Screen screen;
  REQUIRE(screen.app.session().edit_text({Kind::deal, deal_id}, "/lines/3/component", "warehouse-automatio"));
  screen.go("diagnostics");
  const auto found =
      std::find_if(screen.platform.mirror.begin(), screen.platform.mirror.end(), [](const MirrorItem& item) {
        return item.role == Role::link && item.name.starts_with("Fjordline Sport moves to") &&
               item.name.ends_with(": Lines > warehouse-automatio > Component");
      });
  REQUIRE(found != screen.platform.mirror.end());
  screen.platform.activate(MirrorItem(*found));
  screen.frames(4);
  CHECK(address_of(screen.app.view()) == fmt::format("deal/{}/document", deal_id));
  CHECK(screen.says("warehouse-automatio"));
}

TEST_CASE("on a narrow window the list of documents opens and lets go again") {
  Screen screen(tests::shipped_bundle(), 420, 800);
  screen.press(Role::button, "Documents");
  screen.press(Role::button, "Close the list");
  REQUIRE(screen.platform.find(Role::button, "Documents") != nullptr);
  screen.press(Role::button, "Documents");
  screen.press(Role::menuitem, "Fjordline Sport, first year on the shared platform");
  CHECK(address_of(screen.app.view()) == "deal/case-1-fjordline-shared");
  CHECK(screen.platform.find(Role::button, "Documents") != nullptr);
}

TEST_CASE("files held above the page are asked to be dropped, and a newer release is offered until it is taken") {
  Screen screen;
  screen.platform.incoming.files_over = true;
  screen.frames(2);
  const int drawn = ImGui::GetForegroundDrawList()->VtxBuffer.Size;
  CHECK(drawn > 0);
  screen.platform.incoming.files_over = false;
  screen.platform.incoming.update_ready = true;
  screen.frames(2);
  CHECK(ImGui::GetForegroundDrawList()->VtxBuffer.Size < drawn);
  screen.platform.pass(60);
  screen.frames(2);
  screen.press(Role::button, "Load it");
  CHECK(screen.platform.updates_taken == 1);
}

TEST_CASE("letters that the app's fonts lack are drawn by the system, the others are not") {
  Screen screen;
  const auto documents = screen.app.session().documents(Kind::deal);
  const auto found = std::find_if(documents.begin(), documents.end(),
                                  [](const auto& one) { return one.name == "北斗部品、卸売パッケージ"; });
  REQUIRE(found != documents.end());
  screen.go(to_string(found->ref));
  const std::u32string& drawn = screen.platform.drawn;
  CHECK(drawn.find(U'北') != std::u32string::npos);
  CHECK(drawn.find(U'ジ') != std::u32string::npos);
  CHECK(std::none_of(drawn.begin(), drawn.end(), [](char32_t letter) { return letter < 0x250; }));
}

TEST_CASE("the focus leaves a text field for an entry, and Enter opens it") {
  Screen screen;
  screen.platform.activate(screen.item(Role::textbox, "Search documents"), MirrorAction::focus);
  screen.frames(3);
  screen.platform.type("own deployment with warehouse");
  screen.frames(3);
  REQUIRE(ImGui::GetIO().WantTextInput);
  screen.platform.activate(
      screen.item(Role::menuitem, "Fjordline Sport moves to an own deployment with warehouse automation"),
      MirrorAction::focus);
  screen.frames(3);
  CHECK_FALSE(ImGui::GetIO().WantTextInput);
  screen.platform.press_key(ImGuiKey_Enter, true);
  screen.frames(1);
  screen.platform.press_key(ImGuiKey_Enter, false);
  screen.frames(3);
  CHECK(screen.app.view().shown() == DocumentRef{Kind::deal, deal_id});
}

}  // namespace
}  // namespace dealwright::web
