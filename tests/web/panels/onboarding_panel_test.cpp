// The onboarding panel: a run as it is led in a workshop, by keyboard.

#include "web/panels/onboarding_panel.hpp"

#include <cmath>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <imgui.h>

#include "core/evaluate.hpp"
#include "core/report/minutes.hpp"
#include "tests/web/panels/screen.hpp"
#include "web/app/checklist_steps.hpp"
#include "web/panels/route.hpp"

namespace dealwright::web {
namespace {

constexpr const char* run_id = "harbour-lane-onboarding";

// The app at a part of a shipped run, on a day in its middle.
struct Run : Screen {
  explicit Run(const std::string& tab, float width = 1280, float height = 800)
      : Screen(tests::shipped_bundle(), width, height) {
    platform.day = *Date::from(2026, 11, 20);
    platform.incoming.visible = true;
    frames(2);
    go(fmt::format("onboarding/{}/{}", run_id, tab));
    frames(3);
  }

  Session& session() { return app.session(); }
  const model::Onboarding& document() { return *session().find<model::Onboarding>(run_id); }
  const onboarding::RunResult& result() {
    REQUIRE(session().onboarding(run_id).has_value());
    return session().onboarding(run_id)->result;
  }
  std::string selected() { return app.view().onboarding.item; }
  ItemForm form() { return app.view().onboarding.form; }
  model::ItemState state(const std::string& item) { return recorded_state(document(), item); }

