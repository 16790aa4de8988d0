#include "web/panels/app_window.hpp"

#include <algorithm>
#include <array>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/web/app/work.hpp"
#include "tests/web/panels/screen.hpp"
#include "web/panels/route.hpp"
#include "web/platform/null/null_platform.hpp"

namespace dealwright::web {
namespace {

TEST_CASE("every panel draws every shipped document without a complaint, broken ones too") {
  Screen screen(tests::bundle_with_violations());
  static constexpr std::array<const char*, deal_tabs> tabs{"",         "/quote",      "/schedule",
                                                           "/margins", "/guardrails", "/document"};
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

}  // namespace
}  // namespace dealwright::web
