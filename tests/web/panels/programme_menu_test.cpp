#include "web/panels/programme_menu.hpp"

#include <doctest/doctest.h>

#include "tests/web/panels/screen.hpp"

namespace dealwright::web {
namespace {

void choose(Screen& screen, std::string_view entry) {
  screen.press(Role::button, "Programmes");
  screen.press(Role::menuitem, entry);
}

TEST_CASE("programmes are added, and opened again, by the menu beside the programme's name") {
  Screen screen(tests::shipped_bundle(), 1600);  // wide enough for an explanation beside the sidebar
  Session& session = screen.app.session();
  const std::string first = session.open_id();
  const std::string name = session.open_name();
  screen.go("deal/case-1-fjordline-dedicated");
  screen.app.view().ask(deal_id, "Total", "tcv");
  choose(screen, "New empty programme");
  CHECK(session.programmes().size() == 2);
  CHECK(session.programme().deals.empty());
  CHECK(screen.app.view().place == Place::home);
  CHECK_FALSE(screen.app.view().question.has_value());
  choose(screen, name);
  CHECK(session.open_id() == first);
  CHECK_FALSE(session.programme().deals.empty());
  choose(screen, "The shipped programme again");
  CHECK(session.programmes().size() == 3);
  CHECK_FALSE(session.programme().deals.empty());
  CHECK(session.open_id() != first);
}

TEST_CASE("home is one press away") {
  Screen screen;
  screen.go("deal/case-1-fjordline-dedicated");
  screen.press(Role::menuitem, screen.app.session().open_name());
  CHECK(screen.app.view().place == Place::home);
}

TEST_CASE("the shipped programme cannot come again where there is none, and that is told") {
  Screen screen("");
  choose(screen, "The shipped programme again");
  CHECK(screen.app.session().programmes().size() == 1);
  CHECK_FALSE(screen.platform.announced.empty());
}

TEST_CASE("a programme has the name that is typed, never none") {
  Screen screen;
  Session& session = screen.app.session();
  choose(screen, "Rename");
  screen.platform.activate(screen.item(Role::textbox, "Name"), MirrorAction::change, "Spring offers");
  screen.frames(3);
  CHECK(session.open_name() == "Spring offers");
  screen.platform.activate(screen.item(Role::textbox, "Name"), MirrorAction::change, "");
  screen.frames(3);
  CHECK(session.open_name() == "Spring offers");
  screen.press(Role::button, "Done");
  CHECK(screen.platform.find(Role::dialog, "Rename the programme") == nullptr);
}

TEST_CASE("a programme goes for good only after a question") {
  Screen screen;
  Session& session = screen.app.session();
  const std::string first = session.open_id();
  choose(screen, "New empty programme");
  const std::string second = session.open_id();
  choose(screen, "Remove");
  CHECK(screen.says("for good"));
  SUBCASE("cancelled") {
    screen.press(Role::button, "Cancel");
    CHECK(session.open_id() == second);
  }
  SUBCASE("agreed") {
    screen.press(Role::button, "Remove for good");
    CHECK(session.open_id() == first);
    CHECK(session.programmes().size() == 1);
    CHECK(screen.app.view().place == Place::home);
  }
}

}  // namespace
}  // namespace dealwright::web