  void key(ImGuiKeyChord chord) {
    platform.press_key(chord, true);
    frames(1);
    platform.press_key(chord, false);
    frames(3);
  }
  void write(std::string_view words) {
    platform.type(words);
    frames(2);
    key(ImGuiKey_Enter);
  }
  // By keys alone.
  void go_to_item(const std::string& item) {
    key(ImGuiKey_Home);
    for (std::size_t at = 0; at < result().items.size() && selected() != item; ++at) key(ImGuiKey_DownArrow);
    REQUIRE(selected() == item);
  }
  bool announced(std::string_view words) const {
    return std::any_of(platform.announced.begin(), platform.announced.end(),
                       [&](const auto& one) { return one.text.find(words) != std::string::npos; });
  }
};

TEST_CASE("every part of every shipped run draws without a complaint, at its address") {
  Screen screen;
  for (const auto& entry : screen.app.session().documents(Kind::onboarding)) {
    const std::string address = to_string(entry.ref);
    for (const char* tab : {"", "/checklist", "/agenda", "/timeline", "/minutes", "/document"}) {
      CAPTURE(address + tab);
      screen.go(address + tab);
      CHECK(address_of(screen.app.view()) == address + tab);
      CHECK(screen.says(entry.name));
    }
    screen.go(address + "/board");
    CHECK(address_of(screen.app.view()) == address);
  }
}

TEST_CASE("ten items are done by keyboard, and the gates open") {
  Run screen("checklist");
  // Of the shipped run, counted in its document: security responsibilities are missing for the first gate, nine items
  // for the second.
  const auto gates = screen.result().gates;
  REQUIRE(gates[0].missing.size() == 1);
  REQUIRE(gates[1].missing.size() == 9);
  std::vector<std::string> missing = gates[0].missing;
  missing.insert(missing.end(), gates[1].missing.begin(), gates[1].missing.end());
  for (const std::string& item : missing) {
    CAPTURE(item);
    screen.go_to_item(item);
    for (int press = 0; press < 2 && screen.state(item) != model::ItemState::done; ++press) {
      screen.key(ImGuiKey_Space);
      if (screen.form() == ItemForm::evidence) screen.write("Ticket 4711");
    }
    CHECK(screen.state(item) == model::ItemState::done);
    CHECK(find_record(screen.document(), item)->finished == screen.platform.day);
    CHECK(screen.result().gates[1].open == (item == missing.back()));
  }
  CHECK(screen.result().gates[0].open);
  CHECK(screen.announced("The gate of " + gates[0].name + " is open."));
  CHECK(screen.announced("The gate of " + gates[1].name + " is open."));
}

TEST_CASE("space begins an item, then finishes it; Shift takes a step back; each is one command") {
  Run screen("checklist");
  screen.go_to_item("access-model");
  const auto name = find_item(screen.result(), "access-model")->name;
  const std::string before = screen.session().export_document({Kind::onboarding, run_id});
  screen.key(ImGuiKey_Space);
  CHECK(screen.state("access-model") == model::ItemState::in_progress);
  CHECK(find_record(screen.document(), "access-model")->started == screen.platform.day);
  CHECK(screen.session().undo_name() == name + ": in progress");
  screen.key(ImGuiKey_Space);
  CHECK(screen.session().undo_name() == name + ": done");
  screen.key(ImGuiKey_Space);  // done stays done
  CHECK(screen.state("access-model") == model::ItemState::done);
  screen.key(ImGuiMod_Shift | ImGuiKey_Space);
  CHECK(screen.state("access-model") == model::ItemState::in_progress);
  CHECK_FALSE(find_record(screen.document(), "access-model")->finished.is_stated());
  for (int command = 0; command < 3; ++command) screen.session().undo();
  CHECK(screen.session().export_document({Kind::onboarding, run_id}) == before);
}

TEST_CASE("an item that asks for evidence is done only once some is named") {
  Run screen("checklist");
  screen.go_to_item("support-desk");
  screen.key(ImGuiKey_Space);
  CHECK(screen.form() == ItemForm::evidence);
  CHECK(screen.announced("is done once its evidence is named"));
  CHECK(screen.state("support-desk") == model::ItemState::in_progress);
  screen.key(ImGuiKey_Escape);
  CHECK(screen.form() == ItemForm::none);
  CHECK(screen.state("support-desk") == model::ItemState::in_progress);
  screen.key(ImGuiKey_Space);
  screen.write("Desk handbook, page 3");
  CHECK(screen.state("support-desk") == model::ItemState::done);
  CHECK(find_record(screen.document(), "support-desk")->evidence == std::vector<std::string>{"Desk handbook, page 3"});
  screen.session().undo();
  CHECK(find_record(screen.document(), "support-desk")->evidence.empty());
}

TEST_CASE("what is blocked, and what does not apply, says why") {
  Run screen("checklist");
  screen.go_to_item("access-model");
  screen.key(ImGuiKey_B);
  REQUIRE(screen.form() == ItemForm::blocked);
  CHECK(screen.item(Role::button, "Save").disabled);
  CHECK(screen.state("access-model") == model::ItemState::to_do);
  // Letters that are keys of the checklist, and spaces, are only text here.
  screen.write("no nominee behind me");
  CHECK(screen.state("access-model") == model::ItemState::blocked);
  CHECK(find_record(screen.document(), "access-model")->reason == "no nominee behind me");
  CHECK(screen.form() == ItemForm::none);
  screen.key(ImGuiKey_N);
  REQUIRE(screen.form() == ItemForm::not_applicable);
  screen.write("single sign-on has it");
  CHECK(screen.state("access-model") == model::ItemState::not_applicable);
  screen.session().undo();
  screen.session().undo();
  CHECK(find_record(screen.document(), "access-model") == nullptr);
}

TEST_CASE("a note goes to the selected item, and an action asks who and when") {
  Run screen("checklist");
  screen.go_to_item("monitoring");
  const std::size_t before = screen.document().notes.size();
  screen.key(ImGuiKey_M);
  REQUIRE(screen.form() == ItemForm::note);
  screen.write("Alerts go to the desk");
  REQUIRE(screen.document().notes.size() == before + 1);
  const model::Note noted = screen.document().notes.back();
  CHECK(noted.kind == model::NoteKind::decision);
  CHECK(noted.item == "monitoring");
  CHECK(noted.text == "Alerts go to the desk");
  CHECK(noted.on == screen.platform.day);

  screen.key(ImGuiKey_M);
  screen.app.view().onboarding.note.kind = model::NoteKind::action;
  screen.app.view().onboarding.note.owner.clear();
  screen.write("Order the licence");
  CHECK(screen.document().notes.size() == before + 1);
  CHECK(screen.item(Role::button, "Save").disabled);
  screen.platform.activate(screen.item(Role::textbox, "Owner"), MirrorAction::change, "Sofia Reyes");
  screen.frames(3);
  screen.platform.activate(screen.item(Role::textbox, "Due"), MirrorAction::change, "2026-12-01");
  screen.frames(3);
  screen.press(Role::button, "Save");
  REQUIRE(screen.document().notes.size() == before + 2);
  CHECK(screen.document().notes.back().owner == "Sofia Reyes");
  CHECK(screen.document().notes.back().due == *Date::from(2026, 12, 1));
}

TEST_CASE("rows are in the mirror with their states, and the pointer works as the keys do") {
  Run screen("checklist");
  screen.go_to_item("monitoring");
  const auto name = find_item(screen.result(), "monitoring")->name;
  const MirrorItem row = screen.item(Role::option, name);
  CHECK(row.selected == 1);
  CHECK(row.focused);
  CHECK(row.value.starts_with("to do"));
  screen.press(Role::button, "Next state (Space)");
  CHECK(screen.state("monitoring") == model::ItemState::in_progress);
  CHECK(screen.item(Role::option, name).value.starts_with("in progress"));
}

TEST_CASE("what the filters leave out is not listed, and what follows is selected") {
  Run screen("checklist");
  screen.platform.activate(screen.item(Role::checkbox, "Open only"));
  screen.frames(3);
  for (const auto& item : screen.platform.mirror)
    if (item.role == Role::option) CHECK_FALSE(item.value.starts_with("done"));
  screen.app.view().onboarding.takes_focus = true;
  screen.go_to_item("access-model");
  screen.key(ImGuiKey_Space);
  screen.key(ImGuiKey_Space);
  CHECK(screen.state("access-model") == model::ItemState::done);
  CHECK(screen.selected() != "access-model");
  CHECK_FALSE(is_ready(find_item(screen.result(), screen.selected())->state));
}

TEST_CASE("of two thousand items those in sight are drawn") {
  Run screen("checklist");
  screen.session().edit<model::Playbook>("commerce", "", "", [](model::Playbook& playbook) {
    for (auto& one : playbook.templates) {
      if (one.id != "partner-onboarding" || one.version != 2) continue;
      const model::TemplateItem first = one.items.front();
      for (int number = static_cast<int>(one.items.size()); number < 2000; ++number) {
        one.items.push_back(first);
        one.items.back().id = fmt::format("more-{}", number);
        one.items.back().after.clear();
      }
    }
  });
  screen.frames(3);
  REQUIRE(screen.result().items.size() == 2000);
  const auto rows = std::count_if(screen.platform.mirror.begin(), screen.platform.mirror.end(),
                                  [](const MirrorItem& item) { return item.role == Role::option; });
  CHECK(rows > 3);
  CHECK(rows < 40);
  screen.app.view().onboarding.takes_focus = true;
  screen.frames(2);
  screen.key(ImGuiKey_End);
  CHECK(find_item(screen.result(), screen.selected())->stage == screen.result().stages.back().id);
}

TEST_CASE("the board names what a gate lacks and leads to it, and moves a run to a newer template as one command") {
  Run screen("board");
  const auto& result = screen.result();
  const std::string name = find_item(result, result.gates[0].missing[0])->name;
  screen.press(Role::link, name);
  CHECK(address_of(screen.app.view()) == fmt::format("onboarding/{}/checklist", run_id));
  CHECK(screen.item(Role::option, name).selected == 1);

  constexpr const char* older = "tokai-onboarding";
  screen.go(fmt::format("onboarding/{}", older));
  CHECK(screen.platform.find(Role::button, "Move the run to version 2") == nullptr);
  screen.press(Role::button, "Show what would change");
  const auto added = screen.session().onboarding(older)->update->added.front().name;
  CHECK(screen.says(added));
  screen.press(Role::button, "Move the run to version 2");
  CHECK(screen.session().find<model::Onboarding>(older)->template_version == 2);
  CHECK(screen.session().undo() == "Moved to version 2 of the template");
  CHECK(screen.session().find<model::Onboarding>(older)->template_version == 1);
}

TEST_CASE("the timer draws a frame a second while it runs, and none while it is paused") {
  Run screen("agenda");
  const auto draw = [&] { screen.app.frame(); };
  const auto settle = [&] { screen.platform.settle(draw, 4000, 8); };
  settle();
  REQUIRE(screen.says("20:00"));
  CHECK(screen.platform.settle(draw, 100, 30) == 0);
  screen.press(Role::button, "Start");
  screen.platform.settle(draw, 4000, 3);
  const int frames = screen.platform.settle(draw, 100, 10);
  CHECK(frames >= 9);
  CHECK(frames <= 11);
  CHECK(screen.says("left"));
  screen.press(Role::button, "Pause");
  settle();
  CHECK(screen.platform.settle(draw, 100, 30) == 0);
  screen.press(Role::button, "Start");
  screen.platform.pass(20 * 60);
  screen.frames(3);
  CHECK(screen.says("over time"));
  CHECK(screen.announced("is over."));
  screen.press(Role::button, "Next");
  CHECK(screen.says(screen.document().workshops.front().agenda[1].title));
  CHECK_FALSE(screen.says("over time"));
}

TEST_CASE("the timeline says each bar's days, and what the selected item waits for") {
  Run screen("timeline");
  CHECK(screen.says("Today"));
  CHECK(screen.says("Target"));
  const auto first = screen.result().items.front();
  // What is selected is in sight where the timeline opens.
  screen.go(fmt::format("onboarding/{}/board", run_id));
  screen.app.view().onboarding.item = first.item;
  screen.go(fmt::format("onboarding/{}/timeline", run_id));
  CHECK(screen.item(Role::option, first.name)
            .value.starts_with(first.early_start.to_string() + " to " + first.early_finish.to_string() + ", done"));
  screen.press(Role::option, first.name);
  CHECK(screen.says(first.name + ": waits for nothing; blocks "));
}

TEST_CASE("the minutes are exported as the core writes them") {
  Run screen("minutes");
  screen.press(Role::button, "Export as Markdown");
  screen.press(Role::button, "Export as a page");
  const auto minutes =
      report::minutes_of(screen.session().programme(), {run_id}, "", screen.platform.day, engine_version());
  REQUIRE(screen.platform.saved.size() == 2);
  CHECK(screen.platform.saved[0].name == "harbour-lane-onboarding-minutes.md");
  CHECK(screen.platform.saved[0].bytes == report::minutes_markdown(minutes));
  CHECK(screen.platform.saved[1].bytes == report::minutes_html(minutes));
  for (const model::Note& note : screen.document().notes) CHECK(screen.says(note.text));
}

TEST_CASE("the checklist opens with the first open item in its upper third") {
  Run screen("checklist", 1000, 700);
  const MirrorItem& list = screen.item(Role::listbox, "Checklist");
  const MirrorItem& row = screen.item(Role::option, find_item(screen.result(), screen.selected())->name);
  CHECK_FALSE(is_ready(find_item(screen.result(), screen.selected())->state));
  CHECK(row.y >= list.y);
  CHECK(row.y <= list.y + list.height / 3);
}

TEST_CASE("the timeline opens where work stands, its months lie within it, and its bars say what they follow") {
  Run screen("timeline");
  const auto& result = screen.result();
  const MirrorItem& list = screen.item(Role::listbox, "Items over the days");
  for (const auto& stage : result.stages) {
    const auto open = std::find_if(result.items.begin(), result.items.end(), [&](const auto& item) {
      return item.stage == stage.id && item.state != onboarding::Standing::done && item.early_finish.is_stated();
    });
    if (open == result.items.end()) continue;
    const MirrorItem& row = screen.item(Role::option, open->name);
    CHECK(row.y >= list.y);
    CHECK(row.y + row.height <= list.y + list.height);
    break;
  }
  CHECK(screen.says("To come, as estimated"));
  int months = 0;
  for (const MirrorItem& item : screen.platform.mirror) {
    if (item.role != Role::text || !item.name.starts_with("202") || item.name.size() > 10) continue;
    CHECK(item.x + item.width <= list.x + list.width);
    ++months;
  }
  CHECK(months > 0);
}

TEST_CASE("a gate names the gates before it once") {
  Run screen("board", 1280, 3000);
  for (const auto& gate : screen.result().gates) {
    if (gate.closed_gates.empty()) continue;
    const auto& card = screen.item(Role::group, gate.name);
    const auto waits =
        std::count_if(screen.platform.mirror.begin(), screen.platform.mirror.end(),
                      [&](const auto& item) { return item.parent == card.id && item.name.starts_with("Waits for "); });
    CHECK(waits == 1);
  }
  for (const char* title : {"Readiness by track", "Certifications"}) screen.item(Role::heading, title);
}

TEST_CASE("gates that stand in a second row are level with each other") {
  Run screen("board", 1000, 3000);
  screen.platform.settle([&] { screen.app.frame(); });
  const auto& gates = screen.result().gates;
  REQUIRE(gates.size() == 4);
  const auto top = [&](std::size_t at) { return static_cast<int>(screen.item(Role::group, gates[at].name).y); };
  const auto height = [&](std::size_t at) { return static_cast<int>(screen.item(Role::group, gates[at].name).height); };
  CHECK(top(0) == top(1));
  CHECK(top(2) > top(0));
  CHECK(top(2) == top(3));
  CHECK(height(2) == height(3));
}

TEST_CASE("a note has the most of the room, and is as high as it is long") {
  Run screen("minutes", 1280, 2000);
  const MirrorItem& note = screen.item(Role::columnheader, "Note");
  for (const char* head : {"Kind", "Owner", "Due", "State"})
    CHECK(note.width > 2 * screen.item(Role::columnheader, head).width);
  screen.session().edit<model::Onboarding>(run_id, "", "", [](model::Onboarding& run) {
    run.notes.front().text =
        "A note that is longer than any line of a table is, for it tells why the decision was "
        "taken, by whom, against which other choices, and what would have to change for it to "
        "be taken again in another way than it was taken on that day.";
  });
  screen.frames(3);
  CHECK(screen.item(Role::row, screen.document().notes.front().text).height > 60);
}

}  // namespace
}  // namespace dealwright::web
