#include "web/editor/form.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/web/app/work.hpp"
#include "web/platform/null/null_platform.hpp"
#include "web/ui/ui.hpp"

namespace dealwright::web {
namespace {

using tests::Work;

constexpr const char* deal_id = "case-1-fjordline-dedicated";
const DocumentRef deal_ref{Kind::deal, deal_id};

// A window with a form alone.
struct Screen {
  NullPlatform platform{900, 3000};
  ui::Ui ui{platform};
  Form form;

  void frames(Session& session, const DocumentRef& ref, int count = 3, const FormOptions& options = {}) {
    for (int at = 0; at < count; ++at) {
      platform.frame([&] {
        ui.begin_frame(platform.take_events().mirror);
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::Begin("form", nullptr, ImGuiWindowFlags_NoDecoration);
        form.draw(session, ref, options);
        ImGui::End();
        ui.end_frame();
      });
    }
    for (const std::string& complaint : platform.complaints) FAIL_CHECK(complaint);
    for (const std::string& forgotten : ui.mirror().forgotten()) FAIL_CHECK(forgotten);
    platform.complaints.clear();
  }

  const MirrorItem& item(Role role, std::string_view name) {
    const MirrorItem* const found = platform.find(role, name);
    REQUIRE_MESSAGE(found != nullptr, std::string(name));
    return *found;
  }
};

TEST_CASE("every shipped document's form is drawn without a complaint, closed and open") {
  Work work;
  Screen screen;
  for (std::size_t at = 0; at < kind_count; ++at) {
    std::size_t drawn = 0;
    for (const auto& entry : work.session.documents(static_cast<Kind>(at))) {
      if (++drawn > 6) break;
      CAPTURE(to_string(entry.ref));
      screen.frames(work.session, entry.ref, 2);
      // Whatever can be opened is, level by level.
      for (int level = 0; level < 4; ++level) {
        bool opened = false;
        for (const MirrorItem& item : screen.platform.mirror) {
          if (item.expanded != 0 || item.role == Role::combobox || opened) continue;
          screen.platform.activate(item);
          opened = true;
        }
        screen.frames(work.session, entry.ref, 2);
      }
    }
  }
  CHECK_FALSE(work.session.can_undo());
}

TEST_CASE("a number that is changed in the page is one command, and the deal follows") {
  Work work;
  Screen screen;
  screen.frames(work.session, deal_ref);
  work.settle();
  const Money before = work.session.evaluation(deal_id)->pricing.totals.tcv;
  screen.platform.activate(screen.item(Role::spinbutton, "Deal discount"), MirrorAction::change, "8");
  screen.frames(work.session, deal_ref);
  CHECK(work.session.find<model::Deal>(deal_id)->discount == Decimal::from_micro(80'000));
  CHECK(work.session.evaluation(deal_id)->pricing.totals.tcv.minor < before.minor);
  CHECK(work.session.history().done() == 1);
  work.session.undo();
  screen.frames(work.session, deal_ref);
  CHECK(screen.item(Role::spinbutton, "Deal discount").value.find("5") != std::string::npos);
}

TEST_CASE("nonsense in a number's field is told there and changes nothing") {
  Work work;
  Screen screen;
  screen.frames(work.session, deal_ref);
  for (const char* nonsense : {"ten", "1e400", "--5", "900", "\xf0\x9f\x98\x80", "<b>5</b>"}) {
    CAPTURE(std::string(nonsense));
    screen.platform.activate(screen.item(Role::spinbutton, "Deal discount"), MirrorAction::change, nonsense);
    screen.frames(work.session, deal_ref);
    CHECK(screen.item(Role::spinbutton, "Deal discount").invalid);
    CHECK_FALSE(work.session.can_undo());
  }
}

TEST_CASE("a form shows a part alone, and a switch states an optional part") {
  Work work;
  Screen screen;
  FormOptions options;
  options.fields = {"discount", "commitment"};
  screen.frames(work.session, deal_ref, 3, options);
  CHECK(screen.platform.find(Role::spinbutton, "Term") == nullptr);
  screen.platform.activate(screen.item(Role::checkbox, "Commitment"));
  screen.frames(work.session, deal_ref, 3, options);
  CHECK(work.session.find<model::Deal>(deal_id)->commitment.has_value());
  CHECK(screen.platform.find(Role::spinbutton, "Amount") != nullptr);
}

TEST_CASE("what is to be seen is opened") {
  Work work;
  Screen screen;
  screen.frames(work.session, deal_ref);
  CHECK(screen.platform.find(Role::spinbutton, "First month") == nullptr);
  screen.form.reveal("/lines/3/start_month");
  screen.frames(work.session, deal_ref);
  CHECK(screen.platform.find(Role::spinbutton, "First month") != nullptr);
}

TEST_CASE("an open element of a list stays open where it is moved to, and closes with its removal") {
  Work work;
  Screen screen;
  const auto deal = [&] { return work.session.find<model::Deal>(deal_id); };
  screen.form.reveal("/lines/3/start_month");
  screen.frames(work.session, deal_ref);
  const std::string moved = deal()->lines[3].component;
  // Line 3 alone is open, so these buttons are its own.
  for (int times = 1; times <= 2; ++times) {
    const auto up =
        std::find_if(screen.platform.mirror.begin(), screen.platform.mirror.end(), [](const MirrorItem& item) {
          return item.role == Role::button && item.name.starts_with("Move up") && item.disabled == false;
        });
    REQUIRE(up != screen.platform.mirror.end());
    screen.platform.activate(MirrorItem(*up));
    screen.frames(work.session, deal_ref);
    CHECK(deal()->lines[static_cast<std::size_t>(3 - times)].component == moved);
  }
  const auto remove =
      std::find_if(screen.platform.mirror.begin(), screen.platform.mirror.end(),
                   [](const MirrorItem& item) { return item.role == Role::button && item.name.starts_with("Remove"); });
  REQUIRE(remove != screen.platform.mirror.end());
  screen.platform.activate(MirrorItem(*remove));
  screen.frames(work.session, deal_ref);
  CHECK(deal()->lines.size() == 4);
  CHECK(screen.platform.find(Role::spinbutton, "First month") == nullptr);
}

}  // namespace
}  // namespace dealwright::web
